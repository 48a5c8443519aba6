"""Of layouts that would all do, the one is taken that is most like what is wanted."""

from __future__ import annotations

import pytest

from deckgen.template.choose import Purpose, choose
from deckgen.template.model import Role
from deckgen.template.read import read_template
from tests.support.packages import (
    Master,
    background,
    content_types,
    layout,
    parts_of,
    placeholder,
    presentation,
    relationships,
    shape,
    solid,
    zipped,
)

TOP = (5, 5, 90, 15)
WHOLE = (5, 25, 90, 65)
LEFT, RIGHT = (5, 25, 44, 65), (51, 25, 44, 65)


def title(box=TOP, **more):
    return placeholder("title", None, box, **more)


def body(idx, box=WHOLE, kind=None, **more):
    return placeholder(kind, idx, box, **more)


def sized(points):
    return f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'


def unused(count):
    """Return places that are too low for a line, of which nobody knows what they are for."""
    return "".join(body(40 + n, (5 + 10 * n, 21, 8, 1)) for n in range(count))


def subtitle(box=(5, 18, 90, 6)):
    return placeholder("subTitle", 9, box)


UPRIGHT = 'vert="eaVert"'
CONTENT = layout(title(), body(1))
MIDDLE = (5, 40, 90, 20)
DARK = background("203040")
NAMED = {"name": "Title and Content"}
DIVIDER = layout(title(MIDDLE), subtitle((5, 62, 90, 8)))

