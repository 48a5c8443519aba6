"""Cards in one size of text, so many in a row -> panels of one size."""

from __future__ import annotations

from functools import cached_property
from math import ceil, log, prod
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Align,
    Anchor,
    Centipoints,
    Crop,
    Emu,
    Insets,
    Paragraph,
    Picture,
    Piece,
    Place,
    Rect,
    Run,
    Struct,
    TextFrame,
    Tone,
    WholeGalley,
    balanced,
    fit_within,
    has_east_asian,
    inch,
    measure_blocks,
    measure_paragraphs,
    replace,
    shade_read_on,
    stack_of,
    text_galley,
)
from deckgen.blocks.panels.backing import Backing
from deckgen.blocks.panels.look import in_tone, quiet_fill, standing_on
from deckgen.blocks.pictures.cropping import CENTER, cover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.cards import Card
    from deckgen.blocks.image import Image
    from deckgen.blocks.kit import (
        Context,
        Galley,
        Item,
        LevelStyle,
        PictureRef,
        StackGalley,
        TextGalley,
    )

GAP: Final = 0.6
PADDING: Final = 0.55
"""The space between cards, and around what stands on them, in em."""
NARROWEST: Final = 7.5
"""The least width of a card's text, in em."""
SHAPE: Final = 1.25
"""The shape that cards have if they may: width by height."""
CAPTION: Final = 0.7
SMALLEST: Final = Centipoints(1200)
"""The size of a caption as a share of that of the text, and the least that it has."""
SIGN: Final = 1.7
"""The size of a sign as a share of that of the text."""
PICTURE_SIGN: Final = inch(0.55)
MOST_CUT: Final = 0.45
"""The share of a picture that may be cut off to fill the top of its card."""
FLATTEST: Final = 2.4
TALLEST: Final = 1.2
"""The shapes between which places for pictures across the top have that of the pictures."""
MOST_PICTURE: Final = 0.45
"""The share of a card's height that a picture across its top has at the most."""
UNEVEN: Final = 0.5
"""What counts against a last row that is not full, beside the shape."""
STRETCH: Final = 1.3
"""How much higher than they need to be cards become where there is room."""
FLAT: Final = 0.7
"""The height up to which they do, as a share of their width."""


