"""How large a page of few words is, how far its paragraphs are apart, and where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.layout.areas.regions import body_region
from deckgen.layout.flow.content import flow_in
from deckgen.layout.plan.characters import Character, character_of
from deckgen.layout.plan.compositions import COMPOSITIONS, composed, displayed
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.units import pt
from tests.support.desks import desk_on, percent, region_of, slide, text
from tests.support.packages import placeholder
from tests.unit.layout.test_parts import content

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'
ITEMS = "- one\n- two\n- three"


def sized(points, align="l"):
    return f'<a:lvl1pPr algn="{align}"><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'


def desk_of(height=65.0, *, width=90.0, points=24, title=60, align="l"):
    """Return a desk with a place for text, its size in percent of a slide of 960 by 540 pt."""
    return desk_on(
        placeholder("title", None, (5, 5, 90, 15), body=FLAT, style=sized(title, align)),
        placeholder("body", 1, (5, 25, width, height), body=FLAT, style=sized(points)),
    )


def frame_of(said, height=65.0, **more):
    """Return the frame of a composed page, and None where it is not composed."""
    desk = desk_of(height, **more)
    layout = desk.template.layouts[0]
    region, title = body_region(slide().around, layout, desk), desk.levels(layout, layout.slots[0])
    blocks = text(said)
    own = flow_in(blocks, region, region.context.levels)
    made = composed(blocks, character_of(blocks), own, title[0], desk)
    if made is None:
        return None
    return next(item for item in made.items() if isinstance(item, TextFrame))


def found(said, height=65.0, **more):
    """Return the size of a page's text, and how far its paragraphs are apart, in em."""
    frame = frame_of(said, height, **more)
    if frame is None:
        return None
    size = frame.paragraphs[0].style.size.points
    apart = [(b.top - a.top - a.height).points / size for a, b in pairwise(frame.paragraphs)]
    return (size, round(max(apart), 2)) if apart else size


def words(count):
    return " ".join(["words"] * count)


SAID = f"> {' '.join(['Said and'] * 10)}"
POINTS = "- one\n  - more\n- two\n  - more\n- three"
ONE_POINT = "- one\n  - more\n  - and more\n  - three\n  - four"
NOTHING = 15.2, None


@pytest.mark.parametrize(
    ("said", "found_from"),
    [
        ("42", [(30.6, 96), (25.4, 80), (21, 66), (17.2, 54), (15.2, 24)]),
        (words(7), [(25.4, 40), (23, 36), (20.4, 32), (17.8, 28), (15.2, 24)]),
        (words(9), [(38.2, 40), (34.4, 36), (20.4, 32), (17.8, 28), (15.4, 24), NOTHING]),
        (words(14), [(30.6, 32), (26.8, 28), (15.4, 24), NOTHING]),
        (SAID, [(59.4, 40), (53.4, 36), (35.6, 32), (31.2, 28), (26.8, 24), NOTHING]),
        (
            ITEMS,
            [
                *((36.4, (28, 1)), (32.6, (28, 0.7)), (28.6, (28, 0.4))),
                *((26.6, (26, 0.4)), (24.6, (24, 0.4)), NOTHING),
            ],
        ),
        (
            POINTS,
            [(43.4, (24, 0.8)), (40.8, (24, 0.6)), (38.4, (24, 0.4)), (36, (24, 0.2)), NOTHING],
        ),
        (
            ONE_POINT,
            [(44.6, (24, 0.6)), (40.8, (24, 0.45)), (37.2, (24, 0.3)), (33.4, (24, 0.15)), NOTHING],
        ),
    ],
    ids=["number", "two lines", "three lines", "many words", "quotation", "items", "points", "one"],
)
def test_the_lower_a_place_the_smaller_and_closer_is_what_stands_in_it(said, found_from):
    """The heights, in percent of the slide, are the least at which a size and distance is found."""
    for (height, size), (_, next_size) in pairwise((*found_from, found_from[-1])):
        assert found(said, height, width=60) == size
        if (height, size) != found_from[-1]:
            assert found(said, height - 0.3, width=60) == next_size


@pytest.mark.parametrize(("height", "fits"), [(48, True), (47.9, False)])
def test_words_may_be_just_as_high_as_a_place_that_is_made_for_them(height, fits):
    """Two lines of 20 pt are 48 pt high."""
    desk = desk_of(points=20, width=30)
    region = body_region(slide().around, desk.template.layouts[0], desk)
    region = replace(region, box=replace(region.box, height=pt(height)))
    made = displayed(text(words(7)), Character.STATEMENT, region)
    assert (made is not None) is fits


