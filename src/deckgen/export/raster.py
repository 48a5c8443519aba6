"""The drawing of a page -> a PNG: letters as outlines, so that it looks alike everywhere."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup, TextMark
from deckgen.draw.svg import SvgOptions, svg
from deckgen.export.outlined import outlined
from deckgen.pictures.svg import rasterized
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.draw.model import ImageMark, Node, PageDrawing
    from deckgen.export.glyphs import OpenFaces

DOTS_PER_POINT: Final = 96 / 72
"""The dots of a picture at a scale of one: 96 to the inch, as browsers have them."""


def png_of(drawing: PageDrawing, scale: float, faces: OpenFaces) -> bytes:
    """Return the picture of a page as it is when all its steps have been shown."""
    plain = replace(
        drawing,
        background=_plain(drawing.background, faces),
        content=_plain(drawing.content, faces),
    )
    size = (
        max(1, round(side * DOTS_PER_POINT * scale)) for side in (drawing.width, drawing.height)
    )
    return rasterized(svg(plain, SvgOptions(images=_address, sources=False)), *size, fonts=False)


def _plain(group: DrawnGroup, faces: OpenFaces) -> DrawnGroup:
    """Return a group that has no text but as outlines, and nothing that is not seen."""
    children = (child for node in group.children for child in _nodes(node, faces))
    return replace(group, children=tuple(children), link=None)


def _nodes(node: Node, faces: OpenFaces) -> tuple[Node, ...]:
    if isinstance(node, DrawnGroup):
        return () if node.hidden else (_plain(node, faces),)
    if not isinstance(node, TextMark):
        return (node,)
    return () if node.hidden or not node.text else (outlined(node, faces.of(node.face)),)


def _address(image: ImageMark) -> str:
    """Return a picture as an address: of a drawing that may have text of its own, the picture."""
    content, media = image.content, image.media
    if image.plain is not None:
        content, media = image.plain, "image/png"
    return f"data:{media};base64,{b64encode(content.read()).decode()}"
