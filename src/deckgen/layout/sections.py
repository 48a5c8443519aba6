"""The plans of all slides -> how large body text may be for the slides of a section to be alike.

Text whose size changes from slide to slide looks as if it meant something. Where a slide of a
section had to be set smaller, its neighbours follow by a step, which costs no page and is hardly
seen on them. Where many had to, the others follow further. One alone is left as the exception that
it is: small text on pages that are half empty would be the greater fault.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.layout.bench import Planned
    from deckgen.units import Centipoints

    Most = Centipoints | None

_STEP: Final = 0.88
"""How small text may become for one slide, as a share of the template's size: 90 %, in points."""
_FURTHER: Final = 0.78
"""The same for many: 80 %, in whole points."""
_MANY: Final = 3
"""One slide in so many is many."""


def most_in_sections(slides: Sequence[LogicalSlide], planned: Sequence[Planned]) -> Iterator[Most]:
    """Yield for each slide the most that its body text may have; None where that is as it is.

    Agendas are the same list again and again, so that they are alike throughout a deck.
    """
    pairs = [*zip(slides, planned, strict=True)]
    lists = [plan.body.size for slide, plan in pairs if slide.agenda and plan.body is not None]
    smallest = min(lists, default=None)
    for section, run in groupby(pairs, lambda pair: pair[0].section):
        of_section = [*run]
        others = [plan for slide, plan in of_section if not slide.agenda]
        shared = None if section is None else _shared(others)
        for slide, plan in of_section:
            most = smallest if slide.agenda else shared
            larger = most is not None and plan.body is not None and plan.body.size > most
            yield most if larger else None


def _shared(plans: Sequence[Planned]) -> Most:
    """Return the smallest size that the others can follow."""
    bodies = [plan.body for plan in plans if plan.body is not None]
    own = max((body.own for body in bodies), default=0)
    sizes = sorted(body.size for body in bodies)
    near = [size for size in sizes if size >= own * _STEP]
    far = [size for size in sizes if size >= own * _FURTHER]
    return min((*near[:1], *far[(len(sizes) - 1) // _MANY :][:1]), default=None)
