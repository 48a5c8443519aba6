"""What kind of page blocks make: a number, a sentence, a few items, columns of text, text."""

from __future__ import annotations

import pytest

from deckgen.layout.plan.characters import (
    Character,
    character_of,
    is_text,
    is_text_and_pictures,
)
from tests.support.desks import text
from tests.unit.layout.test_parts import PICTURE, TABLE, content


@pytest.mark.parametrize(
    ("said", "character"),
    [
        ("42", Character.NUMBER),
        ("42 %", Character.NUMBER),
        ("+12,345,678 M€", Character.NUMBER),
        ("123,456,789.012 M€", Character.STATEMENT),
        ("+-~42", Character.NUMBER),
        ("+-~+42", Character.STATEMENT),
        ("42 abcdefgh", Character.NUMBER),
        ("42 abcdefghi", Character.STATEMENT),
        ("12345678901234", Character.NUMBER),
        ("123456789012345", Character.STATEMENT),
        ("1234567890億円", Character.NUMBER),
        ("12345678901億円", Character.STATEMENT),
        ("about 42", Character.STATEMENT),
        ("x" * 140, Character.STATEMENT),
        ("x" * 141, Character.TEXT),
        ("字" * 70, Character.STATEMENT),
        ("字" * 71, Character.TEXT),
        ("two\\\nlines", Character.TEXT),
        ("two\n\nparagraphs", Character.TEXT),
        ("- one", Character.SHORT_LIST),
        ("1. one\n2. two", Character.SHORT_LIST),
        ("- one\n- two\n- three\n- four", Character.SHORT_LIST),
        ("- one\n- two\n- three\n- four\n- five", Character.TEXT),
        ("- one\n  - below it", Character.TEXT),
        ("- " + "x" * 60, Character.SHORT_LIST),
        ("- " + "x" * 61, Character.TEXT),
        ("- one\n- " + "x" * 61, Character.TEXT),
        ("- one\n\n  more of it", None),
        ("## A heading\n\ntext", None),
        ("A term\n\n: what it means", None),
    ],
)
def test_text_is_of_a_kind_by_what_it_says_and_how_long_it_is(said, character):
    assert character_of(text(said)) is character


def test_a_quotation_alone_is_one_and_blocks_together_are_of_no_kind():
    assert character_of(text("> said")) is Character.QUOTATION
    assert character_of(content(TABLE)) is None
    assert character_of(content(f"- one\n{TABLE}")) is None


def test_a_callout_of_text_alone_is_a_remark():
    assert character_of(text("> [!TIP]\n> Save it.")) is Character.REMARK
    assert character_of(text("> [!TIP]\n> Save it.\n\nMore")) is None
    assert character_of(content("- callout: {text: [{table: [[a, b], [c, d]]}]}")) is None


@pytest.mark.parametrize(
    ("other", "character"),
    [
        ("title: B, body: two", Character.COMPARISON),
        ("title: B, table: [[a, b], [c, d]]", None),
        ("title: B, body: [two, {table: [[a, b], [c, d]]}]", None),
        ('title: B, body: "## head\\n\\ntext"', None),
    ],
)
def test_columns_are_compared_where_all_of_them_are_text_alone(other, character):
    columns = f"- columns: [{{title: A, body: one}}, {{{other}}}]"
    assert character_of(content(columns)) is character


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("- one", True),
        (TABLE, False),
        (f"- one\n{TABLE}", False),
        (f"{TABLE}\n- one", False),
    ],
)
def test_a_column_is_text_where_nothing_else_stands_in_it(body, found):
    assert is_text(content(body)) is found


def test_a_column_of_nothing_is_no_text():
    assert not is_text(())


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (["- one", PICTURE], True),
        ([PICTURE, "- one"], True),
        ([PICTURE], False),
        (["- one"], False),
        ([PICTURE, "- one", PICTURE], False),
        (["- one", PICTURE, TABLE], False),
        (["- one", TABLE, PICTURE], True),
    ],
)
def test_pictures_stand_beside_text_where_they_are_one_block_at_its_start_or_end(body, found):
    assert is_text_and_pictures(content("\n".join(body))) is found
