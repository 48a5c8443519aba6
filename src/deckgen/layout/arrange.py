"""A slide -> drafts of its pages: the layout is chosen, and where pictures stand beside text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.layout.columns import draft_columns
from deckgen.layout.content import blocks_of, draft_flow, draft_page, one_page, place_range
from deckgen.layout.cover import PURPOSES, draft_cover
from deckgen.layout.draft import Draft
from deckgen.layout.paginate import Range
from deckgen.layout.regions import below_title, body_region, column_regions, free_region
from deckgen.layout.titles import title_bottom, title_slot
from deckgen.pages import Picture
from deckgen.records import replace
from deckgen.template.choose import choose, find
from deckgen.template.purposes import Purpose

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide
    from deckgen.layout.content import Flow
    from deckgen.layout.regions import Region
    from deckgen.layout.surroundings import Surroundings
    from deckgen.pages import Item
    from deckgen.template.model import Layout


_EXPECTED: Final = frozenset({Purpose.TITLE, Purpose.SECTION, Purpose.CONTENT})
"""What every template should have a layout for; for the rest others serve as well."""


def draft_slide(slide: LogicalSlide, around: Surroundings) -> tuple[Draft, ...]:
    """Return the pages of a slide; none where something does not fit, which is reported."""
    if not slide.shrinks:
        around = replace(around, steps=(1.0,))
    layout = _named(slide, around)
    purpose = PURPOSES.get(slide.kind)
    if purpose is not None:
        return (draft_cover(slide, layout or _chosen(purpose, around), around),)
    if layout is not None:
        return draft_flow(slide, _body(slide, layout, around))
    if not slide.content:
        return (Draft(slide, _chosen(Purpose.TITLE_ONLY, around), ()),)
    if _shows_pictures_only(slide):
        return _draft_pictures(slide, around)
    content = _chosen(Purpose.CONTENT, around)
    region = _body(slide, content, around)
    if _is_text_and_pictures(slide):
        beside = _draft_beside(slide, around)
        stacked = one_page(blocks_of(slide), region)
        if beside is not None and (stacked is None or _shows_more(beside, slide, stacked)):
            return (beside,)
    pages = draft_flow(slide, region)
    columns = _draft_columns(slide, region, around) if len(pages) > 1 else ()
    return columns if columns and len(columns) < len(pages) else pages


def _draft_columns(slide: LogicalSlide, region: Region, around: Surroundings) -> tuple[Draft, ...]:
    """Return the pages of a slide of nothing but text in columns, none where that is no gain."""
    choice = choose(around.template, Purpose.TWO_CONTENTS)
    if choice is None or not choice.exact or len(slide.content) != 1:
        return ()
    columns = column_regions(choice.layout, slide.language, around)
    if len(columns) != 2 or columns[0].box.size != columns[1].box.size:
        return ()
    bottom = title_bottom(slide, choice.layout, around)
    return draft_columns(slide, region, [below_title(column, bottom) for column in columns])


def _named(slide: LogicalSlide, around: Surroundings) -> Layout | None:
    """Return the layout that the author names, or None; a name that is not known is reported."""
    if slide.layout is None:
        return None
    found = find(around.template, slide.layout.text)
    if found is None:
        names = ", ".join(f"`{layout.name}`" for layout in around.template.layouts)
        message = f"the template has no layout `{slide.layout.text}`"
        around.sink.report(
            codes.UNKNOWN_LAYOUT, slide.layout.span, message, hints=[f"its layouts are {names}"]
        )
    return found


def _chosen(purpose: Purpose, around: Surroundings) -> Layout:
    """Return the template's layout for a purpose, the nearest where it has none of its own."""
    choice = choose(around.template, purpose)
    assert choice is not None, "templates without layouts are refused before layout"
    if not choice.exact and purpose in _EXPECTED:
        message = f"the template has no layout for {purpose.value}; `{choice.layout.name}` is used"
        around.sink.report(codes.MISSING_LAYOUT, None, message)
    return choice.layout


def _shows_pictures_only(slide: LogicalSlide) -> bool:
    return len(slide.content) == 1 and blocks_of(slide)[0].PICTORIAL


def _is_text_and_pictures(slide: LogicalSlide) -> bool:
    """Tell whether all is text but for one block of pictures at the end or the start."""
    pictorial = [block.PICTORIAL for block in blocks_of(slide)]
    return len(pictorial) > 1 and sum(pictorial) == 1 and (pictorial[-1] or pictorial[0])


def _draft_pictures(slide: LogicalSlide, around: Surroundings) -> tuple[Draft, ...]:
    """Return the page of a slide that has nothing but pictures: they get all the room."""
    content = _chosen(Purpose.CONTENT, around)
    region = body_region(content, slide.language, around)
    layout = _chosen(Purpose.TITLE_ONLY, around)
    free = free_region(layout, region.box, slide.language, around)
    return draft_flow(slide, below_title(free, title_bottom(slide, layout, around)))


def _body(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Region:
    """Return the region for the content of a slide on a layout, below its title."""
    region = body_region(layout, slide.language, around)
    bottom = title_bottom(slide, layout, around)
    return below_title(region, bottom) if _is_above(layout, region, around) else region


def _is_above(layout: Layout, region: Region, around: Surroundings) -> bool:
    """Tell whether titles stand above a region, and not beside it."""
    title = title_slot(layout, around).box
    beside = title.right <= region.box.x or title.x >= region.box.right
    return not beside and title.y < region.box.y


def _draft_beside(slide: LogicalSlide, around: Surroundings) -> Draft | None:
    """Return the page with text and pictures side by side, or None where that does not fit."""
    choice = choose(around.template, Purpose.TWO_CONTENTS)
    if choice is None or not choice.exact:
        return None
    bottom = title_bottom(slide, choice.layout, around)
    columns = column_regions(choice.layout, slide.language, around)
    regions = [below_title(column, bottom) for column in columns]
    blocks = blocks_of(slide)
    text = [block for block in blocks if not block.PICTORIAL]
    pictures = [block for block in blocks if block.PICTORIAL]
    parts = (pictures, text) if blocks[0].PICTORIAL else (text, pictures)
    if len(regions) != len(parts):
        return None
    items: list[Item] = []
    for part, region in zip(parts, regions, strict=True):
        flow = one_page(part, region)
        if flow is None:
            return None
        is_text = not part[0].PICTORIAL
        items.extend(place_range(flow, Range(0, len(flow.pieces)), fill=is_text))
    return Draft(slide, choice.layout, tuple(items))


def _shows_more(beside: Draft, slide: LogicalSlide, stacked: Flow) -> bool:
    """Tell whether pictures are larger beside the text than below it."""
    below = draft_page(slide, stacked, Range(0, len(stacked.pieces)))
    return _picture_area(beside) >= _picture_area(below)


def _picture_area(draft: Draft) -> int:
    return sum(item.box.area for item in draft.items if isinstance(item, Picture))
