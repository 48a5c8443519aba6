"""A slide -> drafts of its pages: the layout is chosen, and where pictures stand beside text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.layout.areas.free import free_area
from deckgen.layout.areas.regions import (
    below_title,
    body_region,
    column_regions,
    free_region,
    halves,
)
from deckgen.layout.flow.content import blocks_of, draft_flow, draft_page, one_page, place_range
from deckgen.layout.flow.paginate import Range
from deckgen.layout.plan.columns import draft_columns
from deckgen.layout.plan.cover import PURPOSES, draft_cover
from deckgen.layout.plan.draft import Draft
from deckgen.layout.plan.quoted import draft_quotation
from deckgen.layout.plan.slotted import draft_in_slots
from deckgen.layout.titles.frames import title_bottom, title_slot
from deckgen.pages import Picture
from deckgen.records import replace
from deckgen.template.choose import choose, find
from deckgen.template.own import find_own, own_slides
from deckgen.template.purposes import Purpose

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide
    from deckgen.layout.areas.regions import Region
    from deckgen.layout.flow.content import Flow
    from deckgen.layout.surroundings import Surroundings
    from deckgen.pages import Item
    from deckgen.spec.kinds import Word
    from deckgen.template.model import Layout


_QUOTE: Final = "quote"
_EXPECTED: Final = frozenset({Purpose.TITLE, Purpose.SECTION, Purpose.CONTENT})
"""What every template should have a layout for; for the rest others serve as well."""


def draft_slide(slide: LogicalSlide, around: Surroundings) -> tuple[Draft, ...]:
    """Return the pages of a slide; none where something does not fit, which is reported."""
    if not slide.shrinks:
        around = replace(around, steps=(1.0,))
    around = replace(around, footed=slide)
    if slide.use is not None:
        return _copied(slide, slide.use, around)
    layout = _named(slide.layout, around)
    purpose = PURPOSES.get(slide.kind)
    if purpose is not None:
        return (draft_cover(slide, layout or _chosen(purpose, around), around),)
    layout = layout or _named(_wish(slide, around), around) or _for_lone_quote(slide, around)
    if layout is not None:
        page = _in_places(slide, layout, around)
        return (page,) if page else draft_flow(slide, _body(slide, layout, around))
    if not slide.content:
        return (Draft(slide, _chosen(Purpose.TITLE_ONLY, around), ()),)
    if _shows_pictures_only(slide):
        return _draft_pictures(slide, around)
    content = _chosen(Purpose.CONTENT, around)
    region = _body(slide, content, around)
    if _is_text_and_pictures(slide):
        stacked = one_page(blocks_of(slide), region)
        beside = _draft_beside(slide, region, around, cutting=stacked is None)
        if beside is not None and (stacked is None or _shows_more(beside, slide, stacked)):
            return (beside,)
    pages = draft_flow(slide, region)
    columns = _draft_columns(slide, region, around) if len(pages) > 1 else ()
    return columns if columns and len(columns) < len(pages) else pages


def _draft_columns(slide: LogicalSlide, region: Region, around: Surroundings) -> tuple[Draft, ...]:
    """Return the pages of a slide of nothing but text in columns, none where that is no gain."""
    layout = _of_two(around)
    if layout is None or len(slide.content) != 1:
        return ()
    columns = column_regions(layout, slide.language, around)
    if len(columns) != 2 or columns[0].box.size != columns[1].box.size:
        return ()
    bottom = title_bottom(slide, layout, around)
    return draft_columns(slide, region, [below_title(column, bottom) for column in columns])


def _copied(slide: LogicalSlide, wanted: Word, around: Surroundings) -> tuple[Draft, ...]:
    """Return the page that is a slide of the template; one that it does not have is reported."""
    found = find_own(around.template, wanted.text)
    if found is not None:
        return (Draft(slide, found.layout, (), copied=found),)
    titles = [own.title or "without a title" for own in own_slides(around.template)]
    listed = ", ".join(f"{number} (`{title}`)" for number, title in enumerate(titles, 1))
    hint = f"its slides are {listed}" if titles else "the template carries no slides"
    message = f"the template has no slide `{wanted.text}`"
    around.sink.report(codes.UNKNOWN_TEMPLATE_SLIDE, wanted.span, message, hints=[hint])
    return ()


def _wish(slide: LogicalSlide, around: Surroundings) -> Word | None:
    """Return the layout that the author has set for slides of pictures or of a quotation alone."""
    if len(slide.content) != 1:
        return None
    if _shows_pictures_only(slide):
        return around.named.get(Purpose.PICTURES)
    return around.named.get(Purpose.QUOTE) if _is_quote(slide) else None


def _for_lone_quote(slide: LogicalSlide, around: Surroundings) -> Layout | None:
    """Return the template's layout for a quotation, for one that stands without a title."""
    if slide.title or not _is_quote(slide):
        return None
    choice = choose(around.template, Purpose.QUOTE)
    if choice is None or not choice.exact or draft_quotation(slide, choice.layout, around) is None:
        return None
    return choice.layout


