"""Which lines of a cover stand in which place, and which have none."""

from __future__ import annotations

import pytest

from deckgen.deck import Footers, Footnote, FootnoteKind, SlideKind
from deckgen.layout.plan.credits import has_foot, lacking, lines_of, run_on, taken
from deckgen.spec.kinds import Pattern
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
    assert lacking(slide(footers=ALL), layout) == roles
    assert has_foot(slide(footers=ALL), layout) is bool(roles)
    assert lacking(slide(), layout) == set()


def test_a_slide_with_footnotes_has_a_foot():
    layout = desk_on(CONTENT).template.layouts[0]
    assert not has_foot(slide(), layout)
    assert has_foot(slide(footnotes=(Footnote(FootnoteKind.NOTE, runs("a")),)), layout)


def test_places_are_taken_by_what_is_said():
    layout = desk_on(CONTENT, FOOTER, DATE, NUMBER).template.layouts[0]
    boxes = {role: percent(layout.first(role).box) for role in (Role.FOOTER, Role.NUMBER)}
    said = slide(footers=Footers(runs("Rivers"), "", None))
    assert [percent(box) for box in taken(said, layout)] == [boxes[Role.FOOTER]]
    counted = slide(footers=Footers((), "", Pattern("{n}")))
    assert [percent(box) for box in taken(counted, layout)] == [boxes[Role.NUMBER]]


def test_of_several_places_for_labels_the_first_holds_all_lines():
    other = placeholder("body", 4, (0, 0, 25, 6), name="Classification label")
    together = ["of the world", "An author", "A place"]
    assert lines(cover(), TITLE, LABEL, other) == [(Role.LABEL, together)]
