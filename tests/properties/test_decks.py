"""Whatever is written, a deck compiles or is told what is wrong; what compiles loses nothing."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.emit import emit
from deckgen.pages import TableFrame, TextFrame
from deckgen.template.model import Role
from tests.support.building import REPORT, TEMPLATES, at_once, open_deck, place
from tests.support.invariants import faults

on_templates = st.sampled_from(TEMPLATES)
words = st.text(alphabet="abcdefg ,.-あいうえお漢字「」。、ー（）", min_size=1, max_size=40)


def compiles(text, template):
    """Run all stages; what has no errors must be sound."""
    built = place(open_deck(text), template)
    assert all(item.span is None or item.span.start >= 0 for item in built.diagnostics)
    if built.pages is not None and not any(item.is_error for item in built.diagnostics):
        assert faults(built.pages) == []
        written = emit(built.pages).read()
        assert emit(at_once(built.pages)).read() == written
    return built


@given(st.text(max_size=80))
def test_any_text_is_a_deck_or_has_mistakes(text):
    built = compiles(text, "plain")
    assert built.pages is not None or built.diagnostics


@given(st.text(alphabet="title: slbody-\n 'x\"[]{}|>#&*!?%@\t", max_size=60))
def test_any_marks_are_a_deck_or_have_mistakes(text):
    compiles(text, "plain")


LINES = REPORT.read_text(encoding="utf-8").splitlines()[:60]


@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_lines_of_a_deck_in_any_order_are_a_deck_or_have_mistakes(lines):
    compiles("\n".join(lines), "plain")


KEYS = [
    "deck",
    "title",
    "overview",
    "keynote",
    "sessions",
    "slides",
    "summary",
    "closing",
    "subtitle",
    "authors",
    "affiliation",
    "date",
    "body",
    "text",
    "track",
    "section",
    "image",
    "images",
    "table",
    "code",
    "quote",
    "src",
    "alt",
    "caption",
    "pictures",
    "columns",
    "rows",
    "header",
    "align",
    "by",
    "notes",
    "layout",
    "split",
    "id",
    "footer",
    "hidden",
    "language",
    "numbering",
    "source",
    "footnotes",
    "label",
    "copyright",
    "smallest",
    "fit",
    "layouts",
    "trademarks",
    "notice",
    "place",
    "owner",
]
VALUES = (
    *("", "x", "あいう", "**b**", "- a\n- b", "1", "0", "-3", "true", "[a](#b)", "![a](wide.png)"),
    *("wide.png", "tall.png", "| a |\n|--|\n| b |", "> q", "```\nc\n```", "---", "ja", "{n}", "{{"),
    *("a\nb", "　", " ", "\t", "Title Only", "Blank", "Section Header", "left", "# h", "~", "<br>"),
    *("\u200b", "\ufeff", "🎉", "あ" * 300, "a" * 300, "- a\n" * 40, "\\", "*", "\u2028", "\x00"),
)
values = st.recursive(
    st.sampled_from(VALUES),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=8,
)
slides = st.fixed_dictionaries(
    {"title": st.sampled_from(VALUES)},
    optional={
        **dict.fromkeys(("body", "image", "images", "table", "code", "quote", "notes"), values),
        "layout": st.sampled_from(["Title Only", "Blank", "Two Content", "Section Header"]),
        "split": st.sampled_from(["true", "false"]),
        "fit": st.sampled_from(["shrink", "keep"]),
        **dict.fromkeys(("source", "footnotes", "label", "footer"), st.sampled_from(VALUES)),
    },
)
decks = st.fixed_dictionaries(
    {"slides": st.lists(slides, min_size=1, max_size=2)},
    optional={
        "title": st.dictionaries(
            st.sampled_from(["title", "subtitle", "author", "affiliation", "date"]),
            st.sampled_from(VALUES),
            max_size=4,
        ),
        "closing": st.fixed_dictionaries(
            {"title": st.sampled_from(VALUES), "subtitle": st.sampled_from(VALUES)}
        ),
        "deck": values
        | st.dictionaries(
            st.sampled_from(["footer", "label", "copyright", "date", "smallest", "numbering"]),
            st.sampled_from(VALUES),
        ),
    },
)


@settings(max_examples=80)
@given(decks, on_templates)
def test_any_values_of_the_keys_are_a_deck_or_have_mistakes(deck, template):
    compiles(yaml.safe_dump(deck, allow_unicode=True, sort_keys=False), template)


bullets = st.lists(st.tuples(st.integers(0, 4), words), min_size=1, max_size=40)


def markdown(items):
    """Return a list whose levels never skip one, and its texts."""
    lines, texts, before = [], [], -1
    for level, text in items:
        before = min(level, before + 1)
        bare = " ".join(text.replace("-", "ー").replace(".", "。").split()) or "x"
        lines.append("  " * before + "- " + bare)
        texts.append(bare)
    return lines, texts


@settings(max_examples=30)
@given(bullets, on_templates)
def test_a_list_of_any_length_stands_on_its_pages_whole_and_in_order(items, template):
    lines, texts = markdown(items)
    deck = "slides:\n  - title: x\n    body: |\n" + "".join(f"      {line}\n" for line in lines)
    built = compiles(deck, template)
    assert built.diagnostics == ()
    assert built.pages is not None
    shown = [
        paragraph.text
        for page in built.pages.pages
        for item in page.items
        if isinstance(item, TextFrame) and item.slot is not None and item.slot.role is Role.BODY
        for paragraph in item.paragraphs
    ]
    assert "".join(shown).replace(" ", "") == "".join(texts).replace(" ", "")


@settings(max_examples=20)
@given(st.lists(st.lists(words, min_size=2, max_size=2), min_size=1, max_size=30), on_templates)
def test_a_table_of_any_length_stands_on_its_pages_whole_and_in_order(rows, template):
    cells = [[" ".join(cell.split()) or "x" for cell in row] for row in rows]
    deck = {"slides": [{"title": "x", "table": {"header": False, "rows": cells}}]}
    built = compiles(yaml.safe_dump(deck, allow_unicode=True), template)
    assert built.pages is not None
    tables = [
        item for page in built.pages.pages for item in page.items if isinstance(item, TableFrame)
    ]
    shown = [
        ["".join(paragraph.text for paragraph in cell.paragraphs) for cell in row.cells]
        for table in tables
        for row in table.rows
    ]
    assert len(shown) == len(cells)
