"""Titles of a deck have one size where many of them are too long for that of the template."""

from __future__ import annotations

import pytest

from deckgen.compiler import Options, build_text
from deckgen.deck import SlideKind
from deckgen.geometry import Size
from deckgen.layout.alike import largest_in_deck
from deckgen.layout.bench import Planned
from deckgen.layout.plan.model import BodySize, TitleSize
from deckgen.pages import TextFrame
from deckgen.template.model import Role
from deckgen.units import Centipoints, inch
from tests.support.desks import desk_on, slide
from tests.support.layouts import COVER, SECTION
from tests.support.packages import Master, layout, placeholder, presentation
from tests.unit.layout.test_planning import place

USUAL = 4000
SLIDE = Size(inch(10), inch(7.5))


def settled(sizes, usual=USUAL, size=SLIDE):
    """Return what titles of sizes may have at the most, in points; None where they stay."""
    titles = [TitleSize(Centipoints(each * 100), Centipoints(usual)) for each in sizes]
    planned = [Planned(title=title) for title in titles]
    found = largest_in_deck([slide()] * len(planned), planned, size)
    return [None if each is None or each.title is None else each.title.points for each in found]


@pytest.mark.parametrize(
    ("sizes", "most"),
    [
        ((40, 40, 40, 40), None),
        ((40, 36, 32), None),  # too few to have a size in common
        ((40, 40, 40, 32), None),  # an exception
        ((40, 40, 32, 32), 32),
        ((40, 40, 36, 32), 36),
        ((40, 38, 36, 34, 32, 30, 30, 30), 30),
        ((40, 40, 40, 40, 40, 40, 30, 30), None),  # two in eight
        ((40, 40, 40, 40, 40, 30, 30, 30), 30),
        ((40, 40, 20, 20), 26.7),  # no further than two thirds
    ],
)
def test_titles_follow_where_more_than_one_in_four_has_to_be_smaller(sizes, most):
    assert settled(sizes) == [most if most and size > most else None for size in sizes]


@pytest.mark.parametrize(
    ("sizes", "most"), [((40, 30), 30), ((40, 40, 40, 40, 20), 26.7), ((40, 40), None)]
)
def test_dividers_are_as_large_as_the_longest_of_them_has_to_be(sizes, most):
    titles = [TitleSize(Centipoints(each * 100), Centipoints(USUAL)) for each in sizes]
    dividers = [slide(kind=SlideKind.SECTION)] * len(sizes)
    pages = [Planned(title=TitleSize(Centipoints(USUAL), Centipoints(USUAL)))] * 4
    found = largest_in_deck(
        [*dividers, *[slide()] * 4], [*(Planned(title=title) for title in titles), *pages], SLIDE
    )
    kept = [each and each.title and each.title.points for each in found]
    assert kept == [most if most and size > most else None for size in sizes] + [None] * 4


def test_titles_of_another_usual_size_follow_in_proportion():
    titles = [(3200, 4000), (3200, 4000), (4000, 4000), (3000, 3000)]
    planned = [Planned(title=TitleSize(Centipoints(s), Centipoints(u))) for s, u in titles]
    found = largest_in_deck([slide()] * 4, planned, SLIDE)
    assert [each and each.title for each in found] == [None, None, 3200, 2400]


def test_all_titles_are_told_where_they_become_too_small_for_a_colour_of_large_text():
    assert settled((24, 24, 23, 19), usual=2400) == [23] * 4
    assert settled((23, 23, 22, 19), usual=2300) == [22, 22, None, None]


def test_titles_follow_no_further_than_text_below_them_is_read_well():
    assert settled((24, 24, 18, 18), usual=2400) == [21] * 4


def test_text_counts_as_what_its_title_lets_it_be_once_that_follows():
    own = Centipoints(3200)
    long, short = Centipoints(3000), Centipoints(4000)
    planned = [
        Planned(
            title=TitleSize(size, Centipoints(USUAL)),
            body=BodySize(min(own, Centipoints(int(size / 115) * 100)), own, inch(8)),
        )
        for size in (long, long, short, short)
    ]
    in_section = [slide(section="One")] * 4
    found = largest_in_deck(in_section, planned, SLIDE)
    assert [each and (each.text, each.title) for each in found] == [
        None,
        None,
        (None, 3000),
        (None, 3000),
    ]


