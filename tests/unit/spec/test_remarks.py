"""What YAML takes for something else than text is warned of where it is likely meant as text."""

import pytest

from tests.support.growth import assert_linear

TEXT = {
    "a title": ("title: Issue #42\n", "1:14 `#42`", '`"Issue #42"`'),
    "an item": ("- Use channel #general\n", "1:15 `#general`", '`"Use channel #general"`'),
    "a key of several values": ("a: b\nc: d #e f\n", "2:6 `#e f`", '`"d #e f"`'),
    "brackets": ("- [a, b #c\n  ]\n", "1:9 `#c`", '`"b #c"`'),
    "no blank before it": ("- [a,#b\n  ]\n", "1:6 `#b`", "quote the text"),
    "the start of brackets": ("- [#1, b\n  ]\n", "1:4 `#1, b`", "quote the text"),
    "a quotation": ('- "it" #4\n', "1:8 `#4`", "quote the text"),
    "behind a quotation": ('- "it"#4\n', "1:7 `#4`", "quote the text"),
    "behind brackets": ("- [a] #4\n", "1:7 `#4`", "quote the text"),
    "the end of a text": ("- Learn C #\n", "1:11 `#`", '`"Learn C #"`'),
    "the next line": ("- Use the\n  #general channel\n", "2:3 `#general channel`", "quote"),
    "the next line of a value": ("a: Use\n  #general\n", "2:3 `#general`", "quote the text"),
    "quotation marks": ('- say "x" #4\n', "1:11 `#4`", "`'say \"x\" #4'`"),
    "the end of the file": ("a: b #c", "1:6 `#c`", '`"b #c"`'),
}


@pytest.mark.parametrize(("text", "said", "hint"), TEXT.values(), ids=TEXT.keys())
def test_a_comment_that_looks_like_text_is_warned_of(read, text, said, hint):
    found = read(text)
    place, _, comment = said.partition(" ")
    assert found.said == [f"{place} not-text YAML takes {comment} for a comment"]
    assert hint in found.hints


@pytest.mark.parametrize(
    "text",
    [
        "# a comment\na: b\n",
        "#a: b\nc: d\n",
        "a: b  # comment\n",
        "a: b\t#\tcomment\n",
        "a: 'b #c'\n",
        "a: b#c\n",
        "a: https://example.org/#c\n",
        "a: |\n  b #c\n  #d\ne: f\n",
        "a: |  #b\n  c\n",
        "a: |\n  b\n#c\nd: e\n",
        "a: #b\n  c: d\n",
        "- #b\n  c: d\n",
        "- a: b\n  #c: d\n  e: f\n",
        "- a\n#- b\n- c\n",
        "- a\n  #- b\n- c\n",
        "a: b\n\n  #c d\ne: f\n",
        "a: !!str b\n",
    ],
)
def test_comments_are_not_warned_of(read, text):
    assert read(text).said == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: !important note\n", "1:4 not-text YAML takes `!important` for a tag"),
        ("- ! note\n", "1:3 not-text YAML takes `!` for a tag"),
        ("- !sql [a]\n", "1:3 not-text YAML takes `!sql` for a tag"),
        ("- &home Welcome\n", "1:3 not-text YAML takes `&home` for an anchor"),
        ("- &home\n  a: b\n", "1:3 not-text YAML takes `&home` for an anchor"),
    ],
)
def test_words_that_are_tags_and_anchors_are_warned_of(read, text, said):
    found = read(text)
    assert found.said == [said]
    assert "quote text that starts with" in found.hints


@pytest.mark.parametrize("text", ["- &a b\n- *a\n", "- !!str 1\n- !!int 2\n"])
def test_anchors_that_are_repeated_and_usual_tags_are_not(read, text):
    assert read(text).said == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- [Hosts, 4,000]\n", "1:11 divided-number `4,000` is two values between brackets"),
        ("- [4,000]\n", "1:4 divided-number `4,000` is two values between brackets"),
        ("- [about 4,250, b]\n", "1:4 divided-number `about 4,250` is two values between brackets"),
    ],
)
def test_a_number_that_its_comma_divides_is_warned_of(read, text, said):
    assert read(text).said == [said]


@pytest.mark.parametrize("text", ["[1,2,3]", "[100,200,300]", '[a, "4,000"]', "[4, 000]", "[a,b]"])
def test_values_that_are_meant_as_such_are_not(read, text):
    assert read(text).said == []


def test_comments_are_looked_for_in_proportion_to_the_text(read):
    assert_linear(read, lambda size: "- a #b\n" * size, 1_000)
    assert_linear(read, lambda size: "- a\n" * size + "# b\n" * size, 2_000)
