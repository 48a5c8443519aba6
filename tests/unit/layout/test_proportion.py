"""A title is not much larger than text that has to be much smaller than its template has it."""

from __future__ import annotations

import pytest

from deckgen.compiler import Options, build_text
from deckgen.pages import TextFrame
from deckgen.template.model import Role
from tests.support.desks import text
from tests.support.packages import Master, layout, presentation
from tests.support.pages import title_of
from tests.unit.layout.test_planning import place, plan


def large(title=66, points=56):
    body = place("body", 1, (4, 25, 92, 68), points)
    return (layout(place("title", None, (4, 4, 92, 20), title), body, name="Content", kind="obj"),)


LONG = "what the longest of lists has to say of all of it, with reasons and with what follows"
SAID = "Costs of the services this year"
TWICE = "Costs of all of the services and servers that we had this year"


def listed(count, words=LONG):
    return text("\n".join(f"- {words} {number}" for number in range(count)))


def sizes(made):
    """Return the size of a title, how many lines it has, and the size of the text below it."""
    assert made.title is not None
    (paragraph,) = made.title.stack.paragraphs
    texts = [part.flow.context.text.size.points for page in made.pages for part in page.fragments]
    return made.title.levels[0].size.points, len(paragraph.lines), min(texts)


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_title_keeps_its_size_above_text_that_is_not_much_smaller(count):
    title, lines, below = sizes(plan(listed(count), "Costs", large()))
    assert (title, lines) == (66, 1)
    assert below >= 28


@pytest.mark.parametrize("count", [6, 7, 8])
def test_a_title_in_one_line_is_in_proportion_to_text_that_has_to_be_small(count):
    assert sizes(plan(listed(count), "Costs", large())) == (52, 1, 22)


@pytest.mark.parametrize(("count", "found"), [(5, (47, 2, 28)), (6, (39, 2, 23))])
def test_one_in_several_lines_is_smaller_still_and_the_room_goes_to_the_text(count, found):
    assert sizes(plan(listed(count), TWICE, large())) == found


@pytest.mark.parametrize(("count", "found"), [(4, (50, 1, 34)), (6, (52, 1, 22))])
def test_a_title_that_stands_in_one_line_for_being_smaller_is_as_large_as_one_is(count, found):
    assert sizes(plan(listed(count), SAID, large())) == found


def test_a_smaller_title_may_spare_a_page():
    assert len(plan(listed(7), SAID, large()).pages) == 1


def test_a_template_may_have_its_titles_larger():
    assert sizes(plan(listed(9), "Costs", large(66, 22))) == (66, 1, 20)


def test_a_title_keeps_its_size_where_nothing_is_to_become_smaller():
    assert sizes(plan(listed(8), "Costs", large(), shrinks=False))[0] == 66


def test_all_pages_of_a_slide_have_a_title_in_proportion_also_with_its_number(tmp_path):
    file = tmp_path / "made.pptx"
    file.write_bytes(presentation(Master(layouts=large())))
    items = "".join(f"      - {LONG} {number}\n" for number in range(30))
    deck = f"deck: {{slide_numbers: false}}\nslides:\n  - title: Costs\n    body: |\n{items}"
    pages = build_text(deck, options=Options(template=str(file))).pages().pages
    assert len(pages) > 1
    for page in pages:
        texts = [item for item in page.items if isinstance(item, TextFrame) and item.slot]
        (below,) = (one.levels[0].size for one in texts if one.slot.role is Role.BODY)
        assert title_of(page).text.startswith("Costs (")
        assert title_of(page).levels[0].size <= below * 2.4
