"""`Pages` -> their drawings, in the fonts of this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.draw.memory import DrawMemory
from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.compiler import Build
    from deckgen.draw.model import PageDrawing
    from deckgen.pages import Pages


class Drawings(Struct, frozen=True):
    """The drawings of a deck, and the families for which others are drawn, in order of asking.

    `lacking` are the letters that no face of this machine has.
    """

    pages: tuple[PageDrawing, ...]
    replaced: tuple[tuple[str, str], ...]
    lacking: str


def draw_pages(build: Build, pages: Pages) -> Drawings:
    """Return the drawings of all pages; those of a session that have not changed are kept."""
    memory = DrawMemory() if build.memory is None else build.memory.drawing
    drawn, faces = memory.draw(pages), memory.faces
    return Drawings(drawn, tuple(faces.replaced.items()), "".join(faces.lacking))
