"""Runs as the author means them -> runs in the fonts that they are set in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import Color
from deckgen.content import Baseline
from deckgen.layout.typeset.caps import Shown, shown
from deckgen.layout.typeset.formulas import box_of
from deckgen.legibility import reads
from deckgen.letters import has_east_asian
from deckgen.placed_text import PlacedRun
from deckgen.records import replace
from deckgen.styles import Caps
from deckgen.text.model import Font, StyledText
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.content import Run
    from deckgen.styles import LevelStyle

MONOSPACE: Final = "Courier New"
"""On every machine with PowerPoint, and of the same widths as Liberation Mono elsewhere."""

MATHEMATICAL: Final = "Cambria"
"""What formulas are written in where they cannot be set: the letters of Cambria Math."""

SCRIPT_SIZE: Final = 2 / 3
"""The size of super- and subscripts as a share of the text's: what PowerPoint and LibreOffice show.
"""
HIGHLIGHT: Final = Color("FFEB84")
"""The yellow of a highlighter, pale enough for most colours of text."""
_INK: Final = Color("1F1F1F")
"""The colour of highlighted text whose own would not be read on the highlight."""

_FOREIGN: Final = "en-US"


def font_of(style: LevelStyle) -> Font:
    """Return the font of a level's text."""
    kerned = style.kerning is not None and style.kerning <= style.size
    return Font(
        style.latin,
        style.east_asian,
        style.complex_script,
        style.size,
        style.bold,
        style.italic,
        kerned,
        int(style.tracking),
    )


def place_runs(runs: Iterable[Run], style: LevelStyle, language: str) -> tuple[PlacedRun, ...]:
    """Return runs in the fonts that a level's style and their own styles make."""
    font = font_of(style)
    return tuple(_placed(run, font, style, language) for run in runs)


def _placed(run: Run, font: Font, style: LevelStyle, language: str) -> PlacedRun:
    if run.strong:
        font = replace(font, bold=True)
    if run.emphasis:
        font = replace(font, italic=True)
    if run.code:
        font = replace(font, latin=MONOSPACE, kerning=False)
    if run.formula is not None:
        font = replace(font, latin=MATHEMATICAL, kerning=False)
    return PlacedRun(
        text=run.text,
        font=font,
        language=language_of(run.text, language),
        color=_ink(style) if run.marked else None,
        underline=run.underline,
        strike=run.strike,
        link=run.link,
        highlight=HIGHLIGHT if run.marked else None,
        baseline=Baseline.SUPERSCRIPT if run.sign else run.baseline,
        caps=style.caps if run.formula is None else Caps.NONE,
        formula=run.formula,
        page_of=run.page_of,
    )


def _ink(style: LevelStyle) -> Color:
    """Return the colour of text that is highlighted: its own where it is read."""
    return style.color if reads(style.color, (HIGHLIGHT,)) else _INK


def language_of(text: str, language: str) -> str:
    """Return the language to mark a run with: English for ASCII words in an East Asian text.

    PowerPoint chooses spelling and line breaking by the mark (docs/analysis/language-tags.md).
    """
    if language.partition("-")[0] in {"ja", "zh", "ko"} and not has_east_asian(text):
        return _FOREIGN
    return language


def styled(runs: Iterable[PlacedRun]) -> tuple[StyledText, ...]:
    """Return what the typesetter measures of runs."""
    return shown_of(runs).texts


def shown_of(runs: Iterable[PlacedRun]) -> Shown:
    """Return what shows of runs, and the way from its lines to lines of what is written."""
    return shown(
        [
            (
                StyledText(
                    run.text,
                    run.font if run.baseline is Baseline.NORMAL else _small(run.font),
                    run.link is not None,
                    None if run.formula is None else box_of(run.formula, run.font),
                ),
                run.caps,
            )
            for run in runs
        ]
    )


def _small(font: Font) -> Font:
    """Return the font that a super- or subscript is shown in."""
    return replace(font, size=Centipoints(round(font.size * SCRIPT_SIZE)))
