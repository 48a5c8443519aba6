"""A plan and the titles of its pages -> the pages: all that is to be seen on them, in its place."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect
from deckgen.layout.areas.furniture import has_foot
from deckgen.layout.foot.footers import place_footers
from deckgen.layout.titles.fit import fit_title
from deckgen.pages import HiddenTitle, Page, spans_of
from deckgen.records import Struct, replace
from deckgen.slideshow import Transition
from deckgen.source import Stretches
from deckgen.template.model import Placeholder, Role
from deckgen.units import ZERO, pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.deck import Runs, Surroundings
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
    desk, around = desk.behind(plan.slide), plan.slide.around
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
            told_of = len(plan.pages) > 1 and plan.slide.footnotes
            seen = _seen(plan.slide.title, content) if told_of else None
            foot = _foot(around, page.layout, seen, heading.number, desk)
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
    desk = desk.with_titles(plan.title_most)
    return fit_title(heading.title, plan.slide, page.layout, desk, planned.bottom)


def _bottom(plan: Plan, titles: Sequence[FittedTitle | None]) -> Emu:
    """Return where the content starts that a title has moved down: below some air, if it may."""
    shown = [title for title in titles if title is not None]
    bottom = max([title.bottom for title in shown], default=ZERO)
    airy = max([title.airy_bottom for title in shown], default=ZERO)
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


def _seen(title: Runs, content: Iterable[Item]) -> Stretches:
    """Return what is written that is seen on a page."""
    spans = chain.from_iterable(map(spans_of, content))
    return Stretches((*(run.span for run in title), *spans))


def _foot(
    around: Surroundings, layout: Layout, seen: Stretches | None, number: PageNumber, desk: Desk
) -> list[Footer]:
    """Return what stands at the foot of a page: footers, and the lines that belong to it."""
    footers = place_footers(around, layout, number, desk)
    if not has_foot(around, layout):
        return footers
    from deckgen.layout.foot.footnotes import place_footnotes
    from deckgen.layout.foot.sharing import making_room

    lines = tuple(place_footnotes(around, layout, seen, number, desk))
    return [*(making_room(footer, lines) for footer in footers), *lines]


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
