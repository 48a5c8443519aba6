"""A title and what is drawn -> the title within the bar, or on the rule, made for its line.

Designers draw a bar, and set the placeholder of the title roughly over it: often it is higher than
the bar, because only one line was tried. Where the line stands tells what it was meant to stand on.
A rule is drawn for titles to stand on it, and the placeholder is left across it, where they wrote
the titles of their slides in boxes of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect
from deckgen.records import replace
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.template.drawing import Drawn
    from deckgen.template.model import Slot

_ON: Final = 0.8
"""The share of a line that lies on what it stands on."""
_MOSTLY: Final = 0.6
"""The share of a line's height that is enough where all of the line has room on a bar."""
_THIN: Final = 0.25
"""The height of a rule at most, as a share of a line's."""
_ACROSS: Final = 0.6
"""The share of its width on which a rule crosses a title, and is not a mark beside it."""
_TOUCH: Final = 0.02
"""The share of a place's height up to which it may reach over a rule along its edge."""


def seated(slot: Slot, items: Iterable[Drawn]) -> Slot:
    """Return the slot less what of it is beyond the topmost thing on which its line stands.

    Only titles are told by their line; a slot with a fill of its own stands on that.
    """
    if slot.role is not Role.TITLE or slot.background is not None:
        return slot
    line = _line(slot)
    under = [item for item in items if not item.is_ground and _holds(item, slot, line)]
    if not under:
        return slot
    content = slot.content.intersection(under[-1].box)
    if content == slot.content:
        return slot
    box = content.outset(slot.body.insets)
    return replace(slot, box=box, inherited=slot.inherited or slot.box)


def ruled(slot: Slot, items: Sequence[Drawn]) -> Slot:
    """Return a title's slot above the rules that cross it; below one that has no line above it."""
    if slot.role is not Role.TITLE or slot.background is not None:
        return slot
    whole, leading = slot.content, slot.levels[0].leading
    top, bottom, touch = whole.y, whole.bottom, slot.box.height * _TOUCH
    for at, item in enumerate(items, start=1):
        rule = item.box
        common = rule.intersection(whole)
        if rule.height > leading * _THIN or common.width < whole.width * _ACROSS:
            continue
        if any(later.box.intersection(common) == common for later in items[at:]):
            continue  # it is hidden
        if top + touch < rule.y and rule.bottom < bottom - touch:
            if rule.y - top >= leading:
                bottom = rule.y
            elif bottom - rule.bottom >= leading:
                top = rule.bottom
    if (top, bottom) == (whole.y, whole.bottom):
        return slot
    box = replace(whole, y=top, height=bottom - top).outset(slot.body.insets)
    return replace(slot, box=box, inherited=slot.inherited or slot.box)


def _holds(item: Drawn, slot: Slot, line: Rect) -> bool:
    """Tell whether a line stands on something, or sticks out of a bar that has room for all of it.

    A line across the edge of two surfaces is read on neither.
    """
    if item.carries(line, line.area * _ON):
        return True
    room, common = slot.content.intersection(item.box), line.intersection(item.box)
    across = common.width >= line.width * _ON and item.carries(line, common.area)
    return across and room.height >= line.height and common.height >= line.height * _MOSTLY


def _line(slot: Slot) -> Rect:
    """Return where one line of a slot stands."""
    content = slot.content
    height = min(content.height, slot.levels[0].leading)
    free = content.height - height
    match slot.body.anchor:
        case Anchor.TOP:
            above = ZERO
        case Anchor.MIDDLE:
            above = free // 2
        case Anchor.BOTTOM:
            above = free
    return Rect(content.x, content.y + above, content.width, height)
