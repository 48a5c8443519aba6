"""Texts over several lines are joined as they are meant, and lists below text are told of."""

import pytest

from tests.support.growth import assert_linear

FOLDED = {
    "plain": "a: 日本語の項目が\n  次の行に\n",
    "single quotation marks": "a: '日本語の項目が\n  次の行に'\n",
    "double quotation marks": 'a: "日本語の項目が\n  次の行に"\n',
    "escapes": 'a: "日本語の項目\\u304c\n  \\u6b21の行に"\n',
    "an escaped line end": 'a: "日本語の\\\n  項目が\n  次の行に"\n',
    "folded block": "a: >-\n  日本語の項目が\n  次の行に\n",
    "an item of a list": "a:\n  - 日本語の項目が\n    次の行に\n",
    "brackets": "a: [日本語の項目が\n  次の行に]\n",
    "an anchor": "a: &x 日本語の項目が\n  次の行に\nb: *x\n",
    "line ends of Windows": "a: 日本語の項目が\r\n  次の行に\r\n",
}


@pytest.mark.parametrize("text", FOLDED.values(), ids=FOLDED.keys())
def test_no_blank_joins_lines_of_a_script_without_blanks(read, text):
    (value,) = {str(value) for key, value in read(text).values.items() if key == "a"}
    assert value.strip("[]'") == "日本語の項目が次の行に"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("words of", "Latin letters", "words of Latin letters"),
        ("日本語と", "Latin", "日本語と Latin"),
        ("Latin", "日本語", "Latin 日本語"),
        ("한국어", "띄어쓰기", "한국어 띄어쓰기"),
        ("読点、", "句点。", "読点、句点。"),
        ("**強調**", "の次", "**強調**の次"),
        ("その次の", "**強調**", "その次の**強調**"),
        ("[連結](https://example.org)", "の次", "[連結](https://example.org)の次"),
        ("ends with a `1.", "日本語", "ends with a `1. 日本語"),
    ],
)
@pytest.mark.parametrize("form", ["a: '{0}\n  {1}'\n", "a: >-\n  {0}\n  {1}\n"])
def test_lines_are_joined_as_in_markdown(read, form, first, second, joined):
    assert read(form.format(first, second)).values == {"a": joined}


def test_empty_lines_and_lines_that_are_indented_further_stay_lines(read):
    text = "a: >\n  一\n  二\n\n  三\n    四\n  五\n\nb: >+\n  一\n  二\n\n"
    assert read(text).values == {"a": "一二\n三\n  四\n五\n", "b": "一二\n\n"}


@pytest.mark.parametrize("sign", ["・", "•", "①", "※", "■", "（1）", "(2)", "→ "])
def test_lines_with_a_sign_of_a_list_stay_lines(read, sign):
    found = read(f"a: 特徴\n  {sign}高速\n  {sign}安価\n")
    assert found.values == {"a": f"特徴\n{sign}高速\n{sign}安価"}


SWALLOWED = {
    "an item": ("- Fruit\n    - apples\n", "2:5", "write `- Fruit:`"),
    "a star": ("- Fruit\n  * apples\n", "2:3", "write `- Fruit:`"),
    "a plus sign": ("- Fruit\n  + apples\n", "2:3", "write `- Fruit:`"),
    "a number": ("- Fruit\n  1. apples\n  2. pears\n", "2:3", "write `- Fruit:`"),
    "a number in brackets": ("- Fruit\n  1) apples\n", "2:3", "write `- Fruit:`"),
    "a full-width dash": ("- 果物\n  －　林檎\n", "2:3", "write `- 果物:`"),
    "an item with a key": ("- Fruit\n    - apples: red\n", "2:5", "write `- Fruit:`"),
    "text over several lines": (
        "- Fruit and\n  vegetables\n    - apples\n",
        "3:5",
        "write `- Fruit and vegetables:` on one line to have a list below it",
    ),
    "text below a key": ("notes: Say\n  - hello\n", "2:3", "write `notes: |`"),
    "quoted text": ("notes: 'Say\n  - hello'\n", "2:3", "write `notes: |`"),
    "a folded block": ("body: >\n  - a\n  - b\n", "3:3", "write `|`"),
    "a table in a folded block": ("body: >\n  | a |\n  |---|\n", "3:3", "write `|`"),
    "a heading in a folded block": ("body: >\n  a\n  # b\n", "3:3", "write `|`"),
}


