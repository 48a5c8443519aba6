"""What a slide says at its foot and its layout -> places for what the layout has none for.

They are the same on all pages of a deck: those of the layout for content, of its siblings or of the
master, and else a line of its own, in the lowest place of the layout for content that is free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.deck import SlideKind
from deckgen.geometry import Insets, Rect
from deckgen.layout.areas.furniture import lacking
from deckgen.layout.areas.room import ANYWHERE, grown
from deckgen.layout.foot.band import columns, find_band, free_parts
from deckgen.layout.typeset.fitting import small_floor
from deckgen.records import Struct, replace
from deckgen.styles import SINGLE, Align, Anchor, BodyProperties
from deckgen.template.choose import choose, find
from deckgen.template.model import Role, Slot
from deckgen.template.purposes import Purpose
from deckgen.units import ZERO, Centipoints, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import Surroundings
    from deckgen.layout.desk import Desk
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout, Template

_FURNITURE: Final = (Role.DATE, Role.NUMBER, Role.FOOTER)
_FOOT: Final = 0.8
"""The share of a slide's height below which its foot is."""
_LEAST: Final = Centipoints(800)
_LARGEST: Final = 1.5
"""The size of what stands at the foot, as a share of the least: the template's, up to this."""
_USUAL: Final = 1.25
"""The same where the template says nothing of it."""
_DESCENT: Final = 0.25
"""How far below its baseline a line reaches, in em; that of the common families is about so."""
_WIDE: Final = 0.8
"""The width from which a part of the line is wide, as a share of the widest one's."""
_NUMBER: Final = 4.0
"""The width of a place for numbers, in em."""


class FootLine(Struct, frozen=True):
    """The line at the foot of a deck's pages, from one margin to the other, and its style.

    `lent` are the places that the template has for some of it, to be used on all layouts.
    """

    row: Rect
    style: LevelStyle
    lent: tuple[Slot, ...]

    def lends(self, role: Role) -> Slot | None:
        """Return the template's place for a role, None where it has none anywhere."""
        return next((slot for slot in self.lent if slot.role is role), None)


def places(around: Surroundings, layout: Layout, desk: Desk) -> tuple[Slot, ...]:
    """Return the places at the foot of a page that its layout does not have.

    What finds none here has to run along with the other lines of the foot. Numbers are left off
    dividers if the template's designer did so.
    """
    lacked = lacking(around, layout)
    if not lacked:
        return ()
    line = line_of(desk)
    found: list[Slot] = []
    for role in _FURNITURE:
        slot = line.lends(role)
        if role not in lacked or (slot is None and role is not Role.NUMBER):
            continue
        if slot is not None and role is Role.NUMBER and around.kind is SlideKind.SECTION:
            continue
        taken = (*(s.box for s in layout.of_role(*_FURNITURE)), *(s.box for s in found))
        needed = None if slot is None else _needed(slot)
        if needed is None or _parts(needed, layout, desk, taken) != (needed,):
            slot = _number_place(line, layout, desk, taken) if role is Role.NUMBER else None
        if slot is not None:
            found.append(replace(slot, background=layout.backdrop(slot.box), explicit=True))
    return tuple(found)


def _needed(slot: Slot) -> Rect:
    """Return the part of a slide that a place takes, and the line in it where that is higher."""
    insets = slot.body.insets
    height = slot.levels[0].leading + insets.top + insets.bottom
    line = grown(slot.box, height, slot.body.anchor, ANYWHERE).inset(insets)
    top, bottom = min(slot.box.y, line.y), max(slot.box.bottom, line.bottom)
    return replace(slot.box, y=top, height=bottom - top)


def line_of(desk: Desk) -> FootLine:
    """Return the line at the foot of the pages of a deck."""
    named = desk.settings.named.get(Purpose.CONTENT)
    home = None if named is None else find(desk.template, named.text)
    if home is None:
        choice = choose(desk.template, Purpose.CONTENT)
        assert choice is not None, "templates without layouts are given one"
        home = choice.layout
    home = desk.shaped(home)
    return desk.once(("line", home.part), lambda: _line(desk.template, home))


def row_on(layout: Layout, desk: Desk, taken: tuple[Rect, ...]) -> Rect:
    """Return the first wide part of the deck's line at the foot that is free on a layout.

    It is of no width where the layout draws something all along it.
    """
    row = line_of(desk).row
    parts = _parts(row, layout, desk, taken)
    wide = max((part.width for part in parts), default=ZERO) * _WIDE
    return next((part for part in parts if part.width >= wide), replace(row, width=ZERO))


