"""A title, a layout and what stands there -> the title in the largest size that fits its place."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph
from deckgen.deck import SlideKind
from deckgen.geometry import Rect
from deckgen.layout.areas.room import Room, band_of, grown, room_around, within
from deckgen.layout.plan.credits import lines_of, taken
from deckgen.layout.titles.widening import widened
from deckgen.layout.typeset.fitting import STEPS, largest, overflow, steps, title_floor
from deckgen.layout.typeset.paragraphs import stack
from deckgen.layout.typeset.title_lines import CUT, title_lines
from deckgen.pages import TextFrame
from deckgen.records import Struct, replace
from deckgen.styles import Anchor
from deckgen.template.model import Role, Slot
from deckgen.template.purposes import DISPLAYS, hinted
from deckgen.units import ZERO, Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import LogicalSlide, Runs
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.desk import Desk
    from deckgen.layout.typeset.paragraphs import Stack
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout
    from deckgen.units import Emu

TITLE_LEAD: Final = 1.15
"""How much larger a title is than the text below it, for the eye to go there first."""
_LARGER: Final = 1.3
"""How much larger than text a title is made that the template sets no larger, nor bold."""
_GAP: Final = 0.25
"""The least distance of a title's text to what stands below it, in em."""
_RULE: Final = 0.01
"""The share of the slide's height up to which a line below a title is no bar to it."""
_BLOCKED: Final = 1.6
"""The room for a title, as a share of its place, below which it can hardly grow."""
_MODEST: Final = 1.6
"""The height, as a share of its place, up to which a title may grow before it becomes smaller."""
_MUCH: Final = 0.3
"""The share of the slide's height that is much for a title, whatever its place."""
_LOWEST: Final = 0.6
_SMALLER: Final = 0.75
"""The shares of their least size that titles have in a tight place, and to stay off a rule."""
_TOLERANCE: Final = 0.25
"""The badness of a break at which nothing is torn apart; a title is set smaller to avoid more."""
_TORN: Final = 0.75
"""The badness of a break within a word, which a title's box is made higher to avoid."""
_REACH: Final = 0.75
_CUT_REACH: Final = 0.5
"""The shares of a size down to which a title is set smaller to keep phrases, and words, whole."""
_SMALL_STEPS: Final = (0.6, 0.5, 0.4, 0.3, 0.25)
"""The sizes of titles that fit nowhere at readable ones, and the share of the floor they keep."""


