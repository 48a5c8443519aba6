"""Placed pages become a package that is sound, repeatable and the template's own."""

import posixpath
import zipfile
from importlib.resources import files
from io import BytesIO

import pptx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

import deckgen.templates
from deckgen.colors import Color
from deckgen.content import Link, Paragraph, Run
from deckgen.drawn import Outline, Shape, Stroke
from deckgen.emit import emit
from deckgen.geometry import Rect
from deckgen.opc.package import Relationship
from deckgen.opc.xml import qn
from deckgen.pages import Cell, Picture, Row, TableFrame
from deckgen.presets import Geometry
from deckgen.records import replace
from deckgen.styles import BodyProperties
from deckgen.template.model import Role
from deckgen.template.read import read_template
from deckgen.units import pt

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)


def _full(make):
    """Return pages with notes, pictures, links, sections and hidden slides."""
    link = Link("https://example.com/", make.span)
    jump = Link("#two", make.span)
    picture = Picture(Rect(pt(9), pt(9), pt(80), pt(60)), make.picture(), "alt", "Picture")
    body = make.text(make.paragraph(make.run("web", link=link), make.run("jump", link=jump)))
    notes = (Paragraph((Run("spoken", make.span, link=link),), make.span),)
    title = make.text("表題", role=Role.TITLE)
    return make.pages(
        make.page(title, body, picture, picture, notes=notes, section="A"),
        make.page(make.hidden_title("二"), body, slide="two", section="B", hidden=True),
        make.page(title, notes=notes, slide="three", section="B"),
        targets={"s1": 0, "two": 1, "three": 2},
        title="題",
        author="著者",
    )


def test_the_same_pages_give_the_same_bytes(make):
    assert emit(_full(make)).read() == emit(_full(make)).read()


def test_the_file_opens_and_says_what_the_pages_say(make):
    opened = pptx.Presentation(BytesIO(emit(_full(make)).read()))
    first, second, third = opened.slides
    assert first.shapes.title.text == "表題"
    assert first.placeholders[1].text == "webjump"
    assert first.notes_slide.notes_text_frame.text == "spoken"
    assert second.shapes.title.text == "二"
    assert not second.has_notes_slide
    assert second._element.get("show") == "0"
    assert third.slide_layout.name == opened.slide_layouts[0].name
    assert opened.core_properties.title == "題"


@settings(max_examples=60)
@given(title=ANYTHING, body=ANYTHING, spoken=ANYTHING)
def test_any_text_comes_back_from_the_file_without_what_xml_cannot_hold(make, title, body, spoken):
    notes = (Paragraph((Run(spoken, make.span),), make.span),)
    items = (make.text(title, role=Role.TITLE), make.text(body), make.text_box(body))
    data = emit(make.pages(make.page(*items, title=title, notes=notes), title=title)).read()
    slide = pptx.Presentation(BytesIO(data)).slides[0]
    assert slide.shapes.title.text == _shown(title)
    assert slide.placeholders[1].text == _shown(body)
    assert slide.shapes[2].text_frame.text == _shown(body)
    assert slide.notes_slide.notes_text_frame.text == _shown(spoken)


