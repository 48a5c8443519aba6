"""A layout that was made for something else -> the same layout with slots for what it must serve.

Nothing of the layout itself changes: a slot that is moved or added states its place and its style
on the slide, in the style that the master gives to titles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, contrast
from deckgen.geometry import Insets, Rect, largest_free
from deckgen.records import replace
from deckgen.template.clearing import cleared
from deckgen.template.model import FURNITURE, Role, Slot
from deckgen.template.purposes import COVERS, OTHER_KINDS, Purpose
from deckgen.template.traits import passes_for
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.geometry import Size
    from deckgen.template.model import Layout, Template
    from deckgen.template.traits import Traits
    from deckgen.units import Emu

_OPENING: Final = (Purpose.TITLE, Purpose.SECTION)
_ROOMY: Final = 0.4
"""The share of the slide's sides that a cover without a place for a title leaves free for one."""
_APART: Final = 0.015
"""What is kept free around what is drawn on a cover, as a share of the slide's width."""
_LEAST_BODY: Final = 0.2
_LEAST_ROOM: Final = 0.12
"""The share of the slide that what is drawn leaves for content in one piece, else it is hidden."""
_UPPER: Final = 0.32
_TOP_BAND: Final = (0.06, 0.045, 0.88, 0.14)
"""Where titles stand for which the template has no place, as shares of the slide."""
_MARGIN: Final = 0.07
_FULL: Final = 0.6
_LOW: Final = 0.7
"""How far down a body ends, as a share of the slide's height, that leaves its foot empty."""
_DEEPER: Final = 0.1
"""By how much such a body is made higher at the least, as a share of the slide's height."""
_CLEAR: Final = 0.02
"""What is kept free above what stands below it, as a share of the slide's height."""
READABLE: Final = 4.5
_INKS: Final = (Color("000000"), Color("FFFFFF"))
"""Text has one colour where it is read in the darkest or the palest one there is."""
_WIDE: Final = 0.6
"""The share of the slide's width from which text goes across a page."""


def composed(traits: Traits, purpose: Purpose, template: Template) -> Layout:
    """Return a layout with a title, and its slots for content only where they serve a purpose."""
    if traits.title is None and not traits.contents and not _has_room(free_part(traits), traits):
        # some exporters draw samples of all text on their layouts, instead of places for it
        traits = replace(traits, layout=traits.layout.bared())
    layout = traits.layout
    kept = layout.of_role(*FURNITURE)
    if purpose in COVERS:
        from deckgen.template.covers import cover_title, lines_below  # few templates lack covers

        return replace(layout, slots=(cover_title(traits, template), *lines_below(traits), *kept))
    title = traits.title
    if title is None or not (traits.title_is_upper or traits.title_is_beside):
        title = moved(traits, _upper_box(template, traits), template)
    bodies = () if title is not traits.title else _bodies(traits)
    return replace(layout, slots=(title, *bodies, *kept))


def roomiest(candidates: Iterable[Traits], purpose: Purpose) -> Traits:
    """Return the layout to compose on that has a title, horizontal text and the largest body.

    Of those that have none of these, one whose name tells of pages of the kind goes first, and then
    the one that leaves the most room.
    """
    kin = COVERS if purpose in COVERS else frozenset({Purpose.CONTENT, Purpose.TITLE_ONLY})
    others = OTHER_KINDS - kin

    def worth(traits: Traits) -> tuple[bool, bool, float, bool, bool, int]:
        placed = (traits.title is not None, not traits.is_vertical, traits.share(traits.bodies))
        hints = traits.hints
        return (*placed, bool(hints & kin), not hints & others, free_part(traits).area)

    return max(candidates, key=worth)


def _has_room(free: Rect, traits: Traits) -> bool:
    return free.area >= traits.slide_size.area * _LEAST_ROOM


def fitted(traits: Traits, purpose: Purpose, template: Template, content: Traits | None) -> Layout:
    """Return a layout that suits a purpose, with what its designer left out for it.

    A cover that looks like pages of `content` is composed: some programs write such pages alone,
    under other names.
    """
    if purpose in COVERS and content is not None and passes_for(traits, content):
        return composed(traits, purpose, template)
    return _enlarged(traits) if purpose is Purpose.CONTENT else traits.layout