@pytest.mark.parametrize(("text", "place", "hint"), SWALLOWED.values(), ids=SWALLOWED.keys())
def test_an_item_that_becomes_a_part_of_the_text_above_is_a_mistake(read, text, place, hint):
    found = read(text)
    assert len(found.said) == 1
    assert found.said[0].startswith(f"{place} swallowed-item ")
    assert hint in found.hints


OPEN = {
    "in an item": ("- title: 'A\n- title: B\n  body: \"it's\n", "1:10", "2:1"),
    "in a key": ("a:\n  title: 'A\n  body: it's\n", "2:10", "3:3"),
    "in an item that is text": ("- 'A\n- it's\n", "1:3", "2:1"),
    "in an item in brackets": ("- {title: 'A}\n- {title: B, body: it's}\n", "1:11", "2:1"),
    "above a list": ('- title: "A\n  body:\n    - B\n- title: "C\n', "1:10", "2:3"),
}


@pytest.mark.parametrize(("text", "place", "line"), OPEN.values(), ids=OPEN.keys())
def test_a_quotation_that_ends_in_what_stands_beside_it_is_told_where_it_opens(
    read, text, place, line
):
    found = read(text)
    (said,) = found.said
    assert said.startswith(f"{place} yaml-syntax this quotation is not closed in its line")
    assert "add the closing" in found.hints
    (label,) = found.sink.sorted()[0].labels
    assert str(label.span).endswith(f":{line}")


@pytest.mark.parametrize(
    "text",
    [
        "- 'a\n b'\n",
        "a:\n  - title: 'A\n     B'\n",
        "a: 'A\n  B'\n",
        "'a\nb'\n",
        "- {title: 'A\n  B'}\n",
        "{a: 'b\nc'}\n",
        "- - 'a\n    b'\n",
        "a: 'Say\nhello'\n",
        "a: 'Say\n'\n",
    ],
)
def test_quotations_of_several_lines_are_none_that_were_not_closed(read, text):
    assert read(text).said == []


@pytest.mark.parametrize(
    "text",
    [
        "- Fruit:\n    - apples\n",
        "- a\n- b\n",
        "notes: |\n  Say\n  - hello\n",
        "notes: >\n  Say\n\n  - hello\n\n  - bye\n",
        "notes: from 1 to\n  -1, or 2016.\n",
        "notes: It was in\n  2016. Then\n",
        "a: >\n  text\n    - deeper\n",
    ],
)
def test_other_lines_are_no_items(read, text):
    assert read(text).said == []


def test_long_texts_are_folded_in_proportion_to_their_length(read):
    assert_linear(read, lambda size: "a: x\n" + "  **語**](a\n" * size, 4_000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('a: "x\n  y \\\n  z"\n', "x y z"),
        ('a: "一行目\n  二行目\\\n  三行目"\n', "一行目二行目三行目"),
        ('a: "x\n  語 \\\n  \\u8a9e\n"\n', "x 語 語 "),
    ],
)
def test_a_line_in_the_middle_may_have_its_end_escaped(read, text, value):
    found = read(text)
    assert (found.said, found.values) == ([], {"a": value})


def test_escaped_line_ends_are_folded_in_proportion_to_their_number(read):
    assert_linear(read, lambda size: 'a: "x\n' + "  語 \\\n  \\u8a9e\n" * size + '"\n', 300)


def test_tags_and_anchors_are_told_in_proportion_to_their_number(read):
    assert_linear(read, lambda size: "- !a b\n" * size, 1_000)


@pytest.mark.parametrize("text", ['a: !\n  ""\n', "a: !!str\n  'x'\n", 'a: &x\n  "y"\n'])
def test_a_quotation_in_the_line_below_its_tag_is_none_of_several_lines(read, text):
    assert read(text).values == {"a": text.partition("\n")[2].strip(" \"'\n")}