class CardSetting(Struct, frozen=True, dict=True):
    """Cards in one size of text, so many in a row."""

    cards: tuple[Card, ...]
    across: int
    width: Emu
    context: Context

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return ceil(len(self.cards) / self.across)

    @cached_property
    def panel(self) -> Backing:
        """What stands behind a card."""
        fill = quiet_fill(self.context)
        padding = Insets(*(self.context.text.size.emu * PADDING,) * 4)
        return Backing(fill, padding, "Card", self.cards[0].span)

    @property
    def gap(self) -> Emu:
        """The space between cards."""
        return self.context.text.size.emu * GAP

    @property
    def card_width(self) -> Emu:
        """How wide a card is."""
        return (self.width - self.gap * (self.across - 1)) // self.across

    @property
    def text_width(self) -> Emu:
        """How wide what stands on a card may be."""
        return self.card_width - self.panel.across

    @property
    def is_wide_enough(self) -> bool:
        """Whether text on the cards is wide enough to be read."""
        return self.text_width >= self.context.text.size.emu * NARROWEST

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its card."""
        return any(stack.cuts_words for stack in self.stacks)

    @cached_property
    def band(self) -> Emu:
        """How high pictures across the top are; nothing where no card has one."""
        shapes = [card.image.src.file.size.aspect for card in self.cards if card.image is not None]
        if not shapes:
            return ZERO
        shape = min(FLATTEST, max(TALLEST, prod(shapes) ** (1 / len(shapes))))
        most = self.context.height * (MOST_PICTURE / self.rows)
        return min(self.card_width * (1 / shape), most)

    @cached_property
    def stacks(self) -> tuple[StackGalley, ...]:
        """What stands on each card below its picture."""
        inner = replace(standing_on(self.context, self.panel.fill), held=True)
        return tuple(self._stack(card, inner) for card in self.cards)

    @cached_property
    def heights(self) -> tuple[Emu, ...]:
        """How high each card has to be, with what can shrink as low as it may be."""
        down = self.panel.down + self.band
        return tuple(stack.least + down for stack in self.stacks)

    @cached_property
    def natural(self) -> Emu:
        """How high cards would be that need not make room."""
        return Emu(max(stack.height for stack in self.stacks) + self.panel.down + self.band)

    @property
    def least(self) -> Emu:
        """How high all rows have to be."""
        return self.all_rows(max(self.heights))

    def all_rows(self, height: Emu) -> Emu:
        """Return how high all rows are if cards have a height."""
        return height * self.rows + self.gap * (self.rows - 1)

    @property
    def ugliness(self) -> float:
        """How far the cards are from the shape that is liked best."""
        uneven = UNEVEN if len(self.cards) % self.across else 0.0
        return abs(log(self.card_width / max(self.heights) / SHAPE)) + uneven

    def _stack(self, card: Card, context: Context) -> StackGalley:
        width = self.text_width
        blocks = measure_blocks(card.content, width, context)
        return stack_of((*self._head(card, context), *blocks.galleys), width)

    def _head(self, card: Card, context: Context) -> Iterator[Galley]:
        """Yield a card's sign and its title."""
        accent = shade_read_on(in_tone(Tone.NEUTRAL, self.context), context.background)
        text = context.text
        if card.image is not None and card.image.caption is not None:
            small = max(SMALLEST, text.size.scaled(CAPTION))
            style = replace(text.flush(min(text.size, small)), align=Align.LEFT)
            yield _line(card.image.caption.runs, style, self.text_width, context, card)
        bold = replace(text.flush(text.size), bold=True, align=Align.LEFT)
        if card.icon is not None and card.icon.text:
            style = replace(bold.sized(text.size.scaled(SIGN)), color=accent)
            runs = (Run(card.icon.text, card.icon.span),)
            yield _line(runs, style, self.text_width, context, card)
        elif card.icon is not None and card.icon.picture is not None:
            yield _picture_sign(card.icon.picture, card, context)
        elif card.image is None and any(other.icon is not None for other in self.cards):
            # titles stand in line with those below a sign
            high = max(ZERO, text.line_spacing.of(text.size.scaled(SIGN)) - context.gap)
            yield WholeGalley(Piece(high, context.gap), lambda _: ())
        if card.title is not None and card.title.runs:
            yield _line(card.title.runs, bold, self.text_width, context, card)

    def draw(self, box: Rect, first: int, stop: int) -> Iterator[Item]:
        """Yield the cards of some rows in a box."""
        rows = stop - first
        room = (box.height - self.gap * (rows - 1)) // rows
        wanted = max(self.natural * STRETCH, self.card_width * FLAT)
        if len(self.cards) == 1:  # there is none beside it whose shape it would have
            wanted = self.natural
        height = max(*self.heights, min(room, wanted))
        for number in range(first * self.across, min(stop * self.across, len(self.cards))):
            row, column = divmod(number, self.across)
            x = box.x + (self.card_width + self.gap) * column
            y = box.y + (height + self.gap) * (row - first)
            yield from self._card(number, Rect(x, y, self.card_width, height))

    def _card(self, number: int, box: Rect) -> tuple[Item, ...]:
        card, stack = self.cards[number], self.stacks[number]
        panel = replace(self.panel, span=card.span)
        inner = panel.inner(box)
        top = inner.y + self.band
        place = Rect(inner.x, top, inner.width, min(stack.height, inner.bottom - top))
        inside = stack.place(0, len(stack.pieces), Place(place, side=Align.LEFT))
        if card.image is not None:
            band = replace(box, height=self.band)
            return (*panel.items(box, (self._picture(card.image, band), *inside)),)
        return tuple(map(self._anchored, panel.items(box, inside)))

    def _anchored(self, item: Item) -> Item:
        """Return a card in whose middle its words stand where no card has more than these."""
        if not isinstance(item, TextFrame) or item.fill is None or self.is_led:
            return item
        insets = Insets(*(self.context.text.size.emu * PADDING,) * 4)
        return replace(item, body=replace(item.body, insets=insets, anchor=Anchor.MIDDLE))

    @property
    def is_led(self) -> bool:
        """Whether any card has more than words: a title, a sign or a picture."""
        return any(card.title or card.icon or card.image for card in self.cards)

    def _picture(self, image: Image, band: Rect) -> Picture:
        size, focus = image.src.file.size, image.focus or CENTER
        ratio = size.aspect / band.size.aspect
        fills = image.fit == "cover" or min(ratio, 1 / ratio) >= 1 - MOST_CUT
        crop = cover(size, band.size, focus) if fills else None
        return Picture(
            box=band if crop is not None else fit_within(size, band),
            file=image.src.file,
            alt=image.alternative,
            name="Picture",
            crop=crop or Crop(),
            link=image.destination,
            span=image.span,
        )


def _line(
    runs: tuple[Run, ...], style: LevelStyle, width: Emu, context: Context, card: Card
) -> TextGalley:
    inner = context.with_levels((style,) * len(context.levels))
    paragraph = Paragraph(runs, card.span)
    set_lines = balanced if has_east_asian(paragraph.text) else measure_paragraphs
    return text_galley(set_lines((paragraph,), width, inner), context, card.span, "Card")


def _picture_sign(picture: PictureRef, card: Card, context: Context) -> WholeGalley:
    """Return a picture file as a small sign; it is decoration beside the title."""
    side = min(PICTURE_SIGN, context.height // 4)
    size = fit_within(picture.file.size, Rect(ZERO, ZERO, side * 2, side)).size

    def draw(place: Place) -> tuple[Item, ...]:
        box = Rect(place.box.x, place.box.y, size.width, size.height)
        return (Picture(box=box, file=picture.file, alt="", name="Icon", span=card.span),)

    return WholeGalley(Piece(size.height, context.gap), draw)
