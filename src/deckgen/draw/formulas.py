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
    TextMark,
)
from deckgen.draw.setting import TypesetRuns
from deckgen.placed_text import PlacedRun
from deckgen.records import replace
from deckgen.units import EMU_PER_POINT, Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.colors import Color
    from deckgen.draw.faces import Faces
    from deckgen.draw.model import Node, Segment
    from deckgen.formulas.outlines import Command, SignLetter, SignOutline


def draw_formula(
    run: PlacedRun, middle: tuple[float, float], color: Color, faces: Faces
) -> DrawnGroup | None:
    """Return the formula of a run about the middle of its room on the baseline, told in EMU.

    Letters that the math font lacks are set in the font of the text.

    None where the run is no formula, or its signs cannot be drawn.
    """
    if run.formula is None:
        return None
    from deckgen.formulas.outlines import outlines  # few decks need what is behind it

    drawn = outlines(run.formula.mathml, run.font.size.points)
    if drawn is None:
        return None
    x, y = middle[0] / EMU_PER_POINT - drawn.width / 2, middle[1] / EMU_PER_POINT
    marks: list[Node] = [_mark(sign, x, y, color) for sign in drawn.signs]
    for letter in drawn.letters:
        marks += _letter(letter, (x, y), run, (color, faces))
    return DrawnGroup(tuple(marks), use=StructureType.FORMULA, alt=run.text)


def _letter(
    letter: SignLetter, origin: tuple[float, float], run: PlacedRun, look: tuple[Color, Faces]
) -> Iterator[TextMark]:
    size, (color, faces) = letter.size, look
    font = replace(run.font, size=Centipoints(round(size * 100)), bold=False, italic=False)
    alone = PlacedRun(letter.letter, font, run.language)
    for piece in TypesetRuns((alone,), faces).pieces(0, 1):
        yield TextMark(
            text=piece.text,
            face=piece.face,
            size=size,
            x=origin[0] + letter.x + piece.x / EMU_PER_POINT,
            baseline=origin[1] + letter.baseline,
            width=piece.width / EMU_PER_POINT,
            fill=Solid(letter.color or color.rgb),
            language=run.language,
        )


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
