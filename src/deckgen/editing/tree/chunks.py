"""The text of a file -> its chunks: what stands at its left edge, and the items of lists below it.

Each is a tree of its own, so that after an edit only one of them is read anew. Offsets in the tree
of a chunk are counted from its start.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.editing.tree.nodes import Branch, Listing, Pair
from deckgen.editing.tree.parse import parse
from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from deckgen.editing.tree.nodes import Node

_EDGE: Final = lazy(r"^(?=[^\s#])", 8)  # `re.MULTILINE`, which takes a while to import
_BARE: Final = lazy(
    r"[^\s#-][^\n]*?:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)-(?=\s|$)"
)
"""A key whose value is a list, up to the dash of the first item."""
_ITEMS: Final = r"^ {%d}-(?=\s|$)"
_DASH: Final = lazy(r"-(?=\s|$)")


class Chunk(Struct, frozen=True):
    """A stretch of a file and its tree, whose offsets count from the start of the stretch."""

    start: int
    stop: int
    tree: Node | None


class EdgePart(Struct, frozen=True):
    """What stands at the left edge of a file: a key and its value, or something without a key.

    The items of a list are chunks of their own; `head` is then what stands before the first.
    """

    head: Chunk
    items: tuple[Chunk, ...] = ()
    is_list: bool = False

    @property
    def stop(self) -> int:
        """Where the part ends."""
        return self.items[-1].stop if self.items else self.head.stop

    @property
    def pair(self) -> Pair | None:
        """The key, with its value if that is no list of chunks."""
        tree = self.head.tree
        return tree.pairs[0] if isinstance(tree, Branch) and tree.pairs else None

    @property
    def key(self) -> str:
        """The key, empty where there is none."""
        pair = self.pair
        return pair.key.text if pair else ""


class Chunks:
    """Reads the chunks of a file again and again; those that were there are not read anew."""

    def __init__(self) -> None:
        self._known: dict[str, Node | None] = {}

    def read(self, text: str) -> tuple[EdgePart, ...]:
        """Return the parts of a text."""
        before, self._known = self._known, {}

        def chunk(start: int, stop: int) -> Chunk:
            written = text[start:stop]
            if written not in self._known:
                self._known[written] = before[written] if written in before else parse(written)
            return Chunk(start, stop, self._known[written])

        return tuple(_parts(text, chunk))


def _parts(text: str, chunk: Chunker) -> Iterator[EdgePart]:
    edges = [match.start() for match in _EDGE.finditer(text)]
    stretches = [*pairwise([*edges, len(text)])]
    at = 0
    while at < len(stretches):
        start, stop = stretches[at]
        at += 1
        below = at
        while at < len(stretches) and _DASH.match(text, stretches[at][0]):
            at += 1
        if _DASH.match(text, start):
            listed = tuple(chunk(*each) for each in stretches[below - 1 : at])
            yield EdgePart(Chunk(start, start, None), listed, is_list=True)
        elif at > below:
            listed = tuple(chunk(*each) for each in stretches[below:at])
            yield EdgePart(chunk(start, stop), listed, is_list=True)
        else:
            yield _part(text, start, stop, chunk)


def _part(text: str, start: int, stop: int, chunk: Chunker) -> EdgePart:
    found = _BARE.match(text, start, stop)
    if found is None:
        return EdgePart(chunk(start, stop))
    dashes = _items(len(found[1])).finditer(text, found.start(1), stop)
    cuts = [*(dash.start() for dash in dashes), stop]
    items = tuple(chunk(*each) for each in pairwise(cuts))
    return EdgePart(chunk(start, cuts[0]), items, is_list=True)


def _items(column: int) -> re.Pattern[str]:
    import re

    return re.compile(_ITEMS % column, re.MULTILINE)


def items_of(chunk: Chunk) -> tuple[Node, ...]:
    """Return the items of a chunk that is part of a list: one, if it is well-formed."""
    return chunk.tree.items if isinstance(chunk.tree, Listing) else ()


if TYPE_CHECKING:
    from collections.abc import Callable

    Chunker = Callable[[int, int], Chunk]
