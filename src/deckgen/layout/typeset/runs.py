"""Runs as the author means them -> runs in the fonts that they are set in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import Color
from deckgen.content import Baseline
from deckgen.legibility import reads
from deckgen.letters import has_east_asian, language_told
from deckgen.placed_text import PlacedRun
from deckgen.records import replace
from deckgen.shown_text import font_of, shown_of
from deckgen.styles import Caps

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.content import Run
    from deckgen.styles import LevelStyle
    from deckgen.text.model import Font, StyledText

MONOSPACE: Final = "Courier New"
"""On every machine with PowerPoint, and of the same widths as Liberation Mono elsewhere."""

MATHEMATICAL: Final = "Cambria"
"""What formulas are written in where they cannot be set: the letters of Cambria Math."""

HIGHLIGHT: Final = Color("FFEB84")
"""The yellow of a highlighter, pale enough for most colours of text."""
_INK: Final = Color("1F1F1F")
"""The colour of highlighted text whose own would not be read on the highlight."""

_FOREIGN: Final = "en-US"


def place_runs(runs: Iterable[Run], style: LevelStyle, language: str) -> tuple[PlacedRun, ...]:
    """Return runs in the fonts that a level's style and their own styles make."""
    font = font_of(style)
    return tuple([_placed(run, font, style, language) for run in runs])


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
    """Return the language to mark a run with: that of its letters where it is another one.

    ASCII words in an East Asian text are English; what is mostly kana or Hangul in another text is
    Japanese or Korean. PowerPoint chooses spelling and line breaking by the mark
    (docs/analysis/language-tags.md).
    """
    is_foreign = not has_east_asian(text)
    if language.partition("-")[0] in {"ja", "zh", "ko"}:
        return _FOREIGN if is_foreign else language
    return language if is_foreign else language_told(text) or language


def styled(runs: Iterable[PlacedRun]) -> tuple[StyledText, ...]:
    """Return what the typesetter measures of runs."""
    return shown_of(runs).texts
