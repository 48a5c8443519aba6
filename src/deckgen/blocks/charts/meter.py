"""Texts of a chart -> how wide they are, and where their lines end in a width."""

from __future__ import annotations

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
        style = replace(self.context.text.flush(self.size), bold=bold)
        context = self.context.with_levels((style,) * len(self.context.levels))
        paragraph = Paragraph((Run(text, self.span),), self.span)
        (found,) = measure_paragraphs((paragraph,), max(Emu(1), width), context)
        return tuple(text[line.start : line.stop].strip() for line in found.lines)

    def fits_lines(self, text: str, width: Emu, most: int) -> bool:
        """Tell whether a text stands in a width in at most so many lines, no word of it cut."""
        if self.width(text) <= width:
            return True
        whole = [word for word in text.split() if word.isascii() or len(word) <= SHORT]
        if most < 2 or any(self.width(word) > width for word in whole):
            return False
        return len(self.lines(text, width)) <= most


def box_at(x: float, y: float, width: float, height: float) -> Rect:
    """Return a box of lengths that are no whole numbers yet."""
    return Rect(Emu(round(x)), Emu(round(y)), Emu(round(width)), Emu(round(height)))


def meet(one: Rect, other: Rect) -> bool:
    """Tell whether two boxes have more than an edge in common."""
    common = one.intersection(other)
    return common.width > 0 and common.height > 0
