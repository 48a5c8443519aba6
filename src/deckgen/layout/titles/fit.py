"""A title, a layout and what stands there -> the title in the largest size that fits its place."""

from __future__ import annotations

from functools import cached_property, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph
from deckgen.geometry import Rect
from deckgen.layout.areas.room import (
    Room,
    band_of,
    beside_content,
    grown,
    room_around,
    rules_around,
    surfaces_off,
    within,
)
from deckgen.layout.titles.company import company_of, text_top, title_slot
from deckgen.layout.titles.fitted import FittedTitle, ease_of, reach_of
from deckgen.layout.typeset.fitting import (
    STEPS,
    largest,
    lead_over,
    led_levels,
    line_room,
    steps,
    title_floor,
)
from deckgen.layout.typeset.paragraphs import stack
from deckgen.layout.typeset.title_lines import TOLERANCE, TORN, title_lines
from deckgen.records import replace
from deckgen.template.model import Role, Slot
from deckgen.template.purposes import DISPLAYS, hinted
from deckgen.units import ZERO, Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import LogicalSlide, Runs
    from deckgen.layout.desk import Desk
    from deckgen.layout.titles.company import Company
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout
    from deckgen.units import Emu

_RULE: Final = 0.01
"""The share of the slide's height up to which a line below a title is no bar to it."""
_BLOCKED: Final = 1.6
"""The room for a title, as a share of its place, below which it can hardly grow."""
_MODEST: Final = 1.6
"""The height, as a share of its place, up to which a title may grow before it becomes smaller."""
_FEW: Final = 2
"""The lines up to which a title stays in its place though there is room beside it."""
_LITTLE: Final = 0.2
"""The share of the slide's height that is little for a long title, however low its place; on a bar
titles are as high as the bar has them.
"""
_MUCH: Final = 0.3
"""The share of the slide's height that is much for a title, whatever its place."""
_LOWEST: Final = 0.6
_SMALLER: Final = 0.75
"""The shares of their least size that titles have in a tight place, and to stay off a rule."""
_SLIGHTLY: Final = 0.8
"""The share of its usual size from which a title is but slightly smaller than others."""
_BADNESS: Final = attrgetter("badness")
_SMALL_STEPS: Final = (0.6, 0.5, 0.4, 0.3, 0.25)
"""The sizes of titles that fit nowhere at readable ones, and the share of the floor they keep."""


def fit_title(
    title: Runs, slide: LogicalSlide, layout: Layout, desk: Desk, lowest: Emu | None = None
) -> FittedTitle | None:
    """Return a title in the largest size that fits its place on a layout; None without a title.

    One that would become smaller than the template's, or have many lines, takes what room there is
    beside its place.
    One that would reach lower than `lowest` is set smaller than is good for titles.
    """
    if not title:
        return None
    slot, company = title_slot(layout, desk), company_of(slide, layout, desk)
    setting = partial(_Setting, company=company, layout=layout, desk=desk)
    usual = _usual(slot, company, layout, desk)
    found = usual.fit(title)
    is_smaller = found.levels[0].size < slot.levels[0].size
    if is_smaller or found.lines > _FEW:
        from deckgen.layout.titles.widening import narrowed, widened

        found = usual.filled(found)
        for other in (widened, narrowed):
            place = other(slot, layout, desk.template.slide_size)
            found = (
                found if place is None else max(found, setting(place).full_in(title), key=ease_of)
            )
        if is_smaller and (company.covers or not slide.content):
            from deckgen.layout.titles.heightening import heightened

            around = slide.around
            found = heightened(found, around, layout, desk, lambda place: setting(place).fit(title))
    if lowest is not None:
        low = setting(found.slot, lowest=lowest)
        return low.filled(low.fit(title) if found.bottom > lowest else found)
    return (usual if found.slot is slot else setting(found.slot)).filled(found)


def _usual(slot: Slot, company: Company, layout: Layout, desk: Desk) -> _Setting:
    """Return what decides how a title is set in its place: for most slides the same."""
    make = partial(_Setting, slot, company, layout, desk)
    if layout.first(Role.TITLE) is not slot:
        return make()
    return desk.once(("title", id(layout), company), make, layout)


