"""Pictures of equal size with lines below them -> their galley, in balanced rows."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Emu, Picture, Rect, Struct, inch, lowered
from deckgen.blocks.panels.balanced import balanced_counts
from deckgen.blocks.panels.fitted import FittedGalley, at_sizes
from deckgen.blocks.panels.label import line_label, plain_style
from deckgen.blocks.pictures.cropping import cover

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.blocks.kit import Context, Inline, Item, PictureRef, Span
    from deckgen.blocks.panels.label import SetText

Portrait = tuple["PictureRef", str, tuple["Inline", ...]]
"""A picture, its alternative text, and the lines below it, of which the first is a name."""

MOST_IN_ROW: Final = 6
LEAST: Final = inch(0.9)
LARGEST: Final = inch(2.2)
"""The sides of pictures, which are square."""
GAP: Final = 1.2
"""The space between portraits, in em."""
BELOW: Final = 0.35
"""The space between a picture and the lines below it, in em."""
LINES: Final = 0.85
"""The size of further lines as a share of that of the first."""


class PortraitSetting(Struct, frozen=True, dict=True):
    """Portraits with so many in a row."""

    portraits: tuple[Portrait, ...]
    across: int
    width: Emu
    context: Context
    span: Span

    @property
    def gap(self) -> Emu:
        """The space between portraits."""
        return self.context.text.size.emu * GAP

    @property
    def each(self) -> Emu:
        """The width of a portrait with its lines."""
        return (self.width - self.gap * (self.across - 1)) // self.across

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-len(self.portraits) // self.across)

    @cached_property
    def texts(self) -> tuple[tuple[SetText, ...], ...]:
        """The lines below each picture."""
        return tuple(tuple(self._lines(lines)) for _, _, lines in self.portraits)

    def _lines(self, lines: tuple[Inline, ...]) -> Iterator[SetText]:
        first, further = plain_style(self.context, bold=True), plain_style(self.context, LINES)
        for number, line in enumerate(lines):
            style = further if number else first
            yield line_label(line.runs, style, self.each, self.context, line.span)

    @property
    def is_good(self) -> bool:
        """Whether pictures have room, and no word is cut."""
        cut = any(text.cuts_words for texts in self.texts for text in texts)
        return self.each >= LEAST and not cut

    @property
    def below(self) -> Emu:
        """How high the lines below each picture are, with the space above them."""
        highest = max(Emu(sum(text.height for text in texts)) for texts in self.texts)
        return Emu(highest + self.context.text.size.emu * BELOW)

    def _all(self, side: Emu) -> Emu:
        return (side + self.below) * self.rows + self.gap * (self.rows - 1)

    @property
    def height(self) -> Emu:
        """How high all rows are with pictures as small as they may be."""
        return self._all(min(self.each, LEAST))

    def draw(self, box: Rect) -> Iterator[Item]:
        """Yield each picture, as large as there is room, and the lines below it."""
        room = (box.height - self.gap * (self.rows - 1)) // self.rows - self.below
        side = max(min(self.each, LEAST), min(self.each, LARGEST, room))
        top = lowered(box, self._all(side))
        for number, ((portrait, alt, _), texts) in enumerate(
            zip(self.portraits, self.texts, strict=True)
        ):
            row, column = divmod(number, self.across)
            x = box.x + (self.each + self.gap) * column
            y = top + (side + self.below + self.gap) * row
            square = Rect(x, y, side, side)
            crop = cover(portrait.file.size, square.size)
            yield Picture(square, portrait.file, alt, "Portrait", crop, span=portrait.span)
            y += side + self.context.text.size.emu * BELOW
            for text in texts:
                yield text.frame(Rect(x, y, self.each, text.height), "Person", self.span)
                y += text.height


def portrait_galley(
    portraits: Sequence[Portrait], width: Emu, context: Context, span: Span
) -> FittedGalley:
    """Return portraits in the largest text that fits, and in rows with room for each."""
    ways = [
        partial(PortraitSetting, tuple(portraits), across, width, inner, span)
        for inner in at_sizes(context)
        for across in balanced_counts(len(portraits), MOST_IN_ROW)
    ]
    return FittedGalley(tuple(ways), context, span, "portraits")
