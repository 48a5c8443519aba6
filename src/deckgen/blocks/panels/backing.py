"""What stands behind blocks: a panel, perhaps with a bar at its side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Geometry,
    Insets,
    ItemGroup,
    Rect,
    Shape,
    Struct,
    TableFrame,
    TextFrame,
    replace,
    single_items,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Color, Emu, Item, Span

WITHIN: Final = 300
"""What a page break within a panel costs."""


class Backing(Struct, frozen=True):
    """What stands behind blocks: its fill, the space around them, and a bar at its left side."""

    fill: Color
    padding: Insets
    name: str
    span: Span
    bar: Emu = ZERO
    bar_color: Color | None = None

    def items(self, box: Rect, inside: tuple[Item, ...]) -> tuple[Item, ...]:
        """Return the panel in its box with what stands on it; text alone is the panel's own."""
        bar = Rect(box.x, box.y, self.bar, box.height)
        box = Rect(box.x + self.bar, box.y, box.width - self.bar, box.height)
        made: list[Item] = []
        if self.bar_color is not None:
            name = f"{self.name} bar"
            made.append(Shape(bar, Geometry.RECTANGLE, self.bar_color, None, name, self.span))
        match inside:
            case (TextFrame() as text,):
                body = replace(text.body, insets=self.around(text.content, box))
                panel = replace(text, box=box, body=body, fill=self.fill, name=self.name)
                made.append(panel)
            case _:
                made.append(Shape(box, Geometry.RECTANGLE, self.fill, None, self.name, self.span))
                made += inside
        return self._together(made)

    def _together(self, items: list[Item]) -> tuple[Item, ...]:
        """Return items as a group, which moves as one; PowerPoint groups no tables."""
        if len(items) == 1 or any(isinstance(one, TableFrame) for one in single_items(items)):
            return tuple(items)
        return (ItemGroup(tuple(items), "", self.name, self.span),)

    def around(self, text: Rect, box: Rect) -> Insets:
        """Return the insets with which text lies in a box as it does in a smaller one."""
        return Insets(text.x - box.x, text.y - box.y, box.right - text.right, self.padding.bottom)

    @property
    def within(self) -> int:
        """What a page break within the panel costs."""
        return WITHIN

    def inner(self, box: Rect) -> Rect:
        """Return the part of a box in which blocks stand."""
        bared = Rect(box.x + self.bar, box.y, box.width - self.bar, box.height)
        return bared.inset(self.padding)

    @property
    def across(self) -> Emu:
        """What panel and bar take from the width."""
        return self.bar + self.padding.left + self.padding.right

    @property
    def down(self) -> Emu:
        """What the panel takes from the height."""
        return self.padding.top + self.padding.bottom
