"""A drawing and the page of a PDF -> which lines of the one stand in the other, and where."""

from __future__ import annotations

import ctypes
import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

import pypdfium2.raw as pdfium

from deckgen.draw.model import UNMOVED, DrawnGroup, StructureType, TextMark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdfium2 import PdfPage

    from deckgen.draw.model import Node, PageDrawing

_NEAR: Final = 60.0
"""A line that stands farther off than this, in points, is another one."""
_SAME_ROW: Final = 0.105
"""Letters whose baselines differ by this share of their size at most, or a point, are on a row."""
_PLACE: Final = 1.0
"""A line is in its place where neither its start nor its baseline is farther off, in points."""


@dataclass(frozen=True, slots=True)
class PlacedLetters:
    """A line of a drawing without its spaces, or a letter of a PDF.

    Its start, baseline and size are points, from the top left.
    """

    text: str
    x: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line of ours and where LibreOffice has it, None where its letters are not on one row."""

    line: PlacedLetters
    right: float | None = None
    down: float | None = None

    @property
    def is_found(self) -> bool:
        """Whether the same words are on one line there."""
        return self.right is not None

    @property
    def is_in_place(self) -> bool:
        """Whether it stands where we have it."""
        if self.right is None or self.down is None:
            return False
        return abs(self.right) <= _PLACE and abs(self.down) <= _PLACE


def plain(text: str) -> str:
    """Return letters as they are compared: no spaces, ligatures apart, full-width forms alike."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").split())


def drawn_lines(drawing: PageDrawing) -> list[PlacedLetters]:
    """Return the lines of a drawing that are seen, but for bullets and text that is turned."""
    found = [*_lines(drawing.content)]
    return [line for line in found if line.text]


def _lines(group: DrawnGroup) -> Iterator[PlacedLetters]:
    """Yield the lines of paragraphs; labels are left out."""
    if group.matrix != UNMOVED or group.use is StructureType.LABEL:
        return
    marks = [*_own_marks(group.children)]
    for _, members in groupby(marks, lambda mark: round(mark.baseline, 1)):
        line = [*members]
        size = max(mark.size for mark in line)
        text = plain("".join(mark.text for mark in line))
        yield PlacedLetters(text, _start(line), max(line, key=lambda m: m.size).baseline, size)
    for child in group.children:
        if isinstance(child, DrawnGroup) and child.use is not StructureType.LINK:
            yield from _lines(child)


def _start(line: Sequence[TextMark]) -> float:
    """Return where the first letter of a line stands; blanks before it are those of code."""
    first = next((mark for mark in line if mark.text.strip()), line[0])
    blanks = len(first.text) - len(first.text.lstrip())
    return first.x + first.width * blanks / len(first.text)


def _own_marks(nodes: Iterable[Node]) -> Iterator[TextMark]:
    """Yield the text of a group, with that of the links in it."""
    for node in nodes:
        if isinstance(node, TextMark) and not node.hidden:
            yield node
        elif isinstance(node, DrawnGroup) and node.use is StructureType.LINK:
            yield from _own_marks(node.children)


def letters(page: PdfPage) -> list[PlacedLetters]:
    """Return the letters of a page of a PDF."""
    text, height = page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    found: list[PlacedLetters] = []
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in (0, 0xFFFE) or pdfium.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        size = pdfium.FPDFText_GetFontSize(text, index)
        place = (x.value, height - y.value, size)
        found += (PlacedLetters(character, *place) for character in plain(chr(code)))
    return found


def compare(lines: Sequence[PlacedLetters], there: Sequence[PlacedLetters]) -> list[FoundLine]:
    """Return each line with where it is found: on the row where it stands nearest."""
    rows = _rows(there)
    return [_found(line, rows) for line in lines]


def _rows(there: Sequence[PlacedLetters]) -> list[tuple[str, list[PlacedLetters]]]:
    rows: list[list[PlacedLetters]] = []
    for letter in sorted(there, key=lambda one: one.baseline):
        row = rows[-1] if rows else []
        if row and letter.baseline - row[0].baseline <= max(1.0, letter.size * _SAME_ROW):
            row.append(letter)
        else:
            rows.append([letter])
    found = []
    for row in rows:
        row.sort(key=lambda one: one.x)
        found.append(("".join(letter.text for letter in row), row))
    return found


def _found(line: PlacedLetters, rows: Sequence[tuple[str, list[PlacedLetters]]]) -> FoundLine:
    best, least = FoundLine(line), _NEAR
    for text, row in rows:
        start = text.find(line.text)
        while start >= 0:
            first = row[start]
            right, down = first.x - line.x, first.baseline - line.baseline
            if abs(right) + abs(down) < least:
                best, least = FoundLine(line, right, down), abs(right) + abs(down)
            start = text.find(line.text, start + 1)
    return best
