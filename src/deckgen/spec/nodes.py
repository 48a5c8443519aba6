"""The tree of a YAML document: scalars, lists and mappings, each with the place where it stands."""

from __future__ import annotations

from enum import Enum

from deckgen.records import Struct
from deckgen.source import Span


class Style(Enum):
    """How a scalar is written."""

    PLAIN = "plain"
    QUOTED = "quoted"
    LITERAL = "literal"
    FOLDED = "folded"


class Scalar(Struct, frozen=True):
    """A piece of text. What it means (text, number, nothing) is decided by who asks."""

    span: Span
    text: str
    style: Style = Style.PLAIN

    @property
    def is_null(self) -> bool:
        """Whether this is YAML's way of writing nothing."""
        return self.style is Style.PLAIN and self.text in {"", "~", "null", "Null", "NULL"}


class Sequence(Struct, frozen=True):
    """A list."""

    span: Span
    items: tuple[Node, ...]


class Entry(Struct, frozen=True):
    """A key of a mapping and its value."""

    key: Scalar
    value: Node

    @property
    def span(self) -> Span:
        """The place of the key, to which mistakes about the whole entry point."""
        return self.key.span


class Mapping(Struct, frozen=True):
    """Keys and values in the order in which they are written; no key stands twice."""

    span: Span
    entries: tuple[Entry, ...]

    def get(self, key: str) -> Entry | None:
        """Return the entry of a key."""
        return next((entry for entry in self.entries if entry.key.text == key), None)


Node = Scalar | Sequence | Mapping


def describe(node: Node) -> str:
    """Return what a node is, for people: `a list`, `nothing`, the text itself."""
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "a mapping"
        case Scalar() if node.is_null:
            return "nothing"
        case Scalar():
            return f"`{shorten(node.text)}`"


def shorten(text: str, limit: int = 40) -> str:
    """Return text on one line, cut at a limit of characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
