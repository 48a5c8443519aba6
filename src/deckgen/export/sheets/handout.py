"""Slides -> sheets that show several of them each, for the audience to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.export.links import relinked
from deckgen.export.model import ExportedPage
from deckgen.export.sheets.paper import (
    FOOT,
    GUTTER,
    MARGIN,
    PAPERS,
    SheetPlace,
    rules,
    sheet_of,
    sheet_slide,
)
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.draw.model import DrawnGroup
    from deckgen.export.model import ExportedDeck
    from deckgen.export.sheets.speech import Speech

GRIDS: Final = {
    1: ((1, 1),),
    2: ((1, 2), (2, 1)),
    3: ((1, 3),),
    4: ((2, 2),),
    6: ((2, 3), (3, 2)),
    9: ((3, 3),),
}
"""How many slides a sheet may show, in which columns and rows."""
_WITH_LINES: Final = 3
"""Beside so many slides there are lines to write on."""
_SHARE: Final = 0.52
"""How much of the width slides have that stand beside lines."""
_TURNING: Final = 1.15
"""How much larger slides must be for a sheet to lie."""
_APART: Final = 22.0
"""How far apart such lines are."""


class _Ground(Struct, frozen=True):
    """A sheet, and the places for slides on it."""

    width: float
    height: float
    places: tuple[SheetPlace, ...]


def handout(deck: ExportedDeck, number: int, paper: str, speech: Speech) -> ExportedDeck:
    """Return the sheets of a deck, each of which shows so many of its pages."""
    if not deck.pages:
        return deck
    first = deck.pages[0].drawing
    ground = _ground(number, PAPERS[paper], first.width / first.height)
    starts = range(0, len(deck.pages), number)
    sheets = [
        _sheet(deck, deck.pages[start : start + number], index, ground, speech)
        for index, start in enumerate(starts)
    ]
    return replace(
        deck, pages=tuple(relinked(sheet, lambda page: page // number) for sheet in sheets)
    )


def _sheet(
    deck: ExportedDeck,
    shown: Sequence[ExportedPage],
    index: int,
    ground: _Ground,
    speech: Speech,
) -> ExportedPage:
    parts: list[DrawnGroup] = []
    for page, place in zip(shown, ground.places, strict=False):
        drawing = page.drawing
        fitted = place.fitted(drawing.width, drawing.height)
        parts.append(sheet_slide(drawing, fitted))
        if len(ground.places) == _WITH_LINES:
            left = place.x + place.width + GUTTER
            beside = SheetPlace(left, fitted.y, ground.width - MARGIN - left, fitted.height)
            parts.append(rules(beside, _APART))
    parts.append(speech.foot(deck.title, index + 1, ground.width, ground.height))
    first, last = shown[0], shown[-1]
    title = str(first.number) if first is last else f"{first.number}–{last.number}"
    language = first.drawing.language
    drawing = sheet_of(ground.width, ground.height, tuple(parts), title, language)
    return ExportedPage(drawing, index + 1)


def _ground(number: int, upright: tuple[float, float], shape: float) -> _Ground:
    """Return the sheet on which slides of a shape are largest, upright or lying."""
    lying = (upright[1], upright[0])
    sheets = (upright,) if number == _WITH_LINES else (upright, lying)
    grounds = [_Ground(*sheet, _places(sheet, *grid)) for sheet in sheets for grid in GRIDS[number]]
    return max(grounds, key=lambda ground: _worth(ground, shape))


def _worth(ground: _Ground, shape: float) -> float:
    """Return how large slides are; sheets that lie are turned in the hand, which costs some."""
    width = ground.places[0].fitted(shape, 1.0).width
    return width if ground.width < ground.height else width / _TURNING


def _places(sheet: tuple[float, float], columns: int, rows: int) -> tuple[SheetPlace, ...]:
    """Return the places on a sheet, row by row."""
    room = sheet[0] - 2 * MARGIN, sheet[1] - 2 * MARGIN - FOOT
    wide = (room[0] - GUTTER * (columns - 1)) / columns
    high = (room[1] - GUTTER * (rows - 1)) / rows
    if columns * rows == _WITH_LINES:
        wide *= _SHARE
    return tuple(
        SheetPlace(MARGIN + column * (wide + GUTTER), MARGIN + row * (high + GUTTER), wide, high)
        for row in range(rows)
        for column in range(columns)
    )
