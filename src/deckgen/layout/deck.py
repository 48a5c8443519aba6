"""`Deck` and `Template` -> `Pages`, in three passes.

Each slide is planned alone: its layout, its content measured and divided into pages, with room for
the widest title that these may get. How many pages all slides have then settles the titles. At last
each slide is placed alone, below its real titles. The first and the last pass are functions of a
slide and the desk that it is laid out at, and hand back what there is to say.
"""

from __future__ import annotations

from itertools import chain, count, islice
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.content import on_one_line
from deckgen.deck import SlideKind
from deckgen.diagnostics import diagnose
from deckgen.internal import Boundary
from deckgen.layout.desk import Desk, LayoutSettings
from deckgen.layout.foot.footers import PageNumber
from deckgen.layout.place.slide import Heading, place_slide
from deckgen.layout.plan.arrange import plan_slide
from deckgen.layout.titles.numbering import titled, unique
from deckgen.pages import Pages, Picture, Properties, TextFrame
from deckgen.template.model import Role
from deckgen.template.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from deckgen.deck import Deck, Runs
    from deckgen.diagnostics import Diagnostic, Sink
    from deckgen.layout.plan.model import Plan, PlannedPage
    from deckgen.pages import Page
    from deckgen.template.model import Template
    from deckgen.text.typesetter import Typesetter


_LEAST_DIGITS: Final = 2
_PAGES_A_SLIDE: Final = 2
"""The digits for which room is kept in numbers of pages: of twice as many pages as slides."""
_LONGEST_NAME: Final = 60


def lay_out(
    deck: Deck,
    template: Template,
    typesetter: Typesetter,
    sink: Sink,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Pages:
    """Return the pages of a deck on a template. What does not fit is reported and left out."""
    desk = Desk(template, typesetter, settings_of(deck))
    plans: list[Plan] = []
    for number, slide in enumerate(deck.slides):
        progress(number, len(deck.slides))
        with Boundary(sink, slide.span):
            plans.append(plan_slide(slide, desk))
            sink.add(plans[-1].diagnostics)
    sink.add(_lacking(plans))
    pages: list[Page] = []
    for plan, headings in zip(plans, headed(plans, desk.settings), strict=True):
        with Boundary(sink, plan.slide.span):
            placed = place_slide(plan, headings, desk)
            pages += placed.pages
            sink.add(placed.diagnostics)
    for family in typesetter.missing():
        message = f"`{family}` is not known here; its text is measured with a stand-in"
        sink.report(codes.MISSING_FONT, None, message)
    absent = ", ".join(f"`{family}`" for family in typesetter.absent())
    if absent:
        message = f"fonts of the template are not installed here: {absent}"
        sink.report(codes.ABSENT_FONT, None, message)
    return Pages(tuple(pages), template, _properties(deck), _targets(pages))


def settings_of(deck: Deck) -> LayoutSettings:
    """Return what a deck asks of the layout of all its slides."""
    sharing = sum(slide.shares_title for slide in deck.slides)
    return LayoutSettings(
        smallest=deck.smallest,
        named={Purpose[kind.upper()]: name for kind, name in deck.layouts},
        numbering=deck.numbering,
        continuation=deck.continuation,
        digits=max(_LEAST_DIGITS, len(str(sharing * _PAGES_A_SLIDE))),
        common=frozenset(_common(deck)),
    )


def _common(deck: Deck) -> Iterator[Role]:
    """Yield which footers slides with content have."""
    footers = [slide.footers for slide in deck.slides if slide.kind is SlideKind.CONTENT]
    if any(each.text for each in footers):
        yield Role.FOOTER
    if any(each.date for each in footers):
        yield Role.DATE
    if any(each.number for each in footers):
        yield Role.NUMBER


def headed(plans: Sequence[Plan], settings: LayoutSettings) -> Iterator[tuple[Heading, ...]]:
    """Yield what all plans together settle for the pages of each: titles, names and numbers."""
    pages = [(plan, page) for plan in plans for page in plan.pages]
    titles = [*titled([(plan.slide, len(plan.pages)) for plan in plans], settings)]
    names = unique(
        [
            _name(page, title, number)
            for number, ((_, page), title) in enumerate(zip(pages, titles, strict=True), 1)
        ]
    )
    numbers = (PageNumber(page, len(pages)) for page in count(1))
    headings = map(Heading, titles, names, numbers)
    return (tuple(islice(headings, len(plan.pages))) for plan in plans)


def _name(page: PlannedPage, title: Runs, number: int) -> str:
    """Return what a page is called in lists of slides: its title, else what it shows."""
    name = page.copied.title if page.copied is not None else on_one_line(title)
    if name:
        return name
    for item in chain((item for part in page.fragments for item in part.items()), page.items):
        text = item.text if isinstance(item, TextFrame) else ""
        text = item.alt if isinstance(item, Picture) else text
        if text.strip():
            return " ".join(text.split())[:_LONGEST_NAME]
    return f"Slide {number}"


def _lacking(plans: Iterable[Plan]) -> tuple[Diagnostic, ...]:
    """Say once for which kinds of slides the template has no layout, and what is used instead."""
    lacking: dict[Purpose, str] = {}
    for plan in plans:
        for purpose, serving in plan.lacking:
            lacking.setdefault(purpose, serving)
    if not lacking:
        return ()
    kinds = " or ".join(purpose.value for purpose in lacking)
    used = ", ".join(f"`{name}`" for name in dict.fromkeys(lacking.values()))
    message = f"the template has no layout for {kinds} slides; they are composed on {used}"
    return (diagnose(codes.MISSING_LAYOUT, None, message),)


def _targets(pages: Sequence[Page]) -> dict[str, int]:
    """Return the index of the first page of each slide."""
    targets: dict[str, int] = {}
    for index, page in enumerate(pages):
        targets.setdefault(page.slide, index)
    return targets


def _properties(deck: Deck) -> Properties:
    info = deck.info
    return Properties(
        title=info.title,
        subject=info.subject,
        author=info.author,
        keywords=info.keywords,
        category=info.category,
        language=deck.language,
        company=info.company,
        whole_pictures=info.whole_pictures,
    )
