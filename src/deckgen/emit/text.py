"""Placed paragraphs -> the paragraphs of a text body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.emit import styles
from deckgen.emit.bullets import Numbering, bullet
from deckgen.emit.runs import end_properties, run_elements
from deckgen.emit.xml import element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.emit.canvas import Canvas
    from deckgen.placed_text import PlacedParagraph
    from deckgen.styles import LevelStyle


def paragraph_elements(
    paragraphs: Sequence[PlacedParagraph], levels: Sequence[LevelStyle] | None, canvas: Canvas
) -> str:
    """Return `a:p` elements with what differs from the levels that the frame gives them.

    In a table, where none can be relied upon, all of their style but the colour is written. A text
    body needs a paragraph, so there is an empty one where there is none.
    """
    numbering = Numbering()
    written = []
    for paragraph in paragraphs:
        base = levels[paragraph.level] if levels else None
        start = numbering.start(paragraph.level, paragraph.bullet, paragraph.number)
        written.append(_paragraph(paragraph, base, start, canvas))
    return "".join(written) or "<a:p/>"


def _paragraph(
    paragraph: PlacedParagraph, base: LevelStyle | None, start: int, canvas: Canvas
) -> str:
    style = paragraph.style
    if base is not None and style == base:
        style = base  # from here on, a style is the level's own or differs from it
    properties = _properties(paragraph, style, base, start)
    runs = [
        run_elements(run, style, base, canvas) for run in paragraph.runs if run.text or run.field
    ]
    end = end_properties(paragraph.runs, style, base, canvas)
    return f"<a:p>{properties}{''.join(runs)}{end}</a:p>"


def _properties(
    paragraph: PlacedParagraph, style: LevelStyle, base: LevelStyle | None, start: int
) -> str:
    attributes = f' lvl="{paragraph.level}"' if paragraph.level else ""
    content = ""
    if style is not base:
        attributes += styles.paragraph_attributes(style, base)
        content = styles.spacings(style, base)
    content += bullet(paragraph.bullet, base.bullet if base else None, start)
    if paragraph.stop is not None:
        content += f'<a:tabLst><a:tab pos="{paragraph.stop}" algn="r"/></a:tabLst>'
    return element("a:pPr", attributes, content) if attributes or content else ""
