"""The tree of a deck, and what one run sets -> the tree with that in `deck:` or `variables:`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.diagnostics import Label, Sink
from deckgen.limits import DEFAULT, Limits
from deckgen.records import Struct
from deckgen.source import Source, Span
from deckgen.spec.nodes import Entry, Mapping, Node, Scalar, Sequence
from deckgen.spec.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

_PART: Final = "deck"
"""The part of a deck that holds settings."""


def override(
    root: Mapping,
    settings: Iterable[tuple[str, str]],
    sink: Sink,
    limits: Limits = DEFAULT,
    part: str = _PART,
) -> Mapping:
    """Return the tree with each setting, a key such as `trademarks.notice` and a YAML value.

    They are set in a part of the deck. Mistakes in a setting are reported at a source that is named
    after it.
    """
    for key, value in settings:
        source = Source(f"--set {key}", f"{key}={value}")
        place, parts = source.span(0, len(key)), key.split(".")
        if len(parts) > 1 and parts[0] == _PART:
            hint = f"leave out `{_PART}.`"
            sink.report(codes.UNKNOWN_KEY, place, f"unknown key `{_PART}`", hints=[hint])
            continue
        if len(parts) > 1 and parts[0] == part:
            del parts[0]
        node = _Value(source, len(key) + 1).read(sink, limits)
        if node is not None:
            root = _with(root, tuple(Scalar(place, name) for name in (part, *parts)), node)
    return root


class _Value(Struct, frozen=True):
    """The value in a setting, which stands behind the key and an equals sign."""

    source: Source
    start: int

    def read(self, sink: Sink, limits: Limits) -> Node | None:
        """Return the node of the value; an empty one is a node, too."""
        value = Source(self.source.name, self.source.text[self.start :])
        found = Sink()
        node = read_yaml(value, found, limits)
        if node is None and not found.has_errors:
            return Scalar(self.source.span(self.start, len(self.source.text)), "")
        for item in found.sorted():
            span = None if item.span is None else self.place(item.span)
            labels = [Label(self.place(label.span), label.text) for label in item.labels]
            sink.report(item.code, span, item.message, labels=labels, hints=item.hints)
        return None if node is None else self.placed(node)

    def place(self, span: Span) -> Span:
        """Return where a part of the value stands in the whole setting."""
        return self.source.span(span.start + self.start, span.stop + self.start)

    def placed(self, node: Node) -> Node:
        """Return a node of the value with its place in the whole setting."""
        span = self.place(node.span)
        match node:
            case Scalar():
                return Scalar(span, node.text, node.style)
            case Sequence():
                return Sequence(span, tuple(map(self.placed, node.items)))
            case Mapping():
                return Mapping(span, tuple(map(self.entry, node.entries)))

    def entry(self, entry: Entry) -> Entry:
        """Return an entry of a mapping with its places in the whole setting."""
        key = Scalar(self.place(entry.key.span), entry.key.text, entry.key.style)
        return Entry(key, self.placed(entry.value))


def _with(mapping: Mapping, path: tuple[Scalar, ...], node: Node) -> Mapping:
    """Return a mapping in which a path of keys leads to a node."""
    key, *rest = path
    found = mapping.get(key.text)
    value = node
    if rest:
        inner = found.value if found else None
        empty = Mapping(key.span, ())
        value = _with(inner if isinstance(inner, Mapping) else empty, tuple(rest), node)
    entries = [entry for entry in mapping.entries if entry is not found]
    at = mapping.entries.index(found) if found else 0
    entries.insert(at, Entry(found.key if found and rest else key, value))
    return Mapping(mapping.span, tuple(entries))
