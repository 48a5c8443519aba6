"""Small print stands in as few lines as it has room for, apart from what stands on all pages."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.deck import Footers, Footnote, FootnoteKind, SlideKind
from deckgen.geometry import Insets, Rect
from deckgen.layout.desk import Desk
from deckgen.layout.foot.footers import PageNumber
from deckgen.layout.foot.footnotes import foot_of, place_footnotes, without_foot
from deckgen.layout.foot.places import line_of, places, row_on
from deckgen.layout.foot.running import in_one, kinds_in_one, run_along
from deckgen.layout.foot.small_print import SmallPrint
from deckgen.records import replace
from deckgen.source import Stretches
from deckgen.spec.kinds import Pattern
from deckgen.styles import Align, Anchor, BodyProperties
from deckgen.template.model import Role
from deckgen.units import pt
from tests.support.desks import SOURCE, TYPESETTER, desk_on, percent, runs, slide, template_of
from tests.support.packages import HEIGHT, layout, placeholder, shape
from tests.unit.layout.test_running_foot import striped

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'
TITLE = placeholder("title", None, (5, 5, 90, 15))
BODY = placeholder("body", 1, (5, 25, 90, 65), body=FLAT)
PLAIN = slide(footers=Footers((), "", None))
NOTE, SOURCE_LINE, NOTICE = FootnoteKind.NOTE, FootnoteKind.SOURCE, FootnoteKind.NOTICE
LABEL, FOOTER, COPYRIGHT = FootnoteKind.LABEL, FootnoteKind.FOOTER, FootnoteKind.COPYRIGHT


def line(kind, text="words"):
    return Footnote(kind, runs(text))


def sized(points):
    return f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'


def place(kind, idx, box, points=10, **more):
    return placeholder(kind, idx, box, body=FLAT, style=sized(points), **more)


def small(*lines, shapes=(TITLE, BODY), **more):
    desk = desk_on(*shapes, **more)
    return SmallPrint(lines, PLAIN.language, desk.template.layouts[0], desk)


def texts(band):
    return [paragraph.text for paragraph in band.frame.paragraphs]


def test_footnotes_are_ten_points_on_a_slide_of_the_usual_size():
    band = small(line(NOTE)).in_band(())
    assert band.frame.levels[0].size == 1000
    assert band.frame.levels[0].align is Align.LEFT
    assert band.frame.body.anchor is Anchor.BOTTOM


def test_short_lines_of_the_deck_stand_in_one_and_those_of_the_page_each_alone():
    of_page = line(NOTE, "a note"), line(SOURCE_LINE, "a source")
    lines = (*of_page, line(LABEL, "x"), line(COPYRIGHT, "©"))
    assert texts(small(*lines).in_band(())) == ["a note", "a source", "x  |  ©"]


def test_long_lines_of_the_deck_stand_in_as_few_as_may_be():
    long = "words that are many " * 3
    lines = [line(kind, long.strip()) for kind in (LABEL, FOOTER, COPYRIGHT)]
    (first, second) = texts(small(*lines).in_band(()))
    assert first == f"{long.strip()}  |  {long.strip()}"
    assert second == long.strip()


def test_lines_that_are_too_long_for_one_together_stand_each_alone():
    lines = [line(kind, "words " * 20) for kind in (LABEL, FOOTER, COPYRIGHT)]
    assert len(texts(small(*lines).in_band(()))) == 3


def test_what_belongs_to_a_page_stands_apart_from_what_is_on_all():
    band = small(line(NOTE), line(SOURCE_LINE), line(NOTICE), line(LABEL)).in_band(())
    tops = [paragraph.top for paragraph in band.frame.paragraphs]
    first, second, third = (b - a for a, b in pairwise(tops))
    assert first == third == pt(12)
    assert second == pt(12 + 4)


def test_footnotes_become_smaller_where_they_would_take_an_eighth_of_the_slide():
    few, many, more = (small(*[line(NOTE)] * n).in_band(()).frame for n in (5, 6, 7))
    assert [frame.levels[0].size for frame in (few, many, more)] == [1000, 900, 800]


def test_what_is_kept_free_ends_a_gap_above_the_lines():
    band = small(line(NOTE)).in_band(())
    assert band.frame.box.y - band.kept.y == round(HEIGHT / 45)
    assert band.kept.bottom == band.frame.box.bottom


def test_more_than_a_third_of_the_slide_is_told_and_kept_no_more():
    fits, much = small(*[line(NOTE)] * 18).in_band(()), small(*[line(NOTE)] * 20).in_band(())
    assert fits.diagnostics == ()
    (told,) = much.diagnostics
    assert told.code.slug == "text-overflow"
    assert told.message.endswith("but its place is 183.6pt high")
    assert much.kept.bottom - much.kept.y == round(HEIGHT * 0.34) + round(HEIGHT / 45)


NOTICE_PLACE = placeholder("body", 13, (5, 76, 90, 15), name="Legal notice")


def test_a_place_for_notices_holds_the_lines_unless_a_footer_stands_there():
    print_ = small(line(NOTE), shapes=(TITLE, NOTICE_PLACE))
    box = print_.layout.first(Role.NOTICE).box
    assert print_.in_notice(()).kept == box
    assert print_.in_notice((box,)) is None
    assert small(line(NOTE)).in_notice(()) is None
    assert small(*[line(NOTE)] * 30, shapes=(TITLE, NOTICE_PLACE)).in_notice(()) is None


@pytest.mark.parametrize(
    ("size", "found"), [(1000, 1000), (950, 1000), (949, 900), (1049, 1000), (1051, 1100)]
)
def test_small_print_has_whole_points(size, found):
    assert small(line(NOTE)).scaled(size) == found


def label_in(points):
    """Return the role of the place of a label that is so many points high, None without it."""
    desk = desk_on(TITLE, BODY, label_place(points))
    made = slide(footnotes=(line(LABEL, "Internal"),))
    frames = place_footnotes(made.around, desk.template.layouts[0], None, PageNumber(1, 1), desk)
    (frame,) = [footer.frame for footer in frames]
    return frame.slot and (frame.slot.role, frame.levels[0].size.points)


def label_place(points):
    box = (70, 0, 25, points * 100 / 540)
    return placeholder("body", 13, box, name="Confidential label", body=FLAT, style=sized(12))


@pytest.mark.parametrize(
    ("points", "found"),
    [(14.4, (Role.LABEL, 12)), (12, (Role.LABEL, 10)), (9.6, (Role.LABEL, 8)), (9.5, None)],
)
def test_a_label_is_as_large_as_its_place_holds_and_stands_elsewhere_where_it_is_not_read(
    points, found
):
    """A line is 1.2 em high."""
    assert label_in(points) == found


@pytest.mark.parametrize(("points", "holds"), [(9.6, True), (9.5, False)])
def test_a_place_for_notices_holds_lines_that_are_just_as_high_as_it_is(points, holds):
    box = (5, 76, 90, points * 100 / 540)
    notice = placeholder("body", 13, box, name="Legal notice", body=FLAT, style=sized(12))
    assert (small(line(NOTE), shapes=(TITLE, notice)).in_notice(()) is not None) is holds


def test_text_in_a_place_is_no_smaller_than_is_read():
    tiny = placeholder("body", 13, (5, 76, 90, 15), name="Legal notice", style=sized(6))
    band = small(line(NOTE), shapes=(TITLE, tiny)).in_notice(())
    assert band.frame.levels[0].size == 800


def test_lines_in_one_are_parted_by_strokes_and_a_label_is_strong():
    lines = line(LABEL, "Internal"), line(FOOTER, "Rivers")
    found = [(run.text, run.strong) for run in in_one(lines)]
    assert found == [("Internal", True), ("  |  ", False), ("Rivers", False)]
    assert kinds_in_one(lines) == (*[LABEL] * 8, *[FOOTER] * 5, *[FOOTER] * 6)


def running(*lines, shapes=(TITLE, BODY)):
    desk = desk_on(*shapes)
    return run_along(lines, PLAIN.around, desk.template.layouts[0], desk, ())


def test_what_stands_on_all_pages_runs_along_the_foot_in_its_order():
    found = running(line(COPYRIGHT, "©"), line(FOOTER, "Rivers"), line(LABEL, "Internal"))
    assert found.frame.text == "Internal  |  Rivers  |  ©"


def test_a_long_notice_does_not_run_along_and_leaves_the_rest_there():
    long = line(NOTICE, "words that are many " * 20)
    found = running(line(LABEL, "Internal"), long)
    assert found.lines == (line(LABEL, "Internal"),)
    assert running(long) is None
    short = line(NOTICE, "a notice")
    assert running(line(LABEL), short).lines == (line(LABEL), short)


def test_what_belongs_to_one_page_does_not_run_along():
    assert running(line(NOTE), line(SOURCE_LINE)) is None


def test_a_line_that_is_too_long_does_not_run_along():
    assert running(line(FOOTER, "words that are many " * 20)) is None


FTR = place("ftr", 11, (30, 92, 40, 5))
NUMBER = place("sldNum", 12, (75, 92, 20, 5))


def lent(*shapes, points=None):
    desk = desk_on(TITLE, BODY, *shapes)
    return line_of(desk)


@pytest.mark.parametrize(("points", "size"), [(6, 8), (9, 9), (12, 12), (14, 12)])
def test_what_runs_along_has_the_size_of_the_templates_footers_within_bounds(points, size):
    assert lent(place("ftr", 11, (30, 92, 40, 5), points)).style.size.points == size


def test_what_runs_along_has_a_size_of_its_own_where_the_template_has_no_footers():
    assert lent().style.size.points == 10


@pytest.mark.parametrize(
    ("anchor", "points", "below"),
    [
        ("t", 10, 12),
        ("ctr", 10, (27 + 12) / 2),
        ("b", 10, 27),
        ("t", 20, 24 - 5 + 3),
        ("b", 20, 27 - 5 + 3),
        ("b", 4, 27 - 1 + 2),
    ],
)
def test_the_line_is_on_the_baseline_of_the_footers(anchor, points, below):
    """The place is 27 pt high; a line is 1.2 em high and reaches 0.25 em below its baseline.

    What runs along is no larger than 12 pt and no smaller than 8, however large the footers are.
    """
    style = sized(points)
    footer = placeholder("ftr", 11, (30, 92, 40, 5), body=f'{FLAT} anchor="{anchor}"', style=style)
    row = lent(footer).row
    assert row.bottom.points == pytest.approx(540 * 0.92 + below, abs=0.1)


def test_the_line_does_not_leave_the_slide_with_the_footers():
    style, body = sized(10), f'{FLAT} anchor="b"'
    row = lent(placeholder("ftr", 11, (30, 97, 40, 5), body=body, style=style)).row
    assert (row.bottom.points, row.height.points) == (540, 12)


def test_the_line_reaches_over_the_width_of_the_text():
    assert percent(lent(FTR).row)[::2] == (5, 90)


def test_places_are_lent_by_role():
    found = lent(FTR, NUMBER)
    assert [slot.role for slot in found.lent] == [Role.NUMBER, Role.FOOTER]
    assert found.lends(Role.FOOTER).role is Role.FOOTER
    assert found.lends(Role.DATE) is None


def test_a_number_without_a_place_stands_at_the_right_end_of_the_line():
    desk = desk_on(TITLE, BODY)
    numbered = slide(footers=Footers((), "", Pattern("{n}")))
    (slot,) = places(numbered.around, desk.template.layouts[0], desk)
    row = line_of(desk).row
    assert slot.role is Role.NUMBER
    assert (slot.box.right, slot.box.width) == (row.right, pt(40))
    assert slot.levels[0].align is Align.RIGHT
    assert slot.body == BodyProperties(Insets(), Anchor.BOTTOM, wrap=True)
    assert slot.explicit


def test_a_number_without_a_place_stands_on_the_line_of_the_footers():
    desk = desk_on(TITLE, BODY, FTR)
    numbered = slide(footers=Footers((), "", Pattern("{n}")))
    (slot,) = places(numbered.around, desk.template.layouts[0], desk)
    row = line_of(desk).row
    assert (slot.box.y, slot.box.bottom) == (row.y, row.bottom)


def cut(*shapes):
    desk = desk_on(TITLE, *shapes)
    made = slide(footnotes=(line(NOTE),))
    layout = desk.template.layouts[0]
    return [
        percent(without_foot(slot.box, made.around, layout, desk))
        for slot in layout.of_role(Role.BODY)
    ]


def test_what_stands_above_the_lines_ends_there_and_what_stands_beside_stays():
    low = placeholder("body", 1, (5, 25, 90, 74), body=FLAT)
    ((x, y, width, height),) = cut(low)
    assert (x, y, width) == (5, 25, 90)
    assert 60 < height < 70
    assert cut(placeholder("body", 1, (5, 25, 90, 40), body=FLAT)) == [(5, 25, 90, 40)]


@pytest.mark.parametrize(
    ("box", "cut_off"),
    [
        ((0, 25, 5, 74), False),
        ((0, 25, 6, 74), True),
        ((95, 25, 5, 74), False),
        ((94, 25, 6, 74), True),
        ((5, 94.4, 90, 2), False),
        ((5, 94, 90, 2), True),
    ],
)
def test_what_touches_the_lines_without_reaching_into_them_stays(box, cut_off):
    """The lines stand between 5 and 95 percent of the width, and end at 94.4 of the height."""
    desk = desk_on(TITLE, BODY)
    made = slide(footnotes=(line(NOTE),))
    layout, size = desk.template.layouts[0], desk.template.slide_size
    sides = (size.width, size.height) * 2
    given = Rect(*(side * (share / 100) for side, share in zip(sides, box, strict=True)))
    assert (without_foot(given, made.around, layout, desk) != given) is cut_off


def test_nothing_is_at_the_foot_of_a_slide_that_says_nothing_there():
    desk = desk_on(TITLE, BODY)
    foot = foot_of((), PLAIN.around, desk.template.layouts[0], desk)
    assert (foot.footers, foot.kept, foot.number) == ((), (), None)


def test_lines_stand_beside_what_is_drawn_at_the_foot():
    band = small(line(NOTE), shapes=(TITLE, BODY, shape((2, 80, 20, 18)))).in_band(())
    assert percent(band.frame.box)[0] > 22


def test_places_are_lent_by_the_layout_that_most_slides_of_the_template_are_on():
    def with_footer(name, x, **more):
        return layout(TITLE, place("ftr", 11, (x, 92, 20, 5)), name=name, **more)

    template = template_of(
        layout(TITLE, BODY, name="Content", kind="obj"),
        with_footer("Left", 10),
        with_footer("Right", 60),
    )
    content, left, right = template.layouts
    for uses, x in (((0, 0), 10), ((1, 2), 60), ((2, 1), 10)):
        used = (replace(one, uses=count) for one, count in zip((left, right), uses, strict=True))
        desk = Desk(replace(template, layouts=(content, *used)), TYPESETTER)
        assert [percent(slot.box)[0] for slot in line_of(desk).lent] == [x]


@pytest.mark.parametrize(
    ("kind", "roles"),
    [
        (SlideKind.SECTION, [Role.DATE, Role.FOOTER]),
        (SlideKind.CONTENT, [Role.DATE, Role.NUMBER, Role.FOOTER]),
    ],
)
def test_a_divider_without_a_place_for_numbers_is_lent_all_others(kind, roles):
    content = layout(
        TITLE, BODY, place("dt", 10, (5, 92, 20, 5)), FTR, NUMBER, name="Content", kind="obj"
    )
    template = template_of(content, layout(TITLE, name="Section", kind="secHead"))
    said = Footers(runs("Rivers"), "2016", Pattern("{n}"))
    given = slide(kind=kind, footers=said)
    lent = places(given.around, template.layouts[1], Desk(template, TYPESETTER))
    assert [slot.role for slot in lent] == roles


def test_lines_hide_no_more_of_what_is_behind_them_than_their_text_needs():
    """On stripes of black and white no colour is read."""
    frame = small(line(NOTE), ground=striped()).in_band(()).frame
    insets, em = frame.body.insets, pt(10)
    assert frame.fill is not None
    assert {insets.left, insets.top, insets.right, insets.bottom} == {em // 2}
    text = frame.paragraphs[0].lines[0].width
    assert frame.box.width == pytest.approx(text + em * 2, abs=1)
    assert frame.box.height == frame.height + em
    long = small(line(NOTE, "words that are many " * 12), ground=striped()).in_band(()).frame
    assert len(long.paragraphs[0].lines) == 2
    assert long.box.height == long.height + em
    plain_frame = small(line(NOTE)).in_band(()).frame
    assert plain_frame.fill is None
    assert plain_frame.box.width > frame.box.width


def test_a_page_has_the_notes_of_what_is_seen_on_it_and_those_of_all_pages():
    seen, unseen = SOURCE.span(2, 6), SOURCE.span(10, 14)
    notes = (
        replace(line(SOURCE_LINE, "a source"), at=()),
        replace(line(NOTE, "seen"), at=(unseen, seen)),
        replace(line(NOTE, "unseen"), at=(unseen,)),
    )
    desk = desk_on(TITLE, BODY)
    made = slide(footnotes=notes)
    layout = desk.template.layouts[0]

    def texts_with(stretches):
        placed = place_footnotes(made.around, layout, stretches, PageNumber(1, 1), desk)
        return [each.text for footer in placed for each in footer.frame.paragraphs]

    assert texts_with(Stretches((SOURCE.span(0, 8),))) == ["seen", "a source"]
    assert texts_with(None) == ["seen", "unseen", "a source"]


def test_a_source_stands_above_the_line_of_the_deck_though_there_is_room_below_that():
    desk = desk_on(TITLE, BODY, shape((2, 91.5, 20, 8)))
    lines = (line(SOURCE_LINE, "a source"), line(LABEL, "Internal"))
    foot = foot_of(lines, PLAIN.around, desk.template.layouts[0], desk)
    running, source = (footer.frame.box for footer in foot.footers)
    assert source.bottom <= running.y


@pytest.mark.parametrize(("number", "left"), [(48, 10), (30, 35)])
def test_a_line_begins_at_the_left_of_a_number_in_the_middle_where_half_the_row_is_free(
    number, left
):
    body = placeholder("body", 1, (10, 25, 80, 60), body=FLAT)
    desk = desk_on(TITLE, body)
    taken = Rect(*(pt(points) for points in (960 * number / 100, 470, 48, 70)))
    row = row_on(desk.template.layouts[0], desk, (taken,))
    assert round(percent(row)[0]) == pytest.approx(left, abs=2)


def test_footnotes_stand_nearer_to_the_line_below_rather_than_on_what_is_drawn():
    drawn = shape((3, 40, 94, 48.5), "203040")
    desk = desk_on(TITLE, place("ftr", 11, (30, 92, 40, 3)), drawn)
    about = slide(footers=Footers((), "2016", None)).around
    foot = foot_of((line(NOTE), line(LABEL)), about, desk.template.layouts[0], desk)
    note, label = (
        next(each.frame.box for each in foot.footers if each.frame.name == name)
        for name in ("Footnotes", "Footer")
    )
    assert percent(note)[1] >= 88.5
    assert note.intersection(label).area == 0
