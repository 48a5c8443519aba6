"""Paragraphs and runs say what differs from the level that they stand at, and nothing else."""

import pytest

from deckgen.colors import Color
from deckgen.content import Baseline, Link
from deckgen.emit.attachments import Attachments
from deckgen.emit.canvas import Canvas, Output
from deckgen.emit.names import PartNames
from deckgen.emit.styles import paragraph_attributes
from deckgen.emit.text import paragraph_elements
from deckgen.opc.xml import parse, qn
from deckgen.placed_text import Field
from deckgen.records import replace
from deckgen.styles import NO_BULLET, Align, Caps, Spacing
from deckgen.units import ZERO, Centipoints, pt

LANGUAGE = ' lang="ja-JP" altLang="en-US"'
END = f"<a:endParaRPr{LANGUAGE}/>"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def canvas(make):
    slides, size = {"two": "/ppt/slides/slide2.xml"}, make.template.slide_size
    deck = Output("ja", slides, Attachments(PartNames(())), size)
    return Canvas(deck, make.template.themes[0])


def written(make, *paragraphs, levels=None, on=None):
    return paragraph_elements(paragraphs, levels or make.levels, on or canvas(make))


def element(xml):
    return parse(f"<x {SPACES}>{xml}</x>".encode())


def test_text_in_the_style_of_its_level_has_only_a_language(make):
    assert written(make, make.paragraph("あ")) == (
        f"<a:p><a:r><a:rPr{LANGUAGE}/><a:t>あ</a:t></a:r>{END}</a:p>"
    )


def test_an_equal_style_counts_as_the_levels_own(make):
    twin = replace(make.style)
    assert written(make, make.paragraph("あ", style=twin)) == written(make, make.paragraph("あ"))


def test_a_body_without_paragraphs_has_an_empty_one(make):
    assert written(make) == "<a:p/>"


def test_a_deeper_level_is_named(make):
    assert '<a:pPr lvl="2"/>' in written(make, make.paragraph("x", level=2))


def test_a_paragraph_without_a_marker_says_so_with_its_indents(make):
    style = replace(make.style, bullet=NO_BULLET, margin_left=ZERO, indent=ZERO)
    assert '<a:pPr marL="0" indent="0"><a:buNone/></a:pPr>' in written(
        make, make.paragraph("x", style=style)
    )


def test_spacing_and_alignment_stand_before_the_bullet(make):
    style = replace(
        make.style,
        align=Align.CENTER,
        line_spacing=Spacing(lines=0.9),
        space_before=Spacing(exact=pt(6)),
        space_after=Spacing(lines=0.2),
    )
    assert written(make, make.paragraph("x", style=style, bullet=NO_BULLET)).startswith(
        '<a:p><a:pPr algn="ctr"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="600"/></a:spcBef><a:spcAft><a:spcPct val="20000"/></a:spcAft>'
        "<a:buNone/></a:pPr>"
    )


def test_the_stop_of_a_tab_stands_behind_the_bullet_and_text_ends_at_it(make):
    paragraph = replace(make.paragraph("x\t1", bullet=NO_BULLET), stop=pt(200))
    assert '<a:buNone/><a:tabLst><a:tab pos="2540000" algn="r"/></a:tabLst></a:pPr>' in written(
        make, paragraph
    )


def test_emphasis_is_what_differs_from_the_level(make):
    xml = written(make, make.paragraph(make.run("b", bold=True), make.run("i", italic=True)))
    assert f'<a:rPr{LANGUAGE} b="1"/><a:t>b</a:t>' in xml
    assert f'<a:rPr{LANGUAGE} i="1"/><a:t>i</a:t>' in xml


def test_plain_text_in_a_bold_level_is_not_bold(make):
    levels = (replace(make.style, bold=True),)
    xml = written(make, make.paragraph(make.run("x"), style=levels[0]), levels=levels)
    assert f'<a:rPr{LANGUAGE} b="0"/><a:t>x</a:t>' in xml


