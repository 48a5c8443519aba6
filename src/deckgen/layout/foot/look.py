"""A frame of small print and what is behind it -> the frame in colours that are sure to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.colors import mix
from deckgen.deck import FootnoteKind
from deckgen.layout.typeset.levels import readable, reads
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.colors import Color
    from deckgen.pages import PlacedParagraph, PlacedRun, TextFrame
    from deckgen.template.model import Theme

Shades = tuple["Color", ...]


def colored(
    frame: TextFrame, kinds: Sequence[FootnoteKind], shades: Shades, theme: Theme
) -> TextFrame:
    """Return a frame whose lines, of these kinds, are read on all shades behind it."""
    given = frame.levels[0].color
    color = readable(given, shades, theme) or given
    paragraphs = tuple(
        _paragraph(paragraph, kind, color, shades, theme)
        for paragraph, kind in zip(frame.paragraphs, kinds, strict=True)
    )
    levels = tuple(replace(level, color=color) for level in frame.levels)
    return replace(frame, paragraphs=paragraphs, levels=levels)


def _paragraph(
    paragraph: PlacedParagraph, kind: FootnoteKind, color: Color, shades: Shades, theme: Theme
) -> PlacedParagraph:
    """Return a line in a colour; a label has the theme's accent where that is read."""
    accent = theme.color("accent1")
    if kind is FootnoteKind.LABEL and reads(accent, shades):
        runs = tuple(replace(run, color=accent) for run in paragraph.runs)
    else:
        runs = tuple(_run(run, color, shades, theme) for run in paragraph.runs)
    return replace(paragraph, runs=runs, style=replace(paragraph.style, color=color))


def _run(run: PlacedRun, color: Color, shades: Shades, theme: Theme) -> PlacedRun:
    """Return a run in the colour of its line; a link in its own, if that is read."""
    if run.link is not None:
        return replace(run, color=None if reads(theme.color("hlink"), shades) else color)
    own = run.color is not None and reads(run.color, shades)
    return run if own or run.color is None else replace(run, color=None)


def average(shades: Sequence[Color]) -> Color | None:
    """Return the mean of shades, None of none."""
    mean = None
    for count, shade in enumerate(shades, start=1):
        mean = shade if mean is None else mix(mean, shade, 1 / count)
    return mean
