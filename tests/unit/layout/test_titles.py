"""Titles are as large as their place and what is around it allow, and larger than their text."""

from __future__ import annotations

import pytest

from deckgen.deck import Footnote, FootnoteKind, SlideKind
from deckgen.layout.titles.company import title_slot
from deckgen.layout.titles.fit import fit_title
from deckgen.layout.typeset.fitting import led_by
from deckgen.units import Centipoints, Emu
from tests.support.desks import desk_on, percent, runs, slide
from tests.support.packages import HEIGHT, placeholder, shape, solid

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def style(points, bold=0):
    return f'<a:lvl1pPr algn="l"><a:defRPr sz="{points * 100}" b="{bold}"/></a:lvl1pPr>'


def title(box=(5, 5, 90, 12), points=40, anchor="t", bold=0):
    body = f'{FLAT} anchor="{anchor}"'
    return placeholder("title", None, box, body=body, style=style(points, bold))


def body(points=20, box=(5, 30, 90, 60)):
    return placeholder("body", 1, box, body=FLAT, style=style(points))


def fit(words, *shapes, lowest=None, **more):
    desk = desk_on(*shapes)
    made = slide(words, **more)
    found = fit_title(made.title, made, desk.template.layouts[0], desk, lowest)
    assert found is not None
    return found


def size(fitted):
    return fitted.levels[0].size.points


def told(fitted):
    """Return the size of a title, its lines, and where in percent its box begins and ends."""
    _, y, _, height = percent(fitted.box)
    return size(fitted), len(fitted.stack.paragraphs[0].lines), y, round(y + height, 2)


def words(count):
    return " ".join(["words"] * count)


FREE = (title(), body())
BAR = (shape((0, 3, 100, 16)), *FREE)
SMALL = (BAR[0], title(points=36), body())
RULED = (title(), shape((5, 18, 90, 0.5)), body())
NEAR = (title(), shape((5, 22, 90, 3)), body())


@pytest.mark.parametrize(
    ("shapes", "count", "found"),
    [
        (FREE, 5, (40, 1, 5, 17)),
        (FREE, 8, (32, 1, 5, 17)),
        (FREE, 12, (40, 2, 5, 22.78)),
        (FREE, 14, (36, 2, 5, 21)),
        (FREE, 20, (24, 2, 5, 17)),
        (FREE, 30, (24, 3, 5, 21)),
        (FREE, 50, (23, 5, 5, 30.56)),
        (FREE, 80, (18, 6, 5, 29)),
        (BAR, 5, (40, 1, 5, 17)),
        (BAR, 10, (24, 1, 5, 17)),
        (BAR, 20, (24, 2, 5, 17)),
        (BAR, 30, (23, 3, 3.67, 19)),
        (BAR, 50, (19, 4, 3.48, 18.68)),
        (BAR, 80, (13, 4, 5, 17)),
        (SMALL, 160, (9.5, 6, 5, 17.67)),
        (RULED, 5, (40, 1, 5, 17)),
        (RULED, 10, (32, 2, 3.78, 18)),
        (RULED, 30, (23, 3, 4.2, 18)),
        (RULED, 50, (18, 4, 3, 18)),
        (RULED, 80, (13, 4, 5, 17)),
        (NEAR, 10, (40, 2, 4.22, 22)),
        (NEAR, 30, (24, 3, 5, 21)),
        (NEAR, 50, (20, 4, 5, 21)),
    ],
)
def test_a_long_title_becomes_smaller_takes_lines_and_grows_as_far_as_it_may(shapes, count, found):
    fitted = fit(words(count), *shapes)
    assert told(fitted) == found
    assert fitted.diagnostics == ()


@pytest.mark.parametrize(
    ("count", "found", "spacing"),
    [
        (20, (19, 2, 2, 10), 0.9),
        (15, (19, 2, 2, 10), 0.9),
        (14, (18, 1, 2, 10), 0.9),
        (5, (28, 1, 2, 10), 1.0),
    ],
)
def test_a_title_fills_a_bar_made_for_one_line_where_the_text_would_follow_it(
    count, found, spacing
):
    bar = shape((0, 2, 100, 8))
    place = placeholder("title", None, (5, 2, 90, 8), body=f'{FLAT} anchor="ctr"', style=style(28))
    fitted = fit(words(count), bar, place, body(24))
    assert told(fitted) == found
    assert fitted.levels[0].line_spacing.lines == spacing


