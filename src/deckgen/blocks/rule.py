"""A thin line between what stands before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from deckgen.colors import mix
from deckgen.geometry import Rect
from deckgen.layout.flow.galley import Block, Context, Galley, Piece, Place
from deckgen.layout.flow.galleys import WholeGalley
from deckgen.markdown.model import ThematicBreak
from deckgen.pages import Outline, Stroke
from deckgen.units import ZERO, Emu, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.content import Run
    from deckgen.spec.bind import Binding

WIDTH = pt(0.75)


class Rule(Block, frozen=True, kw_only=True):
    """A line across the text, written `---` in Markdown."""

    PIECE: ClassVar[type | None] = ThematicBreak

    @classmethod
    def of(cls, piece: ThematicBreak, binding: Binding) -> Rule:  # noqa: ARG003
        """Return the block that a thematic break becomes."""
        return cls(span=piece.span)

    def texts(self) -> Iterator[tuple[Run, ...]]:
        """Return nothing."""
        return iter(())

    def measure(self, width: Emu, context: Context) -> Galley:  # noqa: ARG002
        """Return the line."""
        outline = Outline(mix(context.text.color, context.background, 0.6), WIDTH)

        def draw(place: Place) -> tuple[Stroke]:
            box = Rect(place.box.x, place.box.y, place.box.width, ZERO)
            return (Stroke(box, outline, "Rule", self.span),)

        return WholeGalley(Piece(WIDTH, context.gap), draw)
