"""Pages that a template lacks are composed on what it has."""

from __future__ import annotations

from deckgen.template.choose import Purpose, choose
from deckgen.template.model import Role, Template
from deckgen.template.read import read_template
from tests.support.packages import HEIGHT, Master, layout, placeholder, presentation, shape

TITLE = placeholder("title", None, (5, 5, 90, 15))
LOW_TITLE = placeholder("title", None, (5, 70, 90, 20))


def template(*layouts: str) -> Template:
    return read_template(presentation(Master(layouts=layouts)), "t")


def composed(made: Template, purpose: Purpose):
    choice = choose(made, purpose)
    assert choice is not None
    assert not choice.exact
    return choice.layout


def test_a_blank_layout_gets_the_masters_title():
    made = composed(template(layout()), Purpose.CONTENT)
    title = made.first(Role.TITLE)
    assert title.explicit
    assert title.box.bottom < HEIGHT * 0.25
    assert made.of_role(Role.BODY) == ()


def test_a_low_title_moves_up_for_content():
    made = composed(template(layout(LOW_TITLE)), Purpose.CONTENT)
    assert made.first(Role.TITLE).box.y < HEIGHT * 0.3


def test_a_heading_moves_to_the_middle_for_a_cover():
    made = composed(template(layout(TITLE)), Purpose.TITLE)
    assert made.first(Role.TITLE).box.y > HEIGHT * 0.2


def test_a_composed_cover_keeps_to_what_is_free():
    drawn = shape((0, 50, 100, 50))
    made = composed(template(layout(TITLE, drawn)), Purpose.SECTION)
    assert made.first(Role.TITLE).box.bottom <= HEIGHT * 0.5


def test_a_heading_on_a_band_stays_there_on_a_cover():
    band = shape((0, 0, 100, 25))
    made = composed(template(layout(band, TITLE)), Purpose.TITLE)
    assert made.first(Role.TITLE).box.y < HEIGHT * 0.1
