"""Pictures, shapes and strokes -> `p:pic`, `p:sp` and `p:cxnSp` elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit import paint
from deckgen.emit.frames import placeholder
from deckgen.emit.xml import element
from deckgen.geometry import Rect
from deckgen.pictures.model import UPRIGHT

if TYPE_CHECKING:
    from deckgen.emit.canvas import Canvas
    from deckgen.pages import Crop, Picture, Shape, Stroke
    from deckgen.pictures.model import PictureFile, Turn

DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)
"""Tells a screen reader to pass over a shape (MS-ODRAWXML, 2.27)."""

_DRAWING: Final = (
    '><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' r:embed="{}"/></a:ext></a:extLst></a:blip>'
)


def picture(item: Picture, canvas: Canvas) -> str:
    """Return a picture, in its placeholder where it has one; without words for it, decorative."""
    slot = item.slot
    shown = blip(item.file, canvas)
    identity = canvas.identity(item.name, item.alt)
    marks = canvas.link(item.link) if item.link else ""
    marks += "" if item.alt else DECORATIVE
    locks = (
        '<a:picLocks noGrp="1" noChangeAspect="1"/>' if slot else '<a:picLocks noChangeAspect="1"/>'
    )
    place = placeholder(slot.placeholder) if slot else ""
    turn = item.file.turn
    is_inherited = slot is not None and turn == UPRIGHT and slot.inherits(item.box)
    shape = "" if is_inherited else _turned(item.box, turn)
    shape += paint.preset("rect") if shape else ""
    return (
        f"<p:pic><p:nvPicPr>{element('p:cNvPr', identity, marks)}"
        f"<p:cNvPicPr>{locks}</p:cNvPicPr>{element('p:nvPr', '', place)}</p:nvPicPr>"
        f"<p:blipFill>{shown}{_crop(item.crop, turn)}"
        "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"{element('p:spPr', '', shape)}</p:pic>"
    )


def blip(file: PictureFile, canvas: Canvas) -> str:
    """Return the `a:blip` of a picture, with the drawing that newer programs show (MS-ODRAWXML)."""
    picture, drawing = canvas.picture(file), canvas.drawing(file)
    return f'<a:blip r:embed="{picture}"' + (_DRAWING.format(drawing) if drawing else "/>")


def _turned(box: Rect, turn: Turn) -> str:
    """Return where a picture is: its box before it is turned about its middle (20.1.7.6)."""
    if turn.lies:
        x, y = box.x + (box.width - box.height) // 2, box.y + (box.height - box.width) // 2
        box = Rect(x, y, box.height, box.width)
    return paint.transform(box, turns=turn.quarters, mirrored=turn.mirrored)


def _crop(crop: Crop, turn: Turn) -> str:
    """Return the `a:srcRect`, in thousandths of a percent: what is cut off the stored picture."""
    upright = (crop.top, crop.right, crop.bottom, crop.left)
    top, right, bottom, left = (*upright[turn.quarters :], *upright[: turn.quarters])
    if turn.mirrored:
        left, right = right, left
    sides = (("l", left), ("t", top), ("r", right), ("b", bottom))
    cut = "".join(f' {side}="{round(share * 100_000)}"' for side, share in sides if share)
    return f"<a:srcRect{cut}/>" if cut else ""


def shape(item: Shape, canvas: Canvas) -> str:
    """Return a drawn shape."""
    filled = paint.fill(item.fill) if item.fill else paint.NO_FILL
    line = paint.line(item.outline) if item.outline else f"<a:ln>{paint.NO_FILL}</a:ln>"
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{canvas.identity(item.name)}>{DECORATIVE}</p:cNvPr>"
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{paint.transform(item.box)}{paint.preset(item.geometry.value)}"
        f"{filled}{line}</p:spPr></p:sp>"
    )


def stroke(item: Stroke, canvas: Canvas) -> str:
    """Return a straight line."""
    return (
        f"<p:cxnSp><p:nvCxnSpPr><p:cNvPr{canvas.identity(item.name)}>{DECORATIVE}</p:cNvPr>"
        "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{paint.transform(item.box)}{paint.preset('line')}"
        f"{paint.line(item.outline)}</p:spPr></p:cxnSp>"
    )
