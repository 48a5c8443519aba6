"""What is told of layouts and what goes to their places."""

from __future__ import annotations

from typing import Final

from deckgen.codes.catalogue import DiagnosticCode, error

EMPTY_PLACES: Final[DiagnosticCode] = error(
    "empty-places",
    "a layout that the slide names has places side by side that its content does not fill",
    "A layout such as Comparison has several places for content, and for titles above them. They\n"
    "are filled by `columns`, by Markdown with a heading for each, by as many blocks, by text and\n"
    "pictures, or by a list that can be divided. With anything else a part of the slide would\n"
    "stay empty: write `columns`, or name another layout.",
)
