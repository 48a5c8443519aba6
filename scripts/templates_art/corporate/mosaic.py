"""Cells of a square grid -> the mosaic of quarter discs and leaves that marks the brand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from deckgen.geometry import Rect
from deckgen.units import Emu

from ..shapes import Figure, Group, Turn, arc, move, path, preset, to

SQUARE: Final = preset("rect")
QUARTER: Final = path(100, move(0, 0), arc(100, 270, 90), to(0, 100))
"""A quarter disc around the lower left corner."""

RING: Final = path(100, move(0, 0), arc(100, 270, 90), to(50, 100), arc(50, 0, -90))
"""A quarter ring around the lower left corner, half as thick as its radius."""

LEAF: Final = path(100, move(0, 0), arc(100, 270, 90), arc(100, 90, 90))
"""What two quarter discs share: a leaf from the upper left to the lower right."""


_MIRRORED_TURN: Final[Mapping[Turn, Turn]] = {0: 270, 90: 180, 180: 90, 270: 0}
"""Every geometry here is its own mirror image, once turned."""


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


def mirrored(tiles: Sequence[Tile], columns: int) -> tuple[Tile, ...]:
    """Return tiles of so many columns as a mirror would show them."""
    return tuple(
        replace(tile, column=columns - 1 - tile.column, turn=_MIRRORED_TURN[tile.turn])
        for tile in tiles
    )
