"""A tree and what may be written in it -> every text in it, with what it means there."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from deckgen.editing.forms import Forms, KeyForm, ListForm, YamlLanguage, items_of, scalars_of
from deckgen.editing.tree.chunks import items_of as nodes_in
from deckgen.editing.tree.nodes import Branch, Leaf, Listing, Pair
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.tree.chunks import Chunk, EdgePart
    from deckgen.editing.tree.nodes import Node


class SiteRole(Enum):
    """What a text is: a key, or something that stands at one."""

    KEY = "key"
    VALUE = "value"


class TextSite(Struct, frozen=True):
    """A text in a file: its leaf, whose offsets count from `base`, and what it may be.

    `field` is the key that it is, or stands at; `holder` is what the mapping may be that has it, of
    which `branch` is the tree. `within` are all the mappings around it, the innermost last, and
    `taken` the keys that are written there.
    What is an item stands in a list, and a key `has_colon` once it is one.
    """

    leaf: Leaf
    base: int
    role: SiteRole
    forms: Forms
    field: KeyForm | None = None
    holder: Forms = ()
    within: tuple[Branch, ...] = ()
    taken: frozenset[str] = frozenset()
    is_item: bool = False
    has_colon: bool = False
    value: Node | None = None
    """What stands at a key."""

    @property
    def start(self) -> int:
        """Where the text starts in the file."""
        return self.base + self.leaf.start

    @property
    def stop(self) -> int:
        """Where the text ends in the file."""
        return self.base + self.leaf.stop

    @property
    def inner(self) -> tuple[int, int]:
        """Where the text stands in the file without its quotation marks."""
        start, stop = self.leaf.inner
        return self.base + start, self.base + stop

    @property
    def scalars(self) -> Forms:
        """What the text may be."""
        return scalars_of(self.forms)


class Walk(Struct, frozen=True):
    """A way through trees that passes all sites, or those alone that reach an offset."""

    language: YamlLanguage
    at: int | None = None

    def parts(self, parts: tuple[EdgePart, ...], root: Forms) -> Iterator[TextSite]:
        """Yield the sites of a file whose root may be written in some forms."""
        for stretch in self.stretches(parts, root):
            yield from self.stretch(stretch)

    def stretches(self, parts: tuple[EdgePart, ...], root: Forms) -> Iterator[ChunkSpot]:
        """Yield the chunks of a file, with what may be written in each."""
        pairs = tuple(part.pair for part in parts if part.pair is not None)
        branch = Branch(0, 0, 0, pairs)
        for part in parts:
            if self.at is not None and not part.head.start <= self.at <= part.stop:
                continue
            yield ChunkSpot(part.head, _Spot(root, within=(branch,)), is_edge=True)
            spot = _Spot(root)
            if part.pair is not None:
                field = self.language.fields(root, branch.keys).get(part.key)
                forms = field.forms if field else ()
                spot = _Spot(forms, field, root, (branch,))
            inner = spot.item()
            for chunk in part.items:
                yield ChunkSpot(chunk, inner)

    def stretch(self, stretch: ChunkSpot) -> Iterator[TextSite]:
        """Yield the sites of a chunk."""
        chunk, spot = stretch.chunk, stretch.spot
        if not stretch.is_edge:
            for node in nodes_in(chunk):
                if self.reaches(node, chunk.start):
                    yield from self.node(node, chunk.start, spot)
        elif isinstance(chunk.tree, Branch):
            for pair in chunk.tree.pairs[:1]:
                yield from self.pair(pair, chunk.start, spot, spot.within[0])
        elif chunk.tree is not None:
            yield from self.node(chunk.tree, chunk.start, spot)

    def node(self, node: Node, base: int, spot: _Spot) -> Iterator[TextSite]:
        """Yield the sites in a node."""
        match node:
            case Leaf():
                taken = spot.within[-1].keys if spot.within and not spot.is_item else frozenset()
                yield TextSite(
                    node,
                    base,
                    SiteRole.VALUE,
                    spot.forms,
                    spot.field,
                    spot.holder,
                    spot.within,
                    taken,
                    spot.is_item,
                )
            case Listing():
                inner = spot.item()
                for item in node.items:
                    if self.reaches(item, base):
                        yield from self.node(item, base, inner)
            case Branch():
                inner = _Spot(spot.forms, spot.field, within=(*spot.within, node))
                for pair in node.pairs:
                    if self.at is None or base + pair.start <= self.at <= base + pair.stop:
                        yield from self.pair(pair, base, inner, node)

    def pair(self, pair: Pair, base: int, spot: _Spot, branch: Branch) -> Iterator[TextSite]:
        """Yield the site of a key, and those of its value."""
        fields = self.language.fields(spot.forms, branch.keys)
        field = fields.get(pair.key.text) or fields.get("")
        yield TextSite(
            pair.key,
            base,
            SiteRole.KEY,
            spot.forms,
            field,
            spot.forms,
            spot.within,
            branch.keys,
            has_colon=pair.has_colon,
            value=pair.value,
        )
        if pair.value is not None and self.reaches(pair.value, base):
            forms = field.forms if field else ()
            inner = _Spot(forms, field, spot.forms, spot.within)
            yield from self.node(pair.value, base, inner)

    def reaches(self, node: Node, base: int) -> bool:
        """Tell whether a node is on the way."""
        return self.at is None or base + node.start <= self.at <= base + node.stop


class ChunkSpot(Struct, frozen=True):
    """A chunk of a file, and what may be written there; one at the edge of the file has a key."""

    chunk: Chunk
    spot: _Spot
    is_edge: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """What decides which names are in the chunk, beside its tree."""
        above = self.spot.within[0].keys if self.is_edge else None
        return id(self.chunk.tree), id(self.spot.forms), above


class _Spot(Struct, frozen=True):
    """What may be written at a place, and what is around it."""

    forms: Forms
    field: KeyForm | None = None
    holder: Forms = ()
    within: tuple[Branch, ...] = ()
    is_item: bool = False

    def item(self) -> _Spot:
        """Return the place of an item of a list."""
        return _Spot(items_of(self.forms), self.field, self.holder, self.within, is_item=True)


def listed(forms: Forms) -> Forms:
    """Return what a file may hold that is included where some forms may be written."""
    return (*forms, ListForm(forms))
