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
    found, current = [], None
    for slide in slides:
        current = current if slide.section is None else slide.section
        found.append(replace(slide, section=current))
    if len({slide.section for slide in found if slide.kind is not SlideKind.TITLE}) > 1:
        return tuple(found)
    return tuple(replace(slide, section=None) for slide in found)


def numbered(slides: tuple[LogicalSlide, ...]) -> tuple[LogicalSlide, ...]:
    """Return slides with those marked whose titles stand on more than one slide."""
    counted = [slide for slide in slides if slide.counted and plain(slide.title)]
    titles = Counter(slide.title_text for slide in counted)
    return tuple(
        replace(slide, shares_title=slide.shares_title or titles[slide.title_text] > 1)
        if slide.counted
        else slide
        for slide in slides
    )
