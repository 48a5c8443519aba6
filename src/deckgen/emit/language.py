"""Language tags -> the `lang` and `altLang` attributes of text."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from deckgen.emit.xml import attribute

_EAST_ASIAN: Final = ("ja", "zh", "ko")
_WITH_REGION: Final = {
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "it": "it-IT",
    "ja": "ja-JP",
    "ko": "ko-KR",
    "nl": "nl-NL",
    "pt": "pt-BR",
    "sv": "sv-SE",
    "zh": "zh-CN",
    "zh-hans": "zh-CN",
    "zh-hant": "zh-TW",
}
"""The tag that PowerPoint writes for a language that is named without a region."""


@lru_cache(maxsize=256)
def language_attributes(language: str, deck_language: str) -> str:
    """Return the attributes for text in a language within a deck in another.

    East Asian text names English as its alternative and other text the deck's language, as
    PowerPoint does: an input method chooses between the two while the text is edited.
    """
    if not language:
        return ""
    language, deck_language = full_tag(language), full_tag(deck_language)
    other = "en-US" if is_east_asian(language) else deck_language
    alternative = f' altLang="{attribute(other)}"' if other and other != language else ""
    return f' lang="{attribute(language)}"{alternative}'


def is_east_asian(language: str) -> bool:
    """Tell whether a tag names Japanese, Chinese or Korean."""
    return language.partition("-")[0].lower() in _EAST_ASIAN


def full_tag(language: str) -> str:
    """Return a language tag with the region that PowerPoint expects beside the language."""
    return _WITH_REGION.get(language.lower(), language)
