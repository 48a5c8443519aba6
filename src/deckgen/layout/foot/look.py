"""A frame of small print and what is behind it -> the frame in colours that are sure to be read."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deckgen.colors import contrast, mix
from deckgen.deck import FootnoteKind
from deckgen.legibility import readable, reads
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.colors import Color
    from deckgen.geometry import Rect
    from deckgen.pages import TextFrame
    from deckgen.placed_text import PlacedParagraph, PlacedRun
    from deckgen.template.model import Layout, Theme

_ALIKE: Final = 1.1
"""The contrast up to which two colours pass for one."""

Shades = tuple["Color", ...]

Kinds = tuple["FootnoteKind", ...]
"""What each character of a line belongs to; runs are parted where links are long."""


def colored(
    frame: TextFrame,
    kinds: Sequence[Kinds],
    shades: Shades,
    theme: Theme,
    tone: Color | None = None,
) -> TextFrame:
    """Return a frame that is read on all shades behind it, in a `tone` rather than another colour.

    `kinds` tells, for each line, what each of its characters belongs to.
    """
    given = frame.levels[0].color
    color = readable(given, shades, theme.offered) or given
    if tone is not None and color != given and reads(tone, shades):
        color = tone
    paragraphs = tuple(
        _paragraph(paragraph, these, color, shades, theme)
        for paragraph, these in zip(frame.paragraphs, kinds, strict=True)
    )
    levels = tuple(replace(level, color=color) for level in frame.levels)
    return replace(frame, paragraphs=paragraphs, levels=levels)


def _paragraph(
    paragraph: PlacedParagraph, kinds: Kinds, color: Color, shades: Shades, theme: Theme
) -> PlacedParagraph:
    """Return a line in a colour; a label has the theme's accent where that is read."""
    accent = theme.color("accent1")
    accented = reads(accent, shades)
    starts = accumulate((len(run.text) for run in paragraph.runs), initial=0)
    runs = tuple(
        replace(run, color=accent)
        if accented and kinds[start : start + 1] == (FootnoteKind.LABEL,)
        else _run(run, color, shades, theme)
        for run, start in zip(paragraph.runs, starts, strict=False)
    )
    return replace(paragraph, runs=runs, style=replace(paragraph.style, color=color))


def _run(run: PlacedRun, color: Color, shades: Shades, theme: Theme) -> PlacedRun:
    """Return a run in the colour of its line; a link in its own, if that is read."""
    if run.link is not None:
        return replace(run, color=None if reads(theme.color("hlink"), shades) else color)
    own = run.color is not None and reads(run.color, shades)
    return run if own or run.color is None else replace(run, color=None)


def plain_ground(layout: Layout, box: Rect) -> Color:
    """Return the colour of a plain ground for text in a box, on which nothing else is read.

    That is the colour of what the layout shows there where it is one of those behind the text:
    lines are drawn on it. Elsewhere, as on photographs, it is the mean of all that is there.
    """
    shades, ground = layout.shades(box), layout.backdrop(box)
    if any(contrast(shade, ground) < _ALIKE for shade in shades):
        return ground
    return _average(shades) or ground


def _average(shades: Sequence[Color]) -> Color | None:
    """Return the mean of shades, None of none."""
    mean = None
    for count, shade in enumerate(shades, start=1):
        mean = shade if mean is None else mix(mean, shade, 1 / count)
    return mean
