"""YAML becomes a tree of text whose every node knows its place."""

import sys

import pytest
import yaml

from deckgen.limits import DEPTH, Limits
from deckgen.spec.characters import _is_printable
from deckgen.spec.nodes import Style
from deckgen.spec.reader import _FORBIDDEN


def places(node, found=None):
    """Return the places of all scalars by their text."""
    found = {} if found is None else found
    for item in getattr(node, "items", ()):
        places(item, found)
    for entry in getattr(node, "entries", ()):
        places(entry.key, found)
        places(entry.value, found)
    if hasattr(node, "text"):
        found[node.text] = (node.span.line, node.span.column)
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_count_characters_not_bytes(read, end):
    text = end.join(["題: 報告", "リスト:", "  - 🎉🎉: 値", "  - {a: [い, ろ]}", ""])
    assert places(read(text).root) == {
        "題": (1, 1),
        "報告": (1, 4),
        "リスト": (2, 1),
        "🎉🎉": (3, 5),
        "値": (3, 9),
        "a": (4, 6),
        "い": (4, 10),
        "ろ": (4, 13),
    }


def test_what_is_forbidden_is_what_the_parser_refuses():
    letters = "".join(map(chr, range(sys.maxunicode + 1)))
    assert _FORBIDDEN.findall(letters) == yaml.reader.Reader.NON_PRINTABLE.findall(letters)
    assert not any(map(_is_printable, _FORBIDDEN.findall(letters)))


def test_a_byte_order_mark_moves_no_place(read):
    found = read("\ufeffa: b\nc: d\n")
    assert found.values == {"a": "b", "c": "d"}
    assert found.said == []


def test_scalars_are_text_whatever_they_look_like(read):
    text = "a: 2016-10-25\nb: yes\nc: 007\nd: 1e3\ne: 0x10\nf: =\ng: <<\nh: !!int 3\n"
    assert read(text).values == {
        "a": "2016-10-25",
        "b": "yes",
        "c": "007",
        "d": "1e3",
        "e": "0x10",
        "f": "=",
        "g": "<<",
        "h": "3",
    }


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_written_in_several_ways(read, written):
    assert read(f"a: {written}\nb: 'null'\n").values == {"a": None, "b": "null"}


@pytest.mark.parametrize(
    ("written", "style"),
    [("x", Style.PLAIN), ("'x'", Style.QUOTED), ('"x"', Style.QUOTED)],
)
def test_a_scalar_knows_how_it_is_written(read, written, style):
    assert read(f"a: {written}\n").root.get("a").value.style is style


def test_blocks_of_text_know_how_they_are_written(read):
    root = read("a: |\n  x\nb: >\n  x\n").root
    assert root.get("a").value.style is Style.LITERAL
    assert root.get("b").value.style is Style.FOLDED


@pytest.mark.parametrize(
    ("written", "texts"),
    [
        (r"{\R: \mathbb{R}}", [r"\R", r"\mathbb{R}"]),
        (r"[\sqrt[3]{a, b}, \{c: d, e\}]", [r"\sqrt[3]{a, b}", r"\{c: d, e\}"]),
        (r"{\left\{ x \right.: y}", [r"\left\{ x \right.", "y"]),
        ("[${name}, Hello ${revenue:,.0f}!, x[1]]", ["${name}", "Hello ${revenue:,.0f}!", "x[1]"]),
        ("{配列[#1]: 集合{い、ろ}}", ["配列[#1]", "集合{い、ろ}"]),
    ],
)
def test_brackets_within_words_are_text(read, written, texts):
    found = read(f"題: 'a{{b}}'\nlist: [{written}]\n")
    assert found.said == []
    at = {text: (2, 8 + written.index(text)) for text in texts}
    assert places(found.root) == {"題": (1, 1), "a{b}": (1, 4), "list": (2, 1), **at}


