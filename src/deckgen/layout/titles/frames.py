"""Drafts -> what their titles read, numbered where several pages share one, and title frames."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run
from deckgen.deck import SlideKind
from deckgen.geometry import Rect
from deckgen.layout.areas.room import Room, band_of, grown, room_around, within
from deckgen.layout.plan.credits import lines_of, taken
from deckgen.layout.typeset.fitting import TITLE_STEPS, report_overflow, steps, title_floor
from deckgen.layout.typeset.paragraphs import stack
from deckgen.layout.typeset.title_lines import CUT, title_lines
from deckgen.letters import is_east_asian
from deckgen.pages import TextFrame
from deckgen.records import Struct, replace
from deckgen.template.model import Role, Slot
from deckgen.units import ZERO, Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import Deck, LogicalSlide, Runs
    from deckgen.layout.plan.draft import Draft
    from deckgen.layout.surroundings import Surroundings
    from deckgen.layout.typeset.paragraphs import Stack
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout
    from deckgen.units import Emu

_LONGEST_SUFFIX: Final = " (88/88)"
_LARGER: Final = 1.3
"""How much larger than text a title is made that the template sets no larger."""
_RULE: Final = 0.01
"""The share of the slide's height up to which a line below a title is no bar to it."""
_BLOCKED: Final = 1.6
"""The room for a title, as a share of its place, below which it can hardly grow."""
_LOWEST: Final = 0.6
_TOLERANCE: Final = 0.25
"""The badness of a break at which nothing is torn apart; a title is set smaller to avoid more."""
_TORN: Final = 0.75
"""The badness of a break within a word, which a title's box is made higher to avoid."""
_PATIENCE: Final = 0.75
_CUT_PATIENCE: Final = 0.5
"""The shares of a size down to which a title is set smaller to keep phrases, and words, whole."""
_SMALL_STEPS: Final = (0.6, 0.5, 0.4, 0.3, 0.25)
"""The sizes of titles that fit nowhere at readable ones, and the share of the floor they keep."""


def titled(deck: Deck, drafts: Sequence[Draft]) -> tuple[Runs, ...]:
    """Return the title of each page.

    A title that several slides share is numbered over all their pages; one slide that takes
    several pages says which of them each is.
    """
    totals = Counter(draft.slide.title_text for draft in drafts if draft.slide.shares_title)
    counts: Counter[str] = Counter()
    titles: list[Runs] = []
    for draft in drafts:
        slide, suffix = draft.slide, ""
        if slide.title and slide.shares_title:
            counts[slide.title_text] += 1
            number, total = counts[slide.title_text], totals[slide.title_text]
            suffix = deck.numbering.fill(n=number, total=total)
        elif slide.title and draft.count > 1:
            suffix = deck.continuation.fill(n=draft.number, total=draft.count)
        titles.append(_with_suffix(slide.title, suffix))
    return tuple(titles)


def _with_suffix(title: Runs, suffix: str) -> Runs:
    if not suffix:
        return title
    # Words of Latin letters are told apart by spaces, Japanese ones are not: `Keynote (1)`.
    last = title[-1].text[-1:]
    gap = "" if suffix[0].isspace() or is_east_asian(last) else " "
    return (*title, Run(gap + suffix, title[-1].span))


def unique(names: Sequence[str]) -> Iterator[str]:
    """Return names with those that occur again told apart by a number, for screen readers."""
    seen: Counter[str] = Counter()
    taken = set(names)
    for name in names:
        seen[name] += 1
        candidate, number = name, seen[name]
        while seen[name] > 1 and (candidate == name or candidate in taken):
            candidate, number = f"{name} {number}", number + 1
        taken.add(candidate)
        yield candidate


