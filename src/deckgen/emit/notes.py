"""What the speaker says -> the notes part of a slide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Marker
from deckgen.emit.bullets import bullet
from deckgen.emit.relations import NOTES_MASTER, SLIDE
from deckgen.emit.runs import broken
from deckgen.emit.slides import END, TREE
from deckgen.emit.xml import HEADER, NAMESPACES, element
from deckgen.opc.package import Part
from deckgen.template.model import Bullet, BulletKind
from deckgen.units import mm

if TYPE_CHECKING:
    from deckgen.content import Paragraph, Run
    from deckgen.emit.canvas import Canvas

NOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"

_STEP: Final = mm(5)
"""How far a level of a list is indented, and its text from its marker."""
_BULLET: Final = Bullet(BulletKind.CHARACTER, "•", font="Arial")
_NUMBER: Final = Bullet(BulletKind.NUMBER, "arabicPeriod")


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
    return Part(name, NOTES_TYPE, xml.encode(), canvas.relations.all())


def _paragraphs(paragraphs: tuple[Paragraph, ...], canvas: Canvas) -> str:
    written = []
    for paragraph in paragraphs:
        runs = "".join([_run(run, canvas) for run in paragraph.runs if run.text])
        written.append(f"<a:p>{_properties(paragraph)}{runs}</a:p>")
    return "".join(written)


def _properties(paragraph: Paragraph) -> str:
    """Return marker and indents; an ordinal starts a sequence of its own, so that it is shown."""
    match paragraph.marker:
        case Marker.BULLET:
            mark = bullet(_BULLET, None)
        case Marker.NUMBER:
            mark = bullet(_NUMBER, None, paragraph.number or 1)
        case _:
            mark = ""
    depth = paragraph.level + (1 if mark or paragraph.indented else 0)
    if not depth:
        return ""
    indent = f' indent="{-_STEP}"' if mark else ' indent="0"'
    level = f' lvl="{min(paragraph.level, 8)}"' if paragraph.level else ""
    return element("a:pPr", f' marL="{_STEP * depth}"{level}{indent}', mark)


def _run(run: Run, canvas: Canvas) -> str:
    attributes = canvas.language(canvas.deck.language)
    attributes += ' b="1"' if run.strong else ""
    attributes += ' i="1"' if run.emphasis else ""
    attributes += ' strike="sngStrike"' if run.strike else ""
    leads_out = run.link is not None and run.link.slide_id is None
    link = canvas.link(run.link) if run.link is not None and leads_out else ""
    return broken(run.text, element("a:rPr", attributes, link))