@pytest.mark.parametrize(
    ("text", "column"),
    [("{a: b{c, d: e}", 6), ("{a: [1, 2]{x}}", 11), ('{"a"{b: c}}', 5), ("{a: [b{c]}", 7)],
)
def test_brackets_within_words_that_are_not_closed_or_follow_a_value_are_mistakes(
    read, text, column
):
    found = read(text)
    assert found.root is None
    assert [said.partition(" ")[0] for said in found.said] == [f"1:{column}"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~\n"])
def test_an_empty_document_is_nothing_and_no_mistake(read, text):
    found = read(text)
    assert found.root is None
    assert found.said == []


def test_a_list_ends_with_its_last_item(read):
    root = read("a:\n  - b\n  - c\n\n\n# comment\nd: e\n").root
    assert root.get("a").value.span.text == "- b\n  - c"
    assert root.span.stop == len("a:\n  - b\n  - c\n\n\n# comment\nd: e")


def test_anchors_are_repeated_where_aliases_stand(read):
    text = "a: &x [1, 2]\nb: *x\nc: &y {d: *x}\ne: *y\n"
    assert read(text).values == {
        "a": ["1", "2"],
        "b": ["1", "2"],
        "c": {"d": ["1", "2"]},
        "e": {"d": ["1", "2"]},
    }


def test_an_alias_points_to_where_its_text_is_written(read):
    root = read("a: &x 値\nb: *x\n").root
    assert root.get("b").value.span.line == 1


def test_an_alias_of_nothing_is_a_mistake(read):
    found = read("a: b\nc: *x\n")
    assert found.said == ["2:4 yaml-alias nothing before is marked `&x`"]
    assert "quote" in found.hints


def test_an_alias_within_its_own_anchor_is_a_mistake(read):
    assert read("a: &x [*x]\n").said == ["1:8 yaml-alias nothing before is marked `&x`"]


def test_a_key_that_is_written_twice_is_a_mistake_and_the_first_holds(read):
    found = read("a: 1\nb: 2\na: 3\na: 4\n")
    assert found.said == [
        "3:1 duplicate-key key `a` is written twice",
        "4:1 duplicate-key key `a` is written twice",
    ]
    assert found.labels == ["1:1 first written here"] * 2
    assert found.values == {"a": "1", "b": "2"}


@pytest.mark.parametrize(("key", "kind"), [("[a, b]", "a list"), ("{a: b}", "a mapping")])
def test_a_key_must_be_text(read, key, kind):
    found = read(f"{key}: c\nd: e\n")
    assert found.said == [f"1:1 wrong-type a key must be text, but this is {kind}"]
    assert found.values == {"d": "e"}


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\ufffe", "\x7f", "\ud800"])
def test_control_characters_are_named_and_the_rest_is_read(read, character):
    found = read(f"a: b{character}c\nd: e\n")
    assert found.said == [
        f"1:5 yaml-character character U+{ord(character):04X} is not allowed",
    ]
    assert found.values == {"a": "b c", "d": "e"}


def test_every_control_character_is_reported(read):
    assert len(read("a: \x01\x02\nb: \x03\n").said) == 3


def test_depth_has_a_limit_that_no_deck_meets(read):
    assert read("[" * DEPTH + "]" * DEPTH).said == []
    assert read("- " * DEPTH + "x").said == []


@pytest.mark.parametrize("opening", ["[", "{", "[a, ", "{a: ", "- ", "? "])
@pytest.mark.parametrize("levels", [101, 1_000, 1_001, 5_000])
def test_a_deck_that_is_too_deep_is_blamed_where_it_becomes_so(read, opening, levels):
    """The YAML library may refuse depth itself, at its own limit and in its own words."""
    found = read(opening * levels)
    column = len(opening) * DEPTH + 1
    assert found.said == [f"1:{column} deck-too-large nested more than 100 levels deep"]


def test_a_deep_deck_is_blamed_for_depth_before_a_slip_that_follows(read):
    assert "deck-too-large" in "".join(read("a: " + "[" * 1_001 + "}\n").said)


def test_a_bomb_of_aliases_is_defused(read):
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (said,) = read("\n".join(lines)).said
    assert "4:20 deck-too-large aliases up to here repeat more than" in said


@pytest.mark.parametrize("times", [7, 8])
def test_aliases_may_repeat_as_much_as_the_deck_holds_and_a_little(read, times):
    text = "a: &a " + "x" * 10_000 + "\nb: [" + "*a, " * times + "]\n"
    limits = Limits(aliases=7 * 10_016 - len(text))
    assert bool(read(text, limits).said) is (times > 7)


def test_values_have_a_limit_keys_and_aliases_included(read):
    text = "a: &a x\nb: [*a, *a]\n"
    assert read(text, Limits(values=6)).said == []
    (said,) = read(text, Limits(values=5)).said
    assert said == "2:4 deck-too-large the deck holds more than 5 values"


def test_a_text_has_a_limit(read):
    assert read("a: xxxx", Limits(text=4)).said == []
    (said,) = read("a:\n  - xxxxx", Limits(text=4)).said
    assert "2:5 deck-too-large a text of 5 characters starts here; 4 characters are" in said


def test_a_second_document_is_a_mistake(read):
    assert read("a: b\n---\nc: d\n").said == [
        "2:1 yaml-syntax a second document starts here, but a deck is one document"
    ]


def test_one_document_may_be_marked_as_such(read):
    assert read("%YAML 1.1\n---\na: b\n...\n").values == {"a": "b"}
