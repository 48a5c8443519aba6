"""Cards -> the galley of them, whole or row by row, in the largest text at which they fit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Piece, Struct, bisected, codes, diagnose, scaled, show
from deckgen.blocks.panels.balanced import balanced_counts
from deckgen.blocks.panels.cards import CardSetting

if TYPE_CHECKING:
    from deckgen.blocks.cards import Card
    from deckgen.blocks.kit import Context, Diagnostic, Emu, Item, LevelStyle, Place

STEP: Final = 100
"""How much smaller cards are tried that do not fit, in hundredths of a point."""
MOST_IN_ROW: Final = 4
SHARE: Final = 0.9
"""The size of text on cards as a share of that of the text around them."""


class CardChoice(Struct, frozen=True, dict=True):
    """Cards at a width, and how they are set for the height that there is."""

    cards: tuple[Card, ...]
    width: Emu
    context: Context

    @cached_property
    def sizes(self) -> tuple[tuple[LevelStyle, ...], ...]:
        """The styles of text that cards may have, largest first."""
        context, top = self.context, self.context.text.size
        if context.held:
            return (context.levels,)
        first = max(min(top, context.floor), top.scaled(SHARE))
        sizes = range(first, min(first, context.floor) - 1, -STEP)
        return tuple(scaled(context.levels, size / top, context.floor) for size in sizes)

    @cached_property
    def counts(self) -> tuple[int, ...]:
        """How many cards a row may have so that rows are balanced, most first."""
        return tuple(balanced_counts(len(self.cards), MOST_IN_ROW))

    @cached_property
    def _known(self) -> dict[int, tuple[CardSetting, ...]]:
        return {}

    def settings(self, size: int) -> tuple[CardSetting, ...]:
        """Return the cards in a size, in rows of each count in which they are wide enough."""
        if size not in self._known:
            inner = self.context.with_levels(self.sizes[size])
            made = [CardSetting(self.cards, count, self.width, inner) for count in self.counts]
            wide = [setting for setting in made if setting.is_wide_enough] or made[-1:]
            self._known[size] = tuple(wide[:1] if self.context.held else wide)
        return self._known[size]

    def best(self, height: Emu) -> CardSetting:
        """Return the cards in the largest text at which they fit a height, else the lowest."""
        last = len(self.sizes) - 1
        found = bisected(range(last + 1), lambda size: bool(self._fitting(size, height)))
        if found is None:
            return min(self.settings(last), key=lambda setting: setting.least)
        return min(self._fitting(found, height), key=lambda setting: setting.ugliness)

    def _fitting(self, size: int, height: Emu) -> list[CardSetting]:
        tried = self.settings(size)
        return [one for one in tried if one.least <= height and not one.cuts_words]

    @cached_property
    def least(self) -> Emu:
        """How low the cards may become."""
        return min(setting.least for setting in self.settings(len(self.sizes) - 1))


class CardGalley(Struct, frozen=True, dict=True):
    """Cards, whole or row by row where no page holds them all."""

    choice: CardChoice
    setting: CardSetting
    fills_slot: bool = False

    @property
    def whole(self) -> bool:
        """Whether a page holds all of them."""
        return self.setting.least <= self.height

    @property
    def height(self) -> Emu:
        """How high a page is."""
        return self.choice.context.height

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its card."""
        return self.setting.cuts_words

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of what stands on the cards, and of one that holds too much."""
        said = tuple(told for stack in self.setting.stacks for told in stack.diagnostics)
        said += tuple(told for c in self.setting.cards if c.image for told in c.image.diagnostics())
        needed = max(self.setting.heights)
        if self.whole or self.choice.context.held or needed <= self.height:
            return said
        card = self.setting.cards[self.setting.heights.index(needed)]
        message = (
            f"the card needs {show(needed)} at the smallest readable size, "
            f"but a page has {show(self.height)}"
        )
        hint = "shorten it, or divide the cards over two slides"
        return (*said, diagnose(codes.TEXT_OVERFLOW, card.span, message, hints=[hint]))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All cards, or a row each; one that is too high is told, and takes a page."""
        setting, gap = self.setting, self.choice.context.gap
        if self.whole:
            height = max(setting.least, min(self.height, setting.all_rows(setting.natural)))
            return (Piece(height, gap, least=min(height, self.choice.least)),)
        height = min(max(setting.heights), self.height)
        return (Piece(height, gap), *(Piece(height, setting.gap),) * (setting.rows - 1))

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the cards, in the largest text at which they fit their place."""
        setting = self.setting
        if not self.whole:
            return tuple(setting.draw(place.box, start, stop))
        if setting.least > place.box.height:
            setting = self.choice.best(place.box.height)
        return tuple(setting.draw(place.box, 0, setting.rows))


def card_galley(cards: tuple[Card, ...], width: Emu, context: Context) -> CardGalley:
    """Return cards at a width, in the largest text at which all of them stand in its height."""
    choice = CardChoice(cards, width, context)
    return CardGalley(choice, choice.best(context.height))
