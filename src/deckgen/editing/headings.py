"""A file of a deck -> its outline: parts, sections and tracks, and the slides in them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from deckgen.editing.tree.chunks import items_of
from deckgen.editing.tree.nodes import Branch, Leaf, Listing
from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.spec.nodes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.editing.documents import Document
    from deckgen.editing.tree.chunks import EdgePart
    from deckgen.editing.tree.nodes import Node


class HeadingKind(Enum):
    """What a line of the outline is."""

    PART = "part"
    SECTION = "section"
    SLIDE = "slide"
    FILE = "file"


class OutlineLine(Struct, frozen=True):
    """A line of the outline: what it is called and where it stands, and where its name does.

    `id` is that by which links lead to it, if it has one.
    """

    kind: HeadingKind
    name: str
    start: int
    stop: int
    named_at: tuple[int, int]
    id: str = ""
    detail: str = ""
    inner: tuple[OutlineLine, ...] = ()


_STYLES: Final = lazy(r"\*{1,3}|`+|~~|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)")
_LINKED: Final = lazy(r"!?\[([^\[\]]*)\]\([^()]*\)")
_UNNAMED: Final = "…"
_GROUPS: Final = ("slides", "sessions")
_NAMES: Final = ("section", "track", "agenda", "use", "title", "include")
"""The keys by which an item of a list of slides is called, the one that tells most first."""
_ALONE: Final = ("section", "title")
"""Keys that say what a file is that holds one slide."""
_SECTIONS: Final = frozenset(("section", "track"))


def outline(document: Document) -> tuple[OutlineLine, ...]:
    """Return the outline of a file: of a deck, or of slides that a deck includes."""
    found: list[OutlineLine] = []
    alone = _alone(document.parts)
    if alone is not None:
        return (alone,)
    for part in document.parts:
        found += _of_part(part)
    return tuple(found)


def slides_in(headings: Iterable[OutlineLine]) -> Iterator[OutlineLine]:
    """Yield the slides of an outline, in order; sections are among them."""
    for heading in headings:
        if heading.kind in {HeadingKind.SLIDE, HeadingKind.SECTION} and heading.name:
            yield heading
        yield from slides_in(heading.inner)


def _alone(parts: tuple[EdgePart, ...]) -> OutlineLine | None:
    """Return the line of a file that holds one slide, None where it holds others."""
    titled = next((part for part in parts if part.key in _ALONE), None)
    pair = titled.pair if titled is not None else None
    if titled is None or pair is None or not isinstance(pair.value, Leaf) or not pair.value.text:
        return None
    ids = (part.pair.value for part in parts if part.key == "id" and part.pair is not None)
    start = titled.head.start
    named = start + pair.start, start + pair.stop
    kind = HeadingKind.SECTION if titled.key == "section" else HeadingKind.SLIDE
    first, last = parts[0].head.start, parts[-1].stop
    return OutlineLine(
        kind, _words(pair.value) or _UNNAMED, first, last, named, _text(next(ids, None))
    )


def _of_part(part: EdgePart) -> Iterator[OutlineLine]:
    base, pair = part.head.start, part.pair
    if part.is_list:
        nodes = [(node, chunk.start) for chunk in part.items for node in items_of(chunk)]
        inner = _grouped([one for node, at in nodes for one in _of_item(node, at)])
        if pair is None:
            yield from inner
            return
        key = base + pair.key.start, base + pair.key.stop
        yield OutlineLine(
            HeadingKind.PART, part.key or _UNNAMED, key[0], part.stop, key, inner=inner
        )
    elif pair is not None:
        yield _of_pair(
            part.key or _UNNAMED, pair.value, base, (pair.start, pair.key.stop, pair.stop)
        )


def _of_pair(key: str, value: Node | None, base: int, at: tuple[int, int, int]) -> OutlineLine:
    """Return the line of a part of the deck: of a slide, or a group of them."""
    start, end, stop = (base + offset for offset in at)
    named = start, end
    if not isinstance(value, Branch):
        inner = _grouped([one for item in _items(value) for one in _of_item(item, base)])
        return OutlineLine(HeadingKind.PART, key, start, stop, named, inner=inner)
    title = value.get("title")
    below = [pair.value for pair in value.pairs if pair.key.text in _GROUPS]
    inner = tuple(
        one for listed in below for item in _items(listed) for one in _of_item(item, base)
    )
    name = _words(title)
    if not name:
        return OutlineLine(HeadingKind.PART, key, start, stop, named, inner=inner)
    kind = HeadingKind.PART if inner else HeadingKind.SLIDE
    return OutlineLine(kind, name, start, stop, named, _text(value.get("id")), key, inner)


def _of_item(node: Node, base: int) -> Iterator[OutlineLine]:
    """Yield the line of an item of a list of slides; none for what is no mapping."""
    if not isinstance(node, Branch) or not node.pairs:
        return
    by_key = {pair.key.text: pair for pair in node.pairs}
    key = next((key for key in _NAMES if key in by_key), "")
    pair = by_key[key] if key else node.pairs[0]
    named = base + pair.start, base + pair.stop
    name = _words(pair.value) if key else ""
    kind = HeadingKind.SLIDE
    if key in _SECTIONS:
        kind = HeadingKind.SECTION
    elif key == "include":
        kind = HeadingKind.FILE
    inner = tuple(
        one
        for group in _GROUPS
        if group in by_key
        for item in _items(by_key[group].value)
        for one in _of_item(item, base)
    )
    detail = key if key not in {"title", ""} else ""
    shown = name or shorten(_first_words(node)) or _UNNAMED
    place = base + node.start, base + node.stop
    yield OutlineLine(kind, shown, *place, named, _text(node.get("id")), detail, inner)


def _grouped(headings: list[OutlineLine]) -> tuple[OutlineLine, ...]:
    """Return lines with those that follow a divider below it."""
    found: list[list[OutlineLine]] = []
    for heading in headings:
        divides = heading.detail == "section"
        if divides or not found or found[-1][0].detail != "section":
            found.append([heading])
        else:
            found[-1].append(heading)
    return tuple(_divided(first, tuple(others)) for first, *others in found)


def _divided(divider: OutlineLine, others: tuple[OutlineLine, ...]) -> OutlineLine:
    if not others:
        return divider
    named = divider.named_at
    return OutlineLine(
        divider.kind,
        divider.name,
        divider.start,
        others[-1].stop,
        named,
        divider.id,
        divider.detail,
        others,
    )


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Listing) else ()


def _first_words(node: Node | None) -> str:
    """Return the first line that a slide without a title says."""
    match node:
        case Leaf():
            lines = (_words(Leaf(0, 0, line.strip(" -*#"))) for line in node.text.split("\n"))
            return next(filter(None, lines), "")
        case Branch():
            return next(filter(None, (_first_words(pair.value) for pair in node.pairs)), "")
        case Listing():
            return next(filter(None, map(_first_words, node.items)), "")
        case None:
            return ""


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Leaf) else ""


def _words(node: Node | None) -> str:
    """Return the words of a line of Markdown on one line."""
    written = _text(node).strip()
    return " ".join(_STYLES.sub("", _LINKED.sub(r"\1", written)).lstrip("|>").split())
