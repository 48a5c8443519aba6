r"""What a deck says of formulas: macros, and the kind of values that are LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Self

from deckgen import codes
from deckgen.formulas.model import Formula
from deckgen.markdown import read_formula
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Failed, bind
from deckgen.spec.keys import Key
from deckgen.spec.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from deckgen.spec.bind import Binding
    from deckgen.spec.nodes import Node


class Tex(Struct, frozen=True):
    """A formula in LaTeX that stands by itself."""

    formula: Formula
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the formula, or report what LaTeX would not take, at its place."""
        if not isinstance(node, Scalar) or node.is_null:
            return binding.wrong_type(node, "a formula in LaTeX")
        passage = node.passage

        def place(offset: int) -> Span:
            offset = min(offset, len(passage.text.rstrip("\n")))  # the end is behind what is said
            line = passage.text.count("\n", 0, offset)
            if line >= len(passage.starts):
                return node.span  # it is written otherwise than it reads
            start = passage.starts[line] + offset - (passage.text.rfind("\n", 0, offset) + 1)
            start = min(start, max(node.span.start, node.span.stop - 1))
            return node.span.source.span(start, start + 1)

        found = read_formula(passage.text, place, binding.reading, display=True)
        return FAILED if found is None else cls(found[1], node.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string"}


class Ordinal(Struct, frozen=True):
    """The number of something that is referred to; without text, the next in the deck."""

    text: str
    span: Span | None = None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed | None:
        """Return the number that is written, the next one for `true`, none for `false`."""
        if isinstance(node, Scalar) and not node.is_null and node.text not in _YES | _NO:
            return cls(node.text.strip("()"), node.span)
        wanted = bind(node, bool, binding)
        if isinstance(wanted, Failed):
            return wanted
        return cls("", node.span) if wanted else None

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["boolean", "string", "number"]}


_YES: Final = frozenset(("true", "yes", "on", "True", "Yes", "On"))
_NO: Final = frozenset(("false", "no", "off", "False", "No", "Off"))


class Macros(Struct, frozen=True):
    r"""What commands of formulas stand for: `{\R: \mathbb{R}}`."""

    commands: dict[str, str]
    span: Span | None = None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the commands, or report what is none."""
        if not isinstance(node, Mapping):
            return binding.wrong_type(node, "macros", [r"write `{\R: \mathbb{R}}`"])
        for entry in node.entries:
            if not entry.key.text.lstrip("\\").isalpha() or not isinstance(entry.value, Scalar):
                hint = r"write a command of letters and what it stands for: `\R: \mathbb{R}`"
                message = f"`{entry.key.text}` is no macro"
                binding.sink.report(codes.INVALID_VALUE, entry.key.span, message, hints=[hint])
                return FAILED
        return cls(macros_of(node), node.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "object", "additionalProperties": {"type": "string"}}


class Mathematics(Struct, frozen=True, kw_only=True):
    """How formulas are read."""

    span: Span
    macros: Annotated[
        Macros | None, Key(r"Commands of one's own and what they stand for: `{\R: \mathbb{R}}`.")
    ] = None


def macros_of(node: Node | None) -> dict[str, str]:
    """Return the macros that a mapping holds, by their names without the backslash."""
    if not isinstance(node, Mapping):
        return {}
    entries = (entry for entry in node.entries if isinstance(entry.value, Scalar))
    return {entry.key.text.lstrip("\\"): entry.value.text for entry in entries}  # type: ignore[union-attr]


def deck_macros(root: Node) -> dict[str, str]:
    """Return the macros of a deck, which must be known before its text is read."""
    node: Node | None = root
    for key in ("deck", "math", "macros"):
        entry = node.get(key) if isinstance(node, Mapping) else None
        node = entry.value if entry is not None else None
    return macros_of(node)