@pytest.mark.parametrize("place", [(5, 2, 90, 8), (5, 1.2, 90, 9.6)])
@pytest.mark.parametrize("insets", [FLAT, ""])
def test_a_title_that_fills_its_bar_has_room_there(place, insets):
    bar = shape((0, 2, 100, 8))
    held = placeholder("title", None, place, body=f'{insets} anchor="ctr"', style=style(28))
    fitted = fit(words(20), bar, held, body(24))
    assert size(fitted) > 17
    assert fitted.diagnostics == ()


def test_a_title_that_leads_its_text_keeps_the_size_that_others_have():
    bar = shape((0, 2, 100, 8))
    place = placeholder("title", None, (5, 2, 90, 8), body=f'{FLAT} anchor="ctr"', style=style(28))
    assert size(fit(words(20), bar, place, body(14))) == 17


def test_a_title_that_no_room_holds_is_told():
    fitted = fit(words(400), *BAR)
    assert [each.code.slug for each in fitted.diagnostics] == ["text-overflow"]
    assert fitted.bottom > fitted.room.bottom


@pytest.mark.parametrize(
    ("count", "found"),
    [(40, (24, 1, 5, 17)), (45, (23, 1, 5, 17)), (50, (40, 2, 5, 22.78)), (60, (32, 2, 5, 19.22))],
)
def test_a_word_is_kept_whole_in_a_smaller_size_that_still_leads(count, found):
    assert told(fit("w" * count, *FREE)) == found


@pytest.mark.parametrize(
    ("said", "language", "width", "lines"),
    [
        ("What we have learnt about how services fail together", "en", 60, 3),
        ("What we have learnt about how services fail together", "en", 80, 2),
        ("全国展開は、来年の四月から三つの拠点で段階を追って始める。", "ja", 65, 3),
        ("全国展開は、来年の四月から三つの拠点で段階を追って始める。", "ja", 70, 2),
    ],
)
def test_a_title_has_one_line_more_where_that_spares_a_phrase(said, language, width, lines):
    place, beside = title((5, 30, width, 50)), shape((width + 6, 0, 5, 100))
    fitted = fit(said, place, beside, kind=SlideKind.SECTION, language=language)
    assert told(fitted) == (40, lines, 30, 80)


@pytest.mark.parametrize(
    ("points", "text", "bold", "found"),
    [
        (24, 20, 0, 24),
        (23, 20, 0, 23),
        (22, 20, 0, 23),
        (21, 20, 0, 23),
        (20, 20, 0, 26),
        (14, 20, 0, 26),
        (20, 20, 1, 23),
        (18, 20, 1, 23),
        (18, 17, 0, 20),
    ],
)
def test_a_title_is_made_larger_than_the_text_below_it(points, text, bold, found):
    assert size(fit("words", title(points=points, bold=bold), body(text))) == found


def test_a_title_is_larger_than_text_that_the_master_would_set_on_its_page():
    assert size(fit("words", title(points=14))) > 14
    caption = placeholder("body", 1, (5, 60, 30, 30), style=style(20), name="Caption")
    picture = placeholder("pic", 2, (40, 30, 55, 60))
    assert size(fit("words", title(points=24), caption, picture)) == 24


@pytest.mark.parametrize(
    ("count", "found"), [(5, (40, 1)), (10, (40, 2)), (20, (28, 3)), (30, (24, 3)), (50, (20, 4))]
)
def test_a_divider_keeps_its_title_in_its_place(count, found):
    fitted = fit(words(count), title((5, 40, 90, 20)), kind=SlideKind.SECTION)
    assert told(fitted) == (*found, 40, 60)


@pytest.mark.parametrize(
    ("anchor", "count", "bottom"),
    [("t", 5, 17), ("t", 20, 17), ("ctr", 5, 17.3), ("ctr", 20, 17.44), ("b", 5, 18.85)],
)
def test_content_keeps_a_quarter_of_an_em_below_the_text_of_a_title(anchor, count, bottom):
    fitted = fit(words(count), title(anchor=anchor), body())
    assert round(fitted.bottom * 100 / HEIGHT, 2) == bottom


