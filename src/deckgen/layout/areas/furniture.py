"""What a slide has around its content, and its layout -> which of it has a place there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.deck import FootnoteKind, SlideKind
from deckgen.template.model import Role
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from deckgen.deck import Surroundings
    from deckgen.geometry import Rect
    from deckgen.template.model import Layout

_SMALLEST_SHOWN_DATE: Final = Centipoints(1200)


def tells_date(around: Surroundings, layout: Layout) -> bool:
    """Tell whether the date is one of the credits, and not in the place for dates.

    That is so on a title slide whose layout shows dates as small as footers, or not at all.
    """
    if around.kind is not SlideKind.TITLE or not around.footers.date:
        return False
    slot = layout.first(Role.DATE)
    return slot is None or slot.levels[0].size < _SMALLEST_SHOWN_DATE


def lacking(around: Surroundings, layout: Layout) -> frozenset[Role]:
    """Return for which of footer, date and number of a slide its layout has no place."""
    footers = around.footers
    wanted = (
        (Role.FOOTER, bool(footers.text)),
        (Role.DATE, bool(footers.date) and not tells_date(around, layout)),
        (Role.NUMBER, footers.number and not layout.numbered),
    )
    return frozenset([role for role, asked in wanted if asked and not layout.first(role)])


def has_foot(around: Surroundings, layout: Layout) -> bool:
    """Tell whether a slide has anything at its foot that stands in no place of its layout."""
    return bool(around.footnotes or lacking(around, layout))


def taken(around: Surroundings, layout: Layout) -> list[Rect]:
    """Return the boxes in which the footers and the label of a slide stand."""
    footers = around.footers
    shown = (
        (Role.DATE, bool(footers.date) and not tells_date(around, layout)),
        (Role.FOOTER, bool(footers.text)),
        (Role.NUMBER, footers.number),
        (Role.LABEL, [note for note in around.footnotes if note.kind is FootnoteKind.LABEL]),
    )
    return [slot.box for slot in layout.of_role(*[role for role, asked in shown if asked])]
