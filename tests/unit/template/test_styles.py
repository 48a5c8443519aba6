"""Text styles: each property is inherited on its own, level by level, along the whole chain."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.styles import Align, BulletKind, Caps, LevelStyle, Spacing
from deckgen.template.model import Slot
from deckgen.template.read import read_template
from deckgen.units import Centipoints, Emu, pt
from tests.support.packages import Master, layout, placeholder, presentation, solid, theme

BOX = (5, 25, 90, 65)


def slot(
    style: str = "", below: str = "", styles: str = "", kind: str = "body", defaults: str = ""
) -> Slot:
    """Return the slot of a placeholder with styles of its own, its master's and so on."""
    master = Master(
        layouts=(layout(placeholder(kind, 1, BOX, style=style)),),
        shapes=(placeholder("body" if kind == "body" else kind, 1, BOX, style=below),),
        styles=styles,
    )
    return read_template(presentation(master, defaults=defaults), "t").layouts[0].slots[0]


def level(paragraph: str) -> LevelStyle:
    return slot(style=f"<a:lvl1pPr{paragraph}</a:lvl1pPr>").levels[0]


def size(points: int, number: int = 1) -> str:
    return f'<a:lvl{number}pPr><a:defRPr sz="{points * 100}"/></a:lvl{number}pPr>'


def test_with_nothing_said_text_has_18_points_in_the_first_text_colour():
    style = slot().levels[0]
    assert style.size == 1800
    assert style.color == Color("101010", "tx1")
    assert style.bullet.kind is BulletKind.NONE
    assert style.kerning is None


def test_the_chain_from_the_presentation_to_the_layout():
    chain = {
        "defaults": size(10),
        "styles": f"<p:bodyStyle>{size(20)}</p:bodyStyle>",
        "below": size(30),
        "style": size(40),
    }
    found = []
    for _ in range(5):
        found.append(slot(**chain).levels[0].size)
        if chain:
            chain.popitem()
    assert found == [4000, 3000, 2000, 1000, 1800]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("title", 4100), ("body", 4200), ("subTitle", 4200), ("pic", 4200), ("ftr", 4300)],
)
def test_the_masters_text_styles_go_by_kind(kind, expected):
    styles = (
        f"<p:titleStyle>{size(41)}</p:titleStyle><p:bodyStyle>{size(42)}</p:bodyStyle>"
        f"<p:otherStyle>{size(43)}</p:otherStyle>"
    )
    assert slot(styles=styles, kind=kind).levels[0].size == expected


def test_levels_and_properties_are_inherited_each_on_its_own():
    below = (
        '<a:lvl1pPr marL="100"><a:defRPr sz="3000" b="1"/></a:lvl1pPr>'
        '<a:lvl2pPr marL="200"><a:defRPr sz="2000"/></a:lvl2pPr>'
    )
    first, second, third, *_ = slot(below=below, style=size(12)).levels
    assert (first.size, first.bold, first.margin_left) == (1200, True, 100)
    assert (second.size, second.margin_left) == (2000, 200)
    assert (third.size, third.margin_left) == (1800, 0)


def test_levels_that_nothing_changes_are_the_very_same():
    master = Master(layouts=(layout(placeholder("body", 1, BOX), placeholder("body", 2, BOX)),))
    one, other = read_template(presentation(master), "t").layouts[0].slots
    assert one.levels is other.levels


def test_properties_for_all_levels_lie_under_those_of_one():
    style = f'<a:defPPr><a:defRPr sz="1000" i="1"/></a:defPPr>{size(20, 2)}'
    first, second, *_ = slot(style=style).levels
    assert (first.size, first.italic) == (1000, True)
    assert (second.size, second.italic) == (2000, True)


def test_paragraph_properties():
    style = level(' marL="342900" indent="-342900" marR="12700" algn="ctr">')
    assert (style.margin_left, style.indent, style.margin_right) == (342900, -342900, 12700)
    assert style.align is Align.CENTER


@pytest.mark.parametrize(("value", "align"), [("justLow", Align.JUSTIFY), ("odd", Align.LEFT)])
def test_alignments(value, align):
    assert level(f' algn="{value}">').align is align


def test_spacing_in_percent_and_in_points():
    style = level(
        '><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="1000"/></a:spcBef>'
        '<a:spcAft><a:spcPct val="20%"/></a:spcAft>'
    )
    assert style.line_spacing == Spacing(lines=0.9)
    assert style.space_before == Spacing(exact=pt(10))
    assert style.space_after == Spacing(lines=0.2)


def test_character_properties():
    run = '<a:defRPr sz="2400" b="1" i="1" kern="1200" cap="all" spc="-50"/>'
    style = level(f">{run}")
    assert (style.size, style.bold, style.italic) == (2400, True, True)
    assert (style.kerning, style.caps, style.tracking) == (1200, Caps.ALL, -50)


@pytest.mark.parametrize(
    ("line", "outlined"),
    [
        ('<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>', True),
        ("<a:ln><a:noFill/></a:ln>", False),
        ('<a:ln w="9525"/>', False),
        ("", False),
    ],
)
def test_letters_have_an_outline_where_their_line_is_filled(line, outlined):
    assert level(f"><a:defRPr>{line}</a:defRPr>").outlined is outlined


