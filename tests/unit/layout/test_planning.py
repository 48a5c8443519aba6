"""Which layout and which places the content of a slide goes to, on templates of all kinds."""

from __future__ import annotations

import pytest

from deckgen.deck import SlideKind
from deckgen.layout.desk import Desk, LayoutSettings
from deckgen.layout.flow.stacked import measurable
from deckgen.layout.plan.arrange import plan_slide
from deckgen.spec.kinds import Pattern, Word
from deckgen.template.purposes import Purpose
from tests.support.building import open_deck
from tests.support.desks import SPAN, TYPESETTER, percent, runs, slide, template_of, text
from tests.support.packages import layout, placeholder, shape

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def place(kind, idx, box, points=20, **more):
    style = f'<a:lvl1pPr algn="l"><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'
    return placeholder(kind, idx, box, body=FLAT, style=style, **more)


TITLE = place("title", None, (5, 5, 90, 12), 40)
BODY = place("body", 1, (5, 25, 90, 65))
LEFT, RIGHT = place("body", 1, (5, 25, 43, 65)), place("body", 2, (52, 25, 43, 65))
CONTENT = layout(TITLE, BODY, name="Content", kind="obj")
TWO = layout(TITLE, LEFT, RIGHT, name="Two", kind="twoObj")
BARE = layout(TITLE, name="Bare", kind="titleOnly")
BLANK = layout(name="Blank", kind="blank")
DIVIDER = layout(place("title", None, (5, 40, 90, 20), 40), name="Divider", kind="secHead")
QUOTE = layout(place("body", 1, (10, 20, 80, 40), name="Quote"), name="Quote")
PICTURES = layout(
    TITLE,
    place("pic", 1, (52, 25, 43, 65)),
    place("pic", 2, (5, 25, 43, 65)),
    name="Pictures",
)
ALL = (CONTENT, TWO, BARE, BLANK, DIVIDER, QUOTE, PICTURES)


def blocks(yaml):
    """Return the blocks of a slide that is written in YAML below its title."""
    lines = "".join(f"    {line}\n" for line in yaml.splitlines())
    deck = open_deck(f"slides:\n  - title: T\n{lines}").deck()
    assert deck is not None
    return tuple(map(measurable, deck.slides[0].content))


PICTURE = blocks("image: {src: wide.png, alt: A}")
SAID = text("> Less is more")


def plan(content=(), title="A title", on=ALL, settings=None, **more):
    desk = Desk(template_of(*on), TYPESETTER, settings)
    return plan_slide(slide(title, content=tuple(content), **more), desk)


def layouts(*given, **more):
    return [page.layout.name for page in plan(*given, **more).pages]


def boxes(page):
    return [percent(fragment.flow.region.box) for fragment in page.fragments]


def told(made):
    return [(each.code.slug, each.span == SPAN) for each in made.diagnostics]


@pytest.mark.parametrize(
    ("content", "title", "found"),
    [
        ((), "A title", "Divider"),
        ((), "", "Bare"),
        (text("words"), "A title", "Content"),
        (text("words"), "", "Blank"),
        (PICTURE, "A title", "Bare"),
        (PICTURE, "", "Blank"),
        (SAID, "A title", "Content"),
        (SAID, "", "Quote"),
        ((*SAID, *text("words")), "", "Blank"),
    ],
)
def test_a_slide_is_on_the_layout_for_what_it_holds(content, title, found):
    assert layouts(content, title=title) == [found]


@pytest.mark.parametrize(
    ("kind", "found"), [(SlideKind.SECTION, "Divider"), (SlideKind.CONTENT, "Content")]
)
def test_kinds_of_slides_have_their_layouts(kind, found):
    assert layouts(text("words"), kind=kind) == [found]


@pytest.mark.parametrize(
    ("purpose", "content", "found"),
    [
        (Purpose.PICTURES, PICTURE, "Pictures"),
        (Purpose.PICTURES, (*PICTURE, *PICTURE), "Content"),
        (Purpose.PICTURES, text("words"), "Content"),
        (Purpose.QUOTE, SAID, "Quote"),
        (Purpose.QUOTE, text("words"), "Content"),
        (Purpose.SECTION, (), "Bare"),
    ],
)
def test_a_layout_that_is_set_for_a_kind_of_content_holds_that_alone(purpose, content, found):
    name = "Bare" if purpose is Purpose.SECTION else found
    name = {Purpose.PICTURES: "Pictures", Purpose.QUOTE: "Quote"}.get(purpose, name)
    settings = LayoutSettings(named={purpose: Word(name, SPAN)})
    assert layouts(content, settings=settings) == [found]


