"""A slide on a layout -> the place of its title there, and what of it decides how that is set.

It is the same whatever the title says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.deck import SlideKind
from deckgen.geometry import Rect
from deckgen.layout.areas.furniture import has_foot, taken
from deckgen.layout.titles.credits import lines_of
from deckgen.records import Struct, replace
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide, Surroundings
    from deckgen.layout.desk import Desk
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Emu


_TEXTS: Final = (Role.BODY, Role.CAPTION, Role.HEADING, Role.QUOTE)
"""What text that a title leads stands in."""
_PLACE: Final = (0.06, 0.045, 0.88, 0.12)
"""Where titles stand on a layout without a place for them: left, top, width and height."""


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


def title_slot(layout: Layout, desk: Desk) -> Slot:
    """Return the place of titles on a layout, a band at its top where it has none."""
    found = layout.first(Role.TITLE)
    if found is not None:
        return found
    size = desk.template.slide_size
    left, top, width, height = _PLACE
    box = Rect(size.width * left, size.height * top, size.width * width, size.height * height)
    return replace(desk.template.base_of(layout).title, box=box)


def text_top(title: Slot, layout: Layout, desk: Desk) -> Emu:
    """Return where the text below the place of a title starts; nought where none does."""
    places = layout.of_role(*_TEXTS) or (desk.body(layout),)
    return min((one.box.y for one in places if one.box.y >= title.box.bottom), default=ZERO)
