"""The dark layouts of the corporate template: cover, section, closing."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Rect
from deckgen.units import Emu, inch

from .corporate_grid import BOTTOM, BRIGHT, MARGIN, SLIDE, TOP, MIDDLE, footers, rule
from .design import Layout
from .mosaic import DISC, LEAF, QUARTER, RING, SQUARE, TRIANGLE, Tile, mosaic
from .paint import ACCENT, DEEP, PALE, PAPER, background, gradient, solid
from .placeholders import Placeholder
from .typography import Level, flat, points

_GROUND: Final = background(gradient(DEEP, DEEP.shade(70), 60))
_SIDE: Final = inch(1.5)
_COLUMN: Final = inch(7.4)
_MOSAIC_X: Final = SLIDE.width - _SIDE * 3

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


def _light_footers(left: Emu, right: Emu) -> tuple[Placeholder, ...]:
    return footers(PALE, PAPER, left, right)


def _column(x: Emu, y: float, height: float) -> Rect:
    return Rect(x, inch(y), _COLUMN, inch(height))


_COVER: Final = Layout(
    "Title Slide",
    "title",
    (
        Placeholder(
            "Title",
            "ctrTitle",
            None,
            _column(MARGIN, 1.15, 2.1),
            BOTTOM,
            flat(Level(40, colour=PAPER, leading=100)),
            ("Title",),
        ),
        Placeholder(
            "Subtitle",
            "subTitle",
            1,
            _column(MARGIN, 3.65, 0.75),
            TOP,
            flat(Level(20, colour=PALE, leading=105, before=points(0))),
            ("Subtitle",),
        ),
        Placeholder(
            "Authors",
            "body",
            13,
            _column(MARGIN, 4.6, 0.85),
            TOP,
            flat(Level(16, colour=PAPER, leading=110, before=points(2))),
            ("Authors and affiliation",),
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
        *_light_footers(MARGIN, MARGIN + _COLUMN),
    ),
    (
        mosaic(_MOSAIC_X, Emu(0), _SIDE, _COVER_TILES),
        rule("Title Rule", Rect(MARGIN, inch(3.42), inch(0.9), inch(0.06)), BRIGHT),
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

_SECTION: Final = Layout(
    "Section Header",
    "secHead",
    (
        Placeholder(
            "Title",
            "title",
            None,
            Rect(MARGIN, inch(1.6), inch(9.75), inch(1.9)),
            BOTTOM,
            flat(Level(36, colour=PAPER, leading=100)),
            ("Section title",),
        ),
        Placeholder(
            "Text",
            "body",
            1,
            Rect(MARGIN, inch(3.9), inch(9.75), inch(1.6)),
            TOP,
            flat(Level(18, colour=PALE, leading=110, before=points(4))),
            ("What this section is about",),
        ),
        *_light_footers(MARGIN, MARGIN + inch(9.75)),
    ),
    (
        mosaic(SLIDE.width - _SIDE, Emu(0), _SIDE, _SECTION_TILES),
        rule("Title Rule", Rect(MARGIN, inch(3.67), inch(0.9), inch(0.06)), BRIGHT),
    ),
    _GROUND,
    master_figures=False,
)

_CLOSING_X: Final = _SIDE * 3 + inch(0.75)
_CLOSING: Final = Layout(
    "Closing",
    None,
    (
        Placeholder(
            "Title",
            "title",
            None,
            _column(_CLOSING_X, 1.6, 1.9),
            BOTTOM,
            flat(Level(36, colour=PAPER, leading=100)),
            ("Closing words",),
        ),
        Placeholder(
            "Subtitle",
            "body",
            13,
            _column(_CLOSING_X, 3.9, 2.0),
            TOP,
            flat(Level(16, colour=PALE, leading=110, before=points(4))),
            ("Contact",),
        ),
        *_light_footers(_CLOSING_X, SLIDE.width - MARGIN),
    ),
    (
        mosaic(Emu(0), Emu(0), _SIDE, _COVER_TILES),
        rule("Title Rule", Rect(_CLOSING_X, inch(3.67), inch(0.9), inch(0.06)), BRIGHT),
    ),
    _GROUND,
    master_figures=False,
)

COVERS: Final = (_COVER, _SECTION, _CLOSING)
