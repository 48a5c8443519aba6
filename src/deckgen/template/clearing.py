"""A slot and what is drawn around it -> the part of its box in which text meets nothing drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect
from deckgen.records import replace
from deckgen.template.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.template.model import Slot
    from deckgen.units import Emu

_CLEARED: Final = frozenset((Role.TITLE, Role.SUBTITLE, Role.BODY, Role.CAPTION))
_LEAST_LEFT: Final = 0.5
"""The share of its content that a slot must keep; else it is meant to lie where it does."""
_TOUCH: Final = 0.02
"""The share of the slot's height up to which things may touch: a rule close to the text."""


def cleared(slot: Slot, drawn: Iterable[Rect]) -> Slot:
    """Return a slot that keeps clear of what is drawn, as far as that leaves it most of its room.

    A logo in the corner of a title's box, for example, makes the box narrower or lower, whichever
    costs less.
    """
    if slot.role not in _CLEARED:
        return slot
    whole = slot.content
    content, touch = whole, slot.box.height * _TOUCH
    for box in drawn:
        common = content.intersection(box)
        if common.width > touch and common.height > touch:
            content = max(_around(content, box), key=lambda part: part.area)
    if content == whole or content.area < whole.area * _LEAST_LEFT:
        return slot
    box = content.outset(slot.body.insets)
    return replace(slot, box=box, inherited=slot.inherited or slot.box)


def _around(content: Rect, box: Rect) -> tuple[Rect, ...]:
    """Return what remains of a content to the left, right, top and bottom of a box."""
    return (
        _between(content.x, content.y, box.x, content.bottom),
        _between(box.right, content.y, content.right, content.bottom),
        _between(content.x, content.y, content.right, box.y),
        _between(content.x, box.bottom, content.right, content.bottom),
    )


def _between(left: Emu, top: Emu, right: Emu, bottom: Emu) -> Rect:
    return Rect(left, top, right - left, bottom - top)
