"""`include: part.yaml` -> the nodes of the files that it names, in the place where it stands."""

from __future__ import annotations

from os.path import normpath
from typing import TYPE_CHECKING, Final, Self

from deckgen import codes
from deckgen.codes.reuse import CYCLIC_INCLUDE
from deckgen.diagnostics import Label
from deckgen.limits import how_to_raise, sized
from deckgen.records import Struct, field
from deckgen.source import Origin, Source
from deckgen.spec.decoding import decode
from deckgen.spec.files import Files, shown
from deckgen.spec.nodes import Entry, Mapping, Node, Scalar, Sequence, describe
from deckgen.spec.reader import read_yaml
from deckgen.spec.reuse import INCLUDE, directive

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.diagnostics import Sink

DEEPEST: Final = 16
"""How deep files may include files: binding recurses over them."""
MOST: Final = 1_000
"""How many times files may be included in one deck."""
_MARKDOWN: Final = frozenset((".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"))
"""Ends of the names of files whose headings would be comments if they were read as YAML."""
_CONTENT: Final = "body"
"""The key that a list or a text stands for where it is included beside other keys."""


class _File(Struct):
    """A file that is included: what it holds, how deep, and what it includes itself."""

    root: Node | None
    depth: int = 0
    includes: dict[Source, _File] = field(default_factory=dict)

    def reaches(self, source: Source) -> bool:
        """Tell whether this file includes another, by whatever way."""
        found = dict(self.includes)
        waiting = [*found.values()]
        while waiting:
            further = {
                each: one for each, one in waiting.pop().includes.items() if each not in found
            }
            waiting += further.values()
            found |= further
        return source in found

    def deepened(self, depth: int) -> bool:
        """Put this file at a depth, and what it includes below it; tell whether that may be."""
        if depth <= self.depth:
            return True
        self.depth = depth
        inner = self.includes.values()
        return depth <= DEEPEST and all(one.deepened(depth + 1) for one in inner)


