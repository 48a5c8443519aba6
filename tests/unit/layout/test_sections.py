"""The slides of a section have one size of body text wherever that costs no page."""

from __future__ import annotations

import pytest

import deckgen
from deckgen.compiler import Options, build_text
from deckgen.layout.bench import Planned
from deckgen.layout.desk import Desk
from deckgen.layout.plan.model import BodySize
from deckgen.layout.sections import most_in_sections
from deckgen.layout.typeset.fitting import leveled
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.template.choose import choose
from deckgen.template.model import Role
from deckgen.template.purposes import Purpose
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from deckgen.units import Centipoints, inch
from tests.support.building import build_pages, open_deck, template

OWN = "[One, Two, Three, Four, Five, Six]"
"""A body that has the template's own size, 24 pt on `plain`."""
MANY = "[{}]".format(", ".join(f"Item {number} {'and on ' * 6}" for number in range(9)))
"""One that has to be smaller to stand on a page."""
SHORT = "[One, Two, Three]"
"""One that is larger than the template's size where it is alone."""
SAID = "A sentence alone is the page."
WIDE = inch(8)


def deck(first, second=None):
    """Return a deck of two sections, in the second of which nothing is said if it is not given."""
    tracks = {"First": first, "Second": second or slide("End", "42 %")}
    written = "".join(f"  - track: {name}\n    sessions:\n{made}" for name, made in tracks.items())
    return f"deck: {{template: plain}}\nsessions:\n{written}"


def slide(title, body, settings=""):
    return f"      - {{title: {title}, body: {body}{settings}}}\n"


def sizes(text):
    """Return the size of body text on each page, by its title less its track; none of the end."""
    found = {}
    for page in build_pages(text).pages:
        for item in page.items:
            if isinstance(item, TextFrame) and item.slot and item.slot.role is Role.BODY:
                title = page.title.removeprefix("First: ").removeprefix("Second: ")
                found[title] = item.paragraphs[0].style.size.points
    found.pop("End", None)
    return found


def alone(body):
    (size,) = sizes(deck(slide("A", body))).values()
    return size


def test_the_bodies_of_these_tests_have_different_sizes_where_they_are_alone():
    assert alone(OWN) == 24
    assert 19 <= alone(MANY) < 24
    assert alone(SHORT) > 24


@pytest.mark.parametrize("others", [[OWN], [SHORT], [SHORT, OWN]])
def test_slides_of_a_section_follow_the_one_that_had_to_be_smaller(others):
    slides = [slide(f"S{number}", body) for number, body in enumerate([MANY, *others])]
    assert set(sizes(deck("".join(slides))).values()) == {alone(MANY)}


def test_slides_of_another_section_do_not_follow():
    found = sizes(deck(slide("A", MANY), slide("B", OWN)))
    assert found == {"A": alone(MANY), "B": 24}


def test_few_words_that_are_the_page_have_the_size_that_is_made_for_them():
    found = sizes(deck(slide("A", MANY) + slide("B", SAID)))
    assert found == {"A": alone(MANY), "B": alone(SAID)}


def test_a_slide_with_a_background_of_its_own_follows_as_well():
    found = sizes(deck(slide("A", MANY) + slide("B", SHORT, ", background: '#102030'")))
    assert found == {"A": alone(MANY), "B": alone(MANY)}


@pytest.mark.parametrize("kept", ["A", "B"])
def test_a_slide_that_keeps_its_size_neither_follows_nor_leads(kept):
    keep = {name: ", fit: keep" if name == kept else "" for name in "AB"}
    found = sizes(deck(slide("A", SHORT, keep["A"]) + slide("B", OWN, keep["B"])))
    assert found[kept] == 24


def test_slides_without_a_section_are_set_alone():
    text = "deck: {template: plain}\nslides:\n" + slide("A", MANY)[4:] + slide("B", OWN)[4:]
    assert sizes(text) == {"A": alone(MANY), "B": 24}


