"""Slides -> the names that their titles give, by which links may lead to them, as on GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.deck import LogicalSlide

    ByTitle = Mapping[str, Sequence[LogicalSlide]]

_LEFT_OUT: Final = lazy(r"[^\w\- ]")


def slug(title: str) -> str:
    """Return the name that a title gives, as headings get them on GitHub: `the-plan`."""
    return _LEFT_OUT.sub("", title.lower()).strip().replace(" ", "-")


def by_title(slides: tuple[LogicalSlide, ...]) -> ByTitle:
    """Return the slides that have each name."""
    found: dict[str, list[LogicalSlide]] = {}
    for slide in slides:
        found.setdefault(slug(slide.title_text), []).append(slide)
    found.pop("", None)
    return found
