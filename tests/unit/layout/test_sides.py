"""Content goes to the places of layouts that stand side by side, or is told not to fill them."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.layout.flow.galley import Parallel
from deckgen.layout.plan.sides import filled as sides_filled
from deckgen.layout.plan.sides import sides_of
from deckgen.pages import Picture, TextFrame
from deckgen.template.model import Role
from deckgen.units import ZERO, Emu
from tests.support.building import build_pages, open_deck, place
from tests.support.desks import desk_on, runs, slide, text
from tests.support.packages import HEIGHT, placeholder


def filled(deck: str) -> list[tuple[str, str]]:
    (page,) = build_pages(deck).pages
    frames = [item for item in page.items if isinstance(item, TextFrame)]
    roles = (Role.BODY, Role.HEADING)
    return sorted((f.slot.role.value, f.text) for f in frames if f.slot and f.slot.role in roles)


def told(deck: str) -> list[str]:
    return [item.code.slug for item in place(open_deck(deck)).diagnostics]


PROS_AND_CONS = [("body", "fast"), ("body", "new"), ("heading", "Cons"), ("heading", "Pros")]


def test_columns_with_titles_fill_a_comparison():
    columns = "[{title: Pros, body: [fast]}, {title: Cons, body: [new]}]"
    assert filled(f"slides:\n  - title: t\n    columns: {columns}\n") == PROS_AND_CONS


def test_headings_of_markdown_fill_the_titles_of_a_comparison():
    body = '"## Pros\\n\\n- fast\\n\\n## Cons\\n\\n- new"'
    deck = f"slides:\n  - title: t\n    layout: Comparison\n    body: {body}\n"
    assert filled(deck) == PROS_AND_CONS


def test_a_list_is_shared_out_as_evenly_as_it_can_be():
    deck = (
        "slides:\n  - title: t\n    layout: Two Content\n    body: [one, two, three, four, five]\n"
    )
    assert filled(deck) == [("body", "four\nfive"), ("body", "one\ntwo\nthree")]


def test_a_comparison_without_titles_is_told_and_not_built():
    deck = "slides:\n  - title: t\n    layout: Comparison\n    body: [one, two, three]\n"
    assert told(deck) == ["empty-places"]


def test_columns_that_need_several_pages_keep_to_the_content_layout():
    items = ", ".join(f"item {number}" for number in range(17))
    columns = f"[{{title: a, body: [{items}]}}, {{title: b, body: [x]}}]"
    deck = f"slides:\n  - title: t\n    columns: {columns}\n"
    assert {page.layout.name for page in build_pages(deck).pages} == {"Title and Content"}


@pytest.mark.parametrize(("split", "pages"), [(True, 2), (False, None)])
def test_columns_that_need_several_pages_take_them_unless_they_are_to_stay_on_one(split, pages):
    desk = desk_on(
        placeholder("title", None, (5, 5, 90, 15)),
        placeholder("body", 1, (5, 25, 40, 30)),
        placeholder("body", 2, (55, 25, 40, 30)),
        kind="twoObj",
    )
    sides = sides_of(desk.template.layouts[0])
    assert sides
    many, one = text("\n".join(["- item"] * 14)), text("- item")
    found = sides_filled(Parallel((None, None), (many, one)), sides, slide(split=split), desk, ZERO)
    if pages is None:
        assert isinstance(found, Diagnostic)
        assert found.code.slug == "text-overflow"
    else:
        assert [len(page.fragments) for page in found] == [2, 1]


def titles_of_columns(count, height=9.0, insets='lIns="0" rIns="0"', bottom=ZERO):
    """Return the sizes of the titles of columns, the first of so many words; None without room."""
    style = '<a:lvl1pPr algn="l"><a:defRPr sz="{}"/></a:lvl1pPr>'

    def place(idx, box, size):
        return placeholder("body", idx, box, body=insets, style=style.format(size))

    desk = desk_on(
        placeholder("title", None, (5, 5, 90, 15)),
        *(place(1, (5, 24, 43, height), 4000), place(2, (5, 33, 43, 55), 2000)),
        *(place(3, (52, 24, 43, height), 4000), place(4, (52, 33, 43, 55), 2000)),
        kind="twoTxTwoObj",
    )
    sides = sides_of(desk.template.layouts[0])
    assert sides
    titles = runs(" ".join(["letters"] * count)), runs("B")
    parts = Parallel(titles, (text("- one"), text("- two")))
    found = sides_filled(parts, sides, slide(), desk, bottom)
    if found is None:
        return None
    assert isinstance(found, tuple)
    return {item.levels[0].size.points for item in found[0].items}


@pytest.mark.parametrize(("count", "sizes"), [(1, {32}), (4, {28}), (5, None), (6, None)])
def test_titles_of_columns_are_all_as_small_as_the_longest_needs_down_to_three_fifths(count, sizes):
    assert titles_of_columns(count) == sizes


@pytest.mark.parametrize(("points", "sizes"), [(48, {40}), (47.9, {36})])
def test_a_title_of_a_column_may_be_just_as_high_as_its_place(points, sizes):
    """A line of 40 pt is 48 pt high, on a slide of 540."""
    flat = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    assert titles_of_columns(1, points * 100 / 540, flat) == sizes


def sizes_of_columns(first, second):
    columns = "".join(f"      - body: [{item}]\n" for item in (first, second))
    deck = f"deck: {{language: ja}}\nslides:\n  - title: t\n    columns:\n{columns}"
    (page,) = build_pages(deck).pages
    frames = [item for item in page.items if isinstance(item, TextFrame)]
    return {f.paragraphs[0].style.size.points for f in frames if f.slot.role is Role.BODY}


def test_columns_are_slightly_smaller_where_fewer_of_their_lines_end_in_runts_so():
    full = "専任の担当者がハードウェアを保守す"
    torn = f"{full}, {full}る"
    assert sizes_of_columns(full, full) == {22}
    assert sizes_of_columns(torn, full) == {20}
    assert sizes_of_columns(full, torn) == {20}


def test_columns_keep_their_size_where_they_need_but_be_narrower_or_a_smaller_one_spares_no_runt():
    full = "専任の担当者がハードウェアを保守す"
    assert sizes_of_columns(f"{full}る", full) == {22}
    assert sizes_of_columns(f"{full}, {full}るのは二人", full) == {22}


@pytest.mark.parametrize(("more", "sizes"), [(0, {32}), (1, None)])
def test_titles_of_columns_stand_right_below_that_of_the_slide_but_not_under_it(more, sizes):
    top = Emu(round(HEIGHT * 0.24))
    assert titles_of_columns(1, bottom=Emu(top + more)) == sizes


@pytest.mark.parametrize("first", [True, False])
def test_columns_are_smaller_where_one_of_them_would_cut_a_word(first):
    style = '<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="2000"/></a:lvl1pPr>'
    flat = 'lIns="0" rIns="0"'
    desk = desk_on(
        placeholder("title", None, (5, 5, 90, 15)),
        placeholder("body", 1, (5, 25, 30, 60), body=flat, style=style),
        placeholder("body", 2, (55, 25, 30, 60), body=flat, style=style),
        kind="twoObj",
    )
    sides = sides_of(desk.template.layouts[0])
    assert sides
    long, short = text("w" * 19), text("words")
    content = (long, short) if first else (short, long)
    found = sides_filled(Parallel((None, None), content), sides, slide(), desk, ZERO)
    assert isinstance(found, tuple)
    (page,) = found
    assert {fragment.flow.context.text.size.points for fragment in page.fragments} == {18}


def test_headings_of_columns_are_as_large_as_the_text_below_them_where_that_takes_no_line_more():
    def sizes(pros):
        text = f"slides:\n  - title: T\n    columns:\n      - {{title: {pros}, body: fast}}\n"
        (page,) = build_pages(f"{text}      - {{title: Cons, body: new}}\n").pages
        frames = [item for item in page.items if isinstance(item, TextFrame) and item.slot]
        return {
            role: {frame.levels[0].size for frame in frames if frame.slot.role is role}
            for role in (Role.BODY, Role.HEADING)
        }

    short, long = sizes("Pros"), sizes("What speaks for it from our own point of view")
    assert short[Role.HEADING] == short[Role.BODY]
    assert max(long[Role.HEADING]) < min(long[Role.BODY])


@pytest.mark.parametrize("on", ["corporate", "plain"])
@pytest.mark.parametrize(
    "block",
    [
        "image: {src: wide.png, alt: shown}",
        "figures: [{value: 42 %, label: Share}]",
        "qr: https://a.example",
    ],
)
def test_what_stands_beside_text_in_places_of_a_layout_starts_with_it(block, on):
    deck = f"slides:\n  - title: t\n    columns: [[one, two], {{{block}}}]\n"
    (page,) = build_pages(deck, on).pages
    text = next(i for i in page.items if isinstance(i, TextFrame) and "one" in i.text)
    words = [item for item in page.items if isinstance(item, TextFrame) and item.slot]
    others = [i for i in page.items if i not in words and i.box.x > text.box.x]
    assert min(item.box.y for item in others) == text.content.y


@pytest.mark.parametrize("on", ["corporate", "plain"])
def test_pictures_below_titles_of_columns_start_on_one_line(on):
    pictures = [
        f"{{title: {name}, image: {{src: {name}.png, alt: x}}}}" for name in ("wide", "square")
    ]
    deck = f"slides:\n  - title: t\n    columns: [{', '.join(pictures)}]\n"
    (page,) = build_pages(deck, on).pages
    shown = [item for item in page.items if isinstance(item, Picture)]
    assert len({item.box.y for item in shown}) == 1
    titles = [i for i in page.items if isinstance(i, TextFrame) and i.text in ("wide", "square")]
    assert [item.box.x for item in shown] == [title.content.x for title in titles]