PREFERRED = {
    "a name for content before none": (
        Purpose.CONTENT,
        layout(title(), body(1), **NAMED),
        CONTENT,
    ),
    "a name for content before its type, which copies keep": (
        Purpose.CONTENT,
        layout(title(), body(1), **NAMED),
        layout(title(), body(1), kind="obj", name="Discussion"),
    ),
    "a declared type before a name": (
        Purpose.TWO_CONTENTS,
        layout(title(), body(1, LEFT), body(2, RIGHT), kind="twoObj"),
        layout(title(), body(1, LEFT), body(2, RIGHT), name="Two Content"),
    ),
    "a wrong type before a wrong name": (
        Purpose.CONTENT,
        layout(title(), body(1), kind="twoObj"),
        layout(title(), body(1), name="Two Content"),
    ),
    "no type before a wrong one": (
        Purpose.CONTENT,
        CONTENT,
        layout(title(), body(1), kind="twoObj"),
    ),
    "a wrong name before two": (
        Purpose.CONTENT,
        layout(title(), body(1), name="Two Content"),
        layout(title(), body(1), name="Two Content Comparison"),
    ),
    "a cover with a wrong name before a line that runs from top to bottom": (
        Purpose.SECTION,
        layout(title(MIDDLE), subtitle((5, 62, 90, 8)), name="Comparison"),
        layout(
            title(MIDDLE), placeholder("subTitle", 9, (5, 62, 90, 8), body=UPRIGHT), name="Section"
        ),
    ),
    "three wrong names before text that runs from top to bottom": (
        Purpose.TITLE_ONLY,
        layout(title(), name="Two Content Comparison Picture with Caption"),
        layout(title(body=UPRIGHT)),
    ),
    "nothing unused before something": (
        Purpose.CONTENT,
        CONTENT,
        layout(title(), body(1), unused(1)),
    ),
    "three places that are unused before a wrong type": (
        Purpose.CONTENT,
        layout(title(), body(1), unused(3)),
        layout(title(), body(1), kind="twoObj"),
    ),
    "a wrong type before four places that are unused": (
        Purpose.CONTENT,
        layout(title(), body(1), kind="twoObj"),
        layout(title(), body(1), unused(4)),
    ),
    "the larger body": (
        Purpose.CONTENT,
        layout(title(), body(1, (5, 25, 80, 70))),
        layout(title(), body(1, (5, 25, 70, 70))),
    ),
    "no line below the title before one": (
        Purpose.CONTENT,
        layout(title(), body(1, (5, 26, 90, 65))),
        layout(title(), subtitle(), body(1, (5, 26, 90, 65))),
    ),
    "a body a little smaller before a line below the title": (
        Purpose.CONTENT,
        layout(title(), body(1, (5, 26, 60, 60))),
        layout(title(), subtitle(), body(1, (5, 26, 95, 70))),
    ),
    "a line below the title before a body of half the size": (
        Purpose.CONTENT,
        layout(title(), subtitle(), body(1, (5, 26, 95, 70))),
        layout(title(), body(1, (5, 26, 40, 60))),
    ),
    "a title above before one beside": (
        Purpose.CONTENT,
        layout(title(), subtitle(), unused(3), body(1, (5, 26, 60, 50))),
        layout(title((5, 30, 30, 40)), body(1, (42, 10, 53, 80))),
    ),
    "the one that is a cover": (
        Purpose.TITLE,
        layout(placeholder("ctrTitle", None, MIDDLE), subtitle((5, 62, 90, 8)), unused(2)),
        DIVIDER,
    ),
    "a divider with a line": (
        Purpose.SECTION,
        DIVIDER,
        layout(title(MIDDLE)),
    ),
    "a divider without a line before one with two places that are unused": (
        Purpose.SECTION,
        layout(title(MIDDLE)),
        layout(title(MIDDLE), subtitle((5, 62, 90, 8)), unused(2)),
    ),
    "a divider with a line and a place that is unused": (
        Purpose.SECTION,
        layout(title(MIDDLE), subtitle((5, 62, 90, 8)), unused(1)),
        layout(title(MIDDLE)),
    ),
    "a divider whose title is large": (
        Purpose.SECTION,
        layout(title(MIDDLE, style=sized(25)), unused(4)),
        layout(title(MIDDLE, style=sized(24))),
    ),
    "a wrong type before a divider whose title is small": (
        Purpose.SECTION,
        layout(title(MIDDLE, style=sized(40)), kind="obj"),
        layout(title(MIDDLE, style=sized(20))),
    ),
    "no line below a title alone": (
        Purpose.TITLE_ONLY,
        layout(title(), unused(3)),
        layout(title(), subtitle()),
    ),
    "the picture that is larger": (
        Purpose.PICTURE_CAPTION,
        layout(title(), body(1, (5, 25, 30, 60), "body"), body(2, (40, 25, 55, 65), "pic")),
        layout(title(), body(1, (5, 25, 30, 60), "body"), body(2, (40, 25, 30, 65), "pic")),
    ),
    "blank pages that draw little": (
        Purpose.BLANK,
        layout(shape((0, 0, 5, 5))),
        layout(shape((0, 0, 5, 5)), shape((90, 90, 5, 5))),
    ),
}
"""What is to be said of two layouts, what they are for, the better one, and the worse one."""


def first(purpose, *layouts, **more):
    """Return which of some layouts is chosen."""
    made = read_template(presentation(Master(layouts=layouts)), "t")
    choice = choose(made, purpose, **more)
    assert choice is not None
    return [each.part for each in made.layouts].index(choice.layout.part)


@pytest.mark.parametrize("name", PREFERRED)
def test_preferred_is(name):
    purpose, better, worse = PREFERRED[name]
    assert first(purpose, better, worse) == 0
    assert first(purpose, worse, better) == 1


def beside_content(*layouts):
    """Return which of layouts for titles alone is taken beside one for content."""
    order = first(Purpose.TITLE_ONLY, CONTENT, *layouts) - 1
    assert first(Purpose.TITLE_ONLY, CONTENT, *reversed(layouts)) == len(layouts) - order
    return order


@pytest.mark.parametrize(
    ("strange", "less", "more"),
    [
        (layout(title(), ground=DARK), 8, 9),
        (layout(title((5, 12, 90, 15))), 1, 2),
        (layout(title((12, 5, 83, 15))), 1, 2),
        (layout(title(style=sized(20))), 1, 2),
    ],
)
def test_pages_among_those_of_content_look_like_them(strange, less, more):
    assert beside_content(strange, layout(title(), unused(less))) == 1
    assert beside_content(strange, layout(title(), unused(more))) == 0