class _Setting:
    """What decides how a title is set: its slot, and what stands around it."""

    def __init__(
        self, slot: Slot, company: Company, layout: Layout, desk: Desk, lowest: Emu | None = None
    ) -> None:
        self.layout, self.slot = layout, slot
        self.size = desk.template.slide_size
        self.context = desk.context(layout, company.language, slot)
        usual_text = desk.body(layout).levels[0].size
        self.body = self._body(None if company.covers else usual_text, desk)
        self.text = desk.led_text(usual_text) if company.covers else self.body
        self.yields = company.yields
        self.band = band_of(slot.box, layout.panels, self.size)
        self.room = self._room(company)
        if lowest is not None:
            self.room = replace(self.room, bottom=min(self.room.bottom, lowest))
        blocked = self.room.height < slot.box.height * _BLOCKED
        self.tight = blocked or lowest is not None or self.band is not None or company.covers
        self.box = within(slot.box, self.room)
        self.edges = slot.body.insets.top + slot.body.insets.bottom
        self.lowest = lowest
        self.spare = ZERO if self.tight else text_top(slot, layout, desk)
        self.least = title_floor(self.size)
        self.levels = led_levels(self.context.levels, self.text)

    def _body(self, usual: Centipoints | None, desk: Desk) -> Centipoints | None:
        """Return the size of the text below the title, the usual one where nothing tells it."""
        shown = hinted(self.layout.name) & DISPLAYS
        texts = () if shown else self.layout.of_role(Role.BODY)
        sizes = [slot.levels[0].size for slot in texts]
        others = self.layout.of_role(Role.CAPTION, Role.HEADING, Role.QUOTE)
        if not sizes and not others and usual is not None:
            sizes = [usual]
        return max(map(desk.led_text, sizes), default=None)

    def _room(self, company: Company) -> Room:
        """Return how far a title may grow: on its panel, or to what is drawn, or to other text."""
        slot, size, band = self.slot, self.size, self.band
        if band is not None:
            return Room(min(slot.box.y, band.top), max(slot.box.bottom, band.bottom))
        reaches_down = slot.box.bottom * 2 > size.height
        foot = company.foot if reaches_down else ()
        blocked = (*self.layout.decoration, *foot, *surfaces_off(slot, self.layout))
        if company.covers:
            return room_around(slot.box, (*blocked, *company.beside), size)
        solid = (box for box in blocked if box.height > self._thin or box.y < slot.box.y)
        room = room_around(slot.box, (*solid, *company.beside), size)
        return beside_content(room, slot.box, size)

    def fit(self, title: Runs) -> FittedTitle:
        """Return a title in the largest size that fits its slot; the slot grows if none does.

        Where it cannot grow freely, or would grow over a line that is drawn below it, it is smaller
        than is good for titles; where it would take much of the page, the text is smaller with it.
        """
        paragraph = Paragraph(title, title[0].span)
        low = self.least
        lowest = Centipoints(round(low * _LOWEST / 50) * 50)
        found = self._at_best(paragraph, STEPS, self._floor(low))
        if self._is_amiss(found.box):
            grown_in_room = self._smaller_in_room(paragraph, found.levels, low)
            found = grown_in_room or self._at_best(paragraph, STEPS, low)
        elif self.yields and found.box.height > self.size.height * _MUCH:
            found = self._smaller_in_room(paragraph, found.levels, low) or found
        if self.spare and found.levels[0].size < self.levels[0].size:
            found = self._down_to_text(paragraph, found) or found
        if self._crosses_rule(found.box):
            smaller = self._at_best(paragraph, _SMALL_STEPS, Centipoints(int(low * _SMALLER)))
            found = found if self._is_amiss(smaller.box) else smaller
        if found.badness >= TORN:
            found = min((found, *self._taller(paragraph, found.levels)), key=_BADNESS)
        grows = found.box != self.box and not self._is_in_room(found.box)
        return self._at_best(paragraph, _SMALL_STEPS, lowest) if grows and self.tight else found

    def _down_to_text(self, paragraph: Paragraph, found: FittedTitle) -> FittedTitle | None:
        """Return a title that is larger for reaching down to where its text starts, with some air.

        It moves nothing, and is read sooner than one that keeps to its place. One that is but
        slightly smaller there takes no more lines for it.
        """
        slightly = found.levels[0].size >= self.levels[0].size * _SLIGHTLY
        most = found.lines if slightly else max(_FEW, found.lines)
        for levels in steps(self.levels, STEPS, found.levels[0].size):
            if levels[0].size <= found.levels[0].size:
                break
            tried = self._in_size(paragraph, levels, self.room.height)
            if tried is None or tried.lines > most or tried.badness >= TORN:
                continue
            if tried.airy_bottom <= self.spare and not self._is_amiss(tried.box):
                return tried
        return None

    def filled(self, found: FittedTitle) -> FittedTitle:
        """Return a title that makes the text below it smaller as large as its place holds."""
        lead = lead_over(self.body) if self.yields and self.body else None
        if lead is None or found.levels[0].size >= lead:
            return found
        from copy import copy  # few titles get here

        from deckgen.layout.titles.filling import brim_of

        full, fuller = brim_of(self.room, self.band, self.slot, self._rules), copy(self)
        fuller.room = replace(full, bottom=min(full.bottom, self.lowest or full.bottom))
        return fuller.full(found, lead)

    def full_in(self, title: Runs) -> FittedTitle:
        """Return a title in its place, filling that for the text below it if need be."""
        return self.filled(self.fit(title))

    def full(self, found: FittedTitle, lead: Centipoints) -> FittedTitle:
        """Return a title as large as its room holds, up to what is enough for the text below it."""
        from deckgen.layout.titles.filling import filled

        paragraph = Paragraph(found.title, found.title[0].span)
        top, bottom = min(self.room.top, found.room.top), max(self.room.bottom, found.room.bottom)
        both = Room(top, bottom)
        most = max(found.box.height, self.box.height * _MODEST)
        most = min(most, self.room.height) - self.edges

        def set_in(levels: tuple[LevelStyle, ...]) -> FittedTitle | None:
            tried = self._in_size(paragraph, levels, self.room.height)
            if tried is None or self._is_amiss(tried.box) or tried.stack.height > most:
                return None
            return replace(tried, room=both)

        return filled(found, lead, set_in)

    def _smaller_in_room(
        self, paragraph: Paragraph, levels: tuple[LevelStyle, ...], low: Centipoints
    ) -> FittedTitle | None:
        """Return a title in the largest smaller size that takes little room, else of its room.

        It takes much room only where it cannot be read in less.
        """
        height = self.size.height
        little, much = height * (_LITTLE if self.band is None else 0), height * _MUCH
        most = max(self.box.height * _MODEST, little)
        tries = (
            self._in_size(paragraph, each, self.room.height) for each in steps(levels, STEPS, low)
        )
        standing = (each for each in tries if each is not None and not self._is_amiss(each.box))
        return largest(
            standing,
            lambda each: each.box.height <= most,
            lambda each: each.box.height <= much,
            lambda _: True,
        )

    def _taller(
        self, paragraph: Paragraph, levels: tuple[LevelStyle, ...]
    ) -> Iterator[FittedTitle]:
        """Yield a title in a larger box than its own, as far as there is room for one."""
        for more in (0, 1):
            found = self._in_size(paragraph, levels, self.room.height, more)
            if found and self._is_in_room(found.box) and not self._crosses_rule(found.box):
                yield found

    def _is_in_room(self, box: Rect) -> bool:
        return box.bottom <= self.room.bottom and box.y >= self.room.top

    def _is_amiss(self, box: Rect) -> bool:
        """Tell whether a box has grown out of its room or over a line that is drawn."""
        return self._crosses_rule(box) or not (box == self.box or self._is_in_room(box))

    def _crosses_rule(self, box: Rect) -> bool:
        """Tell whether text has grown over a line that is drawn above or below its place."""
        if not self._rules:
            return False
        text = box.inset(self.slot.body.insets)
        return any(text.y < rule.y < text.bottom for rule in self._rules)

    @cached_property
    def _rules(self) -> tuple[Rect, ...]:
        drawn = (each for each in self.layout.decoration if each.height <= self._thin)
        return rules_around(self.box.inset(self.slot.body.insets), drawn)

    @property
    def _thin(self) -> Emu:
        return self.size.height * _RULE

    def _at_best(
        self, paragraph: Paragraph, factors: tuple[float, ...], floor: Centipoints
    ) -> FittedTitle:
        """Return a title in the largest size that fits, in the smallest where none does.

        It has a line more or is a little smaller where that spares a phrase or word.
        """
        fitting: list[FittedTitle] = []
        smallest = self.levels
        for levels in steps(smallest, factors, floor):
            smallest = levels
            best = min(fitting, key=_BADNESS, default=None)
            if best is not None and levels[0].size < best.levels[0].size * reach_of(best):
                return best
            for more in (0, 1):
                found = self._in_size(paragraph, levels, self.box.height, more)
                if found is None or found.box != self.box:
                    break
                if found.badness <= TOLERANCE:
                    return found
                fitting.append(found)
        if fitting:
            return min(fitting, key=_BADNESS)
        fallback = self._in_size(paragraph, smallest, max(self.box.height, self.room.height))
        assert fallback is not None
        return fallback

    def _in_size(
        self, paragraph: Paragraph, levels: tuple[LevelStyle, ...], most: Emu, more: int = 0
    ) -> FittedTitle | None:
        """Return a title in a size; one for whose box there is too little height as it comes."""
        context = self.context.with_levels(levels)
        width = line_room(self.slot.content.width)
        lines = title_lines(paragraph, width, context, more, most - self.edges)
        if lines is None:
            return None
        placed = stack((lines.measured,))
        box = self._grown(placed.height)
        usual, badness = self.levels[0].size, lines.badness
        return FittedTitle(
            paragraph.runs, self.slot, levels, placed, box, badness, self.room, usual
        )

    def _grown(self, height: Emu) -> Rect:
        return grown(self.box, height + self.edges, self.slot.body.anchor, self.room)

    def _floor(self, low: Centipoints) -> Centipoints:
        """Return the least size of a title: readable, and larger than the text below it."""
        lead = low if self.body is None else lead_over(self.body)
        return max(low, min(lead, self.levels[0].size))
