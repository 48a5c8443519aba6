"""What the speaker says goes into the notes, with its markers and emphasis."""

from io import BytesIO

import pptx

from deckgen.content import Baseline, Link, Marker, Paragraph, Run
from deckgen.emit import emit
from deckgen.opc.xml import parse, qn

_STYLES = ("strong", "link", "baseline", "underline")


def notes(unzipped, make, *paragraphs):
    pages = make.pages(make.page(make.text("x"), notes=paragraphs))
    return parse(unzipped(pages)["ppt/notesSlides/notesSlide1.xml"])


def said(make, text, **changes):
    styles = {name: changes.pop(name) for name in _STYLES if name in changes}
    return Paragraph((Run(text, make.span, **styles),), make.span, **changes)


def test_notes_are_those_of_their_slide(make):
    pages = make.pages(
        make.page(make.text("x"), slide="a"),
        make.page(make.text("y"), slide="b", notes=(said(make, "一"), said(make, "二"))),
    )
    first, second = pptx.Presentation(BytesIO(emit(pages).read())).slides
    assert not first.has_notes_slide
    assert second.notes_slide.notes_text_frame.text == "一\n二"


def test_notes_have_a_picture_of_the_slide(unzipped, make):
    types = [
        holder.get("type") for holder in notes(unzipped, make, said(make, "x")).iter(qn("p:ph"))
    ]
    assert types == ["sldImg", "body"]


def test_markers_of_lists_are_shown(unzipped, make):
    root = notes(
        unzipped,
        make,
        said(make, "a", marker=Marker.BULLET),
        said(make, "b", level=1, marker=Marker.NUMBER, number=3),
        said(make, "c", level=1, marker=Marker.NUMBER, number=4),
        said(make, "d"),
    )
    first, second, third, fourth = root.iter(qn("a:p"))
    assert first.find(f".//{qn('a:buChar')}").get("char") == "•"
    assert second.find(f".//{qn('a:buAutoNum')}").get("startAt") == "3"
    assert third.find(f".//{qn('a:buAutoNum')}").get("startAt") == "3"
    assert second.find(qn("a:pPr")).get("lvl") == "1"
    assert fourth.find(qn("a:pPr")) is None


def test_emphasis_language_and_links_are_kept(unzipped, make):
    link = Link("https://example.com/", make.span)
    root = notes(unzipped, make, said(make, "x", strong=True, link=link))
    properties = root.find(f".//{qn('a:rPr')}")
    assert properties.get("b") == "1"
    assert properties.get("lang") == "ja-JP"
    assert properties.find(qn("a:hlinkClick")) is not None


def test_a_link_to_a_slide_is_plain_text_in_notes(unzipped, make):
    root = notes(unzipped, make, said(make, "x", link=Link("#s1", make.span)))
    assert root.find(f".//{qn('a:hlinkClick')}") is None


def test_tasks_terms_and_scripts_are_shown(unzipped, make):
    root = notes(
        unzipped,
        make,
        said(make, "done", marker=Marker.BULLET, glyph="☑"),
        said(make, "term", marker=Marker.TERM),
        said(make, "2", baseline=Baseline.SUBSCRIPT, underline=True),
    )
    task, term, script = root.iter(qn("a:p"))
    assert task.find(f".//{qn('a:buChar')}").get("char") == "☑"
    assert term.find(f".//{qn('a:rPr')}").get("b") == "1"
    assert script.find(f".//{qn('a:rPr')}").get("baseline") == "-25000"
    assert script.find(f".//{qn('a:rPr')}").get("u") == "sng"