@pytest.mark.parametrize(
    ("sizes", "most"),
    [
        ((30, 27, 30, 30), 27),  # a step, for one of them
        ((30, 24, 30, 30), 30),  # two steps, for one of many
        ((30, 24, 30), 24),  # two steps, for one of three
        ((30, 24, 24, 30, 30, 30), 24),
        ((30, 27, 24, 30), 27),
        ((30, 18, 18, 27), 27),  # more than anybody follows
        ((36, 30, 30), 30),
        ((30, 26.4, 30, 30), 26.4),
        ((30, 26.3, 30, 30), 30),
        ((30, 23.4, 30), 23.4),
        ((30, 23.3, 30), 30),
    ],
)
def test_slides_follow_further_the_more_of_them_have_to_be_small(sizes, most):
    slides = open_deck(deck(slide("A", OWN) * len(sizes))).deck().slides[: len(sizes)]
    own = Centipoints(3000)
    bodies = [BodySize(Centipoints(round(size * 100)), own, WIDE) for size in sizes]
    planned = [Planned(body=body) for body in bodies]
    larger = [most * 100 if size > most else None for size in sizes]
    assert [*most_in_sections(slides, planned)] == larger


@pytest.mark.parametrize(("narrow", "follows"), [(0.5, False), (0.9, True)])
def test_text_follows_narrower_text_by_a_step_alone(narrow, follows):
    slides = open_deck(deck(slide("A", OWN) * 3)).deck().slides[:3]
    own, small = Centipoints(3000), Centipoints(2400)
    bodies = [BodySize(size, own, WIDE * narrow) for size in (small, small)]
    planned = [Planned(body=body) for body in (*bodies, BodySize(own, own, WIDE))]
    assert [*most_in_sections(slides, planned)] == [None, None, small if follows else None]


@pytest.mark.parametrize(
    ("sizes", "most"),
    [((30, 24, 30), 30), ((30, 27, 30), 27), ((24, 24, 30), 30), ((25, 18, 19), 25)],
)
def test_slides_follow_one_that_is_small_for_its_title_by_a_step_alone(sizes, most):
    own = Centipoints(3000)
    slides = open_deck(deck(slide("A", OWN) * len(sizes))).deck().slides[: len(sizes)]
    bodies = [BodySize(Centipoints(size * 100), own, WIDE, size < 30) for size in sizes]
    larger = [most * 100 if size > most else None for size in sizes]
    planned = [Planned(body=body) for body in bodies]
    assert [*most_in_sections(slides, planned)] == larger


def test_text_below_a_long_title_counts_as_large_where_others_are_small():
    own = Centipoints(3000)
    slides = open_deck(deck(slide("A", OWN) * 7)).deck().slides[:7]
    bodies = [BodySize(Centipoints(size * 100), own, WIDE) for size in (24, 24, 30, 30)]
    led = BodySize(Centipoints(2500), Centipoints(2500), WIDE, led=True)
    planned = [Planned(body=body) for body in (*bodies, led, led, led)]
    assert [*most_in_sections(slides, planned)] == [None] * 7


@pytest.mark.parametrize(
    ("sizes", "most"),
    [
        ((30, 26, 30, 30, 26, 30), 26),  # one of three
        ((30, 26, 25, 30, 26, 30), 25),  # what is all but the same
        ((30, 26, 24, 30, 26, 30), 26),
        ((30, 26, 30, 30, 30, 30), 30),  # one of many
        ((30, 18, 18, 30, 18, 30), 30),  # more than anybody follows
        ((30, 26, 30, 26, 30), 30),  # too few to be seen to change
    ],
)
def test_sections_of_a_long_deck_follow_where_many_slides_have_to_be_smaller(sizes, most):
    """Each slide is a section."""
    slides = open_deck(deck(slide("A", OWN) * len(sizes))).deck().slides[: len(sizes)]
    apart = [replace(each, section=f"{number}") for number, each in enumerate(slides)]
    own = Centipoints(3000)
    bodies = [BodySize(Centipoints(size * 100), own, WIDE) for size in sizes]
    larger = [most * 100 if size > most else None for size in sizes]
    assert [*most_in_sections(apart, [Planned(body=body) for body in bodies])] == larger


