"""What comes with items is written once for each content, with what hangs on it."""

from deckgen.blobs import Blob
from deckgen.emit.attachments import Attachments
from deckgen.emit.names import PartNames
from deckgen.pages import Attachment
from deckgen.records import replace

CELLS = Blob((b"cells",))
WORKBOOK = Attachment("urn:package", "/ppt/embeddings/workbook", ".xlsx", "a/xlsx", CELLS)
DRAWN = Blob((b"<c/>",))
CHART = Attachment("urn:chart", "/ppt/charts/chart", ".xml", "a/xml", DRAWN, (WORKBOOK,))


def test_a_chart_comes_with_its_workbook():
    attached = Attachments(PartNames(()))
    assert attached.add(CHART) == "/ppt/charts/chart1.xml"
    workbook, chart = attached.parts()
    assert (workbook.name, workbook.content_type) == ("/ppt/embeddings/workbook1.xlsx", "a/xlsx")
    (leads,) = chart.relationships
    assert (leads.id, leads.type, leads.target) == ("rId1", "urn:package", workbook.name)


def test_the_same_content_is_one_part():
    attached = Attachments(PartNames(()))
    assert attached.add(CHART) == attached.add(CHART)
    assert len(attached.parts()) == 2


def test_charts_that_look_alike_keep_their_own_workbooks():
    attached = Attachments(PartNames(()))
    other = replace(CHART, attachments=(replace(WORKBOOK, content=Blob((b"other",))),))
    assert attached.add(CHART) != attached.add(other)
    assert len(attached.parts()) == 4


def test_names_that_the_template_has_are_left_to_it():
    attached = Attachments(PartNames(("/ppt/charts/chart1.xml",)))
    assert attached.add(CHART) == "/ppt/charts/chart2.xml"
