"""What stands behind or beside a slide changes its layouts: their colours, or where places are."""

from __future__ import annotations

import pytest

from deckgen.colors import Color, contrast
from deckgen.geometry import Crop, Size
from deckgen.layout.areas.grounds import SlideBacking, side_of
from deckgen.pages import SlideBackground, TextFrame, Veil
from deckgen.records import replace
from deckgen.spec.backgrounds import Background, Ground
from deckgen.spec.picture_kinds import Focus, PictureRef
from deckgen.template.model import Role
from deckgen.template.paint import Paint
from deckgen.units import Emu
from tests.support.building import build_pages
from tests.support.desks import SPAN, percent, slide, template_of
from tests.support.packages import HEIGHT, WIDTH, layout, placeholder, shape
from tests.support.packages import background as plain_ground
from tests.support.pictures import picture, read

TITLE = placeholder("title", None, (5, 5, 90, 15))
BODY = placeholder("body", 1, (5, 25, 90, 65))
WIDE = PictureRef("wide.png", read(picture(1600, 900)), SPAN)
SIZE = Size(Emu(WIDTH), Emu(HEIGHT))
BLACK, WHITE = Color("000000"), Color("FFFFFF")
GREY, PALE = ("404040", "FFFFFF"), ("E0E0E0", "FFFFFF")
DARK = ("000000", "404040")


def on(*shapes, behind=None, beside=None, said="A title", ground=""):
    """Return what backs a slide, and the layout of its template."""
    template = template_of(layout(*shapes, ground=ground), shapes=())
    backing = SlideBacking(slide(said, background=behind, beside=beside), template)
    return backing, template.layouts[0]


def photo(tones=GREY, **more):
    darkest, palest = tones
    ground = Ground(SPAN, picture=WIDE, tones=(Color(darkest), Color(palest)))
    return Background(span=SPAN, image=ground, **more)


def colored(rgb, **more):
    return Background(span=SPAN, image=Ground(SPAN, color=rgb), **more)


def veil(behind, **more):
    backing, made = on(TITLE, behind=behind, **more)
    return backing.background(backing.layout(made)).veil


@pytest.mark.parametrize(
    ("tones", "covered"),
    [
        (DARK, None),
        (PALE, None),
        (GREY, Veil(BLACK, 0.6)),
        (("505050", "FFFFFF"), Veil(WHITE, 0.35)),
        (("000000", "808080"), Veil(BLACK, 0.15)),
    ],
)
def test_a_picture_is_covered_as_little_as_text_needs_and_rather_darkened(tones, covered):
    assert veil(photo(tones)) == covered


@pytest.mark.parametrize(
    ("tones", "dim", "amount"),
    [(GREY, 0.3, 0.6), (GREY, 0.8, 0.8), (DARK, 0.2, 0.2), (PALE, 0.1, 0.6)],
)
def test_an_author_may_have_a_picture_darker_than_text_needs_but_not_less(tones, dim, amount):
    assert veil(photo(tones, dim=dim)) == Veil(BLACK, amount)


def test_a_picture_is_not_covered_where_no_text_stands_on_it():
    assert veil(photo(), said="") is None
    assert veil(photo(dim=0.3), said="") == Veil(BLACK, 0.3)


def test_a_color_is_covered_as_the_author_says():
    assert veil(colored("80A0C0")) is None
    assert veil(colored("80A0C0", dim=0.4)) == Veil(BLACK, 0.4)
    backing, made = on(TITLE, behind=colored("FFFFFF", dim=0.4))
    assert backing.layout(made).background == Color("999999")


def test_a_color_is_behind_all_that_the_layout_draws():
    backing, made = on(TITLE, shape((0, 0, 100, 4)), behind=colored("0B1F3A"))
    changed = backing.layout(made)
    assert (changed.background, changed.paint, changed.bare) == (Color("0B1F3A"), None, False)
    assert changed.panels == made.panels
    assert backing.background(changed) == SlideBackground(color=Color("0B1F3A"))


def test_a_color_of_the_theme_stays_one():
    accent = Background(span=SPAN, image=Ground(SPAN, scheme="accent1"))
    backing, made = on(TITLE, behind=accent)
    assert backing.background(backing.layout(made)).color.scheme == "accent1"


@pytest.mark.parametrize(("height", "bare"), [(75, True), (74, False)])
def test_what_would_hide_a_color_is_not_drawn(height, bare):
    drawn = shape((0, 0, 100, height))
    backing, made = on(drawn, TITLE, behind=colored("0B1F3A"))
    changed = backing.layout(made)
    assert changed.bare is bare
    assert (changed.panels == ()) is bare
    assert changed.paint is None
    assert backing.background(changed).hides is bare


