"""What an editor offers, and what is around the place where it does."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.editing.documents import Document
    from deckgen.editing.library import DeckFile, DeckFiles
    from deckgen.world import World


class OfferKind(Enum):
    """What is offered, by which editors choose its sign."""

    KEY = "key"
    BLOCK = "block"
    WORD = "word"
    LAYOUT = "layout"
    SLIDE = "slide"
    VARIABLE = "variable"
    FILE = "file"
    MARK = "mark"
    FOOTNOTE = "footnote"
    COLOR = "color"


class Offer(Struct, frozen=True):
    """Something that may be written in the place of what stands from `start` to `stop`.

    `text` is a snippet if it `has_stops`, its further lines indented from where its first line
    starts. Offers stand in the order of `rank`. What is `typed` so far is compared with `filter`,
    the label if that is empty.
    """

    label: str
    kind: OfferKind
    start: int
    stop: int
    text: str
    has_stops: bool = False
    detail: str = ""
    documentation: str = ""
    rank: int = 0
    filter: str = ""


class Around(Struct, frozen=True, eq=False):
    """The file in which a place is, its deck, and the files of the machine."""

    file: DeckFile
    deck: DeckFiles
    world: World

    @property
    def document(self) -> Document:
        """The file in which the place is."""
        return self.file.document