def stand_in(
    traits: Traits, purpose: Purpose, made_for: Purpose, template: Template, content: Traits | None
) -> Layout:
    """Return a layout that was made for another purpose of the same kind.

    A divider whose title stood where headings do would seem to lack its content.
    """
    if purpose is Purpose.SECTION and traits.title_is_upper:
        return composed(traits, purpose, template)
    return fitted(traits, made_for, template, content)


def has_body(traits: Traits) -> bool:
    """Tell whether there is a body for a page of text, or room for one that a name tells of."""
    layouts = [traits.layout]
    if Purpose.CONTENT in traits.hints:
        layouts.append(_enlarged(traits))
    bodies = (layout.of_role(Role.BODY) for layout in layouts)
    return any(traits.share(found) >= _LEAST_BODY for found in bodies)


def _enlarged(traits: Traits) -> Layout:
    return _deepened(_broadened(traits), traits)


def _deepened(layout: Layout, traits: Traits) -> Layout:
    """Return a layout for content whose body goes down to the foot, where nothing is below it.

    Some bodies are as high as the few lines that the designer tried. Below them text is to be read
    as well as in them.
    """
    body, size = layout.first(Role.BODY), traits.slide_size
    if body is None or traits.contents != 1 or not traits.title_is_above or traits.is_vertical:
        return layout
    bottom = _free_down_to(body, layout, size)
    if body.box.bottom > size.height * _LOW or bottom < body.box.bottom + size.height * _DEEPER:
        return layout
    box = replace(body.box, height=bottom - body.box.y)
    shades = layout.shades(box)
    read = (min((contrast(ink, shade) for shade in shades), default=0.0) for ink in _INKS)
    if max(read) < READABLE:
        return layout
    deeper = replace(body, box=box, inherited=body.inherited or body.box)
    return replace(layout, slots=tuple(deeper if slot is body else slot for slot in layout.slots))


def _free_down_to(body: Slot, layout: Layout, size: Size) -> Emu:
    """Return how far down a body meets nothing; its own end where it stands on something."""
    others = (
        *(slot.box for slot in layout.slots if slot is not body),
        *(panel.box for panel in layout.panels if panel.box.area < size.area * _FULL),
    )
    column = [
        other for other in others if min(other.right, body.box.right) > max(other.x, body.box.x)
    ]
    if any(body.box.overlaps(other) for other in column):
        return body.box.bottom
    gap = size.height * _CLEAR
    below = [other.y - gap for other in column if other.y >= body.box.bottom]
    return min([size.height * (1 - _MARGIN), *below])


def _broadened(traits: Traits) -> Layout:
    """Return a layout for content whose body goes across the page, as its title does.

    Some bodies take half a page because the designer had a drawing in mind beside them. Where
    nothing stands there, that half would be empty on every page.
    """
    layout, title = traits.layout, traits.title
    if title is None or traits.contents != 1 or len(traits.bodies) != 1:
        return layout
    (body,) = traits.bodies
    size, box = traits.slide_size, body.box
    if box.width >= size.width * _WIDE or not traits.title_is_above or traits.is_vertical:
        return layout
    across = title.box.width >= size.width * _WIDE
    left, right = (title.box.x, title.box.right) if across else (box.x, size.width - box.x)
    wide = Rect(min(left, box.x), box.y, ZERO, box.height)
    wide = replace(wide, width=max(right, box.right) - wide.x)
    others = (
        *(slot.box for slot in layout.slots if slot not in {title, body}),
        *(panel.box for panel in layout.panels if panel.box.area < size.area * _FULL),
    )
    beside = tuple(other for other in others if not box.overlaps(other))
    wider = cleared(replace(body, box=wide, inherited=body.inherited or box), beside)
    stands_clear = not any(wider.content.overlaps(other) for other in beside)
    if not stands_clear or wider.box.width < size.width * _WIDE:
        return layout
    return replace(layout, slots=tuple(wider if slot is body else slot for slot in layout.slots))