class Includes(Struct):
    """Reads the files that a deck includes, each once. What cannot be read is reported."""

    files: Files
    sink: Sink
    _read: dict[str, Source] = field(default_factory=dict)
    _known: dict[Source, _File] = field(default_factory=dict)
    _count: int = 0
    _size: int = 0

    @classmethod
    def into(cls, deck: Source, files: Files, sink: Sink) -> Self:
        """Return what reads the files that a deck includes."""
        return cls(files, sink, {normpath(deck.name): deck}, {deck: _File(None)})

    def taken_in(self, node: Node) -> Node | None:
        """Return a node with what it includes in its place, None where that cannot be had.

        A mapping that says nothing else is what the file holds, or the items of all its files.
        Else the entries of the file stand among its own, which come before those of the same key;
        a list or a text is its `body`.
        """
        entry = directive(node, INCLUDE) if isinstance(node, Mapping) else None
        if entry is None or not isinstance(node, Mapping):
            return node
        roots = [*map(self.taken_in, self.roots(entry.value))]
        found = [root for root in roots if root is not None]
        if not found:
            return None
        if len(node.entries) > 1:
            return _merged(node, entry, found)
        if len(found) == 1:
            return found[0]
        return Sequence(node.span, tuple(item for root in found for item in _items(root)))

    def items(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the items of a list, with those of lists that are included among them."""
        if not any(isinstance(node, Mapping) and directive(node, INCLUDE) for node in nodes):
            return nodes
        found: list[Node] = []
        for node in nodes:
            taken = self.taken_in(node)
            if taken is not node and isinstance(taken, Sequence):
                found += self.items(taken.items)
            elif taken is not None:
                found.append(taken)
        return tuple(found)

    def roots(self, value: Node) -> list[Node]:
        """Return what is in the files that are named."""
        names = value.items if isinstance(value, Sequence) else (value,)
        found: list[Node] = []
        for name in names:
            if not isinstance(name, Scalar) or name.is_null:
                message = f"expected the path of a file, found {describe(name)}"
                self.sink.report(codes.WRONG_TYPE, name.span.first_line, message)
                continue
            root = self.root(name)
            if root is not None:
                found.append(root)
        return found

    def root(self, name: Scalar) -> Node | None:
        """Return what is in the file of a name, or None where that is not to be had."""
        self._count += 1
        if self._count > MOST:
            if self._count == MOST + 1:
                message = f"files are included more than {MOST:,} times"
                self.sink.report(codes.YAML_TOO_LARGE, name.span, message)
            return None
        path = self.files.locate(name.text, name.span)
        if path.suffix.lower() in _MARKDOWN:
            self.report_markdown(name)
            return None
        source = self._read.get(normpath(path)) or self.read(name, path)
        if source is None or not self.may_include(name, source):
            return None
        self._size += len(source.text)
        if self._size > self.files.limits.deck_size:
            most = sized(self.files.limits.deck_size)
            message = f"what is included up to here is larger than {most}"
            hint = how_to_raise("deck-size")
            self.sink.report(codes.YAML_TOO_LARGE, name.span, message, hints=[hint])
            return None
        return self._known[source].root

    def read(self, name: Scalar, path: Path) -> Source | None:
        """Return the text of a file, after it was read as YAML."""
        data = self.files.read(name.text, name.span, "deck-size")
        if data is None:
            return None
        hidden = not self.files.may_tell_of(path)
        origin = Origin(path.parent, name.span, is_hidden=hidden)
        source = decode(data, str(path), self.sink, name.span, origin)
        if source is None:
            return None
        before = self.sink.has_errors
        root = read_yaml(source, self.sink, self.files.limits)
        if root is None and self.sink.has_errors == before:
            message = f"`{shown(name.text)}` holds nothing to include"
            self.sink.report(codes.INVALID_VALUE, name.span, message)
        self._read[normpath(path)] = source
        self._known[source] = _File(root)
        return source

    def may_include(self, name: Scalar, source: Source) -> bool:
        """Tell whether a file may be included where a name stands, which is reported else."""
        file, within = self._known[source], name.span.source
        within = self._read.get(normpath(within.name), within)  # which may be an excerpt of it
        if source is within or file.reaches(within):
            self.report_cycle(name, source)
            return False
        outer = self._known.get(within)
        if not file.deepened(outer.depth + 1 if outer else 1):
            message = f"files are included in files more than {DEEPEST} levels deep"
            self.sink.report(codes.YAML_TOO_LARGE, name.span, message)
            return False
        if outer is not None:
            outer.includes[source] = file
        return True

    def report_markdown(self, name: Scalar) -> None:
        """Report that a file is Markdown by its name."""
        message = f"`{shown(name.text)}` is Markdown, and what is included is YAML"
        hint = "write it below `body: |` in a YAML file, and include that"
        self.sink.report(codes.MARKDOWN_DECK, name.span, message, hints=[hint])

    def report_cycle(self, name: Scalar, source: Source) -> None:
        """Report that a file includes itself, and the place that includes it first."""
        first = source.origin.at if source.origin else None
        labels = [Label(first, "first included here")] if first and first != name.span else []
        message = f"`{shown(name.text)}` includes itself, straight or by other files"
        hint = "take out one of the `include:` that lead back to it"
        self.sink.report(CYCLIC_INCLUDE, name.span, message, labels=labels, hints=[hint])


def _items(root: Node) -> tuple[Node, ...]:
    return root.items if isinstance(root, Sequence) else (root,)


def _merged(node: Mapping, include: Entry, roots: list[Node]) -> Mapping:
    """Return a mapping with what it includes among its entries."""
    own = {entry.key.text for entry in node.entries}
    entries: list[Entry] = []
    for entry in node.entries:
        if entry is not include:
            entries.append(entry)
            continue
        for root in roots:
            found = root.entries if isinstance(root, Mapping) else (_content(include, root),)
            entries += (each for each in found if each.key.text not in own)
            own |= {each.key.text for each in found if isinstance(root, Mapping)}
    return Mapping(node.span, tuple(entries))


def _content(include: Entry, root: Node) -> Entry:
    return Entry(Scalar(include.key.span, _CONTENT), root)
