"""Slides in their order -> the same with what that tells: sections, titles shared, numbers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from deckgen.content import plain
from deckgen.deck import LogicalSlide, SlideKind
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEFORE_NUMBERS: Final = "第§#(（[［"
"""What may stand before the number that a title says itself."""
_UNITS: Final = frozenset("章部節編回")
"""What Japanese counts the parts of a text in: 第三章 is a number, 第三者 is none."""


def with_sections(slides: Iterable[LogicalSlide]) -> tuple[LogicalSlide, ...]:
    """Return slides with a section each: their own, or that of the slide before.

    A deck in which all slides would be of one section has none, unless its name is said nowhere
    else: that of a part whose slides have titles of their own.
    """
    found: list[LogicalSlide] = []
    told: set[str | None] = set()
    current: str | None = None
    for slide in slides:
        current = current if slide.section is None else _name(slide.section)
        found.append(slide if slide.section == current else replace(slide, section=current))
        if slide.kind is not SlideKind.TITLE:
            told.add(current)
    if len(told) > 1 or any(name and not _is_said(name, found) for name in told):
        return tuple(found)
    return tuple([s if s.section is None else replace(s, section=None) for s in found])


def _name(title: str) -> str:
    """Return what a section is called: its title on one line, without references to footnotes."""
    if "[^" in title:
        from deckgen.resolve.footnotes import REFERENCE

        title = REFERENCE.sub("", title)
    return " ".join(title.split())


def _is_said(name: str, slides: Iterable[LogicalSlide]) -> bool:
    """Tell whether the title of a slide says the name of a section."""
    return any(name in _name(slide.title_text) for slide in slides)


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


def with_ordinals(slides: tuple[LogicalSlide, ...]) -> tuple[LogicalSlide, ...]:
    """Return slides whose dividers have their number among those that are shown.

    A deck with but one divider has no use for numbers, nor has one whose titles say them.
    """
    dividers = [slide for slide in slides if slide.kind is SlideKind.SECTION and not slide.hidden]
    if len(dividers) < 2 or any(_says_number(slide.title_text) for slide in dividers):
        return slides
    ordinals = {slide.id: number for number, slide in enumerate(dividers, 1)}
    return tuple(
        replace(slide, ordinal=ordinals[slide.id]) if slide.id in ordinals else slide
        for slide in slides
    )


def _says_number(title: str) -> bool:
    words = title.lstrip(_BEFORE_NUMBERS + " ")
    if words[:1].isdigit():
        return True
    unit = next((letter for letter in words if not letter.isnumeric()), "")
    return title.startswith("第") and words[:1].isnumeric() and unit in _UNITS
