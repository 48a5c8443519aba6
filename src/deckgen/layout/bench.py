"""A run of slides -> what the whole deck has to know of them, and then their pages."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeVar

from deckgen.deck import SlideKind
from deckgen.diagnostics import Sink
from deckgen.internal import Boundary
from deckgen.layout.desk import Largest
from deckgen.layout.place.slide import PlacedSlide, place_slide
from deckgen.layout.plan.arrange import plan_slide
from deckgen.layout.plan.model import TitleSize
from deckgen.pages import said_by
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.desk import Desk
    from deckgen.layout.place.slide import Heading
    from deckgen.layout.plan.model import BodySize, Plan, PlannedPage
    from deckgen.pages import Page
    from deckgen.source import Span
    from deckgen.template.purposes import Purpose
    from deckgen.timings import Timings

    Headings = tuple[Heading, ...]

_Made = TypeVar("_Made")
_LONGEST_NAME: Final = 60


class LostHelperError(Exception):
    """A process that laid out slides has ended before its time."""


class Planned(Struct, frozen=True):
    """What the whole deck has to know of a planned slide.

    `names` has one for each page: what it is called if it has no title, nothing where that is not
    needed. `title` is that of content, or of a divider, which may be in another size. `body` and
    `lacking` are those of the plan.
    """

    names: tuple[str, ...] = ()
    title: TitleSize | None = None
    body: BodySize | None = None
    lacking: tuple[tuple[Purpose, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Placed(Struct, frozen=True):
    """The slides of a bench, placed, and the fonts that were asked for and are not known here.

    `bugs` tells what went wrong, `missing` and `absent` are those of the typesetter.
    """

    slides: tuple[PlacedSlide, ...]
    bugs: tuple[Diagnostic, ...] = ()
    missing: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class Bench:
    """Lays out a run of slides, one after the other, at a desk.

    A slide that brings a bug to light has no pages.
    """

    def __init__(
        self,
        slides: Sequence[LogicalSlide],
        desk: Desk,
        progress: Callable[[int], None] = lambda _done: None,
        finish: Callable[[Page], Page] | None = None,
    ) -> None:
        """Take slides; `progress` is told how many of them are planned.

        What `finish` makes of their pages is handed over for these.
        """
        self._finish: Final = finish
        self._slides: Final = slides
        self.desk: Final = desk
        self._progress: Final = progress
        self._sink: Final = Sink()
        self._plans: list[Plan | None] = []
        self.timings: Timings | None = None
        self._largest: Sequence[Largest | None] = ()
        self._headings: Sequence[Headings] = ()

    def plan(self) -> tuple[Planned, ...]:
        """Return what the deck has to know of the slides."""
        for done, slide in enumerate(self._slides):
            self._progress(done)
            self._plans.append(None)
            with Boundary(self._sink, slide.span):
                self._plans[-1] = self._timed(slide.span, partial(self.plan_slide, slide))
        return self._planned()

    def level(self, largest: Sequence[Largest | None]) -> None:
        """Take how large title and text of each slide may be, if the others of the deck say."""
        self._largest = largest

    def leveled(self) -> tuple[Planned, ...]:
        """Return what the deck has to know of the slides in these sizes."""
        for number, (slide, largest) in enumerate(zip(self._slides, self._largest, strict=True)):
            plan = self._plans[number]
            if plan is not None and largest is not None:
                with Boundary(self._sink, slide.span):
                    work = partial(self.plan_within, plan, largest)
                    self._plans[number] = self._timed(slide.span, work)
        return self._planned()

    def _planned(self) -> tuple[Planned, ...]:
        return tuple([Planned() if plan is None else _told_of(plan) for plan in self._plans])

    def head(self, headings: Sequence[Headings]) -> None:
        """Take the titles, names and numbers that the pages of the slides have."""
        self._headings = headings

    def place(self) -> Placed:
        """Return the slides as they are placed."""
        placed: list[PlacedSlide] = []
        for slide, plan, heading in zip(self._slides, self._plans, self._headings, strict=True):
            placed.append(PlacedSlide((), ()))
            if plan is not None:
                with Boundary(self._sink, slide.span):
                    placed[-1] = self._timed(slide.span, partial(self.place_slide, plan, heading))
        return Placed(tuple(placed), self._sink.sorted(), *self.unknown_fonts())

    def _timed(self, span: Span, work: Callable[[], _Made]) -> _Made:
        """Return what some work on a slide makes, after telling how long it took if it is asked."""
        made = work() if self.timings is None else self.timings.slide(span, work)
        self.desk.typesetter.turn_over()
        return made

    def plan_slide(self, slide: LogicalSlide) -> Plan:
        """Return the plan of a slide."""
        return plan_slide(slide, self.desk)

    def plan_within(self, plan: Plan, largest: Largest) -> Plan:
        """Return the plan of a slide whose title and body text are no larger than sizes.

        It is the plan that there is where smaller text would look otherwise on as many pages, or
        where a smaller title would take more of them.
        """
        if largest.title is not None:
            led = self._replanned(plan, Largest(title=largest.title))
            as_short = 0 < len(led.pages) <= len(plan.pages)
            if as_short and len(led.diagnostics) <= len(plan.diagnostics):
                plan = led
        if largest.text is None:
            return plan
        smaller = self._replanned(plan, Largest(largest.text, plan.title_most and largest.title))
        saves = 0 < len(smaller.pages) < len(plan.pages)
        return smaller if saves or _shape(smaller) == _shape(plan) else plan

    def _replanned(self, plan: Plan, largest: Largest) -> Plan:
        """Return the plan of a slide at a desk with other sizes."""
        made = plan_slide(plan.slide, self.desk.within(largest))
        if largest.title is None:
            return made
        return replace(made, title_most=made.title_most or largest.title)

    def place_slide(self, plan: Plan, headings: Headings) -> PlacedSlide:
        """Return the pages of a plan as they are handed over."""
        placed = place_slide(plan, headings, self.desk)
        if self._finish is None:
            return placed
        return replace(placed, pages=tuple(map(self._finish, placed.pages)))

    def unknown_fonts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the families that were asked for and are missing, and those that are absent."""
        return self.desk.typesetter.missing(), self.desk.typesetter.absent()


def _shape(plan: Plan) -> tuple[object, ...]:
    """Return what of a plan is the same where only its text is smaller."""
    pages = [(page.layout.part, len(page.fragments), len(page.items)) for page in plan.pages]
    return *pages, *plan.diagnostics


def _told_of(plan: Plan) -> Planned:
    titled = bool(plan.slide.title)
    names = tuple(["" if titled else _name(page) for page in plan.pages])
    return Planned(names, _title_size(plan), plan.body, plan.lacking, plan.diagnostics)


def _title_size(plan: Plan) -> TitleSize | None:
    """Return the size of a title above content, or of a divider, if others may settle it.

    One that is as small as its text says nothing of how long titles are.
    """
    slide, title = plan.slide, plan.title
    follows = slide.kind is SlideKind.SECTION or (slide.kind is SlideKind.CONTENT and slide.content)
    if title is None or not follows or not slide.shrinks or plan.title_most is not None:
        return None
    return TitleSize(title.levels[0].size, title.usual)


def _name(page: PlannedPage) -> str:
    """Return what a page without a title is called in lists of slides: what it shows."""
    if page.copied is not None:
        return page.copied.title
    for item in chain((item for part in page.fragments for item in part.items()), page.items):
        words = said_by(item).split()
        if words:
            return " ".join(words)[:_LONGEST_NAME]
    return ""
