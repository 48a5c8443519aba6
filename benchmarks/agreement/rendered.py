"""A presentation -> the lines LibreOffice sets on each page, read from its PDF with poppler."""

from __future__ import annotations

import html
import re
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_PAGE: Final = re.compile(r"<page [^>]*>(.*?)</page>", re.DOTALL)
_WORD: Final = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>',
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the PDF: its corners in points and its text."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """How far down the middle of the word is."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it was set: where it stands, in points, and its text without spaces."""

    left: float
    right: float
    middle: float
    text: str


def render(deck: Path, folder: Path) -> Path:
    """Convert a presentation to PDF. Raises where LibreOffice makes none."""
    return convert([deck], folder)[0]


def convert(decks: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Convert presentations to PDF. Raises where LibreOffice does not make one of them."""
    profile = f"-env:UserInstallation=file://{folder.resolve()}/profile"
    asked = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, decks)]
    subprocess.run(["soffice", profile, *asked], check=True, capture_output=True, timeout=1200)
    made = tuple(folder / f"{deck.stem}.pdf" for deck in decks)
    for pdf in made:
        if not pdf.exists():
            raise FileNotFoundError(pdf)
    return made


def pages(pdf: Path) -> tuple[tuple[SetLine, ...], ...]:
    """Return the lines of each page, from top to bottom."""
    return tuple(map(_lines, words(pdf)))


def words(pdf: Path) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each page."""
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    return tuple(tuple(_words(page)) for page in _PAGE.findall(done.stdout))


def _words(page: str) -> Iterator[Word]:
    for left, top, right, bottom, text in _WORD.findall(page):
        yield Word(float(left), float(top), float(right), float(bottom), html.unescape(text))


def _lines(words: tuple[Word, ...]) -> tuple[SetLine, ...]:
    """Return words as lines: those whose middles differ by less than half of the higher one."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.middle):
        if lines and _is_beside(word, lines[-1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(_line(sorted(line, key=lambda word: word.left)) for line in lines)


def _line(words: list[Word]) -> SetLine:
    text = "".join("".join(word.text for word in words).replace("\u00ad", "").split())
    middle = sum(word.middle for word in words) / len(words)
    return SetLine(words[0].left, max(word.right for word in words), middle, text)


def _is_beside(word: Word, line: list[Word]) -> bool:
    highest = max((word, *line), key=lambda each: each.bottom - each.top)
    apart = max(abs(word.middle - each.middle) for each in (line[0], highest))
    return apart < 0.4 * (highest.bottom - highest.top)
