"""The texts, tables and diagrams that a template draws."""

from __future__ import annotations

from deckgen.draw.faces import Faces
from deckgen.draw.ground import draw_copied
from deckgen.draw.model import PathMark, Solid, TextMark
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from tests.support.drawings import marks
from tests.support.grounds import RECT, TITLE, extent, ground_of, on_layout
from tests.support.packages import (
    Master,
    layout,
    parts_of,
    place,
    presentation,
    relationships,
    shape,
    solid,
    with_slides,
    zipped,
)


def test_a_text_box_of_a_layout_is_set_in_its_font_size_and_colour():
    text = (
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Claim"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{place((10, 10, 30, 10))}{RECT}</p:spPr><p:txBody><a:bodyPr lIns='0' tIns='0'/>"
        f'<a:p><a:r><a:rPr sz="2000" b="1">{solid("accent1")}</a:rPr><a:t>Our claim</a:t></a:r>'
        '<a:fld type="slidenum" id="{0}"><a:rPr sz="1000"/><a:t>‹#›</a:t></a:fld></a:p>'
        "</p:txBody></p:sp>"
    )
    claim, number = [m for m in marks(ground_of(on_layout(text), 7)) if isinstance(m, TextMark)]
    assert (claim.text, claim.size, claim.fill, claim.x) == ("Our claim", 20, Solid("FF0000"), 96)
    assert claim.face.bold
    assert (number.text, number.size) == ("7", 10)


def claim(text: str, run: str, wide: int) -> list[tuple[str, float]]:
    """Return the pieces of a text in a box some percent wide, with their sizes."""
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Claim"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{place((10, 10, wide, 10))}{RECT}</p:spPr><p:txBody>"
        f"<a:bodyPr lIns='0' rIns='0'/><a:p><a:r><a:rPr {run}/><a:t>{text}</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"
    )
    found = (m for m in marks(ground_of(on_layout(shape))) if isinstance(m, TextMark))
    return [(mark.text, mark.size) for mark in found]


def test_text_of_a_template_is_broken_as_wide_as_it_shows():
    raised = claim("mmmmm mmmmm", 'sz="2000" baseline="30000"', 18)
    assert [text for text, _ in raised] == ["mmmmm mmmmm"]
    assert len(claim("mmmmm mmmmm", 'sz="2000"', 18)) == 2
    assert claim("straße", 'sz="2000" cap="all"', 30) == [("STRASSE", 20)]
    assert [size for _, size in claim("Mm Mm", 'sz="2000" cap="small"', 30)][:2] == [20, 16]


def test_a_copied_slide_shows_its_texts_where_its_layout_has_them():
    template = read_template(with_slides("First", "Second"), "t")
    drawing = draw_copied(template, template.slides[0], Faces(NoFonts()), 1)
    (text,) = [m for m in marks(drawing) if isinstance(m, TextMark)]
    assert text.text == "Second"
    assert text.x >= 48


def table(style: str = "", properties: str = 'firstRow="1" bandRow="1"') -> str:
    rows = ""
    for row in ("ab", "cd", "ef"):
        texts = (f"<a:p><a:r><a:t>{letter}</a:t></a:r></a:p>" for letter in row)
        cells = (f"<a:tc><a:txBody><a:bodyPr/>{text}</a:txBody><a:tcPr/></a:tc>" for text in texts)
        rows += f'<a:tr h="685800">{"".join(cells)}</a:tr>'
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="T"/></p:nvGraphicFramePr>'
        f"{place((10, 10, 40, 30)).replace('a:xfrm', 'p:xfrm')}<a:graphic><a:graphicData>"
        f"<a:tbl><a:tblPr {properties}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>"
        '<a:tblGrid><a:gridCol w="2438400"/><a:gridCol w="2438400"/></a:tblGrid>'
        f"{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def test_a_table_is_drawn_in_its_style_cell_by_cell():
    ground = ground_of(on_layout(table("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")))
    outlines = [m for m in marks(ground) if isinstance(m, PathMark)][1:]
    cells = [m for m in outlines if m.fill is not None]
    assert [extent(cell)[:2] for cell in cells[:3]] == [(96, 54), (288, 54), (96, 108)]
    assert [cell.fill.rgb for cell in cells[:2]] == ["FF0000", "FF0000"]
    assert len({cell.fill.rgb for cell in cells}) == 3
    assert all(m.pen.paint == Solid("FAFAFA") for m in outlines if m.pen is not None)
    texts = [m for m in marks(ground) if isinstance(m, TextMark)]
    assert "".join(text.text for text in texts) == "abcdef"
    assert [text.face.bold for text in texts[:3]] == [True, True, False]
    assert texts[0].fill == Solid("FAFAFA")


def test_a_diagram_is_drawn_as_the_program_did_that_wrote_it():
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    drawing = "http://schemas.microsoft.com/office/drawing/2008/diagram"
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="D"/></p:nvGraphicFramePr>'
        f"{place((10, 10, 40, 40)).replace('a:xfrm', 'p:xfrm')}<a:graphic><a:graphicData>"
        f'<dgm:relIds xmlns:dgm="{diagram}" r:dm="rId1"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    step = shape((10, 0, 10, 10), "00AA00").replace("p:", "dsp:")
    parts = parts_of(Master(layouts=(layout(TITLE, frame),), shapes=(TITLE,)))
    parts["ppt/diagrams/data1.xml"] = (
        f'<dgm:dataModel xmlns:dgm="{diagram}"><dgm:extLst>'
        f'<dsp:dataModelExt xmlns:dsp="{drawing}" relId="rId2"/></dgm:extLst></dgm:dataModel>'
    )
    parts["ppt/diagrams/drawing1.xml"] = (
        f'<dsp:drawing xmlns:dsp="{drawing}"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<dsp:spTree><dsp:nvGrpSpPr/><dsp:grpSpPr/>{step}</dsp:spTree></dsp:drawing>"
    )
    parts["ppt/slideLayouts/_rels/slideLayout0.xml.rels"] = relationships(
        ("slideMaster", "../slideMasters/slideMaster0.xml"),
        ("diagramData", "../diagrams/data1.xml"),
        ("diagramDrawing", "../diagrams/drawing1.xml"),
    )
    _, mark = marks(ground_of(zipped(parts)))
    assert mark.fill == Solid("00AA00")
    assert extent(mark) == (192, 54, 288, 108)


def test_titles_that_a_template_underlines_are():
    styles = '<p:titleStyle><a:lvl1pPr><a:defRPr sz="3000" u="sng"/></a:lvl1pPr></p:titleStyle>'
    master = Master(layouts=(layout(TITLE),), shapes=(TITLE,), styles=styles)
    template = read_template(presentation(master), "t")
    (slot,) = template.layouts[0].slots
    assert slot.levels[0].underline
