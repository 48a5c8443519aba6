"""A slide, a layout -> its widest title there, and the regions that this leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.areas.free import above_foot, free_area
from deckgen.layout.areas.regions import body_region, column_regions, free_region, halves
from deckgen.layout.plan.cover import lowest_above_lines
from deckgen.layout.titles.company import title_slot
from deckgen.layout.titles.fit import fit_title
from deckgen.layout.titles.numbering import widest
from deckgen.template.purposes import Purpose
from deckgen.units import ZERO

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide
    from deckgen.geometry import Rect
    from deckgen.layout.areas.regions import Region
    from deckgen.layout.desk import Desk
    from deckgen.layout.plan.choice import LayoutChoice
    from deckgen.layout.titles.fitted import FittedTitle
    from deckgen.template.model import Layout
    from deckgen.units import Emu


class Headed:
    """The places of a slide below the widest title that it may get, which is set once a layout."""

    def __init__(
        self, slide: LogicalSlide, desk: Desk, choice: LayoutChoice, *, continued: bool
    ) -> None:
        self._slide: Final = slide
        self._around: Final = slide.around
        self._desk: Final = desk
        self._choice: Final = choice
        self._widest: Final = widest(slide, desk.settings, continued=continued)
        self._titles: Final[dict[int, tuple[Layout, FittedTitle | None]]] = {}

    def title(self, layout: Layout) -> FittedTitle | None:
        """Return the widest title that the slide may get, on a layout."""
        known = self._titles.get(id(layout))
        if known is None:
            fitted = fit_title(self._widest, self._slide, layout, self._desk)
            # the layout is kept with it, so that no other object gets its id
            known = self._titles[id(layout)] = (layout, fitted)
        return known[1]

    def cover_title(self, layout: Layout) -> tuple[FittedTitle | None, Rect]:
        """Return the title of a cover, above the lines that stand below it, and its box."""
        title, place = self.title(layout), title_slot(layout, self._desk).box
        box = place if title is None else title.box
        lowest = lowest_above_lines(self._slide, layout, box, self._desk)
        if title is not None and lowest is not None:
            title = fit_title(self._widest, self._slide, layout, self._desk, lowest)
            self._titles[id(layout)] = (layout, title)
            box = box if title is None else title.box
        return title, box

    def bottom(self, layout: Layout) -> Emu:
        """Return how far down the title may reach on a layout."""
        fitted = self.title(layout)
        return ZERO if fitted is None else fitted.bottom

    def body(self, layout: Layout) -> Region:
        """Return the region for the content of the slide on a layout, below its title."""
        region = body_region(self._around, layout, self._desk)
        place = title_slot(layout, self._desk).box
        if place.y >= region.box.y and not region.is_clear_of(place):
            return region
        return self._led(self._below(region))

    def for_content(self) -> Region:
        """Return the region for content: on a page without a place for a title, where none is."""
        blank = None if self._slide.title else self._choice.untitled()
        if blank is None:
            agenda = self._choice.own(Purpose.AGENDA) if self._slide.agenda else None
            return self.body(agenda or self._choice.of(Purpose.CONTENT))
        return self._free(blank)

    def for_pictures(self) -> Region:
        """Return the region of a slide that has nothing but pictures: they get all the room."""
        blank = None if self._slide.title else self._choice.untitled()
        if blank is not None:
            return self._free(blank)
        content = body_region(self._around, self._choice.of(Purpose.CONTENT), self._desk)
        layout = self._choice.of_pictures()
        # the footers may be higher there than below the layout for content
        box = above_foot(content.box, layout, self._desk.template.slide_size)
        return self._below(free_region(self._around, layout, box, self._desk))

    def across(self, region: Region) -> Region | None:
        """Return all the room below a title, for a region that has the title beside it."""
        beside = region.is_beside(title_slot(region.layout, self._desk).box)
        layout = self._choice.across() if beside else None
        return None if layout is None else self._below(self._free(layout))

    def two_regions(self, region: Region, *, text_first: bool) -> tuple[Region, ...]:
        """Return the columns of the template's layout for them, else a region divided in two."""
        layout = self._choice.of_two()
        return halves(region, text_first) if layout is None else self._columns(layout)

    def like_columns(self, region: Region) -> tuple[Region, ...]:
        """Return two columns of one size: those of the template's layout, else of a region."""
        layout = self._choice.of_two()
        columns = () if layout is None else self._columns(layout)
        if len(columns) != 2 or columns[0].box.size != columns[1].box.size:
            # a fill that is seen behind one column alone would part what belongs together
            whole = region if region.free is None else region.unplaced()
            # whatever the shape of the page: words that have no room in a column show that
            return halves(whole, text_first=True, least=0.0)
        return columns

    def _columns(self, layout: Layout) -> tuple[Region, ...]:
        columns = column_regions(self._around, layout, self._desk)
        return tuple(self._led(self._below(column)) for column in columns)

    def _free(self, layout: Layout) -> Region:
        area = free_area(self._desk.template, layout)
        return free_region(self._around, layout, area, self._desk)

    def _led(self, region: Region) -> Region:
        """Return a region whose text is no larger than the title above it leads."""
        title = self.title(region.layout)
        if title is None or not self._slide.shrinks:
            return region
        return region.led(title.leads)

    def _below(self, region: Region) -> Region:
        """Return a region less what the title above it takes; one elsewhere takes nothing."""
        clear = region.is_clear_of(title_slot(region.layout, self._desk).box)
        return region if clear else region.below(self.bottom(region.layout))
