"""What of a template does more than show is told, and can be left out."""

import pytest

import deckgen
from deckgen.compiler import Options
from deckgen.opc.package import Package, Part, Relationship
from deckgen.opc.read import read_package
from deckgen.opc.xml import parse
from deckgen.template.active import (
    CONTROL,
    LINKED,
    OBJECT,
    PROGRAM,
    active_in,
    without_active,
)
from deckgen.world import MemoryWorld
from tests.support.packages import (
    OFFICE,
    SPACES,
    Master,
    layout,
    parts_of,
    relationships,
    zipped,
)

SLIDE = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAMED = "<p:nvPicPr><p:cNvPr id='0' name=''/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
OBJECT_FRAME = (
    "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='7' name='Sheet'/></p:nvGraphicFramePr>"
    "<a:graphic><a:graphicData><mc:AlternateContent><mc:Choice Requires='v'>"
    "<p:oleObj r:id='r1'><p:embed/></p:oleObj></mc:Choice><mc:Fallback>"
    "<p:oleObj r:id='r1'><p:embed/>{picture}</p:oleObj></mc:Fallback></mc:AlternateContent>"
    "</a:graphicData></a:graphic></p:graphicFrame>"
)
PREVIEW = f"<p:pic>{NAMED}<p:blipFill><a:blip r:embed='r2'/></p:blipFill></p:pic>"
VIDEO = (
    "<p:pic><p:nvPicPr><p:cNvPr id='3' name='Film'/><p:nvPr><a:videoFile r:link='r1'/></p:nvPr>"
    "</p:nvPicPr><p:blipFill><a:blip r:embed='r2'/></p:blipFill></p:pic>"
)


def to(kind, target, *, external=False, number=1):
    return Relationship(f"r{number}", f"{OFFICE}/{kind}", target, external)


def package(inner, *leads, kind=SLIDE, tail="", others=()):
    data = (
        f"<p:sldLayout {SPACES}><p:cSld><p:spTree>{inner}</p:spTree>{tail}</p:cSld></p:sldLayout>"
    )
    part = Part("/x.xml", kind, data.encode(), tuple(leads))
    return Package({part.name: part, **{other.name: other for other in others}}, ())


def cleaned(given):
    """Return what is active in a package, and its part without that."""
    found = [(item.kind, item.target) for item in active_in(given, given.parts.values())]
    stripped = without_active(given)
    assert list(active_in(stripped, stripped.parts.values())) == []
    part = stripped.parts["/x.xml"]
    ids = {"", *(relationship.id for relationship in part.relationships)}
    for element in parse(part.data).iter():
        for name, value in element.items():
            assert not str(name).startswith(f"{{{OFFICE}") or value in ids
    return found, part.data.decode()


def test_a_linked_picture_is_left_out():
    blip = "<p:blipFill><a:blip r:link='r1'/></p:blipFill>"
    lead = to("image", "http://example.org/a.png", external=True)
    found, data = cleaned(package(f"<p:pic>{NAMED}{blip}</p:pic>", lead))
    assert found == [(LINKED, "http://example.org/a.png")]
    assert "p:pic" not in data


def test_a_linked_picture_that_is_in_the_file_as_well_stays():
    blip = "<p:blipFill><a:blip r:embed='r2' r:link='r1'/></p:blipFill>"
    leads = (
        to("image", "http://example.org/a.png", external=True),
        to("image", "/a.png", number=2),
    )
    _, data = cleaned(package(f"<p:pic>{NAMED}{blip}</p:pic>", *leads))
    assert "<a:blip" in data
    assert 'r:embed="r2"' in data


def test_a_linked_ground_is_left_empty():
    _, data = cleaned(
        package(
            "<a:blipFill><a:blip r:link='r1'/></a:blipFill>", to("image", "//h/a", external=True)
        )
    )
    assert "<a:blip/>" in data


@pytest.mark.parametrize(
    "lead",
    [to("oleObject", "/o.bin"), to("package", "/o.docx"), to("oleObject", "//h/x", external=True)],
)
def test_an_object_becomes_the_picture_that_shows_it(lead):
    leads = (lead, to("image", "/a.png", number=2), to("vmlDrawing", "/v.vml", number=3))
    found, data = cleaned(package(OBJECT_FRAME.format(picture=PREVIEW), *leads))
    assert found == [(LINKED if lead.external else OBJECT, lead.target)]
    assert "oleObj" not in data
    assert "graphicFrame" not in data
    assert 'id="7" name="Sheet"' in data


def test_an_object_without_a_picture_is_left_out():
    _, data = cleaned(package(OBJECT_FRAME.format(picture=""), to("oleObject", "/o.bin")))
    assert "graphicFrame" not in data


