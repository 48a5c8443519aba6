"""`variables:` and `${name}` -> the text that is filled in, with the place where it is written.

A value is text: what it holds is never read as YAML, and what looks like Markdown in it stays as it
is. Variables may be made of others, within a bound of characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.codes.reuse import BAD_VARIABLE, UNDEFINED_VARIABLE
from deckgen.limits import how_to_raise
from deckgen.records import Struct, field
from deckgen.spec.given import NO, YES, Datum
from deckgen.spec.nodes import Mapping, Node, Scalar, Sequence, Style, shorten

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.expressions import Number
    from deckgen.expressions import Value as Known
    from deckgen.source import Span

USES: Final = r"\$\$\{|\$\{([^{}\n]*)\}"
"""A use of a variable, or the sign that none is meant."""
_USE: Final = r"\s*([\w-]+(?:\.[\w-]+)*)\s*(?::(.+))?"
_NUMBER: Final = r"[+-]?(\d[\d_]*)(\.\d+)?([eE][+-]?\d{1,2})?"
_LONGEST_NUMBER: Final = 40
_DEEPEST: Final = 50
"""How many variables may be made of each other in a row."""
_USED: Final = 16
"""What filling in costs, beside its characters."""


class Undefined:
    """What a name stands for that stands for nothing; it has been reported."""


UNDEFINED: Final = Undefined()


class Variables(Struct):
    """The values that names have, which of them were asked for, and what may still be filled in."""

    table: Mapping | None
    sink: Sink
    language: str
    left: int
    is_whole: bool = True
    used: set[str] = field(default_factory=set)
    _filling: list[Scalar] = field(default_factory=list)

    def value(self, path: tuple[str, ...], span: Span) -> Known | Undefined:
        """Return what a name stands for in a condition that has it at a span."""
        node = self.node(path, span)
        if node is None:
            return UNDEFINED
        return _known(self.filled(node) if isinstance(node, Scalar) else node)

    def node(self, path: tuple[str, ...], span: Span) -> Node | None:
        """Return what a name with dots stands for, None where that is nothing, which is told."""
        self.used.add(path[0])
        found: Node | None = self.table
        for number, name in enumerate(path):
            inner = _inner(found, name)
            if inner is None:
                self.report_undefined(path[: number + 1], found, span)
                return None
            found = inner
        return found

    def report_undefined(self, path: tuple[str, ...], within: Node | None, span: Span) -> None:
        """Report the first part of a name that stands for nothing."""
        if not self.is_whole:
            return  # it may stand where the deck could not be read
        known = [entry.key.text for entry in within.entries] if isinstance(within, Mapping) else []
        near, whole = self.sink.guesses.closest(path[-1], known), ".".join(path)
        hint = f"give it a value: `variables: {{{path[0]}: …}}`, or write `$${{` for `${{`"
        if near:
            hint = f"did you mean `{'.'.join((*path[:-1], near))}`?"
        elif len(path) > 1:
            listed = ", ".join(f"`{shorten(name)}`" for name in known[:8])
            hint = f"`{'.'.join(path[:-1])}` has {listed or 'no parts'}"
        message = f"`{shorten(whole)}` is not defined"
        self.sink.report(UNDEFINED_VARIABLE, span, message, hints=[hint])

    def filled(self, scalar: Scalar) -> Scalar:
        """Return a scalar with variables filled in.

        Where it is nothing but one variable, it is that value, with the place of the value, so
        that mistakes in it are told there.
        """
        if "${" not in scalar.text or isinstance(scalar, Datum):
            return scalar
        alone = re.fullmatch(r"\$\{([^{}\n]*)\}", scalar.text.strip())
        if alone:
            found = self.use(alone[1], _place(scalar, alone[0]))
            return found or scalar

        def fill(match: re.Match[str]) -> str:
            if match[1] is None:
                return "${"
            found = self.use(match[1], _place(scalar, match[0]))
            return found.text if found else match[0]

        text = re.sub(USES, fill, scalar.text)
        return Scalar(scalar.span, text, Style.QUOTED)

    def use(self, written: str, span: Span) -> Scalar | None:
        """Return what stands in braces behind `$` filled in; None where there is a mistake."""
        if self.left < 0:
            return None  # which is reported
        match = re.fullmatch(_USE, written)
        if match is None:
            message = f"`{shorten(written)}` is no name of a variable"
            hint = "a name has letters, digits, `_`, `-` and dots; write `$${` for `${`"
            self.sink.report(UNDEFINED_VARIABLE, span, message, hints=[hint])
            return None
        node = self.node(tuple(match[1].split(".")), span)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.report_several(match[1], node, span)
            return None
        if any(node is one for one in self._filling) or len(self._filling) >= _DEEPEST:
            message = f"`{match[1]}` is made from itself, or of too many others"
            self.sink.report(BAD_VARIABLE, span, message)
            return None
        self._filling.append(node)
        found = self.filled(node)
        self._filling.pop()
        text = "" if found.is_null else found.text.strip("\n")
        shown = self.formatted(found, match[2], span) if match[2] else text
        return (
            None if shown is None else self.counted(Scalar(found.span, shown, Style.QUOTED), span)
        )

    def counted(self, found: Scalar, span: Span) -> Scalar | None:
        """Return what is filled in, None where it is more than a run takes on."""
        self.left -= len(found.text) + _USED
        if self.left >= 0:
            return found
        message = "variables fill in too much text up to here"
        hint = how_to_raise("deck-size")
        self.sink.report(BAD_VARIABLE, span, message, hints=[hint])
        return None

    def report_several(self, name: str, node: Sequence | Mapping, span: Span) -> None:
        """Report that a variable is a list or a mapping where a text is needed."""
        kind, part = ("a list", "0")
        if isinstance(node, Mapping):
            kind, part = "a mapping", node.entries[0].key.text if node.entries else "…"
        hint = f"name one of its parts, such as `${{{name}.{shorten(part)}}}`"
        self.sink.report(BAD_VARIABLE, span, f"`{name}` is {kind}", hints=[hint])

    def formatted(self, value: Scalar, form: str, use: Span) -> str | None:
        """Return a number in a form: Python's (`,.0f`), or a format code of Excel's (`#,##0`)."""
        from deckgen.data.formats import BadFormatError

        try:
            found = shown_in_form(value, form, self.language)
        except BadFormatError as error:
            message = f"`{shorten(form)}` is no form of a number: {error}"
            hint = "write one such as `,.0f`, `.1%` or `#,##0`"
            self.sink.report(BAD_VARIABLE, use, message, hints=[hint])
            return None
        if found is None:
            said = f"`{_said(value)}`" if _said(value) else "nothing"
            message = f"expected a number to write as `{shorten(form)}`, found {said}"
            self.sink.report(BAD_VARIABLE, value.span, message)
        return found


def shown_in_form(value: Scalar, form: str, language: str) -> str | None:
    """Return a number or a date in a form, None where the value is neither.

    Raises `BadFormatError` for what is no form.
    """
    from deckgen.data.forms import form_of
    from deckgen.data.numerals import date

    code = form_of(form)
    text = "" if value.is_null else value.text.strip("\n")
    number: Number | None
    if isinstance(value, Datum):
        moment, number = value.moment, value.number
    else:
        moment, number = date(text), _number(text)
    if code.is_date and moment is not None:
        return code.text(moment, language)
    return None if number is None else code.text(float(number), language)


def _said(value: Scalar) -> str:
    return "" if value.is_null else shorten(value.text)


def _inner(node: Node | None, name: str) -> Node | None:
    """Return the part of a node that a name has; items of lists are counted from 0."""
    match node:
        case Mapping():
            entry = node.get(name)
            return entry.value if entry else None
        case Sequence() if name.isdecimal() and len(name) < 7 and int(name) < len(node.items):
            return node.items[int(name)]
        case _:
            return None


def _place(scalar: Scalar, written: str) -> Span:
    """Return where a use of a variable stands in a scalar, all of that where it is not found."""
    at = scalar.span.text.find(written)
    start = scalar.span.start + at
    return scalar.span if at < 0 else scalar.span.source.span(start, start + len(written))


def _known(node: Node) -> Known:
    """Return what conditions take a node for: text that is quoted is never a number."""
    match node:
        case Mapping():
            return tuple(entry.key.text for entry in node.entries)
        case Sequence():
            return tuple(map(_known, node.items))
        case Datum():
            return node.known
        case Scalar(style=Style.PLAIN):
            return None if node.is_null else _plain(node.text)
        case Scalar():
            return node.text


def _plain(text: str) -> Known:
    if text in YES or text in NO:
        return text in YES
    number = _number(text)
    return text if number is None else number


def _number(text: str) -> Number | None:
    """Return the number that a value is, if it is one."""
    if len(text) > _LONGEST_NUMBER or not re.fullmatch(_NUMBER, text):
        return None
    from decimal import Decimal

    return Decimal(text.replace("_", ""))
