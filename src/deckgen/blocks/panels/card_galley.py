"""Cards -> the galley of them, whole or row by row, in the largest text at which they fit."""

from __future__ import annotations

from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import ZERO, Piece, Struct, bisected, codes, diagnose, scaled, show
from deckgen.blocks.panels.cards import GAP, CardSetting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.cards import Card
    from deckgen.blocks.kit import Context, Diagnostic, Emu, Item, LevelStyle, Place

STEP: Final = 100
"""How much smaller cards are tried that do not fit, in hundredths of a point."""
MOST_IN_ROW: Final = 4
SHARE: Final = 0.9
"""The size of text on cards as a share of that of the text around them."""


class CardGalley(Struct, frozen=True, dict=True):
    """Cards, whole or row by row where no page holds them all."""

    setting: CardSetting
    context: Context
    whole: bool
    least: Emu
    fills_slot: bool = False

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
        if self.whole or needed <= self.context.height:
            return said
        card = self.setting.cards[self.setting.heights.index(needed)]
        message = (
            f"the card needs {show(needed)} at the smallest readable size, "
            f"but a page has {show(self.context.height)}"
        )
        hint = "shorten it, or divide the cards over two slides"
        return (*said, diagnose(codes.TEXT_OVERFLOW, card.span, message, hints=[hint]))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """All cards, or a row each."""
        setting, gap = self.setting, self.context.gap
        if self.whole:
            height = max(setting.least, min(self.context.height, setting.all_rows(setting.natural)))
            return (Piece(height, gap, least=min(height, self.least)),)
        height = min(max(setting.heights), self.context.height)
        return (Piece(height, gap), *(Piece(height, GAP),) * (setting.rows - 1))

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the cards, in the largest text at which they fit their place."""
        setting = self.setting
        if not self.whole:
            return tuple(setting.draw(place.box, start, stop))
        if setting.least > place.box.height:
            setting = _chosen(setting.cards, setting.width, self.context, place.box.height)
        return tuple(setting.draw(place.box, 0, setting.rows))


def card_galley(cards: tuple[Card, ...], width: Emu, context: Context) -> CardGalley:
    """Return cards at a width, in the largest text at which all of them stand in its height."""
    chosen = _chosen(cards, width, context, context.height)
    smallest = _chosen(cards, width, context, ZERO)
    return CardGalley(chosen, context, chosen.least <= context.height, smallest.least)


def _chosen(cards: tuple[Card, ...], width: Emu, context: Context, height: Emu) -> CardSetting:
    """Return the cards in the largest text at which they fit a height, else as low as can be."""
    counts = _counts(len(cards))

    def settings(levels: tuple[LevelStyle, ...]) -> list[CardSetting]:
        inner = context.with_levels(levels)
        return [CardSetting(cards, across, width, inner) for across in counts]

    def good(levels: tuple[LevelStyle, ...]) -> list[CardSetting]:
        return [
            setting
            for setting in settings(levels)
            if setting.is_wide_enough and setting.least <= height and not setting.cuts_words
        ]

    tries = list(_sizes(context))
    found = bisected(tries, lambda levels: bool(good(levels)))
    if found is not None:
        return min(good(found), key=lambda setting: setting.ugliness)
    lowest = [setting for setting in settings(tries[-1]) if setting.is_wide_enough]
    return min(lowest or settings(tries[-1])[-1:], key=lambda setting: setting.least)


def _counts(cards: int) -> list[int]:
    """Return how many cards a row may have so that rows are balanced, most first."""
    rows = range(1, cards + 1)
    counts = {ceil(cards / number) for number in rows if ceil(cards / number) <= MOST_IN_ROW}
    return sorted(counts, reverse=True)


def _sizes(context: Context) -> Iterator[tuple[LevelStyle, ...]]:
    """Yield the styles of text that cards may have, largest first."""
    top = context.text.size
    first = max(min(top, context.floor), top.scaled(SHARE))
    for size in range(first, min(first, context.floor) - 1, -STEP):
        yield scaled(context.levels, size / top, context.floor)
