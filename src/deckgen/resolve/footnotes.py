"""The footnotes and sources of a slide -> the lines at its foot, and numbers in its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.content import Run, join, plain
from deckgen.deck import Footnote, FootnoteKind, in_order
from deckgen.diagnostics import Label
from deckgen.patterns import lazy
from deckgen.records import Struct, field, replace
from deckgen.source import Span
from deckgen.spec.backgrounds import Background
from deckgen.spec.footnotes import FootnoteDefinition
from deckgen.wording import parted, reworded, said_in, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import LogicalSlide, Runs
    from deckgen.diagnostics import Sink
    from deckgen.spec.kinds import Inline
    from deckgen.spec.language import Slide

REFERENCE: Final = lazy(r"\[\^([^\s\[\]^]{1,40})\]")
_WORD: Final = lazy(r"[^\W\d_](?:\w+(?:[-.:]\w+)*)?")
"""A label as people write them, `survey` or `fn-2`, and no set of letters, as `[^a-z]` is."""
_BETWEEN: Final = ","
"""What parts the numbers of two footnotes to which the same words refer."""
_LAST: Final = 1_000_000
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


class _Note(Struct):
    """A footnote of a slide; its number is 0 until something refers to it."""

    runs: Runs
    span: Span
    number: int = 0
    places: list[Span] = field(default_factory=list)


def with_footnotes(slide: LogicalSlide, part: Slide, sink: Sink) -> LogicalSlide:
    """Return a slide with its footnotes and sources among the lines at its foot.

    `[^label]` in its text becomes the superscript number of a footnote. Those in `footnotes:` are
    numbered as they are listed, those in Markdown after them as they are referred to. A footnote to
    which nothing refers has no number. Numbers for which there is no footnote are reported.
    """
    content, defined = parted(part.content, FootnoteDefinition)
    slide = replace(slide, content=content)
    notes = _Notes(part, defined, sink)
    changes: dict[int, Runs] = {}
    kept = list(wordings(slide))
    for stretch in kept:
        if "[^" in plain(stretch.runs):
            changes[id(stretch.runs)] = join(notes.numbered(stretch.runs))
    slide = reworded(slide, changes)
    own = (*notes.lines(), *_sources(part, slide.language))
    for line in own:
        notes.report_within(line.runs)
    lines = (*slide.footnotes, *own)
    return replace(slide, footnotes=in_order(lines))


class _Notes:
    """The footnotes of a slide by their labels."""

    def __init__(self, part: Slide, defined: tuple[FootnoteDefinition, ...], sink: Sink) -> None:
        self.sink = sink
        self.listed = len(part.footnotes)
        self.written: set[str] = set()
        self.by_label = {
            str(number): _Note(note.runs, note.span, number)
            for number, note in enumerate(part.footnotes, start=1)
        }
        for block in defined:
            self.define(block)

    def define(self, block: FootnoteDefinition) -> None:
        first = self.by_label.get(block.label)
        if first is None:
            self.by_label[block.label] = _Note(block.runs, block.span)
            self.written.add(block.label)
            return
        message = f"the slide has two footnotes `{block.label}`"
        label = Label(first.span, "first written here")
        self.sink.report(codes.DUPLICATE_FOOTNOTE, block.span, message, labels=[label])

    def numbered(self, runs: Runs) -> Iterator[Run]:
        """Yield runs in which references are superscript numbers; those that meet have commas."""
        follows = False
        for run in runs:
            position = 0
            for match in REFERENCE.finditer("" if run.code else run.text):
                note = self.by_label.get(match[1])
                if note is None:
                    self.report(match[1], _place(match[0], run.span))
                    continue
                note.number = note.number or self.next_number()
                note.places.append(run.span)
                before = run.text[position : match.start()]
                yield replace(run, text=before)
                between = _BETWEEN if follows and not before else ""
                yield Run(between + str(note.number), run.span, sign=True)
                position, follows = match.end(), True
            rest = run.text[position:]
            follows = follows and not rest
            yield replace(run, text=rest)

    def next_number(self) -> int:
        return 1 + max((note.number for note in self.by_label.values()), default=0)

    def report(self, label: str, span: Span) -> None:
        """Report a number that leads nowhere, and a word that is nearly a label.

        Another word is shown as it is written, and other brackets may be meant so.
        """
        near = None if label.isdecimal() else self.sink.guesses.closest(label, self.by_label)
        if near is None and not label.isdecimal():
            if _WORD.fullmatch(label):
                self.report_shown(label, span, f"add `[^{label}]: …` to the body")
            return
        hints = [f"did you mean `[^{near}]`?"] if near else []
        hints.append(f"add `[^{label}]: …` to the body")
        if label == str(self.listed + 1):
            hints[-1] += ", or a line to `footnotes:`"
        if self.by_label and not near:
            hints.append("it has " + ", ".join(f"`[^{label}]`" for label in self.by_label))
        message = f"the slide has no footnote {label}"
        self.sink.report(codes.UNKNOWN_FOOTNOTE, span, message, hints=hints)

    def report_shown(self, label: str, span: Span, instead: str) -> None:
        """Report that a reference is shown as it is written, and what to do."""
        message = f"`[^{label}]` is shown as it is written"
        hint = f"{instead}, or write it as code, with backticks"
        self.sink.report(codes.UNRENDERED_FOOTNOTE, span, message, hints=[hint])

    def report_within(self, runs: Runs) -> None:
        """Report references in a footnote or a source, which have no footnotes of their own."""
        for run in runs:
            for match in REFERENCE.finditer("" if run.code or run.sign else run.text):
                if match[1] in self.by_label or match[1].isdecimal() or _WORD.fullmatch(match[1]):
                    place = _place(match[0], run.span)
                    self.report_shown(match[1], place, "refer to it in the text above")

    def report_unused(self, label: str, note: _Note) -> None:
        """Report that nothing refers to a footnote that is written in Markdown."""
        message = f"nothing refers to the footnote `[^{label}]`, so that it has no number"
        hint = f"write `[^{label}]` where it belongs"
        self.sink.report(codes.UNUSED_DEFINITION, note.span, message, hints=[hint])

    def lines(self) -> Iterator[Footnote]:
        """Yield the footnotes by their numbers; those without one come last."""
        found = sorted(self.by_label.items(), key=lambda item: item[1].number or _LAST)
        for label, note in found:
            number, places = str(note.number), tuple(note.places)
            sign = (Run(number, note.span, sign=True), Run(" ", note.span)) if places else ()
            if label in self.written and not places:
                self.report_unused(label, note)
            if note.runs:
                yield Footnote(FootnoteKind.NOTE, (*sign, *note.runs), places)


def _place(reference: str, within: Span) -> Span:
    """Return where a reference is written, or all of its text where that is not to be told."""
    at = within.source.text.find(reference, within.start, within.stop)
    return within.source.span(at, at + len(reference)) if at >= 0 else within


def _sources(part: Slide, language: str) -> Iterator[Footnote]:
    for source in part.source:
        yield from _source(source, language)
    behind = () if part.background is None else (part.background,)
    for block in (*behind, *part.content):
        everywhere = isinstance(block, Background)
        for source, span in said_in(block, "source"):
            yield from _source(source, language, *(() if everywhere else (span,)))
        for credit, span in said_in(block, "credit"):
            if credit.runs:
                at = () if everywhere else (span,)
                yield Footnote(FootnoteKind.SOURCE, credit.runs, at)


def _source(source: Inline, language: str, *at: Span) -> Iterator[Footnote]:
    """Yield the line for a source, led in by a word unless it has one of its own."""
    if not source.runs:
        return
    word = _SOURCE.get(language.partition("-")[0], _SOURCE["en"])
    lead = () if re.match(r"[^\s:：]{2,12}\s?[:：]", source.text) else (Run(word, source.span),)
    yield Footnote(FootnoteKind.SOURCE, (*lead, *source.runs), at)
