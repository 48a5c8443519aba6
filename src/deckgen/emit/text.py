"""Placed paragraphs -> the `a:p` of a text body, their runs as `a:r`, `a:br` and `a:fld`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Baseline
from deckgen.emit import styles
from deckgen.emit.bullets import Numbering, bullet
from deckgen.emit.paint import color as color_element
from deckgen.emit.paint import fill
from deckgen.emit.xml import element, text
from deckgen.placed_text import Field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.emit.canvas import Canvas
    from deckgen.placed_text import PlacedParagraph, PlacedRun
    from deckgen.styles import LevelStyle

_OWN_COLOR: Final = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"'
    ' val="tx"/></a:ext></a:extLst>'
)
"""Has PowerPoint paint a link in its run's colour and not in the theme's colour for links."""

BASELINES: Final = {
    Baseline.NORMAL: "",
    Baseline.SUPERSCRIPT: ' baseline="30000"',
    Baseline.SUBSCRIPT: ' baseline="-25000"',
}
"""What PowerPoint writes: superscripts are raised by 30 %, subscripts lowered by 25 %.

The attribute is that of ECMA-376-1, 21.1.2.3.9.
"""

_FIELD_IDS: Final = {Field.SLIDE_NUMBER: "BA15E416-82F7-574F-B914-CB98E18BA46D"}


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
    properties = _paragraph_properties(paragraph, style, base, start)
    runs = [
        run_elements(run, style, base, canvas) for run in paragraph.runs if run.text or run.field
    ]
    end = _end_properties(paragraph.runs, style, base, canvas)
    return f"<a:p>{properties}{''.join(runs)}{end}</a:p>"


def _paragraph_properties(
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


def run_elements(run: PlacedRun, style: LevelStyle, base: LevelStyle | None, canvas: Canvas) -> str:
    """Return the elements for a run: text with its hard line breaks, or a field.

    `style` is that of the run's paragraph, `base` what the file gives the paragraph's level.
    """
    if run.formula is not None and canvas.has_formulas:
        from deckgen.emit.omml import formula_element  # few decks need it

        return formula_element(run.formula, *_around(run, style, base, canvas))
    properties = element("a:rPr", *_run_properties(run, style, base, canvas))
    if run.field is not None:
        return _field(run.field, properties, run.text)
    return runs_of(run.text, properties)


def _around(
    run: PlacedRun, style: LevelStyle, base: LevelStyle | None, canvas: Canvas
) -> tuple[str, str]:
    """Return language and size, and the colour, of the text that a formula stands in."""
    size = "" if base is not None and run.font.size == base.size else f' sz="{run.font.size}"'
    color = run.color or (style.color if base is not None else None)
    own = color is not None and (base is None or color != base.color)
    return f"{canvas.language(run.language)}{size}", fill(color) if own and color else ""


def runs_of(content: str, properties: str) -> str:
    """Return the runs for text in one look, with breaks where it has line feeds."""
    if "\n" not in content:
        return f"<a:r>{properties}<a:t>{text(content)}</a:t></a:r>"
    pieces = (
        f"<a:r>{properties}<a:t>{text(piece)}</a:t></a:r>" if piece else ""
        for piece in content.split("\n")
    )
    return f"<a:br>{properties}</a:br>".join(pieces)


def _end_properties(
    runs: Sequence[PlacedRun], style: LevelStyle, base: LevelStyle | None, canvas: Canvas
) -> str:
    """Return `a:endParaRPr`: the look of text typed at the end, and the height of an empty line."""
    attributes = canvas.language(runs[-1].language if runs else canvas.deck.language)
    if style is not base:
        attributes += styles.character_attributes(style, base)
    return f"<a:endParaRPr{attributes}/>"


def _run_properties(
    run: PlacedRun, style: LevelStyle, base: LevelStyle | None, canvas: Canvas
) -> tuple[str, str]:
    """Return attributes and content of `a:rPr`: what differs from the level's style.

    Without a base the text is in a table, whose style colours the text of its header and bands.
    """
    attributes = canvas.language(run.language) + styles.character_attributes(run.font, base)
    if run.underline:
        attributes += ' u="sng"'
    elif run.link is not None and run.link.quiet:
        attributes += ' u="none"'
    if run.strike:
        attributes += ' strike="sngStrike"'
    attributes += BASELINES[run.baseline]
    if style is not base:
        attributes += styles.letter_attributes(style, base)
    if base is None and run.baseline is Baseline.NORMAL:
        attributes += styles.ON_THE_LINE
    color = run.color or (style.color if base is not None else None)
    content = fill(color) if color is not None and (base is None or color != base.color) else ""
    if run.highlight is not None:
        content += f"<a:highlight>{color_element(run.highlight)}</a:highlight>"
    content += styles.typefaces(run.font, base, canvas.theme)
    if run.link is not None:
        own = run.color is not None and run.color.scheme != "hlink"
        content += canvas.link(run.link, _OWN_COLOR if own else "")
    return attributes, content


def _field(field: Field, properties: str, shown: str) -> str:
    return (
        f'<a:fld id="{{{_FIELD_IDS[field]}}}" type="{field.value}">'
        f"{properties}<a:t>{text(shown)}</a:t></a:fld>"
    )
