"""Parts of a `Spec` -> the slides of a `Deck`, in the order in which they are written."""

from __future__ import annotations

from itertools import chain, takewhile
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.content import Run, join
from deckgen.deck import Deck, Footers, Footnote, LogicalSlide, Runs, SlideKind
from deckgen.diagnostics import Sink
from deckgen.internal import Boundary
from deckgen.patterns import replacement_fields
from deckgen.records import Struct, field, replace
from deckgen.resolve.anchors import anchored
from deckgen.resolve.backgrounds import credits_of, with_background
from deckgen.resolve.languages import guess_language
from deckgen.resolve.links import check_ids, linked
from deckgen.resolve.properties import info_of
from deckgen.resolve.sequence import numbered, with_ordinals, with_sections
from deckgen.resolve.spoken import with_spoken
from deckgen.slideshow import Transition
from deckgen.source import Span
from deckgen.spec.builds import appears_later
from deckgen.spec.footnotes import is_noted
from deckgen.spec.keys import shape_of
from deckgen.spec.kinds import NumberPattern
from deckgen.spec.language import (
    Agenda,
    Closing,
    Common,
    Keynote,
    Layouts,
    Section,
    Settings,
    Slide,
    Spec,
    TitleSlide,
    Track,
    Use,
)
from deckgen.wording import texts_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from deckgen.spec.agenda import AgendaWish
    from deckgen.spec.kinds import Identifier, Inline, Word

_WITH_FOOTERS: Final = frozenset({SlideKind.CONTENT, SlideKind.SECTION})
"""The slides that show the footer, date and number which the deck has for all."""

_MOST_CREDITS: Final = 4
"""How many authors and places have a line each on a title slide: more are listed in one."""


def resolve(spec: Spec, sink: Sink, allowed: Collection[str] = ()) -> Deck:
    """Return the deck that a spec describes; an empty deck and broken links are reported.

    `allowed` is what links may lead to that they usually may not (see `addresses`).
    """
    settings = spec.deck or Settings(span=spec.span)
    reader = _Reader(settings, _language(spec, settings), sink, _dates(spec, settings))
    slides = with_ordinals(numbered(with_sections(reader.read(spec))))
    agenda = settings.agenda
    made = reader.agenda(Common(span=agenda.span), agenda) if agenda is not None else None
    if agenda is not None or any(slide.agenda for slide in slides):
        from deckgen.resolve.agenda import with_agendas  # few decks list their sections

        slides = with_agendas(slides, agenda, made)
    slides, anchors = anchored(slides)
    check_ids((*reader.ids, *(anchor.id for anchor in anchors)), sink)
    trademarks = settings.trademarks
    notice = trademarks.notice if trademarks else None
    runs = notice.runs if notice else ()
    given = {each.text: each.text for each in reader.ids}
    if any(slide.agenda for slide in slides):
        given |= {slide.id: slide.id for slide in slides}
    given |= {anchor.id.text: anchor.slide for anchor in anchors}
    told = Sink(guesses=sink.guesses)
    slides, runs = linked(slides, given, told, notice=runs, allowed=allowed, left_out=spec.left_out)
    # a slide that could not be read may have the id that is missing
    sink.add(item for item in told.told() if spec.is_whole or item.code is not codes.BROKEN_LINK)
    if trademarks and notice:
        trademarks = replace(trademarks, notice=replace(notice, runs=runs))
    if not slides and not sink.has_errors:
        top = spec.span.source.span(spec.span.start, spec.span.start)
        hint = "add `title:`, `overview:`, `slides:` or another part"
        sink.report(codes.EMPTY_DECK, top, "the deck holds no slide", hints=[hint])
    if spec.is_whole and slides and not any(slide.kind in _WITH_FOOTERS for slide in slides):
        from deckgen.resolve.unshown import report_unshown

        report_unshown(settings, slides, sink)
    return Deck(
        slides=slides,
        language=reader.language,
        numbering=settings.numbering,
        continuation=settings.continuation,
        info=info_of(spec, settings, slides),
        template=settings.template,
        size=settings.size,
        layouts=_layouts(settings.layouts),
        smallest=settings.smallest.size if settings.smallest else None,
        trademarks=trademarks if spec.is_whole else None,  # their rules are for all of a deck
    )


def _layouts(layouts: Layouts | None) -> tuple[tuple[str, Word], ...]:
    if layouts is None:
        return ()
    found = ((name, getattr(layouts, name)) for name in shape_of(Layouts).keys)
    return tuple((name, word) for name, word in found if word is not None)