def test_a_title_that_is_hardly_moved_stands_in_the_same_place():
    assert beside_content(layout(title((6, 8.5, 89, 15))), layout(title(), unused(1))) == 0
    assert beside_content(layout(title((6, 9, 89, 15))), layout(title(), unused(1))) == 1


WHITE = f"<a:lvl1pPr><a:defRPr>{solid('FFFFFF')}</a:defRPr></a:lvl1pPr>"


def test_covers_may_look_otherwise_than_pages_with_content():
    dark = layout(title(MIDDLE, style=WHITE), ground=DARK)
    assert first(Purpose.SECTION, CONTENT, layout(title(MIDDLE), unused(1)), dark) == 2


def test_the_title_of_a_divider_is_read_on_what_it_stands_on():
    grey = [
        layout(title(MIDDLE, style=WHITE), ground=background(color))
        for color in ("777777", "999999")
    ]
    assert first(Purpose.SECTION, CONTENT, grey[1], grey[0]) == 2
    plain = layout(title(MIDDLE), unused(1))
    assert first(Purpose.SECTION, CONTENT, plain, grey[0]) == 2
    assert first(Purpose.SECTION, CONTENT, grey[1], plain) == 1


def used(purpose, uses, *layouts):
    """Return which layout is chosen where the template has so many slides of its own on one."""
    parts = parts_of(Master(layouts=layouts))
    types = {"/ppt/presentation.xml": "presentation.main+xml"}
    number = 0
    for index, count in enumerate(uses):
        for _ in range(count):
            parts[f"ppt/slides/slide{number}.xml"] = "<p/>"
            target = f"../slideLayouts/slideLayout{index}.xml"
            parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relationships(
                ("slideLayout", target)
            )
            types[f"/ppt/slides/slide{number}.xml"] = "slide+xml"
            number += 1
    parts["[Content_Types].xml"] = content_types(types)
    made = read_template(zipped(parts), "t")
    choice = choose(made, purpose)
    assert choice is not None
    return [each.part for each in made.layouts].index(choice.layout.part)


@pytest.mark.parametrize(
    ("uses", "chosen"), [((0, 1), 1), ((1, 2), 1), ((2, 3), 1), ((3, 9), 0), ((9, 3), 0)]
)
def test_layouts_that_the_templates_own_slides_use_are_preferred_to_a_point(uses, chosen):
    assert used(Purpose.CONTENT, uses, CONTENT, CONTENT) == chosen


@pytest.mark.parametrize(("uses", "chosen"), [(1, 0), (2, 1)])
def test_that_slides_use_a_layout_outweighs_a_place_that_is_unused(uses, chosen):
    marked = layout(title(), body(1), unused(1))
    assert used(Purpose.CONTENT, (0, uses), CONTENT, marked) == chosen


def columns(*boxes, headings=(), **more):
    heads = (body(20 + n, box, "body") for n, box in enumerate(headings))
    return layout(title(), *heads, *(body(n + 1, box) for n, box in enumerate(boxes)), **more)


def is_exact(purpose, *layouts):
    made = read_template(presentation(Master(layouts=layouts)), "t")
    choice = choose(made, purpose)
    assert choice is not None
    return choice.exact


THIRDS = ((5, 34, 28, 55), (36, 34, 28, 55), (67, 34, 28, 55))
HEADS = ((5, 25, 28, 8), (36, 25, 28, 8), (67, 25, 28, 8))


def test_three_columns_have_titles_or_have_none():
    assert is_exact(Purpose.THREE_CONTENTS, columns(*THIRDS))
    assert is_exact(Purpose.THREE_CONTENTS, columns(*THIRDS, headings=HEADS))
    assert not is_exact(Purpose.THREE_CONTENTS, columns(*THIRDS, headings=HEADS[:2]))
    assert not is_exact(Purpose.THREE_CONTENTS, columns(*THIRDS[:2]))


