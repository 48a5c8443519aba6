"""How many pages each slide has -> what the titles of all pages read, and what pages are called."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from deckgen.content import Run
from deckgen.letters import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import LogicalSlide, Runs
    from deckgen.layout.desk import LayoutSettings

_WIDEST_DIGIT = "8"


def titled(slides: Sequence[tuple[LogicalSlide, int]], settings: LayoutSettings) -> Iterator[Runs]:
    """Yield the title of each page of slides, each with the number of its pages.

    A title that several slides share is numbered over all their pages; one slide that takes
    several pages says which of them each is.
    """
    totals: Counter[str] = Counter()
    for slide, count in slides:
        if slide.shares_title:
            totals[slide.title_text] += count
    counts: Counter[str] = Counter()
    for slide, count in slides:
        for number in range(1, count + 1):
            suffix = ""
            if slide.title and slide.shares_title:
                counts[slide.title_text] += 1
                here, total = counts[slide.title_text], totals[slide.title_text]
                suffix = settings.numbering.fill(n=here, total=total)
            elif slide.title and count > 1:
                suffix = settings.continuation.fill(n=number, total=count)
            yield _with_suffix(slide.title, suffix)


def widest(slide: LogicalSlide, settings: LayoutSettings, *, continued: bool) -> Runs:
    """Return a slide's title with the widest suffix that it may get on one of its pages."""
    number = _WIDEST_DIGIT * settings.digits
    if not slide.title or not (slide.shares_title or continued):
        return slide.title
    pattern = settings.numbering if slide.shares_title else settings.continuation
    return _with_suffix(slide.title, pattern.fill(n=number, total=number))


def _with_suffix(title: Runs, suffix: str) -> Runs:
    if not suffix:
        return title
    # Words of Latin letters are told apart by spaces, Japanese ones are not: `Keynote (1)`.
    last = title[-1].text[-1:]
    gap = "" if suffix[0].isspace() or is_east_asian(last) else " "
    return (*title, Run(gap + suffix, title[-1].span))


def unique(names: Sequence[str]) -> list[str]:
    """Return names with those that occur again told apart by a number, for screen readers."""
    seen: Counter[str] = Counter()
    taken, told = set(names), []
    for name in names:
        seen[name] += 1
        candidate, number = name, seen[name]
        while seen[name] > 1 and (candidate == name or candidate in taken):
            candidate, number = f"{name} {number}", number + 1
        taken.add(candidate)
        told.append(candidate)
    return told