def _language(spec: Spec, settings: Settings) -> str:
    if settings.language is not None:
        return settings.language.tag
    parts = (getattr(spec, name) for name in spec.parts)
    return guess_language(spec.span.source.text, parts)


def _dates(spec: Spec, settings: Settings) -> str:
    """Return what tells the year of the deck: its date, or the lines of its title."""
    title = spec.title
    told = [settings.date, *((title.date, title.title, title.subtitle) if title else ())]
    return "\n".join(words.text for words in told if words is not None)


class _Reader(Struct):
    settings: Settings
    language: str
    sink: Sink
    dates: str
    ids: list[Identifier] = field(default_factory=list)
    count: int = 0

    def read(self, spec: Spec) -> Iterator[LogicalSlide]:
        """Return the slides of all parts."""
        before: object = None
        for part in (getattr(spec, name) for name in spec.parts):
            yield from self.part(part, before)
            before = part

    def part(self, part: object, before: object) -> Iterator[LogicalSlide]:
        """Return the slides of a part that follows another."""
        match part:
            case TitleSlide():
                yield self.title_slide(part)
            case Keynote():
                yield from self.keynote(part)
            case Closing():
                yield self.closing(part)
            case Slide():
                yield self.content(part, section=part.title.text if part.title else None)
            case tuple():
                yield from self.many(part, begins=not isinstance(before, TitleSlide | None))

    def many(
        self, parts: tuple[Slide | Track | Section | Agenda | Use, ...], *, begins: bool
    ) -> Iterator[LogicalSlide]:
        """Return slides and those of tracks. Slides of no track or divider `begin` a section.

        They do so behind a track in any case. It is called as the first of them that has a title.
        """
        section = _first_title(parts) if begins else None
        for number, part in enumerate(parts):
            match part:
                case Track():
                    yield from self.track(part)
                    section = _first_title(parts[number + 1 :])
                case Section():
                    section = part.section.text
                    yield self.divider(part)
                case Use():
                    yield self.used(part, section=section)
                case Agenda():
                    yield replace(self.agenda(part, part.agenda, part.title), section=section)
                case Slide():
                    yield self.content(part, section=section)

    def used(self, part: Use, section: str | None) -> LogicalSlide:
        """Return a slide of the template; what it shows is not known yet."""
        slide = self.slide(Common(span=part.span, id=part.id), SlideKind.USED, ())
        return replace(slide, use=part.use, section=section)

    def agenda(self, part: Common, wish: AgendaWish, title: Inline | None = None) -> LogicalSlide:
        """Return a slide that lists the deck's sections, which are not known yet."""
        from deckgen.resolve.agenda import usual_title

        slide = self.slide(part, SlideKind.CONTENT, ())
        usual = Run(usual_title(slide.language), wish.span)
        given = title or wish.title
        return replace(
            slide,
            title=given.runs if given is not None else (usual,),
            content=wish.list,
            counted=False,
            agenda=True,
            numbered_agenda=wish.numbers,
        )

    def track(self, track: Track) -> Iterator[LogicalSlide]:
        pattern = self.settings.track_title.text
        for session in track.sessions:
            parts = {"track": track.track.runs, "title": session.title.runs}
            title = _filled(pattern, parts, session.title.span)
            yield replace(self.content(session, section=track.track.text), title=title)

    def keynote(self, keynote: Keynote) -> Iterator[LogicalSlide]:
        for slide in keynote.slides:
            made = self.content(slide, section=keynote.title.text)
            if slide.title is None:
                made = replace(made, title=keynote.title.runs, shares_title=slide.number)
            yield made

    def title_slide(self, part: TitleSlide) -> LogicalSlide:
        slide = self.cover(part, SlideKind.TITLE, part.title.runs)
        groups = [
            tuple([inline.runs for inline in group if inline.runs])
            for group in (part.affiliation, part.authors)
        ]
        if sum(map(len, groups)) > _MOST_CREDITS:
            groups = [(_listed(group, slide.language),) for group in groups if group]
        return replace(
            slide,
            subtitle=part.subtitle.runs if part.subtitle else (),
            credits=tuple(chain.from_iterable(groups)),
            section=part.title.text,
        )

    def divider(self, part: Section) -> LogicalSlide:
        slide = self.cover(part, SlideKind.SECTION, part.section.runs)
        subtitle = part.subtitle.runs if part.subtitle else ()
        return replace(slide, subtitle=subtitle, section=part.section.text)

    def closing(self, part: Closing) -> LogicalSlide:
        slide = self.cover(part, SlideKind.CLOSING, part.title.runs)
        subtitle = part.subtitle.runs if part.subtitle else ()
        return replace(slide, subtitle=subtitle, section=part.title.text)

    def content(self, part: Slide, section: str | None) -> LogicalSlide:
        part = with_spoken(part)
        title = part.title.runs if part.title else ()
        slide = self.slide(part, SlideKind.CONTENT, title)
        slide = replace(
            slide,
            content=part.content,
            split=part.split,
            counted=part.number,
            shrinks=part.fit == "shrink",
            section=section,
        )
        with Boundary(self.sink, part.span):
            if has_footnotes(part):
                from deckgen.resolve.footnotes import with_footnotes

                slide = with_footnotes(slide, part, self.sink)
            if part.build or appears_later(part.content):
                from deckgen.resolve.builds import with_build

                slide = with_build(slide, part)
            return with_background(slide, part.background, self.sink)
        return slide

    def slide(self, part: Common, kind: SlideKind, title: Runs) -> LogicalSlide:
        """Return a slide with what every slide takes."""
        self.count += 1
        if part.id is not None:
            self.ids.append(part.id)
        return LogicalSlide(
            id=part.id.text if part.id else f"slide {self.count}",
            kind=kind,
            title=title,
            span=part.span,
            language=part.language.tag if part.language else self.language,
            footers=self.footers(part, kind),
            notes=part.notes.paragraphs if part.notes else (),
            layout=part.layout,
            hidden=part.hidden,
            seconds=part.timing.seconds if part.timing else 0,
            transition=Transition(part.transition or self.settings.transition),
            footnotes=self.small_print(part),
        )

    def cover(self, part: Common, kind: SlideKind, title: Runs) -> LogicalSlide:
        """Return a slide of a title and lines, with what is behind it."""
        slide = with_background(self.slide(part, kind, title), part.background, self.sink)
        if part.background is None:
            return slide
        return replace(slide, footnotes=(*credits_of(part.background), *slide.footnotes))

    def small_print(self, part: Common) -> tuple[Footnote, ...]:
        """Return the lines that every slide has at its foot: a label, and the copyright."""
        if part.label is None and self.settings.label is None and self.settings.copyright is None:
            return ()
        from deckgen.resolve.small_print import small_print

        return small_print(part, self.settings, self.dates)

    def footers(self, part: Common, kind: SlideKind) -> Footers:
        """Return the footers of a slide: its own, else the deck's unless it opens or closes it."""
        plain_page = kind in _WITH_FOOTERS
        text = part.footer or (self.settings.footer if plain_page else None)
        date = part.date or self.settings.date
        if kind is SlideKind.TITLE:
            date = part.date
        shows_date = date is not None and (plain_page or part.date is not None)
        pattern, shows_number = self.settings.slide_numbers, part.slide_number
        if shows_number is None:
            shows_number = plain_page and bool(pattern.text)
        if not pattern.text:
            pattern = NumberPattern("{n}")
        return Footers(
            text.runs if text else (),
            date.text if date is not None and shows_date else "",
            pattern if shows_number else None,
        )


