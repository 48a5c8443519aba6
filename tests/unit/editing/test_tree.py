"""The tree of unfinished YAML: it agrees with the reader on what is finished, and never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Sink
from deckgen.editing.tree.chunks import Chunks
from deckgen.editing.tree.nodes import Branch, Leaf, Listing
from deckgen.editing.tree.parse import parse
from deckgen.limits import DEPTH
from deckgen.source import Source
from deckgen.spec.nodes import Mapping, Scalar, Sequence, Style
from deckgen.spec.reader import read_yaml
from tests.support.building import ROOT
from tests.support.cases import all_cases


def leaves(node, base=0):
    match node:
        case Leaf():
            yield base + node.start, base + node.stop, node.text
        case Branch():
            for pair in node.pairs:
                yield from leaves(pair.key, base)
                yield from leaves(pair.value, base)
        case Listing():
            for item in node.items:
                yield from leaves(item, base)


def all_leaves(text):
    return [
        leaf
        for part in Chunks().read(text)
        for chunk in (part.head, *part.items)
        for leaf in leaves(chunk.tree, chunk.start)
    ]


def scalars(node):
    match node:
        case Scalar(style=Style.PLAIN) if node.text and "\n" not in node.span.text:
            yield node.span.start, node.span.stop
        case Mapping():
            for entry in node.entries:
                yield from scalars(entry.key)
                yield from scalars(entry.value)
        case Sequence():
            for item in node.items:
                yield from scalars(item)


DECKS = {
    **{case.id: case.text for case in all_cases()},
    **{
        path.name: path.read_text(encoding="utf-8")
        for path in (ROOT / "deck.yaml", *(ROOT / "examples").glob("*.yaml"))
    },
}


def test_every_plain_text_of_a_deck_is_where_the_reader_has_it():
    read = 0
    for name, text in DECKS.items():
        sink = Sink()
        root = read_yaml(Source("deck", text), sink)
        if root is None or sink.told() or "*" in text or "? " in text:
            continue
        found = {(start, stop) for start, stop, _ in all_leaves(text)}
        missing = [text[a:b] for a, b in scalars(root) if (a, b) not in found]
        assert missing == [], name
        read += 1
    assert read > 200


pieces = st.sampled_from(
    [
        *("title: x", "- ", "-", "body:", "body: |", ": ", "{", "}", "[", "]", ",", '"', "'", "#"),
        *(
            "\n",
            "\n  ",
            "\n    ",
            "\n\t",
            " ",
            "a",
            "報告",
            "${x}",
            "&a ",
            "!t ",
            "*b",
            "---",
            "\r\n",
        ),
        *("slides:\n", "  - title: A\n", "|", ">-", "\\", "? ", "<<: ", "\u2028", "😀"),
    ]
)


@given(st.lists(pieces, max_size=60).map("".join))
def test_any_text_has_a_tree_whose_leaves_stand_in_it_in_order(text):
    found = all_leaves(text)
    last = 0
    for start, stop, words in found:
        assert last <= start <= stop <= len(text)
        assert words in text[start:stop]
        last = start


@given(st.lists(pieces, max_size=40).map("".join), st.integers(0, 200))
def test_an_edit_gives_the_tree_that_the_whole_text_has(text, at):
    chunks = Chunks()
    chunks.read(text)
    edited = text[:at] + "x: y\n" + text[at:]
    assert chunks.read(edited) == Chunks().read(edited)


@pytest.mark.parametrize("text", ["[" * 5_000, "- " * 5_000, "{a: " * 5_000])
def test_depth_is_bounded(text):
    assert parse(text) is not None


def test_a_word_that_may_become_a_key_is_one_without_a_colon():
    tree = parse("title: X\nlay\nbody: [x]\n")
    assert [(pair.key.text, pair.has_colon) for pair in tree.pairs] == [
        ("title", True),
        ("lay", False),
        ("body", True),
    ]


def test_brackets_that_stay_open_end_where_the_next_key_stands():
    tree = parse("title: {a: [b, c\nbody: x\n")
    assert [pair.key.text for pair in tree.pairs] == ["title", "body"]


def test_quotation_marks_that_stay_open_end_with_their_line():
    tree = parse('title: "open\nbody: x\n')
    assert [pair.key.text for pair in tree.pairs] == ["title", "body"]


def test_a_tree_is_as_deep_as_yaml_may_be():
    text = "".join("  " * n + "a:\n" for n in range(DEPTH - 1)) + "  " * DEPTH + "end"
    assert [words for *_, words in leaves(parse(text))][-1] == "end"
