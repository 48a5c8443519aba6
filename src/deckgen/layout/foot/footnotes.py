"""What a slide has at its foot in no place of its layout -> its frames, and the room they keep.

Footers stand where the template has a place for them on other layouts; what has none runs along the
foot in one line, and what that does not hold stands in a band above it. All of it is reserved
before the body is measured: regions end above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Run
from deckgen.deck import FootnoteKind, SlideKind, in_order
from deckgen.geometry import Rect
from deckgen.layout.areas.room import ANYWHERE, grown
from deckgen.layout.foot.footers import Footer, line_in, said, standing
from deckgen.layout.foot.footers import number as number_frame
from deckgen.layout.foot.look import colored
from deckgen.layout.foot.places import line_of, on_axis, places, row_on
from deckgen.layout.foot.running import RunningLine, footer_lines, run_along
from deckgen.layout.foot.sharing import making_room, used
from deckgen.layout.foot.small_print import SmallPrint, clear_of
from deckgen.legibility import readable
from deckgen.pages import TextFrame
from deckgen.records import Struct, replace
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import Footnote, Surroundings
    from deckgen.layout.desk import Desk
    from deckgen.layout.foot.footers import PageNumber
    from deckgen.source import Stretches
    from deckgen.template.model import Layout, Slot

_WHOLE: Final = (Role.NUMBER, Role.LABEL)
"""What has its place for itself, as it differs between pages."""

_GROUND: Final = 0.6
"""The share of the slide from which what is drawn is its ground."""
_COVERS: Final = (SlideKind.TITLE, SlideKind.CLOSING)
"""The slides that show no number or footer, whose places the line at their foot leaves free."""
_FAR: Final = 0.45
"""Where a label starts at the most on them, as a share of the slide's width: what is behind the
places of number and footer is far from all other text there, and from where pages have theirs.
"""

Lines = tuple["Footnote", ...]


class Foot(Struct, frozen=True):
    """What stands at the foot of a page in no place of its layout, and what is kept free for it.

    `number` is the place of the slide's number, None where that has one or is not shown.
    """

    footers: tuple[Footer, ...]
    kept: tuple[Rect, ...]
    number: Slot | None = None


def without_foot(box: Rect, around: Surroundings, layout: Layout, desk: Desk) -> Rect:
    """Return a box cut off where the lines at the foot of the slide begin.

    A template may have its places for footers at the head of the slide: the box starts below those.
    """
    middle = desk.template.slide_size.height // 2
    for kept in foot_of(around.footnotes, around, layout, desk).kept:
        if not kept.overlaps(box):
            continue
        if kept.bottom < middle:
            top = kept.bottom + clear_of(desk)
            box = replace(box, y=top, height=max(ZERO, box.bottom - top))
        else:
            box = replace(box, height=max(ZERO, kept.y - box.y))
    return box


def place_footnotes(
    around: Surroundings, layout: Layout, seen: Stretches | None, page: PageNumber, desk: Desk
) -> Iterator[Footer]:
    """Return the frames of the lines that belong on a page: a label in its place, and the band.

    `seen` is what is written of one of several pages. The lines come last, so that a screen reader
    reads them after all else.
    """
    lines = around.footnotes
    if seen is not None:
        lines = tuple(line for line in lines if not line.at or any(map(seen.meet, line.at)))
    labels = _apart(lines, around, layout, desk)
    if labels is not None:
        yield Footer(labels)
    foot = foot_of(lines, around, layout, desk)
    if foot.number is not None:
        frame = number_frame(page, foot.number, around, layout, desk)
        yield Footer(_boxed(frame, layout, desk))
    yield from foot.footers


def foot_of(lines: Lines, around: Surroundings, layout: Layout, desk: Desk) -> Foot:
    """Return where lines of a slide, and what else it has at its foot, go on a layout."""
    if _apart(lines, around, layout, desk) is not None:
        lines = tuple(line for line in lines if line.kind is not FootnoteKind.LABEL)
    shown = tuple(standing(around, layout, desk))
    texts = tuple((line.kind, line.runs, line.at) for line in lines)
    key = (
        "foot",
        layout.part,
        layout.name,
        around.kind,
        around.language,
        around.footers,
        shown,
        texts,
    )
    return desk.once(key, lambda: _foot(lines, around, layout, desk, shown))


def _foot(
    lines: Lines, around: Surroundings, layout: Layout, desk: Desk, shown: tuple[Rect, ...]
) -> Foot:
    """Return the foot of a page: what the template has places for, the line, and the band above."""
    lent = places(around, layout, desk)
    number = next((slot for slot in lent if slot.role is Role.NUMBER), None)
    footers = [
        replace(footer, frame=_boxed(footer.frame, layout, desk))
        for slot in lent
        if slot is not number
        for footer in said(slot, around, layout, desk)
    ]
    own = (*shown, *(footer.frame.box for footer in footers), *((number.box,) if number else ()))
    shown = (*own, *(slot.box for slot in _elsewhere(desk)))
    said_here = tuple(footer_lines(around, layout, (slot.role for slot in lent)))
    # the place for a notice may be on the line that runs along the foot
    running_here = (line_of(desk).row,) if said_here else ()
    small = (
        SmallPrint(lines, around.language, layout, desk).in_notice((*shown, *running_here))
        if lines
        else None
    )
    lines = in_order((*(() if small else lines), *said_here))
    running = run_along(lines, around, layout, desk, shown)
    if running is None:
        beside = tuple(_used(around, layout, lent, desk))
        running = run_along(lines, around, layout, desk, beside)
    if running is not None and around.kind in _COVERS:
        row = on_axis(row_on(layout, desk, own), layout, desk)
        running = None if _is_pushed(running, row, desk) else running
    if running is not None:
        along = Footer(running.frame)
        footers = [*(making_room(footer, (along,)) for footer in footers), along]
        kept_here = _kept(running.frame, desk)
        shown = (*shown, kept_here, _below(kept_here, desk))
        lines = tuple(line for line in lines if line not in running.lines)
    kept = tuple(_kept(footer.frame, desk) for footer in footers)
    if small is None and lines:
        printed = SmallPrint(lines, around.language, layout, desk)
        small = printed.in_band(shown)
        if running is not None and _is_on_drawn(small, layout, desk):
            # rather closer to the line below it than among what the template draws
            nearer = printed.in_band(
                tuple(running.frame.box if box is kept_here else box for box in shown)
            )
            small = small if _is_on_drawn(nearer, layout, desk) else nearer
    if small is None:
        return Foot(tuple(footers), kept, number)
    return Foot((*footers, small), (*kept, small.kept), number)


def _is_pushed(running: RunningLine, row: Rect, desk: Desk) -> bool:
    """Tell whether a cover's label starts far to the right for the sake of other pages alone.

    `row` is what of the deck's line is free on the cover itself.
    """
    labelled = any(line.kind is FootnoteKind.LABEL for line in running.lines)
    start = running.frame.box.x
    return labelled and start > desk.template.slide_size.width * _FAR and start > row.x


def _elsewhere(desk: Desk) -> Iterator[Slot]:
    """Yield the places of what the pages with content have at their foot, to be left free."""
    return (slot for slot in line_of(desk).lent if slot.role in desk.settings.common)


def _used(around: Surroundings, layout: Layout, lent: Sequence[Slot], desk: Desk) -> Iterator[Rect]:
    """Yield what is used of the places at the foot of a page, and on the pages with content."""
    for slot in (*layout.of_role(Role.FOOTER, Role.DATE), *lent):
        yield from (used(footer.frame) for footer in said(slot, around, layout, desk))
    yield from (slot.box for slot in (*layout.slots, *lent) if slot.role in _WHOLE)
    for slot in _elsewhere(desk):
        text = desk.settings.common[slot.role]
        runs = (Run(text, around.span),)
        yield used(line_in(slot, runs, around.language, layout, desk).frame) if text else slot.box


def _kept(frame: TextFrame, desk: Desk) -> Rect:
    """Return the place of a frame and what is kept free above its text."""
    content = frame.box.inset(frame.body.insets)
    free = max(ZERO, content.height - frame.height)
    top = content.y + free * frame.body.anchor.above - clear_of(desk)
    return replace(frame.box, y=top, height=frame.box.bottom - top)


def _is_on_drawn(band: Footer, layout: Layout, desk: Desk) -> bool:
    """Tell whether lines stand on something drawn that is no ground for most of a slide."""
    least = desk.template.slide_size.area * _GROUND
    drawn = (panel.box for panel in layout.panels if panel.box.area < least)
    return any(box.overlaps(band.frame.box) for box in drawn)


def _below(box: Rect, desk: Desk) -> Rect:
    """Return what of a slide is below a box: the deck's line is the last of a page."""
    size = desk.template.slide_size
    return Rect(ZERO, box.bottom, size.width, max(ZERO, size.height - box.bottom))


def _boxed(frame: TextFrame, layout: Layout, desk: Desk) -> TextFrame:
    """Return the frame of a footer as a text box, in a colour that is read where it stands."""
    theme, shades = desk.template.theme_of(layout), layout.shades(frame.box)
    color = readable(frame.levels[0].color, shades, theme.offered)
    seen = frame if color is None else colored(frame, ((),), shades, theme)
    return _held(replace(seen, slot=None))


def _held(frame: TextFrame) -> TextFrame:
    """Return a frame that is as high as its one line, which stays where it is."""
    insets = frame.body.insets
    needed = frame.height + insets.top + insets.bottom
    return replace(frame, box=grown(frame.box, needed, frame.body.anchor, ANYWHERE))


def _apart(lines: Lines, around: Surroundings, layout: Layout, desk: Desk) -> TextFrame | None:
    """Return the frame of the label in the place that the layout has for it, if that holds it."""
    slot = layout.first(Role.LABEL)
    labels = tuple(line for line in lines if line.kind is FootnoteKind.LABEL)
    if slot is None or not labels:
        return None
    frame = SmallPrint(labels, around.language, layout, desk).in_slot(slot)
    return frame if frame.height <= slot.content.height else None
