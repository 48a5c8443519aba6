"""A page and the words drawn of it -> those that are drawn smaller than they are set.

A program that takes text as raised because something it inherits is draws it at 58 % of its size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Baseline
from deckgen.pages import TableFrame, TextFrame

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.agreement.rendered import Word
    from deckgen.pages import Item, Page
    from deckgen.placed_text import PlacedParagraph

_HIGH: Final = 0.9
"""The least height of a word in em: that of families is 1.1 and more, ascent and descent added."""
_LETTERS: Final = 4
"""From so many letters on a word tells which text it is of."""


def shrunk(page: Page, words: tuple[Word, ...], others: frozenset[str]) -> Iterator[str]:
    """Yield the words that are drawn much smaller than all text of the page that has them.

    Those of `others`, which the template draws, are not looked at.
    """
    runs = [run for item in page.items for each in _paragraphs(item) for run in each.runs]
    for word in words:
        if word.text in others:
            continue
        having = [run for run in runs if word.text in run.text]
        if len(word.text) < _LETTERS or any(run.baseline is not Baseline.NORMAL for run in having):
            continue
        least = min((run.font.size.points for run in having), default=0.0)
        high = word.bottom - word.top
        if high < least * _HIGH:
            yield f"{word.text[:40]!r}, {high:.0f} pt high, is set in {least:g} pt"


def _paragraphs(item: Item) -> Iterator[PlacedParagraph]:
    if isinstance(item, TextFrame):
        yield from item.paragraphs
    elif isinstance(item, TableFrame):
        yield from (each for row in item.rows for cell in row.cells for each in cell.paragraphs)
