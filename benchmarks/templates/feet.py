"""Pages of content -> those whose footer or number is missing, or elsewhere than on the others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from deckgen.content import plain
from deckgen.deck import SlideKind
from deckgen.pages import TextFrame
from deckgen.template.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import Deck
    from deckgen.pages import Page, Pages

_NEAR: Final = 1.0
"""How far apart two places are taken for one, in points."""

Point = tuple[float, float]


def misplaced(deck: Deck, pages: Pages) -> Iterator[tuple[int, str]]:
    """Yield the numbers of pages, and what is wrong with the foot of each."""
    slides = {slide.id: slide for slide in deck.slides}
    content = [
        (number, page)
        for number, page in enumerate(pages.pages, start=1)
        if slides[page.slide].kind is SlideKind.CONTENT
    ]
    footers = {number: plain(slides[page.slide].footers.text) for number, page in content}
    asked = [(number, page) for number, page in content if footers[number]]
    places = [(number, _place(page, footers[number])) for number, page in asked]
    yield from _strays("the footer", places)
    numbered = [(number, _number(page)) for number, page in content]
    yield from _strays("the number", [each for each in numbered if each[1] is not None])


def _strays(name: str, places: Sequence[tuple[int, Point | None]]) -> Iterator[tuple[int, str]]:
    """Yield the pages that have a thing elsewhere than most of them, or not at all."""
    counted = Counter(place for _, place in places if place is not None)
    usual = counted.most_common(1)[0][0] if counted else (0.0, 0.0)
    for number, place in places:
        if place is None:
            yield number, f"{name} is missing"
        elif max(abs(place[0] - usual[0]), abs(place[1] - usual[1])) > _NEAR:
            yield (
                number,
                f"{name} is at {place[0]:.0f},{place[1]:.0f}, not {usual[0]:.0f},{usual[1]:.0f}",
            )


def _place(page: Page, text: str) -> Point | None:
    """Return where the line begins that has a text."""
    frames = [item for item in page.items if isinstance(item, TextFrame) and text in item.text]
    return _start(frames[-1], last=True) if frames else None


def _number(page: Page) -> Point | None:
    """Return where the baseline of a page's number ends, which does not depend on its digits."""
    for item in page.items:
        if isinstance(item, TextFrame) and item.slot and item.slot.role is Role.NUMBER:
            return round(item.box.right.points, 1), _start(item)[1]
    return None


def _start(frame: TextFrame, *, last: bool = False) -> Point:
    line = frame.lines()[-1 if last else 0]
    return round(line.x.points, 1), round(line.baseline.points, 1)
