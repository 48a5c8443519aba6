"""A formula in a line -> the outlines of its signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.draw.model import (
    ClosePath,
    CurveTo,
    DrawnGroup,
    LineTo,
    MoveTo,
    PathMark,
    Pen,
    Solid,
    StructureType,
)
from deckgen.units import EMU_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.colors import Color
    from deckgen.draw.model import Segment
    from deckgen.formulas.outlines import Command, SignOutline
    from deckgen.placed_text import PlacedRun


def draw_formula(run: PlacedRun, middle: tuple[float, float], color: Color) -> DrawnGroup | None:
    """Return the formula of a run about the middle of its room on the baseline, told in EMU.

    None where the run is no formula, or its signs cannot be drawn.
    """
    if run.formula is None:
        return None
    from deckgen.formulas.outlines import outlines  # few decks need what is behind it

    drawn = outlines(run.formula.mathml, run.font.size.points)
    if drawn is None:
        return None
    x, y = middle[0] / EMU_PER_POINT - drawn.width / 2, middle[1] / EMU_PER_POINT
    marks = tuple(_mark(sign, x, y, color) for sign in drawn.signs)
    return DrawnGroup(marks, use=StructureType.FORMULA, alt=run.text)


def _mark(sign: SignOutline, x: float, y: float, color: Color) -> PathMark:
    ink = Solid(sign.color or color.rgb)
    segments = tuple(_segments(sign.commands, x, y))
    if sign.line is not None:
        return PathMark(segments, pen=Pen(ink, sign.line))
    return PathMark(segments, fill=ink)


def _segments(commands: Iterable[Command], x: float, y: float) -> Iterator[Segment]:
    """Yield the segments of an outline that is moved; curves with one handle get two."""
    at = (x, y)
    for name, given in commands:
        numbers = [value + (y if index % 2 else x) for index, value in enumerate(given)]
        match name:
            case "M":
                yield MoveTo(*numbers)
            case "L":
                yield LineTo(*numbers)
            case "C":
                yield CurveTo(*numbers)
            case "Q":
                handle, end = numbers[:2], numbers[2:]
                one = [start + (h - start) * 2 / 3 for start, h in zip(at, handle, strict=True)]
                two = [stop + (h - stop) * 2 / 3 for stop, h in zip(end, handle, strict=True)]
                yield CurveTo(*one, *two, *end)
            case _:
                yield ClosePath()
        at = (numbers[-2], numbers[-1]) if numbers else at
