"""Ways to set a thing that stays whole, best first -> the galley of the first that fits."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol

from deckgen.blocks.kit import (
    Align,
    Emu,
    Piece,
    Struct,
    codes,
    diagnose,
    replace,
    scaled,
    show,
)
from deckgen.layout.typeset.fitting import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from deckgen.blocks.kit import Context, Diagnostic, Item, Place, Rect, Span

SLIGHT: Final = 3
"""How many of them are tried before a thing is set in more rows."""


class Setting(Protocol):
    """A thing in one way: how high it is at the least, and what it draws."""

    @property
    def height(self) -> Emu:
        """How high the thing has to be."""
        ...

    @property
    def is_good(self) -> bool:
        """Whether nothing in it is broken that should be whole."""
        ...

    def draw(self, box: Rect) -> Iterable[Item]:
        """Yield the items of the thing in a box that is as high as it, or higher."""
        ...


class FittedGalley(Struct, frozen=True, dict=True):
    """A thing that stays whole, in the best of some ways that its place has room for."""

    ways: tuple[Callable[[], Setting], ...]
    context: Context
    span: Span
    what: str
    """What the thing is called in a diagnostic."""
    fills_slot: bool = False

    @cached_property
    def _made(self) -> dict[int, Setting]:
        return {}

    def setting(self, number: int) -> Setting:
        """Return the thing in one of the ways, which is set once."""
        if number not in self._made:
            self._made[number] = self.ways[number]()
        return self._made[number]

    def chosen(self, height: Emu) -> Setting:
        """Return the best that fits a height: what is good, else what fits, else the lowest."""
        fitting: Setting | None = None
        for number in range(len(self.ways)):
            setting = self.setting(number)
            if setting.height <= height:
                if setting.is_good:
                    return setting
                fitting = fitting or setting
        return fitting or min(self._made.values(), key=lambda setting: setting.height)

    @property
    def cuts_words(self) -> bool:
        """Whether something is broken that should be whole."""
        return not self.chosen(self.context.height).is_good

    @cached_property
    def least(self) -> Emu:
        """How low the thing may become."""
        made = [self.setting(number) for number in range(len(self.ways))]
        good = [setting.height for setting in made if setting.is_good]
        return min(good or [setting.height for setting in made])

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of a thing that fits no page."""
        if self.least <= self.context.height:
            return ()
        message = (
            f"the {self.what} need {show(self.least)} at the smallest readable size, "
            f"but a page has {show(self.context.height)}"
        )
        hint = "shorten them, or divide them over two slides"
        return (diagnose(codes.TEXT_OVERFLOW, self.span, message, hints=[hint]),)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The one piece, which stands on a page of its own where it fits none."""
        most = self.context.height
        height = min(most, self.chosen(most).height)
        return (Piece(height, self.context.gap, least=min(height, self.least)),)

    def height_in(self, room: Emu) -> Emu:
        """Return how high the thing is in a room."""
        return self.chosen(room).height

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the items of the thing in the best way for its place.

        Where other things stand beside or with it, it begins at the top and does not stretch.
        """
        if start >= stop:
            return ()
        box, setting = place.box, self.chosen(place.box.height)
        if place.side is not Align.CENTER:
            box = replace(box, height=min(box.height, setting.height))
        return tuple(setting.draw(box))


def at_sizes(context: Context) -> Iterator[Context]:
    """Yield contexts for each size of text that is worth trying, largest first."""
    before = None
    for share in STEPS[:1] if context.held else STEPS:
        levels = scaled(context.levels, share, context.floor)
        if levels != before:
            yield context.with_levels(levels)
        before = levels
