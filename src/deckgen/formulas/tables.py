"""Rows of cells with their MathML styles -> a matrix, or lines that are aligned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.formulas.model import Aligned, Group, Matrix, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    StyledCell = tuple[Node, str]


def table(rows: Sequence[Sequence[StyledCell]], *, display: bool) -> Node:
    """Return the lines of an `aligned`, whose columns end and start by turns, else a matrix."""
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return Group()
    filled = tuple(
        (*(cell for cell, _ in row), *(Group() for _ in range(columns - len(row)))) for row in rows
    )
    alignments = tuple(_alignment(rows, column) for column in range(columns))
    by_turns = all(
        alignment == ("left" if column % 2 else "right")
        for column, alignment in enumerate(alignments)
    )
    if display and (by_turns or columns == 1):
        return Aligned(tuple(_ended(row) for row in filled))
    return Matrix(filled, alignments)


def _ended(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a line without the cells at its end in which nothing is."""
    while len(row) > 1 and row[-1] == Group():
        row = row[:-1]
    return row


def _alignment(rows: Sequence[Sequence[StyledCell]], column: int) -> str:
    for row in rows:
        if column < len(row):
            style = row[column][1]
            return next(
                (word for word in ("left", "right") if f"text-align: {word}" in style), "center"
            )
    return "center"
