"""Bullets are written where they differ, and ordinals so that PowerPoint shows them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.colors import Color
from deckgen.emit.bullets import Numbering, bullet
from deckgen.styles import NO_BULLET, Bullet, BulletKind

DOT = Bullet(BulletKind.CHARACTER, "•", font="Arial", color=Color("FF0000"), size=0.8)
PLAIN = Bullet(BulletKind.CHARACTER, "–")
NUMBER = Bullet(BulletKind.NUMBER, "arabicPeriod")


def test_an_inherited_bullet_is_not_written():
    assert bullet(DOT, DOT) == ""
    assert bullet(NO_BULLET, NO_BULLET) == ""


def test_the_absence_of_a_bullet_is_written():
    assert bullet(NO_BULLET, DOT) == "<a:buNone/>"
    assert bullet(NO_BULLET, None) == "<a:buNone/>"


def test_colour_size_and_typeface_stand_in_the_order_of_the_schema():
    assert bullet(DOT, NO_BULLET) == (
        '<a:buClr><a:srgbClr val="FF0000"/></a:buClr><a:buSzPct val="80000"/>'
        '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
    )


def test_what_the_inherited_bullet_has_and_this_one_has_not_follows_the_text():
    assert bullet(PLAIN, DOT) == '<a:buClrTx/><a:buSzTx/><a:buFontTx/><a:buChar char="–"/>'


def test_a_number_is_written_with_its_start_unless_that_is_one():
    assert bullet(NUMBER, None) == (
        '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
    )
    assert bullet(NUMBER, None, 4).endswith('<a:buAutoNum type="arabicPeriod" startAt="4"/>')


def test_an_inherited_number_that_starts_elsewhere_is_written():
    assert bullet(NUMBER, NUMBER) == ""
    assert 'startAt="3"' in bullet(NUMBER, NUMBER, 3)


@pytest.mark.parametrize("size", [0.01, 9.0])
def test_sizes_stay_within_what_the_format_allows(size):
    written = bullet(Bullet(BulletKind.CHARACTER, "x", size=size), None)
    assert 25_000 <= int(written.split('val="')[1].split('"')[0]) <= 400_000


def test_a_picture_that_is_not_inherited_becomes_a_character():
    assert bullet(Bullet(BulletKind.PICTURE), None) == '<a:buChar char="•"/>'


def starts(*paragraphs):
    numbering = Numbering()
    return [numbering.start(level, mark, number) for level, mark, number in paragraphs]


def test_all_paragraphs_of_a_sequence_bear_its_start():
    assert starts((0, NUMBER, 4), (0, NUMBER, 5), (0, NUMBER, 6)) == [4, 4, 4]


def test_deeper_paragraphs_do_not_interrupt_a_sequence():
    assert starts((0, NUMBER, 1), (1, PLAIN, None), (0, NUMBER, 2)) == [1, 1, 1]


def test_a_paragraph_without_a_number_interrupts_a_sequence():
    assert starts((0, NUMBER, 1), (0, NO_BULLET, None), (0, NUMBER, 2)) == [1, 1, 2]


def test_a_shallower_paragraph_ends_deeper_sequences():
    assert starts((1, NUMBER, 1), (0, NUMBER, 1), (1, NUMBER, 2)) == [1, 1, 2]


def shown(paragraphs, begins):
    """Count as PowerPoint does: on, after the same level, scheme and start; deeper ones aside."""
    counts: dict[int, tuple[int, int | None]] = {}
    ordinals: list[int | None] = []
    for (level, mark, _), start in zip(paragraphs, begins, strict=True):
        counts = {key: count for key, count in counts.items() if key <= level}
        if mark is not NUMBER:
            counts.pop(level, None)
            ordinals.append(None)
            continue
        before, seed = counts.get(level, (0, None))
        counts[level] = (before + 1 if seed == start else start, start)
        ordinals.append(counts[level][0])
    return ordinals


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from([NUMBER, NO_BULLET])), max_size=20))
def test_powerpoint_shows_the_ordinals_that_items_have(outline):
    paragraphs: list[tuple[int, Bullet, int | None]] = []
    next_of: dict[int, int] = {}
    for level, mark in outline:
        next_of = {key: value for key, value in next_of.items() if key <= level}
        number = next_of.get(level, 1) if mark is NUMBER else None
        if number:
            next_of[level] = number + 1
        paragraphs.append((level, mark, number))
    assert shown(paragraphs, starts(*paragraphs)) == [number for *_, number in paragraphs]


def test_numbers_that_follow_one_another_are_one_list_with_one_start():
    numbering = Numbering()
    assert [numbering.start(0, NUMBER, number) for number in (3, 4, 5)] == [3, 3, 3]
    assert numbering.start(0, NUMBER, 7) == 7
    assert [numbering.start(0, NUMBER, number) for number in (None, None)] == [7, 7]


def test_items_without_a_number_count_from_one():
    numbering = Numbering()
    assert [numbering.start(0, NUMBER, None) for _ in range(3)] == [1, 1, 1]
    assert numbering.start(0, NUMBER, 4) == 1
    assert numbering.start(0, NUMBER, 9) == 9
