"""Specimens -> a presentation with one text box a slide, as large as the paragraph may need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu as Length

from deckgen.units import inch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.agreement.specimens import Specimen
    from deckgen.text import StyledText

PAGE: Final = inch(40)
MARGIN: Final = inch(1)
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TARGET: Final = "https://example.org/"
_BLANK_LAYOUT: Final = 6


def write(specimens: Sequence[Specimen], path: Path) -> None:
    """Write the specimens to a presentation of square pages, large enough for each."""
    presentation = Presentation()
    presentation.slide_width = presentation.slide_height = Length(PAGE)
    for specimen in specimens:
        slide = presentation.slides.add_slide(presentation.slide_layouts[_BLANK_LAYOUT])
        place = (MARGIN, MARGIN, specimen.width, inch(36))
        box = slide.shapes.add_textbox(*(Length(int(length)) for length in place))
        body = box.text_frame._txBody  # noqa: SLF001
        for child in list(body):
            body.remove(child)
        link = slide.part.relate_to(_TARGET, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        for child in _body(specimen, link):
            body.append(child)
    presentation.save(str(path))


def _body(specimen: Specimen, link: str) -> tuple[etree._Element, ...]:
    properties = _element("bodyPr", wrap="square", lIns="0", tIns="0", rIns="0", bIns="0")
    paragraph = _element("p")
    _below(paragraph, "pPr", eaLnBrk="1", latinLnBrk="0", hangingPunct="1")
    for run in specimen.runs:
        _add_run(paragraph, run, "en-US" if specimen.is_western else "ja-JP", link)
    return properties, _element("lstStyle"), paragraph


def _add_run(paragraph: etree._Element, run: StyledText, language: str, link: str) -> None:
    other = "ja-JP" if language == "en-US" else "en-US"
    for index, piece in enumerate(run.text.split("\n")):
        if index:
            _below(_below(paragraph, "br"), "rPr", sz=str(int(run.font.size)))
        element = _below(paragraph, "r")
        font = run.font
        attributes = {"lang": language, "altLang": other, "sz": str(int(font.size))}
        attributes |= {"kern": "1200"} if font.kerning else {}
        attributes |= {"b": "1"} if font.bold else {}
        attributes |= {"i": "1"} if font.italic else {}
        properties = _below(element, "rPr", **attributes)
        _below(properties, "latin", typeface=font.latin)
        _below(properties, "ea", typeface=font.east_asian)
        _below(properties, "cs", typeface=font.complex_script)
        if run.link:
            _below(properties, "hlinkClick", **{_ID: link})
        _below(element, "t").text = piece


def _element(name: str, **attributes: str) -> etree._Element:
    return etree.Element(f"{{{_A}}}{name}", attributes)


def _below(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{_A}}}{name}", attributes)
