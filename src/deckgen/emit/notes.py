"""What the speaker says -> the notes part of a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Marker
from deckgen.emit.bullets import Numbering, bullet
from deckgen.emit.relations import NOTES_MASTER, SLIDE
from deckgen.emit.slides import END, TREE
from deckgen.emit.text import BASELINES, runs_of
from deckgen.emit.xml import HEADER, NAMESPACES, element, encode
from deckgen.opc.package import Part
from deckgen.records import replace
from deckgen.styles import NO_BULLET, Bullet, BulletKind
from deckgen.units import mm

if TYPE_CHECKING:
    from deckgen.content import Paragraph, Run
    from deckgen.emit.canvas import Canvas

NOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"

_STEP: Final = mm(5)
"""How far a level of a list is indented, and its text from its marker."""
_MARKS: Final = {
    Marker.BULLET: Bullet(BulletKind.CHARACTER, "•", font="Arial"),
    Marker.NUMBER: Bullet(BulletKind.NUMBER, "arabicPeriod"),
}
_LEADING: Final = (Marker.HEADING, Marker.TERM)


def notes_slide(
    paragraphs: tuple[Paragraph, ...], name: str, slide: str, master: str, canvas: Canvas
) -> Part:
    """Return the notes part of a slide: its picture, and what the speaker says below."""
    canvas.relations.add(NOTES_MASTER, master)
    canvas.relations.add(SLIDE, slide)
    image = (
        f"<p:sp><p:nvSpPr><p:cNvPr{canvas.identity('Slide Image')}/>"
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    body = (
        f"<p:sp><p:nvSpPr><p:cNvPr{canvas.identity('Notes')}/>"
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{_paragraphs(paragraphs, canvas)}</p:txBody></p:sp>"
    )
    xml = f"{HEADER}<p:notes {NAMESPACES}><p:cSld>{TREE}{image}{body}{END}</p:notes>"
    return Part(name, NOTES_TYPE, encode(xml), canvas.relations.all())


def _paragraphs(paragraphs: tuple[Paragraph, ...], canvas: Canvas) -> str:
    numbering, written = Numbering(), []
    for paragraph in paragraphs:
        mark = _MARKS.get(paragraph.marker, NO_BULLET)
        if paragraph.glyph:
            mark = replace(mark, text=paragraph.glyph)
        start = numbering.start(paragraph.level, mark, paragraph.number)
        leads = paragraph.marker in _LEADING
        runs = "".join([_run(run, leads, canvas) for run in paragraph.runs if run.text])
        written.append(f"<a:p>{_properties(paragraph, mark, start)}{runs}</a:p>")
    return "".join(written)


def _properties(paragraph: Paragraph, mark: Bullet, start: int) -> str:
    """Return level, indents and marker; none for a paragraph at the margin."""
    marked = mark is not NO_BULLET
    depth = paragraph.level + (1 if marked or paragraph.indented else 0)
    if not depth:
        return ""
    level = f' lvl="{paragraph.level}"' if paragraph.level else ""
    attributes = f' marL="{_STEP * depth}"{level} indent="{-_STEP if marked else 0}"'
    return element("a:pPr", attributes, bullet(mark, None, start) if marked else "")


def _run(run: Run, leads: bool, canvas: Canvas) -> str:
    attributes = canvas.language(canvas.deck.language)
    attributes += ' b="1"' if run.strong or leads else ""
    attributes += ' i="1"' if run.emphasis else ""
    attributes += ' u="sng"' if run.underline else ""
    attributes += ' strike="sngStrike"' if run.strike else ""
    attributes += BASELINES[run.baseline]
    leads_out = run.link is not None and run.link.slide_id is None
    link = canvas.link(run.link) if run.link is not None and leads_out else ""
    return runs_of(run.text, element("a:rPr", attributes, link))
