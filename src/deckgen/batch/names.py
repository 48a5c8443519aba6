"""A pattern such as `out/{name}.pptx` and a row of data -> the name of the file for it.

What a column says becomes part of one name: it leads into no other folder, whatever it holds, and
no system takes it for something else.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.codes.reuse import BAD_OUTPUT_NAME, SAME_OUTPUT
from deckgen.data.formats import BadFormatError
from deckgen.data.model import DataCell
from deckgen.diagnostics import Label, diagnose
from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.source import Source, Span
from deckgen.spec.given import datum_of
from deckgen.spec.nodes import shorten
from deckgen.spec.variables import shown_in_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.diagnostics import Diagnostic
    from deckgen.guesses import Guesses
    from deckgen.spec.given import DataRow

_PLACE: Final = lazy(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_INNER: Final = lazy(r"\s*([\w-]+)\s*(?::(.+))?")
_UNSAFE: Final = lazy(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*]+')
_RESERVED: Final = lazy(r"(?i:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
"""Names that Windows keeps for devices, whatever they end in."""
_LONGEST: Final = 255
"""The bytes that a name has at the most on most systems."""
ROW, DECK = "row", "deck"
"""What stands for the number of the row, and for the name of the deck without its ending."""


class BadNameError(ValueError):
    """No name can be made for a file; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class NamePart(Struct, frozen=True):
    """A stretch of a pattern: text, or what stands in braces, with the form of a number."""

    text: str = ""
    column: str = ""
    form: str = ""
    span: Span | None = None


class NamePattern(Struct, frozen=True):
    """A pattern of names, part by part."""

    parts: tuple[NamePart, ...]
    source: Source

    @property
    def columns(self) -> frozenset[str]:
        """The columns that it names, and `row` and `deck` if it does."""
        return frozenset(part.column for part in self.parts if part.column)

    def check(self, known: Sequence[str], guesses: Guesses) -> tuple[Diagnostic, ...]:
        """Return what there is to say of columns that it names and that there are none of."""
        told = []
        for part in self.parts:
            if part.column and part.column not in {*known, ROW, DECK}:
                near = guesses.closest(part.column, (*known, ROW, DECK))
                listed = ", ".join(f"`{shorten(name)}`" for name in known[:8])
                hint = f"did you mean `{near}`?" if near else f"its columns are {listed}"
                message = f"the data have no column `{shorten(part.column)}`"
                told.append(diagnose(codes.UNKNOWN_COLUMN, part.span, message, hints=[hint]))
        return tuple(told)

    def path(self, number: int, deck: Path, row: DataRow | None, language: str = "en") -> Path:
        """Return the path for a row; raises `BadNameError`."""
        cells: dict[str, DataCell] = {}
        if row is not None:
            cells = dict(zip(row.names, row.cells, strict=True))
        here = self.source.span(0, len(self.source.text))
        cells.setdefault(ROW, DataCell(float(number), str(number), here))
        cells.setdefault(DECK, DataCell(deck.stem, deck.stem, here))
        written = "".join(_filled(part, cells, language) for part in self.parts)
        return Path(*map(self._sound, Path(written).parts))

    def _sound(self, name: str) -> str:
        """Return a name that all systems take; raises `BadNameError` for one that is too long."""
        if name in {"..", "."} or name.endswith(("/", "\\", ":")):
            return name  # which only the pattern itself can hold
        if _RESERVED.fullmatch(name):
            stem, dot, rest = name.partition(".")
            name = f"{stem}_{dot}{rest}"
        if len(name.encode("utf-8", "surrogatepass")) <= _LONGEST:
            return name
        message = f"`{shorten(name)}` is longer than {_LONGEST} bytes"
        raise BadNameError(diagnose(BAD_OUTPUT_NAME, None, message))


def read_pattern(text: str) -> NamePattern:
    """Return a pattern as it is written after `-o`; raises `BadNameError`."""
    source, parts, start = Source("-o", text), list[NamePart](), 0
    for match in _PLACE.finditer(text):
        span = source.span(match.start(), match.end())
        parts.append(NamePart(text[start : match.start()]))
        start = match.end()
        if match[0] in {"{{", "}}"}:
            parts.append(NamePart(match[0][0]))
            continue
        if parts[-1].text.endswith("$") and match[1] is not None:
            message = f"`${shorten(match[0])}` is how a deck fills in a variable"
            hint = f"in names of files write `{shorten(match[0])}`"
            raise BadNameError(diagnose(BAD_OUTPUT_NAME, span, message, hints=[hint]))
        inner = _INNER.fullmatch(match[1]) if match[1] is not None else None
        if inner is None:
            message = f"`{shorten(match[0])}` names no column"
            hint = "write `{name}` or `{amount:,.0f}`, and `{{` for a brace"
            raise BadNameError(diagnose(BAD_OUTPUT_NAME, span, message, hints=[hint]))
        parts.append(NamePart("", inner[1], inner[2] or "", span))
    parts.append(NamePart(text[start:]))
    return NamePattern(tuple(parts), source)


def _filled(part: NamePart, cells: Mapping[str, DataCell], language: str) -> str:
    """Return what stands in a name for a part of its pattern; raises `BadNameError`."""
    if not part.column:
        return part.text
    cell = cells[part.column]
    text = cell.text
    if part.form:
        try:
            found = shown_in_form(datum_of(cell), part.form, language)
        except BadFormatError as error:
            message = f"`{shorten(part.form)}` is no form of a number: {error}"
            raise BadNameError(diagnose(BAD_OUTPUT_NAME, part.span, message)) from None
        if found is None:
            said = f"`{shorten(text)}`" if text else "nothing"
            message = f"expected a number to write as `{part.form}`, found {said}"
            raise BadNameError(diagnose(BAD_OUTPUT_NAME, cell.span, message))
        text = found
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", " ".join(text.split()))).strip(" .")
    if not name:
        message = f"the row says nothing in `{shorten(part.column)}`, of which its name is made"
        raise BadNameError(diagnose(BAD_OUTPUT_NAME, cell.span, message))
    return name


def key_of(path: Path) -> str:
    """Return what two names have in common that some system takes for one."""
    return unicodedata.normalize("NFKC", str(path)).casefold()


def same(path: Path, one: str, other: str, place: Span | None, first: Span | None) -> Diagnostic:
    """Return what to say where two jobs would write one file; the second one does not."""
    message = f"{other} would be written to `{shorten(str(path), 80)}`, as is {one}"
    labels = () if first is None else (Label(first, "the first of them"),)
    hint = "name files by what tells the rows apart, or by `{row}`"
    if place is None:  # decks, not rows
        hint = "rename one of the decks, or build them with an `-o` of their own"
    return diagnose(SAME_OUTPUT, place, message, labels=labels, hints=[hint])
