"""Drawings -> SVG for the page: with numbered groups, and fonts and pictures that it fetches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.svg import SvgOptions, svg
from deckgen.preview.fonts import FontShelf
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.blobs import Blob
    from deckgen.draw.model import ImageMark, PageDrawing
    from deckgen.source import Span

SHOWN: Final = frozenset(
    ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml", "image/avif")
)
"""Kinds of pictures that are handed out as what they are; they are shown, not run."""


class ShownPicture(Struct, frozen=True):
    """A picture by the last step of its address, and what kind of file it is."""

    name: str
    content: Blob
    media: str


class WrittenSlide(Struct, frozen=True):
    """A slide as SVG, where its numbered groups are written, in order, and its pictures."""

    svg: bytes
    spans: tuple[Span, ...]
    pictures: tuple[ShownPicture, ...]


class SlideWriter:
    """Writes the slides of one preview, and knows the fonts and pictures that they show."""

    def __init__(self) -> None:
        self.fonts: Final = FontShelf()
        self._known: dict[int, ShownPicture] = {}

    def write(self, drawing: PageDrawing) -> WrittenSlide:
        """Return a slide as SVG. It has no styles of its own, which the page has no leave for."""
        spans: list[Span] = []
        pictures: list[ShownPicture] = []

        def number(span: Span) -> str:
            spans.append(span)
            return f' data-at="{len(spans) - 1}"'

        def address(image: ImageMark) -> str:
            pictures.append(self._picture(image))
            return f"picture/{pictures[-1].name}"

        options = SvgOptions(fonts=self.fonts.use, images=address, places=number)
        before, _, rest = svg(drawing, options).partition("<style>")
        written = before + rest.partition("</style>")[2]
        return WrittenSlide(written.encode("utf-8", "replace"), tuple(spans), tuple(pictures))

    def keep(self, pictures: Iterable[ShownPicture]) -> None:
        """Forget all pictures but some."""
        self._known = {id(picture.content): picture for picture in pictures}

    def _picture(self, image: ImageMark) -> ShownPicture:
        content = image.content
        known = self._known.get(id(content))
        if known is None:
            media = image.media if image.media in SHOWN else _UNKNOWN
            name = f"{content.digest().hex()[:24]}"
            known = self._known[id(content)] = ShownPicture(name, content, media)
        return known


_UNKNOWN: Final = "application/octet-stream"
