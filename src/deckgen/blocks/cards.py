"""Equal panels in balanced rows, each with a sign or a picture, a title and any blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.image import Image
from deckgen.blocks.kit import (
    Block,
    BlockRecord,
    Built,
    Collects,
    Context,
    Emu,
    Galley,
    Icon,
    Inline,
    Key,
    Span,
    Struct,
    codes,
    nothing,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Sink

MOST: Final = 8


class Card(Struct, frozen=True, kw_only=True):
    """A panel: a picture or a sign at its top, a title, and any blocks."""

    SHORTHAND: ClassVar[str] = "body"

    span: Span
    image: Annotated[Image | None, Key("A picture across the top of the card.")] = None
    icon: Annotated[
        Icon | None, Key("A sign above the title: an emoji, a few letters or a picture file.")
    ] = None
    title: Annotated[Inline | None, Key("What the card is about.")] = None
    content: Annotated[
        tuple[BlockRecord, ...], Collects("What the card says, as a slide does.")
    ] = ()


class Cards(Block, frozen=True, kw_only=True):
    """One to eight equal panels in balanced rows.

    ```yaml
    - cards:
        - {icon: "1", title: Speed, body: Builds take seconds.}
        - {icon: "2", title: Care, body: Nothing is touched up.}
        - {title: Reach, body: [Any template, Any language]}
    ```
    """

    KEY: ClassVar[str] = "cards"
    SHORTHAND: ClassVar[str] = "cards"

    cards: Annotated[tuple[Card, ...], Key("The cards, in reading order.")]
    build: Built = False

    def remark(self, sink: Sink) -> None:
        """Report too many cards, or none."""
        count = len(self.cards)
        if 1 <= count <= MOST or sink.has_error_in(self.span):
            return
        message = f"expected 1 to {MOST} cards, found {count or 'no'} cards"
        hint = "write a table, or divide the slide" if count else "write a list of cards"
        sink.report(codes.INVALID_VALUE, self.span.first_line, message, hints=[hint])

    def singles(self) -> tuple[Block, ...]:
        """Return no pictures: those of cards stay on them."""
        return ()

    def parts(self, *, asked: bool) -> tuple[Card, ...]:  # noqa: ARG002
        """Return what a build shows one by one."""
        return self.cards

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the cards at the largest size at which all stand in their place, if any does."""
        from deckgen.blocks.panels.card_galley import card_galley

        return card_galley(self.cards, width, context) if self.cards else nothing()
