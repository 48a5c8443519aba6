"""What is read without the parser is what the parser reads."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.diagnostics import Sink
from deckgen.markdown.body import parse_body
from deckgen.markdown.inline import InlineReader, on_lines
from deckgen.markdown.parser import markdown_parser
from deckgen.markdown.pieces import parse_blocks
from deckgen.markdown.plain import marked_line, plain_line
from deckgen.markdown.plain_body import plain_body
from deckgen.markdown.reading import InlineSource, Reading
from deckgen.passage import Passage
from deckgen.source import Source
from tests.unit.markdown.conftest import reading


def passage(text):
    source = Source("deck.yaml", text)
    starts, position = [], 0
    for line in text.removesuffix("\n").split("\n"):
        starts.append(position)
        position += len(line) + 1
    return Passage(text, source.span(0, len(text)), tuple(starts))


def is_plain(text):
    def read_line(line, passage, _number, _span):
        return plain_line(line, passage.span) or ()

    return plain_body(passage(text), read_line, keeps_breaks=False) is not None


WORDS = (
    "plain", "日本語", "10月24日", "2016. year", "7", "1. one", "12) twelve", "- dash", "-",
    "+ plus", "---", "- - -", "***", "* * *", "*", "**strong** text", "**a**", "** not",
    "*em* text", "_em_", "___", "# head", "#tag", "> quote", ">", "`code`", "```", "``` python",
    "~~~", "~~gone~~", "[link](#id) text", "[ref]: http://a.example", "[ ] task", "![](a.png)",
    "| a | b |", "a | b", "|-|-|", "===", "<http://a.example>", "http://a.example/日本", "<br>",
    "<!-- c -->", "&amp; x", "a\\*b", "\\- x", "{ovsdb, of}_interface", "“quoted”",
    "　wide space", "tab\tin", "end  ", "a:", "snake_case_word", "2 * 3 * 4", "**(注)**重要",
    "1234567890. many", "!", "=", ":--", "x\rreturn", "＃ 見出し", "[toc]", ". . .", "\\pause",
    "!!! note", "??? note", "{{< x >}}", "[a](#b)", "![図](figs/図_1.png)", "![bg](a.png)",
    "![a](a%20b.png)", "![a](../a.png) ", "a ![](a.png)", "・印", "① 一", "1) 一", "【題】語",
    "【題】字", "— who", "かな", "{e, s}_a", "{quote:a} b",
)  # fmt: skip
INDENTED = st.builds(
    lambda indent, marker, word: " " * indent + marker + word,
    st.sampled_from((0, 0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 7, 8)),
    st.sampled_from(("- ", "- ", "- ", "- ", "- ", "-  ", "* ", "1. ", "", "")),
    st.sampled_from(WORDS),
)
LINES = st.one_of(INDENTED, INDENTED, INDENTED, st.sampled_from(("", "  ")))
BODIES = st.lists(LINES, min_size=1, max_size=6).map(lambda lines: "\n".join(lines) + "\n")
PLAIN_LINES = st.one_of(
    st.sampled_from(("", "", "![a](a.png)", "![図](図.png)")),
    st.builds(
        lambda indent, marker, word: " " * indent + marker + word,
        st.sampled_from((0, 0, 2, 2, 4)),
        st.sampled_from(("- ", "")),
        st.sampled_from(
            ("かな", "word", "**b**", "<http://a.example>", "a_b", "・印", "(1) a", "s ")
        ),
    ),
)
PLAIN_BODIES = st.lists(PLAIN_LINES, min_size=1, max_size=6).map("\n".join)
PLAIN_LISTS = st.lists(
    st.builds(
        lambda indent, word: f"{' ' * indent}- {word}", st.integers(0, 9), st.sampled_from(WORDS)
    ),
    min_size=1,
    max_size=6,
).map("\n".join)


@settings(max_examples=600)
@given(st.one_of(BODIES, PLAIN_LISTS, PLAIN_BODIES), st.booleans())
def test_a_body_is_what_the_parser_makes_of_it(text, keeps_breaks):
    written = passage(text)
    assert read(parse_body, written, keeps_breaks) == read(parse_blocks, written, keeps_breaks)


def read(parse, written, keeps_breaks):
    """Return the pieces of a passage, and what is told of it."""
    reading = Reading(Sink(), keeps_breaks)
    return parse(written, reading), reading.sink.sorted()


@pytest.mark.parametrize("word", WORDS)
def test_an_item_of_a_list_is_what_the_parser_makes_of_it(word):
    written = passage(f"- a\n  - {word}\n  - b\n- {word}\n")
    assert parse_body(written, reading()) == parse_blocks(written, reading())


PARTS = (
    "**太字**", "**bold words**", "**a*", "**", "*", "*it*", "*斜*", "`x = 1`", "`a", "``b``",
    "**(注)**", "[text](#id)", "[日本](https://a.example/x_y#z)", "[a](https://A.example)",
    "[a](b)", "[a][b]", "!", "[a](https://a.example/%41)", "<https://a.example/#/c/1+2>",
    "<https://a.example/あ>", "]", "(", ")", " ", " ", "word", "語", "、", "_", "__",
    "snake_case", "&", ";", "R&D", "&amp;", "$x$", "${n}", ":smile:", "://", "==", "{#id}",
    "{.x}", "~", "^", "\\", "\\*", "<br>", "<", "1", ".", "“", "\ufe0f", "https://a.example",
)  # fmt: skip


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=7).map("".join))
def test_a_line_with_marks_is_what_the_parser_makes_of_it(text):
    written = passage(text)
    found = marked_line(text, written, written.span)
    assert found is None or found == from_parser(written)


def from_parser(written):
    read = InlineReader(InlineSource(written, written.text, 0, written.span), reading())
    tokens = markdown_parser().parseInline(written.text)
    runs = on_lines(read.read(tokens[0].children or ()))
    return runs if not read.reading.sink.sorted() else None


@pytest.mark.parametrize(
    "text",
    [
        "a **太字** b",
        "**a**と**b**",
        "`code`と*it*",
        "see [the page](https://a.example/x#y), [there](#id)",
        "<https://a.example/#/c/1+2>",
        "R&D of {a, b}_interface",
        "R&D of {e, s}_interface",
    ],
)
def test_simple_marks_need_no_parser(text):
    written = passage(text)
    assert marked_line(text, written, written.span) == from_parser(written)


@pytest.mark.parametrize(
    "text",
    [
        "- a\n",
        "- a",
        "- a\n  - b\n    - c\n- d\n",
        "- a\n    - b\n  - c\n",
        "- 10月24日\n- 7\n",
        "a\n",
        "a\nb\n\nc\n- d\n",
        "- a\n\n- b\n",
        "- a\n  b\n- c\n",
        "- a\n\n  b\n- c\n",
        "- a\n\n![a](a.png)\n\nb\n",
    ],
)
def test_plain_bodies_need_no_parser(text):
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\nb\n",
        "- a\n\n   b\n",
        "a\n===\n",
        "a ![a](a.png)\n",
        "a\n![a](a.png)\n",
        "![bg](a.png)\n",
        "・a\n・b\n",
        "- a\n      - b\n",
        "    - a\n",
        "- a\n - b\n",
        "1. a\n",
    ],
)
def test_all_other_bodies_are_left_to_the_parser(text):
    assert not is_plain(text)