def compared(height):
    """Return how far the points of columns are apart, in em; None where they are not composed."""
    desk = desk_of(height)
    points = "[one, two, three, four]"
    blocks = content(f"- columns: [{{body: {points}}}, {{body: {points}}}]")
    layout = desk.template.layouts[0]
    region = body_region(slide().around, layout, desk)
    own = flow_in(blocks, region, region.context.levels)
    made = composed(blocks, character_of(blocks), own, None, desk)
    if made is None:
        return None
    frames = [item for item in made.items() if isinstance(item, TextFrame)]
    assert len(frames) == 2
    (found,) = {
        round((b.top - a.top - a.height).points / 24, 2)
        for frame in frames
        for a, b in pairwise(frame.paragraphs)
    }
    return found


def test_columns_are_set_apart_as_far_as_the_page_has_room():
    """Four lines of 24 pt, and three distances, take no more than 72 % of the place."""
    heights = [(115.2 + 3 * 24 * air) / 0.72 * 100 / 540 for air in (0.8, 0.6, 0.4, 0.2)]
    assert [compared(height + 0.1) for height in heights] == [0.8, 0.6, 0.4, 0.2]
    assert [compared(height - 0.1) for height in heights] == [0.6, 0.4, 0.2, None]


@pytest.mark.parametrize(
    ("said", "points", "size"),
    [("42", 14, 63), (words(2), 14, 28), (words(2), 18, 36), (SAID, 14, 28), ("- one", 14, 28)],
)
def test_few_words_are_so_much_larger_than_the_templates_text_and_no_more(said, points, size):
    assert found(said, points=points) == size


@pytest.mark.parametrize(
    ("said", "title", "size"),
    [("- one", 34, 28), ("- one", 30, 26), ("- one", 29, 25), (words(2), 30, 40), ("42", 30, 96)],
)
def test_items_are_smaller_than_their_title_and_what_is_the_page_is_not(said, title, size):
    assert found(said, title=title) == size


def test_text_that_is_as_large_as_that_of_a_composition_keeps_its_size():
    assert found("- one", points=28) == 28
    assert found("- one", points=27) == 28


@pytest.mark.parametrize(
    ("said", "middle"), [("42", 0.4), (words(2), 0.4), (words(14), 0.4), (SAID, 0.4)]
)
def test_what_is_the_page_stands_a_little_above_the_middle_of_its_place(said, middle):
    frame = frame_of(said, width=60)
    y = frame.box.y + frame.paragraphs[-1].top // 2 + frame.paragraphs[-1].height // 2
    _, top, _, _ = percent(frame.box)
    assert top > 25
    assert (y / 68_580 - 25) / 65 == pytest.approx(middle, abs=0.01)


def test_items_stand_at_the_top_of_their_place():
    assert percent(frame_of(ITEMS).box)[1] == 25


def test_nothing_is_composed_where_a_word_would_be_cut():
    assert found("- " + "w" * 60, width=60) is None
    assert [found("w" * count, width=60) for count in (17, 19, 21, 24)] == [40, 36, 32, 28]


@pytest.mark.parametrize(("letters", "size"), [(50, 32), (60, 28), (80, 24)])
def test_what_is_torn_in_any_size_is_as_large_as_its_lines_allow(letters, size):
    assert found("ア" * letters, width=60) == size


def composition(markdown, region=None):
    """Return the page of a text as it is composed below no title, None where it is not."""
    region = region or region_of()
    blocks = text(markdown)
    own = flow_in(blocks, region, region.context.levels)
    return composed(blocks, character_of(blocks), own, None, desk_on())


def size_of(fragment):
    return fragment.flow.context.text.size.points


