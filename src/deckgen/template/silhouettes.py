"""A drawn shape or a picture -> the boxes in which it shows, where that is not all of its own.

An arc takes up little of its box, as do a slanting line, a triangle, and a picture of a whole page
with something in a corner. Text stands in the rest as if nothing was there.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color
from deckgen.geometry import Rect
from deckgen.opc.xml import child, flag, integer, qn
from deckgen.template.palette import fill_of
from deckgen.template.sights import Scale, Sight, tight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL.Image import Image as Picture

    from deckgen.opc.xml import Element
    from deckgen.template.scenery.model import CustomForm, FormPath
    from deckgen.template.shapes import TemplateShape

_GRID: Final = (96, 72)
"""How many points of a shape's box are looked at, across and down."""
_DENSE: Final = 0.6
"""The share of its box from which a shape takes up all of it."""
_DIVISIONS: Final = 4
"""How often a box that is mostly empty is divided in two."""
_MOST_MOVES: Final = 4_000
_CURVE: Final = 6
"""The straight pieces of a curve."""
_QUARTER_TURN: Final = 5_400_000
_SEEN: Final = 96
"""The alpha from which a point of a picture shows, of 255."""
_GRAIN: Final = 40
"""By how much the channels of points differ that pass for one colour, of 255."""
_NO_FILL: Final = qn("a:noFill")

Points = list[tuple[float, float]]


def boxes_of_shape(shape: TemplateShape, box: Rect) -> tuple[Rect, ...]:
    """Return where a shape shows within the box that it covers: all of it if that is not known."""
    properties = shape.properties
    turn = _turn_of(child(properties, "a:xfrm"))
    outlines = None if turn is None else _outlines(properties)
    if turn is None or outlines is None:
        return (box,)
    mask = _drawn(outlines, filled=_is_filled(shape))
    return tuple(sight.box for sight in _boxes(_turned(mask, *turn), box))


def boxes_of_picture(picture: Picture, box: Rect) -> tuple[Sight, ...]:
    """Return where a picture in RGBA shows within its box, with the colours of what is plain."""
    small = picture.resize(_GRID)
    mask = small.getchannel("A").point(lambda alpha: 255 * (alpha >= _SEEN))
    return _boxes(mask, box, small)


