"""The parts of a deck -> the language that they are most likely written in, by its scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Run
from deckgen.records import Struct
from deckgen.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LATIN: Final = "en-US"
_SCRIPTS: Final = (
    ("\u3040", "\u30ff", "ja-JP"),
    ("\uac00", "\ud7ff", "ko-KR"),
    ("\u4e00", "\u9fff", "zh-CN"),
)
"""The letters of a script from the first to the last, and the language that they tell of.

The surest comes first. They are compared because patterns with such ranges are slow to compile.
"""
_OF_JAPAN: Final = frozenset(
    "円売営図気駅働込畑峠枠単実対応広検総経続済焼発県歩読訳転軽辺鉄険験薬観価変択拡権様両帰専関戦収満増"
)
"""Forms of Han that only Japanese writes; what is told in them has no need of kana."""
_ONE_IN: Final = 16
"""One letter in so many tells the language; fewer are names, units or places in another one."""
_MAY_TELL: Final = ("\\", "include", "${")
"""What an ASCII source has where letters of a script come by escapes or from elsewhere."""


def guess_language(written: str, parts: Iterable[object]) -> str:
    """Return the language of what parts of a deck say, which is written in a source.

    It is `ja-JP` where there are kana or kanji of Japan alone, `ko-KR` with Hangul, `zh-CN` with
    other Han alone, else `en-US`, as it is where such letters are few among the others.
    Comments and names of files say nothing.
    """
    if written.isascii() and not [sign for sign in _MAY_TELL if sign in written]:
        return _LATIN
    found = len(_SCRIPTS)
    said = told = 0
    for text in _said(tuple(parts)):
        said += len(text)
        rank = _rank(text)
        if rank < len(_SCRIPTS):
            found = min(found, rank)
            told += _wide_letters(text)
            if found == 0 and told * _ONE_IN >= len(written):
                break
    return _SCRIPTS[found][2] if told and told * _ONE_IN >= said else _LATIN


def _wide_letters(text: str) -> int:
    """Return about how many letters of a text take three bytes, as those of the scripts do."""
    return (len(text.encode(errors="replace")) - len(text) + 1) // 2


def _rank(text: str) -> int:
    """Return the rank of the surest script in a text."""
    if text.isascii():
        return len(_SCRIPTS)
    letters = set(text)
    if not _OF_JAPAN.isdisjoint(letters):
        return 0
    for rank, (first, last, _) in enumerate(_SCRIPTS):
        if any(first <= letter <= last for letter in letters):
            return rank
    return len(_SCRIPTS)


def _said(value: object) -> Iterator[str]:
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, tuple):
        for item in value:
            yield from _said(item)
    elif isinstance(value, Struct) and not isinstance(value, Span):
        for name in value.__struct_fields__:
            held = getattr(value, name)
            if name == "alt" and isinstance(held, str):
                yield held
            elif isinstance(held, tuple | Struct):
                yield from _said(held)
