"""Cells of a square grid -> the mosaic of quarter discs and leaves that marks the brand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deckgen.geometry import Rect
from deckgen.units import Emu

from .shapes import Figure, Group, Turn, arc, move, path, preset, to

SQUARE: Final = preset("rect")
DISC: Final = preset("ellipse")
QUARTER: Final = path(100, move(0, 0), arc(100, 270, 90), to(0, 100))
"""A quarter disc around the lower left corner."""

RING: Final = path(100, move(0, 0), arc(100, 270, 90), to(50, 100), arc(50, 0, -90))
"""A quarter ring around the lower left corner, half as thick as its radius."""

LEAF: Final = path(100, move(0, 0), arc(100, 270, 90), arc(100, 90, 90))
"""What two quarter discs share: a leaf from the upper left to the lower right."""

TRIANGLE: Final = path(100, move(0, 0), to(100, 100), to(0, 100))
"""The lower left half of the square."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of a mosaic: its cell, its geometry and fill, and its turn."""

    column: int
    row: int
    geometry: str
    fill: str
    turn: Turn = 0


def mosaic(x: Emu, y: Emu, side: Emu, tiles: Sequence[Tile]) -> Group:
    """Return tiles in cells of a side, from a corner on."""
    return Group(
        "Mosaic",
        tuple(
            Figure(
                f"Tile {number}",
                Rect(x + side * tile.column, y + side * tile.row, side, side),
                tile.fill,
                tile.geometry,
                tile.turn,
            )
            for number, tile in enumerate(tiles, 1)
        ),
    )
