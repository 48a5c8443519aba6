"""The drawing of a page -> a PNG: letters as outlines, so that it looks alike everywhere."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup
from deckgen.draw.svg import SvgOptions, svg
from deckgen.export.outlined import outlined, with_texts
from deckgen.pictures.svg import rasterized
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.draw.model import ImageMark, Node, PageDrawing, TextMark
    from deckgen.export.glyphs import OpenFaces

DOTS_PER_POINT: Final = 96 / 72
"""The dots of a picture at a scale of one: 96 to the inch, as browsers have them."""


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
    return rasterized(svg(plain, SvgOptions(images=_address, sources=False)), *size, fonts=False)


def _remaining(group: DrawnGroup) -> DrawnGroup:
    """Return a group without what has gone when all steps have been shown, and without links."""
    children: tuple[Node, ...] = tuple(
        _remaining(child) if isinstance(child, DrawnGroup) else child
        for child in group.children
        if not (isinstance(child, DrawnGroup) and child.hidden)
    )
    return replace(group, children=children, link=None)


def _address(image: ImageMark) -> str:
    """Return a picture as an address: of a drawing that may have text of its own, the picture."""
    content, media = image.content, image.media
    if image.plain is not None:
        content, media = image.plain, "image/png"
    return f"data:{media};base64,{b64encode(content.read()).decode()}"
