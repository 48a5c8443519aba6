"""A slide -> its plan: the layout is chosen, and where pictures stand beside text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from deckgen.deck import SlideKind
from deckgen.diagnostics import Diagnostic
from deckgen.layout.areas.regions import body_region, halves
from deckgen.layout.flow.content import divide, flow_in, is_amiss, one_page
from deckgen.layout.flow.parts import parts_of
from deckgen.layout.flow.stacked import measurable
from deckgen.layout.plan.characters import character_of, is_text_and_pictures
from deckgen.layout.plan.choice import LayoutChoice
from deckgen.layout.plan.columns import (
    has_long_lines,
    in_columns,
    is_better,
    is_short_of_room,
    size_to_beat,
)
from deckgen.layout.plan.compositions import COMPOSITIONS, body_size, composed, displayed
from deckgen.layout.plan.cover import cover_page
from deckgen.layout.plan.headed import Headed
from deckgen.layout.plan.model import Plan, PlannedPage
from deckgen.layout.plan.proportion import in_proportion
from deckgen.layout.plan.sides import filled, not_filled, sides_of
from deckgen.layout.plan.slotted import in_slots, quoted_page, shows_enough
from deckgen.layout.titles.credits import title_first
from deckgen.layout.titles.fit import fit_title
from deckgen.layout.titles.numbering import widest
from deckgen.records import replace
from deckgen.template.purposes import Purpose

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide
    from deckgen.layout.areas.regions import Region
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.content import Flow, Fragment
    from deckgen.layout.flow.galley import Parallel
    from deckgen.layout.plan.sides import Sides
    from deckgen.spec.kinds import Word
    from deckgen.template.model import Layout
    from deckgen.units import Centipoints

Pages = tuple[PlannedPage, ...]

_WIDER: Final = 1.5
"""How much wider than the picture's the column is of text that has no room in half of a page."""
_COVERS: Final = {
    SlideKind.TITLE: Purpose.TITLE,
    SlideKind.SECTION: Purpose.SECTION,
    SlideKind.CLOSING: Purpose.CLOSING,
}


def plan_slide(slide: LogicalSlide, desk: Desk) -> Plan:
    """Return the pages of a slide, with room for the widest title that each of them may get.

    A slide on one page keeps room for its title alone, one that is continued for the number of the
    page as well.
    """
    desk = desk.behind(slide)
    plan = _planned(slide, desk)
    if slide.kind is not SlideKind.CONTENT or not slide.shrinks:
        return plan
    return in_proportion(plan, desk, partial(_planned, slide))


def _planned(slide: LogicalSlide, desk: Desk) -> Plan:
    plan = _Planner(slide, desk, continued=False).plan()
    if len(plan.pages) < 2 or slide.shares_title or plan.title is None:
        return plan
    layout, title = plan.pages[0].layout, widest(slide, desk.settings, continued=True)
    numbered = fit_title(title, slide, layout, desk)
    if numbered is None or numbered.bottom <= plan.title.bottom:
        return plan
    return _Planner(slide, desk, continued=True).plan()


