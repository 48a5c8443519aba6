"""Content in columns and a layout with places for them -> pages on which each fills its place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.content import Paragraph
from deckgen.diagnostics import Diagnostic, diagnose
from deckgen.layout.areas.regions import column_regions
from deckgen.layout.flow.content import SLIGHTLY, Fragment, divide, flows
from deckgen.layout.flow.paginate import TooHigh, paginate
from deckgen.layout.flow.parts import blocks_in
from deckgen.layout.plan.characters import is_text
from deckgen.layout.plan.compositions import compared
from deckgen.layout.plan.model import PlannedPage
from deckgen.layout.typeset.fitting import COMFORTABLE, STEPS, line_room, scaled
from deckgen.layout.typeset.paragraphs import measure_paragraphs, stack
from deckgen.pages import TextFrame
from deckgen.records import Struct
from deckgen.template.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.content import Run
    from deckgen.deck import LogicalSlide
    from deckgen.layout.areas.regions import Region
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.content import Flow
    from deckgen.layout.flow.galley import Block, Context, Parallel
    from deckgen.layout.flow.paginate import Range
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Centipoints, Emu

ALIKE = 0.6
"""The share of its height that a place has in common with the one beside it."""


class Sides(Struct, frozen=True):
    """The places of a layout that stand side by side, and those for titles above them, if any."""

    layout: Layout
    bodies: tuple[Slot, ...]
    titles: tuple[Slot, ...]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self.bodies)


class _Tried(Struct, frozen=True):
    """All columns in one size of text, and what of each stands on which page."""

    flows: tuple[Flow, ...]
    ranges: tuple[tuple[Range, ...], ...]

    @property
    def pages(self) -> int:
        return max(map(len, self.ranges))

    @property
    def size(self) -> Centipoints:
        return self.flows[0].context.text.size

    @property
    def runts(self) -> int:
        return sum(flow.tidied().runts for flow in self.flows)

    @property
    def cuts_words(self) -> bool:
        return any(flow.cuts_words for flow in self.flows)


def sides_of(layout: Layout) -> Sides | None:
    """Return the places of a layout for content if they stand side by side, and are several."""
    bodies = tuple(sorted(layout.of_role(Role.BODY), key=lambda slot: slot.box.x))
    if len(bodies) < 2 or not all(_beside(one, other) for one, other in pairwise(bodies)):
        return None
    titles = tuple(sorted(layout.of_role(Role.HEADING), key=lambda slot: slot.box.x))
    return Sides(layout, bodies, titles if len(titles) == len(bodies) else ())


def _beside(one: Slot, other: Slot) -> bool:
    common = min(one.box.bottom, other.box.bottom) - max(one.box.y, other.box.y)
    clear = one.box.right <= other.box.x + min(one.box.width, other.box.width) // 10
    return clear and common > max(one.box.height, other.box.height) * ALIKE


def filled(
    parts: Parallel, sides: Sides, slide: LogicalSlide, desk: Desk, bottom: Emu
) -> tuple[PlannedPage, ...] | Diagnostic | None:
    """Return the pages of columns in the places of a layout, all in one size of text.

    Titles stand on each page; None where they do not fit their places.
    What of the content fits no page is returned as a diagnostic.
    """
    titles = _titles(parts.titles, sides, slide, desk)
    if titles is None or any(frame.box.y < bottom for frame in titles if frame is not None):
        return None
    regions = [region.below(bottom) for region in column_regions(slide.around, sides.layout, desk)]
    content = blocks_in(parts)
    airy = slide.shrinks and all(map(is_text, content))
    found = _divided(content, regions, airy=airy)
    if found is None or (found.pages > 1 and not slide.split):
        for blocks, region in zip(content, regions, strict=True):
            problem = divide(blocks, region, split=slide.split)
            if isinstance(problem, Diagnostic):
                return problem
        return None
    titles = _as_large(titles, found.size, parts.titles, sides, slide, desk)
    return tuple(_page(found, number, titles, sides.layout) for number in range(found.pages))


def _page(
    found: _Tried, number: int, titles: Sequence[TextFrame | None], layout: Layout
) -> PlannedPage:
    """Return a page of columns, which all start at the top below titles and beside text."""
    fragments: list[Fragment] = []
    items: list[TextFrame] = []
    beside = any(titles) or not all(flow.is_pliant for flow in found.flows)
    for flow, ranges, title in zip(found.flows, found.ranges, titles, strict=True):
        if number < len(ranges):
            fragments.append(Fragment(flow, ranges[number], beside=beside))
        if title is not None:
            items.append(title)
    return PlannedPage(layout, tuple(fragments), tuple(items))


def _divided(
    content: Sequence[Sequence[Block]], regions: Sequence[Region], *, airy: bool
) -> _Tried | None:
    """Return columns at the largest size that takes the fewest pages; no word is cut if it can.

    Those that are `airy` have more space between their paragraphs where one page holds them.
    """
    sizes = zip(*(flows(b, r) for b, r in zip(content, regions, strict=True)), strict=False)
    tried = [one for one in map(_paged, sizes) if one is not None]
    if not tried:
        return None
    best = _evened(min(tried, key=lambda one: (one.pages, one.cuts_words)), tried)
    columns = compared(best.flows) if airy and best.pages == 1 else best.flows
    return _Tried(tuple(flow.tidied() for flow in columns), best.ranges)


def _evened(best: _Tried, tried: Sequence[_Tried]) -> _Tried:
    """Return columns on one page, or at a size hardly smaller at which fewer lines end in runts."""
    context = best.flows[0].context
    least = max(context.text.size * SLIGHTLY, context.floor * COMFORTABLE)
    near = [one for one in tried if least <= one.size <= best.size and one.pages == 1]
    return min(near, key=lambda one: (one.cuts_words, one.runts, -one.size), default=best)


def _paged(columns: tuple[Flow, ...]) -> _Tried | None:
    ranges = [paginate(flow.pieces, flow.region.box.height) for flow in columns]
    whole = tuple(part for part in ranges if not isinstance(part, TooHigh))
    return _Tried(columns, whole) if len(whole) == len(ranges) else None


def _titles(
    titles: Sequence[tuple[Run, ...] | None],
    sides: Sides,
    slide: LogicalSlide,
    desk: Desk,
    shares: Sequence[float] = STEPS[:5],
) -> tuple[TextFrame | None, ...] | None:
    """Return the titles of columns in their places, all in one size; None where they do not fit."""
    if not sides.titles:
        return None if any(titles) else (None,) * len(titles)
    contexts = [desk.context(sides.layout, slide.language, slot) for slot in sides.titles]

    def set_in(factor: float) -> tuple[TextFrame | None, ...] | None:
        frames = [
            _title(runs, slot, context, factor) if runs else None
            for runs, slot, context in zip(titles, sides.titles, contexts, strict=True)
        ]
        fit = all(f is None or f.height <= f.content.height for f in frames)
        return tuple(frames) if fit else None

    return next((made for made in map(set_in, shares) if made is not None), None)


def _as_large(  # noqa: PLR0913
    titles: tuple[TextFrame | None, ...],
    text: Centipoints,
    said: Sequence[tuple[Run, ...] | None],
    sides: Sides,
    slide: LogicalSlide,
    desk: Desk,
) -> tuple[TextFrame | None, ...]:
    """Return titles of columns as large as the text below them, if they take no more lines so."""
    contexts = (desk.context(sides.layout, slide.language, slot) for slot in sides.titles)
    own = min((context.levels[0].size for context in contexts), default=text)
    if own >= text:
        return titles
    larger = _titles(said, sides, slide, desk, (text / own,))
    return titles if larger is None or _lines(larger) > _lines(titles) else larger


def _lines(frames: Sequence[TextFrame | None]) -> int:
    return sum(
        len(each.lines) for frame in frames if frame is not None for each in frame.paragraphs
    )


def _title(runs: tuple[Run, ...], slot: Slot, context: Context, factor: float) -> TextFrame:
    """Return the title of a column in its place at a share of the template's size."""
    levels = scaled(context.levels, factor, context.floor)
    paragraph = Paragraph(runs, runs[0].span)
    inner = context.with_levels(levels)
    text = stack(measure_paragraphs((paragraph,), line_room(slot.content.width), inner))
    return TextFrame(
        box=slot.box,
        paragraphs=text.paragraphs,
        levels=levels,
        height=text.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=runs[0].span,
    )


def not_filled(slide: LogicalSlide, sides: Sides) -> Diagnostic:
    """Return the report that places side by side stay empty on the layout that a slide names."""
    titled = " with titles" if sides.titles else ""
    message = (
        f"the layout `{sides.layout.name}` has places for {sides.count} columns{titled}, "
        "which the content does not fill"
    )
    each = ", each with a `title`" if sides.titles else ""
    hints = [f"write `columns:` with {sides.count} items{each}", "or name another layout"]
    span = slide.layout.span if slide.layout else slide.span
    return diagnose(codes.EMPTY_PLACES, span, message, hints=hints)
