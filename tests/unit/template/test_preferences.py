"""Of layouts that would do, which is taken: each pair names the better one first."""

from __future__ import annotations

import pytest

from deckgen.template.choose import Purpose, choose
from deckgen.template.model import Role
from deckgen.template.read import read_template
from tests.support.layouts import CONTENT, LEFT, MIDDLE, RIGHT, body, subtitle, title
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


def sized(points):
    return f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'


def unused(count):
    """Return places that are too low for a line, of which nobody knows what they are for."""
    return "".join(body(40 + n, (5 + 10 * n, 21, 8, 1)) for n in range(count))


UPRIGHT = 'vert="eaVert"'


WRONG = "Two Content Comparison Picture with Caption"
"""A name that says three purposes, none of which is a title alone."""


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
        layout(title(), name=WRONG),
        layout(title(body=UPRIGHT)),
    ),
    "four places that are unused before a wrong name": (
        Purpose.TITLE_ONLY,
        layout(title(), unused(4)),
        layout(title(), name="Two Content"),
    ),
    "a wrong name before six places that are unused": (
        Purpose.TITLE_ONLY,
        layout(title(), name="Two Content"),
        layout(title(), unused(6)),
    ),
    "a wrong name and four places that are unused before three wrong names": (
        Purpose.TITLE_ONLY,
        layout(title(), unused(4), name="Two Content"),
        layout(title(), name=WRONG),
    ),
    "three wrong names before one and six places that are unused": (
        Purpose.TITLE_ONLY,
        layout(title(), name=WRONG),
        layout(title(), unused(6), name="Two Content"),
    ),
    "three wrong names and six places that are unused before a line from top to bottom": (
        Purpose.TITLE_ONLY,
        layout(title(), unused(6), name=WRONG),
        layout(title(body=UPRIGHT)),
    ),
    "a line from top to bottom before three wrong names and eight places that are unused": (
        Purpose.TITLE_ONLY,
        layout(title(body=UPRIGHT)),
        layout(title(), unused(8), name=WRONG),
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
