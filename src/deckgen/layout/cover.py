"""Title slides, dividers and closings -> drafts: text in the slots that such layouts have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run
from deckgen.deck import LogicalSlide, SlideKind
from deckgen.geometry import Insets, Rect
from deckgen.layout.draft import Draft
from deckgen.layout.fitting import fill_slot, small_floor
from deckgen.layout.free import footer_top
from deckgen.layout.paragraphs import measure_paragraphs, stack
from deckgen.pages import Text
from deckgen.records import replace
from deckgen.template.model import (
    Align,
    Anchor,
    BodyProperties,
    Role,
)
from deckgen.template.purposes import Purpose
from deckgen.units import ZERO, Centipoints, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import Runs
    from deckgen.layout.surroundings import Surroundings
    from deckgen.template.model import Layout, Slot

PURPOSES: Final = {
    SlideKind.TITLE: Purpose.TITLE,
    SlideKind.SECTION: Purpose.SECTION,
    SlideKind.CLOSING: Purpose.CLOSING,
}
NOTICE_SIZE: Final = Centipoints(1000)
"""The size of a notice for which the layout has no place."""
SUBTITLE_SIZE: Final = Centipoints(1800)
"""The size of a subtitle for which the layout has no place."""
_SMALLEST_SHOWN_DATE: Final = Centipoints(1200)


def draft_cover(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Draft:
    """Return the page of a slide that has a title and a few lines, but no body."""
    items = tuple(_Cover(slide, layout, around).items())
    return Draft(slide, layout, items)


class _Cover:
    """Shares the lines of a slide out to the slots of its layout."""

    def __init__(self, slide: LogicalSlide, layout: Layout, around: Surroundings) -> None:
        self.slide, self.layout, self.around = slide, layout, around
        self.free = list(layout.of_role(Role.SUBTITLE, Role.BODY, Role.CAPTION, Role.QUOTE))

    def items(self) -> Iterator[Text]:
        """Return the frames below the title, in reading order."""
        lines = [Paragraph(line, line[0].span) for line in self.credits()]
        author = self.layout.first(Role.AUTHOR)
        subtitle = self.slide.subtitle
        above = [Paragraph(subtitle, subtitle[0].span)] if subtitle else []
        if author is None and lines:
            below = self.free[1] if len(self.free) > 1 else None
            if below is None:
                above, lines = above + lines, []
            author = below
        if above:
            yield from self.fill(above, self.free[0] if self.free else author)
        if lines and author is not None:
            yield self.frame(lines, author)
        if self.slide.notice:
            yield self.notice(self.slide.notice)

    def credits(self) -> tuple[Runs, ...]:
        """Return who and where, and when unless the layout shows the date in a place of its own."""
        date = self.slide.footers.date
        if not date or self.shows_date() or self.slide.kind is not SlideKind.TITLE:
            return self.slide.credits
        return (*self.slide.credits, (Run(date, self.slide.span),))

    def shows_date(self) -> bool:
        """Tell whether the layout has a place for the date that is more than a footer."""
        slot = self.layout.first(Role.DATE)
        return slot is not None and slot.levels[0].size >= _SMALLEST_SHOWN_DATE

    def fill(self, paragraphs: list[Paragraph], slot: Slot | None) -> Iterator[Text]:
        """Return the frame of paragraphs in a slot, or below the title where there is none."""
        if slot is not None:
            yield self.frame(paragraphs, slot)
            return
        title = self.layout.first(Role.TITLE)
        size = self.around.template.slide_size
        left, width = size.width * 0.1, size.width * 0.8
        top = title.box.bottom if title else size.height * 0.55
        if title is not None:
            left, width = title.content.x, title.content.width
        bottom = footer_top(self.around.template, self.layout)
        box = Rect(left, top, width, max(ZERO, bottom - top))
        yield self.free_text(tuple(paragraphs), box, "Subtitle", Anchor.TOP)

    def frame(self, paragraphs: list[Paragraph], slot: Slot) -> Text:
        context = self.around.context(self.layout, self.slide.language, slot)
        floor = small_floor(self.around.template.slide_size.height)
        context = replace(context, floor=floor)
        return fill_slot(tuple(paragraphs), slot, context, paragraphs[0].span, self.limit(slot))

    def limit(self, slot: Slot) -> Emu:
        """Return how far down a slot may grow: to the next slot below, or the lower margin."""
        below = (
            other.box.y
            for other in self.layout.slots
            if other.box.y >= slot.box.bottom and self.uses(other)
        )
        return min(below, default=self.around.template.slide_size.height * 0.97)

    def uses(self, slot: Slot) -> bool:
        """Tell whether something stands in a slot of small print."""
        footers = self.slide.footers
        used = {
            Role.DATE: bool(footers.date),
            Role.FOOTER: bool(footers.text),
            Role.NUMBER: footers.number,
            Role.NOTICE: bool(self.slide.notice),
        }
        return used.get(slot.role, True)

    def notice(self, runs: Runs) -> Text:
        """Return the frame of the legal notice: its slot, or a band above the footers."""
        slot = self.layout.first(Role.NOTICE)
        paragraph = Paragraph(runs, runs[0].span)
        if slot is not None:
            context = self.around.context(self.layout, self.slide.language, slot)
            floor = small_floor(self.around.template.slide_size.height)
            context = replace(context, floor=floor)
            return fill_slot((paragraph,), slot, context, runs[0].span, self.limit(slot))
        template = self.around.template
        margin = template.slide_size.width * 0.05
        bottom = footer_top(template, self.layout)
        band = Rect(margin, ZERO, template.slide_size.width - margin * 2, bottom)
        return self.free_text((paragraph,), band, "Notice", Anchor.BOTTOM, NOTICE_SIZE)

    def free_text(
        self,
        paragraphs: tuple[Paragraph, ...],
        area: Rect,
        name: str,
        anchor: Anchor,
        size: Centipoints | None = None,
    ) -> Text:
        """Return a text box at the top or bottom of an area, as high as its text."""
        title = self.layout.first(Role.TITLE)
        scale = self.around.template.slide_size.height / 6_858_000
        model = title.levels[0] if title else self.around.template.free_text[0]
        points = Centipoints(round((size or SUBTITLE_SIZE) * scale / 100) * 100)
        align = Align.LEFT if size else model.align
        style = replace(model.flush(points), bold=False, align=align)
        context = self.around.context(self.layout, self.slide.language)
        context = context.with_levels((style,) * len(context.levels))
        placed = stack(measure_paragraphs(paragraphs, area.width, context))
        top = area.y if anchor is Anchor.TOP else area.bottom - placed.height
        return Text(
            box=Rect(area.x, top, area.width, placed.height),
            paragraphs=placed.paragraphs,
            levels=context.levels,
            height=placed.height,
            name=name,
            body=BodyProperties(Insets(), anchor),
            span=paragraphs[0].span,
        )
