"""Mentions are told where they are written, whatever else their paragraph says."""

from __future__ import annotations

import pytest

from deckgen.compiler import build_text
from deckgen.trademarks.search import search
from tests.support.growth import assert_linear

HEAD = "deck: {trademarks: {}}\nslides:\n  - title: T\n"


def places(lines):
    """Return where a body mentions Linux: the line of the body, from 1, and what is before it."""
    text = HEAD + "    body: |\n" + "".join(f"      {line}\n" for line in lines)
    return places_in(text, HEAD.count("\n") + 1)


def mentions(text):
    deck = build_text(text).resolved()
    assert deck is not None
    return search(deck).mentions


def places_in(text, above):
    found = []
    for mention in mentions(text):
        span = mention.span
        assert span.text.lower() == mention.text.lower() == "linux"
        before = span.source.line_text(span.line - 1)[: span.source.position(span.start)[1] - 1]
        found.append((span.line - above, before.strip()))
    return found


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("linux, `x` linux", ["", "linux, `x`"]),
        ("`linux` on linux", ["`linux` on"]),
        ("**linux** on linux", ["**", "**linux** on"]),
        ("[a](https://linux.org/linux) linux", ["[a](https://linux.org/linux)"]),
        ("$x^2$ linux and $y$ linux", ["$x^2$", "$x^2$ linux and $y$"]),
        ("&amp; linux \\* linux", ["&amp;", "&amp; linux \\*"]),
        ("次の`linux`はlinuxとlinux", ["次の`linux`は", "次の`linux`はlinuxと"]),
        ("linux linux linux", ["", "linux", "linux linux"]),
    ],
)
def test_a_mention_is_told_where_it_is_and_not_where_its_word_stands_before(line, before):
    assert places([line]) == [(1, each) for each in before]


def test_lines_of_a_paragraph_are_told_apart():
    lines = [
        "See [a](https://x.org/linux) linux and",
        "`linux` on",
        "日本語のlinuxと",
        "次のlinuxです",
    ]
    assert places(lines) == [
        (1, "See [a](https://x.org/linux)"),
        (3, "日本語の"),
        (4, "次の"),
    ]


def test_what_a_variable_says_is_told_at_its_text():
    text = HEAD + "    body: ${p} runs\nvariables: {p: linux}\n"
    (mention,) = mentions(text)
    assert mention.span.line == 4


def test_places_are_found_in_time_that_grows_with_the_text():
    def resolved(count):
        said = "`linux` a linux &eacute; " * count
        return build_text(f"{HEAD}    body: |\n      {said}").resolved()

    assert len(search(resolved(100)).mentions) == 100
    assert_linear(search, resolved, 1_000)
