"""Which lines of a cover stand in which place, and which have none."""

from __future__ import annotations

import pytest

from deckgen.deck import Footers, Footnote, FootnoteKind, SlideKind
from deckgen.layout.areas.furniture import has_foot, lacking, taken
from deckgen.layout.titles.credits import lines_of, run_on, title_first
from deckgen.spec.kinds import Pattern
from deckgen.styles import Anchor
from deckgen.template.model import Role
from tests.support.desks import desk_on, percent, runs, slide
from tests.support.packages import placeholder

TITLE = placeholder("ctrTitle", None, (10, 20, 80, 20))
SUBTITLE = placeholder("subTitle", 1, (10, 45, 80, 10))
AUTHOR = placeholder("body", 2, (10, 60, 80, 10), name="Author")
LABEL = placeholder("body", 3, (70, 0, 25, 6), name="Confidential label")
DATE = placeholder("dt", 10, (5, 92, 20, 5))
FOOTER = placeholder("ftr", 11, (30, 92, 40, 5))
NUMBER = placeholder("sldNum", 12, (75, 92, 20, 5))
ALL = Footers(runs("Rivers"), "2016", Pattern("{n}"))


def cover(**more):
    given = {"subtitle": runs("of the world"), "credits": (runs("An author"), runs("A place"))}
    return slide("Rivers", **{"kind": SlideKind.TITLE, **given, **more})


def lines(made, *shapes):
    """Return which lines stand where."""
    layout = desk_on(*shapes, kind="title").template.layouts[0]
    return [
        (found.slot and found.slot.role, [paragraph.text for paragraph in found.paragraphs])
        for found in lines_of(made, layout)
    ]


def test_subtitle_and_credits_have_their_places():
    assert lines(cover(), TITLE, SUBTITLE, AUTHOR) == [
        (Role.SUBTITLE, ["of the world"]),
        (Role.AUTHOR, ["An author", "A place"]),
    ]


@pytest.mark.parametrize(
    ("box", "swapped"),
    [
        ((55, 20, 40, 10), True),
        ((55, 19.9, 40, 10), False),
        ((10, 41, 80, 6.5), True),
        ((10, 41, 80, 6.6), False),
    ],
)
def test_the_subtitle_stands_first_where_the_place_for_authors_is_above_the_other(box, swapped):
    """That place begins at 45 and is 10 high; a quarter of it may be beside the authors'."""
    title = placeholder("ctrTitle", None, (10, 20, 40, 20))
    above = placeholder("body", 2, box, name="Author")
    roles = (Role.SUBTITLE, Role.AUTHOR)
    found = lines(cover(), title, SUBTITLE, above)
    assert tuple(role for role, _ in found) == (roles[::-1] if swapped else roles)
    assert found[0][1] == ["of the world"]


def test_places_keep_their_order_on_a_layout_without_a_title():
    roles = [role for role, _ in lines(cover(), SUBTITLE, AUTHOR)]
    assert roles == [Role.SUBTITLE, Role.AUTHOR]


def test_one_place_is_shared_and_without_any_lines_stand_together():
    together = ["of the world", "An author", "A place"]
    assert lines(cover(), TITLE, SUBTITLE) == [(Role.SUBTITLE, together)]
    assert lines(cover(), TITLE) == [(None, together)]
    assert lines(cover(credits=()), TITLE, SUBTITLE, AUTHOR) == [(Role.SUBTITLE, ["of the world"])]
    assert lines(cover(credits=(), subtitle=()), TITLE, SUBTITLE) == []


def test_the_place_for_a_label_serves_where_there_is_no_other_and_no_label():
    note = Footnote(FootnoteKind.LABEL, runs("Internal"))
    source = Footnote(FootnoteKind.SOURCE, runs("Own figures"))
    assert lines(cover(credits=()), TITLE, LABEL)[0][0] is Role.LABEL
    assert lines(cover(credits=(), footnotes=(source,)), TITLE, LABEL)[0][0] is Role.LABEL
    assert lines(cover(credits=(), footnotes=(source, note)), TITLE, LABEL)[0][0] is None


def test_the_date_is_a_credit_of_a_title_slide_whose_layout_does_not_show_it():
    dated = cover(credits=(), footers=Footers((), "2016", None))
    assert lines(dated, TITLE, SUBTITLE) == [(Role.SUBTITLE, ["of the world", "2016"])]
    large = placeholder(
        "dt", 10, (5, 80, 40, 8), style='<a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr>'
    )
    assert lines(dated, TITLE, SUBTITLE, large) == [(Role.SUBTITLE, ["of the world"])]


def test_the_number_of_a_divider_has_as_many_digits_as_its_place_shows():
    ordinal = placeholder("body", 4, (10, 10, 10, 10), text="01")
    title = placeholder("title", None, (30, 40, 60, 20))
    numbered = slide("Rivers", kind=SlideKind.SECTION, ordinal=3)
    layout = desk_on(title, ordinal, kind="secHead", name="Section").template.layouts[0]
    (found,) = lines_of(numbered, layout)
    assert found.paragraphs[0].text == "03"
    assert lines_of(slide("Rivers", kind=SlideKind.SECTION), layout) == ()


def test_credits_run_on_in_one_line():
    paragraphs = lines_of(cover(), desk_on(TITLE, kind="title").template.layouts[0])[0].paragraphs
    assert [each.text for each in run_on(paragraphs)] == ["of the world", "An author / A place"]
    assert run_on(paragraphs[:2]) == paragraphs[:2]