def place_title(title: Runs, draft: Draft, around: Surroundings) -> TextFrame | None:
    """Return the frame of a page's title, in the largest size that fits; None without a title."""
    if not title:
        return None
    slot = title_slot(draft.layout, around)
    setting = _Setting(draft.slide, draft.layout, slot, around)
    fitted = setting.fit(title)
    room = setting.room
    if fitted.box.bottom > room.bottom:
        context = around.context(draft.layout, draft.slide.language, slot)
        report_overflow(context, title[0].span, "the title", fitted.stack.height, room.height)
    return TextFrame(
        box=fitted.box,
        paragraphs=fitted.stack.paragraphs,
        levels=fitted.levels,
        height=fitted.stack.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=title[0].span,
    )


def title_bottom(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Emu:
    """Return how far down the title of a slide reaches, with room for a number behind it."""
    if not slide.title:
        return ZERO
    setting = _Setting(slide, layout, title_slot(layout, around), around)
    bottom = setting.fit(_with_suffix(slide.title, _LONGEST_SUFFIX)).box.bottom
    return min(bottom, setting.room.bottom)


def title_box(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Rect:
    """Return the box of the title of a slide that is on one page."""
    slot = title_slot(layout, around)
    if not slide.title:
        return slot.box
    return _Setting(slide, layout, slot, around).fit(slide.title).box


class _Fitted(Struct, frozen=True):
    """A title at the size that was chosen, and the box that holds it."""

    levels: tuple[LevelStyle, ...]
    stack: Stack
    box: Rect
    badness: float

    @property
    def patience(self) -> float:
        """The share of this size down to which a better one is looked for."""
        return _CUT_PATIENCE if self.badness >= CUT else _PATIENCE


def _badness(fitted: _Fitted) -> float:
    return fitted.badness


class _Setting:
    """What decides how a title is set: its slot, and what stands around it."""

    def __init__(
        self, slide: LogicalSlide, layout: Layout, slot: Slot, around: Surroundings
    ) -> None:
        self.layout, self.slot = layout, slot
        self.size = around.template.slide_size
        self.context = around.context(layout, slide.language, slot)
        self.body = max((other.levels[0].size for other in layout.of_role(Role.BODY)), default=None)
        self.band = band_of(slot.box, layout.panels, self.size)
        self.room = self._room(slide)
        blocked = self.room.height < slot.box.height * _BLOCKED
        self.tight = blocked or self.band is not None or slide.kind is not SlideKind.CONTENT
        self.box = within(slot.box, self.room)
        self.edges = slot.body.insets.top + slot.body.insets.bottom

    def _room(self, slide: LogicalSlide) -> Room:
        """Return how far a title may grow: on its panel, or to what is drawn, or to other lines.

        Titles of pages with content reach down to the middle of the slide at the most.
        """
        slot, size, band = self.slot, self.size, self.band
        if band is not None:
            return Room(min(slot.box.y, band.top), max(slot.box.bottom, band.bottom))
        blocked = list(self.layout.decoration)
        if slide.kind is SlideKind.CONTENT:
            top = slot.box.y
            blocked = [box for box in blocked if box.height > self._thin or box.y < top]
            blocked += taken(slide, self.layout)
        else:
            lines = lines_of(slide, self.layout)
            blocked += [line.slot.box for line in lines if line.slot is not None]
            return room_around(slot.box, (*blocked, *taken(slide, self.layout)), size)
        room = room_around(slot.box, tuple(blocked), size)
        return Room(room.top, min(room.bottom, max(slot.box.bottom, size.height // 2)))

    def fit(self, title: Runs) -> _Fitted:
        """Return a title in the largest size that fits its slot; the slot grows if none does.

        Where it cannot grow freely, or would grow over a line that is drawn below it, the title is
        then set smaller than is good for titles.
        """
        paragraph = Paragraph(title, title[0].span)
        low = title_floor(self.size.height)
        lowest = Centipoints(round(low * _LOWEST / 50) * 50)
        found = self._at_best(paragraph, TITLE_STEPS, self._floor(low))
        if self._crosses_rule(found.box):
            found = self._at_best(paragraph, TITLE_STEPS, low)
        if found.badness >= _TORN:
            found = min((found, *self._taller(paragraph, found.levels)), key=_badness)
        grows = found.box != self.box and not self._is_in_room(found.box)
        return self._at_best(paragraph, _SMALL_STEPS, lowest) if grows and self.tight else found

    def _taller(self, paragraph: Paragraph, levels: tuple[LevelStyle, ...]) -> Iterator[_Fitted]:
        """Yield a title in a larger box than its own, as far as there is room for one."""
        for more in (0, 1):
            found = self._in_size(paragraph, levels, self.room.height, more)
            if found and self._is_in_room(found.box) and not self._crosses_rule(found.box):
                yield found

    def _is_in_room(self, box: Rect) -> bool:
        return box.bottom <= self.room.bottom and box.y >= self.room.top

    def _crosses_rule(self, box: Rect) -> bool:
        """Tell whether a box has grown over a line that is drawn above or below its place."""
        drawn = (rule for rule in self.layout.decoration if rule.height <= self._thin)
        return any(
            box.intersection(rule).width > 0
            and box.y < rule.y < box.bottom
            and not self.box.y < rule.y < self.box.bottom
            for rule in drawn
        )

    @property
    def _thin(self) -> Emu:
        return self.size.height * _RULE

    def _at_best(
        self, paragraph: Paragraph, factors: tuple[float, ...], floor: Centipoints
    ) -> _Fitted:
        """Return a title in the largest size that fits, in the smallest where none does.

        It has a line more or is a little smaller where that spares a phrase or word.
        """
        best: _Fitted | None = None
        smallest = self._levels()
        for levels in steps(smallest, factors, floor):
            smallest = levels
            if best is not None and levels[0].size < best.levels[0].size * best.patience:
                break
            for more in (0, 1):
                found = self._in_size(paragraph, levels, self.box.height, more)
                if found is None or found.box != self.box:
                    break
                if found.badness <= _TOLERANCE:
                    return found
                best = found if best is None or found.badness < best.badness else best
        most = max(self.box.height, self.room.height)
        fallback = self._in_size(paragraph, smallest, most) if best is None else best
        assert fallback is not None
        return fallback

    def _in_size(
        self, paragraph: Paragraph, levels: tuple[LevelStyle, ...], most: Emu, more: int = 0
    ) -> _Fitted | None:
        """Return a title in a size; one for whose box there is too little height as it comes."""
        context = self.context.with_levels(levels)
        width = self.slot.content.width
        lines = title_lines(paragraph, width, context, more, most - self.edges)
        if lines is None:
            return None
        placed = stack((lines.measured,))
        return _Fitted(levels, placed, self._grown(placed.height), lines.badness)

    def _grown(self, height: Emu) -> Rect:
        return grown(self.box, height + self.edges, self.slot.body.anchor, self.room)

    def _levels(self) -> tuple[LevelStyle, ...]:
        """Return the levels of a title, larger than the text below it where they are not."""
        levels = self.context.levels
        if self.body is None or levels[0].size > self.body or levels[0].bold:
            return levels
        larger = self.body.scaled(_LARGER)
        return tuple(level.sized(max(level.size, larger)) for level in levels)

    def _floor(self, low: Centipoints) -> Centipoints:
        """Return the least size of a title: readable, and no smaller than the text below it."""
        return max(low, min(self.body or low, self._levels()[0].size))


def title_slot(layout: Layout, around: Surroundings) -> Slot:
    """Return the place of titles on a layout, a band at its top where it has none."""
    found = layout.first(Role.TITLE)
    if found is not None:
        return found
    size = around.template.slide_size
    box = Rect(size.width * 0.06, size.height * 0.045, size.width * 0.88, size.height * 0.12)
    return replace(around.template.base_of(layout).title, box=box)
