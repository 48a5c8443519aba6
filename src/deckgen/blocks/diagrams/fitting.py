"""A diagram and the room for it -> how it is set: at which size, how close, which way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from deckgen.blocks.kit import Centipoints, Emu, Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckgen.blocks.kit import Context, DiagramStep, Item, Point
    from deckgen.diagrams.layers import Footprint

SMALLEST: Final = Centipoints(1000)
"""The least size of words in a diagram, which is what can be read on a screen."""
_SMALLEST_SHARE: Final = 5 / 7
"""The same as a share of the least size of text: a lower slide is shown larger."""
_EASY: Final = Centipoints(1300)
_EASY_SHARE: Final = 0.55
"""A size that is read with ease: in points, and as a share of that of text."""
_AMPLE_SHARE: Final = 0.8
"""A size at which nobody asks for a larger one, as a share of that of text."""
_LARGEST: Final = 1.2
"""The largest size as a share of that of text."""
_BETTER: Final = 1.15
"""How much larger words have to be for a way of setting that is not the first."""
_STEP: Final = 50
"""The step of sizes that are tried, in hundredths of a point."""
CLOSENESS: Final = (1.0, 0.7, 0.48)
"""The shares of the usual space that a diagram has, one after the other, while it would be small.
"""


class SetDiagram(Protocol):
    """A diagram that is set at a size of words."""

    @property
    def size(self) -> Footprint:
        """How much room it takes."""
        ...

    @property
    def is_whole(self) -> bool:
        """Whether everything has its place."""
        ...

    def items(self, at: Point, steps: tuple[DiagramStep, ...]) -> tuple[Item, ...]:
        """Return everything, in reading order, where the left upper corner is at a point."""
        ...


class DiagramWay(Struct, frozen=True):
    """A way to set a diagram at a size.

    One that costs nothing but room is `free`: it is tried until words are about as large as text.
    Others cost space around things, or lead where the author does not: they are tried until words
    are read with ease.
    """

    at: Callable[[Centipoints], SetDiagram]
    free: bool = False


class DiagramFit(Struct, frozen=True):
    """A diagram that is set; `share` is how much of what it needs there is, 1 where it fits."""

    plan: SetDiagram
    size: Centipoints
    share: float

    @property
    def points(self) -> float:
        """The size at which words would be read if all were made to fit."""
        return self.size.points * self.share

    def is_better(self, other: DiagramFit) -> bool:
        """Return whether words are much larger, or have room where they had none."""
        if self.share >= 1.0 > other.share:
            return True
        return self.points > other.points * _BETTER


def fitted(
    ways: Iterable[DiagramWay],
    width: Emu,
    height: Emu,
    context: Context,
) -> DiagramFit:
    """Return a diagram at the largest size at which it has room, in the first way that serves."""
    best: DiagramFit | None = None
    easy = max(_EASY, context.text.size.scaled(_EASY_SHARE)).points
    ample = max(easy, context.text.size.scaled(_AMPLE_SHARE).points)
    for way in ways:
        if best is not None and best.points >= (ample if way.free else easy):
            continue
        found = _largest(way.at, width, height, context)
        if best is None or found.is_better(best):
            best = found
    assert best is not None
    return best


def least_size(context: Context) -> Centipoints:
    """Return the least size of words in a diagram on slides of this height."""
    share = round(context.floor * _SMALLEST_SHARE / _STEP) * _STEP
    return min(SMALLEST, Centipoints(share))


def _largest(
    setting: Callable[[Centipoints], SetDiagram], width: Emu, height: Emu, context: Context
) -> DiagramFit:
    least = least_size(context)
    size = max(least, context.text.size.scaled(_LARGEST))
    while True:
        plan = setting(size)
        share = min(width / plan.size.width, height / plan.size.height, 1.0)
        if share >= 1.0 or size <= least:
            return DiagramFit(plan, size, share)
        fitting = int(size * share / _STEP) * _STEP
        size = max(least, Centipoints(min(fitting, size - _STEP)))
