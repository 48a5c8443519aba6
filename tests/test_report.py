"""The report that the project is made for: every line is in the file, and the file is sound."""

from __future__ import annotations

import io
import os
import posixpath
import subprocess
import sys
import zipfile
from collections import Counter
from importlib.resources import files

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from deckgen.compiler import Options, build_file
from tests.support.building import REPORT, TEMPLATES
from tests.support.report import report_slides, squeezed

SLIDES = report_slides()
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


OTHER_PLACES = {
    PP_PLACEHOLDER.TITLE,
    PP_PLACEHOLDER.CENTER_TITLE,
    PP_PLACEHOLDER.DATE,
    PP_PLACEHOLDER.FOOTER,
    PP_PLACEHOLDER.SLIDE_NUMBER,
}


@pytest.fixture(scope="module", params=TEMPLATES)
def built(request):
    """The report on a template: its bytes, and the name of the template."""
    compiled = build_file(REPORT, Options(template=request.param)).run()
    assert compiled.diagnostics == ()
    assert compiled.output is not None
    return compiled.output, request.param


@pytest.fixture(scope="module")
def parts(built):
    with zipfile.ZipFile(io.BytesIO(built[0])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def slides(built):
    """The slides on either template, as python-pptx reads them."""
    return list(Presentation(io.BytesIO(built[0])).slides)


@pytest.fixture(scope="module")
def pages():
    """The slides on the report's own template."""
    compiled = build_file(REPORT).run()
    assert compiled.output is not None
    return list(Presentation(io.BytesIO(compiled.output)).slides)


def lines_of(slide):
    """Return the paragraphs of a slide other than its title and footers."""
    return [
        paragraph
        for shape in slide.shapes
        if shape.has_text_frame
        and not (shape.is_placeholder and shape.placeholder_format.type in OTHER_PLACES)
        for paragraph in shape.text_frame.paragraphs
    ]


def test_every_line_is_in_its_place_on_either_template(slides):
    found = [(p.level, squeezed(p.text)) for slide in slides for p in lines_of(slide)]
    lines = [line for slide in SLIDES for line in slide.lines]
    assert found == [(line.level, squeezed(line.text)) for line in lines]


def test_each_slide_of_the_report_is_one_page_on_its_own_template(pages):
    assert len(pages) == len(SLIDES) == 31


@pytest.mark.parametrize("number", range(31))
def test_a_page_has_the_title_and_every_line(pages, number):
    expected, page = SLIDES[number], pages[number]
    assert squeezed(page.shapes.title.text_frame.text) == squeezed(expected.title)
    found = [(p.level, squeezed(p.text)) for p in lines_of(page)]
    assert found == [(line.level, squeezed(line.text)) for line in expected.lines]


def test_emphasis_and_links_are_where_the_report_has_them(slides):
    lines = [line for slide in SLIDES[1:] for line in slide.lines]
    paragraphs = [paragraph for slide in slides[1:] for paragraph in lines_of(slide)]
    for line, paragraph in zip(lines, paragraphs, strict=True):
        assert {run.font.bold is True for run in paragraph.runs} == {line.strong}
        assert {run.hyperlink.address for run in paragraph.runs} == {line.link}


def test_items_have_bullets_and_other_lines_have_none(slides):
    lines = [line for slide in SLIDES[1:] for line in slide.lines]
    paragraphs = [paragraph for slide in slides[1:] for paragraph in lines_of(slide)]
    for line, paragraph in zip(lines, paragraphs, strict=True):
        assert (paragraph._p.find(f"{A}pPr/{A}buNone") is None) == line.is_item


def test_pictures_say_what_they_show(slides):
    shapes = [shape for slide in slides for shape in slide.shapes]
    pictures = [shape for shape in shapes if shape._element.tag == f"{P}pic"]
    assert len(pictures) == 11
    for picture in pictures:
        assert picture._element.nvPicPr.cNvPr.get("descr").strip()


def test_titles_tell_pages_apart(slides):
    titles = Counter(slide.shapes.title.text_frame.text for slide in slides)
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_templates_parts_pass_through_byte_for_byte(built, parts):
    template = files("deckgen.templates") / f"{built[1]}.pptx"
    with zipfile.ZipFile(io.BytesIO(template.read_bytes())) as archive:
        kept = [
            name
            for name in archive.namelist()
            if name.startswith(("ppt/theme/", "ppt/slideMasters/", "ppt/slideLayouts/"))
        ]
        assert kept
        for name in kept:
            assert parts[name] == archive.read(name), name


def test_no_name_is_in_the_archive_twice(built):
    with zipfile.ZipFile(io.BytesIO(built[0])) as archive:
        names = [name.lower() for name in archive.namelist()]
    assert len(set(names)) == len(names)


def test_no_id_is_given_twice_in_a_part(parts):
    for name, data in parts.items():
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notes")):
            ids = [item.get("id") for item in etree.fromstring(data).iter(f"{P}cNvPr")]
            assert len(set(ids)) == len(ids), name
    root = etree.fromstring(parts["ppt/presentation.xml"])
    ids = [item.get("id") for item in root.iter(f"{P}sldId", f"{P}sldMasterId")]
    assert len(set(ids)) == len(ids)


def relationships(parts):
    """Return for each part the ids and targets of its relationships."""
    for name, data in parts.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.rpartition("_rels/")
        found = list(etree.fromstring(data))
        yield f"{folder}{file.removesuffix('.rels')}", folder, found


def test_every_relationship_leads_to_a_part(parts):
    for owner, folder, found in relationships(parts):
        assert not owner or owner in parts
        ids = [item.get("Id") for item in found]
        assert len(set(ids)) == len(ids), owner
        for item in found:
            if item.get("TargetMode") == "External":
                continue
            target = item.get("Target")
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            assert posixpath.normpath(path) in parts, (owner, target)


def test_every_relationship_that_a_part_names_is_there(parts):
    known = {owner: {item.get("Id") for item in found} for owner, _, found in relationships(parts)}
    for name, data in parts.items():
        if name.endswith(".xml") and name.startswith("ppt/"):
            attributes = [pair for item in etree.fromstring(data).iter() for pair in item.items()]
            named = {value for key, value in attributes if str(key).startswith(R)}
            assert named <= known.get(name, set()), name


def test_every_part_has_a_content_type(parts):
    types = list(etree.fromstring(parts["[Content_Types].xml"]))
    extensions = {item.get("Extension") for item in types}
    names = {item.get("PartName", "/") for item in types} - {"/"}
    for name in set(parts) - {"[Content_Types].xml"}:
        assert f"/{name}" in names or name.rpartition(".")[2] in extensions, name
    assert {name[1:] for name in names} <= set(parts)


def test_the_file_says_what_it_is(built):
    properties = Presentation(io.BytesIO(built[0])).core_properties
    assert properties.title == "OpenStack Summit 報告"
    assert properties.subject == "OpenStack Summit 2016 Barcelona"
    assert properties.language == "ja-JP"


def test_the_same_deck_gives_the_same_bytes(built):
    again = build_file(REPORT, Options(template=built[1])).run()
    assert again.output == built[0]


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_bytes_do_not_depend_on_the_hash_seed(built, seed, tmp_path):
    output, template = tmp_path / "report.pptx", built[1]
    command = [sys.executable, "-m", "deckgen", str(REPORT), "-o", str(output)]
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": f"UTC{seed}", "LC_ALL": "C"}
    subprocess.run(
        [*command, "--template", template], check=True, cwd=tmp_path, env=environment, timeout=300
    )
    assert output.read_bytes() == built[0]
