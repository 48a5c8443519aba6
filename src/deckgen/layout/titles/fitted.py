"""A title as it is set: its size and lines, its box, and what it leaves to the text below it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.deck import Runs
from deckgen.geometry import Rect
from deckgen.layout.areas.room import Room
from deckgen.layout.typeset.fitting import led_by, overflow
from deckgen.layout.typeset.paragraphs import Stack
from deckgen.layout.typeset.title_lines import CUT
from deckgen.pages import TextFrame
from deckgen.records import Struct
from deckgen.styles import Anchor, LevelStyle
from deckgen.template.model import Slot
from deckgen.units import ZERO

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic
    from deckgen.units import Centipoints, Emu

_GAP: Final = 0.25
_AIR: Final = 0.5
"""The least distance of a title's text to what stands below it, and the one to choose, in em."""
_REACH: Final = 0.75
_CUT_REACH: Final = 0.5
"""The shares of a size down to which a title is set smaller to keep phrases, and words, whole."""


class FittedTitle(Struct, frozen=True, dict=True):
    """A title at the size that was chosen, the box that holds it, and how far that may reach.

    `usual` is the size that it has where it is short.
    """

    title: Runs
    slot: Slot
    levels: tuple[LevelStyle, ...]
    stack: Stack
    box: Rect
    badness: float
    room: Room
    usual: Centipoints

    @cached_property
    def bottom(self) -> Emu:
        """How far down the title reaches, or may: what it needs beyond that is reported."""
        return self._bottom_with(_GAP)

    @property
    def lines(self) -> int:
        """How many lines the title has."""
        return len(self.stack.paragraphs[0].lines)

    @property
    def airy_bottom(self) -> Emu:
        """How far down it reaches with as much air below it as looks well."""
        return self._bottom_with(_AIR)

    def _bottom_with(self, em: float) -> Emu:
        """Return how far down the title reaches with so much free below its text, or its fill."""
        gap = self.levels[0].size.emu * em
        below = min(self.box.bottom, self.room.bottom)
        if self.slot.background is not None and below > self.slot.box.bottom:
            below += gap  # the fill has grown towards what is below it
        return max(below, self._text_bottom + gap)

    @property
    def leads(self) -> Centipoints:
        """The largest size of text below the title."""
        return led_by(self.levels[0].size)

    @property
    def _text_bottom(self) -> Emu:
        """Where the last line of the title ends."""
        content = self.box.inset(self.slot.body.insets)
        free = max(ZERO, content.height - self.stack.height)
        match self.slot.body.anchor:
            case Anchor.TOP:
                return content.bottom - free
            case Anchor.MIDDLE:
                return content.bottom - free // 2
            case Anchor.BOTTOM:
                return content.bottom

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of a title that is higher than its room."""
        if self.box.bottom <= self.room.bottom:
            return ()
        span = self.stack.paragraphs[0].span
        return (overflow(span, "the title", self.stack.height, self.room.height),)

    def frame(self) -> TextFrame:
        """Return the frame of the title."""
        return TextFrame(
            box=self.box,
            paragraphs=self.stack.paragraphs,
            levels=self.levels,
            height=self.stack.height,
            name=self.slot.name,
            slot=self.slot,
            body=self.slot.body,
            span=self.stack.paragraphs[0].span,
        )


def ease_of(fitted: FittedTitle) -> tuple[Centipoints, int]:
    """Return what tells how easily a title is read: by its size, then by how few lines it has."""
    return fitted.levels[0].size, -fitted.lines


def reach_of(fitted: FittedTitle) -> float:
    """Return the share of a title's size down to which a better one is looked for."""
    return _CUT_REACH if fitted.badness >= CUT else _REACH
