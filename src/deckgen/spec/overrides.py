"""The tree of a deck, and settings of one run -> the tree with those settings in `deck:`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.source import Source
from deckgen.spec.nodes import Entry, Mapping, Node, Scalar
from deckgen.spec.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.diagnostics import Sink


def override(root: Mapping, settings: Iterable[tuple[str, str]], sink: Sink) -> Mapping:
    """Return the tree with each setting, a key such as `trademarks.notice` and a YAML value.

    Mistakes in a setting are reported at a source that is named after it.
    """
    for key, value in settings:
        source = Source(f"--set {key}", f"{key}={value}")
        node = _read(source, len(key) + 1, sink)
        if node is not None:
            path = tuple(
                Scalar(source.span(0, len(key)), part) for part in ("deck", *key.split("."))
            )
            root = _with(root, path, node)
    return root


def _read(source: Source, start: int, sink: Sink) -> Node | None:
    """Return the node of the value, which stands behind the key and an equals sign."""
    value = Source(source.name, source.text[start:])
    node = read_yaml(value, sink)
    if isinstance(node, Scalar) or (node is None and not value.text.strip()):
        return Scalar(source.span(start, len(source.text)), node.text if node else "")
    return node


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
