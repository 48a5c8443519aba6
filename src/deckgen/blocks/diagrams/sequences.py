"""A sequence and the room for it -> the ways in which it may be set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.exchanged import exchanged
from deckgen.blocks.diagrams.fitting import CLOSENESS
from deckgen.blocks.diagrams.lifelines import SequenceWords
from deckgen.blocks.diagrams.pen import Pen
from deckgen.blocks.diagrams.sequence_drawing import SequenceDrawing
from deckgen.blocks.diagrams.sizes import Lettering
from deckgen.blocks.kit import Struct
from deckgen.diagrams.layers import Footprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.blocks.diagrams.exchange import Exchanged
    from deckgen.blocks.kit import Centipoints, Context, Item, Point, Span
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

    def drawing(self, at: Point) -> SequenceDrawing:
        """Return what draws it at a place."""
        origin = (self.found.bounds.x, self.found.bounds.y)
        return SequenceDrawing(
            self.sequence, self.found, Pen(self.lettering, at, origin, self.span)
        )

    def ground(self, at: Point) -> tuple[Item, ...]:
        """Return boxes and participants."""
        drawing = self.drawing(at)
        return (*drawing.parties(), *drawing.participants(bars=False))

    def step(self, at: Point, number: int) -> tuple[Item, ...]:
        """Return a message or a note, and what begins with it."""
        drawing, found = self.drawing(at), self.found
        frames = [each for each in found.frames if each.step == number]
        bars = (drawing.bar(each) for each in found.bars if each.step == number)
        return (
            *drawing.highlights(frames),
            *bars,
            *drawing.frames(frames),
            *drawing.messages([each for each in found.sent if each.message.step == number]),
            *drawing.notes([each for each in found.notes if each.remark.step == number]),
        )

    def whole(self, at: Point) -> tuple[Item, ...]:
        """Return everything."""
        drawing, found = self.drawing(at), self.found
        return (
            *drawing.parties(),
            *drawing.highlights(found.frames),
            *drawing.participants(bars=True),
            *drawing.frames(found.frames),
            *drawing.messages(found.sent),
            *drawing.notes(found.notes),
        )


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
