"""Shapes with formulas, twice: for programs that show formulas, and for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.pages import TableFrame, TextFrame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.pages import Item
    from deckgen.placed_text import PlacedParagraph

DRAWING_2010: Final = "http://schemas.microsoft.com/office/drawing/2010/main"
COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
POWERPOINT_2010: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_REQUIRES: Final = "a14 p14"
"""PowerPoint knows both namespaces since 2010.

LibreOffice before 24.8 takes a choice that requires `a14` alone, draws no formula, and shows
nothing instead; one that requires two namespaces it leaves, and shows the fallback.
"""


def has_formulas(item: Item) -> bool:
    """Tell whether an item's text holds formulas."""
    match item:
        case TextFrame():
            return _hold(item.paragraphs)
        case TableFrame():
            return any(_hold(cell.paragraphs) for row in item.rows for cell in row.cells)
        case _:
            return False


def _hold(paragraphs: Iterable[PlacedParagraph]) -> bool:
    return any(run.formula is not None for paragraph in paragraphs for run in paragraph.runs)


def alternate(shown: str, otherwise: str) -> str:
    """Return a shape with formulas, and what stands for it elsewhere (ECMA-376-3, 10.2.1)."""
    return (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBILITY}">'
        f'<mc:Choice xmlns:a14="{DRAWING_2010}" xmlns:p14="{POWERPOINT_2010}"'
        f' Requires="{_REQUIRES}">{shown}</mc:Choice>'
        f"<mc:Fallback>{otherwise}</mc:Fallback></mc:AlternateContent>"
    )
