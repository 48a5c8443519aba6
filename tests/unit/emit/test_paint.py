"""Shapes are written by their presets, with what adjusts them."""

from __future__ import annotations

from deckgen.emit.paint import preset


def test_a_shape_is_adjusted_by_its_guide_in_hundred_thousandths():
    assert preset("rect") == '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    assert preset("roundRect", 0.1) == (
        '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 10000"/></a:avLst>'
        "</a:prstGeom>"
    )
    assert 'name="adj1" fmla="val 50000"' in preset("bentConnector3", 0.5, "adj1")
