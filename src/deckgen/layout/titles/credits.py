"""A title slide, divider or closing, and its layout -> which lines stand in which slot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run
from deckgen.deck import FootnoteKind, SlideKind
from deckgen.layout.areas.furniture import tells_date
from deckgen.records import Struct, replace
from deckgen.styles import Align, Anchor
from deckgen.template.clearing import cleared
from deckgen.template.model import Role
from deckgen.template.purposes import digits_of
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import LogicalSlide, Runs
    from deckgen.geometry import Rect
    from deckgen.template.model import Layout, Slot

_STROKE: Final = " / "
_SMALL_PRINT: Final = 0.25
"""The share of a title's size below which text is small print beside it."""
_ASIDE: Final = 0.25
"""How far from where a title starts a line stands aside, as a share of the title's width."""


class Lines(Struct, frozen=True):
    """Paragraphs that stand together, and their slot; None where the layout has none for them."""

    paragraphs: tuple[Paragraph, ...]
    slot: Slot | None


def lines_of(slide: LogicalSlide, layout: Layout) -> tuple[Lines, ...]:
    """Return the subtitle, the credits and the number; a slot is shared where there is but one."""
    subtitle = _paragraphs((slide.subtitle,) if slide.subtitle else ())
    below = _paragraphs(_credits(slide, layout))
    free = tuple(
        slot
        for slot in layout.of_role(Role.SUBTITLE, Role.BODY, Role.CAPTION, Role.QUOTE)
        if not _is_astray(slot, layout)
    ) or _spare(slide, layout)
    first = free[0] if free else None
    author = layout.first(Role.AUTHOR) or (free[1] if len(free) > 1 else None)
    if subtitle and _comes_before(author, first, layout):
        first, author = author, first
    if author is None or first is None or not below:
        found = [Lines((*subtitle, *below), first or author)]
    else:
        found = [Lines(subtitle, first), Lines(below, author)]
    return tuple(lines for lines in (*found, *_ordinal(slide, layout)) if lines.paragraphs)


def _comes_before(author: Slot | None, other: Slot | None, layout: Layout) -> bool:
    """Tell whether the place for authors is between the title and another for lines."""
    title = layout.first(Role.TITLE)
    if author is None or other is None or title is None or author.role is not Role.AUTHOR:
        return False
    return title.box.y <= author.box.y and author.box.bottom <= other.box.y + other.box.height // 4


def title_first(slide: LogicalSlide, layout: Layout) -> Layout:
    """Return the layout of a title slide or closing with the title before what follows it.

    Some designs have a line for the subtitle above the title. Who, where and when is not said
    before what, nor are questions asked before thanks; then both places change, each as large as it
    was.
    """
    title, line = layout.first(Role.TITLE), layout.first(Role.SUBTITLE)
    closes = slide.kind is SlideKind.CLOSING and bool(slide.subtitle)
    is_headed = closes or (slide.kind is SlideKind.TITLE and bool(_credits(slide, layout)))
    if title is None or line is None or not is_headed:
        return layout
    gap = title.box.y - line.box.bottom
    beside = line.box.right <= title.box.x or line.box.x >= title.box.right
    if gap < -line.box.height // 4 or beside or title.background != line.background:
        return layout
    insets, count = line.body.insets, len(_credits(slide, layout)) + bool(slide.subtitle)
    height = max(line.box.height, line.levels[0].leading * count + insets.top + insets.bottom)
    lower = replace(line.box, y=title.box.bottom - height, height=height)
    upper = replace(title.box, y=max(ZERO, lower.y - max(ZERO, gap) - title.box.height))
    drawn = layout.decoration
    moved = {
        title: _put(title, upper, Anchor.BOTTOM, drawn),
        line: _put(line, lower, Anchor.TOP, drawn),
    }
    return replace(layout, slots=tuple(moved.get(slot, slot) for slot in layout.slots))


def _put(slot: Slot, box: Rect, anchor: Anchor, drawn: tuple[Rect, ...]) -> Slot:
    """Return a slot at another place, clear of what is drawn there."""
    body = replace(slot.body, anchor=anchor)
    inherited = slot.inherited or slot.box
    return cleared(replace(slot, box=box, body=body, inherited=inherited, explicit=True), drawn)


def _ordinal(slide: LogicalSlide, layout: Layout) -> Iterator[Lines]:
    """Yield the number of a divider where its layout has a place for that.

    It has as many digits as the place's prompt says: `01`, `##`.
    """
    slot = layout.first(Role.ORDINAL)
    if slot is None or slide.ordinal is None:
        return
    digits = max(1, digits_of(slot.prompt))
    yield Lines(_paragraphs(((Run(str(slide.ordinal).zfill(digits), slide.span),),)), slot)


def _is_astray(slot: Slot, layout: Layout) -> bool:
    """Tell whether a place is for small print somewhere else than at the title, by its size."""
    title = layout.first(Role.TITLE)
    if title is None or slot.levels[0].size >= title.levels[0].size.scaled(_SMALL_PRINT):
        return False
    flush = slot.levels[0].align is title.levels[0].align is Align.LEFT
    return flush and abs(slot.content.x - title.content.x) > title.box.width * _ASIDE


def _spare(slide: LogicalSlide, layout: Layout) -> tuple[Slot, ...]:
    """Return the place for a label, where the slide has none and the layout no other place."""
    labelled = any(note.kind is FootnoteKind.LABEL for note in slide.footnotes)
    return () if labelled else layout.of_role(Role.LABEL)[:1]


def _paragraphs(lines: tuple[Runs, ...]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(runs, runs[0].span) for runs in lines)


def _credits(slide: LogicalSlide, layout: Layout) -> tuple[Runs, ...]:
    """Return who and where, and when unless the layout shows the date in a place of its own."""
    if not tells_date(slide.around, layout):
        return slide.credits
    return (*slide.credits, (Run(slide.footers.date, slide.span),))


def run_on(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the first paragraph, and the rest as one with strokes between what were lines."""
    first, *rest = paragraphs
    if len(rest) < 2:
        return paragraphs
    runs = list(rest[0].runs)
    for paragraph in rest[1:]:
        runs += [Run(_STROKE, paragraph.span), *paragraph.runs]
    return (first, replace(rest[0], runs=tuple(runs)))
