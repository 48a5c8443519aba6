"""What is no YAML is explained at the line that has to change."""

import pytest

from tests.support.growth import assert_linear

CASES = {
    "tab for indentation": ("a:\n\tb: c\n", "2:1 yaml-tab", "two spaces"),
    "tab in deeper indentation": ("a:\n  b: c\n \td: e\n", "3:2 yaml-tab", "two spaces"),
    "tab in block text": ("a: |\n\tb\n", "2:1 yaml-tab", "two spaces"),
    "colon in text": ("a: b: c\n", "1:5 yaml-syntax `:` starts a value here", "quote text"),
    "over-indented key": (
        "a: 1\n  b: 2\n",
        "2:3 yaml-syntax this line is indented as if it were part of the line above",
        "indent both lines alike",
    ),
    "under-indented key": (
        "a:\n    b: 1\n  c: 2\n",
        "3:3 yaml-syntax this line does not continue the mapping",
        "check its indentation",
    ),
    "under-indented item": (
        "a:\n    - 1\n  - 2\n",
        "3:3 yaml-syntax this line does not continue the mapping",
        "check its indentation",
    ),
    "over-indented item": (
        "a:\n  - {b: 1}\n     - 2\n",
        "3:6 yaml-syntax this line is indented as if it were part of the line above",
        "indent both lines alike",
    ),
    "key among items": (
        "- a\nb: c\n",
        "2:1 yaml-syntax this line does not continue the list",
        "- ",
    ),
    "item among keys": (
        "a: b\n- c\n",
        "2:1 yaml-syntax this line does not continue the mapping",
        "check its indentation",
    ),
    "no colon": (
        "a: 1\nb\nc: 3\n",
        "2:1 yaml-syntax this line is no key, because no `: ` follows",
        "write `key: value`",
    ),
    "no space after a colon": (
        "a:1\nb: 2\n",
        "1:2 yaml-syntax no space follows the `:`",
        "write `key: value`",
    ),
    "no space after a dash": (
        "a:\n  -b: 1\n    c: 2\n",
        "2:3 yaml-syntax no space follows the `-`",
        "write `- item`",
    ),
    "open double quotation": (
        'a: "b\nc: d\n',
        "1:4 yaml-syntax this quotation is not closed",
        'add the closing `"`',
    ),
    "open single quotation": (
        "a: 'b\nc: d\n",
        "1:4 yaml-syntax this quotation is not closed",
        "add the closing `'`",
    ),
    "quotation closed by a rounded mark": (
        'a: "b”\nc: d\n',
        "1:4 yaml-syntax this quotation is not closed",
        'close it with `"`: for YAML `”` is a letter',
    ),
    "question mark": ("a: ? b\n", "1:4 yaml-syntax `? ` starts a key", "quote the text"),
    "quotation closed lines below": (
        "a: 'b\nc: 'd'\n",
        "1:4 yaml-syntax this quotation is not closed in its line",
        "add the closing `'`",
    ),
    "text after single quotation": (
        "a: 'don't'\n",
        "1:9 yaml-syntax text follows the closing `'`",
        "a `'` in it is written `''`",
    ),
    "text after double quotation": (
        'a: "b" c\n',
        '1:8 yaml-syntax text follows the closing `"`',
        r'a `"` in it is written `\"`',
    ),
    "open bracket": ("a: [b, c\nd: e\n", "1:4 yaml-syntax this `[` is not closed", "close it"),
    "open brace": ("a: {b: c\nd: e\n", "1:4 yaml-syntax this `{` is not closed", "close it"),
    "text after brackets": (
        "a: [b] c\n",
        "1:8 yaml-syntax text follows the closing bracket",
        "quote text",
    ),
    "missing value between commas": (
        "a: [b,,c]\n",
        "1:7 yaml-syntax a value is missing before this",
        "write the value",
    ),
    "closing bracket alone": ("a: ]\n", "1:4 yaml-syntax a value is missing", "close the bracket"),
    "colon within brackets": (
        "a: [b: c: d]\n",
        "1:9 yaml-syntax a `,` or a closing bracket is missing before this",
        "quote text",
    ),
    "list beside its key": (
        "a: - b\n",
        "1:4 yaml-syntax `- ` starts a list here",
        "start the list on a line of its own",
    ),
    "emphasis": (
        "a: **b**\n",
        "1:4 yaml-syntax `*` and `&` mark aliases",
        'quote the text, as in `"**bold**"`',
    ),
    "ampersand": ("a: & b\n", "1:4 yaml-syntax `*` and `&` mark aliases", "quote the text"),
    "at sign": ("a: @b\n", "1:4 yaml-syntax `@` cannot start a value", "quote the text"),
    "backtick": ("a: `b`\n", "1:4 yaml-syntax a backtick cannot start a value", "quote the text"),
    "percent sign": ("a: %b\n", "1:4 yaml-syntax `%` cannot start a value", "quote the text"),
    "exclamation mark": ("a: !<b\n", "1:4 yaml-syntax `!` starts a tag", "quote the text"),
    "picture as a plain value": (
        "a: ![b](c d)\n",
        "1:4 yaml-syntax `!` starts a tag",
        "quote the text",
    ),
    "text beside a block mark": (
        "a: >b\n  c\n",
        "1:5 yaml-syntax `|` and `>` announce a text",
        "start the text on the next line",
    ),
    "unknown escape": (
        'a: "\\q"\n',
        "1:5 yaml-syntax this escape is not known",
        r"write `\\` for a backslash",
    ),
    "digits that an escape lacks": (
        'a: "C:\\Users"\n',
        r"1:9 yaml-syntax `\x`, `\u` and `\U` take two, four and eight digits from 0 to f",
        r"write `\\` for a backslash",
    ),
    "document mark in quoted text": (
        "a: 'b\n---\nc'\n",
        "2:1 yaml-syntax a line `---` or `...` stands inside quoted text",
        "indent the line",
    ),
    "an end that is none": (
        "a: b\n...\nc: d\n",
        "2:1 yaml-syntax the line `...` ends the deck, but more follows",
        "remove the line",
    ),
    "root outdented": (
        "  a: 1\nb: 2\n",
        "2:1 yaml-syntax this line does not belong to what stands above it",
        "check its indentation",
    ),
}