def _bodies(traits: Traits) -> tuple[Slot, ...]:
    """Return the slot for content if it is worth it, else none: the page has more room."""
    apart = traits.title_is_above or traits.title_is_beside
    if not apart or traits.is_vertical or not traits.bodies:
        return ()
    if len(traits.bodies) > 1:
        return _joined(traits)
    large = traits.share(traits.bodies) >= _LEAST_BODY
    return _enlarged(traits).of_role(Role.BODY) if large else ()


def _joined(traits: Traits) -> tuple[Slot, ...]:
    """Return one slot for content across columns that stand side by side, if nothing parts them.

    The lines of a grid, which text crosses anyway, do not.
    """
    first, *rest = columns = sorted(traits.bodies, key=lambda body: body.box.x)
    if not traits.is_side_by_side or traits.contents != len(columns):
        return ()
    top, bottom = max(body.box.y for body in columns), min(body.box.bottom for body in columns)
    box = Rect(first.box.x, top, rest[-1].box.right - first.box.x, bottom - top)
    drawn = [p.box for p in traits.layout.panels if p.box.overlaps(box)]
    met = [one for one in drawn if any(one.overlaps(body.box) for body in columns)]
    grid = {one.size for one in met}
    parted = any(one not in met and one.size not in grid for one in drawn)
    if parted or box.area < traits.slide_size.area * _LEAST_BODY:
        return ()
    return (replace(first, box=box, inherited=first.inherited or first.box),)


def _upper_box(template: Template, traits: Traits) -> Rect:
    """Return the master's place for titles if it is above the content and free, else a band.

    Where something is drawn across the band, a header with a logo say, titles stand below it.
    """
    layout, size = traits.layout, template.slide_size
    box = template.base_of(layout).title.box
    is_upper = box.y + box.height // 2 < size.height * _UPPER > box.height
    if is_upper and _is_clear(box, layout):
        return box
    x, y, width, height = _TOP_BAND
    band = Rect(size.width * x, size.height * y, size.width * width, size.height * height)
    free = free_part(traits)
    if _is_clear(band, layout) or free.width < size.width * _WIDE or free.y > size.height * _UPPER:
        return band
    return replace(free, height=band.height)


def _is_clear(box: Rect, layout: Layout) -> bool:
    return not any(box.overlaps(drawn) for drawn in layout.decoration)


def free_part(traits: Traits) -> Rect:
    """Return the largest part of a page on which nothing is drawn, between its margins."""
    size = traits.slide_size
    margin = size.width * _MARGIN
    page = Rect(margin, margin, size.width - margin * 2, size.height - margin * 2)
    return largest_free(page, taken(traits))


def taken(traits: Traits) -> tuple[Rect, ...]:
    """Return what is drawn, with the air around it, and the places at the foot."""
    layout, size = traits.layout, traits.slide_size
    apart = Insets(*(size.width * _APART,) * 4)
    boxes = (panel.box for panel in layout.panels if panel.box.area < size.area * _FULL)
    drawn = [box.outset(apart) for box in boxes]
    return (*drawn, *(slot.box for slot in layout.of_role(*FURNITURE)))


def untitled_cover(candidates: Iterable[Traits], purpose: Purpose) -> Traits | None:
    """Return a layout that is named as a cover and shows a design, but has no place for a title.

    Its designer wrote the title on the slides. It has the room for one, and for lines below. A back
    cover without such a place is a page for the logo, and not for words.
    """
    for traits in candidates:
        named = purpose in _OPENING and purpose in traits.hints and traits.is_drawn
        if named and traits.title is None and not traits.contents:
            free, size = free_part(traits), traits.slide_size
            if free.width >= size.width * _ROOMY and free.height >= size.height * _ROOMY:
                return traits
    return None


def moved(traits: Traits, box: Rect, template: Template) -> Slot:
    """Return the title of a layout at another place, in the master's style of titles."""
    base = template.base_of(traits.layout).title
    if traits.title is None:
        return replace(base, box=box)
    placeholder, name = traits.title.placeholder, traits.title.name
    return replace(base, placeholder=placeholder, name=name, box=box)
