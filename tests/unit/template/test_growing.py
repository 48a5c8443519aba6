"""Boxes that PowerPoint makes as high as their text have all the room that they may grow into."""

from __future__ import annotations

import pytest

from deckgen.template.model import Layout, Role
from deckgen.template.read import read_template
from tests.support.packages import HEIGHT, WIDTH, Master, layout, placeholder, presentation, shape

TITLE = placeholder("title", None, (5, 5, 90, 15))
BODY = (5, 25, 90, 15)
GROWS = "<a:spAutoFit/>"


def read(*shapes: str, master: tuple[str, ...] = ()) -> Layout:
    made = Master(layouts=(layout(TITLE, *shapes),), shapes=master)
    return read_template(presentation(made), "t").layouts[0]


def body(fit: str = GROWS, attributes: str = "", box=BODY, **more: str) -> str:
    return placeholder("body", 1, box, fit=fit, body=attributes, **more)


def sides(made: Layout) -> tuple[int, int]:
    """Return top and bottom of the body in percent of the slide's height."""
    box = made.first(Role.BODY).box
    return round(box.y * 100 / HEIGHT), round(box.bottom * 100 / HEIGHT)


def test_a_box_grows_down_to_the_margin():
    assert sides(read(body())) == (25, 94)


@pytest.mark.parametrize("fit", ["", "<a:normAutofit/>", "<a:noAutofit/>"])
def test_other_boxes_keep_their_height(fit):
    assert sides(read(body(fit))) == (25, 40)


def test_a_box_grows_to_the_next_placeholder_and_no_further():
    assert sides(read(body(), placeholder("ftr", 11, (5, 80, 30, 5)))) == (25, 80)


def test_a_box_grows_to_what_is_drawn_and_no_further():
    assert sides(read(body(), shape((0, 70, 100, 4)))) == (25, 70)


def test_what_stands_beside_its_column_does_not_stop_a_box():
    made = read(body(box=(5, 25, 40, 15)), shape((60, 30, 40, 30)))
    assert sides(made) == (25, 94)


def test_text_at_the_bottom_of_its_box_grows_up():
    assert sides(read(body(attributes='anchor="b"', box=(5, 60, 90, 15)))) == (20, 75)


def test_text_in_the_middle_grows_both_ways_alike():
    made = read(body(attributes='anchor="ctr"', box=(5, 40, 90, 20)))
    assert sides(made) == (20, 80)


def test_the_placeholder_keeps_in_mind_the_box_that_the_file_gives_it():
    slot = read(body()).first(Role.BODY)
    assert slot.inherited.height == round(HEIGHT * 0.15)
    assert not slot.inherits(slot.box)
    assert slot.box.width == round(WIDTH * 0.9)


def test_growing_is_inherited_from_the_master():
    master = (TITLE, body())
    assert sides(read(placeholder("body", 1, BODY), master=master)) == (25, 94)


def test_a_layout_may_undo_what_the_master_says():
    master = (TITLE, body())
    assert sides(read(body("<a:normAutofit/>"), master=master)) == (25, 40)


def test_a_box_that_is_full_already_stays_as_it_is():
    slot = read(body(box=(5, 25, 90, 70))).first(Role.BODY)
    assert slot.inherited is None