def _in_places(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Draft | None:
    """Return the page of a slide whose content goes to places of its own on a layout."""
    if _is_quote(slide):
        return draft_quotation(slide, layout, around)
    return draft_in_slots(slide, layout, around) if _shows_pictures(slide) else None


def _named(name: Word | None, around: Surroundings) -> Layout | None:
    """Return the layout that the author names, or None; a name that is not known is reported."""
    if name is None:
        return None
    found = find(around.template, name.text)
    if found is None:
        names = [layout.name for layout in around.template.layouts]
        near = around.sink.guesses.closest(name.text, names)
        hints = [f"did you mean `{near}`?"] if near else []
        hints.append("its layouts are " + ", ".join(f"`{one}`" for one in names))
        message = f"the template has no layout `{name.text}`"
        around.sink.report(codes.UNKNOWN_LAYOUT, name.span, message, hints=hints)
    return found


def _chosen(purpose: Purpose, around: Surroundings) -> Layout:
    """Return the layout that the author wants for a purpose, else the one that suits it best.

    Where the template has none of its own for what every deck needs, that is noted.
    """
    named = _named(around.named.get(purpose), around)
    if named is not None:
        return named
    choice = choose(around.template, purpose)
    assert choice is not None, "templates without layouts are given one"
    if not choice.exact and purpose in _EXPECTED:
        around.lacking.setdefault(purpose, choice.layout.name)
    return choice.layout


def _is_quote(slide: LogicalSlide) -> bool:
    return len(slide.content) == 1 and slide.content[0].KEY == _QUOTE


def _shows_pictures(slide: LogicalSlide) -> bool:
    return any(block.PICTORIAL for block in blocks_of(slide))


def _shows_pictures_only(slide: LogicalSlide) -> bool:
    return len(slide.content) == 1 and blocks_of(slide)[0].PICTORIAL


def _is_text_and_pictures(slide: LogicalSlide) -> bool:
    """Tell whether all is text but for one block of pictures at the end or the start."""
    pictorial = [block.PICTORIAL for block in blocks_of(slide)]
    return len(pictorial) > 1 and sum(pictorial) == 1 and (pictorial[-1] or pictorial[0])


def _draft_pictures(slide: LogicalSlide, around: Surroundings) -> tuple[Draft, ...]:
    """Return the page of a slide that has nothing but pictures: they get all the room."""
    blank = None if slide.title else choose(around.template, Purpose.BLANK)
    if blank is not None and blank.exact:
        area = free_area(around.template, blank.layout)
        return draft_flow(slide, free_region(blank.layout, area, slide.language, around))
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


def _draft_beside(
    slide: LogicalSlide, region: Region, around: Surroundings, *, cutting: bool
) -> Draft | None:
    """Return the page with text and pictures side by side, or None where that does not fit.

    Words that are too wide for a column may be cut only where there is no other way.
    """
    blocks = blocks_of(slide)
    text = [block for block in blocks if not block.PICTORIAL]
    pictures = [block for block in blocks if block.PICTORIAL]
    parts = (pictures, text) if blocks[0].PICTORIAL else (text, pictures)
    regions = _columns(slide, region, parts[0] is text, around)
    if len(regions) != len(parts):
        return None
    items: list[Item] = []
    for part, column in zip(parts, regions, strict=True):
        flow = one_page(part, column)
        if flow is None or (flow.cuts_words and not cutting):
            return None
        is_text = not part[0].PICTORIAL
        items.extend(place_range(flow, Range(0, len(flow.pieces)), fill=is_text))
    return Draft(slide, regions[0].layout, tuple(items))


def _of_two(around: Surroundings) -> Layout | None:
    """Return the layout that the author has set for two contents, else the template's own."""
    named = _named(around.named.get(Purpose.TWO_CONTENTS), around)
    choice = choose(around.template, Purpose.TWO_CONTENTS)
    exact = choice.layout if choice is not None and choice.exact else None
    return named or exact


def _columns(
    slide: LogicalSlide, region: Region, text_first: bool, around: Surroundings
) -> tuple[Region, ...]:
    """Return the columns of the template's layout for them, else a region divided in two."""
    layout = _of_two(around)
    if layout is None:
        return halves(region, text_first)
    bottom = title_bottom(slide, layout, around)
    columns = column_regions(layout, slide.language, around)
    return tuple(below_title(column, bottom) for column in columns)


def _shows_more(beside: Draft, slide: LogicalSlide, stacked: Flow) -> bool:
    """Tell whether pictures are larger beside the text than below it."""
    below = draft_page(slide, stacked, Range(0, len(stacked.pieces)))
    return _picture_area(beside) >= _picture_area(below)


def _picture_area(draft: Draft) -> int:
    return sum(item.box.area for item in draft.items if isinstance(item, Picture))
