"""Tables are native, with their measured sizes and everything that their text needs."""

from io import BytesIO

import pptx

from deckgen.colors import Color
from deckgen.drawn import Outline
from deckgen.emit import emit
from deckgen.geometry import Rect
from deckgen.opc.xml import qn
from deckgen.pages import Cell, Row, TableFrame
from deckgen.records import replace
from deckgen.styles import Anchor, BodyProperties
from deckgen.units import pt

RULE = Outline(Color("999999"), pt(1))


def table(make, *, header=True):
    def cell(text, fill=None):
        return Cell((make.paragraph(text),), BodyProperties(anchor=Anchor.MIDDLE), fill)

    rows = (
        Row(pt(30), (cell("項目", Color("112233")), cell("値", Color("112233")))),
        Row(pt(20), (cell("a"), cell("1"))),
    )
    box = Rect(pt(10), pt(20), pt(300), pt(50))
    return TableFrame(box, (pt(100), pt(200)), rows, make.levels, header, RULE, "Table", "表")


def cells(first_slide, make, **changes):
    root = first_slide(make.pages(make.page(replace(table(make), **changes), title="")))
    return list(root.iter(qn("a:tc")))


def test_a_table_can_be_edited_as_one(make):
    opened = pptx.Presentation(BytesIO(emit(make.pages(make.page(table(make), title=""))).read()))
    frame = opened.slides[0].shapes[0]
    assert frame.has_table
    assert [[cell.text for cell in row.cells] for row in frame.table.rows] == [
        ["項目", "値"],
        ["a", "1"],
    ]
    assert [column.width for column in frame.table.columns] == [pt(100), pt(200)]
    assert [row.height for row in frame.table.rows] == [pt(30), pt(20)]
    assert frame.table.first_row


def test_a_table_without_a_header_marks_none(first_slide, make):
    item = table(make, header=False)
    root = first_slide(make.pages(make.page(item, title="")))
    assert root.find(f".//{qn('a:tblPr')}").get("firstRow") is None


def test_a_table_is_described_and_of_the_templates_style(first_slide, make):
    style = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
    pages = make.pages(make.page(table(make), title=""))
    pages = replace(pages, template=replace(make.template, table_style=style))
    root = first_slide(pages)
    assert root.findtext(f".//{qn('a:tableStyleId')}") == style
    frame = root.find(f".//{qn('p:graphicFrame')}")
    assert frame.find(f".//{qn('p:cNvPr')}").get("descr") == "表"


def test_a_cell_is_filled_only_where_the_table_says_so(first_slide, make):
    found = [cell.find(f"{qn('a:tcPr')}/{qn('a:solidFill')}") for cell in cells(first_slide, make)]
    assert [fill is not None for fill in found] == [True, True, False, False]


def test_cells_have_their_insets_and_anchor(first_slide, make):
    properties = cells(first_slide, make)[0].find(qn("a:tcPr"))
    assert dict(properties.attrib) == {
        "marL": "91440",
        "marR": "91440",
        "marT": "45720",
        "marB": "45720",
        "anchor": "ctr",
    }


def test_rules_stand_between_and_below_rows_and_nowhere_else(first_slide, make):
    def ruled(cell):
        lines = cell.find(qn("a:tcPr"))
        return {
            side: lines.find(qn(f"a:ln{side}")).find(qn("a:solidFill")) is not None
            for side in "LRTB"
        }

    top, *_, bottom = cells(first_slide, make)
    assert ruled(top) == {"L": False, "R": False, "T": False, "B": True}
    assert ruled(bottom) == {"L": False, "R": False, "T": True, "B": True}


def test_text_in_cells_states_its_style_but_leaves_its_colour_to_the_tables(first_slide, make):
    run = cells(first_slide, make)[0].find(f".//{qn('a:rPr')}")
    assert run.get("sz") == "1800"
    assert run.get("b") == "0"
    assert run.find(qn("a:solidFill")) is None


def test_a_cell_without_text_is_no_higher_than_those_beside_it(first_slide, make):
    def cell(*texts):
        return Cell(tuple(make.paragraph(text) for text in texts), BodyProperties())

    rows = (Row(pt(30), (cell("a"), cell())), Row(pt(20), (cell(), cell())))
    found = cells(first_slide, make, rows=rows)
    size = found[0].find(f".//{qn('a:endParaRPr')}").get("sz")
    assert size is not None
    for empty in found[1:]:
        assert [end.get("sz") for end in empty.iter(qn("a:endParaRPr"))] == [size]
        assert not [*empty.iter(qn("a:r"))]
