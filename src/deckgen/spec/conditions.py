"""The value of `when:` -> whether what has it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.codes.reuse import BAD_CONDITION
from deckgen.expressions import ExpressionError, names_in, parse
from deckgen.expressions import holds as is_true
from deckgen.spec.nodes import Node, Scalar, describe
from deckgen.spec.variables import Undefined

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.expressions import Expression, Value
    from deckgen.source import Span
    from deckgen.spec.variables import Variables


def holds(node: Node, variables: Variables, sink: Sink) -> bool:
    """Tell whether a condition holds; one that cannot be understood is reported, and holds."""
    if not isinstance(node, Scalar) or node.is_null:
        message = f"expected a condition, found {describe(node)}"
        hint = 'write a comparison such as `audience == "internal"`'
        sink.report(BAD_CONDITION, node.span.first_line, message, hints=[hint])
        return True
    try:
        expression = parse(node.text)
        return _told(expression, node, variables)
    except ExpressionError as error:
        hints = [error.hint] if error.hint else []
        span = _place(node, error.start, error.stop)
        sink.report(BAD_CONDITION, span, error.message, hints=hints)
        return True


def _told(expression: Expression, node: Scalar, variables: Variables) -> bool:
    values: dict[tuple[str, ...], Value] = {}
    for name in names_in(expression):
        found = variables.value(name.path, _place(node, name.start, name.stop))
        if isinstance(found, Undefined):
            return True  # which is reported
        values[name.path] = found
    return is_true(expression, lambda name: values[name.path])


def _place(node: Scalar, start: int, stop: int) -> Span:
    """Return where a part of a condition is written."""
    passage = node.passage
    if len(passage.starts) != 1:
        return node.span
    first = passage.starts[0]
    return node.span.source.span(first + start, first + max(stop, start + 1))
