"""What a template draws behind slides: its backgrounds, masters and layouts."""

from __future__ import annotations

import pytest

from deckgen.draw.model import Solid
from tests.support.drawings import marks
from tests.support.grounds import RECT, TITLE, drawn, extent, form, ground_of, on_layout
from tests.support.packages import (
    Master,
    background,
    layout,
    placeholder,
    presentation,
    shape,
    solid,
)


def test_the_background_of_the_layout_covers_the_whole_slide():
    (paper,) = marks(ground_of(on_layout(ground=background("accent2"))))
    assert extent(paper) == (0, 0, 960, 540)
    assert paper.fill == Solid("00FF00")


def test_without_paper_and_shapes_nothing_is_behind():
    data = on_layout(shape((0, 0, 10, 10)), ground=background("accent2"))
    assert list(marks(ground_of(data, paper=False, shapes=False))) == []
    (mark,) = marks(ground_of(data, paper=False))
    assert mark.fill == Solid("336699")


def test_what_the_master_draws_is_below_what_the_layout_draws():
    fills = [
        mark.fill.rgb
        for mark in drawn(shape((0, 0, 9, 9), "00AA00"), master=(shape((0, 0, 9, 9)),))
    ]
    assert fills == ["336699", "00AA00"]


def test_a_layout_may_hide_what_its_master_draws_but_not_its_background():
    data = presentation(
        Master(
            layouts=(layout(TITLE, attributes='showMasterSp="0"'),),
            shapes=(TITLE, shape((0, 0, 9, 9))),
            ground=background("accent1"),
        )
    )
    (paper,) = marks(ground_of(data))
    assert paper.fill == Solid("FF0000")


def test_hidden_shapes_placeholders_and_what_is_off_the_slide_are_not_drawn():
    hidden = shape((0, 0, 9, 9)).replace('name="Drawn"', 'name="Drawn" hidden="1"')
    assert drawn(hidden, shape((120, 10, 5, 5)), placeholder("body", 1, (5, 25, 90, 65))) == []


@pytest.mark.parametrize(
    "hostile",
    [
        '<p:sp><p:nvSpPr/><p:spPr><a:xfrm><a:off x="z"/><a:ext cx="-5"/></a:xfrm></p:spPr></p:sp>',
        "<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:xfrm/></p:grpSpPr></p:grpSp>",
        form(
            '<a:prstGeom prst="star5"><a:avLst><a:gd name="adj" fmla="val x"/></a:avLst>'
            "</a:prstGeom>",
            solid("accent1"),
        ),
        form(RECT, '<a:gradFill><a:gsLst/></a:gradFill><a:ln w="-9"><a:custDash/></a:ln>'),
        form(RECT, '<a:blipFill><a:blip r:embed="rId77"/><a:tile sx="0"/></a:blipFill>'),
        "<p:sp><p:nvSpPr/><p:style><a:fillRef idx='9'/><a:lnRef idx='-4'/></p:style></p:sp>",
    ],
)
def test_nothing_in_a_template_stops_a_drawing(hostile):
    assert ground_of(on_layout(hostile)).children


def test_a_layout_that_maps_colours_otherwise_draws_what_its_master_does_in_them():
    bar = shape((0, 0, 50, 50), "tx1")
    usual = "bg1='lt1' tx1='dk1' bg2='lt2' tx2='dk2'"
    turned = "bg1='dk1' tx1='lt1' bg2='dk2' tx2='lt2'"
    fills = {drawn(master=(bar,), override=override)[0].fill.rgb for override in (usual, turned)}
    assert fills == {"101010", "FAFAFA"}
