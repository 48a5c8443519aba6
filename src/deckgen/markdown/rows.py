"""A line of a pipe table and its cells as the parser reads them -> the cells as wide as written.

The parser cannot tell `||`, which widens the cell before it as in MultiMarkdown, from an empty cell
between two strokes, and fills rows up that have fewer cells than the header.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.markdown.model import PipeCell

_CONTAINERS: Final = lazy(r"\A(?:\s*(?:>|(?:[-*+]|\d+[.)])(?=\s)))+\s*(?=\|)")
"""What tells that a line belongs to an item or a quotation, before its first stroke."""
_STROKE: Final = lazy(r"(?<!\\)\|")


def as_wide_as_written(line: str, parsed: Sequence[PipeCell]) -> tuple[PipeCell, ...]:
    """Return the cells that a line has, each over as many columns as it is written to span."""
    cells: list[PipeCell] = []
    for written, cell in zip(_parts(line), parsed, strict=False):
        if not written and any(before.runs for before in cells):
            cells[-1] = replace(cells[-1], columns=cells[-1].columns + 1)
        else:
            cells.append(cell)
    return tuple(cells)


def _parts(line: str) -> list[str]:
    """Return what stands between the strokes of a line; those at its ends part nothing."""
    parts = _STROKE.split(_CONTAINERS.sub("", line).strip())
    if not parts[0]:
        parts = parts[1:]
    return parts[:-1] if parts and not parts[-1] else parts
