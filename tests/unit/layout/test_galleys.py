"""Where a page may end within text and before what text introduces, and how bad that is."""

from __future__ import annotations

import pytest

from deckgen.content import Marker, Paragraph, Run
from deckgen.drawn import Shape
from deckgen.layout.flow.galley import FORBIDDEN, Piece, Place
from deckgen.layout.flow.galleys import (
    CLEAN,
    KEEP_WITH_CHILD,
    KEEP_WITH_LIST,
    PER_LEVEL,
    WITHIN_PARAGRAPH,
    TextGalley,
    WholeGalley,
    joined,
    pieces_of,
    text_galley,
)
from deckgen.layout.typeset.paragraphs import measure_paragraphs
from deckgen.presets import Geometry
from deckgen.records import replace
from deckgen.styles import NO_BULLET, Align, Spacing
from deckgen.units import ZERO, Emu, pt
from tests.support.desks import SPAN, desk_on, runs
from tests.support.packages import placeholder

BODY = placeholder("body", 1, (5, 25, 90, 65), body='lIns="0" rIns="0"')
DESK = desk_on(BODY)
LAYOUT = DESK.template.layouts[0]
CONTEXT = DESK.context(LAYOUT, "en", LAYOUT.slots[0])
WIDTH = LAYOUT.slots[0].content.width
DRAWN = Shape(LAYOUT.slots[0].box, Geometry.RECTANGLE, None, None, "table")
TABLE = WholeGalley(Piece(pt(50), pt(5)), lambda _: (DRAWN,))


def said(text="words", marker=Marker.NONE, level=0, **more):
    return Paragraph(runs(text), SPAN, level=level, marker=marker, **more)


def galley(*paragraphs, width=WIDTH) -> TextGalley:
    return text_galley(measure_paragraphs(paragraphs, width, CONTEXT), CONTEXT, SPAN)


def test_a_text_that_fills_no_place_is_called_so():
    assert galley(said()).name == "Text"


def penalties(*paragraphs):
    return [piece.penalty for piece in galley(*paragraphs).pieces]


BULLET = Marker.BULLET


@pytest.mark.parametrize(
    ("before", "this", "penalty"),
    [
        (said(), said(), 0),
        (said(marker=BULLET), said(marker=BULLET), 0),
        (said(marker=BULLET), said(), 0),
        (said(marker=BULLET, level=1), said(marker=BULLET, level=1), PER_LEVEL),
        (said(marker=BULLET, level=2), said(marker=BULLET, level=1), PER_LEVEL),
        (said(marker=BULLET), said(marker=BULLET, level=1), KEEP_WITH_CHILD + PER_LEVEL),
        (said(marker=BULLET), said(marker=BULLET, level=2), KEEP_WITH_CHILD + 2 * PER_LEVEL),
        (said(marker=BULLET), said(indented=True), KEEP_WITH_CHILD),
        (said(marker=BULLET), said("・words", hang=1), 0),
        (said(marker=Marker.HEADING), said(), KEEP_WITH_LIST),
        (said(marker=Marker.TERM), said(), KEEP_WITH_LIST),
        (said(), said(marker=BULLET), KEEP_WITH_LIST),
        (said(), said(marker=Marker.NUMBER), KEEP_WITH_LIST),
        (said(level=1), said(marker=BULLET, level=1), PER_LEVEL),
    ],
)
def test_a_page_ends_before_a_paragraph_rather_where_that_parts_nothing(before, this, penalty):
    assert penalties(before, this) == [0, penalty]


def test_parting_a_list_from_what_introduces_it_is_worse_than_an_item_from_its_child():
    assert FORBIDDEN > KEEP_WITH_LIST > WITHIN_PARAGRAPH > KEEP_WITH_CHILD > PER_LEVEL > 0


def of_lines(count, marker=Marker.NONE):
    return said("\n".join(["words"] * count), marker)


@pytest.mark.parametrize(
    ("count", "within"),
    [
        (1, []),
        (2, [FORBIDDEN]),
        (3, [FORBIDDEN] * 2),
        (4, [FORBIDDEN, WITHIN_PARAGRAPH, FORBIDDEN]),
        (6, [FORBIDDEN, *[WITHIN_PARAGRAPH] * 3, FORBIDDEN]),
    ],
)
def test_paragraphs_of_three_lines_stay_whole_and_longer_ones_leave_no_line_alone(count, within):
    assert penalties(of_lines(count)) == [0, *within]


def test_a_text_is_a_gap_below_what_stands_above_it_and_paragraphs_have_their_own_space():
    spaced = replace(
        CONTEXT.levels[0], space_before=Spacing(exact=pt(3)), space_after=Spacing(exact=pt(4))
    )
    context = CONTEXT.with_levels((spaced, *CONTEXT.levels[1:]))
    measured = measure_paragraphs((of_lines(2), said()), WIDTH, context)
    made = text_galley(measured, context, SPAN)
    assert [piece.gap for piece in made.pieces] == [context.gap, ZERO, pt(7)]
    assert context.gap == spaced.size.emu * 0.72


def test_the_space_below_a_paragraph_is_its_own():
    inner = replace(CONTEXT.levels[1], space_after=Spacing(exact=pt(9)))
    context = CONTEXT.with_levels((CONTEXT.levels[0], inner, *CONTEXT.levels[2:]))
    paragraphs = (said(marker=BULLET), said(marker=BULLET, level=1), said(marker=BULLET))
    measured = measure_paragraphs(paragraphs, WIDTH, context)
    gaps = [piece.gap for piece in text_galley(measured, context, SPAN).pieces]
    above = measured[2].style.space_before.of(measured[2].lines[0].size)
    assert gaps[2] == pt(9) + above


