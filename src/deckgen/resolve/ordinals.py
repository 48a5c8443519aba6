"""Slides -> the same with the dividers numbered, for templates whose dividers show a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.deck import SlideKind
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide

_BEFORE_NUMBERS: Final = "第§#(（[［"
"""What may stand before the number that a title says itself."""
_UNITS: Final = frozenset("章部節編回")
"""What Japanese counts the parts of a text in: 第三章 is a number, 第三者 is none."""


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
