"""What fills a background or a shape -> what it paints."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, extremes
from deckgen.geometry import Rect
from deckgen.opc.xml import Element, child, integer, local_name, qn, share
from deckgen.records import Struct, replace
from deckgen.template.looks import Looks, PictureLook
from deckgen.template.paint import COLUMNS, Paint, veiled
from deckgen.template.palette import fill_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.opc.package import Part
    from deckgen.template.palette import Palette
    from deckgen.template.shapes import TemplateShape
    from deckgen.template.sights import Sight

_TILE: Final = {"tx": "0", "ty": "0", "sx": "100000", "sy": "100000", "flip": "none", "algn": "tl"}
_EDGES: Final = ("l", "t", "r", "b")
_TURNS: Final = frozenset({"rot", "flipH", "flipV"})
_QUARTER_TURN: Final = 5_400_000
_ALL: Final = 0.999
"""The share of a side from which cutting it off leaves nothing that could be looked at."""
_PAPER: Final = Color("FFFFFF")


class BackgroundFill(Struct, frozen=True):
    """What fills all of a background, and the part that its pictures belong to.

    `stands` is the colour that `phClr` stands for in a fill of the theme.
    """

    fill: Element
    part: Part
    stands: Color | None = None


class Mixer(Struct, frozen=True):
    """What is needed to tell which colours a fill has."""

    palette: Palette
    looks: Looks

    def shape(self, shape: TemplateShape, part: Part, box: Rect) -> Paint:
        """Return what a shape paints in a box that it covers."""
        properties = shape.properties
        fill = shape.part("p:blipFill") if shape.kind == "pic" else fill_of(properties)
        if fill is None:
            reference = child(shape.part("p:style"), "a:fillRef")
            if shape.kind != "sp" or reference is None or not integer(reference, "idx"):
                return Paint(box)
            return self._toned(reference, box).flattened(whole=_is_upright_box(properties))
        whole = _is_upright_box(properties)
        if not whole or shape.drawn is None or _is_turned(properties):
            return self.fill(fill, part, box, anywhere=True).flattened(whole=whole)
        return self.fill(fill, part, shape.drawn)

    def fill(
        self,
        fill: Element,
        part: Part,
        box: Rect,
        placeholder: Color | None = None,
        *,
        anywhere: bool = False,
    ) -> Paint:
        """Return what a fill paints; it need not be told where if each colour may be `anywhere`."""
        match local_name(fill):
            case "blipFill":
                return self._picture(fill, part, box, stands=placeholder)
            case "gradFill":
                from deckgen.template.gradients import painted

                tone = partial(self.palette.toned, placeholder=placeholder)
                return painted(fill, box, tone, anywhere=anywhere)
            case "pattFill":
                steps = [*_children(fill, "a:fgClr"), *_children(fill, "a:bgClr")]
                return self._toned(steps, box, placeholder)
            case _:
                return self._toned(fill, box, placeholder)

    def _toned(
        self, steps: Iterable[Element], box: Rect, placeholder: Color | None = None
    ) -> Paint:
        """Return the paint of some colours, of which each may be anywhere."""
        tones = [self.palette.toned(step, placeholder) for step in steps]
        return veiled(box, (tones,)) if tones else Paint(box)

    def ground(self, ground: BackgroundFill, box: Rect) -> Paint:
        """Return what a background paints: white paper shines through its pictures."""
        fill = ground.fill
        if local_name(fill) != "blipFill":
            return self.fill(fill, ground.part, box, ground.stands)
        amount = opacity(child(fill, "a:blip"))
        paint = self._picture(fill, ground.part, box, amount, ground.stands)
        inset = child(fill, "a:stretch", "a:fillRect")
        if max(_sides(inset)) <= 0 or not paint.cells:
            return paint
        return replace(paint, cells=(extremes([_PAPER, *chain(*paint.cells)]),))

    def _picture(
        self,
        fill: Element,
        part: Part,
        box: Rect,
        amount: float | None = None,
        stands: Color | None = None,
    ) -> Paint:
        """Return what a picture paints, which covers an `amount` of white paper if one is given."""
        look, blip = self.look(fill, part, stands), child(fill, "a:blip")
        if look is None:
            return Paint(box)
        look = replace(look, amount=amount)
        if amount is not None and _is_one_tile(fill):
            cells = self.looks.cells(replace(look, tile=box))
            if cells:
                return Paint(box, cells, COLUMNS, hides=True)
        cells = self.looks.cells(look)
        inset = child(fill, "a:stretch", "a:fillRect")
        if not cells or (max(_sides(inset)) > 0 and amount is None):
            return Paint(box)
        tiled = child(fill, "a:tile") is not None
        whole = None if tiled or _is_padded(fill) else _all_of(box, inset)
        cover = opacity(blip) if amount is None else 1.0
        covers = ((cover, cover),) * len(cells) if cover < 1 else ()
        found = Paint(whole or box, cells, COLUMNS, not covers, covers, whole=True)
        return found if whole else found.flattened(whole=True)

    def look(self, fill: Element, part: Part, stands: Color | None = None) -> PictureLook | None:
        """Return how the picture of a part's `blipFill` shows: as none, if that is not known.

        `stands` is what `phClr` stands for in the fills of a theme.
        """
        blip = child(fill, "a:blip")
        if blip is None:
            return None
        from deckgen.template.recoloring import is_readable, read_recoloring

        recoloring = read_recoloring(blip, self.palette, stands)
        target = part.lead(blip.get(qn("r:embed"))) if is_readable(blip) else None
        return PictureLook(target or "", recoloring, cut=cut_of(fill))

    def seen(self, ground: BackgroundFill | None, slide: Rect) -> tuple[Sight, ...]:
        """Return what is in the picture of a fill that shows it on all of a slide."""
        fill = None if ground is None else ground.fill
        look = None if ground is None else self.look(ground.fill, ground.part, ground.stands)
        tiled, first = child(fill, "a:tile") is not None, _is_one_tile(fill)
        if look is None or not is_full(fill) or (tiled and not first):
            return ()
        look = replace(look, amount=opacity(child(fill, "a:blip")))
        return self.looks.sights(replace(look, tile=slide) if tiled else look, slide)


def opacity(blip: Element | None) -> float:
    """Return how much of a picture a blip lets be seen, from 0 to 1."""
    shown = child(blip, "a:alphaModFix")
    amount = None if shown is None else share(shown, "amt")
    return 1.0 if amount is None else max(0.0, min(1.0, amount))


def _sides(edges: Element | None) -> tuple[float, float, float, float]:
    """Return how far in from each edge something is, as shares of its box."""
    if edges is None:
        return 0.0, 0.0, 0.0, 0.0
    left, top, right, bottom = (share(edges, edge) or 0.0 for edge in _EDGES)
    return left, top, right, bottom


def is_full(fill: Element | None) -> bool:
    """Tell whether a picture, or what is left of one that is cut, fills a box from side to side."""
    inset = child(fill, "a:stretch", "a:fillRect")
    return not _is_padded(fill) and (inset is None or not inset.attrib)


def cut_of(fill: Element) -> tuple[float, float, float, float] | None:
    """Return what is cut off the sides of a picture, None for nothing, or more than all of it."""
    left, top, right, bottom = (max(0.0, side) for side in _sides(child(fill, "a:srcRect")))
    if not max(left, top, right, bottom) or max(left + right, top + bottom) >= _ALL:
        return None
    return left, top, right, bottom


def _is_padded(fill: Element | None) -> bool:
    """Tell whether a picture is said to be cut beyond its sides, so that there is space around."""
    return min(_sides(child(fill, "a:srcRect"))) < 0


def _all_of(box: Rect, inset: Element | None) -> Rect | None:
    """Return where all of a picture would lie of which a box shows a part, None if not in all."""
    left, top, right, bottom = _sides(inset)
    if max(left, top, right, bottom) > 0:
        return None
    width, height = box.width * (1 - left - right), box.height * (1 - top - bottom)
    return Rect(box.x + box.width * left, box.y + box.height * top, width, height)


def _children(element: Element, name: str) -> list[Element]:
    found = child(element, name)
    return [] if found is None else list(found)


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
