"""The plans of all slides -> how large titles and body text may be for pages to look alike.

Titles that shrink one by one, each as far as its own words need, stand in another size on each
page, and draw the text below them along. Where many of a deck are too long for the size of their
template, a designer sets all of them smaller: the short ones follow, to a size that most can have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.deck import SlideKind
from deckgen.layout.desk import Largest
from deckgen.layout.typeset.fitting import WELL_READ, body_floor, lead_over, led_by
from deckgen.legibility import is_large
from deckgen.records import replace
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.geometry import Size
    from deckgen.layout.bench import Planned
    from deckgen.layout.plan.model import TitleSize

_EXCEPTIONS: Final = 4
"""One title in so many may be smaller than the others; decks of fewer have no size in common."""
_LEAST: Final = 2 / 3
"""How far short titles follow long ones, as a share of their usual size: they still lead."""
_TENTH: Final = 10
"""A tenth of a point, to which sizes are rounded."""


def largest_in_deck(
    slides: Sequence[LogicalSlide], planned: Sequence[Planned], size: Size
) -> tuple[Largest | None, ...]:
    """Return how large titles and text of each slide may be; None where that is as it is.

    `size` is that of the slides, on which it depends what is read well.
    """
    from deckgen.layout.sections import most_in_sections  # a deck may have no sections

    least = lead_over(body_floor(size).scaled(WELL_READ))
    shares = _shares(slides, planned)
    titles = [
        None if plan.title is None else _most(plan.title, shares.get(slide.kind, 1.0), least)
        for slide, plan in zip(slides, planned, strict=True)
    ]
    led = [*map(_led, planned, titles)]
    return tuple(
        None if text is None and title is None else Largest(text, title)
        for text, title in zip(most_in_sections(slides, led), titles, strict=True)
    )


def _shares(slides: Sequence[LogicalSlide], planned: Sequence[Planned]) -> dict[SlideKind, float]:
    """Return the share of their usual size that titles can have on each kind of slide.

    Dividers are seen as one series, however few they are: all are as the longest has to be.
    """
    titles: dict[SlideKind, list[TitleSize]] = {}
    for slide, plan in zip(slides, planned, strict=True):
        if plan.title is not None:
            titles.setdefault(slide.kind, []).append(plan.title)
    return {
        kind: _share_in_common(these, 0 if kind is SlideKind.SECTION else len(these) // _EXCEPTIONS)
        for kind, these in titles.items()
        if kind is SlideKind.SECTION or len(these) >= _EXCEPTIONS
    }


def _share_in_common(titles: Sequence[TitleSize], exceptions: int) -> float:
    """Return the share of their usual size that all titles can have but for some exceptions."""
    return max(_LEAST, sorted(title.size / title.usual for title in titles)[exceptions])


def _most(title: TitleSize, share: float, least: Centipoints) -> Centipoints | None:
    """Return what a title may have at the most; None where it is no larger.

    Titles that are `least` lead text that is just read well: they follow no further. Where small
    titles may need another colour than large ones, all are told.
    """
    most = max(least, Centipoints(round(title.usual * share / _TENTH) * _TENTH))
    turns_small = is_large(title.usual) and not is_large(most)
    return most if title.size > most or turns_small else None


def _led(plan: Planned, title: Centipoints | None) -> Planned:
    """Return what is planned with its text as large as a title of a size leads."""
    body = plan.body
    if body is None or title is None:
        return plan
    most = led_by(title)
    size, own = min(body.size, most), min(body.own, most)
    return replace(plan, body=replace(body, size=size, own=own, led=size == own == most))
