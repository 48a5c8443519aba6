"""Texts of a chart -> how wide they are, and where their lines end in a width."""

from __future__ import annotations

from typing import Final

from deckgen.blocks.kit import (
    Centipoints,
    Context,
    Emu,
    Paragraph,
    Rect,
    Run,
    Span,
    Struct,
    measure_paragraphs,
    place_runs,
    replace,
    styled,
)
from deckgen.layout.typeset.title_lines import title_lines

SHARE: Final = 0.72
"""The size of a chart's texts as a share of that of the text around it."""
LARGEST: Final = Centipoints(1800)
LEAST_SHARE: Final = 0.55
"""The largest size, and the share that texts have also where that is larger: on large slides."""
SMALLEST: Final = 0.72
"""The least size of them as a share of that of a body: 10 pt where that is 14."""
STEP: Final = 100
TITLE: Final = 1.15
"""The size of a chart's title as a share of the largest of its other texts."""
LEADING = 1.2
SHORT = 6
"""Words of so few letters stay whole also where the script would let them break anywhere."""


class TextMeter(Struct, frozen=True):
    """Measures texts of one size in the fonts of a body."""

    context: Context
    size: Centipoints
    span: Span

    @property
    def em(self) -> Emu:
        """The size as a length."""
        return self.size.emu

    @property
    def line(self) -> Emu:
        """The height of a line."""
        return self.em * LEADING

    def sized(self, factor: float) -> TextMeter:
        """Return a meter for texts of another size."""
        return replace(self, size=Centipoints(round(self.size * factor / 50) * 50))

    def width(self, text: str, *, bold: bool = False) -> Emu:
        """Return the width of a text in one line, with room for what renderers add."""
        style = replace(self.context.text.flush(self.size), bold=bold)
        runs = place_runs((Run(text, self.span),), style, self.context.language)
        return Emu(self.context.typesetter.width(styled(runs)))

    def widest(self, texts: tuple[str, ...]) -> Emu:
        """Return the width of the widest of some texts, of which only the longest are measured."""
        longest = sorted(set(texts), key=len, reverse=True)[:12]
        return max((self.width(text) for text in longest), default=Emu(0))

    def lines(self, text: str, width: Emu, *, bold: bool = False) -> tuple[str, ...]:
        """Return the lines of a text in a width."""
        context = self._context(bold=bold)
        (found,) = measure_paragraphs((self._paragraph(text),), max(Emu(1), width), context)
        return tuple(text[line.start : line.stop].strip() for line in found.lines)

    def parted(self, name: str, width: Emu) -> str:
        """Return a name in the lines that it has in a width, which end between phrases.

        Programs break at spaces by themselves, but anywhere in scripts that have none.
        """
        if name.isascii() or self.width(name) <= width:
            return name
        found = title_lines(self._paragraph(name), max(Emu(1), width), self._context())
        return name if found is None else found.measured.text

    def _paragraph(self, text: str) -> Paragraph:
        return Paragraph((Run(text, self.span),), self.span)

    def _context(self, *, bold: bool = False) -> Context:
        """Return a context of texts of the size."""
        style = replace(self.context.text.flush(self.size), bold=bold)
        return self.context.with_levels((style,) * len(self.context.levels))

    def fits_lines(self, text: str, width: Emu, most: int) -> bool:
        """Tell whether a text stands in a width in at most so many lines, no word of it cut."""
        if self.width(text) <= width:
            return True
        whole = [word for word in text.split() if word.isascii() or len(word) <= SHORT]
        if most < 2 or any(self.width(word) > width for word in whole):
            return False
        return len(self.lines(text, width)) <= most


def sizes(context: Context) -> tuple[Centipoints, ...]:
    """Return the sizes of text that are tried, from the largest."""
    least = round(context.floor * SMALLEST / STEP) * STEP
    most = max(LARGEST, round(context.text.size * LEAST_SHARE / STEP) * STEP)
    top = max(least, min(most, round(context.text.size * SHARE / STEP) * STEP))
    return tuple(Centipoints(size) for size in range(top, least - 1, -STEP))


def title_size(context: Context) -> Centipoints:
    """Return the size of titles, which is that of charts beside each other however full one is."""
    return Centipoints(round(sizes(context)[0] * TITLE / 50) * 50)


def box_at(x: float, y: float, width: float, height: float) -> Rect:
    """Return a box of lengths that are no whole numbers yet."""
    return Rect(Emu(round(x)), Emu(round(y)), Emu(round(width)), Emu(round(height)))


def meet(one: Rect, other: Rect) -> bool:
    """Tell whether two boxes have more than an edge in common."""
    common = one.intersection(other)
    return common.width > 0 and common.height > 0
