"""What fills a background or a shape -> the colours that show, by the cells of a grid over it."""

from __future__ import annotations

from itertools import chain, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, mix
from deckgen.geometry import Rect
from deckgen.limits import LOOKED_AT
from deckgen.opc.xml import Element, child, integer, local_name, qn, share
from deckgen.pictures.decoded import decoded, shallow, shrunk
from deckgen.records import Struct, field, replace
from deckgen.template.palette import fill_of

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

    from deckgen.opc.package import Package, Part
    from deckgen.template.palette import Palette
    from deckgen.template.shapes import TemplateShape
    from deckgen.template.sights import Sight

_COLUMNS, _ROWS, _CELL = 32, 24, 5
"""The grid over a picture, and how many points of it are looked at in each direction of a cell."""
_LOOKED_AT: Final = (_COLUMNS * _CELL, _ROWS * _CELL)
"""How many points of a picture that fills the slide are looked at, across and down."""
_STEPS: Final = 16
"""The cells along a gradient."""
_BACKWARDS: Final = (2, 3)
"""The quarter turns of a gradient that runs to the left or up."""
_ALPHA: Final = qn("a:alpha")
_EXTENSIONS: Final = qn("a:extLst")
_BRIGHTNESS: Final = qn("a:lum")
_OPACITY: Final = qn("a:alphaModFix")
_TILE: Final = {"tx": "0", "ty": "0", "sx": "100000", "sy": "100000", "flip": "none", "algn": "tl"}
_PIXEL: Final = 9_525
"""The EMU of a point of a picture that does not say how large it is: 96 to the inch."""
_EDGES: Final = ("l", "t", "r", "b")
_TURNS: Final = frozenset({"rot", "flipH", "flipV"})
_QUARTER_TURN: Final = 5_400_000
_OPAQUE: Final = 217
"""The least alpha of a picture that hides what is below it: 85 %, as bars have at a soft edge."""


