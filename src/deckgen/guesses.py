"""A word that is not known, and those that are -> the one that was most likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.limits import DEFAULT
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIKENESS: Final = 0.6
"""How like two words are, as `difflib` has it, of which one may be meant by the other."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that someone who wrote `word` most likely meant, if any is near.

    Capitals make no difference, and neither do full-width letters.
    """
    return _nearest(word, _of_like_length(word, known))


def _nearest(word: str, near: list[str]) -> str | None:
    if not near:
        return None
    from difflib import get_close_matches
    from unicodedata import normalize

    by_lower = {one.lower(): one for one in reversed(near)}
    found = get_close_matches(normalize("NFKC", word).lower(), by_lower, n=1, cutoff=_LIKENESS)
    return by_lower[found[0]] if found else None


def _of_like_length(word: str, known: Iterable[str]) -> list[str]:
    """Return the words that are not too long or too short to be like a word.

    The likeness of two words is at most twice the length of the shorter by that of both.
    """
    ratio = _LIKENESS / (2 - _LIKENESS)
    return [one for one in known if len(word) * ratio <= len(one) <= len(word) / ratio]


class Guesses(Struct):
    """Guesses within a budget, so that many mistakes cost no more than a few do.

    Words are compared letter by letter, so a guess costs the product of their lengths.
    """

    left: int = DEFAULT.guesses

    def closest(self, word: str, known: Iterable[str]) -> str | None:
        """Return the known word that was most likely meant; none where the budget is used up."""
        if self.left <= 0:
            return None
        words = [*known]
        near = _of_like_length(word, words)
        self.left -= len(words) + len(word) * sum(map(len, near))
        return _nearest(word, near) if self.left >= 0 else None
