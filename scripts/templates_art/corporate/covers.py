"""The dark layouts of the corporate template: cover, section, closing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.geometry import Rect
from deckgen.units import Emu, inch, pt

from ..design import Layout
from ..paint import background, gradient
from ..placeholders import Placeholder
from ..typography import Level, flat, points
from .grid import BOTTOM, MARGIN, TOP, Grid, footers, rule
from .look import Look
from .mosaic import LEAF, QUARTER, RING, SQUARE, Tile, mirrored, mosaic

_SIDE: Final = inch(1.5)
_RULE_Y: Final = inch(3.26)


@dataclass(frozen=True, slots=True)
class Covers:
    """The cover, the divider and the last page of a sheet in a look."""

    grid: Grid
    look: Look

    @property
    def tiled(self) -> int:
        """How many columns of tiles a cover has."""
        return 3 if self.grid.sheet.is_wide else 2

    @property
    def column_width(self) -> Emu:
        """The width of the text beside the tiles."""
        return self.grid.slide_width - _SIDE * self.tiled - MARGIN * 2

    def cover(self) -> Layout:
        """Return the first page."""
        right = MARGIN + self.column_width
        return Layout(
            "Title Slide",
            "title",
            (
                Placeholder(
                    "Title",
                    "ctrTitle",
                    None,
                    self._column(MARGIN, 0.4, 2.7),
                    BOTTOM,
                    flat(Level(40, colour=self.look.cover_text, leading=100)),
                    ("Title",),
                ),
                Placeholder(
                    "Subtitle",
                    "subTitle",
                    1,
                    self._column(MARGIN, 3.52, 0.75),
                    TOP,
                    flat(Level(20, colour=self.look.cover_quiet, leading=105, before=points(0))),
                    ("Subtitle",),
                ),
                Placeholder(
                    "Authors",
                    "body",
                    13,
                    self._column(MARGIN, 4.4, 0.95),
                    TOP,
                    flat(Level(16, colour=self.look.cover_text, leading=110, before=points(2))),
                    ("Authors and affiliation",),
                ),
                Placeholder(
                    "Date",
                    "dt",
                    10,
                    self._column(MARGIN, 5.4, 0.3),
                    TOP,
                    (Level(14, colour=self.look.cover_quiet, align="l"),),
                ),
                Placeholder(
                    "Notice",
                    "body",
                    14,
                    self._column(MARGIN, 6.2, 0.5),
                    BOTTOM,
                    flat(Level(10, colour=self.look.cover_quiet, leading=110, before=points(0))),
                    ("Legal notice",),
                ),
                *(footer for footer in self._footers(MARGIN, right) if footer.kind != "dt"),
            ),
            (
                mosaic(self.grid.slide_width - _SIDE * 3, Emu(0), _SIDE, self._tiles()),
                rule("Title Rule", Rect(MARGIN, _RULE_Y, inch(0.9), inch(0.06)), self.look.bright),
            ),
            background(gradient(*self.look.ground, 60)),
            master_figures=False,
        )

    def divider(self) -> Layout:
        """Return the page that opens a section; its tiles end where the line of footers begins."""
        width = self.grid.slide_width - _SIDE - MARGIN * 2 - pt(42)
        return Layout(
            "Section Header",
            "secHead",
            (
                Placeholder(
                    "Title",
                    "title",
                    None,
                    Rect(MARGIN, inch(0.9), width, inch(2.2)),
                    BOTTOM,
                    flat(Level(36, colour=self.look.cover_text, leading=100)),
                    ("Section title",),
                ),
                Placeholder(
                    "Text",
                    "body",
                    1,
                    Rect(MARGIN, inch(3.52), width, inch(1.5)),
                    TOP,
                    flat(Level(18, colour=self.look.cover_quiet, leading=110, before=points(4))),
                    ("What this section is about",),
                ),
                Placeholder(
                    "Section Number",
                    "body",
                    15,
                    Rect(MARGIN, inch(5.15), inch(2.5), inch(1.25)),
                    BOTTOM,
                    flat(
                        Level(66, bold=True, colour=self.look.bright, leading=90, before=points(0))
                    ),
                    ("01",),
                ),
                *self._footers(MARGIN, self.grid.right),
            ),
            (
                mosaic(self.grid.slide_width - _SIDE, Emu(0), _SIDE, self._divider_tiles()),
                rule("Title Rule", Rect(MARGIN, _RULE_Y, inch(0.9), inch(0.06)), self.look.bright),
            ),
            background(gradient(*self.look.ground, 60)),
            master_figures=False,
        )

    def closing(self) -> Layout:
        """Return the last page."""
        left = _SIDE * self.tiled + MARGIN
        return Layout(
            "Closing",
            None,
            (
                Placeholder(
                    "Title",
                    "title",
                    None,
                    self._column(left, 0.9, 2.2),
                    BOTTOM,
                    flat(Level(36, colour=self.look.cover_text, leading=100)),
                    ("Closing words",),
                ),
                Placeholder(
                    "Subtitle",
                    "body",
                    13,
                    self._column(left, 3.52, 2.2),
                    TOP,
                    flat(Level(16, colour=self.look.cover_quiet, leading=110, before=points(4))),
                    ("Contact",),
                ),
                *self._footers(left, self.grid.slide_width - MARGIN),
            ),
            (
                mosaic(Emu(0), Emu(0), _SIDE, mirrored(self._tiles(), 3)),
                rule("Title Rule", Rect(left, _RULE_Y, inch(0.9), inch(0.06)), self.look.bright),
            ),
            background(gradient(*self.look.ground, 60)),
            master_figures=False,
        )

    def _footers(self, left: Emu, right: Emu) -> tuple[Placeholder, ...]:
        return footers(self.look.cover_quiet, self.look.cover_text, left, right)

    def _column(self, x: Emu, y: float, height: float) -> Rect:
        return Rect(x, inch(y), self.column_width, inch(height))

    def _tiles(self) -> tuple[Tile, ...]:
        """Return the tiles of a cover, fewer where there is less room beside the text."""
        low, mid, high, teal, light, white = self.look.tiles
        tiles = (
            Tile(1, 0, QUARTER, low, 270),
            Tile(2, 0, QUARTER, mid, 0),
            Tile(0, 1, QUARTER, low, 90),
            Tile(1, 1, LEAF, teal),
            Tile(2, 1, SQUARE, low),
            Tile(2, 1, QUARTER, high, 180),
            Tile(0, 2, LEAF, mid, 90),
            Tile(1, 2, QUARTER, high, 180),
            Tile(2, 2, QUARTER, teal, 90),
            Tile(1, 3, SQUARE, mid),
            Tile(1, 3, QUARTER, light, 270),
            Tile(2, 3, RING, white, 0),
            Tile(0, 4, QUARTER, low, 0),
            Tile(1, 4, QUARTER, teal, 180),
            Tile(2, 4, SQUARE, high),
            Tile(2, 4, LEAF, low, 90),
        )
        return tuple(tile for tile in tiles if tile.column >= 3 - self.tiled)

    def _divider_tiles(self) -> tuple[Tile, ...]:
        low, mid, high, teal, *_ = self.look.tiles
        return (
            Tile(0, 0, QUARTER, low, 180),
            Tile(0, 1, LEAF, mid, 90),
            Tile(0, 2, QUARTER, high, 270),
            Tile(0, 3, QUARTER, teal, 180),
        )