def test_a_quotation_is_as_large_as_its_length_allows_on_three_fifths_of_the_page():
    sizes = [size_of(composition(f"> {'words and more ' * count}")) for count in (2, 12, 22, 30)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 40
    for count in (2, 12, 22, 30):
        made = composition(f"> {'words and more ' * count}")
        assert made.flow.height <= region_of().box.height * COMPOSITIONS[Character.QUOTATION].fill


def test_growth_is_bounded_by_the_size_of_the_template():
    assert size_of(composition("> words", region_of(points=14))) == 28
    assert size_of(composition("42 %", region_of(points=14))) == 63


@pytest.mark.parametrize(("items", "air"), [(2, 1.0), (3, 1.0), (4, 1.0)])
def test_few_items_stand_apart(items, air):
    made = composition("\n".join(["- one"] * items))
    gaps = [piece.gap for piece in made.flow.pieces[1:]]
    assert {round(gap / made.flow.context.text.size.emu, 1) for gap in gaps} == {air}
    assert size_of(made) == 28


@pytest.mark.parametrize(
    ("height", "air"), [(65, 0.8), (58, 0.8), (57, 0.6), (50, 0.4), (45, 0.2), (41, None)]
)
def test_text_is_set_as_far_apart_as_the_page_has_room(height, air):
    made = composition("\n".join(["- one"] * 6), region_of(height=height))
    assert (made is None) is (air is None)
    if made is not None:
        em, gaps = made.flow.context.text.size.emu, made.flow.pieces[1:]
        assert size_of(made) == 20
        assert {round(piece.gap / em, 1) for piece in gaps} == {air}


def shown(markdown, **given):
    """Return how large a page of text is set, in how many lines, how far down, and how apart."""
    region = region_of(**{"points": 24, **given})
    made = composition(markdown, region)
    if made is None:
        return None
    down = (made.flow.region.box.y - region.box.y) * 100 / region.box.height
    em = made.flow.context.text.size.emu
    gaps = {round(piece.gap / em, 1) for piece in made.flow.pieces[1:]}
    return size_of(made), len(made.flow.pieces), round(down, 1), *gaps


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, (96, 1, 23.6)),
        ({"width": 50}, (80, 1, 26.3)),
        ({"width": 40}, (66, 1, 28.7)),
        ({"width": 30}, (54, 1, 30.8)),
        ({"width": 26}, (24, 1, 35.9)),
        ({"height": 30}, (80, 1, 10.4)),
        ({"height": 22}, (66, 1, 6.7)),
        ({"height": 18}, (54, 1, 6.7)),
    ],
)
def test_a_number_is_as_large_as_it_fits_in_one_line_above_the_middle(given, found):
    assert shown("123456 %", **given) == found


@pytest.mark.parametrize(
    ("count", "given", "found"),
    [
        (2, {}, (40, 1, 33.2)),
        (16, {}, (40, 3, 19.5, 0)),
        (14, {"width": 62}, (36, 3, 21.5, 0)),
        (16, {"width": 62}, (28, 3, 25.6, 0)),
        (20, {"width": 62}, (24, 3, 27.7, 0)),
        (22, {"width": 62}, None),
        (8, {"height": 24}, (36, 2, 6.7, 0)),
        (8, {"height": 22}, (32, 1, 23.8)),
        (2, {"points": 16}, (32, 1, 34.5)),
    ],
)
def test_a_sentence_is_as_large_as_it_fits_in_three_lines_above_the_middle(count, given, found):
    assert shown(words(count), **given) == found


@pytest.mark.parametrize(
    ("count", "found"),
    [(2, (40, 1, 28.9)), (20, (32, 3, 13.3, 0)), (24, (28, 3, 16.7, 0)), (40, (24, 4, 13.3, 0))],
)
def test_a_quotation_is_as_large_as_it_fits_and_no_smaller_than_text(count, found):
    assert shown(f"> {words(count)}", height=40) == found


@pytest.mark.parametrize(
    ("height", "found"),
    [
        (60, (28, 4, 0, 1.0)),
        (50, (28, 4, 0, 0.7)),
        (40, (28, 4, 0, 0.4)),
        (35, (24, 4, 0, 0.4)),
        (32, (20, 4, 0, 0.7)),
        (28, (20, 4, 0, 0.4)),
        (25, None),
    ],
)
def test_few_items_are_as_large_and_as_far_apart_as_the_page_has_room(height, found):
    assert shown("- one\n- two\n- three\n- four", points=20, height=height) == found


@pytest.mark.parametrize(("count", "points"), [(7, 28), (8, 24), (9, 20), (10, None)])
def test_items_are_no_larger_than_they_stand_in_one_line_each(count, points):
    found = shown(f"- one\n- {'word ' * count}\n- two", points=20, width=60)
    assert (found and found[0]) == points