def test_two_columns_with_titles_are_a_comparison_and_no_other():
    halves = ((5, 34, 44, 55), (51, 34, 44, 55))
    heads = ((5, 25, 44, 8), (51, 25, 44, 8))
    assert is_exact(Purpose.COMPARISON, columns(*halves, headings=heads))
    assert not is_exact(Purpose.COMPARISON, columns(*halves))
    assert not is_exact(Purpose.COMPARISON, columns(*halves, headings=heads[:1]))
    assert is_exact(Purpose.TWO_CONTENTS, columns(*halves))
    assert not is_exact(Purpose.TWO_CONTENTS, columns(*halves, headings=heads))


@pytest.mark.parametrize(("height", "exact"), [(28, True), (26, False)])
def test_a_place_for_a_picture_with_text_is_a_twelfth_of_the_slide(height, exact):
    picture = body(2, (50, 25, 30, height), "pic")
    made = layout(title(), body(1, (5, 25, 40, 60), "body"), picture)
    assert is_exact(Purpose.PICTURE_CAPTION, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title(), body(1), name="Statement"), True),
        (layout(title(), body(1)), False),
        (layout(title(), body(1, body=UPRIGHT), name="Statement"), False),
        (columns(LEFT, RIGHT, name="Statement"), False),
        (layout(title((5, 80, 90, 15)), body(1), name="Statement"), False),
        (layout(body(1), name="Statement"), False),
        (layout(title(), body(1, LEFT), body(2, RIGHT, "pic"), name="Statement"), False),
    ],
)
def test_a_page_for_display_type_is_named_so_and_has_a_title_above_one_text(made, exact):
    assert is_exact(Purpose.STATEMENT, made) is exact


@pytest.mark.parametrize(
    ("name", "below", "exact"),
    [("Title and Content", 0, True), ("Title and Content", 1, False), ("Chart", 0, False)],
)
def test_a_low_body_is_for_content_where_a_name_says_so_and_it_has_room_below(name, below, exact):
    drawn = [shape((5, 45, 90, 5))] * below
    made = layout(title(), body(1, (5, 25, 70, 12)), *drawn, name=name)
    assert is_exact(Purpose.CONTENT, made) is exact


@pytest.mark.parametrize(("size", "exact"), [(1800, True), (4500, True), (9600, False)])
def test_a_title_that_leaves_the_text_below_it_a_label_is_no_title_of_a_number(size, exact):
    styles = [f'<a:lvl1pPr><a:defRPr sz="{each}"/></a:lvl1pPr>' for each in (size, 1800)]
    number = placeholder("title", None, (10, 25, 80, 30), style=styles[0])
    label = placeholder("body", 1, (10, 56, 80, 20), style=styles[1])
    assert is_exact(Purpose.BIG_NUMBER, layout(number, label, name="BIG_NUMBER")) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(), True),
        (layout(title()), False),
        (layout(subtitle()), False),
        (layout(body(1)), False),
        (layout(name="Thank you"), False),
    ],
)
def test_a_blank_page_has_no_place_for_words(made, exact):
    assert is_exact(Purpose.BLANK, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title(MIDDLE), name="Thank you"), True),
        (layout(title(MIDDLE)), False),
        (layout(name="Thank you"), False),
        (layout(title(), body(1), name="Thank you"), False),
    ],
)
def test_a_closing_is_named_so_and_has_a_title_alone(made, exact):
    assert is_exact(Purpose.CLOSING, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title()), True),
        (layout(title(), subtitle()), True),
        (layout(title(MIDDLE)), False),
        (layout(title(), kind="secHead"), False),
        (layout(title(), kind="title"), False),
        (layout(placeholder("ctrTitle", None, TOP)), False),
        (layout(title(), name="Quote"), False),
    ],
)
def test_a_page_for_a_title_alone_leaves_the_slide_to_content(made, exact):
    assert is_exact(Purpose.TITLE_ONLY, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title(MIDDLE)), True),
        (layout(title(), name="Section"), True),
        (layout(title(), kind="secHead"), True),
        (layout(title()), False),
        (layout(title(MIDDLE), name="Thank you"), False),
        (layout(title(MIDDLE), name="Section", kind="title"), True),
        (layout(title(MIDDLE), kind="title"), False),
        (layout(title(MIDDLE), body(1, (5, 65, 90, 30)), name="Section"), True),
        (layout(title(), body(1), name="Section"), False),
        (layout(title(MIDDLE), body(1, (5, 65, 90, 30))), False),
        (layout(title((5, 13, 90, 15)), subtitle((5, 30, 90, 6))), True),
        (layout(title((5, 11, 90, 15)), subtitle((5, 28, 90, 6))), False),
    ],
)
def test_a_divider_is_named_so_or_has_its_title_down_the_page(made, exact):
    assert is_exact(Purpose.SECTION, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title(MIDDLE), subtitle((5, 62, 90, 8))), True),
        (layout(title(MIDDLE)), False),
        (layout(title(MIDDLE), name="Cover"), True),
        (layout(placeholder("ctrTitle", None, MIDDLE)), True),
        (layout(subtitle()), False),
        (layout(title(MIDDLE), subtitle((5, 62, 90, 8)), body(1, (5, 72, 90, 25))), False),
    ],
)
def test_a_title_slide_has_a_line_below_its_title_or_is_named_so(made, exact):
    assert is_exact(Purpose.TITLE, made) is exact


