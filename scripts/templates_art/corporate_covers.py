"""The dark layouts of the corporate template: cover, section, closing."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Rect
from deckgen.units import Emu, inch, pt

from .corporate_grid import BOTTOM, BRIGHT, IS_WIDE, MARGIN, SLIDE, TOP, footers, rule
from .design import Layout
from .mosaic import LEAF, QUARTER, RING, SQUARE, Tile, mirrored, mosaic
from .paint import ACCENT, DEEP, PALE, PAPER, background, gradient, solid
from .placeholders import Placeholder
from .typography import Level, flat, points

_GROUND: Final = background(gradient(DEEP, DEEP.shade(70), 60))
_SIDE: Final = inch(1.5)
_TILED: Final = 3 if IS_WIDE else 2
"""How many columns of tiles a cover has."""
_COLUMN: Final = SLIDE.width - _SIDE * _TILED - MARGIN * 2
_RULE_Y: Final = inch(3.26)
_MOSAIC_X: Final = SLIDE.width - _SIDE * 3
_SECTION: Final = SLIDE.width - _SIDE - MARGIN * 2 - pt(42)

_LOW: Final = solid(DEEP.tint(8))
_MID: Final = gradient(DEEP.tint(20), DEEP.tint(10), 45)
_HIGH: Final = gradient(DEEP.tint(34), DEEP.tint(18), 45)
_TEAL: Final = gradient(ACCENT.tint(14), ACCENT, 45)
_LIGHT: Final = solid(BRIGHT)
_WHITE: Final = solid(PALE)

_COVER_TILES: Final = (
    Tile(1, 0, QUARTER, _LOW, 270),
    Tile(2, 0, QUARTER, _MID, 0),
    Tile(0, 1, QUARTER, _LOW, 90),
    Tile(1, 1, LEAF, _TEAL),
    Tile(2, 1, SQUARE, _LOW),
    Tile(2, 1, QUARTER, _HIGH, 180),
    Tile(0, 2, LEAF, _MID, 90),
    Tile(1, 2, QUARTER, _HIGH, 180),
    Tile(2, 2, QUARTER, _TEAL, 90),
    Tile(1, 3, SQUARE, _MID),
    Tile(1, 3, QUARTER, _LIGHT, 270),
    Tile(2, 3, RING, _WHITE, 0),
    Tile(0, 4, QUARTER, _LOW, 0),
    Tile(1, 4, QUARTER, _TEAL, 180),
    Tile(2, 4, SQUARE, _HIGH),
    Tile(2, 4, LEAF, _LOW, 90),
)


def _tiles() -> tuple[Tile, ...]:
    """Return the tiles of a cover, without the column next to the text where there is less room."""
    return tuple(tile for tile in _COVER_TILES if tile.column >= 3 - _TILED)


def _light_footers(left: Emu, right: Emu) -> tuple[Placeholder, ...]:
    return footers(PALE, PAPER, left, right)


def _column(x: Emu, y: float, height: float) -> Rect:
    return Rect(x, inch(y), _COLUMN, inch(height))


COVER: Final = Layout(
    "Title Slide",
    "title",
    (
        Placeholder(
            "Title",
            "ctrTitle",
            None,
            _column(MARGIN, 0.4, 2.7),
            BOTTOM,
            flat(Level(40, colour=PAPER, leading=100)),
            ("Title",),
        ),
        Placeholder(
            "Subtitle",
            "subTitle",
            1,
            _column(MARGIN, 3.52, 0.75),
            TOP,
            flat(Level(20, colour=PALE, leading=105, before=points(0))),
            ("Subtitle",),
        ),
        Placeholder(
            "Authors",
            "body",
            13,
            _column(MARGIN, 4.4, 0.95),
            TOP,
            flat(Level(16, colour=PAPER, leading=110, before=points(2))),
            ("Authors and affiliation",),
        ),
        Placeholder(
            "Date",
            "dt",
            10,
            _column(MARGIN, 5.4, 0.3),
            TOP,
            (Level(14, colour=PALE, align="l"),),
        ),
        Placeholder(
            "Notice",
            "body",
            14,
            _column(MARGIN, 6.2, 0.5),
            BOTTOM,
            flat(Level(10, colour=PALE, leading=110, before=points(0))),
            ("Legal notice",),
        ),
        *(each for each in _light_footers(MARGIN, MARGIN + _COLUMN) if each.kind != "dt"),
    ),
    (
        mosaic(_MOSAIC_X, Emu(0), _SIDE, _tiles()),
        rule("Title Rule", Rect(MARGIN, _RULE_Y, inch(0.9), inch(0.06)), BRIGHT),
    ),
    _GROUND,
    master_figures=False,
)

_SECTION_TILES: Final = (
    Tile(0, 0, QUARTER, _LOW, 180),
    Tile(0, 1, LEAF, _MID, 90),
    Tile(0, 2, QUARTER, _HIGH, 270),
    Tile(0, 3, QUARTER, _TEAL, 180),
    Tile(0, 4, LEAF, _LOW),
)

SECTION: Final = Layout(
    "Section Header",
    "secHead",
    (
        Placeholder(
            "Title",
            "title",
            None,
            Rect(MARGIN, inch(0.9), _SECTION, inch(2.2)),
            BOTTOM,
            flat(Level(36, colour=PAPER, leading=100)),
            ("Section title",),
        ),
        Placeholder(
            "Text",
            "body",
            1,
            Rect(MARGIN, inch(3.52), _SECTION, inch(1.8)),
            TOP,
            flat(Level(18, colour=PALE, leading=110, before=points(4))),
            ("What this section is about",),
        ),
        *_light_footers(MARGIN, MARGIN + _SECTION),
    ),
    (
        mosaic(SLIDE.width - _SIDE, Emu(0), _SIDE, _SECTION_TILES),
        rule("Title Rule", Rect(MARGIN, _RULE_Y, inch(0.9), inch(0.06)), BRIGHT),
    ),
    _GROUND,
    master_figures=False,
)

_CLOSING_X: Final = _SIDE * _TILED + MARGIN
CLOSING: Final = Layout(
    "Closing",
    None,
    (
        Placeholder(
            "Title",
            "title",
            None,
            _column(_CLOSING_X, 0.9, 2.2),
            BOTTOM,
            flat(Level(36, colour=PAPER, leading=100)),
            ("Closing words",),
        ),
        Placeholder(
            "Subtitle",
            "body",
            13,
            _column(_CLOSING_X, 3.52, 2.2),
            TOP,
            flat(Level(16, colour=PALE, leading=110, before=points(4))),
            ("Contact",),
        ),
        *_light_footers(_CLOSING_X, SLIDE.width - MARGIN),
    ),
    (
        mosaic(Emu(0), Emu(0), _SIDE, mirrored(_tiles(), 3)),
        rule("Title Rule", Rect(_CLOSING_X, _RULE_Y, inch(0.9), inch(0.06)), BRIGHT),
    ),
    _GROUND,
    master_figures=False,
)
