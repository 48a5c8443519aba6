"""Pages among those with content look like them, else another layout serves."""

from __future__ import annotations

import pytest

from deckgen.layout.desk import Desk
from deckgen.layout.flow.stacked import measurable
from deckgen.layout.plan.choice import LayoutChoice
from deckgen.layout.plan.sides import sides_of
from deckgen.layout.plan.slotted import in_slots
from deckgen.spec.kinds import Word
from deckgen.template.purposes import Purpose
from deckgen.units import ZERO
from tests.support.building import open_deck
from tests.support.desks import SPAN, TYPESETTER, desk_on, percent, slide, template_of
from tests.support.packages import layout, placeholder, solid

TITLE = (5, 5, 90, 15)
WHOLE, LEFT, RIGHT = (5, 25, 90, 65), (5, 25, 44, 65), (51, 25, 44, 65)


def style(points=20, color="101010", align="l", bold=0):
    return (
        f'<a:lvl1pPr algn="{align}"><a:defRPr sz="{points * 100}" b="{bold}">{solid(color)}'
        "</a:defRPr></a:lvl1pPr>"
    )


def title(box=TITLE, **look):
    return placeholder("title", None, box, style=style(**{"points": 30, **look}))


def body(idx, box=WHOLE, kind=None, **look):
    return placeholder(kind, idx, box, style=style(**look))


def two(heading=None, **look):
    return layout(heading or title(), body(1, LEFT, **look), body(2, RIGHT, **look), name="Two")


CONTENT = layout(title(), body(1), name="Content", kind="obj")


def choice(*layouts):
    return LayoutChoice(Desk(template_of(*layouts), TYPESETTER))


@pytest.mark.parametrize(
    ("look", "taken"),
    [
        ({}, True),
        ({"points": 18}, True),
        ({"points": 23}, True),
        ({"points": 16}, False),
        ({"points": 24}, False),
        ({"color": "404040"}, False),
        ({"align": "ctr"}, False),
        ({"bold": 1}, False),
    ],
)
def test_columns_are_set_on_a_layout_whose_text_looks_like_that_of_other_pages(look, taken):
    assert (choice(CONTENT, two(**look)).of_two() is not None) is taken


@pytest.mark.parametrize(
    ("look", "taken"), [({}, True), ({"points": 26}, True), ({"points": 24}, False)]
)
def test_titles_are_alike_on_pages_that_follow_one_another(look, taken):
    made = choice(CONTENT, two(title(**look)), layout(title(**look), name="Title Only"))
    assert (made.of_two() is not None) is taken
    assert (made.of_pictures().name == "Title Only") is taken


NUMBER = body(12, (90, 93, 6, 5), "sldNum")


@pytest.mark.parametrize(
    ("foot", "taken"),
    [
        ((NUMBER,), True),
        ((), True),
        ((body(12, (89, 92, 6, 5), "sldNum"),), True),
        ((body(12, (2, 20, 6, 5), "sldNum"),), False),
        ((NUMBER, body(11, (5, 90, 40, 5), "ftr")), False),
    ],
)
def test_what_stands_at_the_foot_of_pages_that_follow_one_another_is_in_one_place(foot, taken):
    halves = body(1, LEFT), body(2, RIGHT)
    made = choice(
        layout(title(), body(1), NUMBER, name="Content", kind="obj"),
        layout(title(), *halves, *foot, name="Two"),
        layout(title(), *foot, name="Title Only"),
    )
    assert (made.of_two() is not None) is taken
    assert (made.of_pictures().name == "Title Only") is taken


def test_pictures_have_the_layout_for_titles_alone_else_that_for_content():
    assert choice(CONTENT, layout(title(), name="Title Only")).of_pictures().name == "Title Only"
    assert choice(CONTENT).of_pictures().name == "Content"


def test_columns_go_to_the_layout_for_so_many_with_titles_or_without():
    thirds = (body(n, (5 + 31 * n, 25, 28, 65)) for n in range(3))
    heads = (body(8, (5, 22, 44, 8), "body"), body(9, (51, 22, 44, 8), "body"))
    halves = (body(1, (5, 32, 44, 58)), body(2, (51, 32, 44, 58)))
    made = choice(
        CONTENT,
        two(),
        layout(title(), *thirds, name="Three"),
        layout(title(), *heads, *halves, name="Comparison"),
    )

    def name(count, *, titled):
        found = made.for_columns(count, titled=titled)
        return found and found.name

    assert [name(n, titled=False) for n in (2, 3, 4)] == ["Two", "Three", None]
    assert name(2, titled=True) == "Comparison"


def test_what_the_template_lacks_is_noted_with_what_serves():
    made = choice(CONTENT)
    made.of(Purpose.SECTION)
    made.of(Purpose.QUOTE)
    assert made.lacking == {Purpose.SECTION: "Content"}