BAR = layout(
    place("title", None, (4, 4, 92, 9), 40),
    place("body", 1, (4, 20, 92, 70), 28),
    name="Content",
    kind="obj",
)
LONG = "What the migration of all of our services has cost us this year"
SHORT = "Costs"


def sizes_on_bar(tmp_path, titles, settings=""):
    """Return the sizes of the titles of a deck, and those of the text below them.

    Slides with short titles have settings.
    """
    path = tmp_path / "bar.pptx"
    path.write_bytes(presentation(Master(layouts=(COVER, SECTION, BAR))))
    slides = "".join(
        f"- {{title: '{title}', body: [One, Two, Three]{settings if title == SHORT else ''}}}\n"
        for title in titles
    )
    made = build_text(f"slides:\n{slides}", options=Options(template=str(path))).pages()
    found: dict[Role, list[float]] = {Role.TITLE: [], Role.BODY: []}
    for page in made.pages:
        for item in page.items:
            if isinstance(item, TextFrame) and item.slot and item.slot.role in found:
                found[item.slot.role].append(item.paragraphs[0].style.size.points)
    return found[Role.TITLE], found[Role.BODY]


def test_short_titles_on_a_bar_are_as_large_as_the_long_ones_of_their_deck(tmp_path):
    (long,), _ = sizes_on_bar(tmp_path, [LONG])
    assert 28 <= long < 40
    titles, bodies = sizes_on_bar(tmp_path, [SHORT, LONG, SHORT, LONG])
    assert titles == [long] * 4
    assert len(set(bodies)) == 1


def test_one_long_title_changes_no_other(tmp_path):
    titles, _ = sizes_on_bar(tmp_path, [SHORT, LONG, SHORT, SHORT])
    assert titles[0] == titles[2] == titles[3] == 40 > titles[1]


def test_titles_that_are_to_keep_their_size_do_not_follow(tmp_path):
    titles, _ = sizes_on_bar(tmp_path, [SHORT, *[LONG] * 4], ", fit: keep")
    assert titles[0] == 40 > titles[1]


PALE = "<a:solidFill><a:srgbClr val='{}'/></a:solidFill>"
"""A colour that is read on white where text is large, and hardly where it is small."""


@pytest.mark.parametrize(("usual", "keeps"), [(40, True), (32, False)])
def test_titles_that_follow_keep_a_colour_of_large_text_as_long_as_they_are_large(usual, keeps):
    given = "0A84D6"
    style = f"<a:lvl1pPr><a:defRPr sz='{usual * 100}'>{PALE.format(given)}</a:defRPr></a:lvl1pPr>"
    desk = desk_on(placeholder("title", None, (4, 4, 92, 9), style=style))
    (on_bar,) = desk.template.layouts
    title = on_bar.first(Role.TITLE)
    follows = desk.with_titles(Centipoints(usual * 67)).levels(on_bar, title)
    assert follows[0].size.points == pytest.approx(usual * 0.67, abs=0.5)
    assert (follows[0].color.rgb == given) is keeps


def test_a_short_divider_is_set_as_the_long_ones_are(tmp_path):
    path = tmp_path / "cover.pptx"
    path.write_bytes(presentation(Master(layouts=(COVER, SECTION, BAR))))
    titles = ("Costs", "What the migration of all of our services has cost us " * 3)
    slides = "".join(f"- section: {title}\n- {{title: A, body: [One]}}\n" for title in titles)
    made = build_text(f"slides:\n{slides}", options=Options(template=str(path))).pages()
    short, long = (
        item.paragraphs[0].style.size
        for page in (made.pages[0], made.pages[2])
        for item in page.items
        if isinstance(item, TextFrame) and item.slot and item.slot.role is Role.TITLE
    )
    assert short == long


@pytest.mark.parametrize(
    ("size", "found"),
    [
        (32, (None, 30)),  # as large as its title lets it be, as all the others are
        (20, (None, 30)),  # smaller already
    ],
)
def test_text_of_its_own_size_stays_below_a_title_that_follows(size, found):
    own, usual = Centipoints(3200), Centipoints(USUAL)
    small = [(Centipoints(3000), Centipoints(2600))] * 2
    rest = [(usual, own), (usual, Centipoints(size * 100))]
    planned = [
        Planned(title=TitleSize(title, usual), body=BodySize(text, own, inch(8)))
        for title, text in (*small, *rest)
    ]
    last = largest_in_deck([slide()] * 4, planned, SLIDE)[-1]
    assert last is not None
    assert (last.text, last.title.points) == found
