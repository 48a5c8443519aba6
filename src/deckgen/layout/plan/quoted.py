"""A quotation on a layout that is made for one -> its words and author in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect
from deckgen.layout.areas.regions import slot_region
from deckgen.layout.plan.model import PlannedPage
from deckgen.layout.typeset.fitting import SLIGHT_STEPS, fits, largest
from deckgen.layout.typeset.paragraphs import measure_paragraphs
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import ZERO, pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.content import Paragraph
    from deckgen.deck import LogicalSlide
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.galley import Said
    from deckgen.layout.typeset.paragraphs import SetParagraph
    from deckgen.template.model import Layout, Slot

ABOVE_AUTHOR: Final = pt(18)
"""The space between somebody's words and who said them."""
_DISPLAY_STEPS: Final = (1.3, 1.15)
"""The shares of the template's size that words have which take no more than a few lines."""
_FEW_LINES: Final = 2


def quoted_page(said: Said, slide: LogicalSlide, layout: Layout, desk: Desk) -> PlannedPage | None:
    """Return the page of a slide of nothing but a quotation; None where its places are too small.

    Such layouts have their own way to mark the words, so that there is no bar beside them.
    """
    quote, author = layout.first(Role.QUOTE), layout.first(Role.AUTHOR)
    if quote is None or (author is None and said.author):
        return None
    words = _filled(slide, said.words, layout, quote, desk)
    if words is None:
        return None
    if author is None or not said.author:
        return PlannedPage(layout, items=(words,))
    near = _near(author, words, layout)
    name = _filled(slide, said.author, layout, near, desk)
    return None if name is None else PlannedPage(layout, items=(words, replace(name, slot=author)))


def _near(author: Slot, words: TextFrame, layout: Layout) -> Slot:
    """Return the place for who said it, right below the words where nothing is drawn between.

    A place beside the words, or above them, is left where it is.
    """
    box, room = author.box, words.box.inset(words.body.insets)
    shares = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
    end = room.y + (room.height - words.height) * shares[words.body.anchor] + words.height
    top = end + ABOVE_AUTHOR - author.body.insets.top
    between = Rect(box.x, end, box.width, max(ZERO, box.y - end))
    drawn = any(other.intersection(between).area for other in layout.decoration)
    if box.y < words.box.bottom or top >= box.y or drawn or author.body.anchor is not Anchor.TOP:
        return author
    return replace(author, box=replace(box, y=top))


def _filled(
    slide: LogicalSlide, paragraphs: tuple[Paragraph, ...], layout: Layout, slot: Slot, desk: Desk
) -> TextFrame | None:
    region, room = slot_region(slide, layout, slot, desk), slot.content
    if not paragraphs or region.box != room:  # lines at the foot reach into the slot
        return None
    context = region.context.with_levels(desk.read_on(layout, slot, slot.levels))
    grows = slot.role is Role.QUOTE and slide.shrinks
    tries = fits(
        context,
        (*_DISPLAY_STEPS, *SLIGHT_STEPS) if grows else SLIGHT_STEPS,
        context.floor,
        lambda inner: measure_paragraphs(paragraphs, room.width, inner),
    )
    own = slot.levels[0].size
    fitted = largest(
        tries,
        lambda tried: (
            tried.height <= room.height
            and (tried.levels[0].size <= own or _is_short(tried.paragraphs))
        ),
    )
    if fitted is None:
        return None
    return TextFrame(
        box=slot.box,
        paragraphs=fitted.stack.paragraphs,
        levels=fitted.levels,
        height=fitted.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=slide.content[0].span,
    )


def _is_short(paragraphs: Sequence[SetParagraph]) -> bool:
    return sum(len(paragraph.lines) for paragraph in paragraphs) <= _FEW_LINES
