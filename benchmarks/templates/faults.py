"""Pages and what is drawn of them -> what is wrong: words out of place, lines that are not read.

All lengths are points. What a template's layouts say themselves may stand anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING, Final

from benchmarks.templates.feet import misplaced
from benchmarks.templates.pixels import CORE, is_ruled, read_contrast
from benchmarks.templates.sizes import shrunk
from deckgen.deck import SlideKind
from deckgen.drawn import Shape
from deckgen.layout.foot.running import NAME as RUNNING
from deckgen.layout.foot.small_print import NAME as SMALL_PRINT
from deckgen.layout.typeset.fitting import TITLE_LEAD
from deckgen.pages import Picture, TableFrame, TextFrame
from deckgen.template.model import Role
from deckgen.template.purposes import DISPLAYS, hinted
from deckgen.text import LIBREOFFICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.agreement.rendered import Word
    from benchmarks.templates.drawn import DrawnPage, Line
    from deckgen.deck import Deck
    from deckgen.geometry import Rect
    from deckgen.pages import Item, Page, Pages
    from deckgen.placed_text import PlacedParagraph
    from deckgen.template.model import Slot, Template

READABLE: Final = 2.0
"""The least contrast of a line's pixels with those behind it."""
GAP: Final = 0.25
"""The least distance of a title's text from the body's, in em of the smaller one."""
FILLED: Final = 0.4
"""The least share of a body's depth that text takes which is set as the template sets it."""
_ROUNDED: Final = 0.6
"""How far sizes in whole points may be from that lead, in points."""
_SLACK: Final = 0.012
"""How far a line may stand out at the sides of its box, as a share of the slide's width."""
_PART: Final = 4
"""The length from which a part of a word tells which word it is of."""
_WHOLE: Final = 0.95
"""The share of a slide from which what a layout draws covers what its master does."""
_TEXT: Final = re.compile(rb"<a:t>([^<]*)</a:t>")
_MARKER: Final = re.compile(r"^(?:\d+\.|[^\w「『（(【])+")
_INK: Final = re.compile(r"\w")


