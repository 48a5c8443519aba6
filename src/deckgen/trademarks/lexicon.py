"""Marks and texts -> where the marks are written, in time linear in the length of the texts.

All texts are searched in one go by an automaton over all forms of all marks (Aho and Corasick,
"Efficient string matching", 1975).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ahocorasick_rs import AhoCorasick, MatchKind

from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.trademarks.forms import Form, FormPattern, fold, inflection, narrow, patterns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.trademarks.registry import Mark

_BETWEEN: Final = "\x00"
_ADDRESS: Final = lazy(
    r"(?<![\w+.-])(?:"
    r"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s\u3000-\u9fff\uff00-\uffef]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\w[\w-]*(?:\.[a-z][\w-]*)+(?:/[\w./#?=&%-]*)?"
    r"|~?/[\w.-]+/[\w./-]*"
    r"|\.{1,2}/[\w./-]+"
    r"|(?-i:(?<!/)(?:[a-z0-9_][a-z0-9_-]*/)+[a-z0-9_][a-z0-9_-]*(?:\.[a-z][a-z0-9]*)+)"
    r"|\.(?-i:[a-z])[\w-]*(?:/[\w./-]*)?)",
    re.IGNORECASE | re.ASCII,
)
"""Addresses, host and file names, and paths: what is in them is not said of a mark.

Names that begin with a dot are in small letters: `.NET` is none.

They start where no word goes on, so that a long word is read but once.
"""
_FOLDERS: Final = lazy(
    r"(?<![\w./~+-])[a-z0-9_][a-z0-9_-]*(?:/[a-z0-9_][a-z0-9_-]*){2,}(?![\w/-]|\.\w)"
)
"""Words in small letters with bars between them: a path, or a list of what there is to choose."""
_MAY_BE_ADDRESS: Final = lazy(r"\.[a-z]|://|@|/", re.IGNORECASE | re.ASCII)
_SEVERAL: Final = 2
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_NO_ENDINGS: Final = frozenset("abcfghjklmnopqrtuvwxyz_")
"""Letters with which no ending of a form begins."""
_ORDER: Final = {form: number for number, form in enumerate(Form)}
_SIGN: Final = lazy(r" ?(?:®|™|℠|\((?:r|tm|sm)\))", re.IGNORECASE)


_Spot = tuple[int, int, int]
"""Where a pattern is found: start, stop, and its number."""


class Hit(Struct, frozen=True):
    """Where a mark is written: the number of the text, and the part of it."""

    text: int
    start: int
    stop: int
    mark: Mark
    form: Form
    signed: bool
    """Whether a ® or ™ follows."""


class Lexicon:
    """Marks, ready to be searched for."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        found: dict[str, list[FormPattern]] = {}
        for mark in marks:
            for pattern in patterns_of(mark):
                if pattern.text.strip():
                    found.setdefault(pattern.text, []).append(pattern)
        self._patterns: Final = list(found.values())
        self._inner: Final = {
            number
            for number, patterns in enumerate(self._patterns)
            if not all(pattern.mark.whole for pattern in patterns)
        }
        self._automaton: Final = AhoCorasick(
            list(found), matchkind=MatchKind.Standard, store_patterns=False
        )

    def find(self, texts: Sequence[str]) -> Iterator[Hit]:
        """Return where marks are written in texts, one after the other."""
        if not texts:
            return
        original = narrow(_BETWEEN.join(texts))
        folded = fold(original)
        stops = [*accumulate(len(text) + 1 for text in texts)]
        spots: dict[int, list[_Spot]] = {}
        for spot in self._spots(original, folded):
            spots.setdefault(bisect_right(stops, spot[0]), []).append(spot)
        for text, found in sorted(spots.items()):
            first, last = stops[text] - len(texts[text]) - 1, stops[text] - 1
            reading = _Reading(original[first:last], folded[first:last])
            yield from reading.hits(text, [*self._candidates(found, first)])

    def _spots(self, original: str, folded: str) -> Iterator[_Spot]:
        """Yield where patterns are found; not those within words, which most of them are."""
        inner = self._inner
        for number, start, stop in self._automaton.find_matches_as_indexes(
            folded, overlapping=True
        ):
            if number not in inner and (
                (folded[start - 1 : start] in _LETTERS and original[start].isascii())
                or (folded[stop : stop + 1] in _NO_ENDINGS and folded[stop - 1] in _LETTERS)
            ):
                continue
            yield start, stop, number

    def _candidates(self, spots: list[_Spot], first: int) -> Iterator[tuple[int, int, FormPattern]]:
        for start, stop, number in spots:
            for pattern in self._patterns[number]:
                yield start - first, stop - first, pattern


