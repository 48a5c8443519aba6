"""A plan and the titles of its pages -> the pages: all that is to be seen on them, in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect
from deckgen.layout.foot.footers import place_footers
from deckgen.layout.plan.credits import has_foot
from deckgen.layout.titles.fit import fit_title
from deckgen.pages import HiddenTitle, Page
from deckgen.records import Struct, replace
from deckgen.slideshow import Transition
from deckgen.template.model import Placeholder, Role
from deckgen.units import ZERO, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import Runs
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.desk import Desk
    from deckgen.layout.foot.footers import Footer, PageNumber
    from deckgen.layout.plan.model import Plan, PlannedPage
    from deckgen.layout.titles.fitted import FittedTitle
    from deckgen.pages import Item
    from deckgen.template.model import Layout
    from deckgen.units import Emu


_HIDDEN: Final = Rect(ZERO, -pt(60), pt(400), pt(48))
"""Where a title stands that only assistive technology and the outline show: above the slide."""


class Heading(Struct, frozen=True):
    """What is known of a page when all slides are planned.

    `title` is what it shows, `name` what it is called, `number` which of the file's pages it is.
    """

    title: Runs
    name: str
    number: PageNumber


class PlacedSlide(Struct, frozen=True):
    """The pages of a slide, and what there is to say of them."""

    pages: tuple[Page, ...]
    diagnostics: tuple[Diagnostic, ...]


def place_slide(plan: Plan, headings: Sequence[Heading], desk: Desk) -> PlacedSlide:
    """Return the pages of a plan. Their content starts where the longest of their titles ends."""
    told: list[Diagnostic] = []
    desk = desk.behind(plan.slide)
    beside = None if desk.backing is None else desk.backing.beside()
    titles = [_title(plan, page, h, desk) for page, h in zip(plan.pages, headings, strict=True)]
    bottom = _bottom(plan, titles)
    pages = []
    for index, (page, heading) in enumerate(zip(plan.pages, headings, strict=True)):
        title = titles[index]
        items: tuple[Item, ...] = ()
        if page.copied is None:
            content = (*_content(page, bottom), *page.items)
            content = content if beside is None else (*content, beside)
            foot = tuple(_foot(plan, page, content, heading, desk))
            told += [said for footer in foot for said in footer.diagnostics]
            items = (*content, *(footer.frame for footer in foot))
        if title is not None:
            told += title.diagnostics
            items = (title.frame(), *items)
        elif page.copied is None:
            items = (_hidden_title(page.layout, heading), *items)
        placed = _page(plan, index, heading, items)
        if desk.backing is not None:
            placed = replace(placed, background=desk.backing.background(page.layout))
        elif page.layout.bare and page.copied is None:
            from deckgen.layout.areas.grounds import ground_alone

            placed = replace(placed, background=ground_alone(page.layout))
        pages.append(placed)
    if plan.slide.build:
        from deckgen.layout.place.builds import with_steps

        pages = list(with_steps(pages, plan.slide.build))
    return PlacedSlide(tuple(pages), tuple(told))


def _title(plan: Plan, page: PlannedPage, heading: Heading, desk: Desk) -> FittedTitle | None:
    """Return the title of a page, as it was planned where that is the one that it has."""
    planned = plan.title
    if page.copied is not None or planned is None or planned.title == heading.title:
        return planned
    return fit_title(heading.title, plan.slide, page.layout, desk, planned.bottom)


def _bottom(plan: Plan, titles: Sequence[FittedTitle | None]) -> Emu:
    """Return where the content starts that a title has moved down: below some air, if it may."""
    bottom = max((title.bottom for title in titles if title is not None), default=ZERO)
    airy = max((title.airy_bottom for title in titles if title is not None), default=ZERO)
    moved = (each for page in plan.pages for each in page.fragments)
    return airy if all(each.has_room(bottom, airy) for each in moved) else bottom


def _hidden_title(layout: Layout, heading: Heading) -> HiddenTitle:
    """Return the title of a page that shows none."""
    slot = layout.first(Role.TITLE)
    placeholder = slot.placeholder if slot else Placeholder("title", None)
    return HiddenTitle(_HIDDEN, heading.name, placeholder)


def _content(page: PlannedPage, bottom: Emu) -> Iterator[Item]:
    for fragment in page.fragments:
        yield from fragment.below(bottom).items()


def _foot(
    plan: Plan, page: PlannedPage, content: Sequence[Item], heading: Heading, desk: Desk
) -> Iterator[Footer]:
    """Yield what stands at the foot of a page: footers, and the lines that belong to it."""
    footers = place_footers(plan.slide, page.layout, heading.number, desk)
    if not has_foot(plan.slide, page.layout):
        yield from footers
        return
    from deckgen.layout.foot.footnotes import place_footnotes
    from deckgen.layout.foot.sharing import making_room

    shown = content if len(plan.pages) > 1 else None
    lines = tuple(place_footnotes(plan.slide, page.layout, shown, heading.number, desk))
    yield from (making_room(footer, lines) for footer in footers)
    yield from lines


def _page(plan: Plan, index: int, heading: Heading, items: tuple[Item, ...]) -> Page:
    slide, page = plan.slide, plan.pages[index]
    copied = page.copied
    return Page(
        layout=page.layout,
        items=items,
        title=heading.name,
        slide=slide.id,
        number=index + 1,
        count=len(plan.pages),
        span=slide.span,
        section=slide.section,
        notes=slide.notes if index == 0 and copied is None else (),
        hidden=slide.hidden and copied is None,
        transition=slide.transition if copied is None else Transition.NONE,
        copied=None if copied is None else copied.part,
    )
