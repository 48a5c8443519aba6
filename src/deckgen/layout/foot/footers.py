"""What stands in a slide's footer -> frames in the layout's own footer placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run
from deckgen.diagnostics import Diagnostic
from deckgen.layout.areas.free import free_area
from deckgen.layout.areas.furniture import taken, tells_date
from deckgen.layout.areas.room import Room, grown, room_around
from deckgen.layout.typeset.fitting import (
    STEPS,
    fits,
    largest_or_last,
    line_room,
    overflow,
    small_floor,
    steps,
)
from deckgen.layout.typeset.paragraphs import measure_paragraphs, measure_runs, stack
from deckgen.pages import TextFrame
from deckgen.patterns import replacement_fields
from deckgen.placed_text import Field, PlacedRun
from deckgen.records import Struct, replace
from deckgen.shown_text import font_of
from deckgen.styles import Align, Anchor
from deckgen.template.model import FURNITURE, Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import Runs, Surroundings
    from deckgen.geometry import Rect
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.galley import Context
    from deckgen.layout.typeset.paragraphs import SetParagraph
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Emu

_SPARE: Final = 1.4
"""How much wider than a number its place is to be, as other fonts may be shown in it."""
_SLACK: Final = 1.1
"""The same where its place grows for it."""
_ENDLESS: Final = 20
"""A width, in that of the box, in which a number surely stands in one line."""
_NEAR: Final = 0.012
"""How far to the left the place of a number grows at the most, and how close to what is drawn."""
_MARGIN: Final = 0.01
"""What is kept free of the slide's width beside a number that has grown to its edge."""


class PageNumber(Struct, frozen=True):
    """Which page of the file a page is, and how many there are."""

    page: int
    pages: int


class Footer(Struct, frozen=True):
    """A frame at the foot of a slide, and what there is to say of it."""

    frame: TextFrame
    diagnostics: tuple[Diagnostic, ...] = ()


def place_footers(
    around: Surroundings, layout: Layout, page: PageNumber, desk: Desk
) -> list[Footer]:
    """Return the frames of date, footer text and slide number that the layout has places for."""
    footers: list[Footer] = []
    for slot in layout.of_role(*FURNITURE):
        if slot.role is not Role.NUMBER:
            footers += said(slot, around, layout, desk)
        elif around.footers.number:
            footers.append(Footer(number(page, slot, around, layout, desk)))
    return footers


def standing(around: Surroundings, layout: Layout, desk: Desk) -> Iterator[Rect]:
    """Yield the boxes in which footers and label of a slide stand, as high as what they say."""
    yield from taken(around, layout)
    for slot in layout.of_role(Role.FOOTER, Role.DATE):
        yield from (footer.frame.box for footer in said(slot, around, layout, desk))


def said(slot: Slot, around: Surroundings, layout: Layout, desk: Desk) -> tuple[Footer, ...]:
    """Return the frame of what a slide says in a place for footers or dates, if anything."""
    footers = around.footers
    runs: Runs = ()
    if slot.role is Role.FOOTER:
        runs = footers.text
    elif footers.date and not tells_date(around, layout):
        runs = (Run(footers.date, around.span),)
    return (line_in(slot, runs, around.language, layout, desk),) if runs else ()


def line_in(slot: Slot, runs: Runs, language: str, layout: Layout, desk: Desk) -> Footer:
    """Return the frame of what is said in a place for footers or dates."""
    key = ("footer", layout.part, layout.name, slot.role, slot.box, language, runs)
    return desk.once(key, lambda: _text(runs, slot, language, layout, desk))


def _text(runs: Runs, slot: Slot, language: str, layout: Layout, desk: Desk) -> Footer:
    """Return a line in the layout's place, smaller where it is too long; then in more lines.

    It is smaller, too, where it would reach out of its place over what stands near it. Where
    these are higher than their place it grows, but not over what stands near it.
    """
    context = desk.context(layout, language, slot)
    paragraphs = (Paragraph(runs, runs[0].span),)
    floor = small_floor(desk.template.slide_size)
    tries = (
        _frame(slot, fit.paragraphs, fit.levels)
        for fit in fits(
            context,
            STEPS,
            floor,
            lambda inner: measure_paragraphs(paragraphs, line_room(slot.content.width), inner),
        )
    )
    room = _room(slot, layout, desk)
    highest = max(slot.box.height, _reach(slot, room))
    frame = largest_or_last(
        tries,
        lambda tried: len(tried.paragraphs[0].lines) == 1 and tried.height <= highest,
        lambda tried: tried.height <= slot.content.height,
    )
    if len(frame.paragraphs[0].lines) == 1:
        return Footer(frame)
    needed = frame.height + slot.body.insets.top + slot.body.insets.bottom
    told: tuple[Diagnostic, ...] = ()
    if needed > room.height:
        told = (overflow(runs[0].span, "the footer", needed, room.height),)
    upper = slot.box.y * 2 < desk.template.slide_size.height
    box = grown(slot.box, needed, Anchor.TOP if upper else Anchor.BOTTOM, room)
    return Footer(replace(frame, box=box), told)


