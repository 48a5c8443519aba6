"""Text -> the language it is most likely written in, by its scripts."""

from __future__ import annotations

import re
from typing import Final

_KANA: Final = re.compile("[\u3040-\u30ff]")
_HANGUL: Final = re.compile("[\uac00-\ud7ff]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")


def guess_language(text: str) -> str:
    """Return `ja` for text with kana, `ko` with Hangul, `zh-CN` with Han alone, else `en-US`."""
    if _KANA.search(text):
        return "ja-JP"
    if _HANGUL.search(text):
        return "ko-KR"
    return "zh-CN" if _HAN.search(text) else "en-US"


_REGIONS: Final = {
    "ja": "ja-JP",
    "ko": "ko-KR",
    "zh": "zh-CN",
    "en": "en-US",
    "de": "de-DE",
    "fr": "fr-FR",
    "es": "es-ES",
    "it": "it-IT",
    "pt": "pt-PT",
    "sv": "sv-SE",
    "nl": "nl-NL",
}


def with_region(tag: str) -> str:
    """Return a language tag with the region that PowerPoint expects beside the language."""
    return _REGIONS.get(tag.lower(), tag)
