"""Pages of text are composed by what they say: larger, apart, or a little above the middle."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen import codes
from deckgen.charts import ChartFrame
from deckgen.layout.deck import lay_out
from deckgen.layout.typeset.fitting import TITLE_LEAD
from deckgen.pages import Item, ItemGroup, Page, Pages, TextFrame, single_items
from deckgen.placed_text import PlacedParagraph
from deckgen.styles import Align
from deckgen.template.model import Role
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from deckgen.units import pt
from tests.support.building import GROWING, open_deck, place
from tests.support.packages import Master, layout, placeholder, presentation


def lay_out_text(text: str, template: str = "corporate") -> Pages:
    pages = place(open_deck(text), template).pages
    assert pages is not None
    return pages


def page(body: str, settings: str = "", *, template: str = "corporate") -> Page:
    lines = "\n".join(f"      {line}" for line in body.splitlines())
    text = f"slides:\n  - title: Title\n    body: |\n{lines}\n{settings}"
    pages = lay_out_text(text, template)
    assert len(pages.pages) == 1
    return pages.pages[0]


def body_of(made: Page) -> TextFrame:
    return next(
        item
        for item in made.items
        if isinstance(item, TextFrame) and item.slot is not None and item.slot.role is Role.BODY
    )


def title_of(made: Page) -> TextFrame:
    return next(
        item
        for item in made.items
        if isinstance(item, TextFrame) and item.slot is not None and item.slot.role is Role.TITLE
    )


def size(frame: TextFrame) -> float:
    return frame.paragraphs[0].style.size.points


def template_size() -> float:
    return size(body_of(page("\n".join(f"- item {number}" for number in range(7)))))


def middle(frame: TextFrame) -> float:
    """Return where the middle of the text is, as a share of the body's height below the title."""
    slot = frame.slot.content
    return (frame.box.y + frame.box.height // 2 - slot.y) / slot.height


@pytest.mark.parametrize("number", ["42 %", "**42 %**", "¥1,200", "3.5 x", "≈ 120 ms", "12 億円"])
def test_a_number_alone_fills_the_page(number):
    frame = body_of(page(number, template="plain"))
    assert size(frame) == 96
    assert middle(frame) == pytest.approx(0.4, abs=0.02)


@pytest.mark.parametrize(
    "sentence",
    [
        "We close the old data centre.",
        "What would it take?",
        "Thanks",
        "旧データセンターを閉鎖します。",
    ],
)
def test_a_sentence_alone_is_display_type_above_the_middle(sentence):
    frame = body_of(page(sentence, template="plain"))
    assert 32 <= size(frame) <= 40
    assert middle(frame) == pytest.approx(0.4, abs=0.02)


@pytest.mark.parametrize(
    ("text", "layout", "points"),
    [("42 %", "Big Number", 96), ("What would it take?", "Statement", 36)],
)
@pytest.mark.parametrize("template", ["corporate", "corporate-dark"])
def test_a_template_may_have_layouts_of_its_own_for_a_few_words(text, layout, points, template):
    made = page(text, template=template)
    assert made.layout.name == layout
    assert size(body_of(made)) == points
    assert size(title_of(made)) == size(title_of(page("- an item", template=template)))


def test_display_type_is_modest_where_text_is_small():
    made = page("What would it take?", template="report")
    assert size(body_of(made)) <= 2 * 14


def test_few_short_items_grow_as_far_as_their_title_allows():
    assert size(body_of(page("- Faster\n- Cheaper\n- Safer"))) == 27


def test_text_over_many_long_lines_runs_in_two_columns():
    made = page(
        "Every order passes through three services, one after the other. " * 14, template="report"
    )
    bodies = [item for item in made.items if isinstance(item, TextFrame) and item.slot]
    bodies = [frame for frame in bodies if frame.slot.role is Role.BODY]
    assert [frame.slot.name for frame in bodies] == ["Left Content", "Right Content"]


def test_a_sentence_has_no_more_lines_than_are_read_at_a_glance():
    frame = body_of(page("What we have learnt about how services fail together. " * 2))
    assert len(frame.paragraphs[0].lines) <= 3


def test_a_long_paragraph_is_set_as_text():
    frame = body_of(page("word " * 60))
    assert size(frame) == template_size()
    assert frame.box.y == frame.slot.box.y


def test_few_short_items_are_larger_and_apart_but_never_as_large_as_the_title():
    made = page("- Faster\n- Cheaper\n- Safer")
    frame = body_of(made)
    assert size(frame) >= template_size()
    assert size(title_of(made)) >= size(frame) * TITLE_LEAD
    first, second, _ = frame.paragraphs
    assert second.top - first.top - first.height > pt(size(frame)) * 0.5


def remark_in(made: Page) -> PlacedParagraph:
    """Return the text on a panel, below the word for what it is."""
    (group,) = (item for item in made.items if isinstance(item, ItemGroup))
    *_, frame = (item for item in single_items((group,)) if isinstance(item, TextFrame))
    return frame.paragraphs[-1]


def test_a_short_remark_alone_is_larger_and_a_long_one_is_not():
    made = [page(f"> [!TIP]\n> {said}") for said in ("Save it.", "Save it again. " * 30)]
    short, long = (remark_in(one).style.size.points for one in made)
    assert short > template_size() == long
    assert size(title_of(made[0])) >= short * TITLE_LEAD


@pytest.mark.parametrize(("count", "grows"), [(5, True), (6, False), (7, True), (11, False)])
def test_a_remark_grows_as_far_as_it_takes_no_further_line(count, grows):
    body = "> [!TIP]\n> " + " ".join(["sentence"] * count)
    kept, made = (
        remark_in(page(body, settings, template="plain")) for settings in ("    fit: keep", "")
    )
    assert len(made.lines) == len(kept.lines)
    assert (made.style.size > kept.style.size) is grows


def test_text_keeps_its_size_where_it_has_room_and_is_set_apart():
    frame = body_of(page("- one\n  - more\n- two\n  - more\n- three"))
    one, more, two, *_ = frame.paragraphs
    assert size(frame) == template_size()
    assert two.top - more.top - more.height > (more.top - one.top - one.height) * 2


def test_text_that_fills_its_page_is_set_as_the_template_has_it():
    frame = body_of(page("\n".join(f"- item {number}" for number in range(9))))
    assert frame.levels[0].space_before == frame.slot.levels[0].space_before


def test_headings_stay_with_what_they_head():
    frame = body_of(page("### One\n\ntext below it\n\n### Two\n\ntext"))
    assert frame.levels[0].space_before == frame.slot.levels[0].space_before


def test_an_author_may_forbid_all_of_it():
    frame = body_of(page("42 %", "    fit: keep"))
    assert size(frame) == template_size()
    assert frame.box.y == frame.slot.box.y


def test_a_title_alone_is_set_like_a_divider():
    made = lay_out_text("slides: [{title: Nothing but this}]").pages[0]
    divider = lay_out_text("slides: [{section: A divider}]").pages[0]
    assert made.layout.name == divider.layout.name


def test_a_title_alone_stands_on_the_cover_where_dividers_do():
    cover = layout(placeholder("ctrTitle", None, (10, 35, 80, 20)), name="Cover", kind="title")
    content = layout(
        placeholder("title", None, (5, 5, 90, 15)), placeholder("body", 1, (5, 25, 90, 65))
    )
    made = read_template(presentation(Master((cover, content))), "made", "en-US")
    build = open_deck("slides: [{title: Nothing but this}, {title: More, body: Text}]")
    deck = build.deck()
    assert deck is not None
    pages = lay_out(deck, made, Typesetter(NoFonts()), build.sink).pages
    assert pages[0].layout.name == "Cover"
    told = [one.code for one in build.sink.sorted()]
    assert codes.MISSING_LAYOUT not in told  # nothing was asked for that the template lacks


def test_many_short_items_run_in_two_columns_before_they_shrink():
    made = page("\n".join(f"- item {number}" for number in range(12)))
    frames = [item for item in made.items if isinstance(item, TextFrame) and item.name != "Title"]
    bodies = [frame for frame in frames if frame.slot and frame.slot.role is Role.BODY]
    assert len(bodies) == 2
    assert {size(frame) for frame in bodies} == {template_size()}


@pytest.mark.parametrize("words", ["42 %", "Thanks", "Shall we go on?"])
def test_what_stands_alone_stands_on_the_axis_of_a_title_in_the_middle(words):
    made = page(words, template="growing")
    assert title_of(made).levels[0].align is Align.CENTER
    style = body_of(made).paragraphs[0].style
    assert (style.align, style.margin_left, style.indent) == (Align.CENTER, 0, 0)
    assert body_of(page(words)).paragraphs[0].style.align is Align.LEFT


def test_lists_begin_at_the_left_below_a_title_in_the_middle():
    made = page("- one\n- two\n- three", template="growing")
    assert body_of(made).paragraphs[0].style.align is Align.LEFT


@pytest.mark.parametrize("template", ["corporate", "plain", "report"])
def test_a_sentence_alone_ends_its_lines_where_phrases_end(template):
    words = "全国展開は、来年の四月から三つの拠点で段階を追って始める。"
    (paragraph,) = body_of(page(words, template=template)).paragraphs
    ends = [paragraph.text[: line.stop].rstrip() for line in paragraph.lines[:-1]]
    assert len(paragraph.lines) == 1 or all(end[-1] in "、のらで" for end in ends)
    assert paragraph.text.replace("\n", "") == words


def columns_of(made: Page) -> list[TextFrame]:
    frames = [item for item in made.items if isinstance(item, TextFrame)]
    return [frame for frame in frames if "Point" in frame.paragraphs[0].text]


def compared(count: int, settings: str = "", template: str = "corporate") -> list[TextFrame]:
    points = ", ".join(f"Point {number}" for number in range(count))
    columns = f"[{{title: One, body: [{points}]}}, {{title: Other, body: [{points}]}}]"
    text = f"slides:\n  - {{title: Title, columns: {columns}{settings}}}"
    return columns_of(lay_out_text(text, template).pages[0])


@pytest.mark.parametrize("template", ["corporate", "plain", "report"])
def test_what_is_compared_is_set_apart_point_against_point(template):
    def apart(frame: TextFrame) -> int:
        return frame.paragraphs[1].top - frame.paragraphs[0].top

    one, other = compared(3, template=template)
    kept, _ = compared(3, ", fit: keep", template)
    full, _ = compared(9, template=template)
    assert apart(one) == apart(other) > apart(kept)
    assert apart(full) < apart(one)
    assert size(one) == size(kept)


def test_columns_of_other_things_than_text_are_set_as_the_template_has_them():
    table = "table: [[a, b], [c, d]]"
    text = f"slides:\n  - title: T\n    columns: [{{body: [Point 1, Point 2]}}, {{{table}}}]"
    kept = f"{text}\n    fit: keep"
    (frame,), (own,) = (columns_of(lay_out_text(each).pages[0]) for each in (text, kept))
    assert [p.top for p in frame.paragraphs] == [p.top for p in own.paragraphs]


def test_the_points_below_the_only_one_are_set_apart_where_the_page_has_room():
    def apart(settings: str) -> list[int]:
        listed = "- Cases\n" + "\n".join(f"  - Case {number}" for number in range(6))
        tops = [paragraph.top for paragraph in body_of(page(listed, settings)).paragraphs]
        return [below - above for above, below in pairwise(tops)]

    own, aired = apart("    fit: keep\n"), apart("")
    assert all(more > less for more, less in zip(aired, own, strict=True))


@pytest.mark.parametrize(
    ("content", "air"),
    [("body: [Point 1, Point 2]", 0.5), ("chart: {type: column, values: {A: 1, B: 2}}", 0.25)],
)
def test_what_a_long_title_moved_down_has_more_air_unless_it_fills_the_page(content, air):
    text = f"slides:\n  - {{title: {'word ' * 40}, {content}}}"
    made = lay_out_text(text, GROWING).pages[0]
    above, (below,) = title_of(made), [item for item in made.items if _is_content(item)]
    last = above.lines()[-1]
    top = below.content.y if isinstance(below, TextFrame) else below.box.y
    end = last.baseline.points + last.size.points * 0.2
    assert (top.points - end) / last.size.points == pytest.approx(air, abs=0.02)


def _is_content(item: Item) -> bool:
    if isinstance(item, TextFrame):
        return item.slot is not None and item.slot.role is Role.BODY
    return isinstance(item, ChartFrame)


def on_indented(body: str) -> TextFrame:
    """Return the body of a page on a template whose text, and its bullets, start set in."""
    levels = "".join(
        f'<a:lvl{level}pPr marL="{457_200 * level}" indent="-342900"><a:buChar char="•"/>'
        f'<a:defRPr sz="1800"/></a:lvl{level}pPr>'
        for level in (1, 2)
    )
    content = layout(
        placeholder("title", None, (10, 5, 80, 15)),
        placeholder("body", 1, (10, 25, 80, 60), style=levels),
    )
    template = read_template(presentation(Master(layouts=(content,))), "t")
    text = "slides:\n  - title: A title\n    body: |\n      " + body.replace("\n", "\n      ")
    build = open_deck(text)
    deck = build.deck()
    assert deck is not None
    return body_of(lay_out(deck, template, Typesetter(NoFonts()), build.sink).pages[0])


@pytest.mark.parametrize("body", ["**42 %**", "A sentence alone is what they keep."])
def test_what_is_alone_starts_at_the_edge_of_its_place(body):
    (paragraph,) = on_indented(body).paragraphs
    assert paragraph.style.size > 1800
    assert (paragraph.style.margin_left, paragraph.style.indent) == (0, 0)


def test_bullets_stay_where_they_are_when_text_becomes_larger():
    first, second, *_ = on_indented("- One\n- Two\n- Three").paragraphs
    style = second.style
    assert first.style.size > 1800
    assert style.margin_left + style.indent == 457_200 - 342_900
    assert style.indent < -342_900
