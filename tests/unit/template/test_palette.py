"""Colours of DrawingML: theme names through the map, transforms, and all ways to write one."""

from __future__ import annotations

import pytest
from PIL import Image

from deckgen.colors import Color
from deckgen.opc.xml import parse
from deckgen.template.palette import DEFAULT_MAP, Palette, read_palette
from tests.support.packages import COLORS, SPACES, theme

PALETTE = Palette(COLORS, DEFAULT_MAP)


def resolve(xml: str, palette: Palette = PALETTE) -> Color:
    return palette.resolve(next(iter(parse(f"<x {SPACES}>{xml}</x>".encode()))))


def fill(xml: str) -> Color | None:
    return PALETTE.fill(next(iter(parse(f"<x {SPACES}>{xml}</x>".encode()))))


@pytest.mark.parametrize(
    ("xml", "rgb"),
    [
        ('<a:srgbClr val="a1b2c3"/>', "A1B2C3"),
        ('<a:srgbClr val="nonsense"/>', "808080"),
        ('<a:sysClr val="windowText" lastClr="1a1a1a"/>', "1A1A1A"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:prstClr val="dkSlateGray"/>', "2F4F4F"),
        ('<a:prstClr val="black"/>', "000000"),
        ('<a:scrgbClr r="100000" g="0" b="50000"/>', "FF00BC"),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', "00FF00"),
        ("<a:unknown/>", "808080"),
    ],
)
def test_all_ways_to_write_a_colour(xml, rgb):
    assert resolve(xml) == Color(rgb)


def test_named_colours_are_the_same_after_pillow_has_looked_one_up():
    before = resolve('<a:prstClr val="white"/>')
    Image.new("RGB", (1, 1), "white")
    assert resolve('<a:prstClr val="white"/>') == before == Color("FFFFFF")


@pytest.mark.parametrize(
    ("name", "color"),
    [
        ("tx1", Color("101010", "tx1")),
        ("dk1", Color("101010", "tx1")),
        ("lt2", Color("E0E0E0", "bg2")),
        ("accent6", Color("FF00FF", "accent6")),
    ],
)
def test_theme_colours_have_the_names_of_slides(name, color):
    assert resolve(f'<a:schemeClr val="{name}"/>') == color


def test_names_go_through_the_colour_map():
    inverted = Palette(COLORS, DEFAULT_MAP | {"bg1": "dk1", "tx1": "lt1"})
    assert resolve('<a:schemeClr val="tx1"/>', inverted) == Color("FAFAFA", "tx1")
    assert resolve('<a:schemeClr val="dk1"/>', inverted) == Color("101010", "bg1")


@pytest.mark.parametrize(
    ("steps", "rgb"),
    [
        ('<a:lumMod val="75000"/>', "BF0000"),
        ('<a:lumMod val="40000"/><a:lumOff val="60000"/>', "FF9999"),
        ('<a:satMod val="0"/>', "808080"),
        ('<a:hueOff val="7200000"/>', "00FF00"),
        ('<a:shade val="50000"/>', "BC0000"),
        ('<a:tint val="50000"/>', "FFBCBC"),
        ("<a:inv/>", "00FFFF"),
        ("<a:gray/>", "4C4C4C"),
        ('<a:alpha val="50000"/>', "FC7D7D"),
        ('<a:alpha val="0"/>', "FAFAFA"),
    ],
)
def test_transforms(steps, rgb):
    assert resolve(f'<a:schemeClr val="accent1">{steps}</a:schemeClr>') == Color(rgb)


def test_a_transform_that_changes_nothing_keeps_the_name():
    xml = '<a:schemeClr val="accent1"><a:lumMod val="100000"/></a:schemeClr>'
    assert resolve(xml) == Color("FF0000", "accent1")


def test_fills():
    assert fill('<a:solidFill><a:srgbClr val="112233"/></a:solidFill>') == Color("112233")
    assert fill("<a:noFill/>") is None
    assert fill("<a:solidFill/>") is None
    stops = '<a:gs pos="0"><a:srgbClr val="000000"/></a:gs><a:gs><a:srgbClr val="FFFFFF"/></a:gs>'
    assert fill(f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>") == Color("808080")
    ground = '<a:bgClr><a:srgbClr val="445566"/></a:bgClr>'
    assert fill(f"<a:pattFill>{ground}</a:pattFill>") == Color("445566")


def test_a_theme_without_colours_has_offices():
    palette = read_palette(None, None)
    assert palette.named("bg1") == Color("FFFFFF", "bg1")
    assert palette.named("tx1") == Color("000000", "tx1")


def test_a_theme_is_read_under_its_masters_map():
    color_map = parse(b'<m bg1="dk2" odd="accent1"/>')
    palette = read_palette(parse(theme().encode()), color_map)
    assert palette.named("bg1") == Color("203040", "bg1")
    assert "odd" not in palette.colors()
