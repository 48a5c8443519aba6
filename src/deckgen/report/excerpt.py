"""Marks in a source -> the source lines that they touch, with carets, brackets and labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.records import Struct
from deckgen.report.cells import visible
from deckgen.report.look import Rendition
from deckgen.report.row import PiecedLine
from deckgen.report.strip import strip
from deckgen.report.underlines import underline_rows, underlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.report.marks import Underlined
    from deckgen.report.strip import Strip
    from deckgen.source import Source

_LANE: Final = 2
GAP: Final = "..."


class ExcerptLine(Struct, frozen=True):
    """A line of an excerpt: the number in the gutter, nothing or `GAP`, and the row beside it."""

    gutter: str
    row: PiecedLine


def excerpt(source: Source, marks: tuple[Underlined, ...], width: int) -> Iterator[ExcerptLine]:
    """Yield the lines that the marks touch, in order, with dots between those far apart."""
    brackets = _brackets(marks)
    before = None
    for number in line_numbers(marks):
        if before is not None and number - before > 1:
            yield ExcerptLine(GAP, _passing(_passed_by(brackets, number)))
        here = tuple(mark for mark in marks if number in (mark.first_line, mark.last_line))
        yield from _line(source.line_text(number), number, (here, brackets), width)
        before = number


def line_numbers(marks: tuple[Underlined, ...]) -> tuple[int, ...]:
    """Return the lines to show, from 0: first and last of each mark, and a line left between."""
    ends = {line for mark in marks for line in (mark.first_line, mark.last_line)}
    between = {line + 1 for line in ends if line + 2 in ends}
    return tuple(sorted(ends | between))


def _brackets(marks: tuple[Underlined, ...]) -> tuple[Underlined, ...]:
    """Return the marks over several lines, each in a lane of its own, the longest leftmost."""
    found = (mark for mark in marks if mark.is_bracket)
    return tuple(sorted(found, key=lambda mark: (mark.first_line, -mark.last_line)))


def _passed_by(brackets: tuple[Underlined, ...], number: int) -> dict[int, Underlined]:
    """Return the brackets that reach a line from above, by their lanes."""
    return {
        lane: mark
        for lane, mark in enumerate(brackets)
        if mark.first_line < number <= mark.last_line
    }


def _line(
    text: str, number: int, marks: tuple[tuple[Underlined, ...], tuple[Underlined, ...]], width: int
) -> Iterator[ExcerptLine]:
    here, brackets = marks
    indent = _LANE * len(brackets)
    shown = strip(text, _focus(here, number), width - indent)
    passing = _passed_by(brackets, number)
    starting = {
        lane: mark for lane, mark in enumerate(brackets) if mark in here and lane not in passing
    }
    opened = {lane: mark for lane, mark in starting.items() if _opens(mark, text)}
    yield ExcerptLine(str(number + 1), _source_row(shown, indent, passing, opened))
    passing |= opened
    singles = tuple(mark for mark in here if not mark.is_bracket)
    for row in underline_rows(underlines(singles, shown, indent), width):
        yield ExcerptLine("", _passing(passing, row))
    for lane, mark in starting.items():
        if lane not in opened:
            yield ExcerptLine(
                "", _corner(lane, mark, indent + shown.cell(mark.first_column), passing)
            )
            passing[lane] = mark
    for lane, mark in reversed(tuple(passing.items())):
        if mark.last_line == number:
            yield ExcerptLine(
                "", _corner(lane, mark, indent + shown.cell(mark.stop_column) - 1, passing)
            )
            del passing[lane]


def _opens(mark: Underlined, text: str) -> bool:
    """Tell whether nothing stands before a mark in its first line."""
    return not text[: mark.first_column].strip()


def _focus(here: tuple[Underlined, ...], number: int) -> tuple[int, int]:
    """Return the columns of a line that must be seen: those of the first mark on it."""
    if not here:
        return (0, 0)
    mark = here[0]
    if not mark.is_bracket:
        return (mark.first_column, mark.stop_column)
    column = mark.first_column if mark.first_line == number else mark.stop_column - 1
    return (column, column + 1)


def _source_row(
    shown: Strip, indent: int, passing: dict[int, Underlined], opened: dict[int, Underlined]
) -> PiecedLine:
    row = _passing(passing)
    for lane, mark in opened.items():
        row.put(lane * _LANE, "/", mark.role)
    row.put(indent, shown.text, Rendition.PLAIN)
    return row


def _passing(passing: dict[int, Underlined], row: PiecedLine | None = None) -> PiecedLine:
    row = row or PiecedLine()
    for lane, mark in passing.items():
        row.fill(lane * _LANE, lane * _LANE + 1, "|", mark.role)
    return row


def _corner(lane: int, mark: Underlined, cell: int, passing: dict[int, Underlined]) -> PiecedLine:
    """Return the row that leads from a bracket's lane to the cell where the mark starts or ends."""
    row = _passing(passing)
    row.fill(lane * _LANE + 1, cell, "_", mark.role)
    row.put(cell, mark.sign, mark.role)
    if lane in passing and mark.text:
        row.put(cell + 2, visible(mark.text), mark.role)
    return row
