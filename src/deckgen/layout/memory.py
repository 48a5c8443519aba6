"""What a session remembers of layout: the plans and pages of the slides of the last deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.layout.bench import Bench
from deckgen.layout.desk import Desk
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.layout.bench import Headings, Planned
    from deckgen.layout.desk import Largest, LayoutSettings
    from deckgen.layout.place.slide import PlacedSlide
    from deckgen.layout.plan.model import Plan
    from deckgen.source import Span
    from deckgen.template.model import Template
    from deckgen.text.fonts import Families
    from deckgen.text.typesetter import Typesetter


class _LaidOut(Struct):
    """A slide, its plan and its pages, and the families in which they are set.

    `largest` are the sizes within which the deck keeps it, `within` the plan for that.
    """

    plan: Plan
    families: Families
    largest: Largest | None = None
    within: Plan | None = None
    headings: tuple[object, ...] = ()
    placed: PlacedSlide | None = None
    placed_by: Plan | None = None
    placed_in: Families = frozenset()

    def called(self, slide: LogicalSlide) -> None:
        """Let the plans be those of the slide with another id."""
        plans = [plan for plan in (self.plan, self.within) if plan is not None]
        renamed = {id(plan): replace(plan, slide=slide) for plan in plans}
        self.plan = renamed[id(self.plan)]
        self.within = self.within and renamed[id(self.within)]
        self.placed_by = self.placed_by and renamed.get(id(self.placed_by))


class LayoutMemory:
    """What was laid out for the last deck; nothing of it holds for another template."""

    def __init__(self) -> None:
        self._desk: Desk | None = None
        self._slides: dict[Span, _LaidOut] = {}

    def desk(self, template: Template, typesetter: Typesetter, settings: LayoutSettings) -> Desk:
        """Return the desk of the last deck, or a new one where that had something else on it."""
        desk = self._desk
        if desk is None or desk.template is not template or desk.settings != settings:
            desk = self._desk = Desk(template, typesetter, settings)
            self._slides = {}
        return desk

    def bench(
        self, slides: Sequence[LogicalSlide], desk: Desk, progress: Callable[[int], None]
    ) -> Bench:
        """Return the bench for all slides of a deck."""
        before, self._slides = self._slides, {}
        return _RememberingBench(slides, desk, progress, before, self._slides)


class _RememberingBench(Bench):
    """Lays out what is not known from the deck before."""

    def __init__(
        self,
        slides: Sequence[LogicalSlide],
        desk: Desk,
        progress: Callable[[int], None],
        before: dict[Span, _LaidOut],
        now: dict[Span, _LaidOut],
    ) -> None:
        super().__init__(slides, desk, progress)
        self._before = before
        self._now = now

    def plan_slide(self, slide: LogicalSlide) -> Plan:
        known = self._before.get(slide.span)
        if known is not None and _alike(known.plan.slide, slide):
            if known.plan.slide.id != slide.id:
                known.called(slide)
        else:
            plan = super().plan_slide
            known = _LaidOut(*self.desk.typesetter.families_asked_by(lambda: plan(slide)))
        self._now[slide.span] = known
        return known.plan

    def leveled(self) -> tuple[Planned, ...]:
        for slide, largest in zip(self._slides, self._largest, strict=True):
            known = self._now.get(slide.span)
            if known is not None and known.largest != largest:
                known.largest, known.within = largest, None
        return super().leveled()

    def plan_within(self, plan: Plan, largest: Largest) -> Plan:
        known = self._now[plan.slide.span]
        if known.within is not None:
            return known.within
        within, asked = super().plan_within, self.desk.typesetter.families_asked_by
        made, families = asked(lambda: within(plan, largest))
        known.within, known.families = made, known.families | families
        return made

    def place_slide(self, plan: Plan, headings: Headings) -> PlacedSlide:
        known, told = self._now[plan.slide.span], _told(plan, headings)
        if known.placed is not None and known.headings == told and known.placed_by is plan:
            placed = _called(plan.slide.id, known.placed)
        else:
            place, asked = super().place_slide, self.desk.typesetter.families_asked_by
            placed, known.placed_in = asked(lambda: place(plan, headings))
        known.headings, known.placed, known.placed_by = told, placed, plan
        return placed

    def unknown_fonts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        asked = (each.families | each.placed_in for each in self._now.values())
        return self.desk.typesetter.unknown(frozenset().union(*asked))


def _alike(one: LogicalSlide, other: LogicalSlide) -> bool:
    """Tell whether slides are the same but for their ids, which number those without one."""
    return one == other or (one.id != other.id and replace(one, id=other.id) == other)


def _called(identifier: str, placed: PlacedSlide) -> PlacedSlide:
    """Return a placed slide with an id."""
    if all(page.slide == identifier for page in placed.pages):
        return placed
    return replace(placed, pages=tuple(replace(page, slide=identifier) for page in placed.pages))


def _told(plan: Plan, headings: Headings) -> tuple[object, ...]:
    """Return what of the headings of a slide's pages is seen on them."""
    if plan.slide.footers.number is not None:
        return headings
    return tuple((heading.title, heading.name) for heading in headings)
