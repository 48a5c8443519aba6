"""What is kept of a template's own properties and slides, and what is not."""

from __future__ import annotations

from deckgen.emit import kept, presentation
from deckgen.emit.used import used_slide
from deckgen.opc.package import Part, Relationship

SPACES = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def part(xml, *relationships):
    return Part("/ppt/part.xml", "application/xml", xml.encode(), tuple(relationships))


def test_views_lead_to_no_slides_of_the_template():
    slide = Relationship("rId1", KINDS + "slide", "/ppt/slides/slide1.xml")
    given = Part("/ppt/viewProps.xml", "application/x.viewProps+xml", b"<x/>", (slide,))
    made = kept._without_slides(given, "/ppt/slides/first.xml", b"<y/>")
    assert (made.data, made.relationships) == (b"<y/>", ())


def test_ids_of_relationships_that_are_taken_are_passed_over():
    taken = [Relationship(name, KINDS + "slide", "/x") for name in ("rId1", "rId3")]
    free = presentation._free_ids(taken)
    assert [next(free), next(free), next(free)] == ["rId2", "rId4", "rId5"]


def test_a_copied_slide_keeps_all_that_it_leads_to_but_its_notes_and_other_slides():
    leads = (
        Relationship("rId1", KINDS + "slideLayout", "/ppt/slideLayouts/slideLayout1.xml"),
        Relationship("rId2", KINDS + "notesSlide", "/ppt/notesSlides/notesSlide1.xml"),
        Relationship("rId3", KINDS + "slide", "/ppt/slides/slide7.xml"),
        Relationship("rId4", KINDS + "image", "/ppt/media/image1.png"),
    )
    made = used_slide(part("<x/>", *leads), "/ppt/slides/slide2.xml", "/ppt/slides/slide1.xml")
    assert [(rel.id, rel.target) for rel in made.relationships] == [
        ("rId1", "/ppt/slideLayouts/slideLayout1.xml"),
        ("rId3", "/ppt/slides/slide1.xml"),
        ("rId4", "/ppt/media/image1.png"),
    ]
    assert made.name == "/ppt/slides/slide2.xml"


def test_what_leads_to_slides_of_the_template_leads_to_the_first_of_the_deck():
    slide, image = (
        Relationship(f"rId{n}", KINDS + kind, f"/ppt/{kind}s/{kind}1.xml", external=False)
        for n, kind in enumerate(("slide", "image"), start=1)
    )
    given = part("<x/>", slide, image)
    found = kept._without_slides(given, "/ppt/slides/first.xml", None).relationships
    assert [each.target for each in found] == ["/ppt/slides/first.xml", image.target]
    alone = part("<x/>", image)
    assert kept._without_slides(alone, "/ppt/slides/first.xml", None) is alone
