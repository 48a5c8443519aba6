"""Placeholders that pages of all designs have alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from deckgen.geometry import Rect

from .placeholders import LEVEL_PROMPTS, Frame, Placeholder
from .typography import Level, flat

PAGE_TITLE: Final = Placeholder(
    "Title", "title", prompts=("Click to add title",), custom_prompt=False
)
FOOTERS: Final = (
    Placeholder("Footer", "ftr", 11),
    Placeholder("Date", "dt", 10),
    Placeholder("Slide Number", "sldNum", 12),
)
"""The title, and footer, date and number, where the master has them."""


def content(
    name: str,
    index: int,
    box: Rect | None = None,
    *,
    size: Literal["half", "quarter"] | None = None,
    levels: Sequence[Level] = (),
) -> Placeholder:
    """Return a place for content of any kind."""
    return Placeholder(name, None, index, box, None, levels, LEVEL_PROMPTS, False, size)


def words(
    naming: tuple[str, str], index: int, box: Rect, frame: Frame, style: Level
) -> Placeholder:
    """Return a place for words without bullets, of a name and a prompt."""
    name, prompt = naming
    return Placeholder(name, "body", index, box, frame, flat(style), (prompt,))