class _Reading:
    """One text, and what in it may be a mark."""

    def __init__(self, text: str, folded: str) -> None:
        self.text, self.folded = text, folded
        self._addresses: list[tuple[int, int]] | None = None
        self._starts: list[int] = []

    def hits(self, number: int, candidates: list[tuple[int, int, FormPattern]]) -> Iterator[Hit]:
        """Return the longest forms that stand here, from left to right."""
        able = [spot for one in candidates if (spot := self.spot(*one)) is not None]
        if len(able) > 1:
            able.sort(key=lambda spot: (spot[0], -spot[1], _ORDER[spot[3]]))
        self._starts = [spot[0] for spot in able]
        reached = 0
        for start, stop, pattern, form in able:
            if start < reached:
                continue
            reached = stop
            if form is not Form.UNLIKE and not self.in_address(start, stop):
                signed = _SIGN.match(self.text, stop) is not None
                yield Hit(number, start, stop, pattern.mark, form, signed)

    def spot(
        self, start: int, stop: int, pattern: FormPattern
    ) -> tuple[int, int, FormPattern, Form] | None:
        """Return where a form stands, its endings included, and which; None where there is none."""
        mark, use = pattern.mark, None
        if mark.never and pattern.form is Form.RIGHT:
            use = inflection(mark, self.folded, stop)
        end = stop if use is None else use[1]
        if mark.whole and not self.stands_alone(start, end):
            return None
        form = self.form(self.text[start:stop], pattern)
        if form is None:
            return None
        return start, end, pattern, form if use is None else use[0]

    def form(self, written: str, pattern: FormPattern) -> Form | None:
        """Return the form that is written as a pattern; None if it means something else."""
        mark = pattern.mark
        if pattern.form in {Form.UNLIKE, Form.VERB}:
            return pattern.form
        if written in mark.spellings:
            return Form.RIGHT
        if pattern.derived:
            return Form.WRONG if written[:1].isupper() else None
        if pattern.form is Form.WRONG:
            return Form.WRONG
        if mark.exact:
            return None
        return Form.RIGHT if self.all_capitals(written) else Form.WRONG

    def all_capitals(self, written: str) -> bool:
        """Tell whether a mark is in capitals because all around it is."""
        return written.isupper() and self.text.isupper() and len(self.text) > len(written) + 2

    def stands_alone(self, start: int, stop: int) -> bool:
        """Tell whether no letter of the same kind stands before or behind.

        Kanji and kana may stand around a mark in Latin letters, as Japanese has no spaces. A
        number may follow it.
        """
        before, after = self.text[start - 1 : start], self.text[stop : stop + 1]
        first, last = self.text[start], self.text[stop - 1]
        if _is_word(first) and _is_word(before):
            return False
        if _is_word(last) and (_is_word(after) and not (after.isdigit() and last.isalpha())):
            return False
        return not (_joined(before, first) or (_is_katakana(last) and _is_katakana(after)))

    def in_address(self, start: int, stop: int) -> bool:
        """Tell whether a part of the text is a part of an address or the name of a file."""
        if self._addresses is None:
            found = _ADDRESS.finditer(self.text) if _MAY_BE_ADDRESS.search(self.text) else ()
            self._addresses = sorted((*map(_ends, found), *self._folders()))
        last = bisect_left(self._addresses, (stop, 0)) - 1
        if last < 0:
            return False
        first, end = self._addresses[last]
        return start < end and (first < start or stop < end)

    def _folders(self) -> Iterator[tuple[int, int]]:
        """Yield where paths stand that have no sign of it but bars: at most one mark is in them."""
        if "/" in self.text:
            for first, stop in map(_ends, _FOLDERS.finditer(self.text)):
                starts = self._starts[bisect_left(self._starts, first) :][:_SEVERAL]
                if len({start for start in starts if start < stop}) < _SEVERAL:
                    yield first, stop


def _ends(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.end()


def _is_word(character: str) -> bool:
    """Tell whether a character is a letter of words in Latin, Greek or Cyrillic, or a digit."""
    return bool(character) and (
        character == "_" or (character.isalnum() and ord(character) < 0x1100)
    )


def _is_katakana(character: str) -> bool:
    return bool(character) and "\u30a1" <= character <= "\u30fe" and character != "・"


def _is_hangul(character: str) -> bool:
    return bool(character) and "\uac00" <= character <= "\ud7a3"


def _joined(one: str, other: str) -> bool:
    """Tell whether two characters are of one word in a script that is written without spaces."""
    return any(kind(one) and kind(other) for kind in (_is_katakana, _is_hangul))
