"""The text of a deck -> its excerpts, each of which can be read alone: parts, and items of lists.

A part starts with one of the language's keys at the start of a line, an item with a dash below such
a key. Nothing in an item stands as far left as its dash (YAML 1.1, section 9.2.1), so that where
all excerpts can be read alone, they say what the whole says. Where one cannot, because a quotation
goes on behind its end, say, the whole has to be read.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.diagnostics import Diagnostic, Sink
from deckgen.records import Struct, field
from deckgen.source import Excerpt
from deckgen.spec.nodes import Entry, Mapping, Node, Sequence
from deckgen.spec.reader import read_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from deckgen.limits import Limits
    from deckgen.source import Source, Span

    Reader = Callable[[Excerpt, Limits], "ReadExcerpt | None"]

# Few runs need a pattern; `re` compiles it then, and remembers it.
_KEY: Final = r"(?m)^(?:{})[ \t]*:(?=[ \t\r\n]|\Z)"
_LIST: Final = r"(?:[ \t]+#[^\n]*|[ \t]*)\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)-(?=[ \t\r\n]|\Z)"
"""What follows the colon of a key whose value is a list, up to the dash of its first item."""
_ITEM: Final = r"(?m)^ {{{}}}-(?=[ \t\r\n]|\Z)"


class DeckPart(Struct, frozen=True):
    """Where a part of a deck stands: all of it, or a key and each item of the list below it."""

    start: int
    stop: int
    items: tuple[tuple[int, int], ...] = ()


def parts_of(text: str, keys: Collection[str]) -> Iterator[DeckPart]:
    """Yield the parts of a deck that start with one of some keys, in order."""
    found = [*re.finditer(_KEY.format("|".join(map(re.escape, keys))), text)]
    edges = [0, *(match.start() for match in found[1:]), len(text)]
    for match, (start, stop) in zip(found, pairwise(edges), strict=False):
        first = re.compile(_LIST).match(text, match.end(), stop)
        if first is None:
            yield DeckPart(start, stop)
            continue
        dashes = re.compile(_ITEM.format(len(first[1]))).finditer(text, first.start(1) - 1, stop)
        cuts = [*(dash.start() for dash in dashes), stop]
        yield DeckPart(start, cuts[0], tuple(pairwise(cuts)))


class ReadExcerpt(Struct):
    """An excerpt that was read: its node, how many values it holds, what there was to say.

    What was `made` of the node is kept with it, by what it was made for.
    """

    excerpt: Excerpt
    node: Node
    values: int
    told: tuple[Diagnostic, ...]
    made: dict[object, object] = field(default_factory=dict)


class Excerpted(Struct, frozen=True):
    """What the excerpts of a deck come to: its tree, what there is to say, and what is lost.

    `values` is how many values the tree holds, `lost` where excerpts stand that cannot be read.
    """

    root: Mapping
    told: tuple[Diagnostic, ...]
    values: int
    lost: tuple[tuple[int, int], ...]


class Excerpts:
    """Reads decks excerpt by excerpt; what was in the deck before is not read again.

    `read` gives what an excerpt says, None where it is lost.
    """

    def __init__(self, read: Reader | None = None) -> None:
        self._read = read or read_closed
        self.by_node: dict[int, ReadExcerpt] = {}
        """The excerpts of the deck that was read last, by the identities of their nodes."""
        self._before: dict[str, list[ReadExcerpt]] = {}
        self._now: dict[str, list[ReadExcerpt]] = {}

    def read(self, source: Source, keys: Collection[str], limits: Limits) -> Excerpted | None:
        """Return what the excerpts of a deck say, None where it has none, or a key twice."""
        self._before, self._now, self.by_node = self._now, {}, {}
        lost: list[tuple[int, int]] = []

        def take(start: int, stop: int) -> Node | None:
            read = self._take(source, start, stop, limits)
            if read is None:
                lost.append((start, stop))
            return None if read is None else read.node

        entries: list[Entry] = []
        for part in parts_of(source.text, keys):
            node = take(part.start, part.stop)
            items = [take(*item) for item in part.items]
            if isinstance(node, Mapping):
                entries += _entries(source, node, part, items)
        if not entries or len({entry.key.text for entry in entries}) < len(entries):
            return None
        reads = self.by_node.values()
        told = tuple(item for read in reads for item in read.told)
        root = Mapping(_span(entries[0].key, entries[-1].value), tuple(entries))
        return Excerpted(root, told, sum(read.values for read in reads), tuple(lost))

    def _take(self, source: Source, start: int, stop: int, limits: Limits) -> ReadExcerpt | None:
        text = source.text[start:stop]
        known = self._before.get(text)
        read = known.pop() if known else None
        excerpt = Excerpt(source.name, text) if read is None else read.excerpt
        excerpt.stand(source, start)
        if read is None:
            read = self._read(excerpt, limits)
        if read is not None:
            self._now.setdefault(text, []).append(read)
            self.by_node[id(read.node)] = read
        return read


def _entries(
    source: Source, node: Mapping, part: DeckPart, items: list[Node | None]
) -> tuple[Entry, ...]:
    """Return the entries of a part; the items are those of the list that its last key has."""
    if not part.items:
        return node.entries
    found = tuple(item for item in items if item is not None)
    span = source.span(part.items[0][0], part.items[-1][1])
    if found:
        dash = source.text.index("-", part.items[0][0])
        span = source.span(dash, found[-1].span.settled.stop)
    *others, last = node.entries
    return (*others, Entry(last.key, Sequence(span, found)))


def _span(first: Node, last: Node) -> Span:
    return first.span.settled.to(last.span.settled)


def read_closed(excerpt: Excerpt, limits: Limits) -> ReadExcerpt | None:
    """Return what an excerpt says, None where it has mistakes, or may have to do with others."""
    sink = Sink()
    found = read_alone(excerpt, sink, limits)
    if found is None or sink.has_errors:
        return None
    return as_read(excerpt, *found, sink.told())


def as_read(
    excerpt: Excerpt, node: Node, values: int, told: tuple[Diagnostic, ...]
) -> ReadExcerpt | None:
    """Return an excerpt with its entries, or its item less the list that this makes alone."""
    if isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    elif not isinstance(node, Mapping):
        return None
    return ReadExcerpt(excerpt, node, values, told)
