"""Characters that YAML or XML do not take are told of, and line breaks of other programs kept."""

import json

import pytest

ESCAPES = {
    r"\0": "0000",
    r"\a": "0007",
    r"\b": "0008",
    r"\e": "001B",
    r"\f": "000C",
    r"\x07": "0007",
    r"\u0007": "0007",
    r"\uFFFE": "FFFE",
    r"\uffff": "FFFF",
    r"\U0000001f": "001F",
}


@pytest.mark.parametrize(("written", "code"), ESCAPES.items(), ids=ESCAPES.keys())
def test_an_escape_is_told_of_as_its_character_would_be(read, written, code):
    found = read(f'a: "b{written}c"\nd: e\n')
    assert found.said == [
        f"1:6 yaml-character the escape of character U+{code} is not allowed",
    ]
    assert found.values == {"a": "b c", "d": "e"}
    assert "delete the escape" in found.hints


def test_an_escape_in_front_of_letters_may_be_meant_as_a_backslash(read):
    assert r"write `\\` for a backslash" in read('a: "$\\beta$"\n').hints
    assert r"write `\\` for a backslash" not in read('a: "\\e[31m"\n').hints


@pytest.mark.parametrize("written", [r"\\u0007", r"\\0", r"\t", r"\n", r"\"", r"\\", r"\/", r"\_"])
def test_other_escapes_mean_what_they_say(read, written):
    assert read(f'a: "b{written}c"\n').said == []


@pytest.mark.parametrize("end", [r"\r\n", r"\r", r"\n"])
def test_escaped_line_ends_are_those_of_a_text(read, end):
    assert read(f'a: "b{end}c"\n').values == {"a": "b\nc"}


@pytest.mark.parametrize("character", ["\v", "\x85", "\u2028", "\u2029"])
def test_a_line_break_within_a_line_stays_in_its_text(read, character):
    found = read(f"a: b{character}c: d\ne: f\n")
    assert found.said[:1] != []  # `: ` in a text, as it would be without the line break
    found = read(f"a: b{character}c\ne: |\n  g{character}h\n  i\n")
    assert found.said == []
    assert found.values == {"a": f"b{character}c", "e": f"g{character}h\ni\n"}


BREAKS = ["\v", "\\u000b", "\\v", "\\x0b", "\\u2028", "\\L", "\\P", "\\N"]


@pytest.mark.parametrize("written", BREAKS)
def test_a_line_break_of_powerpoint_is_one_wherever_text_is_taken(bound, written):
    deck = bound(
        f'slides: [{{title: "a{written}b", body: "- a{written}b", notes: "a{written}b",'
        f' code: "a{written}b", date: "a{written}b", table: [["a{written}b", "`a{written}b`"]]}}]\n'
    )
    slide = deck.slides[0]
    text, code, table = slide.content
    assert slide.title.text == "a\nb"
    assert slide.date.text == "a\nb"
    assert slide.notes.paragraphs[0].text == "a\nb"
    assert text.paragraphs[0].text == "a\nb"
    assert code.text == "a\nb"
    assert [cell.text.text for cell in table.rows[0].cells] == ["a\nb", "a\nb"]


def test_a_character_of_two_escapes_is_one_in_json(read):
    text = json.dumps({"a": "🎉 b", "c": "\\ud83c\\udf89", "d": ["🎉🎉"]})
    assert "\\ud83c\\udf89" in text
    found = read(text)
    assert found.said == []
    assert found.values == {"a": "🎉 b", "c": "\\ud83c\\udf89", "d": ["🎉🎉"]}


def test_half_a_character_is_a_mistake(read):
    (said,) = read('a: "\\ud83c"\n').said
    assert said.endswith("yaml-syntax this escape stands for no character")


def test_characters_that_stand_for_others_while_reading_are_told_of(read):
    found = read("a: b\vc\u2028d\ufdd0e\n")
    assert found.said == ["1:9 yaml-character character U+FDD0 is not allowed"]
    assert found.values == {"a": "b\vc\u2028d e"}
