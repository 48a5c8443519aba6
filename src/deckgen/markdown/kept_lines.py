"""Lines of a paragraph -> those that stay lines, by the marks with which they start.

Japanese authors write lists with marks of their own, one below the other: `・`, `①`, `（1）`, `■`,
`※`. Their lines are not joined, and stand clear of their marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

LOOKED_AT: Final = 12
"""So many letters of a line tell whether it starts with a mark."""

_BLANK: Final = r"[ \u3000\t]*"
_BULLETS: Final = "・･•‣◦●○◯◎■□◆◇▲△▼▽▶▷►▸▹★☆＊✓✔✗✘☑☐➢➤"
_NUMERALS: Final = "一二三四五六七八九十"
_SURE: Final = lazy(
    r"\u3000*(?:[" + _BULLETS + r"]|※[0-9０-９]{0,2}"
    r"|[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf\u3220-\u3243\u3280-\u32b0\u32d0-\u32fe]"
    r"|（[0-9０-９A-Za-zＡ-Ｚａ-ｚぁ-んァ-ヶ" + _NUMERALS + r"]{1,3}）"
    r"|[０-９]{1,2}[．.)）、]"
    r")" + _BLANK
)
"""Marks that start a line for no other reason."""
_LIKELY: Final = lazy(
    r"\u3000*(?:"
    r"\([0-9A-Za-z]{1,3}\)|[0-9]{1,2}[.．)）](?=[^\d\s])|[Ⅰ-Ⅻ][.．、 \u3000]"
    r"|[A-Za-zＡ-Ｚａ-ｚぁ-んァ-ヶ][．)）]|[" + _NUMERALS + r"]{1,3}[．)）、]"
    r"|[A-Za-zＡ-Ｚａ-ｚ]\.(?=[ \u3000])|[ivx]{2,4}[.)](?=[ \u3000])"
    r"|[0-9]{1,2}(?:[.-][0-9]{1,2}){1,3}\.?(?=[ \u3000])"
    r"|第[0-9０-９" + _NUMERALS + r"]{1,3}[章節条項部回期](?=[ \u3000])"
    r"|[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?|[0-9]\ufe0f?\u20e3"
    r"|[^\s]{1,3}(?=\t)"
    r"|[→⇒⇨–—―‐－-](?=[ \u3000]|[^\s\d!-/:-@\[-`{-~–—―‐－-])|[*+](?=\u3000)"
    r")" + _BLANK
)
"""Marks that a line may start with by chance, so that several lines of a paragraph must."""
_STARTS: Final = frozenset(_BULLETS + "※（０１２３４５６７８９")
_ENCLOSED: Final = (("\u2460", "\u2793"), ("\u3220", "\u32fe"))
"""How the sure ones start: with one of a few letters, or of those in circles and brackets, with
some between them that are none.
"""
_CLOSING: Final = ".．)）\t章節条項部回期"
"""What ends a mark that starts with a letter, within so many characters:"""
_LONGEST: Final = 6
_TITLED: Final = lazy(r"【[^】]{1,10}】|＜[^＞]{1,10}＞|［[^］]{1,10}］")
"""A word in brackets that names its line. The other lines do not stand clear of it."""
_FEWEST: Final = 2
DASHES: Final = ("—", "–", "―", "--")
"""What stands before the name of somebody who is quoted, in the last line of a quotation."""


def kept(starts: Sequence[str], *, quoted: bool = False) -> list[int | None]:
    """Return what becomes of each line of a paragraph, by how the lines start.

    The last line of what is `quoted` stays one where it says who said it.

    None for a line that may be joined with the one before, else the length of the mark that its
    further lines stand clear of. The first line is never joined; without a mark it has 0.
    """
    if len(starts) == 1:
        mark = _sure(starts[0])
        return [mark.end() if mark else 0]
    likely = [_likely(start) for start in starts]
    titled = [_TITLED.match(start) for start in starts]
    several = sum(match is not None for match in likely) >= _FEWEST
    named = sum(match is not None for match in titled) >= _FEWEST
    found: list[int | None] = []
    for number, start in enumerate(starts):
        match = _sure(start) or (likely[number] if several else None)
        if match is not None:
            found.append(match.end())
        else:
            found.append(0 if number == 0 or (named and titled[number]) else None)
    if quoted and len(starts) > 1 and starts[-1].startswith(DASHES):
        found[-1] = 0
    return found


def _sure(start: str) -> re.Match[str] | None:
    """Return the mark that starts a line for no other reason.

    Most lines start with a letter that is none; where all do, a run compiles no expression.
    """
    first = start.lstrip("\u3000")[:1]
    marks = first in _STARTS or any(low <= first <= high for low, high in _ENCLOSED)
    return _SURE.match(start) if marks else None


def _likely(start: str) -> re.Match[str] | None:
    """Return the mark that a line may start with by chance."""
    text = start.lstrip("\u3000")
    is_word = text[:1].isalpha() and text[:1] not in _NUMERALS
    if is_word and not any(character in _CLOSING for character in text[1:_LONGEST]):
        return None
    return _LIKELY.match(start)
