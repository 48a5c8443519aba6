"""Title slides, dividers and closings -> their pages: text in the slots that such layouts have."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets, Rect
from deckgen.layout.areas.furniture import has_foot, taken
from deckgen.layout.areas.reading import read_down_to
from deckgen.layout.areas.room import Room, frame_of, free_below, grown, room_around, within
from deckgen.layout.plan.model import PlannedPage
from deckgen.layout.titles.company import title_slot
from deckgen.layout.titles.credits import Lines, lines_of, run_on
from deckgen.layout.typeset.fitting import (
    SLIGHT_STEPS,
    STEPS,
    comfortable_floor,
    fits,
    largest,
    largest_or_last,
    led_by,
    line_room,
    overflow,
    scaled,
    small_floor,
)
from deckgen.layout.typeset.levels import closer
from deckgen.layout.typeset.paragraphs import ADDRESS
from deckgen.layout.typeset.title_lines import balanced
from deckgen.legibility import legible
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.styles import Align, Anchor, BodyProperties
from deckgen.template.model import Role, Slot
from deckgen.units import ZERO, Emu, pt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckgen.colors import Color
    from deckgen.content import Paragraph
    from deckgen.deck import LogicalSlide
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.galley import Context
    from deckgen.layout.typeset.fitting import Fit
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout
    from deckgen.units import Centipoints

_GAP: Final = pt(6)
_NAME: Final = "Subtitle"
_LEAST_SIZE: Final = 0.75
"""The share of the least readable size at which lines are set rather than not at all."""
_WHOLE_STEPS: Final = STEPS[:5]
"""The sizes that are tried before an address is cut."""
_MODEST: Final = 1.6
"""How much higher than its place the box of lines becomes before they are small."""
_MUCH_SMALLER: Final = 0.6
"""The share of their size from which lines leave their panel, or are not read where they stand."""
_SMALLER: Final = 0.8
"""The share of their size from which lines stand below one another rather than run on."""
_BELOW_TITLE: Final = (0.45, 0.6)
"""How large lines are that have no place, at least and at most, as shares of their title's size."""
_TALL: Final = 0.6
"""The height of a title's place, as a share of the slide's, that may leave no room beside it."""
_SHARED: Final = 0.72
"""The share of such a place that a title keeps where other lines stand below it."""
_LEAST_WIDTH, _LEAST_HEIGHT = 0.3, 0.1
"""What of the slide lines need to stand below their title rather than anywhere with more room."""
_MARGIN, _AT_EDGE = 0.05, 0.1
"""The margin that they keep there, and the widest of a title that is theirs, too, by the width."""


def cover_page(
    slide: LogicalSlide, layout: Layout, title: Rect, desk: Desk, size: Centipoints | None = None
) -> PlannedPage:
    """Return the page of a slide that has a title, in its box, and a few lines, but no body.

    The lines are smaller than the title, whose size is given.
    """
    cover = _Cover(slide, layout, title, desk, size)
    return PlannedPage(layout, items=cover.texts(), diagnostics=tuple(cover.told))


def lowest_above_lines(slide: LogicalSlide, layout: Layout, title: Rect, desk: Desk) -> Emu | None:
    """Return how far down a title may reach that would leave lines without a slot no room."""
    homeless = any(lines.slot is None for lines in lines_of(slide, layout))
    if not homeless or title.height < desk.template.slide_size.height * _TALL:
        return None
    return title.y + title.height * _SHARED


def _is_whole(fit: Fit) -> bool:
    """Tell whether lines cut no word, and no address that stands in a line of its own."""
    cut = (_is_address(each.text) and len(each.lines) > 1 for each in fit.paragraphs)
    return fit.keeps_words and not any(cut)


def _is_address(text: str) -> bool:
    return " " not in text and bool(ADDRESS.search(text))


def _foot(slide: LogicalSlide, layout: Layout, desk: Desk) -> tuple[Rect, ...]:
    """Return the boxes of the lines at the foot of a slide, nothing where there are none."""
    if not has_foot(slide.around, layout):
        return ()
    from deckgen.layout.foot.footnotes import foot_of

    foot = foot_of(slide.footnotes, slide.around, layout, desk)
    return tuple(footer.frame.box for footer in foot.footers)


