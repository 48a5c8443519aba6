"""Pictures and what is drawn -> `p:pic`, `p:sp`, `p:cxnSp` and `p:grpSp` elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from deckgen.drawn import Connector, Freeform, Shape, Stroke, Tip
from deckgen.emit import paint
from deckgen.emit.attachments import recording
from deckgen.emit.frames import placeholder
from deckgen.emit.relations import AUDIO, MEDIA, VIDEO
from deckgen.emit.timing import Playing
from deckgen.emit.xml import element
from deckgen.geometry import Rect
from deckgen.pictures.model import UPRIGHT
from deckgen.units import Emu

if TYPE_CHECKING:
    from deckgen.drawn import Drawn
    from deckgen.emit.canvas import Canvas
    from deckgen.geometry import Crop
    from deckgen.pages import ItemGroup, Picture, Played
    from deckgen.pictures.model import PictureFile, Turn

_LEAST: Final = Emu(12_700)
"""The least width and height of a bent connector, of which its corners are shares."""
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

_ON_CLICK: Final = '<a:hlinkClick r:id="" action="ppaction://media"/>'
_MEDIA: Final = (
    '<p:extLst><p:ext uri="{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}"><p14:media'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" r:embed="{}"/>'
    "</p:ext></p:extLst>"
)


def picture(item: Picture, canvas: Canvas) -> str:
    """Return a picture, in its placeholder where it has one; without words for it, decorative."""
    slot = item.slot
    shown = blip(item.file, canvas)
    identity = canvas.identity(item.name, item.alt, item.box)
    marks, plays = canvas.link(item.link) if item.link else "", ""
    if item.played is not None:
        marks, plays = _ON_CLICK, _played(item, item.played, canvas)
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
        f"<p:cNvPicPr>{locks}</p:cNvPicPr>{element('p:nvPr', '', place + plays)}</p:nvPicPr>"
        f"<p:blipFill>{shown}{crop(item.crop, turn)}"
        "<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"{element('p:spPr', '', shape)}</p:pic>"
    )


def _played(item: Picture, played: Played, canvas: Canvas) -> str:
    """Return what a picture plays: the file as older and as newer programs find it."""
    kind, name = (VIDEO, "videoFile") if played.is_video else (AUDIO, "audioFile")
    old = canvas.attach(recording(played.recording, kind))
    new = canvas.attach(recording(played.recording, MEDIA))
    canvas.playing.append(Playing(canvas.id_in(item.box), played.is_video, played.loops))
    return f'<a:{name} r:link="{old}"/>' + _MEDIA.format(new)


def blip(file: PictureFile, canvas: Canvas) -> str:
    """Return the `a:blip` of a picture, with the drawing that newer programs show (MS-ODRAWXML)."""
    picture, drawing = canvas.picture(file), canvas.drawing(file)
    return f'<a:blip r:embed="{picture}"' + (_DRAWING.format(drawing) if drawing else "/>")


def _turned(box: Rect, turn: Turn) -> str:
    """Return where a picture is: its box before it is turned about its middle (20.1.7.6)."""
    lying = lain(box) if turn.lies else box
    return paint.transform(lying, turns=turn.quarters, mirrored=turn.mirrored)


def lain(box: Rect) -> Rect:
    """Return the box that lies where another one stands when it is turned by a quarter."""
    x, y = box.x + (box.width - box.height) // 2, box.y + (box.height - box.width) // 2
    return Rect(x, y, box.height, box.width)


def crop(cut: Crop, turn: Turn) -> str:
    """Return the `a:srcRect`, in thousandths of a percent: what is cut off the stored picture."""
    upright = (cut.top, cut.right, cut.bottom, cut.left)
    top, right, bottom, left = (*upright[turn.quarters :], *upright[: turn.quarters])
    if turn.mirrored:
        left, right = right, left
    sides = (("l", left), ("t", top), ("r", right), ("b", bottom))
    written = "".join(f' {side}="{round(share * 100_000)}"' for side, share in sides if share)
    return f"<a:srcRect{written}/>" if written else ""


def drawn(item: Drawn, canvas: Canvas) -> str:
    """Return what is drawn rather than written."""
    match item:
        case Shape():
            return shape(item, canvas)
        case Stroke():
            return stroke(item, canvas)
        case Connector():
            return connector(item, canvas)
        case Freeform():
            return freeform(item, canvas)
        case _:
            assert_never(item)


def shape(item: Shape, canvas: Canvas) -> str:
    """Return a drawn shape."""
    filled = paint.fill(item.fill) if item.fill else paint.NO_FILL
    line = paint.line(item.outline) if item.outline else f"<a:ln>{paint.NO_FILL}</a:ln>"
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr{canvas.identity(item.name, box=item.box)}>{DECORATIVE}</p:cNvPr>"
        "<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{paint.transform(item.box)}{paint.preset(item.geometry.value, item.adjust)}"
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


def connector(item: Connector, canvas: Canvas) -> str:
    """Return a line that is glued to two shapes."""
    ends = "<a:round/>"
    ends += f'<a:headEnd type="{item.tail.value}"/>' if item.tail is not Tip.NONE else ""
    ends += f'<a:tailEnd type="{item.head.value}"/>' if item.head is not Tip.NONE else ""
    glued = "".join(
        f'<a:{name} id="{canvas.id_in(joint.box)}" idx="{joint.site}"/>'
        for name, joint in (("stCxn", item.start), ("endCxn", item.end))
    )
    return (
        f"<p:cxnSp><p:nvCxnSpPr><p:cNvPr{canvas.identity(item.name)}>{DECORATIVE}</p:cNvPr>"
        f"<p:cNvCxnSpPr>{glued}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{_course(item)}{paint.line(item.outline, ends=ends)}</p:spPr></p:cxnSp>"
    )


def _course(item: Connector) -> str:
    """Return how a connector runs: its box and its preset, which starts to the right and goes down.

    One that starts upright is turned by a quarter, after it was mirrored as is needed for that.
    """
    start, end, box = item.start.point, item.end.point, item.box
    left, up = end.x < start.x, end.y < start.y
    if item.corners:
        return _led(item)
    if not item.bent or not box.width or not box.height:
        return paint.transform(box, mirrored=left, upended=up) + paint.preset("straightConnector1")
    upright = item.start.side.is_upright
    if upright is not item.end.side.is_upright:
        shape = paint.preset("bentConnector2")
    else:
        shape = paint.preset("bentConnector3", item.turn, "adj1")
    if not upright:
        return paint.transform(box, mirrored=left, upended=up) + shape
    lying = lain(box)
    return paint.transform(lying, turns=1, mirrored=up, upended=not left) + shape


def _led(item: Connector) -> str:
    """Return how a connector runs that turns where it is told.

    Its corners are shares of the way between its ends, of which none may be nothing.
    """
    start, end = item.start.point, item.end.point
    left, up = end.x < start.x, end.y < start.y
    x, y = min(start.x, end.x), min(start.y, end.y)
    wide, high = (max(_LEAST, Emu(abs(way))) for way in (end.x - start.x, end.y - start.y))
    box = Rect(x, y, wide, high)
    across = [(corner.x - start.x) / (-box.width if left else box.width) for corner in item.corners]
    along = [(corner.y - start.y) / (-box.height if up else box.height) for corner in item.corners]
    upright = item.start.side.is_upright
    axes = (along, across) if upright else (across, along)
    # each corner but the last is told by the one of its two places that is new
    shares = [axes[number % 2][number] for number in range(len(item.corners) - 1)]
    if len(item.corners) == 1:
        shape = paint.preset("bentConnector2")
    else:
        shape = paint.preset_adjusted(f"bentConnector{len(item.corners) + 1}", shares)
    if not upright:
        return paint.transform(box, mirrored=left, upended=up) + shape
    return paint.transform(lain(box), turns=1, mirrored=up, upended=not left) + shape


def freeform(item: Freeform, canvas: Canvas) -> str:
    """Return a filled form of closed outlines."""
    across, down = item.grid
    paths = "".join(map(_outline, item.outlines))
    marks = canvas.link(item.link) if item.link else ""
    marks += "" if item.alt else DECORATIVE
    identity = canvas.identity(item.name, item.alt, item.box)
    return (
        f"<p:sp><p:nvSpPr>{element('p:cNvPr', identity, marks)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{paint.transform(item.box)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{across}" h="{down}">{paths}</a:path></a:pathLst></a:custGeom>'
        f"{paint.fill(item.fill)}<a:ln>{paint.NO_FILL}</a:ln></p:spPr></p:sp>"
    )


def _outline(points: tuple[tuple[int, int], ...]) -> str:
    (first, *rest) = (f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in rest)
    return f"<a:moveTo>{first}</a:moveTo>{lines}<a:close/>"


def group(item: ItemGroup, canvas: Canvas, inside: str) -> str:
    """Return a group of what was written of its items."""
    box = item.box
    where = (
        f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/>'
        f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.width}" cy="{box.height}"/>'
    )
    return (
        f"<p:grpSp><p:nvGrpSpPr><p:cNvPr{canvas.identity(item.name, item.alt)}/>"
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{where}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
    )
