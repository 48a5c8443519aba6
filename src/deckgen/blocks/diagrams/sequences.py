"""A sequence and the room for it -> the ways in which it may be set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.exchanged import exchanged
from deckgen.blocks.diagrams.fitting import CLOSENESS
from deckgen.blocks.diagrams.lifelines import SequenceWords
from deckgen.blocks.diagrams.pen import DiagramPen
from deckgen.blocks.diagrams.sequence_drawing import SequenceDrawing
from deckgen.blocks.diagrams.sizes import Lettering
from deckgen.blocks.kit import Struct
from deckgen.diagrams.layers import Footprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.blocks.diagrams.exchange import Exchanged
    from deckgen.blocks.kit import Centipoints, Context, DiagramStep, Item, Point, Span
    from deckgen.diagrams.interaction import SequenceDiagram

_WIDEST: Final = (18.0, 11.0)
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


def sequence_settings(
    sequence: SequenceDiagram, room: Footprint, context: Context, span: Span
) -> Iterator[Callable[[Centipoints], SequencePlan]]:
    """Yield the ways to set a sequence: with its messages in one line, closer, then in several."""

    def setting(widest: float, closeness: float) -> Callable[[Centipoints], SequencePlan]:
        def at(size: Centipoints) -> SequencePlan:
            lettering = Lettering(context, size, span, closeness)
            found = exchanged(sequence, SequenceWords(lettering, widest), room)
            return SequencePlan(sequence, found, lettering, span)

        return at

    for widest in _WIDEST:
        for closeness in CLOSENESS:
            yield setting(widest, closeness)
