"""The tree of a text that is being written: leaves, branches and listings, with their offsets."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from deckgen.records import Struct


class Writing(Enum):
    """How a leaf is written."""

    PLAIN = "plain"
    QUOTED = "quoted"
    BLOCK = "block"


class Leaf(Struct, frozen=True):
    """A text from `start` up to `stop`, its quotation marks included; `text` is without them.

    That of a block is what the file has, with its indentation. Where nothing is written, the leaf
    is empty and stands where something may be.
    """

    start: int
    stop: int
    text: str
    writing: Writing = Writing.PLAIN

    @property
    def inner(self) -> tuple[int, int]:
        """Where the text stands without its quotation marks."""
        edge = self.writing is Writing.QUOTED
        closed = edge and self.stop - self.start > len(self.text) + 1
        return self.start + edge, self.stop - closed


class Pair(Struct, frozen=True):
    """A key and its value; a word that may become a key has none, nor a colon."""

    key: Leaf
    value: Node | None
    stop: int
    has_colon: bool = True

    @property
    def start(self) -> int:
        """Where the key starts."""
        return self.key.start


class Branch(Struct, frozen=True, dict=True):
    """Keys and values; `column` is where the keys stand, -1 within brackets."""

    start: int
    stop: int
    column: int
    pairs: tuple[Pair, ...]

    def get(self, key: str) -> Node | None:
        """Return the value of a key."""
        return self._values.get(key)

    @cached_property
    def _values(self) -> dict[str, Node | None]:
        return {pair.key.text: pair.value for pair in reversed(self.pairs)}

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys that are written."""
        return frozenset(pair.key.text for pair in self.pairs if pair.has_colon)


class Listing(Struct, frozen=True):
    """A list; `column` is where its dashes stand, -1 within brackets."""

    start: int
    stop: int
    column: int
    items: tuple[Node, ...]


Node = Leaf | Branch | Listing
