"""A layout with places of its own for pictures or a quotation -> the page with these in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.charts import ChartFrame
from deckgen.geometry import Rect
from deckgen.layout.areas.regions import slot_region
from deckgen.layout.flow.content import Fragment, one_page, whole
from deckgen.layout.flow.galley import Place
from deckgen.layout.plan.model import PlannedPage
from deckgen.layout.titles.company import title_slot
from deckgen.layout.typeset.fitting import SLIGHT_STEPS, fits, largest, line_room
from deckgen.layout.typeset.paragraphs import measure_paragraphs, stack
from deckgen.layout.typeset.title_lines import GLANCE, balanced
from deckgen.pages import ItemGroup, Picture, TextFrame
from deckgen.records import replace
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import ZERO, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.content import Paragraph
    from deckgen.deck import LogicalSlide
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.content import Flow
    from deckgen.layout.flow.galley import Block, Said
    from deckgen.layout.typeset.paragraphs import SetParagraph
    from deckgen.pages import Item
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Emu

_ENOUGH: Final = 0.4
"""The share of its area below the text that a picture keeps beside it, where both use the page."""
_ENOUGH_OF_CHART: Final = 0.5
"""The same of a chart with axes, whose texts do not become narrower with it."""
_AS_LARGE: Final = 0.85
"""The share of their size below the text that words in a diagram have beside it at the least."""
ABOVE_AUTHOR: Final = pt(18)
"""The space between somebody's words and who said them."""
_DISPLAY_STEPS: Final = (1.3, 1.15)
"""The shares of the template's size that words have which take no more than a few lines."""
_FEW_LINES: Final = 2


def in_slots(
    blocks: Sequence[Block], slide: LogicalSlide, layout: Layout, desk: Desk, bottom: Emu
) -> PlannedPage | None:
    """Return the page of blocks whose pictures each have a place on a layout, and their text too.

    There is none where there are too few places, or the text does not fit the one for it.
    """
    pictures = [single for block in blocks for single in block.singles()]
    text = [block for block in blocks if not block.is_pictorial]
    places = _in_reading_order(layout.of_role(Role.PICTURE))
    if not pictures or len(places) < len(pictures):
        return None
    words = _text(text, slide, layout, desk, bottom) if text else None
    if text and words is None:
        return None
    items: list[Item] = []
    told: list[Diagnostic] = []
    for block, slot in zip(pictures, places, strict=False):
        region = slot_region(slide.around, layout, slot, desk)
        # less what footnotes need, but not less the insets, which are for text
        box = replace(slot.box, height=region.box.bottom + slot.body.insets.bottom - slot.box.y)
        galley = block.measure(box.width, replace(region.context, height=box.height))
        items += galley.place(0, 1, Place(box, slot))
        told += galley.diagnostics
    fragments = (words,) if words is not None else ()
    return PlannedPage(layout, fragments, tuple(items), diagnostics=tuple(told))


def _in_reading_order(slots: Sequence[Slot]) -> list[Slot]:
    """Return slots row by row: what begins above the middle of another stands in no later row."""
    return sorted(slots, key=lambda slot: (round(slot.box.y / slot.box.height * 2), slot.box.x))


def _text(
    text: Sequence[Block], slide: LogicalSlide, layout: Layout, desk: Desk, bottom: Emu
) -> Fragment | None:
    bodies = layout.of_role(Role.BODY, Role.CAPTION)
    if not bodies:
        return None
    slot = max(bodies, key=lambda body: body.box.area)
    region = slot_region(slide.around, layout, slot, desk)
    if title_slot(layout, desk).box.y < slot.box.y:
        region = region.below(bottom)
    flow = one_page(text, region)
    return None if flow is None else whole(flow)


def shows_enough(beside: tuple[Fragment, ...], stacked: Flow) -> bool:
    """Tell whether pictures and charts beside the text show as much as below it; one may show less.

    The words of a diagram are to be about as large.
    """
    shown = [item for fragment in beside for item in fragment.items()]
    below = [*whole(stacked).items()]
    areas = _picture_areas(shown)
    has_charts = any(isinstance(item, ChartFrame) for item in shown)
    enough = _ENOUGH_OF_CHART if has_charts else _ENOUGH
    if sum(areas) < sum(_picture_areas(below)) * (enough if len(areas) == 1 else 1.0):
        return False
    words = _least_words(below)
    return not words or _least_words(shown) >= words * _AS_LARGE


