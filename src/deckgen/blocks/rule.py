"""A thin line between what stands before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from deckgen.blocks.kit import (
    ZERO,
    Block,
    Context,
    Emu,
    Galley,
    Outline,
    Piece,
    Place,
    Rect,
    Stroke,
    ThematicBreak,
    WholeGalley,
    mix,
    pt,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding

WIDTH = pt(0.75)


class Rule(Block, frozen=True, kw_only=True):
    """A line across the text, written `---` in Markdown."""

    PIECE: ClassVar[type | None] = ThematicBreak

    @classmethod
    def of(cls, piece: ThematicBreak, binding: Binding) -> Rule:  # noqa: ARG003
        """Return the block that a thematic break becomes."""
        return cls(span=piece.span)

    def measure(self, width: Emu, context: Context) -> Galley:  # noqa: ARG002
        """Return the line."""
        outline = Outline(mix(context.text.color, context.background, 0.6), WIDTH)

        def draw(place: Place) -> tuple[Stroke]:
            box = Rect(place.box.x, place.box.y, place.box.width, ZERO)
            return (Stroke(box, outline, "Rule", self.span),)

        return WholeGalley(Piece(WIDTH, context.gap), draw)
