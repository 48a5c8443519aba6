"""Characters -> whether they are letters or marks of Chinese, Japanese or Korean."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

_RANGES: Final = (
    (0x1100, 0x11FF),  # Hangul Jamo
    (0x2E80, 0x303E),  # radicals, ideographic punctuation
    (0x3040, 0xA4CF),  # kana, bopomofo, compatibility, ideographs, Yi
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),  # full- and half-width forms
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
)
_STARTS: Final = tuple(first for first, _ in _RANGES)
_FIRST: Final = "\u1100"


def is_east_asian(character: str) -> bool:
    """Tell whether one character is East Asian; nothing is not."""
    if character < _FIRST:
        return False
    code = ord(character)
    return code <= _RANGES[bisect_right(_STARTS, code) - 1][1]


_HANGUL: Final = (
    (0x1100, 0x11FF),
    (0x3130, 0x318F),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xFFA0, 0xFFDC),
)


def is_hangul(character: str) -> bool:
    """Tell whether one character is Korean."""
    return any(first <= ord(character) <= last for first, last in _HANGUL)


def is_unspaced(character: str) -> bool:
    """Tell whether a character belongs to a script that has no spaces between words."""
    return is_east_asian(character) and not is_hangul(character)


def has_east_asian(text: str) -> bool:
    """Tell whether any character of a text is East Asian."""
    return not text.isascii() and any(map(_EAST_ASIAN.__getitem__, text))


class _Memo(dict[str, bool]):
    def __missing__(self, character: str) -> bool:
        found = self[character] = is_east_asian(character)
        return found


_EAST_ASIAN: Final = _Memo()
"""Whether each character is East Asian. An expression of the ranges would take 3 ms to compile."""


_KATAKANA: Final = ("\u30a1", "\u30fe")
_IDEOGRAPHS: Final = (("\u3400", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003fffd"))
TORN, PARTED = 2, 1
"""What it costs to tear a word apart that is surely one, and a compound that may be two."""


def tears(before: str, behind: str) -> int:
    """Return how bad a line disturbs that ends between two characters of Japanese or an address.

    Words in katakana or Latin letters, and a number from what it counts or from its 第, are torn
    apart; compounds are parted.
    """
    if before.isascii() and behind.isascii():
        return TORN if before.isalnum() and behind.isalnum() else 0
    if _is_katakana(behind):
        return TORN if _is_katakana(before) or before.isdigit() else 0
    if behind.isdigit():
        return TORN if before == "第" else 0
    if not _is_ideograph(behind):
        return 0
    return TORN if before.isdigit() else PARTED if _is_ideograph(before) else 0


def _is_katakana(character: str) -> bool:
    return _KATAKANA[0] <= character <= _KATAKANA[1] and character != "\u30fb"  # the middle dot


def _is_ideograph(character: str) -> bool:
    return any(first <= character <= last for first, last in _IDEOGRAPHS)


_KANA: Final = ("\u3040", "\u30ff")


def language_told(text: str) -> str:
    """Return the language that most letters of a text tell of by themselves, if any does.

    Kana are Japanese and Hangul is Korean; ideographs alone may be of several languages.
    """
    wide = [letter for letter in text if is_east_asian(letter)]
    if 2 * len(wide) < sum(map(str.isalnum, text)):
        return ""
    if any(_KANA[0] <= letter <= _KANA[1] for letter in wide):
        return "ja-JP"
    return "ko-KR" if any(map(is_hangul, wide)) else ""
