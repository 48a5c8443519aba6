"""Backgrounds and full-slide shapes of master and layout -> the colour behind the slots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, mix
from deckgen.limits import LOOKED_AT
from deckgen.opc.xml import Element, child, integer, local_name, qn
from deckgen.pictures.decoded import shrunk
from deckgen.records import Struct
from deckgen.template.paint import opacity, plain
from deckgen.template.palette import Palette, fill_of

if TYPE_CHECKING:
    from deckgen.geometry import Rect
    from deckgen.opc.package import Package, Part
    from deckgen.template.paint import Mixer, Paint
    from deckgen.template.shapes import TemplateShape
    from deckgen.template.sights import Sight

_SEEN: Final = 0.5
"""The share that a picture hides from which it, and not what is below it, gives the colour."""
_OPAQUE: Final = 0.98
_SPARSE: Final = 0.5
"""The share that a picture hides below which it matters where it does."""
_OUTLINE: Final = (96, 72)
"""How many points of such a picture are looked at."""
_BACKGROUND_FILLS: Final = 1001
"""Where indexes of `p:bgRef` start to count background fills (19.3.1.3)."""


class Wash(Struct, frozen=True):
    """The average colour of a picture and how much of what is below it that hides, from 0 to 1."""

    color: Color
    cover: float

    @property
    def hides(self) -> bool:
        """Whether nothing shows through, but for the smoothed edge of a corner."""
        return self.cover >= _OPAQUE


class Painter(Struct, frozen=True):
    """What is needed to tell which colour a fill paints: palette, theme and the pictures.

    What shines through a fill is the colour `below`, the theme's background where that is not told.
    """

    package: Package
    theme: Element | None
    palette: Palette
    pictures: dict[str, Wash | None]
    """What was found of pictures so far, by the names of their parts."""
    mixer: Mixer
    below: Color | None = None

    def background(self, slide: Element, part: Part) -> Color | None:
        """Return the colour of the background that a master or layout has itself, if any."""
        ground = child(slide, "p:cSld", "p:bg")
        if ground is None:
            return None
        if (properties := child(ground, "p:bgPr")) is not None:
            fill = fill_of(properties)
            return None if fill is None else self.paint(fill, part)
        if (reference := child(ground, "p:bgRef")) is not None:
            return self._from_theme(reference)
        return None

    @staticmethod
    def background_fill(slide: Element) -> Element | None:
        """Return the fill of the background that a master or layout has itself, not the theme's."""
        return fill_of(child(slide, "p:cSld", "p:bg", "p:bgPr"))

    def background_paint(self, slide: Element, part: Part, box: Rect) -> Paint | None:
        """Return all colours of the background that a master or layout has itself."""
        ground = child(slide, "p:cSld", "p:bg")
        fill, color = self.background_fill(slide), None
        reference = child(ground, "p:bgRef")
        if fill is None and reference is not None:
            fill, color = self._theme_fill(reference)
            if fill is None:
                return None if color is None else plain(box, color)
            # a theme's pictures belong to the theme's part, which is not at hand here
            return self.mixer.ground(fill, part, box, color)
        return None if fill is None else self.mixer.ground(fill, part, box)

    def paint(self, fill: Element, part: Part, placeholder: Color | None = None) -> Color | None:
        """Return the colour of a fill, a picture's being its average; None for no fill."""
        if local_name(fill) == "blipFill":
            return self.picture(fill, part)
        return self.palette.fill(fill, placeholder, self.below)

    def picture(self, fill: Element, part: Part) -> Color | None:
        """Return the colour of the picture that a `blipFill` shows.

        It is None where that is unknown, or where the picture lets more through than it hides.
        """
        wash = self.wash(fill, part)
        cover = 0.0 if wash is None else wash.cover * opacity(child(fill, "a:blip"))
        if wash is None or cover < _SEEN:
            return None
        return mix(self.below or self.palette.named("bg1"), wash.color, cover)

    def hides(self, shape: TemplateShape, part: Part) -> bool:
        """Tell whether a picture lets nothing through; one that cannot be read is taken to."""
        fill = shape.part("p:blipFill")
        wash = None if fill is None else self.wash(fill, part)
        return wash is None or wash.hides

    def shown(self, shape: TemplateShape, part: Part, box: Rect) -> tuple[Sight, ...] | None:
        """Return where a picture shows that lets most of what is below it through, else None."""
        fill = shape.part("p:blipFill")
        edges = child(fill, "a:srcRect"), child(fill, "a:stretch", "a:fillRect")
        blip = child(fill, "a:blip")
        cut = any(edge is not None and edge.attrib for edge in edges)
        wash = None if fill is None or cut else self.wash(fill, part)
        if blip is None or wash is None or wash.cover >= _SPARSE:
            return None
        image = self.package.parts.get(part.lead(blip.get(qn("r:embed"))) or "")
        small = None if image is None else shrunk(image.data, _OUTLINE, drafted=_OUTLINE)
        if small is None:
            return None
        from deckgen.template.silhouettes import boxes_of_picture

        return boxes_of_picture(small, box)

    def wash(self, fill: Element, part: Part) -> Wash | None:
        """Return what the picture of a `blipFill` does to what is below it, None if unknown."""
        blip = child(fill, "a:blip")
        if blip is None:
            return None
        target = part.lead(blip.get(qn("r:embed")))
        return None if target is None else self._wash(target)

    def _wash(self, name: str) -> Wash | None:
        if name not in self.pictures:
            image = None if len(self.pictures) >= LOOKED_AT else self.package.parts.get(name)
            self.pictures[name] = None if image is None else average(image.data)
        return self.pictures[name]

    def shape(self, shape: TemplateShape, part: Part) -> Color | None:
        """Return the colour that a shape paints; None where it lets the background through."""
        if shape.kind == "pic":
            fill = shape.part("p:blipFill")
            return None if fill is None else self.picture(fill, part)
        fill = fill_of(shape.properties)
        if fill is not None:
            return self.paint(fill, part)
        reference = child(shape.part("p:style"), "a:fillRef")
        if reference is None or not integer(reference, "idx"):
            return None
        return next((self.palette.resolve(color, None, self.below) for color in reference), None)

    def _from_theme(self, reference: Element) -> Color | None:
        fill, color = self._theme_fill(reference)
        return color if fill is None else self.palette.fill(fill, color) or color

    def _theme_fill(self, reference: Element) -> tuple[Element | None, Color | None]:
        """Return the fill of the theme that is referred to, if any, and the colour it has."""
        color = next((self.palette.resolve(item) for item in reference), None)
        index = integer(reference, "idx") or 0
        styles = child(self.theme, "a:themeElements", "a:fmtScheme")
        name = "a:bgFillStyleLst" if index >= _BACKGROUND_FILLS else "a:fillStyleLst"
        fills = child(styles, name)
        at = index - (_BACKGROUND_FILLS if index >= _BACKGROUND_FILLS else 1)
        if fills is None or not 0 <= at < len(fills):
            return None, color
        return fills[at], color


def average(data: bytes) -> Wash | None:
    """Return what a picture looks like on average; None for a kind or size not read."""
    small = shrunk(data, (1, 1), drafted=(64, 64))
    if small is None:
        return None
    red, green, blue, alpha = small.tobytes()
    return Wash(Color(f"{red:02X}{green:02X}{blue:02X}"), alpha / 255)
