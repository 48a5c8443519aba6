"""A Markdown file is recognised, and the message says what to do with it."""

import pytest

from deckgen.compiler import build_text

MARKDOWN = {
    "headings and lists": "# Talk\n\n## First\n\n- a\n- b\n",
    "headings and text": "# Talk\n\nSome text\n\nand more\n",
    "front matter": "---\nmarp: true\ntitle: Talk\n---\n\n# Talk\n\n- a\n\n---\n\n## Second\n",
    "rules between slides": "# Talk\n\n- a\n\n---\n\n# Second\n\n- b\n",
    "headings underlined": "Talk\n====\n\n- a\n",
    "a table": "# Talk\n\n| a | b |\n|---|---|\n",
    "a fence": "# Talk\n\n```python\nx = {1: [2]}\n```\n",
    "line ends of Windows": "# Talk\r\n\r\n- a\r\n- b\r\n",
}


def said(text, name="talk.md"):
    return [(item.code.slug, item.span.line) for item in build_text(text, name=name).check()]


@pytest.mark.parametrize("text", MARKDOWN.values(), ids=MARKDOWN.keys())
@pytest.mark.parametrize("name", ["talk.md", "<stdin>"])
def test_markdown_is_told_from_a_deck(text, name):
    (item,) = build_text(text, name=name).check()
    assert item.code.slug == "markdown-deck"
    assert item.span.text.lstrip("# ") == "Talk"
    assert "`body: |`" in item.hints[0]


def test_markdown_without_headings_is_known_by_its_name():
    assert said("- a\n- b\n") == [("markdown-deck", 1)]
    assert said("- a\n- b\n", "deck.yaml") == [("wrong-type", 1)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# A deck\n\nslides:\n\t- title: x\n", "yaml-tab"),
        ("# A deck\ntitle: {title: [x}\n", "yaml-syntax"),
        ("# A deck\n# and no more\n", "empty-deck"),
        ("# A deck\ntitel: {title: x}\n", "unknown-key"),
        ("title: {title: x}\n---\n# more\n", "yaml-syntax"),
    ],
)
def test_comments_of_a_deck_with_mistakes_are_no_headings(text, code):
    assert [slug for slug, _ in said(text, "deck.yaml")][:1] == [code]


def test_a_deck_may_be_named_like_markdown():
    assert said("# A deck\ntitle: {title: x}\n") == []
