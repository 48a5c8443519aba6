"""Slides -> the same with agendas: lists of the deck's sections that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import NUMBER_SPACE, POINTER, Link, Marker, Paragraph, Run
from deckgen.deck import SlideKind
from deckgen.records import Struct, replace
from deckgen.resolve.sequence import with_sections
from deckgen.wording import records_in, reworded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.spec.agenda import AgendaWish

_DIGITS: Final = "888"
"""As wide as the widest number of a page that is foreseen."""
_LEAST: Final = 2
"""So many sections are worth a list."""
_TITLES: Final = {
    "ja": "目次",
    "zh": "目录",
    "ko": "목차",
    "de": "Agenda",
    "fr": "Sommaire",
    "es": "Índice",
    "it": "Indice",
    "pt": "Agenda",
    "nl": "Agenda",
    "sv": "Agenda",
    "pl": "Plan",
    "ru": "Содержание",
}


class AgendaLine(Struct, frozen=True):
    """A line of an agenda: a section, or a slide of a deck without any, and where it leads.

    What stands between the title slide and the first section is none that is to be told.
    """

    text: str
    slide: str
    section: str | None
    is_told: bool = True


def with_agendas(
    slides: Sequence[LogicalSlide], wanted: AgendaWish | None, agenda: LogicalSlide | None
) -> tuple[LogicalSlide, ...]:
    """Return slides in which agendas list the sections, and with those that a deck asks for.

    These are one behind the title, and one before each section, which marks it. `agenda` is such
    a slide. A deck of less than two sections has one alone, which lists its slides.
    """
    entries = _entries(slides)
    found = [_filled(slide, entries, None) if slide.agenda else slide for slide in slides]
    if wanted is None or agenda is None:
        return tuple(found)
    return tuple(with_sections(_among(found, agenda, entries)))


def _among(
    slides: Iterable[LogicalSlide], agenda: LogicalSlide, entries: Sequence[AgendaLine]
) -> Iterator[LogicalSlide]:
    """Yield slides with an agenda behind the title, and one before each section but the first."""
    marked = entries if any(entry.section is not None for entry in entries) else entries[:1]
    begins = {entry.slide: entry for entry in marked}
    first, number = True, 0
    for slide in slides:
        entry = begins.get(slide.id)
        if entry is not None:
            number += 1
            made = replace(agenda, id=f"{agenda.id} {number}", section=slide.section)
            yield _filled(made, entries, None if first else entry)
            first = False
        yield slide


def _entries(slides: Sequence[LogicalSlide]) -> list[AgendaLine]:
    """Return what an agenda may list: sections in their order, else the slides with a title."""
    told = [
        slide
        for slide in slides
        if slide.kind in {SlideKind.CONTENT, SlideKind.SECTION}
        and not slide.agenda
        and not slide.hidden
    ]
    covers = {slide.section for slide in slides if slide.kind is SlideKind.TITLE}
    sections: dict[str, AgendaLine] = {}
    for slide in told:
        name = slide.section
        if name:
            sections.setdefault(name, AgendaLine(name, slide.id, name, name not in covers))
    if sum(entry.is_told for entry in sections.values()) >= _LEAST:
        return [*sections.values()]
    titles = {slide.title_text: slide.id for slide in reversed(told) if slide.title_text}
    return [AgendaLine(title, id_, None) for title, id_ in reversed(titles.items())]


def _filled(
    slide: LogicalSlide, entries: Sequence[AgendaLine], current: AgendaLine | None
) -> LogicalSlide:
    """Return an agenda with a line for each entry; the current one is marked."""
    lines = tuple(_line(slide, entry, entry is current) for entry in entries if entry.is_told)
    held = (getattr(record, "paragraphs", None) for record in records_in(slide.content))
    return reworded(slide, {id(paragraphs): lines for paragraphs in held if paragraphs})


def _line(slide: LogicalSlide, entry: AgendaLine, current: bool) -> Paragraph:
    link = Link(f"#{entry.slide}", slide.span, quiet=True)
    run = Run(entry.text, slide.span, strong=current, link=link)
    glyph = POINTER if current else ""
    runs = (run, *_number(slide, entry)) if slide.numbered_agenda else (run,)
    return Paragraph(runs, slide.span, marker=Marker.BULLET, glyph=glyph)


def _number(slide: LogicalSlide, entry: AgendaLine) -> tuple[Run, ...]:
    """Return what stands for the number of the page at which an entry starts."""
    return Run(NUMBER_SPACE, slide.span), Run(_DIGITS, slide.span, page_of=entry.slide)


def usual_title(language: str) -> str:
    """Return what an agenda is called in a language."""
    return _TITLES.get(language.partition("-")[0], "Agenda")
