"""The report for people, as golden text."""

import json
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen import codes
from deckgen.diagnostics import Diagnostic, Label
from deckgen.report.concise import concise
from deckgen.report.full import full
from deckgen.report.look import Look
from deckgen.report.machine import machine
from deckgen.source import Source, Span


def at(source: Source, text: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = source.text.index(text, start + 1)
    return source.span(start, start + len(text))


def diagnostic(span, message="something is wrong", labels=(), hints=(), code=codes.UNKNOWN_KEY):
    return Diagnostic(code, code.severity, message, span, tuple(labels), tuple(hints))


def shown(item: Diagnostic, width: int = 80) -> list[str]:
    """The report without the line that counts."""
    return full([item], Look(width)).splitlines()[:-2]


DECK = Source(
    "deck.yaml",
    """\
deck:
  language: ja
titel: 概要
slides:
  - title: キーノート
    body: |
      - あ
      - い
      - う
    body: |
      - え
      - お
""",
)


def test_carets_stand_under_the_place_and_hints_follow():
    item = diagnostic(at(DECK, "titel"), "unknown key `titel`", hints=["did you mean `title`?"])
    assert shown(item) == [
        "error[unknown-key]: unknown key `titel`",
        " --> deck.yaml:3:1",
        "  |",
        "3 | titel: 概要",
        "  | ^^^^^",
        "  |",
        "  = hint: did you mean `title`?",
    ]


def test_wide_characters_take_two_carets_each():
    assert shown(diagnostic(at(DECK, "ノート")))[3:] == [
        "5 |   - title: キーノート",
        "  |                ^^^^^^",
    ]


def test_warnings_say_so():
    item = diagnostic(at(DECK, "body"), code=codes.MISSING_ALT)
    assert shown(item)[0] == "warning[missing-alt]: something is wrong"


def test_second_place_on_another_line_is_dashed_and_labelled():
    item = diagnostic(at(DECK, "body", 1), labels=[Label(at(DECK, "body"), "first written here")])
    assert shown(item)[1:] == [
        "  --> deck.yaml:10:5",
        "   |",
        " 6 |     body: |",
        "   |     ---- first written here",
        "...",
        "10 |     body: |",
        "   |     ^^^^",
    ]


def test_a_single_line_between_two_places_is_shown():
    item = diagnostic(at(DECK, "い"), labels=[Label(at(DECK, "body"), "in this")])
    assert [line[:3] for line in shown(item)[3:]] == ["6 |", "  |", "7 |", "8 |", "  |"]


def test_labels_left_of_other_marks_hang_from_stems():
    source = Source("deck.yaml", "a: 1  bb: 2  c: 3\n")
    item = diagnostic(
        at(source, "c"),
        labels=[Label(at(source, "a"), "最初"), Label(at(source, "bb"), "second")],
    )
    assert shown(item)[3:] == [
        "1 | a: 1  bb: 2  c: 3",
        "  | -     --     ^",
        "  | |     |",
        "  | |     second",
        "  | 最初",
    ]


def test_the_rightmost_label_stands_beside_its_dashes():
    source = Source("deck.yaml", "a: 1  bb: 2\n")
    item = diagnostic(at(source, "a"), labels=[Label(at(source, "bb"), "second")])
    assert shown(item)[3:] == ["1 | a: 1  bb: 2", "  | ^     -- second"]


def test_carets_cover_dashes_where_both_apply():
    source = Source("deck.yaml", "title: abcdef\n")
    item = diagnostic(at(source, "cd"), labels=[Label(at(source, "abcdef"), "in this value")])
    assert shown(item)[3:] == [
        "1 | title: abcdef",
        "  |        --^^--",
        "  |        |",
        "  |        in this value",
    ]


def test_several_lines_are_bracketed_by_first_and_last():
    block = DECK.span(at(DECK, "body").start, at(DECK, "body", 1).start)
    assert shown(diagnostic(block))[2:] == [
        "  |",
        "6 | /     body: |",
        "... |",
        "9 | |       - う",
        "  | |__________^",
    ]


def test_a_bracket_that_starts_within_a_line_is_led_to_its_place():
    block = DECK.span(at(DECK, "ja").start, at(DECK, "概要").stop)
    assert shown(diagnostic(block))[2:] == [
        "  |",
        "2 |     language: ja",
        "  |  _____________^",
        "3 | | titel: 概要",
        "  | |___________^",
    ]


def test_brackets_of_two_places_have_lanes_of_their_own():
    second = DECK.span(at(DECK, "body", 1).start, len(DECK.text))
    first = DECK.span(at(DECK, "body").start, second.start)
    item = diagnostic(second, labels=[Label(first, "first written here")])
    assert shown(item)[2:] == [
        "   |",
        " 6 | /       body: |",
        "...  |",
        " 9 | |         - う",
        "   | |____________- first written here",
        "10 |   /     body: |",
        "11 |   |       - え",
        "12 |   |       - お",
        "   |   |__________^",
    ]


def test_nested_brackets_close_from_the_inside():
    source = Source("deck.yaml", "a:\n  b:\n    c\n")
    item = diagnostic(
        source.span(5, len(source.text)), labels=[Label(source.span(0, len(source.text)), "all")]
    )
    assert shown(item)[3:] == [
        "1 | /   a:",
        "2 | | /   b:",
        "3 | | |     c",
        "  | | |_____^",
        "  | |_______- all",
    ]


def test_a_place_in_another_file_has_a_frame_of_its_own():
    other = Source("parts/costs.yaml", "x: 1\ny: 2\n")
    item = diagnostic(at(DECK, "titel"), labels=[Label(at(other, "y"), "included from here")])
    assert shown(item)[3:] == [
        "3 | titel: 概要",
        "  | ^^^^^",
        "  |",
        " ::: parts/costs.yaml:2:1",
        "  |",
        "2 | y: 2",
        "  | - included from here",
    ]


def test_the_end_of_the_file_can_be_pointed_at():
    end = DECK.span(len(DECK.text), len(DECK.text))
    assert shown(diagnostic(end))[1:] == ["  --> deck.yaml:13:1", "   |", "13 |", "   | ^"]


def test_an_empty_span_has_one_caret():
    source = Source("deck.yaml", "title:\nbody: x\n")
    assert shown(diagnostic(source.span(6, 6)))[3:] == ["1 | title:", "  |       ^"]


def test_a_tab_is_as_wide_above_as_below():
    source = Source("deck.yaml", "a:\tb\n")
    assert shown(diagnostic(at(source, "b")))[3:] == ["1 | a:  b", "  |     ^"]


def test_a_long_line_is_cut_around_the_place():
    source = Source("deck.yaml", "x" * 300 + "HERE" + "y" * 300 + "\n")
    assert shown(diagnostic(at(source, "HERE")), 44)[3:] == [
        "1 | ...xxxxxxxHERE" + "y" * 23 + "...",
        "  |           ^^^^",
    ]


def test_a_long_line_of_wide_characters_is_cut_between_them():
    source = Source("deck.yaml", "長" * 100 + "い" + "文" * 100 + "\n")
    assert shown(diagnostic(at(source, "い")), 44)[3:] == [
        "1 | ...長長長い文文文文文文文文文文文文...",
        "  |          ^^",
    ]


def test_the_end_of_a_long_line_is_not_cut():
    source = Source("deck.yaml", "x" * 300 + "HERE\n")
    assert shown(diagnostic(at(source, "HERE")), 44)[3:] == [
        "1 | ..." + "x" * 33 + "HERE",
        "  |    " + " " * 33 + "^^^^",
    ]


def test_a_label_beyond_the_cut_points_at_the_dots():
    source = Source("deck.yaml", "key: " + "x" * 300 + "HERE\n")
    item = diagnostic(at(source, "HERE"), labels=[Label(at(source, "key"), "of this key")])
    assert shown(item, 44)[4:] == [
        "  | -" + " " * 35 + "^^^^",
        "  | |",
        "  | of this key",
    ]


def test_a_diagnostic_without_a_place_has_no_frame():
    item = diagnostic(None, "cannot write `x.pptx`", hints=["close it", "or wait"])
    assert shown(item) == [
        "error[unknown-key]: cannot write `x.pptx`",
        " = hint: close it",
        " = hint: or wait",
    ]


def test_the_last_line_counts():
    items = [
        diagnostic(None),
        diagnostic(at(DECK, "ja")),
        diagnostic(at(DECK, "ja"), code=codes.MISSING_ALT),
    ]
    assert full(items, Look()).splitlines()[-1] == "2 errors (unknown-key), 1 warning (missing-alt)"


def test_the_last_line_counts_by_code():
    items = [diagnostic(None, code=codes.MISSING_ALT)] * 2 + [diagnostic(None, code=codes.NOT_TEXT)]
    assert full(items, Look()).splitlines()[-1] == "3 warnings (missing-alt 2, not-text 1)"


def many(number, code=codes.MISSING_ALT):
    source = Source("deck.yaml", "ab\n" * number)
    return [
        diagnostic(source.span(at * 3, at * 3 + 2), f"number {at}", code=code)
        for at in range(number)
    ]


def test_of_many_warnings_of_a_code_the_first_few_are_told_and_the_others_where_they_are():
    text = full([*many(200), *many(2, codes.NOT_TEXT)], Look())
    assert text.count("warning[missing-alt]: number") == 3
    assert text.count("warning[not-text]: number") == 2
    places = ", ".join(f"deck.yaml:{line}:1" for line in (4, 5, 6, 7))
    assert f"warning[missing-alt]: 197 more of this kind\n --> {places}, …\n" in text
    assert "`--format concise` and `--format json` tell all of them" in text
    assert text.endswith("\n202 warnings (missing-alt 200, not-text 2)\n")
    assert len(text.splitlines()) < 40


@pytest.mark.parametrize("number", [1, 3, 4])
def test_a_few_warnings_of_a_code_are_all_told(number):
    text = full(many(number), Look())
    assert text.count("warning[missing-alt]: number") == number
    assert "more of this kind" not in text


def test_errors_are_all_told():
    text = full(many(20, codes.UNKNOWN_KEY), Look())
    assert text.count("error[unknown-key]: number") == 20


def test_other_formats_tell_all_warnings():
    assert len(concise(many(200), Look()).splitlines()) == 200
    assert len(json.loads(machine(many(200)))) == 200


def test_nothing_to_report_is_no_text():
    assert full([], Look()) == ""


def test_colours_follow_the_severity():
    source = Source("deck.yaml", "a: 1\n")
    report = full([diagnostic(at(source, "a"), "wrong")], Look(color=True))
    assert report.splitlines()[0] == "\x1b[1;31merror[unknown-key]\x1b[0m\x1b[1m: wrong\x1b[0m"
    assert report.splitlines()[4] == "\x1b[1;34m  |\x1b[0m \x1b[1;31m^\x1b[0m"


def test_escape_sequences_of_the_deck_do_not_reach_the_terminal():
    source = Source("a\x1b]0;x\x07.yaml", "a: \x1b[2J\n")
    item = diagnostic(
        at(source, "a"),
        "bad \x1b[31m value",
        labels=[Label(at(source, "\x1b"), "\x1b[1m label")],
        hints=["\x1b[32m hint"],
    )
    assert "\x1b" not in full([item], Look())


LINES = st.text(st.sampled_from("ab: 概\t\n\r\x1bか\u3099👩\u200d🏽\ufe0f"), max_size=60)
OFFSETS = st.integers(0, 60)


@given(LINES, st.lists(st.tuples(OFFSETS, OFFSETS), min_size=1, max_size=4), st.integers(24, 50))
def test_any_places_in_any_text_can_be_shown(text, offsets, width):
    source = Source("deck.yaml", text)
    spans = [
        source.span(min(start, stop, len(text)), min(max(start, stop), len(text)))
        for start, stop in offsets
    ]
    item = diagnostic(spans[0], labels=[Label(span, "label") for span in spans[1:]])
    report = full([item], Look(width))
    assert not any(category(char) == "Cc" for char in report.replace("\n", ""))
