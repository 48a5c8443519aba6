"""Decks as text, read and bound, and what was said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.blocks import block_set
from deckgen.diagnostics import Sink
from deckgen.limits import DEFAULT, Limits
from deckgen.source import Source
from deckgen.spec.bind import Binding, Failed, bind
from deckgen.spec.files import Files
from deckgen.spec.language import Spec
from deckgen.spec.nodes import Mapping, Scalar, Sequence
from deckgen.spec.reader import read_yaml
from tests.support.pictures import world


class Read:
    """What came of a text: its tree, and what was said of it as `line:column code message`."""

    def __init__(self, text: str, limits: Limits = DEFAULT) -> None:
        self.sink = Sink()
        self.source = Source("deck.yaml", text)
        self.root = read_yaml(self.source, self.sink, limits)

    @property
    def values(self):
        """The tree as plain lists, dictionaries and strings."""
        return plain(self.root)

    @property
    def said(self) -> list[str]:
        return [
            f"{item.span.line}:{item.span.column} {item.code.slug} {item.message}"
            for item in self.sink.sorted()
            if item.span is not None
        ]

    @property
    def hints(self) -> str:
        return "\n".join(hint for item in self.sink.sorted() for hint in item.hints)

    @property
    def labels(self) -> list[str]:
        labels = [label for item in self.sink.sorted() for label in item.labels]
        return [f"{label.span.line}:{label.span.column} {label.text}" for label in labels]

    def bind(self, expected=Spec):
        """Return what the tree is as a type of the language; None where it is none."""
        assert self.root is not None, self.said
        files = Files(world(), Path(), self.sink)
        bound = bind(self.root, expected, Binding(self.sink, files, block_set()))
        return None if isinstance(bound, Failed) else bound


def plain(node):
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node.entries}
        case None:
            return None


@pytest.fixture(scope="session")
def read():
    return Read


@pytest.fixture(scope="session")
def bound():
    """Return the spec of a deck without mistakes."""

    def bind_well(text):
        found = Read(text)
        spec = found.bind()
        assert found.said == []
        return spec

    return bind_well