def test_one_picture_is_no_page_of_pictures():
    pictures = body(1, LEFT, "pic"), body(2, RIGHT, "pic")
    assert is_exact(Purpose.PICTURES, layout(title(), *pictures))
    assert not is_exact(Purpose.PICTURES, layout(title(), pictures[0]))
    assert not is_exact(Purpose.PICTURES, layout(*pictures))
    assert not is_exact(Purpose.PICTURES, layout(title(), *pictures, body(3, (5, 91, 90, 8))))


def test_content_is_not_set_below_a_title_in_the_middle():
    assert not is_exact(Purpose.CONTENT, layout(title(MIDDLE), body(1, (5, 62, 90, 33))))


def test_a_cover_serves_as_it_is_and_a_page_for_content_gives_up_its_bodies():
    made = read_template(presentation(Master(layouts=(DIVIDER, CONTENT))), "t")
    closing = choose(made, Purpose.CLOSING)
    assert closing is not None
    assert closing.layout is made.layouts[0]
    alone = read_template(presentation(Master(layouts=(CONTENT,))), "t")
    cover = choose(alone, Purpose.TITLE)
    assert cover is not None
    assert (cover.layout.part, cover.layout.of_role(Role.BODY)) == (alone.layouts[0].part, ())


def test_dividers_of_another_master_serve_if_the_brand_is_no_more_than_theirs():
    bar = shape((0, 95, 100, 5))
    plain, drawn = Master((layout(title(MIDDLE)),)), Master((layout(bar, title(MIDDLE)),))

    def part(*masters):
        found = choose(read_template(presentation(*masters), "t"), Purpose.SECTION)
        assert found is not None
        return found.layout.master

    assert part(Master((CONTENT,)), plain) == 1
    assert part(Master((CONTENT, layout(bar, title(), body(1)))), plain) == 0
    assert part(Master((CONTENT, layout(bar, title(), body(1)))), drawn) == 1


@pytest.mark.parametrize(("points", "cover"), [(18, "Content"), (40, "4_Title Slide")])
def test_a_copy_of_a_cover_whose_title_is_a_small_line_on_top_is_no_cover(points, cover):
    copied = layout(title((35, 0, 50, 10), style=sized(points)), name="4_Title Slide")
    content = layout(title(style=sized(28)), body(1), name="Content", kind="obj")
    made = read_template(presentation(Master((content, copied))), "t")
    choice = choose(made, Purpose.TITLE)
    assert choice is not None
    assert choice.layout.name == cover
