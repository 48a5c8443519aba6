"""The footnotes and sources of a slide -> the lines at its foot, and numbers in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.content import Run, join
from deckgen.deck import Footnote, FootnoteKind
from deckgen.records import replace
from deckgen.wording import reworded, said_in, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import LogicalSlide, Runs
    from deckgen.diagnostics import Sink
    from deckgen.source import Span
    from deckgen.spec.kinds import Inline
    from deckgen.spec.language import Slide

_REFERENCE: Final = re.compile(r"\[\^(\d{1,3})\]")
_SOURCE: Final = {
    "ja": "出典：",
    "zh": "来源：",
    "ko": "출처: ",
    "en": "Source: ",
    "de": "Quelle: ",
    "fr": "Source : ",
    "es": "Fuente: ",
    "it": "Fonte: ",
    "pt": "Fonte: ",
    "nl": "Bron: ",
    "sv": "Källa: ",
}


def with_footnotes(slide: LogicalSlide, part: Slide, sink: Sink) -> LogicalSlide:
    """Return a slide with its footnotes and sources among the lines at its foot.

    `[^1]` in its text becomes the raised number of the first footnote. A footnote to which nothing
    refers has no number. Numbers for which there is no footnote are reported.
    """
    referred: dict[int, list[Span]] = {}
    if part.footnotes:
        count = len(part.footnotes)
        changes: dict[int, Runs] = {}
        kept = list(stretches(slide))
        for stretch in kept:
            if "[^" not in "".join(run.text for run in stretch.runs):
                continue
            changes[id(stretch.runs)] = join(_numbered(stretch.runs, count, referred, sink))
        slide = reworded(slide, changes)
    lines = (*slide.footnotes, *_notes(part, referred), *_sources(part, slide.language))
    return replace(slide, footnotes=in_order(lines))


def in_order(lines: tuple[Footnote, ...]) -> tuple[Footnote, ...]:
    """Return lines in the order of their kinds."""
    kinds = list(FootnoteKind)
    return tuple(sorted(lines, key=lambda line: kinds.index(line.kind)))


def _numbered(runs: Runs, count: int, referred: dict[int, list[Span]], sink: Sink) -> Iterator[Run]:
    """Yield runs in which references are raised numbers; tell where each number is referred to."""
    for run in runs:
        position = 0
        for match in _REFERENCE.finditer("" if run.code else run.text):
            number = int(match[1])
            if not 1 <= number <= count:
                message = f"the slide has no footnote {number}"
                hint = f"it has {count}: write one of `[^1]` to `[^{count}]`, or add it"
                sink.report(codes.UNKNOWN_FOOTNOTE, run.span, message, hints=[hint])
                continue
            referred.setdefault(number, []).append(run.span)
            yield replace(run, text=run.text[position : match.start()])
            yield Run(str(number), run.span, raised=True)
            position = match.end()
        yield replace(run, text=run.text[position:])


def _notes(part: Slide, referred: dict[int, list[Span]]) -> Iterator[Footnote]:
    for number, note in enumerate(part.footnotes, start=1):
        if not note.runs:
            continue
        places = tuple(referred.get(number, ()))
        sign = (Run(str(number), note.span, raised=True), Run(" ", note.span)) if places else ()
        yield Footnote(FootnoteKind.NOTE, (*sign, *note.runs), places)


def _sources(part: Slide, language: str) -> Iterator[Footnote]:
    for source in part.source:
        yield from _source(source, language)
    for block in part.content:
        for source, span in said_in(block, "source"):
            yield from _source(source, language, span)


def _source(source: Inline, language: str, *at: Span) -> Iterator[Footnote]:
    """Yield the line for a source, led in by a word unless it has one of its own."""
    if not source.runs:
        return
    word = _SOURCE.get(language.partition("-")[0], _SOURCE["en"])
    lead = () if re.match(r"[^\s:：]{2,12}\s?[:：]", source.text) else (Run(word, source.span),)
    yield Footnote(FootnoteKind.SOURCE, (*lead, *source.runs), at)