def _shown(text):
    legal = "".join(c for c in text if c >= " " or c in "\t\n")
    legal = "".join(c for c in legal if not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
    return legal.replace("\n", "\v")  # python-pptx reads a break within a paragraph so


def _items(make):
    """Return items of every kind, to make pages of."""
    box, line = Rect(pt(9), pt(9), pt(80), pt(60)), Outline(Color("00FF00"), pt(1))
    web, jump = Link("https://example.com/", make.span), Link("#0", make.span)
    cell = Cell((make.paragraph(make.run("c", link=web)),), BodyProperties())
    return {
        "title": make.text("題", role=Role.TITLE),
        "hidden": make.hidden_title("題"),
        "body": make.text(make.paragraph(make.run("w", link=web), make.run("j", link=jump))),
        "box": make.text_box("x"),
        "red": Picture(box, make.picture("red"), "", "Picture", link=jump),
        "blue": Picture(box, make.picture("blue"), "alt", "Picture"),
        "table": TableFrame(
            box, (pt(80),), (Row(pt(9), (cell,)),), make.levels, True, line, "Table"
        ),
        "shape": Shape(box, Geometry.ELLIPSE, None, line, "Shape"),
        "stroke": Stroke(box, line, "Shape"),
    }


KINDS = ("title", "hidden", "body", "box", "red", "blue", "table", "shape", "stroke")
OUTLINES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(KINDS), max_size=5, unique=True),
        st.booleans(),
        st.sampled_from([None, "A", "B"]),
    ),
    max_size=4,
)
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@settings(max_examples=40)
@given(outline=OUTLINES)
@example(outline=[([*KINDS], True, None), ([*KINDS], True, "A"), ([], False, "A")])
def test_every_deck_is_sound(make, unzipped, outline):
    items = _items(make)
    notes = (Paragraph((Run("n", make.span, link=Link("https://a.b/", make.span)),), make.span),)
    pages = make.pages(
        *(
            make.page(
                *(items[kind] for kind in kinds),
                slide=str(index),
                notes=notes if spoken else (),
                section=section,
            )
            for index, (kinds, spoken, section) in enumerate(outline)
        ),
        targets={str(index): index for index in range(len(outline))},
    )
    found = unzipped(pages)
    for name, data in found.items():
        if name.endswith(".rels"):
            _check_targets(name, data, found)
        elif name.startswith(("ppt/slides/", "ppt/notesSlides/", "ppt/presentation.xml")):
            _check_part(name, etree.fromstring(data), found)
    assert len(pptx.Presentation(BytesIO(emit(pages).read())).slides) == len(outline)


def _check_targets(name, data, found):
    folder = posixpath.dirname(posixpath.dirname(name))
    relationships = etree.fromstring(data)
    ids = [item.get("Id") for item in relationships]
    assert len(set(ids)) == len(ids)
    for item in relationships:
        if item.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, item.get("Target", "")))
            assert target[1:] in found


def _check_part(name, root, found):
    folder, base = posixpath.split(name)
    relationships = etree.fromstring(found[f"{folder}/_rels/{base}.rels"])
    used = {
        value
        for element in root.iter()
        for key, value in element.items()
        if str(key).startswith(RELATION)
    }
    assert used <= {item.get("Id") for item in relationships}
    ids = [shape.get("id") for shape in root.iter(qn("p:cNvPr"))]
    assert len(set(ids)) == len(ids)


def test_shape_ids_and_names_are_unique_on_each_slide(make):
    box = make.text_box("x", name="Box")
    page = make.page(make.text("a"), box, box, replace(box, name="Box 2"), replace(box, name=""))
    slide = pptx.Presentation(BytesIO(emit(make.pages(page)).read())).slides[0]
    ids = [shape.shape_id for shape in slide.shapes]
    names = [shape.name for shape in slide.shapes]
    assert ids == list(range(2, 2 + len(ids)))
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/slideMasters/_rels/slideMaster1.xml.rels",
        "ppt/slideLayouts/slideLayout1.xml",
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels",
        "ppt/theme/theme1.xml",
        "ppt/tableStyles.xml",
        "ppt/fonts/font1.fntdata",
        "ppt/media/image1.png",
    ],
)
def test_what_the_template_gives_passes_through_byte_for_byte(make, unzipped, name):
    folder, _, base = name.rpartition("/")
    parts = make.template.package.parts
    if name.endswith(".rels"):
        own = parts[f"/{folder.removesuffix('/_rels')}/{base.removesuffix('.rels')}"].rels
    else:
        own = parts[f"/{name}"].data
    assert unzipped(_full(make))[name] == own


