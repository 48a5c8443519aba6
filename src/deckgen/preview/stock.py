"""What a slide shows -> the bytes of it: drawings, fonts, pictures, and proofs, by their names.

Names are looked up among those that have been handed out, so that none leads to a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.svg import svg
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.preview.fonts import FontShelf
    from deckgen.preview.hub import Hub
    from deckgen.preview.proof import Prover

_SVG: Final = "image/svg+xml"
_PNG: Final = ".png"


class Answer(Struct, frozen=True):
    """What is sent back: a status (RFC 9110), a body and its media type."""

    body: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    status: int = 200


NOT_FOUND: Final = Answer(b"there is nothing here\n", status=404)


class Stock:
    """What the slides of a preview show. Any thread may ask."""

    def __init__(self, hub: Hub, fonts: FontShelf, prover: Prover | None = None) -> None:
        """Take what is shown, and what draws it by LibreOffice, if anything does."""
        self.prover: Final = prover
        self._hub: Final = hub
        self._fonts: Final = fonts
        self._kinds: Final[dict[str, Callable[[str], Answer]]] = {
            "slide": self._slide,
            "whole": self._whole,
            "font": self._font,
            "picture": self._picture,
            "proof": self._proof,
        }

    def get(self, kind: str, name: str) -> Answer:
        """Return what is meant by a kind of thing and its name."""
        found = self._kinds.get(kind)
        try:
            return NOT_FOUND if found is None else found(name)
        except OSError:  # a file is gone, which the next build tells
            return NOT_FOUND

    def _slide(self, key: str) -> Answer:
        view = self._hub.view(key)
        return NOT_FOUND if view is None else Answer(view.svg, _SVG)

    def _whole(self, key: str) -> Answer:
        """Return a drawing with all that it shows in itself."""
        view = self._hub.view(key)
        if view is None:
            return NOT_FOUND
        return Answer(svg(view.drawing).encode("utf-8", "replace"), _SVG)

    def _font(self, name: str) -> Answer:
        data = self._fonts.file(name)
        return NOT_FOUND if data is None else Answer(data, "font/otf")

    def _picture(self, name: str) -> Answer:
        picture = self._hub.picture(name)
        return NOT_FOUND if picture is None else Answer(picture.content.read(), picture.media)

    def _proof(self, name: str) -> Answer:
        data = None if self.prover is None else self.prover.picture(name.removesuffix(_PNG))
        return NOT_FOUND if data is None else Answer(data, "image/png")
