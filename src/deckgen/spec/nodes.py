"""The tree of a YAML document: scalars, lists and mappings, each with the place where it stands."""

from __future__ import annotations

from enum import Enum

from deckgen.passage import Passage
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

    @property
    def passage(self) -> Passage:
        """The text with the way back to its lines, exact for literal blocks and single lines."""
        if self.style is Style.LITERAL:
            return Passage(self.text, self.span, _literal_starts(self))
        at = self.span.text.find(self.text) if "\n" not in self.text else -1
        if at < 0:
            return Passage(self.text, self.span)
        start = self.span.start + at
        return Passage(self.text, self.span.source.span(start, start + len(self.text)), (start,))


def _literal_starts(scalar: Scalar) -> tuple[int, ...]:
    """Return where each line of a literal block starts, or nothing where lines do not match.

    The text of a literal block is the source less indentation, so each line is the end of its
    source line (YAML 1.1, section 9.3.1).
    """
    source = scalar.span.source
    first = source.line_of(scalar.span.start) + 1
    starts = []
    for number, text in enumerate(scalar.text.removesuffix("\n").split("\n")):
        line = first + number
        if line >= source.line_count:
            return ()
        written = source.line_text(line)
        if not written.endswith(text):
            return ()
        starts.append(source.line_start(line) + len(written) - len(text))
    return tuple(starts)


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
