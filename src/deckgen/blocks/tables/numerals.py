"""The texts of a column -> whether they are numbers, which are set to the right, or marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.letters import has_east_asian
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER: Final = lazy(
    r"\(?[<>≤≥＜＞≈~]?\s?[△▲+\-−±約]?\s?[$€£¥￥]?\s?(?!\d{4}年)\d[\d,.'’]*"
    r"\s?(?:[%％‰€$円원元x倍]|[十百千万億兆]+円|pt|(?P<unit>"
    r"[nµμm]?s|sec|min|hrs?|h|d|days?|weeks?|months?|years?|[kKMGTP]i?B|[kMG]?Hz|[kMGT]?bps"
    r"|[kcmµμ]?m|[kmµμ]?g|[kMGm]?W|[kMG]Wh|[mk]?V|m?A|°C|℃|K|fps|pp|bp|ppm"
    r"|[万億]?[人名件社台個本回枚点冊校店拠種]|[千百]?万|億|年|[かヶカケ箇]月|週間|日間|時間|分|秒"
    r"|ポイント|(?i:[kMGT]?€|[kMGT]?\$))"
    r"(?:/(?:[a-z]{1,5}|[年月週日時分秒人件台社]))?)?\)?"
)
_MARK: Final = lazy(r"(?P<mark>[○◯〇●◎△▲×✕✖✗✘✓✔☑☐☒★☆■□◆◇✅❌⭕⚠]\ufe0f?)(?P<note>\s?[(（].*[)）])?")
_SLASHES: Final = 2
"""From so many slashes on, a word is an address or a path, and no pair of words."""
_PART: Final = lazy(r"[^/]*/+(?:(?<=//)[^/]*/?)?|[^/]+")
_DATE: Final = lazy(r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日 ?[（(][月火水木金土日祝・]{1,3}[)）]")
_NOTHING: Final = frozenset({"", "-", "–", "—", "…", "n/a", "N/A", "なし"})
"""What stands in a cell that has no number."""


def are_numbers(texts: Iterable[str]) -> bool:
    """Tell whether all texts but those that stand for nothing are numbers, and any is.

    Numbers may have a unit that is written out, if it is the same in all that have one.
    """
    said = [text.strip() for text in texts if text.strip() not in _NOTHING]
    found = [_NUMBER.fullmatch(text) for text in said]
    units = {match["unit"] for match in found if match and match["unit"]}
    return bool(found) and all(found) and len(units) < 2


def unbroken(text: str) -> tuple[str, ...]:
    """Return what of a text stays in one line: its words, but a number is whole with its unit.

    Japanese breaks nearly anywhere, so that its words do not count, but for a date with its day of
    the week; an address breaks behind a slash.
    """
    if _NUMBER.fullmatch(text.strip()):
        return (text.strip(),)
    words = (word for word in text.split() if not has_east_asian(word))
    return (*(part for word in words for part in _parts(word)), *_DATE.findall(text))


def _parts(word: str) -> list[str]:
    """Return a word, or what is between the slashes of a web address or the path of a file."""
    return _PART.findall(word) if word.count("/") >= _SLASHES else [word]


def are_marks(texts: Iterable[str]) -> bool:
    """Tell whether all texts but those that stand for nothing are marks: ○, ×, ✓.

    Some may say in brackets what they depend on.
    """
    said = [text.strip() for text in texts if text.strip() not in _NOTHING]
    found = [_MARK.fullmatch(text) for text in said]
    return all(found) and any(match is not None and not match["note"] for match in found)
