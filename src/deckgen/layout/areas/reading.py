"""Lines of text in a box on a layout -> how far down they are read on what is behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect
from deckgen.legibility import contrast_on, needed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.placed_text import PlacedParagraph
    from deckgen.template.model import Layout
    from deckgen.units import Emu

_STEPS: Final = 24
"""In how many strips a box is looked at."""


def read_down_to(
    paragraphs: Sequence[PlacedParagraph], content: Rect, layout: Layout
) -> Emu | None:
    """Return how far down lines are read in the content of their box; None if they all are.

    It is also None where not even what is on top is read, or what is behind it is not known.
    """
    style = paragraphs[0].style
    least = needed(style.size)
    words, high = _words(paragraphs, content), content.height // _STEPS
    if high <= 0:
        return None
    for step in range(_STEPS):
        strip = Rect(words.x, content.y + high * step, words.width, high)
        shades = layout.shades(strip)
        if not shades or contrast_on(style.color, shades) < least:
            return strip.y if shades and step else None
    return None


def _words(paragraphs: Sequence[PlacedParagraph], content: Rect) -> Rect:
    """Return the part of a content across which its lines stand."""
    widest = max(line.width for paragraph in paragraphs for line in paragraph.lines)
    width = min(content.width, widest)
    left = content.x + (content.width - width) * paragraphs[0].style.align.before
    return Rect(left, content.y, width, content.height)
