"""What a body says to the speaker -> the end of the notes of its slide."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from deckgen.records import replace
from deckgen.spec.kinds import Markdown
from deckgen.spec.spoken import SpokenWords
from deckgen.wording import parted

if TYPE_CHECKING:
    from deckgen.spec.language import Slide


def with_spoken(part: Slide) -> Slide:
    """Return a slide whose notes end with what is written for the speaker in its body."""
    content, spoken = parted(part.content, SpokenWords)
    if not spoken:
        return part
    own = part.notes.paragraphs if part.notes else ()
    said = (*own, *chain.from_iterable(words.paragraphs for words in spoken))
    notes = Markdown(said, part.notes.span if part.notes else spoken[0].span)
    return replace(part, content=content, notes=notes)