CONTENT = placeholder("title", None, (5, 5, 90, 15))


@pytest.mark.parametrize(
    ("shapes", "roles"),
    [
        ((), {Role.FOOTER, Role.DATE, Role.NUMBER}),
        ((FOOTER,), {Role.DATE, Role.NUMBER}),
        ((FOOTER, DATE, NUMBER), set()),
    ],
)
def test_what_a_layout_has_no_place_for_is_lacking(shapes, roles):
    layout = desk_on(CONTENT, *shapes).template.layouts[0]
    assert lacking(slide(footers=ALL).around, layout) == roles
    assert has_foot(slide(footers=ALL).around, layout) is bool(roles)
    assert lacking(slide().around, layout) == set()


def test_a_slide_with_footnotes_has_a_foot():
    layout = desk_on(CONTENT).template.layouts[0]
    assert not has_foot(slide().around, layout)
    assert has_foot(slide(footnotes=(Footnote(FootnoteKind.NOTE, runs("a")),)).around, layout)


def test_places_are_taken_by_what_is_said():
    layout = desk_on(CONTENT, FOOTER, DATE, NUMBER).template.layouts[0]
    boxes = {role: percent(layout.first(role).box) for role in (Role.FOOTER, Role.NUMBER)}
    said = slide(footers=Footers(runs("Rivers"), "", None))
    assert [percent(box) for box in taken(said.around, layout)] == [boxes[Role.FOOTER]]
    counted = slide(footers=Footers((), "", Pattern("{n}")))
    assert [percent(box) for box in taken(counted.around, layout)] == [boxes[Role.NUMBER]]


def test_of_several_places_for_labels_the_first_holds_all_lines():
    other = placeholder("body", 4, (0, 0, 25, 6), name="Classification label")
    together = ["of the world", "An author", "A place"]
    assert lines(cover(), TITLE, LABEL, other) == [(Role.LABEL, together)]


FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'
LARGE = '<a:lvl1pPr algn="l"><a:defRPr sz="2000"/></a:lvl1pPr>'


def headed(line, title, made=None):
    """Return where title and line stand on a cover that has them in places, in percent."""
    layout = desk_on(
        placeholder("ctrTitle", None, title, body=FLAT),
        placeholder("subTitle", 1, line, body=FLAT, style=LARGE),
        kind="title",
    ).template.layouts[0]
    changed = title_first(made or cover(), layout)
    if changed is layout:
        return None
    slots = [changed.first(role) for role in (Role.TITLE, Role.SUBTITLE)]
    assert [slot.body.anchor for slot in slots] == [Anchor.BOTTOM, Anchor.TOP]
    return [(box[0], box[1], box[3]) for box in (percent(slot.box) for slot in slots)]


HIGH, MAIN = (10, 20, 80, 10), (10, 40, 80, 20)


@pytest.mark.parametrize(
    ("line", "title", "found"),
    [
        (HIGH, MAIN, [(10, 16.67, 20), (10, 46.67, 13.33)]),
        ((10, 20, 80, 20), MAIN, [(10, 20, 20), (10, 40, 20)]),
        ((10, 20, 80, 30), (10, 60, 80, 20), [(10, 20, 20), (10, 50, 30)]),
        ((10, 20, 80, 20), (10, 35, 80, 20), [(10, 15, 20), (10, 35, 20)]),
        ((10, 20, 80, 20), (10, 34, 80, 20), None),
        ((10, 60, 80, 10), MAIN, None),
        ((10, 1, 80, 4), (10, 6, 80, 20), [(10, 0, 20), (10, 12.67, 13.33)]),
        ((10, 20, 30, 10), (40, 40, 40, 20), None),
        ((10, 20, 30, 10), (39, 40, 40, 20), [(39, 16.67, 20), (10, 46.67, 13.33)]),
        ((60, 20, 30, 10), (20, 40, 40, 20), None),
        ((59, 20, 30, 10), (20, 40, 40, 20), [(20, 16.67, 20), (59, 46.67, 13.33)]),
    ],
)
def test_a_title_changes_places_with_the_line_above_it_and_keeps_its_distance(line, title, found):
    assert headed(line, title) == found


def test_a_line_has_room_for_all_that_is_said_in_it():
    assert headed(HIGH, MAIN, cover(subtitle=())) == [(10, 20, 20), (10, 50, 10)]


def test_a_title_stays_below_a_line_that_says_neither_who_nor_where_nor_when():
    assert headed(HIGH, MAIN, cover(credits=())) is None
    section = slide("Rivers", kind=SlideKind.SECTION, credits=(runs("An author"),))
    assert headed(HIGH, MAIN, section) is None
    closing = slide("Thanks", kind=SlideKind.CLOSING, subtitle=runs("Questions?"))
    assert headed(HIGH, MAIN, closing) is not None


def sized(points: int, box: tuple[float, float, float, float], kind: str, idx: int | None) -> str:
    """Return a place for lines of a size, flush left."""
    style = f'<a:lvl1pPr algn="l"><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'
    return placeholder(kind, idx, box, style=style)


@pytest.mark.parametrize(
    ("points", "left", "astray"), [(8, 40, True), (12, 40, False), (8, 12, False)]
)
def test_small_print_that_stands_aside_is_no_place_for_the_lines_of_a_cover(points, left, astray):
    title = sized(40, (10, 20, 60, 30), "ctrTitle", None)
    (found,) = lines(cover(credits=()), title, sized(points, (left, 70, 50, 8), "subTitle", 1))
    assert (found[0] is None) is astray
