"""The texts of a column -> whether they are numbers, which are set to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBER: Final = lazy(
    r"\(?[△▲+\-−±約]?\s?[$€£¥￥]?\s?\d[\d,.'’]*"
    r"\s?(?:[%％‰€$円원元x倍]|[十百千万億兆]+円|pt)?\)?"
)
_NOTHING: Final = frozenset({"", "-", "–", "—", "…", "n/a", "N/A", "なし"})
"""What stands in a cell that has no number."""


def are_numbers(texts: Iterable[str]) -> bool:
    """Tell whether all texts but those that stand for nothing are numbers, and any is."""
    said = [text.strip() for text in texts if text.strip() not in _NOTHING]
    return bool(said) and all(map(_NUMBER.fullmatch, said))