def _room(slot: Slot, layout: Layout, desk: Desk) -> Room:
    """Return how far a footer may grow: to the nearest other place, and nowhere near content."""
    size, box = desk.template.slide_size, slot.box
    others = tuple(other.box for other in layout.slots if other is not slot)
    room = room_around(box, (*others, *layout.decoration), size)
    column = [one for one in others if min(one.right, box.right) > max(one.x, box.x)]
    over = any(one.y < box.y < one.bottom for one in column)
    content = ZERO if layout.first(Role.BODY) else free_area(desk.template, layout).bottom
    top = box.y if over else min(box.y, max(room.top, content))
    below = any(one.y < box.bottom < one.bottom for one in column)
    return Room(top, box.bottom if below else max(box.bottom, room.bottom))


def _reach(slot: Slot, room: Room) -> Emu:
    """Return how high a line may be that stays where it is in its place."""
    match slot.body.anchor:
        case Anchor.TOP:
            return room.bottom - slot.content.y
        case Anchor.BOTTOM:
            return slot.content.bottom - room.top
        case Anchor.MIDDLE:
            return room.height


def _frame(
    slot: Slot, measured: tuple[SetParagraph, ...], levels: tuple[LevelStyle, ...]
) -> TextFrame:
    """Return the frame of a footer.

    LibreOffice takes nothing from a layout's footer that has no text: all is said again.
    """
    slot, placed = replace(slot, explicit=True), stack(measured)
    return TextFrame(
        box=slot.box,
        paragraphs=placed.paragraphs,
        levels=levels,
        height=placed.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=placed.paragraphs[0].span,
    )


def number(
    page: PageNumber, slot: Slot, around: Surroundings, layout: Layout, desk: Desk
) -> TextFrame:
    """Return the number in one line, even where the layout's place is too narrow for it.

    Its place then grows to where nothing stands, and where that is not enough the number is
    smaller: alike on all pages, by the widest number among them.
    """
    context = desk.context(layout, around.language, slot)
    paragraph = Paragraph((), around.span)

    def measured(told: PageNumber, inner: Context) -> SetParagraph:
        runs = tuple(_number_runs(told, inner.levels[0], around))
        return measure_runs(runs, inner.levels[0], slot.box.width * _ENDLESS, inner, of=paragraph)

    def widest(own: SetParagraph, inner: Context) -> Emu:
        pattern, size = around.footers.number, inner.levels[0].size
        key = ("last number", page.pages, pattern, around.language, id(layout), id(slot), size)
        last = PageNumber(page.pages, page.pages)
        width = desk.once(key, lambda: measured(last, inner).lines[0].width, layout, slot)
        return max(own.lines[0].width, width)

    own = measured(page, context)
    if widest(own, context) * _SPARE <= slot.content.width:
        return replace(_frame(slot, (own,), context.levels), span=None)

    def width(inner: Context) -> Emu:
        return widest(measured(page, inner), inner)

    sizes = steps(context.levels, STEPS, small_floor(desk.template.slide_size))
    tries = (context.with_levels(levels) for levels in sizes)
    room = _beside(slot, layout, desk)
    inner = largest_or_last(tries, lambda tried: width(tried) * _SLACK <= room.width)
    box = _widened(slot.box, width(inner) * _SLACK, slot.levels[0].align, room)
    made = _frame(replace(slot, box=box), (measured(page, inner),), inner.levels)
    insets = replace(slot.body.insets, left=ZERO, right=ZERO)
    return replace(made, body=replace(slot.body, insets=insets, wrap=False), span=None)


def _beside(slot: Slot, layout: Layout, desk: Desk) -> Rect:
    """Return a place for a number and what is free beside it, at the left only as far as is near.

    What runs along the foot ends there.
    """
    box, size = slot.box, desk.template.slide_size
    near, margin = size.height * _NEAR, size.width * _MARGIN
    others = (*(one.box for one in layout.slots if one is not slot), *layout.decoration)
    level = [one for one in others if min(one.bottom, box.bottom) > max(one.y, box.y)]
    left, right = min(box.x, margin), max(box.right, size.width - margin)
    middle = box.x + box.width // 2
    left = max((one.right + near for one in level if one.right <= middle), default=left)
    right = min((one.x - near for one in level if one.x >= middle), default=right)
    left = min(box.x, max(left, box.x - near))
    return replace(box, x=left, width=max(box.right, right) - left)


def _widened(box: Rect, width: Emu, align: Align, room: Rect) -> Rect:
    """Return a box of a width in a room, from where its text leaves it on."""
    more = max(ZERO, min(width, room.width) - box.width)
    before, after = box.x - room.x, room.right - box.right
    match align:
        case Align.RIGHT:
            left = min(before, more)
        case Align.CENTER:
            left = min(before, max(more // 2, more - after))
        case _:
            left = min(before, max(ZERO, more - after))
    return replace(box, x=box.x - left, width=box.width + more)


def _number_runs(page: PageNumber, style: LevelStyle, around: Surroundings) -> Iterator[PlacedRun]:
    """Yield the runs of a slide's number; that of the page itself is a field, which counts on."""
    pattern = around.footers.number
    assert pattern is not None
    blank = PlacedRun("", font_of(style), around.language)
    for words, place, _, _ in replacement_fields(pattern.text):
        if place == "n":
            if words:
                yield replace(blank, text=words)
            yield replace(blank, text=str(page.page), field=Field.SLIDE_NUMBER)
        else:
            yield replace(blank, text=words + (str(page.pages) if place else ""))
