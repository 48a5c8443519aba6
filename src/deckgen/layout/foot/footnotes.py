"""What a slide has at its foot in no place of its layout -> its frames, and the room they keep.

Footers stand where the template has a place for them on other layouts; what has none runs along the
foot in one line, and what that does not hold stands in a band above it. All of it is reserved
before the body is measured: regions end above it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.deck import FootnoteKind, in_order
from deckgen.geometry import Rect
from deckgen.layout.areas.room import Room, grown
from deckgen.layout.foot.footers import number as number_frame
from deckgen.layout.foot.footers import said, standing
from deckgen.layout.foot.look import colored
from deckgen.layout.foot.places import line_of, places
from deckgen.layout.foot.running import footer_lines, run_along
from deckgen.layout.foot.small_print import SmallPrint, clear_of
from deckgen.layout.typeset.levels import readable
from deckgen.pages import TextFrame
from deckgen.records import Struct, replace
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import Footnote, LogicalSlide
    from deckgen.layout.plan.draft import Draft
    from deckgen.layout.surroundings import Surroundings
    from deckgen.pages import Item
    from deckgen.source import Span
    from deckgen.template.model import Layout, Slot

_ANYWHERE: Final = Room(Emu(-(1 << 40)), Emu(1 << 40))

Lines = tuple["Footnote", ...]


class Foot(Struct, frozen=True):
    """What stands at the foot of a page in no place of its layout, and what is kept free for it.

    `number` is the place of the slide's number, None where that has one or is not shown.
    """

    frames: tuple[TextFrame, ...]
    kept: tuple[Rect, ...]
    number: Slot | None = None


def above(box: Rect, slide: LogicalSlide, layout: Layout, around: Surroundings) -> Rect:
    """Return a box cut off where the lines at the foot of the slide begin."""
    for kept in foot_of(slide.footnotes, slide, layout, around).kept:
        beside = kept.right <= box.x or kept.x >= box.right
        if not beside and kept.y < box.bottom and kept.bottom > box.y:
            box = replace(box, height=max(ZERO, kept.y - box.y))
    return box


def place_footnotes(draft: Draft, number: int, around: Surroundings) -> Iterator[TextFrame]:
    """Return the frames of the lines that belong on a page: a label in its place, and the band.

    They come last, so that a screen reader reads them after all else.
    """
    slide, layout = draft.slide, draft.layout
    lines = tuple(line for line in slide.footnotes if _belongs(line, draft))
    labels = _apart(lines, slide, layout, around)
    if labels is not None:
        yield labels
    foot = foot_of(lines, slide, layout, around)
    if foot.number is not None:
        frame = number_frame(number, foot.number, draft, around)
        yield _boxed(frame, layout, around)
    yield from foot.frames


def foot_of(lines: Lines, slide: LogicalSlide, layout: Layout, around: Surroundings) -> Foot:
    """Return where lines of a slide, and what else it has at its foot, go on a layout."""
    if _apart(lines, slide, layout, around) is not None:
        lines = tuple(line for line in lines if line.kind is not FootnoteKind.LABEL)
    shown = tuple(standing(slide, layout, around))
    texts = tuple((line.kind, line.runs, line.at) for line in lines)
    key = (layout.part, layout.name, slide.kind, slide.language, slide.footers, shown, texts)
    found = around.feet.get(key)
    if found is None:
        found = around.feet[key] = _foot(lines, slide, layout, around, shown)
    return found


def _foot(
    lines: Lines, slide: LogicalSlide, layout: Layout, around: Surroundings, shown: tuple[Rect, ...]
) -> Foot:
    """Return the foot of a page: what the template has places for, the line, and the band above."""
    lent = places(slide, layout, around)
    number = next((slot for slot in lent if slot.role is Role.NUMBER), None)
    frames = [
        _boxed(frame, layout, around)
        for slot in lent
        if slot is not number
        for frame in said(slot, slide, layout, around)
    ]
    shown = (*shown, *(frame.box for frame in frames), *((number.box,) if number else ()))
    shown = (*shown, *(slot.box for slot in line_of(around).lent if slot.role in around.common))
    small = SmallPrint(lines, slide, layout, around).in_notice(shown) if lines else None
    said_here = tuple(footer_lines(slide, layout, (slot.role for slot in lent)))
    lines = in_order((*(() if small else lines), *said_here))
    running = run_along(lines, slide, layout, around, shown)
    if running is not None:
        frames.append(running.frame)
        shown = (*shown, _kept(running.frame, around))
        lines = tuple(line for line in lines if line not in running.lines)
    kept = tuple(_kept(frame, around) for frame in frames)
    if small is None and lines:
        small = SmallPrint(lines, slide, layout, around).in_band(shown)
    if small is None:
        return Foot(tuple(frames), kept, number)
    return Foot((*frames, small.frame), (*kept, small.kept), number)


def _kept(frame: TextFrame, around: Surroundings) -> Rect:
    """Return the place of a frame and what is kept free above its text."""
    content = frame.box.inset(frame.body.insets)
    free = max(ZERO, content.height - frame.height)
    parts = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
    top = content.y + free * parts[frame.body.anchor] - clear_of(around)
    return replace(frame.box, y=top, height=frame.box.bottom - top)


def _boxed(frame: TextFrame, layout: Layout, around: Surroundings) -> TextFrame:
    """Return the frame of a footer as a text box, in a colour that is read where it stands."""
    theme, shades = around.template.theme_of(layout), layout.shades(frame.box)
    kinds = ((FootnoteKind.FOOTER,) * len(frame.paragraphs[0].runs),)
    color = readable(frame.levels[0].color, shades, theme)
    seen = frame if color is None else colored(frame, kinds, shades, theme)
    return _held(replace(seen, slot=None))


def _held(frame: TextFrame) -> TextFrame:
    """Return a frame that is as high as its one line, which stays where it is."""
    insets = frame.body.insets
    needed = frame.height + insets.top + insets.bottom
    if needed <= frame.box.height:
        return frame
    return replace(frame, box=grown(frame.box, needed, frame.body.anchor, _ANYWHERE))


def _apart(
    lines: Lines, slide: LogicalSlide, layout: Layout, around: Surroundings
) -> TextFrame | None:
    """Return the frame of the label in the place that the layout has for it, if that holds it."""
    slot = layout.first(Role.LABEL)
    labels = tuple(line for line in lines if line.kind is FootnoteKind.LABEL)
    if slot is None or not labels:
        return None
    frame = SmallPrint(labels, slide, layout, around).in_slot(slot)
    return frame if frame.height <= slot.content.height else None


def _belongs(line: Footnote, draft: Draft) -> bool:
    """Tell whether a page shows one of the things that a line belongs to."""
    if not line.at or draft.count == 1:
        return True
    shown = [*(run.span for run in draft.slide.title), *_places(draft.items)]
    return any(_meet(place, span) for place in line.at for span in shown)


def _places(items: tuple[Item, ...]) -> Iterator[Span]:
    for item in items:
        if isinstance(item, TextFrame):
            yield from (text.span for text in item.paragraphs if text.span is not None)
        elif item.span is not None:
            yield item.span


def _meet(one: Span, other: Span) -> bool:
    return one.source is other.source and one.start < other.stop and other.start < one.stop
