"""Characters that only look like those of YAML are told of, where they are not text."""

import pytest

CASES = {
    "space before a key": (
        "slides:\n　- title: x\n",
        "2:1",
        "a full-width space (U+3000)",
        "spaces",
    ),
    "no-break space": (
        "title:\n\u00a0\u00a0title: x\n",
        "2:1",
        "a no-break space (U+00A0)",
        "spaces",
    ),
    "space behind a dash": ("slides:\n  -　title: x\n", "2:4", "a full-width space", "spaces"),
    "space behind a dash above a key": (
        "slides:\n  -　title: x\n    body: y\n",
        "2:4",
        "a full-width space",
        "spaces",
    ),
    "space behind a colon": ("title:\n  title:　x\n", "2:9", "a full-width space", "spaces"),
    "no-break space behind a colon": (
        "title:\n  title:\u00a0x\n",
        "2:9",
        "a no-break space",
        "spaces",
    ),
    "colon at the root": ("title：x\n", "1:6", "a full-width colon (U+FF1A)", "`:`"),
    "colon of a key": ("title:\n  title：x\n", "2:8", "a full-width colon", "`:`"),
    "colon of the first key": (
        "slides:\n  - title：x\n    body: y\n",
        "2:10",
        "a full-width colon",
        "`:`",
    ),
    "colon of the second key": (
        "title:\n  title: x\n  subtitle：y\n",
        "3:11",
        "a full-width colon",
        "`:`",
    ),
    "colon of a block": (
        "slides:\n  - title: x\n    body：|\n      - a\n",
        "3:9",
        "a full-width colon",
        "`:`",
    ),
    "dash": ("slides:\n  － title: x\n", "2:3", "a full-width hyphen-minus (U+FF0D)", "`-`"),
    "dash at the margin": ("slides:\n－ title: x\n", "2:1", "a full-width hyphen-minus", "`-`"),
    "dash of a word processor": ("slides:\n  – title: x\n", "2:3", "`–` (U+2013)", "`-`"),
    "number sign": ("＃ x\ntitle: {title: x}\n", "1:1", "a full-width number sign", "`#`"),
    "line": (
        "slides:\n  - title: x\n    body: ｜\n      - a\n",
        "3:11",
        "a full-width vertical line (U+FF5C)",
        "`|`",
    ),
    "brackets": ("slides:\n  ［｛title: x｝］\n", "2:3", "a full-width left square bracket", "`[`"),
    "brace": ("title: ｛title: x｝\n", "1:8", "a full-width left curly bracket", "`{`"),
    "rounded quotation marks": (
        "title:\n  title: “a: b”\n",
        "2:10",
        "`“` (U+201C)",
        "quotation marks",
    ),
    "quoted key": ("title:\n  “title”: x\n", "2:3", "`“` (U+201C)", "quotation marks"),
    "corner brackets": (
        "title:\n  title: 「注: 見る」\n",
        "2:10",
        "`「` (U+300C)",
        "quotation marks",
    ),
}


@pytest.mark.parametrize(("text", "place", "name", "wanted"), CASES.values(), ids=CASES.keys())
def test_what_looks_like_a_sign_of_yaml_is_told_of_alone(read, text, place, name, wanted):
    found = read(text)
    if found.root is not None:
        found.bind()
    assert len(found.said) == 1
    said = found.said[0]
    assert said.startswith(f"{place} yaml-lookalike {name}")
    assert f"stands where YAML wants {wanted}" in said
    assert f"write {wanted}" in found.hints


@pytest.mark.parametrize(
    "text",
    [
        "title: {title: 題：副題, subtitle: 「引用」}\n",
        "title:\n  title: “Hello” － ＃１｜［a］　x\n",
        "slides:\n  - title: x\n    body:\n      - 注：見よ\n      - －5度\n",
        "slides:\n  - title: x\n    body: |\n      　全角の字下げ\n      － 項目\n",
    ],
)
def test_they_are_text_within_text(bound, text):
    bound(text)


@pytest.mark.parametrize("line", ["注意：二行目", "－ 項目", "注:\u3000二行目"])
def test_a_line_that_has_left_its_text_is_blamed_for_that(read, line):
    found = read(f"notes: |\n    一行目\n  {line}\ntitle: {{title: x}}\n")
    assert [said.split()[1] for said in found.said] == ["yaml-syntax"]


def test_full_width_letters_of_a_key_are_those_of_the_language(read):
    found = read("ｔｉｔｌｅ: {title: x}\n")
    found.bind()
    assert found.hints == "did you mean `title`?"


@pytest.mark.parametrize("word", ["NULL", "null", "Null", "~"])
def test_a_word_that_is_nothing_in_yaml_is_to_be_quoted(read, word):
    found = read(f"slides:\n  - title: x\n    table: [[id, {word}]]\n")
    found.bind()
    assert found.hints == f'`{word}` is nothing in YAML: quote the word, `"{word}"`'


@pytest.mark.parametrize("word", ["true", "True", "yes", "on", "n", ".inf", "0o17", "12e3"])
def test_other_words_with_a_meaning_in_yaml_are_text(bound, word):
    deck = bound(f"slides:\n  - title: {word}\n    table: [[{word}]]\n")
    assert deck.slides[0].title.text == word


@pytest.mark.parametrize("written", ["title: #1 in sales", "footnotes: [a, #1\n    ]"])
def test_a_value_that_is_a_comment_is_to_be_quoted(read, written):
    found = read(f"slides:\n  - {written}\n")
    found.bind()
    assert "quote the text" in found.hints


def test_a_body_that_is_a_comment_is_to_be_quoted(read):
    found = read("slides:\n  - title: x\n    body: #general\n")
    found.bind()
    assert found.said == ["3:11 not-text YAML takes `#general` for a comment"]


def test_a_merge_key_is_refused_by_its_name(read):
    found = read("title:\n  <<: {subtitle: y}\n  title: x\n")
    found.bind()
    assert found.said == ["2:3 unknown-key `<<` merges nothing here"]


@pytest.mark.parametrize("text", ["slides：\n  - title: x\n", "slides：\n  － title： x\n"])
def test_a_wide_colon_of_a_key_is_told_where_it_takes_the_list_below_for_its_text(read, text):
    assert read(text).said[0].startswith("1:7 yaml-lookalike a full-width colon (U+FF1A)")
