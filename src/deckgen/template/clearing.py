"""A slot and what is drawn around it -> the part of its box in which text meets nothing drawn.

Designers add a logo, or a motto, to the foot of a master and leave the places of the footers as
they were, since nobody had filled them. What is as narrow as its words was put there for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets, Rect, largest_free
from deckgen.records import replace
from deckgen.styles import Align
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.geometry import Size
    from deckgen.template.drawing import Drawn
    from deckgen.template.model import Slot
    from deckgen.units import Emu

_CLEARED: Final = frozenset((Role.TITLE, Role.SUBTITLE, Role.BODY, Role.CAPTION, Role.AUTHOR))
_LEAST_LEFT: Final = 0.5
"""The share of its content that a slot must keep; else it is meant to lie where it does."""
_LEAST_BODY: Final = 0.6
"""The same for bodies, where less would cost many pages."""
_LEAST_AXIS: Final = 0.6
"""The share of its width that text keeps that stays about the middle of its place."""
_WIDE: Final = 0.8
"""The share of its width that a body keeps: tables and charts need it more than height."""
_BESIDE: Final = 0.25
"""The distance of text to what stands beside it, in em."""
_TOUCH: Final = 0.02
"""The share of the slot's height up to which things may touch: a rule close to the text."""
_TOUCH_BODY: Final = 0.2
"""The same for bodies, whose first line stands at their edge, in em."""
_SAID: Final = {Role.NUMBER: 3.0, Role.DATE: 7.0, Role.FOOTER: 8.0}
"""How wide what stands in a place mostly is, in em: `12`, `2016-11-22`, a few words."""
_UPRIGHT: Final = 3.0
"""The width, in em, up to which a place that is higher than wide holds no words along the foot."""
_LOOSE: Final = 1.5
"""How much wider than that a place is that was not made for where it is."""
_GROUND: Final = 0.4
"""The share of a slide's width from which words below a place are a bar's, as pictures are."""
_BADGE: Final = 3.0
"""The width of a painted thing, as a multiple of a number's place, that is made for the number."""
_COVERED: Final = 0.15
"""The share of a place's height that may be covered: its text does not stand there."""
_APART: Final = 0.5
"""What is kept free beside what is drawn, and of bodies above it, in em: pictures end there."""


def cleared(slot: Slot, drawn: Iterable[Rect]) -> Slot:
    """Return a slot that keeps clear of what is drawn, as far as that leaves it most of its room.

    A logo in the corner of a title's box, for example, makes the box narrower or lower, whichever
    costs less.
    """
    if slot.role not in _CLEARED:
        return slot
    whole = slot.content
    content, em, touch = whole, slot.levels[0].size.emu, slot.box.height * _TOUCH
    if slot.role is Role.BODY:
        touch = min(touch, em * _TOUCH_BODY)
    met = [box for box in drawn if _meets(box, whole, touch)]
    for box in met:
        if _meets(box, content, touch):
            is_body = slot.role is Role.BODY
            above, below = (em * _APART, em * _BESIDE) if is_body else (ZERO, ZERO)
            parts = _around(content, box, em * _BESIDE, (above, below))
            if is_body:
                parts = tuple(part for part in parts if part.width >= whole.width * _WIDE)
            content = max(parts, key=lambda part: part.area)
    if slot.role is Role.TITLE and len(met) > 1:
        # a rule that is known by its parts is not to be left part by part
        gap = em * _BESIDE
        free = largest_free(whole, [box.outset(Insets(gap, ZERO, gap, ZERO)) for box in met])
        content = max(content, free, key=lambda part: part.area)
    content = _on_axis(content, whole, slot)
    least = _LEAST_BODY if slot.role is Role.BODY else _LEAST_LEFT
    if content == whole or content.area < whole.area * least:
        return slot
    box = content.outset(slot.body.insets)
    return replace(slot, box=box, inherited=slot.inherited or slot.box)


def _meets(box: Rect, content: Rect, touch: float) -> bool:
    """Tell whether something drawn does more than touch a content."""
    common = box.intersection(content)
    return common.width > touch and common.height > touch


