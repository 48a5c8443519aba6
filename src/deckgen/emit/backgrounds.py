"""What a page has behind it -> its `p:bg`, and what is drawn first of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit import drawings, paint
from deckgen.geometry import Rect
from deckgen.pictures.model import UPRIGHT
from deckgen.records import Struct
from deckgen.units import ZERO

if TYPE_CHECKING:
    from deckgen.emit.canvas import Canvas
    from deckgen.pages import Picture, SlideBackground, Veil

_OPAQUE: Final = 100_000


class Behind(Struct, frozen=True):
    """The attributes of a slide, its `p:bg`, and its first shapes."""

    attributes: str = ""
    fill: str = ""
    shapes: str = ""


NOTHING_BEHIND: Final = Behind()


def background(given: SlideBackground, canvas: Canvas) -> Behind:
    """Return what is written for a background.

    A picture is one to PowerPoint, too, where it fills the slide as it is stored and has no words
    for it, which a background cannot have; else it is a picture below all others.
    """
    picture, shapes, fill = given.picture, "", ""
    if picture is not None and not given.covers and _is_plain(picture, canvas):
        shown = drawings.blip(picture.file, canvas)
        cut = drawings.crop(picture.crop, picture.file.turn)
        blip = f"{shown}{cut}<a:stretch><a:fillRect/></a:stretch>"
        fill = f'<a:blipFill dpi="0" rotWithShape="1">{blip}</a:blipFill>'
    elif picture is not None:
        shapes = drawings.picture(picture, canvas)
    if given.color is not None:
        fill = paint.fill(given.color)
    if given.veil is not None:
        shapes += _veil(given.veil, canvas)
    hides = ' showMasterSp="0"' if given.hides else ""
    written = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>" if fill else ""
    return Behind(hides, written, shapes)


def _is_plain(picture: Picture, canvas: Canvas) -> bool:
    whole = picture.box.size == canvas.deck.slide_size
    return whole and picture.file.turn == UPRIGHT and not picture.alt


def _veil(veil: Veil, canvas: Canvas) -> str:
    """Return a rectangle over the whole slide, so that what is behind it shows through."""
    size = canvas.deck.slide_size
    box = Rect(ZERO, ZERO, size.width, size.height)
    alpha = f'<a:alpha val="{round(veil.amount * _OPAQUE)}"/>' if veil.amount < 1 else ""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{canvas.identity('Veil')}>{drawings.DECORATIVE}</p:cNvPr>"
        '<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{paint.transform(box)}{paint.preset('rect')}"
        f'<a:solidFill><a:srgbClr val="{veil.color.rgb}">{alpha}</a:srgbClr></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
