"""The bytes of a picture -> the darkest and the palest colour in each cell of a grid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, extremes
from deckgen.pictures.decoded import decoded, shallow, shrunk
from deckgen.pictures.recolored import changed
from deckgen.template.looks import Wash
from deckgen.template.paint import COLUMNS

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from deckgen.geometry import Rect
    from deckgen.template.looks import PictureLook
    from deckgen.template.sights import Sight

_ROWS, _CELL = 24, 5
"""The cells down a picture, and how many points of it are looked at in each direction of a cell."""
_LOOKED_AT: Final = (COLUMNS * _CELL, _ROWS * _CELL)
"""How many points of a picture that fills the slide are looked at, across and down."""
_AVERAGED: Final = (64, 64)
"""How many points of a picture its average is made of."""
_PIXEL: Final = 9_525
"""The EMU of a point of a picture that does not say how large it is: 96 to the inch."""
_OPAQUE: Final = 217
"""The least alpha of a picture that hides what is below it: 85 %, as bars have at a soft edge."""


def _first_tile(data: bytes, box: Rect) -> Picture | None:
    """Return what of a picture a box shows that has room for but one tile, else None."""
    from PIL.Image import Resampling

    def made(picture: Picture) -> Picture | None:
        across, down = (round(side / _PIXEL) for side in (box.width, box.height))
        if picture.info.get("dpi") or picture.width < across or picture.height < down:
            return None
        whole = shallow(picture).convert("RGBA").crop((0, 0, across, down))
        return whole.resize(_LOOKED_AT, Resampling.BOX)

    return decoded(data, made)


def mosaic(data: bytes, look: PictureLook) -> tuple[tuple[Color, Color], ...]:
    """Return the cells of a picture; none for a kind that is not read, or one that is see-through.

    One that covers an amount of white paper may be that. It is looked at closely enough for text,
    but not for a photograph's grain.
    """
    small = _looked_at(data, look)
    if small is None:
        return ()
    if look.amount is not None:
        small = _on_paper(small, look.amount)
    elif min(small.getchannel("A").tobytes()) < _OPAQUE:
        return ()
    return tuple(
        _cell(small, column * _CELL, row * _CELL)
        for row in range(_ROWS)
        for column in range(COLUMNS)
    )


def seen(data: bytes, look: PictureLook, slide: Rect) -> tuple[Sight, ...]:
    """Return what is in a picture that fills a slide, and through which white may shine."""
    from deckgen.template.sights import sights_of

    small, amount = _looked_at(data, look), 1.0 if look.amount is None else look.amount
    return () if small is None else sights_of(_on_paper(small, amount).convert("RGB"), slide)


def average(data: bytes, look: PictureLook) -> Wash | None:
    """Return what a picture looks like on average; None for a kind or size not read."""
    from PIL.Image import Resampling

    as_it_is = look.recoloring is None
    small = shrunk(data, (1, 1) if as_it_is else _AVERAGED, _AVERAGED, look.cut)
    if small is None:
        return None
    if look.recoloring is not None:
        small = changed(small, look.recoloring).resize((1, 1), Resampling.BOX)
    red, green, blue, alpha = small.tobytes()
    return Wash(Color(f"{red:02X}{green:02X}{blue:02X}"), alpha / 255)


def _looked_at(data: bytes, look: PictureLook) -> Picture | None:
    """Return a picture in RGBA as it shows, small."""
    wide, high = _LOOKED_AT
    if look.tile is not None:
        small = _first_tile(data, look.tile)
    else:
        small = shrunk(data, _LOOKED_AT, (wide * 2, high * 2), look.cut)
    return small if small is None or look.recoloring is None else changed(small, look.recoloring)


def _on_paper(picture: Picture, amount: float) -> Picture:
    """Return a picture in RGBA of which an amount, from 0 to 1, is seen on white."""
    from PIL import Image

    paper = Image.new("RGBA", picture.size, "white")
    whole = Image.alpha_composite(paper, picture)
    return whole if amount == 1 else Image.blend(paper, whole, amount)


def _cell(picture: Picture, x: int, y: int) -> tuple[Color, Color]:
    """Return the darkest and the palest point of a cell."""
    points = picture.crop((x, y, x + _CELL, y + _CELL)).convert("RGB").tobytes().hex().upper()
    seen = {points[at : at + 6] for at in range(0, len(points), 6)}
    return extremes([Color(rgb) for rgb in seen])
