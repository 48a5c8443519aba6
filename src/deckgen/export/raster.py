"""The drawing of a page -> a PNG: letters as outlines, so that it looks alike everywhere."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup
from deckgen.draw.svg import SvgOptions, svg
from deckgen.export.outlined import outlined, with_texts
from deckgen.pictures.inks import of_light
from deckgen.pictures.recolored import smoothed
from deckgen.pictures.svg import rasterized
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.draw.model import ImageMark, Node, PageDrawing, TextMark
    from deckgen.export.glyphs import OpenFaces

DOTS_PER_POINT: Final = 96 / 72
"""The dots of a picture at a scale of one: 96 to the inch, as browsers have them."""
_DRAWING: Final = "image/svg+xml"
_PHOTOGRAPH: Final = "image/jpeg"


def png_of(drawing: PageDrawing, scale: float, faces: OpenFaces) -> bytes:
    """Return the picture of a page as it is when all its steps have been shown."""

    def written(mark: TextMark) -> Node | None:
        if mark.hidden or not mark.text:
            return None
        return outlined(mark, faces.of(mark.face))

    plain = replace(
        drawing,
        background=with_texts(drawing.background, written),
        content=with_texts(_remaining(drawing.content), written),
    )
    sides = (drawing.width, drawing.height)
    size = (max(1, round(side * DOTS_PER_POINT * scale)) for side in sides)
    dots = DOTS_PER_POINT * scale
    options = SvgOptions(images=lambda image: _address(image, dots), sources=False)
    return rasterized(svg(plain, options), *size, fonts=False)


def _remaining(group: DrawnGroup) -> DrawnGroup:
    """Return a group without what has gone when all steps have been shown, and without links."""
    children: tuple[Node, ...] = tuple(
        _remaining(child) if isinstance(child, DrawnGroup) else child
        for child in group.children
        if not (isinstance(child, DrawnGroup) and child.hidden)
    )
    return replace(group, children=children, link=None)


def _address(image: ImageMark, dots: float) -> str:
    """Return a picture as an address: of a drawing that may have text of its own, the picture.

    One with many more pixels than show is made smaller, because what draws it takes single ones,
    and one in four inks is mixed, because it takes them for three colours.
    """
    content, media = image.content, image.media
    if image.plain is not None:
        content, media = image.plain, "image/png"
    data, (_, _, across, down), changed = content.read(), image.part, None
    if media != _DRAWING and min(across, down) > 0:
        changed = smoothed(data, image.box[2] / across * dots, image.box[3] / down * dots)
    if changed is None and media == _PHOTOGRAPH:
        changed = of_light(data)
    data, media = (data, media) if changed is None else (changed, "image/png")
    return f"data:{media};base64,{b64encode(data).decode()}"