def test_content_keeps_off_the_fill_of_a_title_that_has_grown_further_where_it_has_room():
    filled = placeholder("title", None, (5, 5, 90, 8), style=style(40), fill=solid("336699"))
    short, long = (fit(words(count), filled, body()) for count in (3, 20))
    assert short.bottom < long.bottom
    assert long.box.height > short.box.height
    assert long.bottom - long.box.bottom == long.levels[0].size.emu * 0.25
    assert long.airy_bottom - long.box.bottom == long.levels[0].size.emu * 0.5


def at(share):
    return Emu(round(HEIGHT * share / 100))


def test_a_title_that_may_reach_no_lower_becomes_smaller():
    free = fit(words(12), *FREE)
    assert fit(words(12), *FREE, lowest=free.bottom).box == free.box
    lower = fit(words(12), *FREE, lowest=at(20))
    assert size(lower) < size(free)
    assert lower.box.bottom <= at(20)


def test_a_title_reaches_to_the_middle_of_the_slide_at_the_most():
    assert told(fit(words(200), *FREE))[3] == 50


def test_a_slide_without_a_title_has_none():
    desk = desk_on(*FREE)
    assert fit_title((), slide(""), desk.template.layouts[0], desk) is None


def test_titles_without_a_place_stand_in_a_band_at_the_top():
    desk = desk_on(body())
    assert percent(title_slot(desk.template.layouts[0], desk).box) == (6, 4.5, 88, 12)


@pytest.mark.parametrize(("points", "most"), [(40, 34), (23, 20), (22.9, 19), (46, 40)])
def test_text_is_a_whole_point_small_enough_to_be_led(points, most):
    assert led_by(Centipoints(round(points * 100))).points == most


BELOW = placeholder("subTitle", 1, (8, 61, 84, 10), body=FLAT, style=style(20))
ABOVE = placeholder("body", 3, (8, 20, 84, 20), style=style(20), name="Author")


@pytest.mark.parametrize(
    ("given", "count", "more", "found"),
    [
        ({}, 4, (), (44, 1, 50, 60)),
        ({}, 7, (), (35, 1, 50, 60)),
        ({}, 8, (), (44, 2, 39.41, 58.97)),
        ({}, 12, (), (40, 2, 41.19, 58.97)),
        ({}, 16, (), (26, 2, 47.41, 58.97)),
        ({}, 30, (), (22, 3, 44.3, 58.97)),
        ({"box": (8, 50, 84, 12), "points": 80}, 5, (), (64, 2, 28.85, 57.29)),
        ({"box": (8, 50, 84, 12), "points": 80}, 8, (), (56, 2, 32.41, 57.3)),
        ({}, 12, (shape((8, 30, 84, 15)),), (31, 2, 45.19, 58.97)),
        ({}, 10, (ABOVE,), (35, 2, 43.41, 58.97)),
        ({"box": (8, 10, 84, 10)}, 12, (), (40, 2, 4.78, 22.56)),
        ({"box": (8, 10, 84, 10), "anchor": "t"}, 12, (), (40, 2, 10, 27.78)),
        ({"box": (8, 10, 84, 10), "anchor": "ctr"}, 12, (), (40, 2, 7, 24.78)),
        ({"box": (8, 50, 84, 17)}, 12, (), (35, 2, 50, 67)),
        ({"box": (8, 50, 84, 19)}, 16, (), (26, 2, 50, 69)),
        ({}, 12, (shape((0, 48, 100, 14)),), (22, 2, 50, 60)),
        ({}, 12, (shape((0, 0, 100, 100)),), (40, 2, 41.19, 58.97)),
        ({"box": (8, 50, 84, 17)}, 20, (), (26, 3, 41.63, 58.96)),
    ],
)
def test_a_long_title_of_a_cover_has_two_lines_as_large_as_there_is_room_for(
    given, count, more, found
):
    place = title(**{"box": (8, 50, 84, 10), "points": 44, "anchor": "b", **given})
    assert told(fit(words(count), place, BELOW, *more, kind=SlideKind.TITLE)) == found


