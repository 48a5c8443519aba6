"""A deck and its registries -> every mention of a mark, on its slide and in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import plain
from deckgen.records import Struct
from deckgen.trademarks.lexicon import Lexicon
from deckgen.trademarks.places import WrittenRuns
from deckgen.trademarks.registry import marks_of
from deckgen.wording import SHOWN, TextRole, Wording, wordings

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    written: dict[int, WrittenRuns] = {}
    for hit in lexicon.find(texts):
        number, stretch = places[hit.text]
        if hit.text not in written:
            written = {hit.text: WrittenRuns(stretch.runs)}  # hits come text by text
        runs = written[hit.text].at(hit.start, hit.stop)
        if any(run.code for run in runs):
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
            span=written[hit.text].place(hit.start, hit.stop),
            signed=hit.signed,
            bound=any(run.link is not None for run in runs),
        )
