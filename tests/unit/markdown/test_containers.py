"""Callouts and columns are pieces with pieces in them; what is neither stays as it is written."""

from __future__ import annotations

import pytest

from deckgen.content import plain
from deckgen.markdown.model import Admonition, DivColumns, Fence, Prose, Quotation


def kinds(pieces) -> list[str]:
    return [type(piece).__name__ for piece in pieces]


@pytest.mark.parametrize(
    ("text", "kind", "title", "said"),
    [
        ("> [!NOTE]\n> words", "note", "", "words"),
        ("> [!tip]\nwords", "tip", "", ""),
        ("> [!WARNING] A title\n> words\nmore", "warning", "A title", "words more"),
        ("> [!DANGER]-\n> words", "caution", "", "words"),
        ("::: {.callout-important}\nwords\n:::", "important", "", "words"),
        ('::: {.callout-note title="A title"}\nwords\n:::', "note", "A title", "words"),
        (":::note\nwords\n:::", "note", "", "words"),
        (":::tip[A title]\nwords\n:::", "tip", "A title", "words"),
        ("::: danger A title\nwords\n:::", "caution", "A title", "words"),
        (":::{warning}\nwords\n:::", "warning", "", "words"),
        (":::{warning} A title\nwords\n:::", "warning", "A title", "words"),
        ("::: callout-tip\n## A title\n\nwords\n:::", "tip", "A title", "words"),
    ],
)
def test_callouts_are_read_as_github_and_quarto_write_them(body, text, kind, title, said):
    found = body(text)[0]
    assert isinstance(found, Admonition)
    words = [p.text for piece in found.pieces for p in piece.paragraphs]
    assert (found.kind, plain(found.title), " ".join(words)) == (kind, title, said)


@pytest.mark.parametrize("opening", ["::: notes", "::: {.notes}", ":::notes"])
def test_a_division_of_notes_is_for_the_speaker(body, opening):
    found = body(f"a\n\n{opening}\nwords\n\n- more\n:::\n\nb")
    assert kinds(found) == ["Prose", "SpeakerNotes", "Prose"]
    assert [p.text for piece in found[1].pieces for p in piece.paragraphs] == ["words", "more"]


def test_divisions_end_by_pairs_whatever_opens_them(body):
    found = body("::: tip Title words\n\n::: notes\na\n:::\n\n:::\n\nb")
    assert kinds(found) == ["Admonition", "Prose"]
    assert kinds(found[0].pieces) == ["SpeakerNotes"]


def test_a_callout_ends_where_its_quotation_does(body):
    assert kinds(body("> [!NOTE]\n> a\n\n> b\n\nc")) == ["Admonition", "Quotation", "Prose"]


def test_other_kinds_are_quotations(body):
    (found,) = body("> [!QUESTION]\n> words")
    assert isinstance(found, Quotation)


def test_columns_share_what_is_left_of_the_width(body):
    text = ':::: columns\n::: {.column width="60%"}\na\n:::\n::: column\nb\n:::\n::::'
    (found,) = body(text)
    assert isinstance(found, DivColumns)
    assert [column.width for column in found.columns] == [60.0, 40.0]


def test_columns_hold_any_pieces_and_fences_in_code_close_nothing(body):
    text = "::: columns\n::: column\n```\n:::\n```\n> [!TIP]\n> x\n:::\n::: column\nb\n:::\n:::"
    (found,) = body(text)
    left, right = found.columns
    assert (kinds(left.pieces), kinds(right.pieces)) == (["Fence", "Admonition"], ["Prose"])
    assert isinstance(left.pieces[0], Fence)
    assert left.pieces[0].text == ":::"


def test_what_stands_beside_columns_is_shown_above_them(body):
    text = "::: columns\nstray\n\n::: column\na\n:::\n::: column\nb\n:::\n:::"
    assert kinds(body(text)) == ["Prose", "DivColumns"]


def test_a_single_column_is_what_it_holds(body):
    assert kinds(body("::: columns\n::: column\na\n:::\n:::")) == ["Prose"]


@pytest.mark.parametrize(
    "text",
    [
        "::: columns\n::: column\na",  # nothing closes it
        "::: column\na\n:::",  # a column of nothing
        "::: {.foo}\na\n:::",
        ":::\na\n:::",
        "    ::: columns\n    :::",
    ],
)
def test_other_divisions_stay_as_they_are_written(body, text):
    assert not any(isinstance(piece, DivColumns | Admonition) for piece in body(text))


def test_footnotes_in_columns_are_those_of_the_body(body):
    text = "::: columns\n::: column\na[^1]\n\n[^1]: note\n:::\n::: column\nb\n:::\n:::"
    assert kinds(body(text)) == ["DivColumns", "FootnoteText"]


def test_places_in_columns_are_where_they_are_written(body):
    (found,) = body("::: columns\n::: column\nleft\n:::\n::: column\n- right\n:::\n:::")
    left, right = (column.pieces[0] for column in found.columns)
    assert isinstance(left, Prose)
    assert (left.span.line, right.span.line) == (3, 6)
