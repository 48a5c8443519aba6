"""What decks have of a template otherwise than it stands there."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest

from deckgen.compiler import build_text
from deckgen.opc.package import Part, Relationship
from deckgen.opc.xml import parse
from deckgen.template import carry
from deckgen.template.outline import SECTIONS_URI
from deckgen.world import MemoryWorld
from tests.support.packages import TITLE_AND_BODY, Master, layout, parts_of, zipped

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
SPACES = f'xmlns:p="{P}" xmlns:r="{R}"'
KINDS = f"{R}/"


def part(xml, *relationships):
    return Part("/ppt/part.xml", "application/xml", xml.encode(), tuple(relationships))


def names(data):
    assert data is not None
    return [element.tag.rpartition("}")[2] for element in parse(data).iter()]


def test_a_show_of_some_slides_becomes_one_of_all():
    for chosen in ('<p:sldRg st="1" end="2"/>', '<p:custShow id="0"/>'):
        given = part(f"<p:presentationPr {SPACES}><p:showPr>{chosen}</p:showPr></p:presentationPr>")
        assert names(carry._showing_all(given)) == ["presentationPr", "showPr", "sldAll"]


def test_a_show_of_all_slides_stays_as_it_is():
    given = part(f"<p:presentationPr {SPACES}><p:showPr><p:sldAll/></p:showPr></p:presentationPr>")
    assert carry._showing_all(given) is None


def test_a_deck_does_not_open_on_its_masters():
    given = part(f'<p:viewPr {SPACES} lastView="sldMasterView"/>')
    data = carry._in_normal_view(given)
    assert data is not None
    assert "lastView" not in parse(data).attrib


def test_a_view_of_slides_is_kept():
    given = part(f'<p:viewPr {SPACES} lastView="sldView"/>')
    data = carry._in_normal_view(given)
    assert data is not None
    assert parse(data).get("lastView") == "sldView"


def test_slides_of_the_template_are_not_listed_in_the_view():
    slide = Relationship("rId1", KINDS + "slide", "/ppt/slides/slide1.xml")
    listed = '<p:outlineViewPr><p:sldLst><p:sld r:id="rId1"/></p:sldLst></p:outlineViewPr>'
    made = carry._in_normal_view(part(f"<p:viewPr {SPACES}>{listed}</p:viewPr>", slide))
    assert names(made) == ["viewPr", "outlineViewPr"]


MAIN = f"""<x:presentation xmlns:x="{P}" xmlns:r="{R}">{{}}</x:presentation>"""
MASTERS = '<x:sldMasterIdLst><x:sldMasterId r:id="rId0"/></x:sldMasterIdLst>'
DECK = """
deck: {template: t.pptx, language: en}
sessions:
  - {track: A & "B", sessions: [{title: One, body: [x], notes: n}, {title: Two, body: [x]}]}
  - {track: C, sessions: [{title: Three, body: [x]}]}
"""


def written(inner, main=MAIN, deck=DECK):
    """Return the presentation part that is written for a deck on a template that has another."""
    parts = parts_of(Master(layouts=(layout(*TITLE_AND_BODY, name="A"),)))
    parts["ppt/presentation.xml"] = main.format(inner)
    world = MemoryWorld({"t.pptx": zipped(parts)})
    output = build_text(deck, world=world).run().output
    assert output is not None
    with ZipFile(io.BytesIO(output)) as file:
        return file.read("ppt/presentation.xml")


def found(data, *path):
    return [*parse(data).iterfind("/".join(path))]


@pytest.mark.parametrize(
    ("inner", "order"),
    [
        (MASTERS, ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "extLst"]),
        (
            MASTERS + '<x:sldSz cx="9144000" cy="6858000"/>',
            ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "extLst"],
        ),
        (
            MASTERS + "<x:handoutMasterIdLst/><x:sldIdLst/><x:notesSz/><x:extLst/>",
            [
                *("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"),
                *("sldIdLst", "notesSz", "extLst"),
            ],
        ),
        (
            "<x:notesSz/>" + MASTERS,
            ["notesSz", "sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "extLst"],
        ),
    ],
)
def test_lists_of_a_deck_stand_where_the_standard_has_them(inner, order):
    root = parse(written(inner))
    assert [element.tag.rpartition("}")[2] for element in root] == order


def test_slides_are_listed_with_the_prefixes_that_the_template_has():
    data = written(MASTERS)
    assert b'<x:sldIdLst><x:sldId id="256" r:id="rId1"/><x:sldId id="257" r:id="rId2"/>' in data


def test_a_prefix_is_declared_where_the_template_declares_it_elsewhere():
    main = f'<p:presentation xmlns:p="{P}">{{}}</p:presentation>'
    masters = f'<p:sldMasterIdLst><p:sldMasterId xmlns:r="{R}" r:id="rId0"/></p:sldMasterIdLst>'
    slides = found(written(masters, main), f"{{{P}}}sldIdLst", f"{{{P}}}sldId")
    assert [slide.get(f"{{{R}}}id") for slide in slides] == ["rId1", "rId2", "rId3"]


@pytest.mark.parametrize("prefix", ["p14", "other"])
@pytest.mark.parametrize("extensions", ["", '<x:extLst><x:ext uri="mine"/></x:extLst>'])
def test_sections_are_listed_before_other_extensions_by_any_prefix(prefix, extensions):
    main = MAIN.replace("xmlns:r", f'xmlns:{prefix}="{P14}" xmlns:r')
    data = written(MASTERS + extensions, main)
    (listed,) = found(data, f"{{{P}}}extLst", f"{{{P}}}ext[1]", f"{{{P14}}}sectionLst")
    assert [section.get("name") for section in listed] == ['A & "B"', "C"]
    assert [len(section[0]) for section in listed] == [2, 1]
    assert data.count(P14.encode()) == 1
    assert (b'uri="mine"' in data) == bool(extensions)


def test_a_deck_without_sections_and_notes_has_no_lists_of_them():
    deck = "deck: {template: t.pptx}\nslides: [{title: One}]"
    root = parse(written(MASTERS, deck=deck))
    assert [each.tag.rpartition("}")[2] for each in root] == ["sldMasterIdLst", "sldIdLst"]


def test_sections_of_the_template_are_left_out():
    old = f'<x:ext uri="{SECTIONS_URI}"><z:sectionLst xmlns:z="{P14}"/></x:ext>'
    data = written(f"{MASTERS}<x:extLst>{old}</x:extLst>")
    assert data.count(SECTIONS_URI.encode()) == 1
    assert b"z:sectionLst" not in data
