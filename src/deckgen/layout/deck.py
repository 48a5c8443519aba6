"""`Deck` and `Template` -> `Pages`, in three passes.

Each slide is planned alone: its layout, its content measured and divided into pages, with room for
the widest title that these may get. How many pages all slides have then settles the titles. At last
each slide is placed alone, below its real titles. The first and the last pass are functions of a
slide and the desk that it is laid out at, and hand back what there is to say.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.content import on_one_line, plain
from deckgen.deck import SlideKind
from deckgen.diagnostics import diagnose
from deckgen.layout.bench import Bench
from deckgen.layout.desk import Desk, LayoutSettings
from deckgen.layout.foot.footers import PageNumber
from deckgen.layout.place.slide import Heading
from deckgen.layout.titles.numbering import titled, unique
from deckgen.pages import Pages, Properties
from deckgen.records import Struct, replace
from deckgen.template.model import Role
from deckgen.template.purposes import Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from deckgen.deck import Deck, Footers, LogicalSlide
    from deckgen.diagnostics import Diagnostic, Sink
    from deckgen.geometry import Size
    from deckgen.layout.bench import Placed, Planned
    from deckgen.layout.cores import Helper
    from deckgen.layout.memory import LayoutMemory
    from deckgen.pages import Page
    from deckgen.template.model import Template
    from deckgen.text.typesetter import Typesetter
    from deckgen.timings import Timings


_LEAST_DIGITS: Final = 2
_PAGES_A_SLIDE: Final = 2
"""The digits for which room is kept in numbers of pages: of twice as many pages as slides."""


class Work(Struct, frozen=True):
    """How many processes lay a deck out, and what is told how many of how many slides are planned.

    The pages are the same whatever their number is. With a memory, this process does it all. Where
    several do, each hands over what `finish` makes of its pages. `timings` are told how long the
    slides take that are laid out here.
    """

    jobs: int = 1
    progress: Callable[[int, int], None] = lambda _done, _total: None
    memory: LayoutMemory | None = None
    timings: Timings | None = None
    finish: Callable[[Page], Page] | None = None


_MORE_HERE: Final = 0.05
"""How many more slides are laid out here than elsewhere, as a share: others have to send theirs."""
ALONE: Final = Work()


def lay_out(
    deck: Deck,
    template: Template,
    typesetter: Typesetter,
    sink: Sink,
    work: Work = ALONE,
) -> Pages:
    """Return the pages of a deck on a template. What does not fit is reported and left out."""
    settings = settings_of(deck)
    agendas = {slide.id for slide in deck.slides if slide.agenda}
    if agendas:  # what these tell is known last
        work = replace(work, finish=None)
    if work.memory is None:
        desk = Desk(template, typesetter, settings)
    else:
        desk = work.memory.desk(template, typesetter, settings)
    with _benches(deck.slides, desk, work) as benches:
        if isinstance(benches[0], Bench):
            benches[0].timings = work.timings
        planned = [bench.plan() for bench in benches]
        if _may_differ(deck.slides, planned):
            planned = _leveled(deck.slides, benches, planned, template.slide_size)
        together = [*chain.from_iterable(planned)]
        headings = headed(deck.slides, together, desk.settings)
        for bench, part in zip(benches, planned, strict=True):
            bench.head([next(headings) for _ in part])
        placed = [bench.place() for bench in benches]
    told = [item for each in together for item in each.diagnostics]
    told += [*_lacking(together), *chain.from_iterable(done.bugs for done in placed)]
    told += [item for done in placed for slide in done.slides for item in slide.diagnostics]
    _tell((*told, *_unknown_fonts(placed)), sink)
    pages = tuple([page for done in placed for slide in done.slides for page in slide.pages])
    targets = _targets(pages)
    if agendas:
        from deckgen.layout.place.numbers import with_page_numbers  # few decks need it

        pages = with_page_numbers(pages, agendas, targets)
    return Pages(pages, template, _properties(deck), targets)


def _tell(told: Iterable[Diagnostic], sink: Sink) -> None:
    """Report what there is to say; that a block is too large not beside a mistake within it."""
    overflows: list[tuple[int, Diagnostic]] = []
    for item in told:
        if item.code is codes.TEXT_OVERFLOW and item.span is not None:
            overflows.append((item.span.stop - item.span.start, item))
        else:
            sink.add((item,))
    for _, item in sorted(overflows, key=lambda each: each[0]):
        if item.span is not None and not sink.has_error_in(item.span):
            sink.add((item,))


@contextmanager
def _benches(
    slides: Sequence[LogicalSlide], desk: Desk, work: Work
) -> Iterator[Sequence[Bench | Helper]]:
    """Give the benches for slides: one here, the others in processes of their own."""
    total, count = len(slides), min(work.jobs, len(slides))
    if work.memory is not None:
        yield [work.memory.bench(slides, desk, lambda done: work.progress(done, total))]
        return
    if count < 2:
        yield [Bench(slides, desk, lambda done: work.progress(done, total))]
        return
    from deckgen.layout.cores import helpers

    part = total / (count + _MORE_HERE)
    edges = [0, *(round(part * (number + _MORE_HERE)) for number in range(1, count + 1))]
    first, *others = [slides[start:stop] for start, stop in pairwise(edges)]
    here = Bench(first, desk, lambda done: work.progress(done * count, total), work.finish)
    with helpers(others, desk, work.finish) as started:
        yield [here, *started]


def _leveled(
    slides: Sequence[LogicalSlide],
    benches: Sequence[Bench | Helper],
    planned: list[tuple[Planned, ...]],
    size: Size,
) -> list[tuple[Planned, ...]]:
    """Return what is planned once titles have one size, and the text of a section has."""
    from deckgen.layout.alike import largest_in_deck  # the sizes of most decks are as planned

    largest = largest_in_deck(slides, [*chain.from_iterable(planned)], size)
    if not any(largest):
        return planned
    sizes = iter(largest)
    for bench, part in zip(benches, planned, strict=True):
        bench.level([*islice(sizes, len(part))])
    return [bench.leveled() for bench in benches]


def _may_differ(slides: Sequence[LogicalSlide], planned: list[tuple[Planned, ...]]) -> bool:
    """Tell whether pages that belong together may have text, or titles, in several sizes."""
    if any(slide.section is not None for slide in slides):
        return True
    titles = (plan.title for plan in chain.from_iterable(planned))
    return any(title is not None and title.size < title.usual for title in titles)


def _unknown_fonts(placed: Sequence[Placed]) -> Iterator[Diagnostic]:
    """Yield what there is to say of fonts that are not known or not installed here."""
    for family in sorted({family for bench in placed for family in bench.missing}):
        message = f"`{family}` is not known here; its text is measured with a stand-in"
        yield diagnose(codes.MISSING_FONT, None, message)
    absent = sorted({family for bench in placed for family in bench.absent})
    if absent:
        listed = ", ".join(f"`{family}`" for family in absent)
        message = f"fonts of the template are not installed here: {listed}"
        yield diagnose(codes.ABSENT_FONT, None, message)


def settings_of(deck: Deck) -> LayoutSettings:
    """Return what a deck asks of the layout of all its slides."""
    sharing = sum(slide.shares_title for slide in deck.slides)
    return LayoutSettings(
        smallest=deck.smallest,
        named={Purpose[kind.upper()]: name for kind, name in deck.layouts},
        numbering=deck.numbering,
        continuation=deck.continuation,
        digits=max(_LEAST_DIGITS, len(str(sharing * _PAGES_A_SLIDE))),
        common=_common([s.footers for s in deck.slides if s.kind is SlideKind.CONTENT]),
    )


def _common(given: Sequence[Footers]) -> dict[Role, str]:
    """Return which footers slides with content have, and what the first that has some says there.

    It is words alone: where they are written would change with each edit above them.
    """
    found: dict[Role, str] = {}
    for footers in given:
        if footers.number:
            found.setdefault(Role.NUMBER, "")
        if footers.date:
            found.setdefault(Role.DATE, footers.date)
        if footers.text and Role.FOOTER not in found:
            found[Role.FOOTER] = plain(footers.text)
    return found


def headed(
    slides: Sequence[LogicalSlide], planned: Sequence[Planned], settings: LayoutSettings
) -> Iterator[tuple[Heading, ...]]:
    """Yield what all plans together settle for the pages of each: titles, names and numbers."""
    counts = [len(plan.names) for plan in planned]
    titles = [*titled([*zip(slides, counts, strict=True)], settings)]
    own, total = chain.from_iterable([plan.names for plan in planned]), len(titles)
    said = enumerate(zip(titles, own, strict=True), start=1)
    names = unique([on_one_line(title) or name or f"Slide {n}" for n, (title, name) in said])
    numbers = [PageNumber(page, total) for page in range(1, total + 1)]
    headings = map(Heading, titles, names, numbers)
    return (tuple(islice(headings, pages)) for pages in counts)


def _lacking(planned: Iterable[Planned]) -> tuple[Diagnostic, ...]:
    """Say once for which kinds of slides the template has no layout, and what is used instead."""
    lacking: dict[Purpose, str] = {}
    for plan in planned:
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
        dpi=info.dpi,
    )