def test_controls_are_left_out():
    controls = (
        "<mc:AlternateContent><mc:Choice Requires='v'>"
        "<p:controls><p:control r:id='r1'/></p:controls></mc:Choice>"
        "<mc:Fallback><p:controls><p:control r:id='r1'/></p:controls></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    found, data = cleaned(package("", to("control", "/activeX1.xml"), tail=controls))
    assert found == [(CONTROL, "/activeX1.xml")]
    assert "control" not in data
    assert "AlternateContent" not in data


def test_a_linked_film_becomes_its_picture():
    leads = (to("video", "//h/film.mp4", external=True), to("image", "/a.png", number=2))
    _, data = cleaned(package(VIDEO, *leads, tail="<p:timing/>"))
    assert "p:pic" in data
    assert "videoFile" not in data
    assert "timing" not in data


def test_a_film_in_the_file_is_not_active():
    found, data = cleaned(package(VIDEO, to("video", "/film.mp4"), to("image", "/a.png", number=2)))
    assert found == []
    assert "videoFile" in data


@pytest.mark.parametrize("target", ["file:///c:/a.exe", "\\\\h\\s", "a.docx", "javascript:x"])
def test_links_that_open_files_are_no_links_any_more(target):
    text = "<a:hlinkClick r:id='r1'/>"
    found, data = cleaned(package(text, to("hyperlink", target, external=True)))
    assert found == [(PROGRAM, target)]
    assert "hlinkClick" not in data


@pytest.mark.parametrize("target", ["https://example.org", "mailto:a@b.c", "HTTP://x"])
def test_links_to_the_web_stay(target):
    found, data = cleaned(
        package("<a:hlinkClick r:id='r1'/>", to("hyperlink", target, external=True))
    )
    assert found == []
    assert "hlinkClick" in data


@pytest.mark.parametrize("action", ["program", "macro?name=x", "ole?verb=0"])
def test_actions_that_run_something_are_left_out(action):
    found, data = cleaned(package(f"<a:hlinkClick r:id='' action='ppaction://{action}'/>"))
    assert found == [(PROGRAM, f"ppaction://{action}")]
    assert "hlinkClick" not in data


def test_actions_that_turn_pages_stay():
    found, data = cleaned(package("<a:hlinkClick r:id='' action='ppaction://hlinkshowjump'/>"))
    assert found == []
    assert "hlinkshowjump" in data


@pytest.mark.parametrize(
    ("kind", "active"),
    [(WORKBOOK, False), ("application/vnd.ms-excel.sheet.macroEnabled.12", True)],
)
def test_the_workbook_of_a_chart_stays_unless_it_holds_macros(kind, active):
    data = f"<c:externalData xmlns:c='urn:c' {SPACES} r:id='r1'/>"
    given = package(
        data, to("package", "/b.xlsx"), kind=CHART, others=(Part("/b.xlsx", kind, b""),)
    )
    found, data = cleaned(given)
    assert bool(found) == active
    assert ("externalData" in data) != active


def test_a_chart_keeps_no_link_to_a_workbook_elsewhere():
    data = f"<c:externalData xmlns:c='urn:c' {SPACES} r:id='r1'/>"
    lead = to("oleObject", "file:///d:/figures.xlsx", external=True)
    found, data = cleaned(package(data, lead, kind=CHART))
    assert [kind for kind, _ in found] == [LINKED]
    assert "externalData" not in data


@pytest.fixture
def world():
    """A world with a template whose layout shows a linked picture."""
    blip = "<p:blipFill><a:blip r:link='rId1'/><a:stretch/></p:blipFill>"
    picture = f"<p:pic>{NAMED.replace('0', '9')}{blip}<p:spPr/></p:pic>"
    parts = parts_of(Master(layouts=(layout(picture, name="A"),)))
    rels = "ppt/slideLayouts/_rels/slideLayout0.xml.rels"
    parts[rels] = relationships(
        ("slideMaster", "../slideMasters/slideMaster0.xml"), ("image", "http://example.org/a.png")
    ).replace('a.png"', 'a.png" TargetMode="External"')
    return MemoryWorld({"t.pptx": zipped(parts)})


DECK = "deck: {template: t.pptx}\nslides: [{title: x}]\n"


def test_a_deck_is_told_what_its_template_brings_with_it(world):
    compiled = deckgen.compile(DECK, world=world)
    (item,) = [item for item in compiled.diagnostics if item.code.slug == "active-content"]
    assert not item.is_error
    assert item.span.text == "t.pptx"
    assert "linked files: `http://example.org/a.png`" in item.message
    assert "--strip-active" in item.hints[0]


def test_nothing_of_it_is_in_a_deck_that_does_without(world):
    compiled = deckgen.compile(DECK, world=world, options=Options(strip_active=True))
    assert "active-content" not in [item.code.slug for item in compiled.diagnostics]
    assert compiled.output is not None
    parts = read_package(bytes(compiled.output)).parts.values()
    assert not any(lead.external for part in parts for lead in part.relationships)
