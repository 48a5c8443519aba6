"""Slides in their order -> the same with their sections, and those told that share a title."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from deckgen.content import plain
from deckgen.deck import LogicalSlide, SlideKind
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable


def with_sections(slides: Iterable[LogicalSlide]) -> tuple[LogicalSlide, ...]:
    """Return slides with a section each: their own, or that of the slide before.

    A deck in which all slides would be of one section has none.
    """
    found: list[LogicalSlide] = []
    told: set[str | None] = set()
    current: str | None = None
    for slide in slides:
        current = current if slide.section is None else slide.section
        found.append(slide if slide.section == current else replace(slide, section=current))
        if slide.kind is not SlideKind.TITLE:
            told.add(current)
    if len(told) > 1:
        return tuple(found)
    return tuple([s if s.section is None else replace(s, section=None) for s in found])


def numbered(slides: tuple[LogicalSlide, ...]) -> tuple[LogicalSlide, ...]:
    """Return slides with those marked whose titles stand on more than one slide."""
    counted = [slide for slide in slides if slide.counted and plain(slide.title)]
    titles = Counter([slide.title_text for slide in counted])
    shared = {title for title, count in titles.items() if count > 1}
    if not shared:
        return slides
    return tuple(
        [
            replace(slide, shares_title=True)
            if slide.counted and slide.title_text in shared
            else slide
            for slide in slides
        ]
    )