class Kind(Enum):
    """What may be wrong with a line or a page; the values head the columns of the table."""

    OUTSIDE = "outside"
    OVER = "over"
    FAINT = "faint"
    RULED = "ruled"
    TITLE = "title"
    SPARSE = "sparse"
    FOOT = "foot"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a page, from 1."""

    kind: Kind
    page: int
    what: str


def faults(deck: Deck, pages: Pages, drawn: tuple[DrawnPage, ...]) -> Iterator[Fault]:
    """Yield what is wrong with the pages of a deck."""
    own = words_of(pages.template)
    kinds = {slide.id: slide.kind for slide in deck.slides}
    yield from strays(pages, drawn)
    for number, (page, seen) in enumerate(zip(pages.pages, drawn, strict=True), start=1):
        lines = [line for line in seen.lines if _INK.search(line.text)]
        known = own | {str(number)}
        ours = [line for line in lines if not known.issuperset(line.text.split())]
        if _is_covered(page, pages):
            lines = ours
        for one, other in combinations(lines, 2):
            if _meet(one, other) and (one in ours or other in ours):
                yield Fault(Kind.OVER, number, f"{one.text[:30]!r} and {other.text[:30]!r}")
        pixels = seen.pixels()
        for line in ours:
            if (ratio := read_contrast(line, pixels)) < READABLE:
                yield Fault(Kind.FAINT, number, f"{line.text[:40]!r}, {ratio:.1f} : 1")
            if is_ruled(line, pixels):
                yield Fault(Kind.RULED, number, f"{line.text[:40]!r}")
        yield from (Fault(Kind.TITLE, number, what) for what in _titles(page))
        yield from (Fault(Kind.SMALL, number, what) for what in shrunk(page, seen.words, own))
        if kinds[page.slide] is SlideKind.CONTENT:
            yield from (Fault(Kind.SPARSE, number, what) for what in _sparse(page))
    yield from (Fault(Kind.FOOT, number, what) for number, what in misplaced(deck, pages))


def strays(pages: Pages, drawn: tuple[DrawnPage, ...]) -> Iterator[Fault]:
    """Yield the words of a deck that are out of place."""
    own = words_of(pages.template)
    slack = pages.template.slide_size.width.points * _SLACK
    for number, (page, seen) in enumerate(zip(pages.pages, drawn, strict=True), start=1):
        for word in outside(page, seen.words, own | {str(number)}, slack):
            place = f"{word.left:.0f},{word.top:.0f}"
            yield Fault(Kind.OUTSIDE, number, f"{word.text[:40]!r} at {place}")


def outside(
    page: Page, words: tuple[Word, ...], others: frozenset[str], slack: float
) -> Iterator[Word]:
    """Yield the words that stand in no item which has them and, if none has, on nothing drawn."""
    boxes = [*(item.box for item in page.items), *(panel.box for panel in page.layout.panels)]
    for word in words:
        own = [item.box for item in page.items if _has(item, word.text)]
        if not any(_holds(box, word, slack) for box in own or boxes) and not _is_of(word, others):
            yield word


def _is_of(word: Word, others: frozenset[str]) -> bool:
    """Tell whether a template draws a word, of which a part may lie outside the slide."""
    if word.text in others:
        return True
    return len(word.text) > _PART and any(word.text in other for other in others)


def words_of(template: Template) -> frozenset[str]:
    """Return the words that layouts and masters draw."""
    parts = template.package.parts.values()
    blobs = [
        part.data for part in parts if "/slideLayouts/" in part.name or "Masters/" in part.name
    ]
    texts = [text.decode() for blob in blobs for text in _TEXT.findall(blob)]
    return frozenset((*texts, *(word for text in texts for word in text.split())))


def _has(item: Item, text: str) -> bool:
    """Tell whether an item has a word, which a bullet or a number may stand before."""
    word = _MARKER.sub("", text)
    return bool(word) and any(word in "".join(written.split()) for written in _texts(item))


def _texts(item: Item) -> Iterator[str]:
    if isinstance(item, TextFrame):
        yield item.text
    elif isinstance(item, TableFrame):
        yield from (
            "".join(paragraph.text for paragraph in cell.paragraphs)
            for row in item.rows
            for cell in row.cells
        )


def _holds(box: Rect, word: Word, slack: float) -> bool:
    hangs = word.bottom - word.top if word.text[-1:] in LIBREOFFICE.hanging else 0.0
    return (
        box.x.points - slack <= word.left
        and word.right <= box.right.points + slack + hangs
        and box.y.points <= word.middle <= box.bottom.points
    )


def _meet(one: Line, other: Line) -> bool:
    """Tell whether the small letters of two lines stand on one another."""
    tops = [line.top + line.height * CORE[0] for line in (one, other)]
    bottoms = [line.top + line.height * CORE[1] for line in (one, other)]
    wide = min(one.right, other.right) - max(one.left, other.left)
    return wide > 1 and min(bottoms) - max(tops) > 0.5


def _titles(page: Page) -> Iterator[str]:
    """Yield what is wrong with a title above a body: its size, and how near it is."""
    texts = [item for item in page.items if isinstance(item, TextFrame) and item.slot]
    titles = [item for item in texts if item.slot and item.slot.role is Role.TITLE]
    bodies = [
        item
        for item in texts
        if item.slot and item.slot.role is Role.BODY and not _is_display(item)
    ]
    bodies = [] if _is_for_display(page) else bodies
    for title in titles:
        size = title.paragraphs[0].style.size
        for body in bodies:
            largest = max(paragraph.style.size for paragraph in body.paragraphs)
            if size.points < largest.points * TITLE_LEAD - _ROUNDED:
                yield f"{size.points:g} pt over a body of {largest.points:g} pt"
            gap = _top(body) - _bottom(title)
            if gap - GAP * min(size, largest).points < 0 and _below(title, body):
                yield f"{gap:.1f} pt above the body"


def _is_for_display(page: Page) -> bool:
    """Tell whether a template has made the layout of a page for few words that are large."""
    return bool(hinted(page.layout.name) & DISPLAYS)


def _is_display(item: TextFrame) -> bool:
    """Tell whether a text is a sentence or a number alone, which stands lower than text starts."""
    return len(item.paragraphs) == 1 and item.slot is not None and item.box.y > item.slot.box.y


def _below(title: TextFrame, body: TextFrame) -> bool:
    aligned = min(title.box.right, body.box.right) > max(title.box.x, body.box.x)
    return aligned and body.box.bottom > title.box.bottom


def _top(item: TextFrame) -> float:
    first = item.lines()[0]
    return first.baseline.points - first.size.points * 0.8


def _bottom(item: TextFrame) -> float:
    last = item.lines()[-1]
    return last.baseline.points + last.size.points * 0.2


def _sparse(page: Page) -> Iterator[str]:
    """Yield how little text a page has that no composition is made for."""
    texts = [item for item in page.items if isinstance(item, TextFrame) and not _is_at_foot(item)]
    bodies = [item for item in texts if item.slot is None or item.slot.role is Role.BODY]
    is_full = any(map(_is_shown, page.items))
    if page.count > 1 or len(bodies) != 1 or is_full or _is_for_display(page):
        return
    for item in bodies:
        if item.slot is None:
            continue
        composed = _is_display(item) or any(
            _is_composed(each, item.slot) for each in item.paragraphs
        )
        share = item.height / item.slot.content.height
        if share < FILLED and not composed:
            yield f"{share:.0%} of the body's depth"


def _is_at_foot(item: TextFrame) -> bool:
    return item.slot is None and item.name in {RUNNING, SMALL_PRINT}


def _is_shown(item: Item) -> bool:
    return isinstance(item, (Picture, TableFrame, Shape))


def _is_composed(paragraph: PlacedParagraph, slot: Slot) -> bool:
    """Tell whether a paragraph has another size or distance than its template gives it."""
    style, own = paragraph.style, slot.levels[paragraph.level]
    return style.size != own.size or style.space_before != own.space_before


def _is_covered(page: Page, pages: Pages) -> bool:
    """Tell whether a layout draws something over all that its master may say."""
    size = pages.template.slide_size
    return any(panel.box.area >= size.area * _WHOLE for panel in page.layout.panels)