class Paint(Struct, frozen=True):
    """What is painted in a box: the darkest and the palest colour in each cell of a grid over it.

    The cells run from the top left, row by row; there are none where the colours are not known.
    Something that `hides` lets nothing below it show in its box.
    """

    box: Rect
    cells: tuple[tuple[Color, Color], ...] = ()
    columns: int = 1
    hides: bool = False

    def within(self, part: Rect) -> tuple[Color, ...]:
        """Return the extremes in the cells that a part of the box meets."""
        box, rows = self.box, len(self.cells) // self.columns
        if not rows:
            return ()
        first = int(max(0, part.x - box.x) * self.columns // box.width)
        last = int(max(0, part.right - box.x - 1) * self.columns // box.width)
        top = int(max(0, part.y - box.y) * rows // box.height)
        bottom = int(max(0, part.bottom - box.y - 1) * rows // box.height)
        return tuple(
            color
            for row in range(min(top, rows - 1), min(bottom, rows - 1) + 1)
            for column in range(min(first, self.columns - 1), min(last, self.columns - 1) + 1)
            for color in self.cells[row * self.columns + column]
        )


def plain(box: Rect, color: Color) -> Paint:
    """Return the paint of one colour."""
    return Paint(box, ((color, color),), hides=True)


class Mixer(Struct, frozen=True):
    """What is needed to tell which colours a fill has; `pictures` remembers those of pictures.

    `sights` remembers what was found in pictures that fill the slide.
    """

    package: Package
    palette: Palette
    pictures: dict[str, tuple[tuple[Color, Color], ...]]
    sights: dict[str, tuple[Sight, ...]] = field(default_factory=dict)

    def shape(self, shape: TemplateShape, part: Part, box: Rect) -> Paint:
        """Return what a shape paints in a box that it covers."""
        properties = shape.properties
        fill = shape.part("p:blipFill") if shape.kind == "pic" else fill_of(properties)
        if fill is None:
            reference = child(shape.part("p:style"), "a:fillRef")
            if shape.kind != "sp" or reference is None or not integer(reference, "idx"):
                return Paint(box)
            cells = _extremes([self.palette.resolve(color) for color in reference])
            return Paint(box, cells, hides=_is_upright_box(properties))
        found = self.fill(fill, part, box)
        whole = shape.drawn == box and not _is_turned(properties)
        if _is_upright_box(properties) and (whole or len(found.cells) < 2):
            return found
        cells = _extremes([color for cell in found.cells for color in cell])
        return Paint(box, cells, hides=_is_upright_box(properties))

    def fill(self, fill: Element, part: Part, box: Rect, placeholder: Color | None = None) -> Paint:
        """Return what a fill paints; nothing is known of one that something shines through."""
        if any((share(alpha, "val") or 0.0) < 1 for alpha in fill.iter(_ALPHA)):
            return Paint(box)
        match local_name(fill):
            case "blipFill":
                return self._picture(fill, part, box)
            case "gradFill":
                return self._gradient(fill, box, placeholder)
            case "pattFill":
                steps = [*_children(fill, "a:fgClr"), *_children(fill, "a:bgClr")]
            case _:
                steps = list(fill)
        cells = _extremes([self.palette.resolve(step, placeholder) for step in steps])
        return Paint(box, cells, hides=bool(cells))

    def _gradient(self, fill: Element, box: Rect, placeholder: Color | None) -> Paint:
        """Return what a gradient paints: steps of one that runs straight across or down."""
        stops = [
            (share(stop, "pos") or 0.0, self.palette.resolve(color, placeholder))
            for stop in _children(fill, "a:gsLst")
            for color in stop
        ]
        line = child(fill, "a:lin")
        turns, askew = divmod((line is not None and integer(line, "ang")) or 0, _QUARTER_TURN)
        if line is None or askew or not stops:
            return Paint(box, _extremes([color for _, color in stops]), hides=bool(stops))
        edges = [_at(number / _STEPS, stops) for number in range(_STEPS + 1)]
        cells = tuple(cell for pair in pairwise(edges) for cell in _extremes([*pair]))
        runs_back, columns = turns % 4 in _BACKWARDS, 1 if turns % 2 else _STEPS
        return Paint(box, cells[::-1] if runs_back else cells, columns, hides=True)

    def ground(self, fill: Element, part: Part, box: Rect, color: Color | None = None) -> Paint:
        """Return what the fill of a background paints: white paper shines through its pictures."""
        if local_name(fill) != "blipFill":
            return self.fill(fill, part, box, color)
        paint = self._picture(fill, part, box, opacity(child(fill, "a:blip")))
        inset = child(fill, "a:stretch", "a:fillRect")
        leaves = inset is not None and any((share(inset, edge) or 0.0) > 0 for edge in _EDGES)
        if not leaves or not paint.cells:
            return paint
        return replace(paint, cells=_extremes([Color("FFFFFF"), *chain(*paint.cells)]))

    def _picture(self, fill: Element, part: Part, box: Rect, amount: float | None = None) -> Paint:
        """Return what a picture paints, which covers an `amount` of white paper if one is given."""
        blip, cut = child(fill, "a:blip"), child(fill, "a:srcRect")
        if blip is None or any(_changes(step, alpha=amount is not None) for step in blip):
            return Paint(box)
        target = part.lead(blip.get(qn("r:embed"))) or ""
        if amount is not None and _is_one_tile(fill):
            cells = self._cells(target, amount, box)
            if cells:
                return Paint(box, cells, _COLUMNS, hides=True)
        cells = self._cells(target, amount)
        inset = child(fill, "a:stretch", "a:fillRect")
        moved = inset is not None and bool(inset.attrib)
        if not cells or (moved and amount is None):
            return Paint(box)
        if moved or child(fill, "a:tile") is not None or (cut is not None and cut.attrib):
            return Paint(box, _extremes([*chain(*cells)]), hides=True)
        return Paint(box, cells, _COLUMNS, hides=True)

    def _cells(
        self, target: str, amount: float | None, tile: Rect | None = None
    ) -> tuple[tuple[Color, Color], ...]:
        """Return the cells of a picture, or of what of it a box shows as its first tile."""
        known = target if amount is None else f"{target} {amount} {tile is not None}"
        if known not in self.pictures:
            is_one_more = len(self.pictures) < LOOKED_AT
            image = self.package.parts.get(target) if is_one_more else None
            self.pictures[known] = () if image is None else _mosaic(image.data, amount, tile)
        return self.pictures[known]

    def seen(self, fill: Element | None, part: Part, slide: Rect) -> tuple[Sight, ...]:
        """Return what is in the picture of a fill that shows it whole on all of a slide."""
        blip, cut = child(fill, "a:blip"), child(fill, "a:srcRect")
        inset = child(fill, "a:stretch", "a:fillRect")
        uncut = all(edges is None or not edges.attrib for edges in (cut, inset))
        tiled, first = child(fill, "a:tile") is not None, _is_one_tile(fill)
        if blip is None or not uncut or (tiled and not first):
            return ()
        target, amount = part.lead(blip.get(qn("r:embed"))) or "", opacity(blip)
        known = f"{target} {amount} {tiled}"
        if known not in self.sights:
            is_one_more = len(self.sights) < LOOKED_AT
            image = self.package.parts.get(target) if is_one_more else None
            self.sights[known] = () if image is None else _seen(image.data, amount, slide, tiled)
        return self.sights[known]


def opacity(blip: Element | None) -> float:
    """Return how much of a picture a blip lets be seen, from 0 to 1."""
    shown = child(blip, "a:alphaModFix")
    amount = None if shown is None else share(shown, "amt")
    return 1.0 if amount is None else max(0.0, min(1.0, amount))


def _changes(step: Element, *, alpha: bool) -> bool:
    """Tell whether a child of a picture makes it look otherwise; many files have empty ones.

    With `alpha` it is known how much of it is seen.
    """
    if step.tag == _OPACITY:
        return not alpha
    return step.tag != _EXTENSIONS and (step.tag != _BRIGHTNESS or bool(step.attrib))


def _children(element: Element, name: str) -> list[Element]:
    found = child(element, name)
    return [] if found is None else list(found)


def _extremes(colors: list[Color]) -> tuple[tuple[Color, Color], ...]:
    """Return the one cell that has all the colours, none where there are none."""
    if not colors:
        return ()
    return ((min(colors, key=_luminance), max(colors, key=_luminance)),)


def _at(position: float, stops: list[tuple[float, Color]]) -> Color:
    """Return the colour of a gradient at a share of its way."""
    ordered = sorted(stops, key=itemgetter(0))
    before = next((stop for stop in reversed(ordered) if stop[0] <= position), ordered[0])
    after = next((stop for stop in ordered if stop[0] > position), before)
    way = after[0] - before[0]
    return mix(before[1], after[1], (position - before[0]) / way) if way > 0 else before[1]


def _luminance(color: Color) -> float:
    return color.luminance


def _is_turned(properties: Element | None) -> bool:
    """Tell whether a shape, and what fills it, is turned or mirrored in any way."""
    frame = child(properties, "a:xfrm")
    return frame is not None and not _TURNS.isdisjoint(frame.attrib)


def _is_upright_box(properties: Element | None) -> bool:
    """Tell whether a shape covers all of its box: a rectangle that is not turned askew."""
    preset, frame = child(properties, "a:prstGeom"), child(properties, "a:xfrm")
    if frame is not None and (integer(frame, "rot") or 0) % _QUARTER_TURN:
        return False
    return preset is not None and preset.get("prst") == "rect"


def _is_one_tile(fill: Element | None) -> bool:
    """Tell whether a picture is tiled as it is, from the top left on."""
    tile = child(fill, "a:tile")
    return tile is not None and all(tile.get(name, value) == value for name, value in _TILE.items())


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


def _mosaic(
    data: bytes, amount: float | None = None, tile: Rect | None = None
) -> tuple[tuple[Color, Color], ...]:
    """Return the cells of a picture; none for a kind that is not read, or one that is see-through.

    One that covers an `amount` of white paper may be that. With `tile` they are of what a box shows
    as the first tile. It is looked at closely enough for text, but not for a photograph's grain.
    """
    wide, high = _LOOKED_AT
    if tile is None:
        small = shrunk(data, _LOOKED_AT, (wide * 2, high * 2))
    else:
        small = _first_tile(data, tile)
    if small is None:
        return ()
    if amount is not None:
        small = _on_paper(small, amount)
    elif min(small.getchannel("A").tobytes()) < _OPAQUE:
        return ()
    return tuple(
        _cell(small, column * _CELL, row * _CELL)
        for row in range(_ROWS)
        for column in range(_COLUMNS)
    )


def _seen(data: bytes, amount: float, slide: Rect, tiled: bool) -> tuple[Sight, ...]:
    """Return what is in a picture that fills a slide, and through which white may shine."""
    from deckgen.template.sights import sights_of

    wide, high = _LOOKED_AT
    small = _first_tile(data, slide) if tiled else shrunk(data, _LOOKED_AT, (wide * 2, high * 2))
    return () if small is None else sights_of(_on_paper(small, amount).convert("RGB"), slide)


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
    ((darkest, palest),) = _extremes([Color(rgb) for rgb in seen])
    return darkest, palest