def test_a_title_that_leaves_its_place_keeps_in_mind_where_that_is():
    box = (8, 50, 84, 10)
    place = title(box, points=44, anchor="b")
    stays, leaves = (fit(words(n), place, BELOW, kind=SlideKind.TITLE) for n in (4, 12))
    assert stays.slot.inherited is None
    assert percent(leaves.slot.inherited) == box


@pytest.mark.parametrize(
    ("anchor", "count", "bottom"),
    [("t", 5, 17.59), ("t", 20, 17.89), ("ctr", 5, 19.15), ("ctr", 20, 18.56), ("b", 20, 19.22)],
)
def test_content_that_has_room_keeps_half_an_em_below_the_text_of_a_title(anchor, count, bottom):
    fitted = fit(words(count), title(anchor=anchor), body())
    assert round(fitted.airy_bottom * 100 / HEIGHT, 2) == bottom


def test_titles_are_set_alike_at_a_desk_whatever_was_set_there_before():
    """A divider has no text below its title that this would have to lead."""
    kinds = SlideKind.CONTENT, SlideKind.SECTION, SlideKind.CONTENT
    desk = desk_on(*RULED)
    slides = [slide(words(30), kind=kind) for kind in kinds]
    layout = desk.template.layouts[0]
    found = [fit_title(made.title, made, layout, desk) for made in slides]
    assert found == [fit(words(30), *RULED, kind=kind) for kind in kinds]
    assert told(found[0]) != told(found[1])


@pytest.mark.parametrize("count", [2, 60])
def test_a_low_title_keeps_off_the_footnotes_of_its_own_slide_alone(count):
    note = Footnote(FootnoteKind.NOTE, runs(words(60)))
    slides = [slide(words(count), footnotes=notes) for notes in ((), (note,), ())]
    desk = desk_on(title((5, 60, 90, 12)), name="Title Only", kind="titleOnly")
    layout = desk.template.layouts[0]
    without, noted, again = [fit_title(made.title, made, layout, desk) for made in slides]
    assert noted.room.bottom < without.room.bottom
    assert again == without


def test_a_place_of_two_lines_has_room_for_its_insets():
    insets = 'lIns="0" tIns="127000" rIns="0" bIns="127000" anchor="b"'
    place = placeholder("title", None, (8, 50, 84, 10), body=insets, style=style(44))
    fitted = fit(words(12), place, BELOW, kind=SlideKind.TITLE)
    assert (size(fitted), len(fitted.stack.paragraphs[0].lines)) == (40, 2)
    assert (fitted.box.height - fitted.stack.height).points == 20


@pytest.mark.parametrize(("count", "width"), [(6, 45), (7, 90)])
def test_a_title_of_three_lines_takes_the_room_beside_its_place_and_one_of_two_does_not(
    count, width
):
    fitted = fit(words(count), title((5, 5, 45, 35)), body(box=(5, 45, 90, 50)))
    assert (told(fitted), percent(fitted.box)[2]) == ((40, 2, 5, 40), width)


INSETS = 'lIns="0" tIns="127000" rIns="0" bIns="127000" anchor="t"'
"""Ten points above the text, and ten below it."""


def inset(height):
    box = (5, 5, 90, height + 2000 / 540)
    return placeholder("title", None, box, body=INSETS, style=style(40))


@pytest.mark.parametrize("count", [5, 8, 20])
@pytest.mark.parametrize("shapes", [(), (shape((0, 3, 100, 20)),)], ids=["free", "bar"])
def test_a_title_has_what_the_insets_of_its_place_leave(count, shapes):
    with_insets = fit(words(count), *shapes, inset(12), body())
    flat = fit(words(count), *shapes, title(), body())
    assert told(with_insets)[:2] == told(flat)[:2]
    assert with_insets.box == with_insets.slot.box


@pytest.mark.parametrize("count", [12, 30, 50])
def test_a_title_that_grows_keeps_its_insets(count):
    fitted = fit(words(count), inset(12), body())
    assert percent(fitted.box)[3] > 12 + 2000 / 540
    assert (fitted.box.height - fitted.stack.height).points == 20