def test_what_a_paragraph_changes_of_its_level_is_written_on_its_runs(make):
    heading = replace(make.style, bold=True, size=Centipoints(2400), color=Color("FF0000"))
    assert written(make, make.paragraph("見出し", style=heading)) == (
        f'<a:p><a:r><a:rPr{LANGUAGE} sz="2400" b="1">'
        '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr><a:t>見出し</a:t></a:r>'
        f'<a:endParaRPr{LANGUAGE} sz="2400" b="1"/></a:p>'
    )


def test_an_empty_paragraph_keeps_its_height(make):
    small = replace(make.style, size=Centipoints(800))
    assert 'sz="800"' in written(make, make.paragraph(style=small))


def test_code_has_its_own_latin_typeface_only(make):
    xml = written(make, make.paragraph(make.run("x", latin="Courier New")))
    assert '<a:latin typeface="Courier New"/></a:rPr>' in xml
    assert "<a:ea" not in xml


def test_a_themes_own_latin_face_is_referred_to(make):
    assert '<a:latin typeface="+mj-lt"/>' in written(
        make, make.paragraph(make.run("x", latin="Georgia"))
    )


def test_the_theme_colour_is_named_where_there_is_one(make):
    accent = Color("00FF00", "accent2")
    assert '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill>' in written(
        make, make.paragraph(make.run("x", color=accent))
    )


def test_underline_and_strike(make):
    xml = written(make, make.paragraph(make.run("x", underline=True, strike=True)))
    assert ' u="sng" strike="sngStrike"' in xml


def test_letters_are_spaced_and_capitalised_as_the_style_says(make):
    style = replace(make.style, caps=Caps.ALL, tracking=Centipoints(100), kerning=Centipoints(1200))
    assert ' kern="1200" cap="all" spc="100"' in written(make, make.paragraph("x", style=style))


def test_text_in_another_language_names_the_decks_as_its_alternative(make):
    xml = written(make, make.paragraph(make.run("x", language="en-US")))
    assert '<a:rPr lang="en-US" altLang="ja-JP"/>' in xml
    assert '<a:endParaRPr lang="en-US" altLang="ja-JP"/>' in xml


def test_a_line_feed_is_a_break_in_the_look_of_its_run(make):
    look = f'<a:rPr{LANGUAGE} b="1"/>'
    xml = written(make, make.paragraph(make.run("a\n\nb", bold=True)))
    assert xml == (
        f"<a:p><a:r>{look}<a:t>a</a:t></a:r><a:br>{look}</a:br><a:br>{look}</a:br>"
        f"<a:r>{look}<a:t>b</a:t></a:r>{END}</a:p>"
    )


def test_spaces_and_special_characters_are_kept(make):
    xml = written(make, make.paragraph("  a <b> & \t c "))
    assert element(xml).findtext(f".//{qn('a:t')}") == "  a <b> & \t c "


def test_a_field_keeps_its_text_and_its_identity(make):
    field = make.paragraph(make.run("7", field=Field.SLIDE_NUMBER))
    xml = written(make, field)
    assert 'type="slidenum"' in xml
    assert "<a:t>7</a:t></a:fld>" in xml
    assert xml == written(make, field)


def test_links_to_one_address_share_a_relationship(make):
    link = Link("https://example.com/a b", make.span, 'a "tip"')
    on = canvas(make)
    xml = written(make, make.paragraph(make.run("a", link=link), make.run("b", link=link)), on=on)
    assert xml.count('<a:hlinkClick r:id="rId1" tooltip="a &quot;tip&quot;"/>') == 2
    (relationship,) = on.relations.all()
    assert relationship.target == "https://example.com/a%20b"
    assert relationship.external


def test_a_link_to_a_slide_jumps_there(make):
    on = canvas(make)
    run = make.run("a", link=Link("#two", make.span))
    assert 'action="ppaction://hlinksldjump"' in written(make, make.paragraph(run), on=on)
    (relationship,) = on.relations.all()
    assert relationship.target == "/ppt/slides/slide2.xml"
    assert not relationship.external


def test_a_link_keeps_a_colour_of_its_own(make):
    link = Link("https://example.com", make.span)
    own = make.run("a", link=link, color=Color("FF0000"))
    theme = make.run("a", link=link, color=Color("0000FF", "hlink"))
    assert "hlinkClr" in written(make, make.paragraph(own))
    assert "hlinkClr" not in written(make, make.paragraph(theme))


