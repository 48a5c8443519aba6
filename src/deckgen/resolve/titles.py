"""Slides -> the names that their titles give, by which links may lead to them, as on GitHub."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.records import replace
from deckgen.wording import reworded, wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deckgen.content import Link, Run
    from deckgen.deck import LogicalSlide

    ByTitle = Mapping[str, Sequence[LogicalSlide]]
    LedTo = Callable[[Link], Sequence[LogicalSlide]]
    """Tells the slides to whose title a link leads."""

_LEFT_OUT: Final = re.compile(r"[^\w\- ]")


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


def with_links(slides: tuple[LogicalSlide, ...], led_to: LedTo) -> tuple[LogicalSlide, ...]:
    """Return slides whose links to the title of one slide lead to that slide by its id."""

    def led(run: Run) -> Run:
        found = led_to(run.link) if run.link else ()
        if run.link is None or len(found) != 1:
            return run
        return replace(run, link=replace(run.link, target=f"#{found[0].id}"))

    return tuple(_reworded(slide, led) for slide in slides)


def _reworded(slide: LogicalSlide, led: Callable[[Run], Run]) -> LogicalSlide:
    kept = [wording.runs for wording in wordings(slide)]
    changes = {id(runs): tuple(map(led, runs)) for runs in kept if any(run.link for run in runs)}
    return reworded(slide, changes)