def test_pictures_fill_places_for_pictures_from_left_to_right():
    page = plan((*PICTURE, *PICTURE), layout=Word("Pictures", SPAN)).pages[0]
    assert [percent(item.slot.box)[0] for item in page.items] == [5, 52]


def test_pictures_end_above_the_words_at_the_foot_of_their_own_layout():
    low, high = (place("sldNum", 12, (90, y, 8, 5), 12) for y in (94, 90))
    deep = layout(TITLE, place("body", 1, (5, 20, 90, 73)), low, name="Content", kind="obj")
    bare = layout(TITLE, high, name="Bare", kind="titleOnly")
    (page,) = plan(PICTURE, on=(deep, bare)).pages
    assert page.layout.name == "Bare"
    (fragment,) = page.fragments
    _, y, _, height = percent(fragment.flow.region.box)
    assert y + height <= 91


def test_a_layout_that_is_not_there_is_told_and_left():
    made = plan(text("words"), layout=Word("Nowhere", SPAN))
    assert [page.layout.name for page in made.pages] == ["Content"]
    assert told(made) == [("unknown-layout", True)]


def test_content_fills_all_places_of_a_layout_that_is_named_or_is_told():
    filled = plan(text("- one\n- two"), layout=Word("Two", SPAN))
    assert boxes(filled.pages[0]) == [(5, 25, 43, 65), (52, 25, 43, 65)]
    left = plan(text("words"), layout=Word("Two", SPAN))
    assert (left.pages, told(left)) == ((), [("empty-places", True)])
    empty = plan((), layout=Word("Two", SPAN))
    assert told(empty) == []


COLUMNS = "columns: [{body: [one]}, {body: [two]}]"


@pytest.mark.parametrize(
    ("yaml", "found"),
    [
        (COLUMNS, "Two"),
        ("columns: {widths: [2, 1], columns: [{body: [one]}, {body: [two]}]}", "Content"),
        ("columns: [{title: A, body: [one]}, {title: B, body: [two]}]", "Content"),
        ("columns: [{body: [one]}, {body: [two]}, {body: [three]}]", "Content"),
        ("body:\n  - columns: [{body: [one]}, {body: [two]}]\n  - words", "Content"),
    ],
)
def test_columns_alone_are_on_a_layout_that_has_as_many_alike(yaml, found):
    assert layouts(blocks(yaml)) == [found]


def test_text_and_a_picture_stand_side_by_side_in_their_order():
    places = [(5, 25, 43, 65), (52, 25, 43, 65)]
    for content in ((*text("words"), *PICTURE), (*PICTURE, *text("words"))):
        (page,) = plan(content).pages
        assert boxes(page) == places
        first = page.fragments[0].flow.galleys[0]
        assert first.fills_slot is (content[0] is not PICTURE[0])
        assert [each.fill for each in page.fragments] == [
            block is not PICTURE[0] for block in content
        ]


def test_text_of_wide_words_stands_above_a_picture():
    (page,) = plan((*text("w" * 50), *PICTURE)).pages
    assert len(page.fragments) == 1


def test_what_has_to_stay_on_one_page_and_does_not_fit_is_told_where_the_slide_is():
    long = text("\n".join(["- item"] * 60))
    assert len(plan(long).pages) > 1
    made = plan(long, split=False)
    assert (made.pages, told(made)) == ((), [("text-overflow", True)])


def test_what_is_too_wide_to_stand_beside_a_title_has_a_page_with_the_title_above_it():
    beside = layout(
        place("title", None, (5, 5, 25, 90), 32),
        place("body", 1, (35, 5, 60, 90)),
        name="Beside",
        kind="obj",
    )
    row = "[" + ", ".join(f"abcdefghijkl{number}" for number in range(9)) + "]"
    wide = blocks(f"table: [{row}, {row}]")
    assert layouts(text("words"), on=(beside, BLANK)) == ["Beside"]
    assert layouts(wide, on=(beside, BLANK)) == ["Blank"]
    assert layouts(wide, on=(beside,)) == ["Beside"]