@pytest.mark.parametrize(("underline", "written_as"), [(False, ' u="none"'), (True, ' u="sng"')])
def test_a_quiet_link_is_not_underlined_unless_its_text_is(make, underline, written_as):
    link = Link("#two", make.span, quiet=True)
    run = make.run("a", link=link, color=make.style.color, underline=underline)
    xml = written(make, make.paragraph(run), on=canvas(make))
    assert written_as in xml
    assert "hlinkClr" in xml


def test_ordinals_of_a_continued_list_start_where_it_stopped(make):
    number = replace(
        make.style.bullet, kind=type(make.style.bullet.kind).NUMBER, text="arabicPeriod"
    )
    style = replace(make.style, bullet=number)
    xml = written(
        make,
        make.paragraph("三", style=style, number=3),
        make.paragraph("四", style=style, number=4),
    )
    assert xml.count('startAt="3"') == 2


def test_properties_of_runs_stand_in_the_order_of_the_schema(make):
    link = Link("https://example.com", make.span)
    run = make.run(
        "x", latin="Courier New", east_asian="BIZ UDGothic", color=Color("FF0000"), link=link
    )
    properties = element(written(make, make.paragraph(run))).find(f".//{qn('a:rPr')}")
    assert [child.tag.rpartition("}")[2] for child in properties] == [
        "solidFill",
        "latin",
        "ea",
        "hlinkClick",
    ]


def test_without_levels_to_rely_on_everything_but_the_colour_is_written(make):
    xml = paragraph_elements((make.paragraph("x"),), None, canvas(make))
    assert '<a:pPr marL="228600" indent="-228600" algn="l">' in xml
    assert '<a:buFont typeface="Arial"/><a:buChar char="•"/>' in xml
    letters = 'kern="0" cap="none" spc="0" baseline="0"'
    assert f'<a:rPr{LANGUAGE} sz="1800" b="0" i="0" {letters}>' in xml
    assert "<a:solidFill>" not in xml
    assert '<a:latin typeface="+mn-lt"/><a:ea typeface="Meiryo"/></a:rPr>' in xml


def test_a_superscript_is_raised_and_keeps_the_size_of_the_text(make):
    run = replace(make.run("®"), baseline=Baseline.SUPERSCRIPT)
    assert f'<a:rPr{LANGUAGE} baseline="30000"/>' in written(make, make.paragraph(run))


def test_a_subscript_is_lowered_by_what_powerpoint_lowers_it(make):
    run = replace(make.run("2"), baseline=Baseline.SUBSCRIPT)
    assert f'<a:rPr{LANGUAGE} baseline="-25000"/>' in written(make, make.paragraph(run))


def test_a_highlight_stands_between_the_colour_and_the_typefaces(make):
    run = make.run("x")
    run = replace(run, highlight=Color("FFEB84"), color=Color("1F1F1F"))
    run = replace(run, font=replace(run.font, latin="Courier New"))
    xml = written(make, make.paragraph(run))
    order = ["<a:solidFill>", '<a:highlight><a:srgbClr val="FFEB84"/></a:highlight>', "<a:latin"]
    assert [xml.index(part) for part in order] == sorted(xml.index(part) for part in order)


@pytest.mark.parametrize(
    ("own", "inherited", "told"),
    [(False, True, ' rtl="0"'), (True, None, ' rtl="1"'), (True, True, ""), (None, None, "")],
)
def test_the_direction_of_text_is_told_where_it_is_not_inherited(make, own, inherited, told):
    style = make.paragraph("x").style
    one, base = (replace(style, right_to_left=way) for way in (own, inherited))
    assert paragraph_attributes(one, base) == told


def test_a_margin_at_the_right_is_said_where_it_differs(make):
    style = replace(make.style, margin_right=pt(4))
    assert f'<a:pPr marR="{pt(4)}"/>' in written(make, make.paragraph("x", style=style))
    assert "marR" not in written(make, make.paragraph("x"))