def _least_words(items: Sequence[Item]) -> int:
    """Return the size of the smallest words in diagrams, nothing where there are none."""
    groups = [item.items for item in items if isinstance(item, ItemGroup)]
    sizes = (
        item.levels[0].size for group in groups for item in group if isinstance(item, TextFrame)
    )
    return min(sizes, default=0)


def _picture_areas(items: Sequence[Item]) -> list[int]:
    """Return the areas of pictures, and of what charts with axes show between them.

    Pies and rings are as wide as high, so that they lose nothing beside text.
    """
    charts = [item.content for item in items if isinstance(item, ChartFrame)]
    pictures = [item.box.area for item in items if isinstance(item, Picture)]
    return pictures + [one.plot.area for one in charts if one.left or one.across]


def quoted_page(said: Said, slide: LogicalSlide, layout: Layout, desk: Desk) -> PlannedPage | None:
    """Return the page of a slide of nothing but a quotation; None where its places are too small.

    Such layouts have their own way to mark the words, so that there is no bar beside them.
    """
    quote, author = layout.first(Role.QUOTE), layout.first(Role.AUTHOR)
    if quote is None or (author is None and said.author):
        return None
    words = _words_in(slide, said.words, layout, quote, desk)
    if words is None:
        return None
    if author is None or not said.author:
        return PlannedPage(layout, items=(words,))
    near = _near(author, words, layout)
    name = _words_in(slide, said.author, layout, near, desk)
    return None if name is None else PlannedPage(layout, items=(words, replace(name, slot=author)))


def _near(author: Slot, words: TextFrame, layout: Layout) -> Slot:
    """Return the place for who said it, right below the words where nothing is drawn between.

    A place beside the words, or above them, is left where it is.
    """
    box, room = author.box, words.box.inset(words.body.insets)
    end = room.y + (room.height - words.height) * words.body.anchor.above + words.height
    top = end + ABOVE_AUTHOR - author.body.insets.top
    between = Rect(box.x, end, box.width, max(ZERO, box.y - end))
    drawn = any(other.overlaps(between) for other in layout.decoration)
    if box.y < words.box.bottom or top >= box.y or drawn or author.body.anchor is not Anchor.TOP:
        return author
    return replace(author, box=replace(box, y=top))


def _words_in(
    slide: LogicalSlide, paragraphs: tuple[Paragraph, ...], layout: Layout, slot: Slot, desk: Desk
) -> TextFrame | None:
    region, room = slot_region(slide.around, layout, slot, desk), slot.content
    if not paragraphs or region.box != room:  # lines at the foot reach into the slot
        return None
    context = region.context.with_levels(desk.read_on(layout, slot, slot.levels))
    grows, width = slot.role is Role.QUOTE and slide.shrinks, line_room(room.width)
    tries = fits(
        context,
        (*_DISPLAY_STEPS, *SLIGHT_STEPS) if grows else SLIGHT_STEPS,
        context.floor,
        lambda inner: measure_paragraphs(paragraphs, width, inner),
    )
    own = slot.levels[0].size
    fitted = largest(
        tries,
        lambda tried: (
            tried.height <= room.height
            and (tried.levels[0].size <= own or _line_count(tried.paragraphs) <= _FEW_LINES)
        ),
    )
    if fitted is None:
        return None
    set_lines = balanced(paragraphs, width, context.with_levels(fitted.levels))
    is_glance = _line_count(fitted.paragraphs) <= GLANCE
    return TextFrame(
        box=slot.box,
        paragraphs=stack(set_lines).paragraphs if is_glance else fitted.stack.paragraphs,
        levels=fitted.levels,
        height=fitted.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=slide.content[0].span,
    )


def _line_count(paragraphs: Sequence[SetParagraph]) -> int:
    return sum(len(paragraph.lines) for paragraph in paragraphs)
