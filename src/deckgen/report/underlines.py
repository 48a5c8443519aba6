"""Marks within one line -> the rows under it: carets, dashes and the labels that hang from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct
from deckgen.report.cells import cells, visible
from deckgen.report.row import PiecedLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.report.marks import Underlined
    from deckgen.report.strip import Strip


class Underline(Struct, frozen=True):
    """A mark in terminal cells, the end exclusive."""

    first: int
    stop: int
    mark: Underlined


def underlines(marks: tuple[Underlined, ...], shown: Strip, indent: int) -> tuple[Underline, ...]:
    """Return the marks in the cells of the strip that is shown of their line, left to right."""
    found = []
    for mark in marks:
        first = shown.cell(mark.first_column)
        stop = max(first + 1, shown.cell(mark.stop_column))
        found.append(Underline(indent + first, indent + stop, mark))
    return tuple(sorted(found, key=lambda item: (item.first, item.mark.is_primary)))


def underline_rows(found: tuple[Underline, ...], width: int) -> Iterator[PiecedLine]:
    """Yield the rows under a line; `width` is where labels should end."""
    if not found:
        return
    inline = _inline(found, width)
    yield _carets(found, inline)
    hanging = tuple(item for item in found if item.mark.text and item is not inline)
    if hanging:
        yield _stems(hanging)
    for index in reversed(range(len(hanging))):
        row = _stems(hanging[:index])
        text = visible(hanging[index].mark.text)
        row.put(_place(hanging[index].first, text, width), text, hanging[index].mark.role)
        yield row


def _inline(found: tuple[Underline, ...], width: int) -> Underline | None:
    """Return the mark whose label has room behind it: the last one, if nothing reaches past it."""
    last = found[-1]
    alone = all(item.stop <= last.first for item in found[:-1])
    return last if alone and last.stop + 1 + cells(last.mark.text) <= width else None


def _carets(found: tuple[Underline, ...], inline: Underline | None) -> PiecedLine:
    row = PiecedLine()
    for item in sorted(found, key=lambda item: item.mark.is_primary):
        row.put(item.first, item.mark.sign * (item.stop - item.first), item.mark.role)
    if inline is not None:
        row.put(inline.stop + 1, visible(inline.mark.text), inline.mark.role)
    return row


def _stems(hanging: tuple[Underline, ...]) -> PiecedLine:
    row = PiecedLine()
    for item in hanging:
        row.put(item.first, "|", item.mark.role)
    return row


def _place(cell: int, text: str, width: int) -> int:
    return max(0, min(cell, width - cells(text)))