@pytest.mark.parametrize(("text", "said", "hint"), CASES.values(), ids=CASES.keys())
def test_a_mistake_is_explained_where_it_was_made(read, text, said, hint):
    found = read(text)
    assert len(found.said) == 1
    assert found.said[0].startswith(said)
    assert hint in found.hints
    assert found.root is None


LABELS = {
    "lines that stand further right": (
        "a:\n    b: 1\n  c: 2\n",
        "2:5 the lines from here on stand further right",
    ),
    "text whose first line sets the indentation": (
        "a:\n  b: |\n      c\n    d\n",
        "3:7 the lines from here on stand further right",
    ),
    "the line that takes nothing below it": ("a: 1\n  b: 2\n", "1:1 the line above"),
    "a comment that hides a key": (
        "a:\n  b: 1\n  # c:\n    - d\n",
        "3:3 what follows `#` is a comment",
    ),
    "a comment that ends a text": (
        "a:\n  b: |\n    c\n  # d\n    e\n",
        "4:3 what follows `#` is a comment",
    ),
    "what an open bracket runs into": ("a: [b\nc: d\n", "2:2 this cannot stand within it"),
    "where a quotation goes on to": ("a: 'b\n  c: 'd'\n", "2:6 it goes on to here"),
}


@pytest.mark.parametrize(("text", "label"), LABELS.values(), ids=LABELS.keys())
def test_the_other_line_of_a_mistake_is_labelled(read, text, label):
    assert read(text).labels == [label]


def test_lines_that_end_at_a_carriage_return_alone_are_explained_as_one(read):
    found = read("a:\r  - b: |\r      c\r     - d\r")
    assert found.said[0].startswith("1:")


def test_long_lines_are_explained_in_proportion_to_their_length(read):
    def text(size):
        return f"a: b\n  {'- ' * size}c\n   d: e\n"

    assert read(text(2)).said
    assert_linear(read, text, 2_000)
