"""Places that reach over the edges of a slide are brought back onto it."""

from __future__ import annotations

from deckgen.template.model import Layout, Role, Slot
from deckgen.template.read import read_template
from tests.support.packages import HEIGHT, WIDTH, Master, layout, placeholder, presentation

FOOTER = (40, 61, 40, 4)
MASTER = (
    placeholder("title", None, (6, 3, 112, 10)),
    placeholder("body", None, (6, 15, 112, 44)),
    placeholder("ftr", 11, FOOTER),
)
ON_SLIDE = (
    placeholder("title", None, (6, 3, 88, 10)),
    placeholder("body", None, (6, 15, 88, 44)),
)


def read(*shapes: str, master: tuple[str, ...] = ON_SLIDE) -> Layout:
    made = Master(layouts=(layout(*shapes),), shapes=master)
    return read_template(presentation(made), "t").layouts[0]


def share(slot: Slot) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a slot in percent of the slide."""
    box = slot.box
    across = (round(edge * 100 / WIDTH) for edge in (box.x, box.right))
    down = (round(edge * 100 / HEIGHT) for edge in (box.y, box.bottom))
    (left, right), (top, bottom) = across, down
    return left, top, right, bottom


def test_the_places_of_a_master_for_larger_slides_fill_the_slide_as_they_filled_theirs():
    inherited = (placeholder("title", None, None), placeholder("body", 1, None))
    title, body, footer = read(*inherited, placeholder("ftr", 11, None), master=MASTER).slots
    left, top, right, bottom = share(body)
    assert left == 100 - right == 5
    assert share(title)[2] == right
    assert top < bottom < share(footer)[1]
    assert share(footer)[3] == 98
    assert body.inherited is not None


def test_a_layout_made_for_the_slides_as_they_are_keeps_its_places_under_such_a_master():
    title, footer = read(
        placeholder("title", None, (6, 3, 88, 10)), placeholder("ftr", 11, None), master=MASTER
    ).slots
    assert share(title) == (6, 3, 94, 13)
    assert share(footer)[3] == 98


def test_text_that_reaches_over_one_edge_ends_as_far_from_it_as_it_starts_from_the_other():
    (body,) = read(placeholder("body", 1, (4, 20, 130, 110))).slots
    assert share(body) == (4, 20, 96, 94)
    assert body.inherited is not None


def test_text_over_both_edges_and_pictures_over_one_fill_the_slide():
    title, picture = read(
        placeholder("title", None, (-2, 3, 104, 10)), placeholder("pic", 2, (50, 20, 60, 90))
    ).slots
    assert share(title)[::2] == (0, 100)
    assert (picture.role, share(picture)) == (Role.PICTURE, (50, 20, 100, 100))