@pytest.mark.parametrize(("tones", "least", "other"), [(DARK, 1, 0), (PALE, 0, 1)])
def test_text_has_the_color_on_which_it_shows_least_behind_it(tones, least, other):
    backing, made = on(TITLE, shape((0, 0, 100, 4)), behind=photo(tones))
    changed = backing.layout(made)
    assert changed.background == Color(tones[least])
    assert changed.shades(changed.slots[0].box) == (Color(tones[least]), Color(tones[other]))
    assert (changed.panels, changed.decoration, changed.bare) == ((), (), True)
    assert changed.paint.hides


def test_text_on_a_covered_picture_has_the_covered_colors_behind_it():
    backing, made = on(TITLE, behind=photo(GREY))
    assert backing.layout(made).background == Color("666666")


def test_a_picture_behind_a_slide_fills_it_and_is_cut_at_its_focus():
    backing, made = on(TITLE, behind=photo(focus=Focus(0.5, 0.0), alt="A hall"))
    shown = backing.background(backing.layout(made)).picture
    assert percent(shown.box) == (0, 0, 100, 100)
    assert (shown.alt, shown.name) == ("A hall", "Background")
    assert shown.crop == Crop.covering(WIDE.file.size, shown.box.size, 0.5, 0.0)


def test_a_picture_may_be_shown_whole():
    tall = PictureRef("tall.png", read(picture(900, 1800)), SPAN)
    ground = Ground(SPAN, picture=tall, tones=(BLACK, WHITE))
    backing, made = on(TITLE, behind=Background(span=SPAN, image=ground, fit="contain"))
    shown = backing.background(backing.layout(made)).picture
    assert percent(shown.box) == (35.94, 0, 28.12, 100)
    assert shown.crop == Crop()


def test_a_slide_is_given_its_layout_once():
    backing, made = on(TITLE, behind=photo())
    changed = backing.layout(made)
    assert backing.layout(made) is changed
    assert backing.layout(changed) is changed


def beside(*shapes, side="right", width=None):
    backing, made = on(*shapes, beside=photo(side=side, width=width))
    return backing.layout(made)


def boxes(made, *roles):
    return [percent(slot.box) for slot in made.of_role(*roles)]


def test_a_picture_at_a_side_fills_half_of_the_slide_or_as_much_as_is_said():
    assert percent(side_of(photo(side="right"), SIZE)) == (50, 0, 50, 100)
    assert percent(side_of(photo(side="left", width=0.4), SIZE)) == (0, 0, 40, 100)


@pytest.mark.parametrize(("side", "x"), [("right", 5), ("left", 53)])
def test_places_stand_in_the_rest_with_a_gutter_before_the_picture(side, x):
    made = beside(TITLE, BODY, side=side)
    assert boxes(made, Role.TITLE) == [(x, 5, 42, 15)]
    assert boxes(made, Role.BODY) == [(x, 25, 42, 65)]
    assert made.slots[0].inherited is not None
    assert not made.bare


def test_places_side_by_side_keep_their_proportions():
    one, other = placeholder("body", 1, (5, 25, 60, 65)), placeholder("body", 2, (70, 25, 25, 65))
    assert boxes(beside(TITLE, one, other), Role.BODY) == [
        (5, 25, 28, 65),
        (35.33, 25, 11.67, 65),
    ]


def test_a_picture_at_a_side_is_in_the_way_of_all_else():
    made = beside(TITLE, BODY, shape((0, 95, 100, 5)), shape((60, 0, 20, 10)))
    assert [percent(panel.box) for panel in made.panels] == [(0, 95, 50, 5), (50, 0, 50, 100)]
    assert [percent(box) for box in made.decoration] == [(0, 95, 50, 5), (50, 0, 50, 100)]


def test_what_is_drawn_goes_where_places_have_come_to_stand_on_it():
    drawn = shape((0, 25, 50, 75))
    text = placeholder("body", 1, (55, 25, 40, 65))
    made = beside(placeholder("title", None, (55, 5, 40, 15)), text, drawn)
    assert made.bare
    assert [percent(panel.box) for panel in made.panels] == [(50, 0, 50, 100)]
    assert boxes(made, Role.BODY) == [(5, 25, 40, 65)]


@pytest.mark.parametrize(("high", "bare"), [(3, False), (4, True)])
def test_what_is_drawn_stays_where_it_hardly_covers_places_that_have_come_there(high, bare):
    text = placeholder("body", 1, (55, 25, 40, 65))
    assert beside(TITLE, text, shape((0, 25, 50, high))).bare is bare


@pytest.mark.parametrize("card", [(2, 20, 96, 75), (0, 0, 100, 100)])
def test_what_is_drawn_stays_where_places_have_stood_on_it_before(card):
    assert not beside(shape(card), TITLE, BODY).bare