def on_axis(row: Rect, layout: Layout, desk: Desk) -> Rect:
    """Return a part of the line that starts where a cover's title does, if it is cut off before.

    What is drawn beside the title cuts it off, at an edge that no other text starts at.
    """
    title = layout.first(Role.TITLE)
    if title is None or layout.first(Role.BODY) or title.levels[0].align is not Align.LEFT:
        return row
    start = title.content.x
    if not line_of(desk).row.x < row.x < start < row.right:
        return row
    return replace(row, x=start, width=row.right - start)


def _parts(box: Rect, layout: Layout, desk: Desk, taken: tuple[Rect, ...]) -> tuple[Rect, ...]:
    return free_parts(box, layout, desk.template, taken)


def _number_place(
    line: FootLine, layout: Layout, desk: Desk, taken: tuple[Rect, ...]
) -> Slot | None:
    """Return a place for the number of a slide at the right end of the line, else of one above.

    Bars at the foot may be pictures, on which nothing stands but what the template puts there.
    """
    width = line.style.size.emu * _NUMBER
    parts = [part for part in _parts(line.row, layout, desk, taken) if part.width >= width]
    if not parts and line.row.y > desk.template.slide_size.height * _FOOT:
        band = find_band(layout, desk.template, taken, lambda _: line.style.leading)
        parts = list(_parts(band, layout, desk, taken))[-1:]
    if not parts:
        return None
    last = parts[-1]
    box = replace(last, x=last.right - width, width=width)
    return _slot(Role.NUMBER, box, replace(line.style, align=Align.RIGHT), desk.template, layout)


def _slot(role: Role, box: Rect, style: LevelStyle, template: Template, layout: Layout) -> Slot:
    base = template.base_of(layout).body
    return replace(
        base,
        role=role,
        name=role.value.title(),
        box=box,
        body=BodyProperties(Insets(), Anchor.BOTTOM, wrap=True),
        levels=(style,) * len(base.levels),
    )


def least_size(template: Template) -> Centipoints:
    """Return the least size of what runs along the foot: 8 pt, more on large slides."""
    return max(_LEAST, small_floor(template.slide_size))


def _line(template: Template, home: Layout) -> FootLine:
    lent = tuple(_lent(template, home))
    floor, size = least_size(template), template.slide_size
    guide = next((slot for slot in lent if slot.box.y > size.height * _FOOT), None)
    style = template.base_of(home).body.levels[0] if guide is None else guide.levels[0]
    given = floor.scaled(_USUAL) if guide is None else style.size
    style = style.flush(max(floor, min(given, floor.scaled(_LARGEST))))
    style = replace(style, bold=False, italic=False, align=Align.LEFT, line_spacing=SINGLE)
    left, right = next(columns(home, template))
    if guide is None:
        band = find_band(home, template, (), lambda _: style.leading)
        return FootLine(band, style, lent)
    bottom = min(size.height, _baseline(guide) + style.size.emu * _DESCENT)
    return FootLine(Rect(left, bottom - style.leading, right - left, style.leading), style, lent)


def _baseline(slot: Slot) -> Emu:
    """Return how far down the baseline of the one line in a slot is."""
    content, size = slot.content, slot.levels[0].size
    pitch = slot.levels[0].leading
    match slot.body.anchor:
        case Anchor.TOP:
            bottom = content.y + pitch
        case Anchor.MIDDLE:
            bottom = content.y + (content.height + pitch) // 2
        case Anchor.BOTTOM:
            bottom = content.bottom
    return bottom - size.emu * _DESCENT


def _lent(template: Template, home: Layout) -> Iterator[Slot]:
    """Yield the places for footers of a layout, else of others of its master, else of the master.

    A layout that has some of them is not given others: what they lack runs along beside them.
    """
    siblings = [layout for layout in template.layouts if layout.master == home.master]
    used = sorted(siblings, key=lambda layout: -layout.uses)
    offered = home.of_role(*_FURNITURE) or (
        *(slot for layout in used for slot in layout.of_role(*_FURNITURE)),
        *template.base_of(home).furniture,
    )
    for role in _FURNITURE:
        found = next((slot for slot in offered if slot.role is role), None)
        if found is not None:
            yield found