class _Planner:
    """Plans a slide, and notes what there is to say of it."""

    def __init__(self, slide: LogicalSlide, desk: Desk, *, continued: bool) -> None:
        self.slide, self.desk = slide, desk
        self.blocks = tuple(map(measurable, slide.content))
        self.character = character_of(self.blocks)
        self.choice = LayoutChoice(desk)
        self.headed = Headed(slide, desk, self.choice, continued=continued)
        self.told: list[Diagnostic] = []

    def plan(self) -> Plan:
        """Return the plan."""
        pages = self._pages()
        title = self.headed.title(pages[0].layout) if pages and pages[0].copied is None else None
        for page in pages:
            self.told += page.diagnostics
            for fragment in page.fragments:
                self.told += fragment.flow.diagnostics
        lacking, told = tuple(self.choice.lacking.items()), (*self.choice.told, *self.told)
        body = body_size(self.character, pages, title) if self.slide.shrinks else None
        return Plan(self.slide, pages, title, body, lacking, told)

    def _pages(self) -> Pages:
        slide = self.slide
        if slide.use is not None:
            own = self.choice.used(slide.use)
            return () if own is None else (PlannedPage(own.layout, copied=own),)
        layout = self.choice.named(slide.layout)
        cover = _COVERS.get(slide.kind)
        if cover is not None:
            return (self._cover(title_first(slide, layout or self.choice.of(cover))),)
        layout = layout or self.choice.named(self._wish()) or self._for_lone_quote()
        if layout is not None:
            page = self._in_places(layout)
            return (page,) if page else self._on_named(layout)
        if not self.blocks:
            return (self._title_alone(),)
        if len(self.blocks) == 1 and self.blocks[0].is_pictorial:
            return self._divided(self.headed.for_pictures())
        return self._content()

    def _content(self) -> Pages:
        """Return the pages of text, or of text and pictures, on the layout for content."""
        columns = self._in_own_columns()
        if columns:
            return columns
        region = self._region()
        if is_text_and_pictures(self.blocks):
            stacked = one_page(self.blocks, region)
            beside = self._beside(region, cutting=stacked is None)
            if beside is not None and (stacked is None or shows_enough(beside, stacked)):
                return (PlannedPage(beside[0].flow.region.layout, beside),)
        own = flow_in(self.blocks, region, region.context.levels)
        long = has_long_lines(own)
        found = self._displayed() or (self._in_columns(own, runs=True) if long else ())
        if found:
            return found
        made = self._composed(own)
        if made is not None:
            return (PlannedPage(region.layout, (made,)),)
        pages = self._divided(region, own)
        if not is_short_of_room(pages, region):
            return pages
        columns = self._in_columns(own, above=size_to_beat(pages))
        return columns if columns and is_better(columns, pages) else pages

    def _region(self) -> Region:
        """Return the region for content: a layout for agendas that does not hold one is none."""
        region = self.headed.for_content()
        content = self.choice.of(Purpose.CONTENT)
        if not self.slide.agenda or region.layout is content:
            return region
        return region if one_page(self.blocks, region) is not None else self.headed.body(content)

    def _composed(self, own: Flow) -> Fragment | None:
        """Return a page of text as it is composed for what it says, unless that is forbidden."""
        if not self.slide.shrinks:
            return None
        title = self.headed.title(own.region.layout)
        style = None if title is None else title.levels[0]
        return composed(self.blocks, self.character, own, style, self.desk)

    def _displayed(self) -> Pages:
        """Return the page of a few words on the layout that the template has for such."""
        slide = self.slide
        character = self.character if slide.title and slide.shrinks else None
        purpose = COMPOSITIONS[character].purpose if character else None
        layout = self.choice.own(purpose) if purpose else None
        if character is None or layout is None:
            return ()
        region = body_region(slide.around, layout, self.desk).below(self.headed.bottom(layout))
        fragment = displayed(self.blocks, character, region)
        return () if fragment is None else (PlannedPage(layout, (fragment,)),)

    def _title_alone(self) -> PlannedPage:
        """Return the page of a title and nothing else, which is set like a divider."""
        if self.slide.title:
            return self._cover(self.choice.for_title_alone())
        return PlannedPage(self.choice.of(Purpose.TITLE_ONLY))

    def _divided(self, region: Region, own: Flow | None = None) -> Pages:
        """Return the pages of all blocks one below the other; none if they fit nowhere.

        What is too wide to stand beside the title has a page with the title above it.
        """
        found = divide(self.blocks, region, split=self.slide.split, first=own)
        wider = self.headed.across(region) if is_amiss(found) else None
        if wider is not None:
            found = divide(self.blocks, wider, split=self.slide.split)
        if isinstance(found, Diagnostic):
            self.told.append(found if found.span else replace(found, span=self.slide.span))
            return ()
        return tuple(PlannedPage(each.flow.region.layout, (each,)) for each in found)

    def _cover(self, layout: Layout) -> PlannedPage:
        title, box = self.headed.cover_title(layout)
        size = None if title is None else title.levels[0].size
        return cover_page(self.slide, layout, box, self.desk, size)

    # Side by side

    def _on_named(self, layout: Layout) -> Pages:
        """Return the pages on a layout that the author has named: all its places are filled.

        Content that does not fill places side by side is reported.
        """
        sides = sides_of(layout) if self.slide.layout is not None else None
        if sides is None or not self.blocks:
            return self._divided(self.headed.body(layout))
        parts = parts_of(self.blocks, sides.count, titled=bool(sides.titles))
        found = None if parts is None else self._filled(parts, sides)
        if found is None:
            self.told.append(not_filled(self.slide, sides))
        return found or ()

    def _in_own_columns(self) -> Pages:
        """Return the page of columns on the template's layout for them; none where it has none.

        What needs several pages stands closer, and in fewer places, without the layout's own. A
        place for a title is not left empty beside others: it may have a rule.
        """
        parts = self.blocks[0].parallel() if len(self.blocks) == 1 else None
        if parts is None or len(set(parts.widths)) > 1:
            return ()
        titled, count = any(parts.titles), len(parts.content)
        if titled and not all(parts.titles):
            return ()
        layout = self.choice.for_columns(count, titled=titled)
        sides = None if layout is None else sides_of(layout)
        if sides is None or sides.count != count or bool(sides.titles) != titled:
            return ()
        found = self._filled(parts, sides) or ()
        return found if len(found) == 1 else ()

    def _filled(self, parts: Parallel, sides: Sides) -> Pages | None:
        found = filled(parts, sides, self.slide, self.desk, self.headed.bottom(sides.layout))
        if isinstance(found, Diagnostic):
            self.told.append(found if found.span else replace(found, span=self.slide.span))
            return ()
        return found

    # Which layout

    def _wish(self) -> Word | None:
        """Return the layout that the author has set for pictures or for a quotation alone."""
        if len(self.blocks) != 1:
            return None
        named = self.desk.settings.named
        if self.blocks[0].is_pictorial:
            return named.get(Purpose.PICTURES)
        return named.get(Purpose.QUOTE) if self.blocks[0].quotation() else None

    def _for_lone_quote(self) -> Layout | None:
        """Return the template's layout for a quotation, for one that stands without a title."""
        if self.slide.title:
            return None
        layout = self.choice.own(Purpose.QUOTE) if self._said() else None
        return None if layout is None or self._quoted(layout) is None else layout

    # Where on it

    def _beside(self, region: Region, *, cutting: bool) -> tuple[Fragment, ...] | None:
        """Return text and pictures side by side, or None where that does not fit.

        Words that are too wide for a column may be cut, and text may become small, only where there
        is no other way on one page.
        """
        from deckgen.layout.flow.beside import side_by_side  # many decks are text alone

        text_first = not self.blocks[0].is_pictorial
        two = self.headed.two_regions(region, text_first=text_first)
        alike = side_by_side(self.blocks, two, cutting=cutting)
        if alike is not None or not cutting:
            return alike
        wider = halves(region, text_first, text=_WIDER)
        return side_by_side(self.blocks, wider, cutting=cutting)

    def _in_columns(
        self, own: Flow, *, runs: bool = False, above: Centipoints | None = None
    ) -> Pages:
        """Return the pages of nothing but text in columns, none where that is no gain."""
        if len(self.blocks) != 1:
            return ()
        columns = self.headed.like_columns(own.region)
        return in_columns(self.blocks, own, columns, runs=runs, above=above) if columns else ()

    def _in_places(self, layout: Layout) -> PlannedPage | None:
        """Return the page of content that goes to places of its own on a layout."""
        if self._said():
            return self._quoted(layout)
        if not any(block.is_pictorial for block in self.blocks):
            return None
        return in_slots(self.blocks, self.slide, layout, self.desk, self.headed.bottom(layout))

    def _said(self) -> bool:
        """Tell whether the slide has nothing but a quotation."""
        return len(self.blocks) == 1 and self.blocks[0].quotation() is not None

    def _quoted(self, layout: Layout) -> PlannedPage | None:
        said = self.blocks[0].quotation()
        return None if said is None else quoted_page(said, self.slide, layout, self.desk)