@pytest.mark.parametrize("width", [None, 0.7])
def test_places_get_the_whole_rest_where_they_would_become_narrow(width):
    text = placeholder("body", 1, (30, 25, 40, 65))
    made = beside(placeholder("title", None, (30, 5, 40, 15)), text, width=width)
    rest = 50 if width is None else 30
    assert made.bare
    assert boxes(made, Role.BODY) == [(rest * 0.15, 25, rest * 0.7, 65)]


FOOTER = placeholder("ftr", 11, (5, 92, 20, 5))
DATE = placeholder("dt", 10, (30, 92, 15, 5))
NUMBER = placeholder("sldNum", 12, (85, 92, 10, 5))


def test_footers_that_are_in_the_rest_stay_and_others_come_to_stand_beside_them():
    made = beside(TITLE, BODY, FOOTER, NUMBER)
    assert boxes(made, Role.FOOTER) == [(5, 92, 20, 5)]
    assert boxes(made, Role.NUMBER) == [(25.84, 92, 21.16, 5)]
    made = beside(TITLE, BODY, FOOTER, NUMBER, side="left")
    assert boxes(made, Role.NUMBER) == [(85, 92, 10, 5)]
    assert boxes(made, Role.FOOTER) == [(53, 92, 31.16, 5)]


@pytest.mark.parametrize(("width", "number"), [(28, (33.84, 13.16)), (29, (42.33, 4.67))])
def test_footers_stand_beside_those_that_stay_where_these_leave_three_tenths(width, number):
    """The rest is 42 % of the slide wide; a fiftieth of that is between footers."""
    made = beside(TITLE, BODY, placeholder("ftr", 11, (5, 92, width, 5)), NUMBER)
    assert [box[::2] for box in boxes(made, Role.NUMBER)] == [number]


def test_footers_are_all_moved_where_those_that_stay_leave_too_little_room():
    made = beside(TITLE, BODY, FOOTER, DATE, NUMBER)
    assert boxes(made, Role.FOOTER, Role.DATE, Role.NUMBER) == [
        (5, 92, 9.33, 5),
        (16.67, 92, 7, 5),
        (42.33, 92, 4.67, 5),
    ]


def test_nothing_but_its_ground_is_shown_of_a_bare_layout():
    shapes = (shape((0, 25, 50, 75)), placeholder("body", 1, (55, 25, 40, 65)))
    backing, made = on(*shapes, beside=photo(side="right"), ground=plain_ground("102030"))
    changed = replace(backing.layout(made), paint=None)
    ground = changed.background
    assert backing.background(changed) == SlideBackground(color=ground, hides=True)
    painted = replace(changed, paint=Paint(side_of(photo(side="left"), SIZE), ((ground, WHITE),)))
    assert backing.background(painted) == SlideBackground(hides=True)
    alone = replace(changed, alone=True)
    assert backing.background(alone) == SlideBackground(veil=Veil(ground, 1), hides=True)
    backing, made = on(TITLE, beside=photo(side="right"))
    assert backing.background(backing.layout(made)) is None


@pytest.mark.parametrize(("left", "bare"), [(15, False), (18, True)])
def test_places_beside_a_picture_are_a_third_of_the_slide_wide_or_get_the_whole_rest(left, bare):
    text = placeholder("body", 1, (left, 25, 100 - 2 * left, 65))
    assert beside(placeholder("title", None, (left, 5, 50, 15)), text).bare is bare


def test_places_beside_a_wide_picture_are_no_narrower_than_most_of_the_rest():
    assert not beside(TITLE, BODY, width=0.7).bare
    text = placeholder("body", 1, (8, 25, 84, 65))
    assert beside(placeholder("title", None, (8, 5, 84, 15)), text, width=0.7).bare


def test_the_picture_at_a_side_is_an_item_of_the_page():
    backing, _ = on(TITLE, beside=photo(side="left", width=0.4))
    assert percent(backing.beside().box) == (0, 0, 40, 100)
    assert on(TITLE)[0].beside() is None
    assert on(TITLE, beside=colored("102030", side="left"))[0].beside() is None


@pytest.mark.parametrize("scheme", ["accent1", "accent2", "accent3", "accent4", "tx2", "bg2"])
@pytest.mark.parametrize("name", ["corporate", "corporate-dark", "plain", "report"])
def test_text_of_any_size_is_read_on_a_color_of_the_author(name, scheme):
    deck = f"slides: [{{title: Large, body: words, background: {scheme}}}]"
    pages = build_pages(deck, name)
    (page,) = pages.pages
    behind = page.background.color
    assert behind is not None
    theme = pages.template.theme_of(page.layout)
    texts = [item for item in page.items if isinstance(item, TextFrame)]
    for frame in texts:
        for paragraph in frame.paragraphs:
            assert contrast(paragraph.style.color, theme.color(scheme)) >= 4.5, frame.text
