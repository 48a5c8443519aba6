"""A field that holds any blocks takes Markdown, lists, and the keys of blocks, not too deep."""

from __future__ import annotations

from typing import Annotated, ClassVar

import pytest

from deckgen.blocks.kit import Block, Blocks, Key
from deckgen.limits import BLOCKS_DEEP
from deckgen.spec.bind import bind
from deckgen.spec.language import Spec
from tests.support.building import binding_of, open_deck, root_of


class Frame(Block, frozen=True, kw_only=True):
    """A block around others."""

    KEY: ClassVar[str] = "frame"
    SHORTHAND: ClassVar[str] = "inside"

    inside: Annotated[Blocks, Key("What is framed.")]


def bound(written: str):
    build = open_deck(f"slides:\n  - title: t\n    frame: {written}\n")
    spec = bind(root_of(build), Spec, binding_of(build, (Frame,)))
    return spec.slides[0].content, [item.code.slug for item in build.sink.sorted()]


def kinds(written: str) -> list[str]:
    ((frame,), told) = bound(written)
    assert told == []
    return [type(block).__name__ for block in frame.inside.content]


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("some *words*", ["Text"]),
        ("[one, two]", ["Text"]),
        ("[one, table: [[a]]]", ["Text", "Table"]),
        ("{inside: {body: words, table: [[a]]}}", ["Text", "Table"]),
        ("{inside: [frame: words]}", ["Frame"]),
    ],
)
def test_blocks_are_written_as_in_a_body(written, held):
    assert kinds(written) == held


def test_a_misspelt_block_is_told_once():
    content, told = bound("{inside: {tabel: [[a]]}}")
    assert told == ["unknown-key"]
    assert content[0].inside.content == ()


def test_nothing_is_told_to_be_nothing():
    assert bound("{inside: }") == ((), ["wrong-type"])


def test_blocks_that_are_held_too_deep_are_told_once():
    def nested(depth: int) -> str:
        return "[frame: " * depth + "words" + "]" * depth

    assert bound(f"{{inside: {nested(BLOCKS_DEEP - 1)}}}")[1] == []
    assert bound(f"{{inside: {nested(BLOCKS_DEEP + 9)}}}")[1] == ["deck-too-large"]
