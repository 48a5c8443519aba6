"""Captions: a line in smaller text below a picture or a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Align,
    Anchor,
    BodyProperties,
    Centipoints,
    Context,
    Emu,
    Insets,
    LevelStyle,
    Paragraph,
    Rect,
    Run,
    SetParagraph,
    Struct,
    TextFrame,
    pt,
    replace,
    stack,
)
from deckgen.layout.typeset.title_lines import balanced

if TYPE_CHECKING:
    from deckgen.blocks.kit import Inline

SHARE: Final = 0.7
"""The size of a caption as a share of that of the text."""
SMALLEST: Final = Centipoints(1200)
LARGEST: Final = 10 / 7
"""The largest size, as a share of the least of text, however large that is: 20 pt where it is 14.

Else captions would take the room of their pictures.
"""
GAP: Final = pt(4)
"""The space between a picture and its caption, on slides of the usual size."""

_SPARE: Final = pt(2)
"""What a line has to spare where a caption is as wide as it."""


class CaptionStyle(Struct, frozen=True):
    """How captions look in a context."""

    style: LevelStyle
    context: Context

    @property
    def gap(self) -> Emu:
        """The space between a picture and its caption."""
        return self.context.scaled(GAP)

    def measure(self, runs: tuple[Run, ...], width: Emu) -> SetParagraph:
        """Return a caption measured at a width."""
        paragraph = Paragraph(runs, runs[0].span)
        inner = self.context.with_levels((self.style,) * len(self.context.levels))
        (measured,) = balanced((paragraph,), width, inner)
        return measured

    def width(self, runs: tuple[Run, ...], most: Emu) -> Emu:
        """Return how wide a caption is within a width."""
        return min(most, max(line.width for line in self.measure(runs, most).lines) + _SPARE)

    def height(self, runs: tuple[Run, ...], width: Emu) -> Emu:
        """Return the height of a caption with the space above it."""
        return stack((self.measure(runs, width),)).height + self.gap


def side_of(text: LevelStyle) -> Align:
    """Return the side of a picture at which its caption begins: that of the text around."""
    return text.align if text.align in (Align.CENTER, Align.RIGHT) else Align.LEFT


def caption_style(context: Context) -> CaptionStyle:
    """Return the style of captions beside text of the context's style."""
    text = context.text
    share = min(text.size.scaled(SHARE), context.floor.scaled(LARGEST))
    size = min(text.size, max(SMALLEST, share))
    style = replace(text.flush(size), bold=False, align=side_of(text))
    return CaptionStyle(style, context)


def place_caption(caption: Inline, box: Rect, context: Context) -> TextFrame:
    """Return the text frame of a caption."""
    how = caption_style(context)
    placed = stack((how.measure(caption.runs, box.width),))
    return TextFrame(
        box=box,
        paragraphs=placed.paragraphs,
        levels=(how.style,) * len(context.levels),
        height=placed.height,
        name="Caption",
        body=BodyProperties(Insets(ZERO, how.gap, ZERO, ZERO), Anchor.TOP),
        span=caption.span,
    )
