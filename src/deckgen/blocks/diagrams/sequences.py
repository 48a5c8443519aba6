"""A sequence and the room for it -> the ways in which it may be set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.exchanged import exchanged
from deckgen.blocks.diagrams.fitting import CLOSENESS, DiagramWay
from deckgen.blocks.diagrams.lifelines import SequenceWords, standing
from deckgen.blocks.diagrams.pen import DiagramPen
from deckgen.blocks.diagrams.sequence_drawing import SequenceDrawing
from deckgen.blocks.diagrams.sizes import Lettering
from deckgen.blocks.kit import Struct, replace
from deckgen.diagrams.layers import Footprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckgen.blocks.diagrams.exchange import Exchanged
    from deckgen.blocks.kit import Centipoints, Context, DiagramStep, Item, Point, Span
    from deckgen.diagrams.interaction import SequenceDiagram

_WIDEST: Final = (18.0, 11.0, 7.0)
"""How wide the words of a message may be, in em, one after the other."""


class SequencePlan(Struct, frozen=True):
    """A sequence that is set."""

    sequence: SequenceDiagram
    found: Exchanged
    lettering: Lettering
    span: Span

    @property
    def size(self) -> Footprint:
        """How much room it takes."""
        return Footprint(self.found.bounds.width, self.found.bounds.height)

    @property
    def is_whole(self) -> bool:
        """Whether everything has its place: it has."""
        return True

    def items(self, at: Point, steps: tuple[DiagramStep, ...]) -> tuple[Item, ...]:
        """Return everything: participants, frames around what they say, messages and notes."""
        origin = (self.found.bounds.x, self.found.bounds.y)
        pen = DiagramPen(self.lettering, at, origin, self.span, steps)
        return tuple(SequenceDrawing(self.sequence, self.found, pen).items())


class SequenceParts(Struct, frozen=True):
    """A sequence that is set in parts, one for each page, which are alike in size and place."""

    parts: tuple[SequencePlan, ...]

    @property
    def size(self) -> Footprint:
        """How much room each part has to have."""
        sizes = [part.size for part in self.parts]
        return Footprint(max(each.width for each in sizes), max(each.height for each in sizes))

    @property
    def is_whole(self) -> bool:
        """Whether everything has its place: it has."""
        return True

    def items(self, at: Point, steps: tuple[DiagramStep, ...]) -> tuple[Item, ...]:
        """Return everything of all parts, which is for one page where there is one part."""
        return tuple(item for part in self.parts for item in part.items(at, steps))


def sequence_settings(
    sequence: SequenceDiagram,
    room: Footprint,
    context: Context,
    span: Span,
    parts: tuple[SequenceDiagram, ...] = (),
) -> Iterator[DiagramWay]:
    """Yield the ways to set a sequence: with its messages in one line, closer, then in several.

    It may be set in `parts`, whose participants stand where they stand in the whole.
    """

    def setting(widest: float, closeness: float) -> Callable[[Centipoints], SequenceParts]:
        def at(size: Centipoints) -> SequenceParts:
            lettering = Lettering(context, size, span, closeness)
            words = SequenceWords(lettering, widest)
            extents = standing(sequence, words, room.width)
            found = _aligned([exchanged(part, words, extents) for part in parts or (sequence,)])
            plans = (
                SequencePlan(part, each, lettering, span)
                for part, each in zip(parts or (sequence,), found, strict=True)
            )
            return SequenceParts(tuple(plans))

        return at

    for widest in _WIDEST:
        for closeness in CLOSENESS:
            yield DiagramWay(setting(widest, closeness))


def _aligned(found: Sequence[Exchanged]) -> Iterator[Exchanged]:
    """Yield parts as wide as the widest, so that participants stand in the same place."""
    left = min(each.bounds.x for each in found)
    right = max(each.bounds.right for each in found)
    for each in found:
        yield replace(each, bounds=replace(each.bounds, x=left, width=right - left))