def test_nothing_of_the_templates_own_slides_and_macros_is_left(make, unzipped):
    found = unzipped(make.pages(make.page(make.text("x"))))
    left = ("vbaProject", "tags", "comment", "thumbnail", "image2")
    assert not [name for name in found if any(word in name for word in left)]
    assert b"of the slide" not in found.values()


def test_one_part_holds_a_picture_however_often_it_is_shown(make, unzipped):
    box = Rect(pt(9), pt(9), pt(80), pt(60))
    red = Picture(box, make.picture("red"), "", "Picture")
    blue = Picture(box, make.picture("blue", "JPEG"), "", "Picture")
    found = unzipped(make.pages(make.page(blue, red, red), make.page(red, slide="two")))
    media = {name: data for name, data in found.items() if name.startswith("ppt/media/")}
    assert sorted(media) == [
        "ppt/media/image1.jpeg",
        "ppt/media/image1.png",
        "ppt/media/image2.png",
    ]
    assert media["ppt/media/image2.png"] == red.file.shown.read()


def test_a_template_without_a_notes_master_gets_one_in_its_theme(make, unzipped):
    found = unzipped(_full(make))
    assert found["ppt/theme/theme2.xml"] == found["ppt/theme/theme1.xml"]
    assert b"notesMasterIdLst" in found["ppt/presentation.xml"]
    assert b"notesMasters/notesMaster1.xml" in found["ppt/_rels/presentation.xml.rels"]


def test_a_deck_without_notes_gets_no_notes_master(make, unzipped):
    found = unzipped(make.pages(make.page(make.text("x"))))
    assert not [name for name in found if "notes" in name]


def test_a_templates_own_notes_master_is_used(make, unzipped):
    with_notes = unzipped(_full(make))
    package = make.template.package
    name = "/ppt/notesMasters/notesMaster1.xml"
    document = package.parts["/ppt/presentation.xml"]
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/notesMaster"
    master = replace(document, name=name, data=with_notes[name[1:]], relationships=(), rels=None)
    document = replace(
        document, relationships=(*document.relationships, Relationship("rId20", kind, name))
    )
    parts = {**package.parts, document.name: document, name: master}
    template = replace(make.template, package=replace(package, parts=parts))
    found = unzipped(replace(_full(make), template=template))
    assert found[name[1:]] == master.data
    assert "ppt/theme/theme2.xml" not in found
    assert b'r:id="rId20"' in found["ppt/presentation.xml"]


def test_a_link_to_a_slide_leads_to_its_first_page(make, unzipped):
    found = unzipped(_full(make))
    assert b'Target="slide2.xml"' in found["ppt/slides/_rels/slide1.xml.rels"]
    assert b'action="ppaction://hlinksldjump"' in found["ppt/slides/slide1.xml"]


def test_all_entries_bear_the_same_fixed_date(make):
    with zipfile.ZipFile(BytesIO(emit(_full(make)).read())) as file:
        assert {item.date_time for item in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_deck_without_pages_is_a_file_without_slides(make):
    assert len(pptx.Presentation(BytesIO(emit(make.pages()).read())).slides) == 0


@pytest.mark.parametrize("name", ["corporate", "plain"])
def test_all_masters_layouts_and_themes_of_the_built_in_templates_pass_through(
    make, unzipped, name
):
    data = (files(deckgen.templates) / f"{name}.pptx").read_bytes()
    template = read_template(data, name)
    page = replace(make.page(title="題"), layout=template.layouts[0])
    written = unzipped(replace(make.pages(page), template=template))
    with zipfile.ZipFile(BytesIO(data)) as file:
        kept = [
            item
            for item in file.namelist()
            if item.startswith(("ppt/slideMasters", "ppt/slideLayouts", "ppt/theme", "ppt/media"))
        ]
        assert kept
        assert {item: file.read(item) for item in kept} == {item: written[item] for item in kept}
