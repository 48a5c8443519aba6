"""How a pause is written: what follows it on the slide appears at the next click."""

from __future__ import annotations

from typing import Final

PAUSE: Final = ". . ."
"""As pandoc has it, alone in a paragraph."""
_SIGNS: Final = frozenset((PAUSE, r"\pause"))


def is_pause(paragraph: str) -> bool:
    """Tell whether a paragraph is a pause: pandoc's, or that of LaTeX's beamer."""
    return paragraph.strip() in _SIGNS
