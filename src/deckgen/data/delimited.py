"""The text of a CSV or TSV file -> rows of cells, whichever dialect it is in.

The standard library's reader tells no places. The form is that of RFC 4180, with the delimiters
that Excel uses where the comma is a decimal mark.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.data.model import BadDataError, DataCell
from deckgen.data.numerals import value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.source import Source

DELIMITERS: Final = ("\t", ";", ",", "|")
_WIDE: Final = "，"


def rows_of(source: Source, delimiter: str | None = None) -> Iterator[tuple[DataCell, ...]]:
    """Yield the rows of a text, blank lines left out. Raises `BadDataError`.

    The delimiter is found out from the first line where it is not given.
    """
    text = source.text
    if delimiter is None:
        _refuse_wide(source)
    delimiter = delimiter or _delimiter(text)
    decimal = "," if delimiter == ";" else "."
    field = re.compile(
        rf'[ ]*"(?P<quoted>(?:[^"]|"")*)"[ ]*(?={re.escape(delimiter)}|\r|\n|\Z)'
        rf"|(?P<plain>[^{re.escape(delimiter)}\r\n]*)"
    )
    at, row = _start(text), list[DataCell]()
    while True:
        match = field.match(text, at)
        assert match is not None, "the second form may be empty"
        if match["plain"] is not None and match["plain"].lstrip(" ").startswith('"'):
            opening = source.span(match.start(), match.end())
            message = "a quotation mark is not closed, or text follows the closing one"
            raise BadDataError(message, opening, ['write `""` for a mark within quoted text'])
        row.append(_cell(match, source, decimal))
        at = match.end()
        if at < len(text) and text[at] == delimiter:
            at += 1
            continue
        if len(row) > 1 or row[0].text.strip():
            yield tuple(row)
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
        if at >= len(text):
            return


def _cell(match: re.Match[str], source: Source, decimal: str) -> DataCell:
    quoted = match["quoted"]
    if quoted is not None:
        text = quoted.replace('""', '"').replace("\r\n", "\n").strip()
        span = source.span(*match.span("quoted"))
    else:
        text = match["plain"].strip()
        span = source.span(*match.span("plain"))
    return DataCell(value_of(text, decimal=decimal), text, span)


def _delimiter(text: str) -> str:
    """Return what parts the fields of the first line; `sep=;` is how Excel is told."""
    if text[:4].lower() == "sep=" and len(text) > 4:
        return text[4]
    line = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", line)
    return max(DELIMITERS, key=lambda mark: (bare.count(mark), mark == ","))


def _refuse_wide(source: Source) -> None:
    """Raise where full-width commas part the names of columns, as input methods write them."""
    text = source.text
    line = next((line for line in text.splitlines() if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", line)
    if _WIDE not in bare or any(mark in bare for mark in DELIMITERS):
        return
    at = text.index(_WIDE, text.index(line))
    message = f"a full-width comma (U+{ord(_WIDE):04X}) stands where CSV wants `,`"
    raise BadDataError(
        message, source.span(at, at + 1), ["write `,`, or quote a cell that holds it"]
    )


def _start(text: str) -> int:
    """Return where the first line starts that holds data."""
    told = re.match(r"sep=.\r?\n", text, re.IGNORECASE)
    return told.end() if told else 0