class _Cover:
    """Places the lines of a slide around its title."""

    def __init__(
        self,
        slide: LogicalSlide,
        layout: Layout,
        title: Rect,
        desk: Desk,
        title_size: Centipoints | None,
    ) -> None:
        self.slide, self.layout, self.desk = slide, layout, desk
        self.title_size = title_size
        self.size = desk.template.slide_size
        self.title = title
        self.foot = _foot(slide, layout, desk)
        self.told: list[Diagnostic] = []
        self.blocked = (self.title, *layout.decoration, *taken(slide.around, layout), *self.foot)

    def texts(self) -> tuple[TextFrame, ...]:
        """Return the frames of the lines below the title, in reading order."""
        placed: list[TextFrame] = []
        lines = lines_of(self.slide, self.layout)
        for number, these in enumerate(lines):
            later = (other.slot.box for other in lines[number + 1 :] if other.slot is not None)
            blocked = [*self.blocked, *(text.box for text in placed), *later]
            placed += self.on_bar(these, blocked) or (self.in_place(these, blocked),)
        return tuple(placed)

    def in_place(self, lines: Lines, blocked: Sequence[Rect]) -> TextFrame:
        """Return the frame of lines, which leave the place for a label where they are small."""
        frame, slot = self.text(lines, blocked), lines.slot
        least = slot.levels[0].size * _SMALLER if slot and slot.role is Role.LABEL else 0
        small = frame.levels[0].size < least
        return self.text(Lines(lines.paragraphs, None), blocked) if small else frame

    def on_bar(self, lines: Lines, blocked: Sequence[Rect]) -> tuple[TextFrame, ...]:
        """Return a line on the bar that holds its slot, and those below that have no room on it.

        There are none where nothing holds the slot, or all lines have room there at nearly the
        template's size, or below it is no place for them.
        """
        slot, (first, *others) = lines.slot, lines.paragraphs
        band = None if slot is None else frame_of(slot.box, self.layout.panels, self.size)
        if slot is None or band is None or not others:
            return ()
        insets = slot.body.insets
        height, line = insets.top + insets.bottom, slot.levels[0].leading * SLIGHT_STEPS[-1]
        if line * len(lines.paragraphs) <= band.height - height:
            return ()
        place = self.below_bar(slot, band, blocked)
        if place.box.height < height + line * len(others):
            return ()
        upper = self.text(Lines((first,), slot), blocked)
        return upper, self.text(Lines(tuple(others), None), (*blocked, upper.box), place)

    def below_bar(self, slot: Slot, band: Room, blocked: Sequence[Rect]) -> Slot:
        """Return a place for lines below the bar of a slot, in the slot's column."""
        top = band.bottom + _GAP
        start = replace(slot.box, y=top, height=Emu(1))
        box = replace(start, height=room_around(start, tuple(blocked), self.size).bottom - top)
        theme, backdrop = self.desk.template.theme_of(self.layout), self.layout.backdrop(box)
        levels = (
            replace(level, color=legible(level.color, (backdrop,), theme.offered))
            for level in slot.levels
        )
        body = replace(slot.body, anchor=Anchor.TOP)
        return replace(
            slot, name=_NAME, box=box, body=body, levels=tuple(levels), background=backdrop
        )

    def text(self, lines: Lines, blocked: Sequence[Rect], below: Slot | None = None) -> TextFrame:
        """Return the frame of lines in their slot, or in a place of its own beside the title."""
        slot = lines.slot or below or self.beside_title(blocked)
        place = self.above_foot(slot.box)
        insets, span = slot.body.insets, lines.paragraphs[0].span
        edges = insets.top + insets.bottom
        # what is drawn beside the text may meet the box, which is wider by its insets
        column = replace(place, x=place.x + insets.left, width=slot.content.width)
        for written, room, least in self.ways(lines, column, blocked):
            box = within(place, room)
            fitted = self.fit(written, box, room, slot)
            holds = fitted.stack.height + edges <= room.height
            if holds and fitted.levels[0].size >= slot.levels[0].size * least:
                break
        upper = self.where_read(fitted, box, room, slot)
        if upper is not None:
            narrowed = self.fit(written, within(place, upper), upper, slot)
            is_large = narrowed.levels[0].size >= slot.levels[0].size * _MUCH_SMALLER
            if is_large and narrowed.stack.height + edges <= upper.height:
                box, room, fitted = within(place, upper), upper, narrowed
        if fitted.stack.height + edges > room.height:
            needed, available = fitted.stack.height, room.height - edges
            self.told.append(overflow(span, slot.name, needed, available))
        frame = TextFrame(
            box=grown(box, fitted.stack.height + edges, slot.body.anchor, room),
            paragraphs=fitted.stack.paragraphs,
            levels=fitted.levels,
            height=fitted.stack.height,
            name=slot.name,
            slot=lines.slot,
            body=slot.body,
            span=span,
        )
        if lines.slot is not None or below is not None:
            return frame
        from deckgen.layout.foot.grounded import grounded  # few templates lack such places

        ground = title_slot(self.layout, self.desk).background
        return grounded(frame, self.layout, self.desk.template.theme_of(self.layout), ground)

    def where_read(self, fitted: Fit, box: Rect, room: Room, slot: Slot) -> Room | None:
        """Return the upper part of a room in which lines are read that are not on all of it."""
        edges = slot.body.insets.top + slot.body.insets.bottom
        whole = grown(box, fitted.stack.height + edges, slot.body.anchor, room)
        bottom = read_down_to(fitted.stack.paragraphs, whole.inset(slot.body.insets), self.layout)
        return None if bottom is None else Room(room.top, min(room.bottom, bottom))

    def ways(
        self, lines: Lines, box: Rect, blocked: Sequence[Rect]
    ) -> Iterator[tuple[tuple[Paragraph, ...], Room, float]]:
        """Yield how lines may be set, and how large at the least, as a share of the template's.

        They stand on the panel that holds their slot, or in its frame, the credits in one line if
        need be, rather than beyond it.
        """
        room = room_around(box, tuple(blocked), self.size)
        held = None if lines.slot is None else frame_of(box, self.layout.panels, self.size)
        if held is not None:
            inner = Room(max(room.top, held.top), min(room.bottom, held.bottom))
            yield lines.paragraphs, inner, _MUCH_SMALLER
            yield run_on(lines.paragraphs), inner, _MUCH_SMALLER
        if lines.slot is None:
            yield lines.paragraphs, room, _SMALLER
            yield run_on(lines.paragraphs), room, _SMALLER
        yield lines.paragraphs, room, 0.0

    def above_foot(self, box: Rect) -> Rect:
        """Return a box less what the small print takes of it, which may have no other place."""
        for foot in self.foot:
            if foot.overlaps(box):
                top = min(box.y, foot.y)
                box = replace(box, y=top, height=foot.y - top)
        return box

    def fit(self, paragraphs: tuple[Paragraph, ...], box: Rect, room: Room, slot: Slot) -> Fit:
        """Return lines a little smaller if that fits their box, else as large as the room holds.

        They stand closer rather than to be smaller, and in a box that is a little higher before
        they are small. No word is cut that a slightly smaller size keeps whole, and no address
        that a smaller one does. Where the room holds the lines at no size that is readable, the
        credits are run on in one line.
        """
        insets, least = slot.body.insets, small_floor(self.size)
        edges, width = insets.top + insets.bottom, line_room(box.inset(insets).width)
        context = self.desk.context(self.layout, self.slide.language, slot)
        context = context if slot.role is Role.ORDINAL else self.led(context, least)

        def sizes(
            written: tuple[Paragraph, ...], factors: tuple[float, ...], floor: Centipoints
        ) -> Iterator[Fit]:
            measure = partial(balanced, written, width)
            for fit in fits(context, factors, floor, measure):
                yield fit
                yield from fits(context.with_levels(closer(fit.levels)), (1.0,), floor, measure)

        def accepted(height: Emu, *, cut: bool) -> Callable[[Fit], bool]:
            return lambda fit: fit.height <= height - edges and (cut or _is_whole(fit))

        small = context.text.size * SLIGHT_STEPS[-1] < comfortable_floor(self.size)
        little = min(room.height, box.height * _MODEST) if small else box.height
        addressed = any(_is_address(paragraph.text) for paragraph in paragraphs)
        tries = (
            (SLIGHT_STEPS, box.height, False),
            (SLIGHT_STEPS, little, False),
            (SLIGHT_STEPS[-1:], room.height, False),
            (_WHOLE_STEPS if addressed else (), room.height, False),
            (SLIGHT_STEPS, box.height, True),
            (STEPS, room.height, True),
        )
        found = (
            largest(sizes(paragraphs, factors, least), accepted(height, cut=cut))
            for factors, height, cut in tries
        )
        fitted = next((fit for fit in found if fit is not None), None)
        if fitted is not None:
            return fitted
        joined = sizes(run_on(paragraphs), STEPS, least.scaled(_LEAST_SIZE))
        whole, any_ = (accepted(room.height, cut=cut) for cut in (False, True))
        return largest_or_last(joined, whole, any_)

    def led(self, context: Context, least: Centipoints) -> Context:
        """Return the context of lines that are smaller than the title, as far as they are read."""
        if self.title_size is None:
            return context
        most = max(led_by(self.title_size), least)
        size = context.text.size
        if size <= most:
            return context
        return context.with_levels(scaled(context.levels, most / size, least))

    def beside_title(self, blocked: Sequence[Rect]) -> Slot:
        """Return a place for lines below the title, or above it where there is more room."""
        title = title_slot(self.layout, self.desk)
        heading, body = title.levels[0], self.desk.body(self.layout)
        start = heading.margin_left + heading.indent
        column = title.content.inset(Insets(left=max(ZERO, start)))
        room = room_around(self.title, tuple(b for b in blocked if b != self.title), self.size)
        above, below = self.title.y - room.top, room.bottom - self.title.bottom
        upwards = below < self.size.height * _LEAST_HEIGHT + _GAP and above > below * 2
        top = room.top if upwards else self.title.bottom + _GAP
        height = max(ZERO, (above if upwards else below) - _GAP)
        box = Rect(column.x, top, column.width, height)
        if box.height < self.size.height * _LEAST_HEIGHT:
            margin = self.size.width * _MARGIN
            at_edge = heading.align is Align.LEFT and column.x < self.size.width * _AT_EDGE
            page = Rect(ZERO, ZERO, self.size.width, self.size.height)
            insets = Insets(column.x if at_edge else margin, margin, margin, margin)
            least = self.size.width * _LEAST_WIDTH, self.size.height * _LEAST_HEIGHT
            box, upwards = free_below(top, page.inset(insets), blocked, least), False
        anchor = Anchor.BOTTOM if upwards else Anchor.TOP
        properties = BodyProperties(replace(title.body.insets, left=ZERO, right=ZERO), anchor)
        backdrop = self.layout.backdrop(box)
        levels = tuple(self.styled(level, title, backdrop) for level in body.levels)
        return replace(
            body, name=_NAME, box=box, body=properties, levels=levels, background=backdrop
        )

    def styled(self, level: LevelStyle, title: Slot, backdrop: Color) -> LevelStyle:
        """Return a level of text as the lines below a title have it on a backdrop."""
        heading = title.levels[0]
        least, most = (heading.size.scaled(share) for share in _BELOW_TITLE)
        size, floor = max(least, min(level.size, most)), small_floor(self.size)
        color = legible(level.color, (backdrop,), self.desk.template.theme_of(self.layout).offered)
        sized = level.sized(max(size, floor))
        return replace(sized, margin_left=ZERO, indent=ZERO, align=heading.align, color=color)
