"""Pieces of text at cells -> one line of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.report.cells import cells
from deckgen.report.look import Rendition

if TYPE_CHECKING:
    from deckgen.report.look import Look


class PiecedLine:
    """A line that is filled piece by piece; what is put later covers what was there."""

    __slots__ = ("_pieces",)

    def __init__(self) -> None:
        self._pieces: dict[int, tuple[str, Rendition]] = {}

    def put(self, cell: int, text: str, role: Rendition) -> None:
        """Put a text over whatever stands in its cells."""
        if text.isascii():
            self._pieces.update((cell + index, (char, role)) for index, char in enumerate(text))
            return
        for covered in range(cell, cell + cells(text)):
            self._pieces.pop(covered, None)
        self._pieces[cell] = (text, role)

    def fill(self, first: int, stop: int, char: str, role: Rendition) -> None:
        """Put a one-cell character into the empty cells of a stretch."""
        for cell in range(first, stop):
            self._pieces.setdefault(cell, (char, role))

    def render(self, look: Look) -> str:
        """Return the line, pieces of the same role under one colour."""
        line, run, run_role, position = "", "", Rendition.PLAIN, 0
        for cell, (text, role) in sorted(self._pieces.items()):
            gap = " " * (cell - position)
            if role is not run_role:
                line, run, run_role = line + look.paint(run, run_role) + gap, text, role
            else:
                run += gap + text
            position = cell + cells(text)
        return line + look.paint(run, run_role)
