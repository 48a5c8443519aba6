"""Markers stand where the template has them, and have room where it leaves none."""

from __future__ import annotations

import pytest

from deckgen.content import POINTER, Marker, Paragraph
from deckgen.layout.typeset.paragraphs import measure_paragraphs
from deckgen.records import replace
from deckgen.styles import NO_BULLET, Bullet, BulletKind, Spacing
from deckgen.units import ZERO, Emu, pt
from tests.support.desks import SPAN, desk_on, runs
from tests.support.packages import placeholder

DESK = desk_on(placeholder("body", 1, (5, 25, 90, 65), body='lIns="0" rIns="0"'))
LAYOUT = DESK.template.layouts[0]
CONTEXT = DESK.context(LAYOUT, "en", LAYOUT.slots[0])
PLAIN = replace(
    CONTEXT.text, bullet=NO_BULLET, margin_left=ZERO, indent=ZERO, space_before=Spacing()
)
EM = PLAIN.size.emu
DASH = Bullet(BulletKind.CHARACTER, "–")
WIDTH = Emu(pt(800))


def made(marker, style=PLAIN, text="words", **more):
    """Return the style of a paragraph with a marker where its level has a style."""
    context = CONTEXT.with_levels((style,) * 9)
    paragraph = Paragraph(runs(text), SPAN, marker=marker, **more)
    return measure_paragraphs((paragraph,), WIDTH, context)[0].style


def places(style):
    """Return where the marker and the text of a style stand, in em."""
    left = style.margin_left / EM
    return round(left + style.indent / EM, 2), round(left, 2)


def hanging(first, hang):
    """Return a style whose marker and text stand at places in em."""
    return replace(PLAIN, margin_left=EM * (first + hang), indent=-(EM * hang), bullet=DASH)


def test_a_level_without_bullets_gets_one_with_room_for_it():
    style = made(Marker.BULLET)
    assert (style.bullet.text, places(style)) == ("•", (0, 1.2))
    assert places(made(Marker.BULLET, replace(PLAIN, indent=EM * 0.5))) == (0.5, 1.7)


def test_a_level_with_bullets_keeps_them_where_they_are():
    style = made(Marker.BULLET, hanging(1, 0.8))
    assert (style.bullet, places(style)) == (DASH, (1, 1.8))


@pytest.mark.parametrize(("hang", "text"), [(0.8, 2.4), (1.4, 2.4), (1.6, 2.6)])
def test_the_box_of_a_task_has_room_for_itself(hang, text):
    style = made(Marker.BULLET, hanging(1, hang), glyph="☐")
    assert (style.bullet.text, places(style)) == ("☐", (1, text))


@pytest.mark.parametrize(("hang", "share"), [(0.5, 0.5), (0.84, 0.6), (1.4, 1.0), (2.0, 1.0)])
def test_a_pointer_is_as_small_as_leaves_text_where_that_of_its_neighbours_is(hang, share):
    style = made(Marker.BULLET, hanging(1, hang), glyph=POINTER)
    assert (style.bullet.text, places(style)) == (POINTER, (1, round(1 + hang, 2)))
    assert round(style.bullet.size, 2) == share


def test_text_without_a_marker_starts_where_bullets_stand():
    style = made(Marker.NONE, hanging(1, 0.8))
    assert (style.bullet, places(style)) == (NO_BULLET, (1, 1))
    assert places(made(Marker.NONE, replace(hanging(0, 0.8), margin_left=ZERO))) == (0, 0)


def test_text_that_belongs_to_an_item_starts_where_its_text_does():
    style = made(Marker.NONE, hanging(1, 0.8), indented=True)
    assert (style.bullet, places(style)) == (NO_BULLET, (1.8, 1.8))


@pytest.mark.parametrize("marker", [Marker.HEADING, Marker.TERM])
def test_headings_and_terms_are_bold_and_start_where_bullets_stand(marker):
    style = made(marker, hanging(1, 0.8))
    assert (style.bold, style.bullet, places(style)) == (True, NO_BULLET, (1, 1))


@pytest.mark.parametrize(
    ("given", "above"),
    [(Spacing(), Spacing(lines=0.8)), (Spacing(exact=pt(40)), Spacing(exact=pt(40)))],
)
def test_a_heading_stands_apart_from_the_text_above_it(given, above):
    assert made(Marker.HEADING, replace(PLAIN, space_before=given)).space_before == above
    assert made(Marker.TERM, replace(PLAIN, space_before=given)).space_before == given


def test_numbers_have_room_for_the_widest_of_their_level_and_a_space():
    from deckgen.shown_text import font_of
    from deckgen.text.model import StyledText

    context = CONTEXT.with_levels((hanging(0, 0.5),) * 9)
    numbers = [
        Paragraph(runs("words"), SPAN, level, Marker.NUMBER, number)
        for level, number in ((0, 9), (0, 1000), (1, 3))
    ]
    first, second, inner = (each.style for each in measure_paragraphs(numbers, WIDTH, context))
    for style, digits in ((first, "0000."), (second, "0000."), (inner, "0.")):
        width = DESK.typesetter.width((StyledText(digits, font_of(style)),))
        assert style.bullet.kind is BulletKind.NUMBER
        assert -style.indent == max(width + EM * 0.35, EM * 0.5)


def test_lines_stand_clear_of_a_mark_with_which_the_first_begins():
    style = made(Marker.NONE, text="(1) words", hang=4)
    bare = made(Marker.NONE)
    assert style.margin_left == -style.indent > EM
    assert style.margin_left + style.indent == bare.margin_left