def _on_axis(content: Rect, whole: Rect, slot: Slot) -> Rect:
    """Return what remains of a content about the middle of all of it, where text stands there."""
    if slot.levels[0].align is not Align.CENTER:
        return content
    middle = whole.x + whole.width // 2
    half = min(middle - content.x, content.right - middle)
    about = replace(content, x=middle - half, width=half * 2)
    return about if half * 2 >= whole.width * _LEAST_AXIS else content


def _around(content: Rect, box: Rect, gap: Emu, gaps: tuple[Emu, Emu]) -> tuple[Rect, ...]:
    """Return what remains of a content to the left, right, top and bottom of a box.

    `gap` is kept free beside the box, `gaps` above and below it.
    """
    above, below = gaps
    return (
        _between(content.x, content.y, box.x - gap, content.bottom),
        _between(box.right + gap, content.y, content.right, content.bottom),
        _between(content.x, content.y, content.right, box.y - above),
        _between(content.x, box.bottom + below, content.right, content.bottom),
    )


def _between(left: Emu, top: Emu, right: Emu, bottom: Emu) -> Rect:
    return Rect(left, top, max(ZERO, right - left), max(ZERO, bottom - top))


def beside_drawn(slot: Slot, items: Iterable[Drawn], size: Size) -> Slot:
    """Return a place at the foot that has its words beside pictures and words that are drawn.

    It becomes narrower on the side where they are. One that has no room beside them is none: what
    it was for runs along the foot, as it does where a layout has no such place.
    """
    least = _SAID.get(slot.role)
    if least is None:
        return slot
    if _is_upright(slot):
        return replace(slot, role=Role.OTHER)
    met = [item for item in items if _is_met(item, slot, size)]
    if slot.content.width < slot.levels[0].size.emu * least * _LOOSE:
        # what is painted into a background was there before the place
        met = [item for item in met if item.shape is None]
    drawn = [item.box for item in met]
    if not any(_said(slot).overlaps(box) for box in drawn):
        return slot
    start, stop, em = slot.box.x, slot.box.right, slot.levels[0].size.emu
    for box in sorted(drawn, key=lambda box: box.x):
        if box.x - start > stop - box.right:
            stop = max(start, box.x - em * _APART)
        else:
            start = min(stop, box.right + em * _APART)
    insets = slot.body.insets.left + slot.body.insets.right
    if stop - start - insets < em * least:
        return replace(slot, role=Role.OTHER)
    box = replace(slot.box, x=start, width=stop - start)
    return replace(slot, box=box, inherited=slot.inherited or slot.box)


def _is_upright(slot: Slot) -> bool:
    """Tell whether a place is for words that run up or down, or was turned with all it holds."""
    em, box = slot.levels[0].size.emu, slot.box
    words = slot.role is not Role.NUMBER
    return words and box.height > box.width and slot.content.width < em * _UPRIGHT


def _is_met(item: Drawn, slot: Slot, size: Size) -> bool:
    """Tell whether something is drawn across a place that is not what the place stands on."""
    if item.is_ground or not _shows_something(item):
        return False
    if item.shape is None:
        ground = slot.role is Role.NUMBER and item.box.width <= slot.box.width * _BADGE
    else:
        ground = item.shape.kind == "pic" or item.box.width >= size.width * _GROUND
    if ground and item.box.x <= slot.box.x and slot.box.right <= item.box.right:
        return False
    common = item.box.intersection(slot.box)
    return common.width > ZERO and common.height > slot.box.height * _COVERED


def _shows_something(item: Drawn) -> bool:
    """Tell whether a thing is a picture, or words without a fill: words on a fill are a bar's."""
    if item.shape is None:
        return item.panel is None or item.panel.color is None
    if item.shape.kind == "pic":
        return True
    from deckgen.template.drawing import is_visible  # not where a template was read before

    return bool(item.shape.text) and not is_visible(item.shape.properties)


def _said(slot: Slot) -> Rect:
    """Return where the words in a place mostly stand."""
    content = slot.content
    width: Emu = min(content.width, slot.levels[0].size.emu * _SAID[slot.role])
    left = content.x + (content.width - width) * slot.levels[0].align.before
    return replace(slot.box, x=left, width=width)