class FittedTitle(Struct, frozen=True):
    """A title at the size that was chosen, the box that holds it, and how far that may reach."""

    title: Runs
    slot: Slot
    levels: tuple[LevelStyle, ...]
    stack: Stack
    box: Rect
    badness: float
    room: Room

    @property
    def bottom(self) -> Emu:
        """How far down the title reaches, or may: what it needs beyond that is reported."""
        apart = self._text_bottom + self.levels[0].size.emu * _GAP
        return max(min(self.box.bottom, self.room.bottom), apart)

    @property
    def _text_bottom(self) -> Emu:
        """Where the last line of the title ends."""
        content = self.box.inset(self.slot.body.insets)
        free = max(ZERO, content.height - self.stack.height)
        match self.slot.body.anchor:
            case Anchor.TOP:
                return content.bottom - free
            case Anchor.MIDDLE:
                return content.bottom - free // 2
            case Anchor.BOTTOM:
                return content.bottom

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of a title that is higher than its room."""
        if self.box.bottom <= self.room.bottom:
            return ()
        span = self.stack.paragraphs[0].span
        return (overflow(span, "the title", self.stack.height, self.room.height),)

    def frame(self) -> TextFrame:
        """Return the frame of the title."""
        return TextFrame(
            box=self.box,
            paragraphs=self.stack.paragraphs,
            levels=self.levels,
            height=self.stack.height,
            name=self.slot.name,
            slot=self.slot,
            body=self.slot.body,
            span=self.stack.paragraphs[0].span,
        )


def fit_title(
    title: Runs, slide: LogicalSlide, layout: Layout, desk: Desk, lowest: Emu | None = None
) -> FittedTitle | None:
    """Return a title in the largest size that fits its place on a layout; None without a title.

    One that would become smaller than the template's takes what room there is beside its place.
    One that would reach lower than `lowest` is set smaller than is good for titles.
    """
    if not title:
        return None
    slot = title_slot(layout, desk)
    setting = partial(_Setting, slide=slide, layout=layout, desk=desk)
    found = setting(slot).fit(title)
    if found.levels[0].size < slot.levels[0].size:
        wide = widened(slot, layout, desk.template.slide_size)
        found = found if wide is None else max(found, setting(wide).fit(title), key=_ease)
        if slide.kind is not SlideKind.CONTENT or not slide.content:
            from deckgen.layout.titles.heightening import heightened

            found = heightened(found, slide, layout, desk, lambda place: setting(place).fit(title))
    if lowest is not None and found.bottom > lowest:
        found = setting(found.slot, lowest=lowest).fit(title)
    return found


class _Setting:
    """What decides how a title is set: its slot, and what stands around it."""

    def __init__(
        self,
        slot: Slot,
        slide: LogicalSlide,
        layout: Layout,
        desk: Desk,
        lowest: Emu | None = None,
    ) -> None:
        self.layout, self.slot = layout, slot
        self.size = desk.template.slide_size
        self.context = desk.context(layout, slide.language, slot)
        self.body = self._body(slide, desk)
        covers = slide.kind is not SlideKind.CONTENT
        self.text = desk.body(layout).levels[0].size if covers else self.body
        self.yields = slide.kind is SlideKind.CONTENT and slide.shrinks
        self.band = band_of(slot.box, layout.panels, self.size)
        self.room = self._room(slide)
        if lowest is not None:
            self.room = replace(self.room, bottom=min(self.room.bottom, lowest))
        blocked = self.room.height < slot.box.height * _BLOCKED
        self.tight = blocked or lowest is not None or self.band is not None or covers
        self.box = within(slot.box, self.room)
        self.edges = slot.body.insets.top + slot.body.insets.bottom

    def _body(self, slide: LogicalSlide, desk: Desk) -> Centipoints | None:
        """Return the size of the text below the title, as the template sets it there, or would."""
        shown = hinted(self.layout.name) & DISPLAYS
        texts = () if shown else self.layout.of_role(Role.BODY)
        sizes = [slot.levels[0].size for slot in texts]
        others = self.layout.of_role(Role.CAPTION, Role.HEADING, Role.QUOTE)
        if not sizes and not others and slide.kind is SlideKind.CONTENT:
            sizes = [desk.body(self.layout).levels[0].size]
        return max(sizes, default=None)

    def _room(self, slide: LogicalSlide) -> Room:
        """Return how far a title may grow: on its panel, or to what is drawn, or to other lines.

        Titles of pages with content reach down to the middle of the slide at the most.
        """
        slot, size, band = self.slot, self.size, self.band
        if band is not None:
            return Room(min(slot.box.y, band.top), max(slot.box.bottom, band.bottom))
        blocked = list(self.layout.decoration)
        if slide.kind is SlideKind.CONTENT:
            blocked = [box for box in blocked if box.height > self._thin or box.y < slot.box.y]
            blocked += taken(slide, self.layout)
        else:
            lines = lines_of(slide, self.layout)
            blocked += [line.slot.box for line in lines if line.slot is not None]
            return room_around(slot.box, (*blocked, *taken(slide, self.layout)), size)
        room = room_around(slot.box, tuple(blocked), size)
        return Room(room.top, min(room.bottom, max(slot.box.bottom, size.height // 2)))

    def fit(self, title: Runs) -> FittedTitle:
        """Return a title in the largest size that fits its slot; the slot grows if none does.

        Where it cannot grow freely, or would grow over a line that is drawn below it, it is smaller
        than is good for titles; where it would take much of the page, the text is smaller with it.
        """
        paragraph = Paragraph(title, title[0].span)
        low = title_floor(self.size)
        lowest = Centipoints(round(low * _LOWEST / 50) * 50)
        found = self._at_best(paragraph, STEPS, self._floor(low))
        if self._is_amiss(found.box):
            grown_in_room = self._smaller_in_room(paragraph, found.levels, low)
            found = grown_in_room or self._at_best(paragraph, STEPS, low)
        elif self.yields and found.box.height > self.size.height * _MUCH:
            found = self._smaller_in_room(paragraph, found.levels, low) or found
        if self._crosses_rule(found.box):
            smaller = self._at_best(paragraph, _SMALL_STEPS, Centipoints(int(low * _SMALLER)))
            found = found if self._is_amiss(smaller.box) else smaller
        if found.badness >= _TORN:
            found = min((found, *self._taller(paragraph, found.levels)), key=_badness)
        grows = found.box != self.box and not self._is_in_room(found.box)
        return self._at_best(paragraph, _SMALL_STEPS, lowest) if grows and self.tight else found

    def _smaller_in_room(
        self, paragraph: Paragraph, levels: tuple[LevelStyle, ...], low: Centipoints
    ) -> FittedTitle | None:
        """Return a title in the largest smaller size that takes little room, else of its room."""
        most = self.box.height * _MODEST
        tries = (
            self._in_size(paragraph, each, self.room.height) for each in steps(levels, STEPS, low)
        )
        standing = (each for each in tries if each is not None and not self._is_amiss(each.box))
        return largest(standing, lambda each: each.box.height <= most, lambda _: True)

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
        own, text = (each.inset(self.slot.body.insets) for each in (self.box, box))
        drawn = (rule for rule in self.layout.decoration if rule.height <= self._thin)
        return any(
            box.intersection(rule).width > 0
            and text.y < rule.y < text.bottom
            and not own.y < rule.y < own.bottom
            for rule in drawn
        )

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
        smallest = self._levels()
        for levels in steps(smallest, factors, floor):
            smallest = levels
            best = min(fitting, key=_badness, default=None)
            if best is not None and levels[0].size < best.levels[0].size * _reach(best):
                return best
            for more in (0, 1):
                found = self._in_size(paragraph, levels, self.box.height, more)
                if found is None or found.box != self.box:
                    break
                if found.badness <= _TOLERANCE:
                    return found
                fitting.append(found)
        if fitting:
            return min(fitting, key=_badness)
        fallback = self._in_size(paragraph, smallest, max(self.box.height, self.room.height))
        assert fallback is not None
        return fallback

    def _in_size(
        self, paragraph: Paragraph, levels: tuple[LevelStyle, ...], most: Emu, more: int = 0
    ) -> FittedTitle | None:
        """Return a title in a size; one for whose box there is too little height as it comes."""
        context = self.context.with_levels(levels)
        width = self.slot.content.width
        lines = title_lines(paragraph, width, context, more, most - self.edges)
        if lines is None:
            return None
        placed = stack((lines.measured,))
        box = self._grown(placed.height)
        return FittedTitle(paragraph.runs, self.slot, levels, placed, box, lines.badness, self.room)

    def _grown(self, height: Emu) -> Rect:
        return grown(self.box, height + self.edges, self.slot.body.anchor, self.room)

    def _levels(self) -> tuple[LevelStyle, ...]:
        """Return the levels of a title, larger than the text below it where they are not."""
        levels = self.context.levels
        first = levels[0]
        text = self.text
        if text is None or first.size >= text * TITLE_LEAD:
            return levels
        leads = first.bold or first.size > text
        least = Centipoints(ceil(text * TITLE_LEAD / 100) * 100)
        larger = least if leads else text.scaled(_LARGER)
        return tuple(level.sized(max(level.size, larger)) for level in levels)

    def _floor(self, low: Centipoints) -> Centipoints:
        """Return the least size of a title: readable, and larger than the text below it."""
        lead = low if self.body is None else self.body.scaled(TITLE_LEAD)
        return max(low, min(lead, self._levels()[0].size))


def _ease(fitted: FittedTitle) -> tuple[Centipoints, int]:
    """Return what tells how easily a title is read: by its size, then by how few lines it has."""
    return fitted.levels[0].size, -len(fitted.stack.paragraphs[0].lines)


def _badness(fitted: FittedTitle) -> float:
    return fitted.badness


def _reach(fitted: FittedTitle) -> float:
    """Return the share of a title's size down to which a better one is looked for."""
    return _CUT_REACH if fitted.badness >= CUT else _REACH


def led_by(title: Centipoints) -> Centipoints:
    """Return the largest size, to a whole point, of text below a title of a size."""
    return Centipoints(int(title / TITLE_LEAD) // 100 * 100)


def title_slot(layout: Layout, desk: Desk) -> Slot:
    """Return the place of titles on a layout, a band at its top where it has none."""
    found = layout.first(Role.TITLE)
    if found is not None:
        return found
    size = desk.template.slide_size
    box = Rect(size.width * 0.06, size.height * 0.045, size.width * 0.88, size.height * 0.12)
    return replace(desk.template.base_of(layout).title, box=box)