def has_footnotes(part: Slide) -> bool:
    """Tell whether a slide or one of its blocks says, or refers to, something at its foot."""
    noted = (is_noted(block) for block in (part.background, *part.content))
    if part.footnotes or part.source or any(noted):
        return True
    titles = (part.title.runs,) if part.title else ()
    told = chain(titles, texts_in(part.content))
    return any("[^" in run.text for runs in told for run in runs)


def _first_title(parts: Iterable[Slide | Track | Section | Agenda | Use]) -> str:
    """Return the title of the first slide before a track or divider that has one, or nothing."""
    loose = takewhile(lambda part: isinstance(part, Slide | Use), parts)
    titles = (part.title.text for part in loose if isinstance(part, Slide) and part.title)
    return next((title for title in titles if title), "")


def _listed(lines: tuple[Runs, ...], language: str) -> Runs:
    """Return what were lines as one, with the commas of a language between."""
    comma = "、" if language.partition("-")[0] in {"ja", "zh"} else ", "
    first, *others = lines
    return (*first, *(run for line in others for run in (Run(comma, line[0].span), *line)))


def _filled(pattern: str, parts: dict[str, Runs], span: Span) -> Runs:
    """Return the runs of a pattern whose places hold runs, all of them at one place."""
    filled: list[Run] = []
    for text, name, _, _ in replacement_fields(pattern):
        filled += [Run(text, span), *(replace(run, span=span) for run in parts.get(name or "", ()))]
    return join(filled)