def test_text_that_would_take_several_pages_stands_in_columns_if_that_spares_some():
    (page,) = plan(text("\n".join(["- item"] * 24))).pages
    assert boxes(page) == [(5, 25, 43, 65), (52, 25, 43, 65)]
    whole = plan(text("\n".join(["- item"] * 24)), on=(CONTENT, BARE)).pages
    assert len(whole[0].fragments) == 2


def test_a_title_that_grows_by_the_number_of_its_pages_leaves_room_for_that():
    settings = LayoutSettings(continuation=Pattern("(page {n} of {total} pages)"))
    long = text("\n\n".join(["words and more of them " * 12] * 9))
    for count, grows in ((4, False), (20, True)):
        title = " ".join(["words"] * count)
        numbered, plain = (plan(long, title, settings=each) for each in (settings, None))
        assert len(numbered.pages) > 1
        assert (numbered.title.bottom > plain.title.bottom) is grows


def test_a_title_covers_nothing_that_stands_beside_or_above_it():
    low = layout(place("title", None, (5, 70, 90, 12), 32), BODY, name="Low", kind="obj")
    (page,) = plan(text("words"), on=(low,)).pages
    assert boxes(page)[0][1] >= 5


def test_content_without_a_title_is_on_the_blank_layout_only_if_that_looks_like_its_neighbours():
    drawn = layout(shape((0, 90, 100, 10)), name="Blank", kind="blank")
    assert layouts(text("words"), title="", on=(CONTENT, BARE, drawn)) == ["Content"]


def test_columns_of_text_are_alike_even_where_the_template_has_them_uneven():
    uneven = layout(
        TITLE,
        place("body", 1, (5, 25, 30, 65)),
        place("body", 2, (39, 25, 56, 65)),
        name="Two",
        kind="twoObj",
    )
    (page,) = plan(text("\n".join(["- item"] * 24)), on=(CONTENT, uneven, BARE)).pages
    assert boxes(page) == [(5, 25, 43.2, 65), (51.8, 25, 43.2, 65)]


@pytest.mark.parametrize(("height", "chosen"), [(65, "Agenda"), (14, "Content")])
def test_an_agenda_has_the_layout_for_one_where_that_holds_it_on_a_page(height, chosen):
    agenda = layout(TITLE, place("body", 1, (5, 25, 90, height)), name="Agenda")
    listed = text("\n".join(f"- section {number}" for number in range(6)))
    found = plan(listed, on=(CONTENT, agenda), agenda=True)
    assert [page.layout.name for page in found.pages] == [chosen]


def test_long_content_without_a_title_is_on_the_blank_layout_page_by_page():
    assert (
        layouts(text("\n\n".join(["words and more of them " * 9] * 12)), title="") == ["Blank"] * 2
    )


def test_lines_of_a_cover_stand_below_a_title_that_has_grown():
    cover = layout(place("ctrTitle", None, (10, 30, 80, 8), 40), name="Cover", kind="title")
    made = plan(
        title=" ".join(["words"] * 20),
        on=(cover, CONTENT),
        kind=SlideKind.TITLE,
        subtitle=runs("More"),
    )
    (page,) = made.pages
    (lines,) = page.items
    assert made.title.box.height > cover_place(cover).height
    assert lines.box.y >= made.title.box.bottom


def cover_place(cover):
    return template_of(cover).layouts[0].slots[0].box


@pytest.mark.parametrize("count", [3, 20])
def test_text_beside_a_picture_is_led_by_a_title_that_had_to_become_small(count):
    bar = place("title", None, (5, 5, 90, 6), 26)
    drawn = shape((5, 4, 90, 8))
    whole = place("body", 1, (5, 25, 90, 65), 22)
    left, right = (place("body", n, (x, 25, 43, 65), 22) for n, x in ((1, 5), (2, 52)))
    on = (
        layout(drawn, bar, whole, name="Content", kind="obj"),
        layout(drawn, bar, left, right, name="Two", kind="twoObj"),
    )
    made = plan((*text("- item\n- another"), *PICTURE), " ".join(["words"] * count), on=on)
    (page,) = made.pages
    assert page.layout.name == "Two"
    sizes = [fragment.flow.context.text.size for fragment in page.fragments]
    assert sizes[0] * 1.15 <= made.title.levels[0].size
