"""Backgrounds and full-slide shapes of master and layout -> the colour behind the slots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import mix
from deckgen.opc.xml import Element, child, integer, local_name, qn
from deckgen.pictures.decoded import shrunk
from deckgen.records import Struct
from deckgen.template.mixer import BackgroundFill, cut_of, is_full, opacity
from deckgen.template.palette import fill_of, theme_fill

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.geometry import Rect
    from deckgen.opc.package import Part
    from deckgen.template.looks import Wash
    from deckgen.template.mixer import Mixer
    from deckgen.template.palette import Palette
    from deckgen.template.shapes import TemplateShape
    from deckgen.template.sights import Sight

_SEEN: Final = 0.5
"""The share that a picture hides from which it, and not what is below it, gives the colour."""
_SPARSE: Final = 0.5
"""The share that a picture hides below which it matters where it does."""
_FAINT: Final = 0.3
"""How much of such a picture is seen at the most where it is but a shimmer on the ground."""
_OUTLINE: Final = (96, 72)
"""How many points of such a picture are looked at."""


class Painter(Struct, frozen=True):
    """What is needed to tell which colour a fill paints: palette, theme and the pictures.

    What shines through a fill is the colour `below`, the theme's background where that is not told.
    """

    theme: Element | None
    theme_part: Part | None
    palette: Palette
    mixer: Mixer
    below: Color | None = None

    def ground(self, slide: Element, part: Part) -> BackgroundFill | None:
        """Return what fills the background that a master or layout has itself, if any."""
        ground = child(slide, "p:cSld", "p:bg")
        fill = fill_of(child(ground, "p:bgPr"))
        if fill is not None:
            return BackgroundFill(fill, part)
        reference = child(ground, "p:bgRef")
        return None if reference is None else self._of_theme(reference, part)

    def background(self, ground: BackgroundFill) -> Color | None:
        """Return the colour of a background, None if it is not known."""
        return self.paint(ground.fill, ground.part, ground.stands) or ground.stands

    def paint(self, fill: Element, part: Part, placeholder: Color | None = None) -> Color | None:
        """Return the colour of a fill, a picture's being its average; None for no fill."""
        if local_name(fill) == "blipFill":
            return self.picture(fill, part, placeholder)
        return self.palette.fill(fill, placeholder, self.below)

    def picture(self, fill: Element, part: Part, stands: Color | None = None) -> Color | None:
        """Return the colour of the picture that a `blipFill` shows.

        It is None where that is unknown, or where the picture lets more through than it hides.
        """
        wash = self.wash(fill, part, stands)
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
        """Return where a picture shows that lets most of what is below it through, else None.

        One that hardly shows, as a pattern over a whole slide does, is seen nowhere.
        """
        fill = shape.part("p:blipFill")
        blip = child(fill, "a:blip")
        wash = None if fill is None or not is_full(fill) else self.wash(fill, part)
        if fill is None or blip is None or wash is None or wash.cover >= _SPARSE:
            return None
        amount = opacity(blip)
        if amount <= _FAINT:
            return ()
        image = self.mixer.looks.package.parts.get(part.lead(blip.get(qn("r:embed"))) or "")
        small = None if image is None else shrunk(image.data, _OUTLINE, _OUTLINE, cut_of(fill))
        if small is None:
            return None
        from deckgen.template.sights import Sight
        from deckgen.template.silhouettes import boxes_of_picture

        seen = boxes_of_picture(small, box)
        return (
            seen
            if amount == 1
            else tuple(Sight(one.box, self._through(one, amount)) for one in seen)
        )

    def _through(self, sight: Sight, amount: float) -> Color | None:
        """Return the colour of a part of a picture of which an amount is seen, from 0 to 1."""
        if sight.color is None:
            return None
        return mix(self.below or self.palette.named("bg1"), sight.color, amount)

    def wash(self, fill: Element, part: Part, stands: Color | None = None) -> Wash | None:
        """Return what the picture of a `blipFill` does to what is below it, None if unknown."""
        look = self.mixer.look(fill, part, stands)
        return None if look is None else self.mixer.looks.wash(look)

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

    def _of_theme(self, reference: Element, part: Part) -> BackgroundFill | None:
        """Return the fill of the theme that is referred to, else the colour that it would have."""
        color = next((self.palette.resolve(item) for item in reference), None)
        fill = theme_fill(self.theme, reference)
        if fill is not None:
            return BackgroundFill(fill, self.theme_part or part, color)
        return None if color is None else BackgroundFill(reference, part, color)