def sides(*boxes, heads=()):
    slots = [body(n + 1, box) for n, box in enumerate(boxes)]
    slots += [body(20 + n, box, "body") for n, box in enumerate(heads)]
    found = sides_of(template_of(layout(title(), *slots)).layouts[0])
    return None if found is None else (found.count, len(found.titles))


@pytest.mark.parametrize(
    ("boxes", "count"),
    [
        ((LEFT, RIGHT), 2),
        ((RIGHT, LEFT), 2),
        ((WHOLE,), None),
        (((5, 25, 90, 30), (5, 60, 90, 30)), None),
        ((LEFT, (51, 25, 44, 40)), 2),
        ((LEFT, (51, 25, 44, 39)), None),
        ((LEFT, (51, 50, 44, 40)), 2),
        ((LEFT, (51, 53, 44, 37)), None),
        (((5, 50, 44, 40), (51, 25, 44, 65)), 2),
        ((LEFT, (44.6, 25, 44, 65)), 2),
        ((LEFT, (44, 25, 44, 65)), None),
        (((5, 25, 28, 65), (36, 25, 28, 65), (67, 25, 28, 65)), 3),
        (((5, 25, 28, 65), (36, 25, 28, 65), (67, 25, 28, 20)), None),
    ],
)
def test_places_side_by_side_are_about_as_high_and_hardly_overlap(boxes, count):
    found = sides(*boxes)
    assert (None if found is None else found[0]) == count


def test_titles_of_columns_are_as_many_as_columns():
    halves = ((5, 34, 44, 55), (51, 34, 44, 55))
    assert sides(*halves, heads=((5, 25, 44, 8), (51, 25, 44, 8))) == (2, 2)
    assert sides(*halves, heads=((5, 25, 44, 8),)) == (2, 0)


def picture(idx, box):
    return placeholder("pic", idx, box)


def placed(*shapes, content, bottom=ZERO):
    """Return where pictures go on a layout, and where text does; None where they have no place."""
    desk = desk_on(title(), *shapes)
    deck = open_deck(f"slides:\n  - title: T\n    body:\n{content}").deck()
    assert deck is not None
    made = slide(content=deck.slides[0].content)
    blocks = tuple(map(measurable, made.content))
    page = in_slots(blocks, made, desk.template.layouts[0], desk, bottom)
    if page is None:
        return None
    texts = [percent(fragment.flow.region.box) for fragment in page.fragments]
    return [percent(item.box)[:2] for item in page.items], [box[1] for box in texts]


ONE = "      - image: {src: square.png, alt: x}\n"
SAID = "      - words\n"
FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def test_pictures_fill_their_places_row_by_row():
    places = [
        picture(n, box)
        for n, box in enumerate(
            ((50, 60, 20, 30), (10, 61, 20, 30), (50, 25, 20, 30), (10, 27, 20, 30)), start=1
        )
    ]
    items, _ = placed(*places, content=ONE * 4)
    middles = [(x + 8.44, y) for x, y in items]  # what is square stands in the middle
    assert middles == [(20, 27), (60, 25), (20, 61), (60, 60)]


def test_pictures_need_a_place_each_and_their_text_one_too():
    caption = placeholder("body", 5, (5, 25, 40, 60), body=FLAT)
    places = picture(1, (50, 25, 20, 30)), picture(2, (75, 25, 20, 30))
    assert placed(*places, content=ONE * 2) is not None
    assert placed(*places, content=ONE * 3) is None
    assert placed(*places, content=ONE + SAID) is None
    assert placed(*places, content=SAID) is None
    assert placed(*places, caption, content=ONE + SAID)[1] == [25]


def test_text_beside_a_picture_starts_below_the_title():
    caption = placeholder("body", 5, (5, 25, 40, 60), body=FLAT)
    bottom = desk_on(title()).template.slide_size.height * 0.3
    above = placeholder("body", 5, (5, 2, 40, 60), body=FLAT)
    one = picture(1, (50, 25, 20, 30))
    assert placed(one, caption, content=ONE + SAID, bottom=bottom)[1] == [30]
    assert placed(one, above, content=ONE + SAID, bottom=bottom)[1] == [2]


def test_the_largest_place_for_text_is_taken():
    small, large = (
        placeholder("body", n, (5, y, 40, h), body=FLAT) for n, y, h in ((5, 25, 25), (6, 55, 40))
    )
    one = picture(1, (50, 25, 20, 30))
    assert placed(small, large, one, content=ONE + SAID)[1] == [55]


@pytest.mark.parametrize(("name", "near"), [("Contemt", ["did you mean `Content`?"]), ("Xyz", [])])
def test_a_layout_that_is_not_there_is_told_with_the_one_that_is_meant_and_all_there_are(
    name, near
):
    made = choice(CONTENT, two())
    assert made.named(Word(name, SPAN)) is None
    (told,) = made.told
    assert (told.span, *told.hints) == (SPAN, *near, "its layouts are `Content`, `Two`")
    assert made.named(None) is None
