"""Text -> the language it is most likely written in, by its scripts."""

from __future__ import annotations

from typing import Final

_SCRIPTS: Final = (
    ("\u3040", "\u30ff", "ja-JP"),
    ("\uac00", "\ud7ff", "ko-KR"),
    ("\u4e00", "\u9fff", "zh-CN"),
)
"""The first and last letter of a script, and the language that it tells of, surest first."""


def guess_language(text: str) -> str:
    """Return `ja` for text with kana, `ko` with Hangul, `zh-CN` with Han alone, else `en-US`."""
    letters = set(text)
    for first, last, language in _SCRIPTS:
        if any(first <= letter <= last for letter in letters):
            return language
    return "en-US"
