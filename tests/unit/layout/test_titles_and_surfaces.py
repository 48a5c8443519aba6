"""A title stands on one side of the edge of what the content below it stands on."""

from __future__ import annotations

import pytest

from deckgen.deck import SlideKind
from deckgen.layout.titles.fit import fit_title
from deckgen.units import Emu
from tests.support.desks import desk_on, slide, text
from tests.support.packages import HEIGHT, background, shape
from tests.unit.layout.test_titles import body, size, title, told, words

SURFACE = shape((0, 20, 100, 78), "DDEEFF")
"""It takes up most of the slide, as what everything stands on does."""
CARD = shape((3, 20, 94, 74), "DDEEFF")
WHITE = background("FFFFFF")


def fit(said, *shapes, ground=WHITE, kind=SlideKind.CONTENT):
    """Return the title of a slide that has text, on a layout."""
    desk = desk_on(*shapes, ground=ground)
    made = slide(said, kind=kind, content=text("- One point"))
    found = fit_title(made.title, made, desk.template.layouts[0], desk)
    assert found is not None
    return found


def end(fitted):
    """Return where the text of a title at the top of its box ends, in percent."""
    return round((fitted.box.y + fitted.stack.height) * 100 / HEIGHT, 2)


@pytest.mark.parametrize("surface", [SURFACE, CARD])
@pytest.mark.parametrize("count", [12, 20, 30, 50])
def test_a_long_title_does_not_grow_over_the_edge_of_what_is_below_it(surface, count):
    fitted = fit(words(count), surface, title(), body())
    assert end(fitted) < 20
    assert fitted.diagnostics == ()


@pytest.mark.parametrize("count", [30, 50])
def test_it_grows_there_where_nothing_is_drawn(count):
    assert end(fit(words(count), title(), body())) > 20


def test_what_grows_keeps_an_eighth_of_an_em_before_the_edge():
    fitted = fit(words(12), SURFACE, title(), body())
    assert fitted.room.bottom == Emu(HEIGHT * 20 // 100) - Emu(40 * 12700 // 8)
    near = fit(words(12), shape((0, 17.5, 100, 78), "DDEEFF"), title(), body())
    assert near.room.bottom == near.slot.box.bottom


def test_the_place_of_a_title_ends_where_a_surface_begins_within_it():
    fitted = fit(words(12), SURFACE, title((5, 5, 90, 25)), body(box=(5, 35, 90, 55)))
    assert end(fitted) <= 20
    assert fitted.box.bottom <= Emu(HEIGHT * 20 // 100)


def test_a_place_that_would_be_left_no_line_is_kept_as_it_is():
    low = shape((0, 12, 100, 80), "DDEEFF")
    across = fit(words(5), low, title((5, 5, 90, 16)), body(box=(5, 35, 90, 55)))
    assert told(across) == (40, 1, 5, 21)


@pytest.mark.parametrize(
    "drawn",
    [
        (shape((0, 20, 100, 78), "FFFFFF"),),
        (SURFACE, shape((0, 0, 100, 100), "FFFFFF")),
        (shape((0, 20, 4, 78), "DDEEFF"),),
    ],
    ids=["of the colour behind the title", "hidden", "beside the title"],
)
def test_what_has_no_edge_below_a_title_is_not_in_its_way(drawn):
    free = fit(words(30), title(), body())
    assert told(fit(words(30), *drawn, title(), body())) == told(free)


def test_what_is_drawn_on_no_known_ground_has_an_edge():
    fitted = fit(words(30), SURFACE, title(), body(), ground="")
    assert end(fitted) < 20


@pytest.mark.parametrize("kind", [SlideKind.TITLE, SlideKind.SECTION])
def test_titles_of_covers_keep_off_it_as_well(kind):
    subtitle = body(box=(5, 65, 90, 20))
    low = shape((0, 62, 100, 38), "DDEEFF")
    place = title((5, 45, 90, 15))
    fitted = fit(words(30), low, place, subtitle, kind=kind)
    assert end(fitted) <= 62
    assert size(fitted) >= 16