def _boxes(mask: Picture, box: Rect, picture: Picture | None = None) -> tuple[Sight, ...]:
    width, height = mask.size
    seen = mask.tobytes()
    spots = frozenset((at % width, at // width) for at, value in enumerate(seen) if value)
    if not spots:
        return (Sight(box),)
    scale = Scale(box, width, height)
    return tuple(
        Sight(scale.box(part), None if picture is None else _plain(picture, part))
        for part in tight(spots, _DIVISIONS, _DENSE)
    )


def _plain(picture: Picture, part: Rect) -> Color | None:
    """Return the colour of a part of a picture, None where it has several or lets some through."""
    seen = picture.crop((part.x, part.y, part.right, part.bottom))
    *channels, alpha = (sorted(seen.getchannel(name).tobytes()) for name in "RGBA")
    edge = len(alpha) // 10
    middle = (channel[edge : len(channel) - edge] for channel in channels)
    if alpha[edge] < _SEEN or any(one[-1] - one[0] > _GRAIN for one in middle):
        return None
    return Color("".join(f"{channel[len(channel) // 2]:02X}" for channel in channels))


def _is_filled(shape: TemplateShape) -> bool:
    fill = fill_of(shape.properties)
    return fill is not None and fill.tag != _NO_FILL


def _turn_of(frame: Element | None) -> tuple[int, bool, bool] | None:
    """Return the quarter turns of a shape, and whether it is mirrored; None if it lies askew."""
    turn = 0 if frame is None else integer(frame, "rot") or 0
    if turn % _QUARTER_TURN:
        return None
    mirrored = (frame is not None and flag(frame, name) is True for name in ("flipH", "flipV"))
    across, down = mirrored
    return turn // _QUARTER_TURN % 4, across, down


def _turned(mask: Picture, turns: int, across: bool, down: bool) -> Picture:
    """Return what a shape covers as it lies on the slide: mirrored first, then turned."""
    from PIL.Image import Transpose

    if across:
        mask = mask.transpose(Transpose.FLIP_LEFT_RIGHT)
    if down:
        mask = mask.transpose(Transpose.FLIP_TOP_BOTTOM)
    ways = (None, Transpose.ROTATE_270, Transpose.ROTATE_180, Transpose.ROTATE_90)
    way = ways[turns]
    return mask if way is None else mask.transpose(way)


def _drawn(outlines: Sequence[Points], *, filled: bool) -> Picture:
    """Return what outlines cover; where they cover something twice it is a hole."""
    from PIL import Image, ImageChops, ImageDraw

    whole = Image.new("1", _GRID)
    for outline in outlines:
        part = Image.new("1", _GRID)
        points = [(x * (_GRID[0] - 1), y * (_GRID[1] - 1)) for x, y in outline]
        pen = ImageDraw.Draw(part)
        if filled and len(points) > 2:
            pen.polygon(points, fill=1, outline=1)
            whole = ImageChops.logical_xor(whole, part)
        elif len(points) > 1:
            pen.line(points, fill=1, width=2)
            whole = ImageChops.logical_or(whole, part)
    return whole.convert("L")


def _outlines(properties: Element | None) -> list[Points] | None:
    """Return outlines on a square of 1 by 1; None for a form that covers its box or is unknown."""
    preset = child(properties, "a:prstGeom")
    if preset is not None:
        return _PRESETS.get(preset.get("prst", ""))
    if child(properties, "a:custGeom") is None:
        return None
    from deckgen.template.scenery.forms import read_form
    from deckgen.template.scenery.model import CustomForm

    form = read_form(properties)
    return _of_custom(form, properties) if isinstance(form, CustomForm) else None


def _of_custom(form: CustomForm, properties: Element | None) -> list[Points] | None:
    size = child(properties, "a:xfrm", "a:ext")
    whole = (integer(size, "cx") or 0, integer(size, "cy") or 0) if size is not None else (0, 0)
    outlines: list[Points] = []
    moves = 0
    for path in form.paths:
        moves += len(path.moves)
        width, height = path.width or whole[0], path.height or whole[1]
        if moves > _MOST_MOVES or width <= 0 or height <= 0:
            return None
        try:
            outlines += _flat(path, width, height)
        except (ValueError, IndexError):  # values that are told by names
            return None
    return outlines or None


def _flat(path: FormPath, width: float, height: float) -> Iterator[Points]:
    """Yield the outlines of a path, curves in straight pieces; raises `ValueError` for arcs."""
    outline: Points = []
    for kind, values in path.moves:
        if kind == "arcTo":
            raise ValueError
        numbers = [float(value) for value in values]
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
        placed = [(_share(x, width), _share(y, height)) for x, y in points]
        if kind == "moveTo":
            if outline:
                yield outline
            outline = placed
        elif kind in {"cubicBezTo", "quadBezTo"}:
            outline += _curve([outline[-1], *placed])
        elif placed:
            outline += placed
    if outline:
        yield outline


def _share(value: float, whole: float) -> float:
    return max(-1.0, min(2.0, value / whole))


def _curve(controls: Points) -> Points:
    """Return points on a Bézier curve, by de Casteljau's way."""
    points = []
    for step in range(1, _CURVE + 1):
        at, left = step / _CURVE, controls
        while len(left) > 1:
            left = [
                (a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at) for a, b in pairwise(left)
            ]
        points.append(left[0])
    return points


_PRESETS: Final[dict[str, list[Points]]] = {
    "rtTriangle": [[(0, 0), (0, 1), (1, 1)]],
    "triangle": [[(0.5, 0), (0, 1), (1, 1)]],
    "line": [[(0, 0), (1, 1)]],
    "straightConnector1": [[(0, 0), (1, 1)]],
}
"""The standard's forms that leave much of their box empty, as they are unless adjusted."""