@pytest.mark.parametrize(("easy", "follows"), [(20, True), (26, True), (27, False)])
def test_sections_follow_as_long_as_text_is_read_with_ease(easy, follows):
    slides = open_deck(deck(slide("A", OWN) * 6)).deck().slides[:6]
    apart = [replace(each, section=f"{number}") for number, each in enumerate(slides)]
    own, small = Centipoints(3000), Centipoints(2600)
    least = Centipoints(easy * 100)
    bodies = [BodySize(size, own, WIDE, easy=least) for size in (small, small, own, own, own, own)]
    larger = small if follows else None
    planned = [Planned(body=body) for body in bodies]
    assert [*most_in_sections(apart, planned)] == [None, None, *[larger] * 4]


def test_text_of_a_long_deck_that_is_small_for_its_title_makes_no_other_smaller():
    slides = open_deck(deck(slide("A", OWN) * 6)).deck().slides[:6]
    apart = [replace(each, section=f"{number}") for number, each in enumerate(slides)]
    own, small = Centipoints(3000), Centipoints(2600)
    led = BodySize(small, small, WIDE, led=True)
    planned = [Planned(body=body) for body in (led, led, led, *[BodySize(own, own, WIDE)] * 3)]
    assert [*most_in_sections(apart, planned)] == [None] * 6


SECTION = deck(slide("A", MANY) + slide("B", OWN), slide("C", OWN) + slide("D", MANY))


def test_several_processes_settle_the_same_sizes():
    built = [build_text(SECTION, options=Options(jobs=jobs)).run().file for jobs in (1, 2, 4)]
    assert built[0] is not None
    assert len({file.read() for file in built}) == 1


def test_a_session_settles_sizes_anew_when_one_slide_changes():
    session = deckgen.Session(world=deckgen.MemoryWorld())
    renamed = SECTION.replace("title: B", "title: Bee")
    shorter = SECTION.replace(MANY, OWN, 1)
    moved = SECTION.replace("- track: First", "- track: Primary")
    for text in (SECTION, renamed, shorter, SECTION, moved, shorter, renamed):
        assert session.compile(text).output == deckgen.compile(text).output


MORE = "[{}]".format(", ".join(f"Item {number} {'and on ' * 6}" for number in range(10)))


def test_a_session_lets_slides_follow_another_size_when_one_slide_changes():
    assert alone(MORE) < alone(MANY) < 24
    session = deckgen.Session(world=deckgen.MemoryWorld())
    for text in (SECTION, SECTION.replace(MANY, MORE), SECTION):
        assert session.compile(text).output == deckgen.compile(text).output


def test_text_that_follows_is_tried_in_no_smaller_sizes_than_alone():
    deck_template = template("plain")
    desk = Desk(deck_template, Typesetter(NoFonts()))
    layout = choose(deck_template, Purpose.CONTENT).layout
    (body,) = layout.of_role(Role.BODY)
    context = desk.context(layout, "en", body)
    tried = {
        most: [round(step * most) for step in leveled(context, Centipoints(most * 100)).steps]
        for most in (24, 22, 19)
    }
    assert tried == {24: [24, 22, 19], 22: [22, 20], 19: [19]}


def test_agendas_are_alike_whatever_stands_in_their_sections():
    first, second = slide("A", MANY)[4:], slide("B", OWN)[4:]
    dividers = f"  - section: First\n{first}  - section: Second\n{second}"
    text = f"deck: {{template: plain, agenda: {{title: List}}}}\nslides:\n{dividers}"
    pages = build_pages(text).pages
    found = {
        item.paragraphs[0].style.size
        for page in pages
        if page.title and page.title.startswith("List")
        for item in page.items
        if isinstance(item, TextFrame) and item.slot and item.slot.role is Role.BODY
    }
    assert len(found) == 1


def test_the_lists_of_agendas_are_as_large_as_the_smallest_of_them():
    slides = open_deck(deck(slide("A", OWN) * 3, slide("B", OWN))).deck().slides
    listed = [replace(each, agenda=number != 1) for number, each in enumerate(slides)]
    bodies = [BodySize(Centipoints(size), Centipoints(3000), WIDE) for size in (2400, 3000, 1900)]
    planned = [*(Planned(body=body) for body in bodies), Planned()]
    assert [*most_in_sections(listed, planned)] == [1900, None, None, None]
