"""What looks like Markdown and means nothing is told at its place, and what is meant so is not."""

import pytest

from deckgen.content import plain
from deckgen.diagnostics import Sink
from deckgen.markdown import Reading, parse_body, parse_inline
from deckgen.passage import Passage
from deckgen.source import Source
from tests.unit.markdown.conftest import passage, reading


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a ![x](my photo.png) b", "unrendered-picture", "![x](my photo.png)"),
        ("![[photo.png|300]]", "unrendered-picture", "![[photo.png|300]]"),
        ("a ++new++ b", "unrendered-emphasis", "++new++"),
        ("[b]bold[/b] words", "unrendered-emphasis", "[b]bold[/b]"),
        ("as told [@key2020; p. 3]", "unrendered-reference", "[@key2020; p. 3]"),
        ("Dear {{ name }}", "unrendered-command", "{{ name }}"),
        (r"some \textbf{words}", "unrendered-command", r"\textbf{words}"),
        ("a\n\n???\n\nb", "unrendered-div", "???"),
        ("::left::\n\na", "unrendered-div", "::left::"),
        ("+---+---+\n| a | b |\n+---+---+", "unrendered-table", "+---+---+"),
        ("see [text][undefined]", "unrendered-reference", "[text][undefined]"),
        ("[text][]", "unrendered-reference", "[text][]"),
        ("[a] (https://b.example)", "unrendered-link", "[a] (https://b.example)"),
        ("[a](b c.pdf)", "unrendered-link", "[a](b c.pdf)"),
        ("`a`{.python}", "unrendered-attributes", "{.python}"),
        ("# Head {#head}", "unrendered-attributes", "{#head}"),
        ("![x](y.png){width=50%}", "unrendered-attributes", "{width=50%}"),
        ("> [!ACHTUNG] a", "unrendered-callout", "[!ACHTUNG]"),
        ("::: {.notes}", "unrendered-div", "::: {.notes}"),
        ("a\n\n...\n\nb", "unrendered-pause", "..."),
        ("a |b\n--|--|--\nc | d", "unrendered-table", "--|--|--"),
        ("- __新規__を", "unrendered-emphasis", "__新規__"),
        ("**重要 **です", "unrendered-emphasis", "**重要 **"),
        ("これは :tada:です", "unrendered-emoji", ":tada:"),
        ("a<sup>2", "unrendered-html", "<sup>"),
        ("<p align=center>a</p>", "unrendered-html", "<p align=center>"),
        ("<u class='x'>a</u>", "unrendered-html", "<u class='x'>"),
        ("a^[note]", "unrendered-footnote", "^[note]"),
        ("####### a", "unrendered-heading", "####### a"),
        ("```dot\na->b\n```", "unrendered-diagram", "```dot"),
        ("| a |\n|---|\n| b | c |", "uneven-table", "| b | c |"),
        ("a\n\n[b]: https://c.example", "unused-definition", "[b]: https://c.example"),
    ],
)
def test_it_is_told_at_its_place(told, text, code, place):
    assert (code, place) in [found[:2] for found in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5, $6 or US$7, A$8",
        "export PATH=$HOME/bin:$PATH",
        r"\$x^2\$ and \[x](y z)",
        "`$x^2$ [a][b] <span> :tada:`",
        "matrix[1][2] and [brackets] and [^1]",
        "{a, b} and f{x}",
        "10:30:45 and a::b::c",
        "2**10 and **kwargs and __init__",
        "snake__case__name",
        "a < b and c > d, List<String>",
        "...and so on...",
        "| a |",
        "C:\\new\\table",
        "> quoted",
        "#hashtag",
        "C++ and D++, ++i; j++",
        "[@someone](https://example.org) wrote a[b]c",
        r"\alpha and {{ a, b }}",
        "https://example.org/a_(b)[c]?d={e}",
        "x~1~ and y^2^ and ==z==",
        "（注）[1]を参照、先行研究による[1][2]。",
    ],
)
def test_what_is_meant_as_it_is_written_is_not_told(told, text):
    assert told(text) == []


def test_a_formula_keeps_its_backslashes():
    (prose,) = parse_body(passage(r"$a\,b\_c^2$"), reading())
    (run,) = prose.paragraphs[0].runs
    assert run.formula is not None
    assert run.formula.tex == r"a\,b\_c^2"


def test_each_of_several_alike_is_told_at_its_own_place():
    source = Source("deck.yaml", r"$\foo$ and $\foo$")
    sink = Sink()
    line = Passage(source.text, source.span(0, 17), (0,))
    runs = parse_inline(line, Reading(sink))
    assert plain(runs) == r"\foo and \foo"
    assert [item.span.start for item in sink.sorted()] == [1, 12]


def test_in_a_text_that_was_folded_all_of_it_is_the_place():
    source = Source("deck.yaml", r'"a $\foo$"')
    sink = Sink()
    parse_inline(Passage(r"a $\foo$", source.span(0, 10)), Reading(sink))
    assert [item.span.text for item in sink.sorted()] == [r'"a $\foo$"']
