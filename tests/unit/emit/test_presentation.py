"""The presentation part stays the template's, but for its slides and what belongs to them."""

import io

import pptx

from deckgen.emit import emit
from deckgen.opc.package import Relationship
from deckgen.opc.xml import NAMESPACES, parse, qn
from deckgen.records import replace
from deckgen.template.read import read_template
from tests.support.packages import Master, layout, presentation

P14 = f"{{{NAMESPACES['p14']}}}"


def read(unzipped, pages):
    return parse(unzipped(pages)["ppt/presentation.xml"])


def two(make, **changes):
    return make.pages(make.page(make.text("x")), make.page(make.text("y"), slide="b"), **changes)


def test_a_macro_enabled_template_becomes_a_presentation(unzipped, make):
    types = unzipped(two(make))["[Content_Types].xml"]
    assert b"presentationml.presentation.main+xml" in types
    assert b"macroEnabled" not in types


def test_slides_are_listed_from_the_first_id_on(unzipped, make):
    slides = read(unzipped, two(make)).find(qn("p:sldIdLst"))
    assert [slide.get("id") for slide in slides] == ["256", "257"]


def test_children_stand_in_the_order_of_the_schema(unzipped, make):
    names = [child.tag.rpartition("}")[2] for child in read(unzipped, two(make))]
    assert names == [
        "sldMasterIdLst",
        "sldIdLst",
        "sldSz",
        "notesSz",
        "embeddedFontLst",
        "extLst",
    ]


def test_settings_and_other_extensions_of_the_template_are_kept(unzipped, make):
    root = read(unzipped, two(make))
    assert root.get("saveSubsetFonts") == "1"
    extensions = [extension.get("uri") for extension in root.iter(qn("p:ext"))]
    assert extensions == ["{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"]


def test_text_boxes_stand_on_the_line_even_where_the_template_raises_them(unzipped, make):
    defaults = '<a:lvl1pPr><a:defRPr sz="2000" baseline="3999"/></a:lvl1pPr>'
    template = read_template(presentation(Master((layout(),)), defaults=defaults), "raised")
    page = replace(make.page(make.text("x")), layout=template.layouts[0])
    root = read(unzipped, replace(make.pages(page), template=template))
    (characters,) = root.iter(qn("a:defRPr"))
    assert dict(characters.attrib) == {"sz": "2000", "baseline": "0"}


def sections(unzipped, make, *names, language="ja"):
    pages = [
        make.page(make.text("x"), slide=str(index), section=name)
        for index, name in enumerate(names)
    ]
    root = read(unzipped, make.pages(*pages, language=language))
    return [
        (section.get("name"), [slide.get("id") for slide in section.iter(f"{P14}sldId")])
        for section in root.iter(f"{P14}section")
    ]


def test_neighbouring_pages_of_a_section_stand_together(unzipped, make):
    assert sections(unzipped, make, "A & B", "A & B", "C", "A & B") == [
        ("A & B", ["256", "257"]),
        ("C", ["258"]),
        ("A & B", ["259"]),
    ]


def test_pages_before_the_first_section_get_one_as_powerpoint_names_it(unzipped, make):
    assert sections(unzipped, make, None, "A")[0] == ("既定のセクション", ["256"])
    assert sections(unzipped, make, None, "A", language="en")[0][0] == "Default Section"


def test_each_section_has_an_identity_of_its_own(unzipped, make):
    pages = [make.page(make.text("x"), slide=name, section=name) for name in ("A", "B", "A")]
    root = read(unzipped, make.pages(*pages))
    identities = [section.get("id") for section in root.iter(f"{P14}section")]
    assert len(set(identities)) == 3


def test_a_deck_without_sections_has_no_list_of_them(unzipped, make):
    assert sections(unzipped, make, None, None) == []


def test_the_deck_opens_on_its_slides_and_shows_all_of_them(unzipped, make):
    files = unzipped(two(make))
    assert b"sldMasterView" not in files["ppt/viewProps.xml"]
    assert b"<p:sld " not in files["ppt/viewProps.xml"]
    assert b"<p:sldAll/>" in files["ppt/presProps.xml"]
    assert "ppt/_rels/viewProps.xml.rels" not in files


def test_a_link_in_a_layout_to_a_slide_of_the_template_leads_to_the_first_slide(unzipped, make):
    name = "/ppt/slideLayouts/slideLayout1.xml"
    package = make.template.package
    layout = package.parts[name]
    link = Relationship(
        "rId7", layout.relationships[0].type[:-11] + "slide", "/ppt/slides/slide1.xml"
    )
    parts = {
        **package.parts,
        name: replace(layout, relationships=(*layout.relationships, link)),
        "/ppt/slides/slide9.xml": package.parts["/ppt/slides/slide1.xml"],
    }
    template = replace(make.template, package=replace(package, parts=parts))
    files = unzipped(replace(two(make), template=template))
    assert b'Id="rId7"' in files["ppt/slideLayouts/_rels/slideLayout1.xml.rels"]
    assert b"../slides/slide1.xml" in files["ppt/slideLayouts/_rels/slideLayout1.xml.rels"]


def test_properties_say_what_the_deck_says_and_no_date(unzipped, make):
    pages = two(make, title="題 <1>", author="著者", keywords="a, b", company="会社 & 社")
    core = pptx.Presentation(io.BytesIO(emit(pages).read())).core_properties
    assert (core.title, core.author, core.keywords) == ("題 <1>", "著者", "a, b")
    files = unzipped(pages)
    assert "会社 &amp; 社".encode() in files["docProps/app.xml"]
    assert b"dcterms" not in files["docProps/core.xml"]
