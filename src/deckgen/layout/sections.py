"""The plans of all slides -> how large body text may be for slides to be alike.

Text whose size changes from slide to slide looks as if it meant something. Where a slide of a
section had to be set smaller, its neighbours follow by a step, which costs no page and is hardly
seen on them. Where many had to, the others follow further, if their text is as wide: beside a
picture it is smaller, and nobody wonders why. One alone is left as the exception that it is: small
text on pages that are half empty would be the greater fault. So is text that is small because its
title is long, and not because there is much of it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.layout.bench import Planned
    from deckgen.layout.plan.model import BodySize
    from deckgen.units import Centipoints, Emu

    Most = Centipoints | None

_STEP: Final = 0.88
"""How small text may become for one slide, as a share of the template's size: 90 %, in points."""
_FURTHER: Final = 0.78
"""The same for many: 80 %, in whole points."""
_MANY: Final = 3
"""One slide in so many is many."""
_LONG: Final = 6
"""So many slides with text make a deck long enough for sizes to change from section to section."""
_HARDLY: Final = 0.95
"""Sizes of so large a share of one another are one to the eye, and become one."""
_AS_WIDE: Final = 0.8
"""Text of so large a share of the width of other text is as wide as that."""


def most_in_sections(slides: Sequence[LogicalSlide], planned: Sequence[Planned]) -> Iterator[Most]:
    """Yield for each slide the most that its body text may have; None where that is as it is.

    Agendas are the same list again and again, so that they are alike throughout a deck.
    """
    pairs = [*zip(slides, planned, strict=True)]
    lists = [plan.body.size for slide, plan in pairs if slide.agenda and plan.body is not None]
    smallest = min(lists, default=None)
    in_sections = [*_in_sections(pairs)]
    over_deck = _over_deck([body for body in in_sections if body is not None])
    for (slide, plan), leveled in zip(pairs, in_sections, strict=True):
        body = plan.body
        if body is None or leveled is None:
            yield smallest if slide.agenda and body and body.size != smallest else None
            continue
        most = min(leveled.size, over_deck.get(leveled.width, leveled.size))
        yield most if body.size > most else None


def _in_sections(pairs: Iterable[tuple[LogicalSlide, Planned]]) -> Iterator[BodySize | None]:
    """Yield the body of each slide as its section has it; None for agendas and where none is."""
    for section, run in groupby(pairs, lambda pair: pair[0].section):
        bodies = [None if slide.agenda else plan.body for slide, plan in run]
        shared = {} if section is None else _shared([body for body in bodies if body is not None])
        for body in bodies:
            most = None if body is None else shared.get(body.width)
            if body is None or most is None or body.size <= most:
                yield body
            else:
                yield replace(body, size=most, led=False)


def _over_deck(bodies: Sequence[BodySize]) -> dict[Emu, Centipoints]:
    """Return the size of all text of a width that many slides of a long deck have, and others can.

    Text that is still smaller stays an exception.
    """
    shared: dict[Emu, Centipoints] = {}
    for width in {body.width for body in bodies}:
        others = [body for body in bodies if _are_alike(body.width, width)]
        own = max(body.own for body in others)
        alike = sorted(own if body.led else body.size for body in others)
        size = alike[(len(alike) - 1) // _MANY]
        if len(alike) >= _LONG and max(own * _FURTHER, others[0].easy) <= size < own:
            shared[width] = min(one for one in alike if one >= size * _HARDLY)
    return shared


def _shared(bodies: Sequence[BodySize]) -> dict[Emu, Most]:
    """Return the smallest size of a section that text of each of its widths can follow."""
    if not bodies:
        return {}
    own = max(body.own for body in bodies)
    near = [body.size for body in bodies if body.size >= own * _STEP]
    shared: dict[Emu, Most] = {}
    for width in {body.width for body in bodies}:
        others = (body for body in bodies if _are_alike(body.width, width))
        alike = sorted(own if body.led else body.size for body in others)
        far = [size for size in alike if size >= own * _FURTHER]
        shared[width] = min((*near, *far[(len(alike) - 1) // _MANY :][:1]), default=None)
    return shared


def _are_alike(one: Emu, other: Emu) -> bool:
    return min(one, other) >= max(one, other) * _AS_WIDE
