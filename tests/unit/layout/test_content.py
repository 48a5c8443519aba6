"""Blocks flow through a region at the largest size that keeps them on one page, or on few."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.drawn import Shape
from deckgen.geometry import Rect
from deckgen.layout.areas.regions import body_region, free_region
from deckgen.layout.flow.content import (
    divide,
    flow_in,
    flows,
    one_page,
    whole,
)
from deckgen.layout.flow.galley import Block, Context, Galley, Piece, Place
from deckgen.layout.flow.galleys import CLEAN, TextGalley
from deckgen.layout.flow.paginate import Range
from deckgen.layout.flow.stacked import StackGalley
from deckgen.presets import Geometry
from deckgen.records import Struct, replace
from deckgen.styles import Align
from deckgen.units import ZERO, Emu, pt
from tests.support.desks import SOURCE, SPAN, desk_on, slide, text
from tests.support.packages import placeholder

STYLE = '<a:lvl1pPr algn="l"><a:defRPr sz="2000"/></a:lvl1pPr>'
BODY = placeholder(
    "body", 1, (10, 20, 80, 50), body='lIns="0" tIns="0" rIns="0" bIns="0"', style=STYLE
)
DESK = desk_on(BODY)
LAYOUT = DESK.template.layouts[0]
REGION = body_region(slide().around, LAYOUT, DESK)
HIGH = REGION.box.height.points
EM = 20


class Bars(Struct, frozen=True):
    """A galley of bars."""

    pieces: tuple[Piece, ...]
    cuts_words: bool = False
    fills_slot: bool = False
    diagnostics: tuple[()] = ()

    def place(self, start: int, stop: int, place: Place):
        box = Rect(place.left(pt(10)), place.box.y, pt(10), place.box.height)
        slot = "in slot" if place.slot else ""
        return tuple(Shape(box, Geometry.RECTANGLE, None, None, slot) for _ in range(start, stop))


class Rows(Block, frozen=True, kw_only=True):
    """A block of rows, so many em high each; a word is cut at sizes above `words` points."""

    ems: tuple[float, ...]
    words: float = 99.0
    penalty: int = 0
    before: int = 0
    last: bool = False
    text: bool = False
    gap: Emu = ZERO

    @property
    def takes_what_is_left(self) -> bool:
        return self.last

    def measure(self, width: Emu, context: Context) -> Galley:  # noqa: ARG002
        em = context.text.size.emu
        heights = [em * each for each in self.ems] if context.left is None else [context.left]
        pieces = [
            Piece(high, self.gap, penalty=self.penalty if n else self.before)
            for n, high in enumerate(heights)
        ]
        cuts = context.text.size.points > self.words
        return Bars(tuple(pieces), cuts, fills_slot=self.text)


def rows(*ems: float, span=SPAN, **more) -> Rows:
    return Rows(span=span, ems=ems, **more)


def size(flow) -> float:
    return flow.context.text.size.points


def divided(*blocks):
    return divide(blocks, REGION, split=True)


def sizes_of(fragments):
    return {size(fragment.flow) for fragment in fragments}


def ems(share: float) -> float:
    """Return a share of the region's height in em of the template's size."""
    return HIGH * share / EM


def test_sizes_are_tried_from_the_templates_down_to_four_fifths():
    assert [size(flow) for flow in flows((rows(1),), REGION)] == [20, 18, 16]
    assert [flow.height.points for flow in flows((rows(2),), REGION)] == [40, 36, 32]


def test_what_is_known_at_the_templates_size_is_not_measured_again():
    known = flow_in((rows(1),), REGION, REGION.context.levels)
    first, *others = flows((rows(5),), REGION, known)
    assert first is known
    assert [other.height.points for other in others] == [90, 80]


def test_the_largest_size_at_which_all_stands_on_one_page_is_taken():
    assert size(one_page((rows(ems(1)),), REGION)) == 20
    assert size(one_page((rows(ems(1.05)),), REGION)) == 18
    assert size(one_page((rows(ems(1.2)),), REGION)) == 16
    assert one_page((rows(ems(1.3)),), REGION) is None


def test_a_smaller_size_is_taken_to_keep_words_whole_but_not_for_want_of_any():
    assert size(one_page((rows(1, words=18),), REGION)) == 18
    assert size(one_page((rows(1, words=10),), REGION)) == 20
    assert size(one_page((rows(1), rows(1, words=18)), REGION)) == 18


def test_what_takes_as_many_pages_anyhow_keeps_its_size():
    half = ems(0.45)
    found = divided(rows(*[half] * 3))
    assert [fragment.part for fragment in found] == [Range(0, 2), Range(2, 3)]
    assert sizes_of(found) == {20}


def test_a_smaller_size_is_taken_where_that_saves_a_page():
    found = divided(rows(*[ems(0.55)] * 4))
    assert [fragment.part.stop - fragment.part.start for fragment in found] == [2, 2]
    assert sizes_of(found) == {18}


@pytest.mark.parametrize(("penalty", "points"), [(CLEAN, 20), (CLEAN + 1, 18)])
def test_a_smaller_size_is_taken_to_avoid_breaks_that_disturb(penalty, points):
    first, other = rows(ems(0.6), ems(0.45), penalty=penalty), rows(ems(0.25), ems(0.2))
    found = divided(first, other)
    assert len(found) == 2
    assert sizes_of(found) == {points}


def test_what_may_not_be_divided_is_told_with_what_it_needs():
    found = divide((rows(*[ems(0.5)] * 3),), REGION, split=False)
    assert isinstance(found, Diagnostic)
    assert found.span is None
    needed, high = f"{HIGH * 1.5 * 0.8:.0f}pt", f"{HIGH:.0f}pt"
    assert f"needs {needed}" in found.message
    assert f"is {high} high" in found.message
    assert "remove `split: false`" in found.hints[0]


def test_what_cannot_be_divided_is_told_where_it_was_written():
    other = SOURCE.span(6, 8)
    found = divided(rows(1, 1), rows(ems(1.5), span=other))
    assert isinstance(found, Diagnostic)
    assert found.span == other
    assert f"needs {HIGH * 1.5 * 0.8:.0f}pt" in found.message


def test_what_takes_what_is_left_is_measured_after_the_others_wherever_it_stands():
    filling = rows(last=True)
    flow = flow_in((filling, rows(ems(0.3))), REGION, REGION.context.levels)
    assert [round(piece.height / REGION.box.height, 2) for piece in flow.pieces] == [0.7, 0.3]


def test_those_that_take_what_is_left_share_it_less_the_gap_between_them():
    filling = rows(last=True)
    flow = flow_in((filling, rows(ems(0.4)), filling), REGION, REGION.context.levels)
    gap = REGION.context.gap
    share = (REGION.box.height * 0.6 - gap) // 2
    assert [flow.pieces[0].height, flow.pieces[2].height] == pytest.approx([share, share], abs=2)


def test_gaps_of_the_others_are_not_left():
    flow = flow_in((rows(ems(0.3), gap=pt(9)), rows(last=True)), REGION, REGION.context.levels)
    assert flow.pieces[1].height == REGION.box.height * 0.7 - pt(9)


def test_nothing_is_left_where_others_take_all():
    flow = flow_in((rows(ems(1.2)), rows(last=True)), REGION, REGION.context.levels)
    assert flow.pieces[1].height == ZERO


def boxes(*blocks: Rows, region=REGION, fill=True):
    flow = flow_in(blocks, region, region.context.levels)
    return list(whole(flow, fill=fill).items())


class Stretching(Rows, frozen=True, kw_only=True):
    """Something of no certain height, as pictures are."""

    high: Emu = pt(100)

    def measure(self, width: Emu, context: Context) -> Galley:  # noqa: ARG002
        return Bars((Piece(self.high, least=pt(20)),), fills_slot=self.text)


def stretching(**more) -> Stretching:
    return Stretching(span=SPAN, ems=(), **more)


@pytest.mark.parametrize(("text", "points"), [(0.5, 20), (0.6, 16)])
def test_a_smaller_size_is_taken_for_a_picture_that_would_give_up_much_of_its_height(text, points):
    picture = stretching(high=REGION.box.height * 0.8)
    found = divided(rows(ems(text)), picture, rows(ems(0.9)))
    assert [fragment.part for fragment in found] == [Range(0, 2), Range(2, 3)]
    assert sizes_of(found) == {points}


def test_a_picture_alone_has_all_of_the_region_and_stands_in_its_middle():
    (item,) = boxes(stretching())
    assert item.box.height == REGION.box.height
    assert item.box.x == REGION.box.x + (REGION.box.width - item.box.width) // 2


def test_a_picture_with_text_is_as_high_as_it_is_and_begins_where_text_does():
    _, item = boxes(rows(1, text=True), stretching())
    assert item.box.height == pt(100)
    assert item.box.x == REGION.box.x


def test_a_picture_alone_is_no_higher_than_it_is_where_it_is_not_to_fill():
    (item,) = boxes(stretching(), fill=False)
    assert item.box.height == pt(100)


def test_rows_alone_begin_at_the_top_and_are_as_high_as_they_are():
    (item,) = boxes(rows(2))
    assert (item.box.y, item.box.height) == (REGION.box.y, pt(40))


@pytest.mark.parametrize(("anchor", "above"), [("t", 0.0), ("ctr", 0.5), ("b", 1.0)])
def test_what_does_not_fill_a_place_stands_where_text_does_in_it(anchor, above):
    body = f'lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"'
    desk = desk_on(placeholder("body", 1, (10, 20, 80, 50), body=body, style=STYLE))
    region = body_region(slide().around, desk.template.layouts[0], desk)
    first, second = boxes(rows(2), rows(1), region=region)
    air = region.context.text.size.emu * 0.7
    free = region.box.height - pt(60) - air
    assert first.box.y == region.box.y + round(free * above)
    assert second.box.y == first.box.bottom + air
    (picture,) = boxes(stretching(), region=region, fill=False)
    assert picture.box.y == region.box.y + round((region.box.height - pt(100)) * above)


@pytest.mark.parametrize(("taken", "air"), [(0.5, 0.7 * EM), (0.9, HIGH * 0.1 / 3), (1.0, 0.0)])
def test_blocks_stand_apart_in_what_room_there_is_which_they_share_with_what_is_below(taken, air):
    items = boxes(*(rows(ems(taken / 3)) for _ in range(3)))
    apart = [(below.box.y - above.box.bottom).points for above, below in pairwise(items)]
    assert apart == pytest.approx([air, air], abs=0.1)


@pytest.mark.parametrize(("penalty", "share"), [(0, 0.7), (400, 0.35)])
def test_what_is_led_to_stays_nearer_to_what_leads_to_it(penalty, share):
    first, second = boxes(rows(1), rows(1, before=penalty))
    air = REGION.context.text.size.emu * share
    assert second.box.y - first.box.bottom == pytest.approx(air, abs=2)


@pytest.mark.parametrize(("kind", "takes"), [("body", False), (None, True)])
def test_a_picture_alone_fills_a_placeholder_that_may_hold_anything(kind, takes):
    desk = desk_on(placeholder(kind, 1, (10, 20, 80, 50)))
    region = body_region(slide().around, desk.template.layouts[0], desk)
    (item,) = boxes(stretching(), region=region)
    assert (item.name == "in slot") is takes
    first, second = boxes(stretching(), stretching(), region=region)
    assert first.name == second.name == ""


def test_the_first_text_fills_the_placeholder():
    items = boxes(rows(1), rows(1, text=True), rows(1, text=True))
    assert [item.name for item in items] == ["", "in slot", ""]


def test_nothing_fills_a_placeholder_where_there_is_none():
    region = free_region(slide().around, LAYOUT, REGION.box, DESK)
    (item,) = boxes(rows(1, text=True), region=region)
    assert item.name == ""


def test_a_fragment_moves_below_its_title_where_one_stands_above_it():
    below = REGION.below(REGION.box.y)
    fragment = whole(flow_in((rows(1),), below, below.context.levels))
    moved = fragment.below(REGION.box.y + pt(10))
    assert next(moved.items()).box.y == REGION.box.y + pt(10)
    beside = whole(flow_in((rows(1),), REGION, REGION.context.levels))
    assert beside.below(REGION.box.y + pt(10)) is beside


def test_text_is_aligned_as_the_place_says():
    assert REGION.context.text.align is Align.LEFT


@pytest.mark.parametrize("torn", [(), (0,), (1,), (0, 1)])
def test_blocks_are_torn_where_any_text_of_theirs_is(torn):
    flow = flow_in((*text("one"), *text("two")), REGION, REGION.context.levels)
    one, other = flow.galleys * 2 if len(flow.galleys) == 1 else flow.galleys
    assert isinstance(one, TextGalley)
    assert isinstance(other, TextGalley)
    galleys = (replace(one, is_torn=0 in torn), replace(other, is_torn=1 in torn), Bars(()))
    assert replace(flow, galleys=galleys).is_torn is bool(torn)


def test_what_has_no_pieces_has_no_share_of_a_page():
    some = Bars((Piece(pt(10)), Piece(pt(10))))
    stack = StackGalley((Bars(()), some, Bars(()), some, Bars(())), some.pieces * 2)
    assert [share.galley for share in stack.shares(Range(0, 4))] == [some, some]
    assert [share.part for share in stack.shares(Range(1, 3))] == [Range(1, 2), Range(0, 1)]
    assert [*stack.shares(Range(2, 2))] == []


def heights_on(part, *pieces, high=500):
    """Return how high what stands on a page is, of a galley of its own for all pieces."""
    stack = StackGalley((Bars(pieces),), pieces)
    box = Rect(ZERO, ZERO, pt(100), pt(high))
    return [share_box.height.points for _, share_box in stack.boxes(part, box)]


def test_what_is_repeated_on_further_pages_is_not_on_the_first():
    some = [Piece(pt(10), repeated=pt(4)), Piece(pt(10), repeated=pt(4))]
    assert heights_on(Range(0, 2), *some) == [20]
    assert heights_on(Range(1, 2), *some) == [14]


def test_what_can_shrink_gives_up_as_much_as_the_page_lacks():
    some = [Piece(pt(100), least=pt(20)), Piece(pt(50), pt(10))]
    assert heights_on(Range(0, 2), *some, high=160) == [160]
    assert heights_on(Range(0, 2), *some, high=120) == [120]
    assert heights_on(Range(0, 2), *some, high=60) == [80]


ITEMS = "- 会場は海に近い展示場\n- 参加者はおよそ五千人\n- 基調講演では切断試験の実演があった"


def beside_a_picture(points, markdown=ITEMS):
    """Return the size, in points, of text in a column of hardly ten letters of 28 pt."""
    style = (
        f'<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="{points * 100}"/>'
        "</a:lvl1pPr>"
    )
    flat = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    desk = desk_on(placeholder("body", 1, (10, 20, 80, 70), body=flat, style=style))
    region = body_region(slide().around, desk.template.layouts[0], desk)
    column = replace(region, box=replace(region.box, width=pt(28 * 10.6)))
    flow = one_page(text(markdown), column)
    assert flow is not None
    return flow.context.text.size.points


def test_text_in_a_column_is_slightly_smaller_where_that_brings_last_letters_back():
    assert beside_a_picture(28) == 25


@pytest.mark.parametrize(
    ("points", "markdown"),
    [
        (26, ITEMS),
        (28, "- 会場は海に近い展示場\n" + "- 海辺\n- 港町\n- 山麓\n" * 2),
        (28, "- 会場は海に近い広い展示場\n- 参加者はおよそ五千人以上"),
    ],
    ids=["has-none", "has-few", "gains-nothing"],
)
def test_text_in_a_column_keeps_its_size_where_few_letters_stand_alone(points, markdown):
    assert beside_a_picture(points, markdown) == points


def spaced(points):
    """Return a place for text of 20 pt whose paragraphs are some points apart."""
    style = (
        '<a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef>'
        f'<a:spcPts val="{points * 100}"/></a:spcBef><a:defRPr sz="2000"/></a:lvl1pPr>'
    )
    flat = 'lIns="0" tIns="0" rIns="0" bIns="0"'
    desk = desk_on(placeholder("body", 1, (10, 20, 80, 50), body=flat, style=style))
    return body_region(slide().around, desk.template.layouts[0], desk)


def test_paragraphs_that_are_far_apart_stand_closer_rather_than_on_a_further_page():
    found = divide(text("- An item\n" * 9), spaced(20), split=True)
    assert isinstance(found, tuple)
    (page,) = found
    assert size(page.flow) == 18
    gaps = {piece.gap.points for piece in page.flow.pieces[1:]}
    assert max(gaps) < 8


def test_paragraphs_stay_as_far_apart_where_a_page_holds_them_in_a_smaller_size():
    found = divide(text("- An item\n" * 7), spaced(20), split=True)
    assert isinstance(found, tuple)
    (page,) = found
    assert size(page.flow) == 18
    assert {round(piece.gap.points) for piece in page.flow.pieces[1:]} == {18}


def test_paragraphs_that_are_near_each_other_come_no_nearer():
    sizes = [size(flow) for flow in flows(text("- An item\n" * 20), spaced(7))]
    assert sizes == [20, 18, 16]
