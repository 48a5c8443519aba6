"""A sequence that is set: its messages, notes, frames and bars, and where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.kit import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.blocks.diagrams.sizes import Words
    from deckgen.diagrams.interaction import FrameStart, Message, Remark
    from deckgen.diagrams.layers import NodeBox


class Sent(Struct, frozen=True):
    """A message at a height, with where its words stand; one to oneself comes back at `back`."""

    message: Message
    y: float
    back: float | None = None
    words: Words | None = None
    label: NodeBox | None = None


class Noted(Struct, frozen=True):
    """A note, and where it stands."""

    remark: Remark
    words: Words
    box: NodeBox


class Framed(Struct, frozen=True):
    """A frame: its box, its kind in a tab, and what is said of it and of its further parts."""

    opening: FrameStart
    box: NodeBox
    step: int
    tab: tuple[Words, NodeBox] | None = None
    said: tuple[tuple[Words, NodeBox], ...] = ()
    divided: tuple[float, ...] = ()


class WorkBar(Struct, frozen=True):
    """Who works from when to when, in so many other works of the same; `step` is what begins it."""

    participant: str
    start: float
    stop: float
    depth: int
    step: int


class Exchanged(Struct, frozen=True):
    """A sequence, set: heads from `heads` on, lifelines from where they start to where they end."""

    heads: Mapping[str, NodeBox]
    middles: Mapping[str, float]
    lines: Mapping[str, tuple[float, float]]
    ended: frozenset[str]
    sent: tuple[Sent, ...]
    notes: tuple[Noted, ...]
    frames: tuple[Framed, ...]
    bars: tuple[WorkBar, ...]
    parties: tuple[tuple[Words, NodeBox, NodeBox], ...]
    bounds: NodeBox

    def depth(self, name: str, y: float) -> int:
        """Return in how many works a participant is at a height."""
        return sum(
            bar.participant == name and bar.start - 1 <= y <= bar.stop + 1 for bar in self.bars
        )
