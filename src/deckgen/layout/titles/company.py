"""A slide on a layout -> what of it decides how its title is set there, whatever that says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.deck import SlideKind
from deckgen.geometry import Rect
from deckgen.layout.areas.furniture import has_foot, taken
from deckgen.layout.titles.credits import lines_of
from deckgen.records import Struct
from deckgen.template.model import Role

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide, Surroundings
    from deckgen.layout.desk import Desk
    from deckgen.template.model import Layout


class Company(Struct, frozen=True):
    """What is on a slide besides its title, as far as that makes way for it.

    It `yields` where its text may become smaller than the title. `beside` are the places of other
    text: of footers, and of the lines of one that `covers`, as covers and dividers do. `foot` are
    the lines at the foot of a page without a body, which may stand in the place of a low title.
    """

    covers: bool
    yields: bool
    language: str
    beside: tuple[Rect, ...]
    foot: tuple[Rect, ...]


def company_of(slide: LogicalSlide, layout: Layout, desk: Desk) -> Company:
    """Return what is on a slide besides its title."""
    around, covers = slide.around, slide.kind is not SlideKind.CONTENT
    lines = lines_of(slide, layout) if covers else ()
    beside = (line.slot.box for line in lines if line.slot is not None)
    return Company(
        covers,
        slide.shrinks and not covers,
        slide.language,
        (*beside, *taken(around, layout)),
        _foot(around, layout, desk),
    )


def _foot(around: Surroundings, layout: Layout, desk: Desk) -> tuple[Rect, ...]:
    if layout.first(Role.BODY) or not has_foot(around, layout):
        return ()
    from deckgen.layout.foot.footnotes import foot_of

    foot = foot_of(around.footnotes, around, layout, desk)
    return tuple(footer.frame.box for footer in foot.footers)
