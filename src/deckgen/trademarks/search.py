"""A deck and its registries -> every mention of a mark, on its slide and in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import plain
from deckgen.records import Struct
from deckgen.trademarks.lexicon import Lexicon
from deckgen.trademarks.registry import marks_of
from deckgen.wording import SHOWN, TextRole, Wording, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.content import Run
    from deckgen.deck import Deck
    from deckgen.source import Span
    from deckgen.spec.registries import Registry
    from deckgen.trademarks.forms import Form
    from deckgen.trademarks.registry import Mark


class Mention(Struct, frozen=True):
    """A mark where it is mentioned: the number of the slide, from 0, and the stretch of its text.

    `start` and `stop` count characters of the stretch. `signed` tells that a ® or ™ follows,
    `bound` that the mention is part of a link or of code, which are left as they are.
    """

    mark: Mark
    form: Form
    text: str
    slide: int
    stretch: Wording
    start: int
    stop: int
    span: Span
    signed: bool
    bound: bool

    @property
    def part(self) -> TextRole:
        """What of the slide mentions it."""
        return self.stretch.part

    @property
    def is_shown(self) -> bool:
        """Whether the slide shows it as its own: not in a footer, notes or alternative text."""
        return self.stretch.part in SHOWN


class Found(Struct, frozen=True):
    """The mentions of a deck in reading order, and the marks that were searched for."""

    mentions: tuple[Mention, ...]
    lexicon: Lexicon

    def counted(self, *, notes: bool) -> tuple[Mention, ...]:
        """Return the mentions that make a slide mention a mark."""
        return tuple(
            mention
            for mention in self.mentions
            if mention.part is not TextRole.FOOTER and (notes or mention.part is not TextRole.NOTES)
        )

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks that are mentioned, each once, in the order of their first mentions."""
        return tuple({mention.mark.name: mention.mark for mention in self.mentions}.values())


def search(deck: Deck, registries: Iterable[Registry] = ()) -> Found:
    """Return where the deck mentions marks; in time linear in the length of its text."""
    lexicon = Lexicon(marks_of(registries))
    return Found(tuple(_mentions(deck, lexicon)), lexicon)


def _mentions(deck: Deck, lexicon: Lexicon) -> Iterable[Mention]:
    places = [
        (number, stretch) for number, slide in enumerate(deck.slides) for stretch in wordings(slide)
    ]
    texts = [plain(stretch.runs) for _, stretch in places]
    for hit in lexicon.find(texts):
        number, stretch = places[hit.text]
        runs = _runs_at(stretch.runs, hit.start, hit.stop)
        if any(run.code for run, _ in runs):
            continue
        text = texts[hit.text][hit.start : hit.stop]
        yield Mention(
            mark=hit.mark,
            form=hit.form,
            text=text,
            slide=number,
            stretch=stretch,
            start=hit.start,
            stop=hit.stop,
            span=_place(*runs[0], text),
            signed=hit.signed,
            bound=any(run.link is not None for run, _ in runs),
        )


def _runs_at(runs: tuple[Run, ...], start: int, stop: int) -> list[tuple[Run, int]]:
    """Return the runs that a part of their joined text covers; for each, where in it it starts."""
    if len(runs) == 1:
        return [(runs[0], start)]
    found, position = [], 0
    for run in runs:
        end = position + len(run.text)
        if position < stop and start < end:
            found.append((run, max(0, start - position)))
        position = end
    return found


def _place(run: Run, offset: int, text: str) -> Span:
    """Return where a part of a run is written, or the place of the run where that is not known."""
    span = run.span
    written = span.text
    if written != run.text:
        offset = written.find(text, min(offset, len(written)))
        if offset < 0:
            offset = written.find(text)
    if offset < 0:
        return span
    start = span.start + offset
    return span.source.span(start, min(start + len(text), span.stop))
