"""Quotations are display type, with who said them in smaller type right below."""

from __future__ import annotations

import pytest

from deckgen.content import Paragraph
from deckgen.layout.flow.galley import Said
from deckgen.layout.plan.slotted import quoted_page
from deckgen.pages import Page, TextFrame
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import pt
from tests.support.building import open_deck, place
from tests.support.desks import SPAN, desk_on, percent, runs, text
from tests.support.desks import slide as slide_of
from tests.support.packages import placeholder, shape

WORDS = "Simplicity is prerequisite for reliability."
QUOTE = f"quote: {{text: {WORDS}, by: Edsger W. Dijkstra}}"
WAYS = [f"title: Words\n    {QUOTE}", QUOTE]


def page(slide: str, template: str) -> Page:
    pages = place(open_deck(f"slides:\n  - {slide}\n"), template).pages
    assert pages is not None
    return pages.pages[0]


def saying(made: Page, words: str) -> TextFrame:
    frames = (item for item in made.items if isinstance(item, TextFrame))
    return next(frame for frame in frames if words in frame.paragraphs[0].text)


def end_of_text(frame: TextFrame) -> int:
    room = frame.box.inset(frame.body.insets)
    shares = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
    return room.y + (room.height - frame.height) * shares[frame.body.anchor] + frame.height


@pytest.mark.parametrize("template", ["corporate", "plain", "growing"])
@pytest.mark.parametrize("slide", WAYS)
def test_the_author_stands_right_below_the_words_in_smaller_type(slide, template):
    made = page(slide, template)
    words, author = saying(made, "Simplicity"), saying(made, "Edsger")
    top = author.box.y + author.body.insets.top
    assert pt(16) <= top - end_of_text(words) <= pt(20)
    assert author.paragraphs[0].style.size < words.paragraphs[0].style.size


@pytest.mark.parametrize("template", ["corporate", "plain", "growing"])
@pytest.mark.parametrize("slide", WAYS)
def test_a_short_quotation_alone_is_display_type(slide, template):
    frame = saying(page(slide, template), "Simplicity")
    assert frame.paragraphs[0].style.size.points >= 28


@pytest.mark.parametrize("template", ["corporate", "plain", "growing"])
@pytest.mark.parametrize("slide", [QUOTE, "quote: No author at all", "body: Words without a title"])
def test_a_page_without_a_title_is_on_a_layout_without_a_place_for_one(slide, template):
    assert page(slide, template).layout.first(Role.TITLE) is None


def test_text_that_stands_with_a_quotation_leaves_it_at_its_size():
    made = page("title: A\n    body: |\n      Somebody said\n\n      > that", "corporate")
    one, other = saying(made, "Somebody"), saying(made, "that")
    assert one.paragraphs[0].style.size == other.paragraphs[0].style.size


FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"'
WORDS_AT = placeholder("body", 1, (10, 20, 80, 40), body=FLAT, name="Quote")
AUTHOR_AT = (10, 75, 80, 10)


def author_on(*drawn, box=AUTHOR_AT, anchor="t", lines=1):
    """Return how far down the author of a quotation stands on a layout, and where its words end."""
    body = FLAT.replace('anchor="t"', f'anchor="{anchor}"')
    author = placeholder("body", 2, box, body=body, name="Author")
    desk = desk_on(WORDS_AT, author, *drawn, name="Quote", kind="")
    block, *_ = content = text("\\\n".join(["> Less is more"] * lines))
    by = (Paragraph(runs("Mies"), SPAN),)
    page = quoted_page(
        Said(block.quotation().words, by), slide_of(content=content), desk.template.layouts[0], desk
    )
    words, name = page.items
    assert isinstance(words, TextFrame)
    return name.box.y - end_of_text(words), percent(name.box)[1]


def test_the_author_comes_up_to_the_words_from_where_the_place_is():
    assert author_on()[0] == pt(18)
    assert author_on(box=(10, 61, 80, 10))[0] == pt(18)


@pytest.mark.parametrize(
    "given",
    [
        {"box": (10, 5, 80, 10)},
        {"box": (10, 50, 80, 10)},
        {"anchor": "b"},
        {"anchor": "ctr"},
    ],
    ids=["above", "beside", "at the bottom of its place", "in the middle of its place"],
)
def test_the_author_stays_where_its_place_is_not_one_to_come_up_from(given):
    assert author_on(**given)[1] == given.get("box", AUTHOR_AT)[1]


def test_the_author_stays_below_what_is_drawn_between():
    between, elsewhere = shape((10, 65, 80, 1)), shape((0, 0, 5, 5))
    assert author_on(between)[1] == author_on(elsewhere, between)[1] == AUTHOR_AT[1]
    assert author_on(elsewhere)[0] == pt(18)


def quoted(at: str, words: str) -> TextFrame:
    """Return the frame of a quotation that stands in the only place of its layout."""
    desk = desk_on(at, name="Quote", kind="")
    block, *_ = content = text(f"> {words}")
    said = block.quotation()
    assert said is not None
    made = quoted_page(said, slide_of(content=content), desk.template.layouts[0], desk)
    assert made is not None
    (frame,) = made.items
    assert isinstance(frame, TextFrame)
    return frame


@pytest.mark.parametrize(
    ("count", "lines", "breaks"), [(3, 1, 0), (30, 3, 2), (40, 4, 3), (50, 5, 0)]
)
def test_words_in_their_place_end_their_lines_between_phrases_where_they_are_few(
    count, lines, breaks
):
    (paragraph,) = quoted(WORDS_AT, " ".join(["words"] * count)).paragraphs
    assert (len(paragraph.lines), paragraph.text.count("\n")) == (lines, breaks)


@pytest.mark.parametrize(("points", "size"), [(27.6, 23), (27.5, 21)])
def test_words_may_be_just_as_high_as_their_place(points, size):
    """Text of 18 pt is 30 % or 15 % larger where it is short; a line is 1.2 em high."""
    at = placeholder("body", 1, (10, 20, 80, points * 100 / 540), body=FLAT, name="Quote")
    frame = quoted(at, "Less is more")
    assert frame.levels[0].size.points == size