def gradient(*colors: str) -> str:
    stops = "".join(f'<a:gs pos="0"><a:schemeClr val="{color}"/></a:gs>' for color in colors)
    return f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"


@pytest.mark.parametrize(
    ("fill", "shaded"),
    [
        (gradient("accent1", "accent1"), True),
        (gradient("accent1", "accent2"), False),
        (solid("accent1"), False),
    ],
)
def test_letters_are_shaded_in_one_colour_where_all_stops_have_it(fill, shaded):
    assert level(f"><a:defRPr>{fill}</a:defRPr>").shaded is shaded


def test_small_capitals_are_no_capitals_and_unknown_ones_are_none():
    assert level('><a:defRPr cap="small"/>').caps is Caps.SMALL
    assert level('><a:defRPr cap="none"/>').caps is Caps.NONE


def test_typefaces_follow_the_theme_or_stand_for_themselves():
    faces = '<a:latin typeface="+mj-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="Own"/>'
    style = level(f"><a:defRPr>{faces}</a:defRPr>")
    assert (style.latin, style.east_asian, style.complex_script) == ("Head", "Text", "Own")


def test_an_east_asian_face_of_the_theme_goes_before_the_scripts():
    minor = '<a:latin typeface="Text"/><a:ea typeface="明朝"/><a:font script="Jpan" typeface="ゴ"/>'
    master = Master(layouts=(layout(placeholder("body", 1, BOX)),), theme=theme(minor=minor))
    style = read_template(presentation(master), "t").layouts[0].slots[0].levels[0]
    assert style.east_asian == "明朝"


@pytest.mark.parametrize(
    ("bullet", "kind", "text"),
    [
        ('<a:buChar char="■"/>', BulletKind.CHARACTER, "■"),
        ('<a:buAutoNum type="arabicPeriod"/>', BulletKind.NUMBER, "arabicPeriod"),
        ("<a:buBlip/>", BulletKind.PICTURE, ""),
        ("<a:buNone/>", BulletKind.NONE, ""),
    ],
)
def test_kinds_of_bullets(bullet, kind, text):
    found = level(f">{bullet}").bullet
    assert (found.kind, found.text) == (kind, text)


def test_a_bullets_own_font_colour_and_size():
    marks = (
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="70000"/>'
        '<a:buFont typeface="+mj-lt"/><a:buChar char="•"/>'
    )
    bullet = level(f">{marks}").bullet
    assert bullet.color == Color("FF0000", "accent1")
    assert (bullet.font, bullet.size) == ("Head", 0.7)


def test_a_bullets_size_in_points_is_a_share_of_the_texts():
    bullet = level('><a:buSzPts val="900"/><a:buChar char="•"/><a:defRPr sz="1800"/>').bullet
    assert bullet.size == 0.5


def test_a_bullet_may_follow_the_text_again():
    below = (
        '<a:lvl1pPr><a:buClr><a:srgbClr val="FF0000"/></a:buClr><a:buFont typeface="Wingdings"/>'
        '<a:buChar char="n"/></a:lvl1pPr>'
    )
    bullet = slot(below=below, style="<a:lvl1pPr><a:buClrTx/><a:buFontTx/></a:lvl1pPr>").levels[0]
    assert (bullet.bullet.text, bullet.bullet.font, bullet.bullet.color) == ("n", None, None)


def test_colours_keep_the_name_of_the_theme_where_nothing_modifies_them():
    assert level(f"><a:defRPr>{solid('accent3')}</a:defRPr>").color == Color("0000FF", "accent3")
    assert level(f"><a:defRPr>{solid('dk2')}</a:defRPr>").color == Color("203040", "tx2")
    assert level(f"><a:defRPr>{solid('AB12CD')}</a:defRPr>").color == Color("AB12CD")


def test_text_boxes_have_the_presentations_defaults_under_the_masters_other_style():
    master = Master(
        styles='<p:otherStyle><a:lvl1pPr><a:defRPr sz="1400"/></a:lvl1pPr></p:otherStyle>'
    )
    defaults = '<a:lvl1pPr><a:defRPr sz="1200" b="1"/></a:lvl1pPr>'
    style = read_template(presentation(master, defaults=defaults), "t").bases[0].free_text[0]
    assert (style.size, style.bold) == (1400, True)


@pytest.mark.parametrize(
    ("said", "read"), [("1", 100), ("99999999", 400_000), ("x", 1800), ("-500", 100)]
)
def test_absurd_sizes_are_brought_to_what_powerpoint_allows(said, read):
    assert level(f'><a:defRPr sz="{said}"/>').size == Centipoints(read)


def test_absurd_spacing_does_not_become_negative():
    style = level(
        '><a:lnSpc><a:spcPct val="-5"/></a:lnSpc><a:spcBef><a:spcPts val="-9"/></a:spcBef>'
    )
    assert style.line_spacing == Spacing(lines=0.0)
    assert style.space_before == Spacing(exact=Emu(0))
