"""Slots: which placeholders become slots, where they are and how text lies in them."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.geometry import Insets, Rect
from deckgen.records import replace
from deckgen.styles import DEFAULT_INSETS, Anchor
from deckgen.template.model import Layout, Placeholder, Role
from deckgen.template.read import read_template
from deckgen.units import Emu
from tests.support.packages import (
    HEIGHT,
    SPACES,
    WIDTH,
    Master,
    layout,
    place,
    placeholder,
    presentation,
    solid,
)

BOX = (10, 30, 80, 50)


def rect(x: float, y: float, width: float, height: float) -> Rect:
    return Rect(
        Emu(round(x * WIDTH / 100)),
        Emu(round(y * HEIGHT / 100)),
        Emu(round(width * WIDTH / 100)),
        Emu(round(height * HEIGHT / 100)),
    )


def read(*shapes: str, master: tuple[str, ...] = (), **more: str) -> Layout:
    made = Master(layouts=(layout(*shapes, **more),), shapes=master)
    return read_template(presentation(made), "t").layouts[0]


def test_a_slot_names_the_placeholder_as_the_file_does():
    (slot,) = read(placeholder("body", 13, BOX, name="Text 3", text="Click\nhere")).slots
    assert slot.placeholder == Placeholder("body", 13)
    assert (slot.name, slot.prompt) == ("Text 3", "Click\nhere")
    (slot,) = read(placeholder(None, None, BOX)).slots
    assert slot.placeholder == Placeholder(None, None)


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("title", Role.TITLE),
        ("ctrTitle", Role.TITLE),
        ("subTitle", Role.SUBTITLE),
        ("body", Role.BODY),
        ("obj", Role.BODY),
        (None, Role.BODY),
        ("pic", Role.PICTURE),
        ("tbl", Role.TABLE),
        ("chart", Role.CHART),
        ("ftr", Role.FOOTER),
        ("dt", Role.DATE),
        ("sldNum", Role.NUMBER),
    ],
)
def test_the_type_of_a_placeholder_says_what_it_is_for(kind, role):
    assert [slot.role for slot in read(placeholder(kind, 1, BOX)).slots] == [role]


@pytest.mark.parametrize("kind", ["dgm", "media", "hdr", "sldImg"])
def test_placeholders_that_nothing_fills_are_no_slots(kind):
    assert read(placeholder(kind, 1, BOX)).slots == ()


def test_the_box_is_the_layouts_own():
    (slot,) = read(
        placeholder("body", 1, BOX), master=(placeholder("body", 1, (0, 0, 9, 9)),)
    ).slots
    assert slot.box == rect(*BOX)


@pytest.mark.parametrize(
    ("kind", "inherits_from"),
    [("ctrTitle", "title"), (None, "body"), ("pic", "body"), ("subTitle", "body"), ("ftr", "ftr")],
)
def test_a_box_is_inherited_from_the_masters_placeholder_of_the_kind(kind, inherits_from):
    master = tuple(
        placeholder(name, n, (10, 10 * n, 50, 50))
        for n, name in enumerate(("title", "body", "ftr"), start=1)
    )
    (slot,) = read(placeholder(kind, 7), master=master).slots
    at = 1 + ("title", "body", "ftr").index(inherits_from)
    assert slot.box == rect(10, 10 * at, 50, 50)


@pytest.mark.parametrize("kind", ["title", "body", "pic", "ftr", "dt", "sldNum"])
def test_without_any_box_there_is_a_sensible_one_on_the_slide(kind):
    (slot,) = read(placeholder(kind, 1)).slots
    assert rect(0, 0, 100, 100).contains(slot.box)
    assert slot.box.area > 0


def test_what_lies_off_the_slide_is_no_slot():
    off = [(10, 110, 20, 5), (-30, 10, 25, 20), (90, 10, 30, 20), (10, 10, 0, 20)]
    assert read(*(placeholder("body", n, box) for n, box in enumerate(off))).slots == ()


def test_what_reaches_a_little_over_the_edge_stays_a_slot():
    assert len(read(placeholder("body", 1, (-5, 20, 60, 50))).slots) == 1


def test_doubled_indexes_are_both_kept_in_order():
    boxes = ((5, 30, 40, 50), (55, 30, 40, 50))
    slots = read(*(placeholder("body", 0, box) for box in boxes)).slots
    assert [slot.box for slot in slots] == [rect(*box) for box in boxes]


def test_groups_place_what_they_hold():
    inner = placeholder("body", 1, (0, 0, 100, 100))
    transform = place((20, 20, 50, 50)).replace(
        "</a:xfrm>", f'<a:chOff x="0" y="0"/><a:chExt cx="{WIDTH}" cy="{HEIGHT}"/></a:xfrm>'
    )
    group = f"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr>{transform}</p:grpSpPr>{inner}</p:grpSp>"
    (slot,) = read(group).slots
    assert slot.box == rect(20, 20, 50, 50)


def test_of_alternatives_the_first_is_read():
    choice = placeholder("body", 1, BOX)
    both = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{choice}</mc:Fallback>"
    assert len(read(f"<mc:AlternateContent {SPACES}>{both}</mc:AlternateContent>").slots) == 1


def test_hidden_placeholders_are_no_slots():
    hidden = placeholder("body", 1, BOX).replace('name=""', 'name="" hidden="1"')
    assert read(hidden).slots == ()


def test_body_properties_are_inherited_one_by_one():
    (slot,) = read(
        placeholder("body", 1, BOX, body='lIns="0" anchor="ctr"'),
        master=(placeholder("body", 1, BOX, body='lIns="5" tIns="7" vert="eaVert" anchor="b"'),),
    ).slots
    assert slot.body.insets == Insets(Emu(0), Emu(7), DEFAULT_INSETS.right, DEFAULT_INSETS.bottom)
    assert slot.body.anchor is Anchor.MIDDLE
    assert slot.body.vertical == "eaVert"


def test_columns_and_wrapping():
    body = (
        read(placeholder("body", 1, BOX, body='numCol="2" spcCol="360000" wrap="none"'))
        .slots[0]
        .body
    )
    assert (body.columns, body.column_gap, body.wrap) == (2, 360_000, False)


def test_of_a_stored_autofit_no_more_is_kept_than_that_there_is_a_scale():
    filled = placeholder("body", 1, BOX, style='<a:lvl1pPr><a:defRPr sz="2000"/></a:lvl1pPr>')
    shrunk = filled.replace("></a:bodyPr>", '><a:normAutofit fontScale="50000"/></a:bodyPr>')
    assert shrunk != filled
    (own,), (slot,) = read(filled).slots, read(shrunk).slots
    assert slot.levels[0].size == 2000
    assert (own.body.scaled, slot.body.scaled) == (False, True)
    assert replace(slot.body, scaled=False) == own.body


def test_a_placeholder_whose_text_is_not_seen_is_an_ornament_and_no_slot():
    unseen = "<a:lvl1pPr><a:defRPr><a:noFill/></a:defRPr></a:lvl1pPr>"
    ornament = placeholder("body", 14, BOX, style=unseen, fill=solid("accent1"))
    (slot,) = read(ornament, placeholder("body", 15, BOX)).slots
    assert slot.placeholder.idx == 15
    assert len(read(placeholder("pic", 14, BOX, style=unseen)).slots) == 1


def test_a_placeholders_own_fill_is_its_background():
    own = placeholder("title", None, BOX, fill=solid("accent1"))
    assert read(own).slots[0].background == Color("FF0000", "accent1")
    inherited = read(placeholder("title"), master=(own,)).slots[0]
    assert inherited.background == Color("FF0000", "accent1")


def test_colours_follow_the_layouts_own_map():
    override = 'bg1="dk1" tx1="lt1"'
    made = read(placeholder("body", 1, BOX), override=override)
    assert made.slots[0].levels[0].color == Color("FAFAFA", "tx1")
    assert made.background == Color("101010", "bg1")