def first_of_table(*above):
    """Return the penalty of a table below a text."""
    return pieces_of((galley(*above), TABLE))[-1].penalty


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        (of_lines(1), True),
        (of_lines(2), True),
        (of_lines(3), False),
        (said("As follows:", BULLET), True),
        (said("次のとおり： ", BULLET), True),
        (said(marker=BULLET), False),
        (said(marker=Marker.HEADING), True),
        (said(marker=Marker.TERM), True),
    ],
)
def test_what_introduces_a_table_stays_with_it(above, kept):
    assert (first_of_table(above) == KEEP_WITH_LIST) is kept
    assert first_of_table(said(marker=BULLET), above) == (KEEP_WITH_LIST if kept else 0)


def test_nothing_but_text_introduces():
    table, after = pieces_of((TABLE, galley(said())))
    assert (table.penalty, after.penalty) == (0, 0)
    assert pieces_of((TABLE, TABLE))[1].penalty == 0


def test_a_break_that_is_forbidden_stays_so_below_an_introduction():
    fixed = WholeGalley(Piece(pt(50), penalty=FORBIDDEN), lambda _: ())
    assert pieces_of((galley(said()), fixed))[1].penalty == FORBIDDEN


def test_galleys_without_pieces_are_passed_over():
    empty = galley()
    assert empty.pieces == ()
    assert pieces_of((empty, TABLE, empty)) == TABLE.pieces


def test_text_that_follows_text_joins_its_frame():
    one, other = galley(said("one")), galley(said("other"))
    text, table, last = joined((one, other, TABLE, other))
    assert (table, last) == (TABLE, other)
    assert isinstance(text, TextGalley)
    assert [paragraph.text for paragraph in text.paragraphs] == ["one", "other"]
    assert text.pieces[1].gap < other.pieces[0].gap


def test_a_thing_that_stays_whole_is_drawn_on_the_page_that_has_it():
    place = Place(LAYOUT.slots[0].content)
    assert TABLE.place(0, 1, place) == (DRAWN,)
    assert TABLE.place(0, 0, place) == TABLE.place(1, 1, place) == ()


def test_a_text_fills_its_placeholder_only_in_the_box_of_that():
    slot = LAYOUT.slots[0]
    (frame,) = galley(said()).place(0, 1, Place(slot.content, slot))
    assert (frame.box, frame.slot, frame.name) == (slot.box, slot, slot.name)
    lower = replace(slot.content, y=slot.content.y + pt(20))
    (frame,) = galley(said()).place(0, 1, Place(lower, slot))
    assert frame.box == lower.outset(slot.body.insets)
    (frame,) = galley(said()).place(0, 1, Place(slot.content))
    assert (frame.slot, frame.name) == (None, "Text")


def test_the_lines_of_a_range_are_those_of_their_paragraphs():
    text = galley(of_lines(3), said("last"))
    assert [part.text for part in text.part(1, 4)] == ["words\nwords", "last"]
    assert [part.text for part in text.part(0, 2)] == ["words\nwords"]


def test_a_word_that_is_too_wide_is_told():
    assert galley(said("w" * 40), width=Emu(pt(100))).cuts_words
    assert galley(said("w" * 40), said(), width=Emu(pt(100))).cuts_words
    assert not galley(said("w " * 40), width=Emu(pt(100))).cuts_words


def test_runs_of_a_paragraph_stay_what_they_are():
    strong = Paragraph((Run("a", SPAN, strong=True), Run("b", SPAN)), SPAN)
    (made,) = galley(strong).paragraphs
    assert [run.font.bold for run in made.runs] == [True, False]


def test_what_stands_alone_stands_a_little_above_the_middle_of_its_place():
    box = LAYOUT.slots[0].box
    for share in (0.1, 0.5, 0.9):
        height = box.height * share
        top = Place(box).top(height)
        above, below = top - box.y, box.bottom - top - height
        assert below * 0.5 < above < below
    assert Place(box).top(box.height + pt(5)) == box.y
    assert Place(box, side=Align.LEFT).top(pt(1)) == box.y


def test_what_is_narrower_than_its_place_stands_at_its_side():
    box = LAYOUT.slots[0].box
    starts = [Place(box, side=side).left(box.width - pt(20)) for side in Align]
    assert {side: start - box.x for side, start in zip(Align, starts, strict=True)} == {
        side: {Align.CENTER: pt(10), Align.RIGHT: pt(20)}.get(side, ZERO) for side in Align
    }
    assert {Place(box, side=side).left(box.width + pt(20)) for side in Align} == {box.x}


def test_text_in_no_placeholder_is_called_what_it_is():
    (frame,) = galley(said()).place(0, 1, Place(LAYOUT.slots[0].box))
    assert frame.name == "Text"


def test_page_breaks_are_the_worse_the_more_belongs_together():
    breaks = [0, PER_LEVEL, CLEAN, KEEP_WITH_CHILD, WITHIN_PARAGRAPH, KEEP_WITH_LIST, FORBIDDEN]
    assert breaks == sorted(set(breaks))
    assert PER_LEVEL * 3 < CLEAN


def test_a_part_of_an_item_has_its_marker_where_it_starts_the_item_alone():
    (item,) = measure_paragraphs([of_lines(3, BULLET)], WIDTH, CONTEXT)
    first, rest = item.part(0, 2), item.part(2, 3)
    assert item.part(0, 3) is item
    assert (first.text, rest.text) == ("words\nwords", "words")
    assert (first.marker, rest.marker) == (BULLET, Marker.NONE)
    assert (first.style, first.style.bullet) == (item.style, item.style.bullet)
    assert (rest.style.bullet, rest.style.indent) == (NO_BULLET, ZERO)
    assert rest.style.margin_left == item.style.margin_left
    assert [(line.start, line.stop) for line in rest.lines] == [(0, 5)]
