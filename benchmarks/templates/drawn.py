"""Presentations -> what LibreOffice draws of them: the words and the pixels of each page.

What was drawn before is kept beside the presentation, and taken again while
that has the same bytes.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from PIL import Image

from benchmarks.agreement import rendered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from benchmarks.agreement.rendered import Word

RESOLUTION: Final = 96
"""Pixels per inch: small print is then a dozen pixels high."""
_AT_ONCE: Final = 8
"""How many presentations one start of LibreOffice converts."""
_APART: Final = 2.0
"""The gap in a line, in heights of it, at which what follows is another text."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside one another; all in points."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def height(self) -> float:
        """How high the line is, ascenders and descenders included."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page of the PDF, and the picture of it, where one was made."""

    words: tuple[Word, ...]
    lines: tuple[Line, ...]
    picture: Path | None

    def pixels(self) -> Image.Image:
        """Return the page's pixels."""
        assert self.picture is not None
        with Image.open(self.picture) as image:
            return image.convert("RGB")


def write(data: bytes, file: Path) -> None:
    """Write a presentation, unless the file is that already; what was drawn of another goes."""
    if file.exists() and file.read_bytes() == data:
        return
    for old in (*_pictures(file), file.with_suffix(".pdf")):
        old.unlink(missing_ok=True)
    file.write_bytes(data)


def draw(files: Sequence[Path], *, pictures: bool) -> None:
    """Make the PDF and, if asked for, the pictures of presentations that have none yet."""
    missing = [file for file in files if not file.with_suffix(".pdf").exists()]
    for start in range(0, len(missing), _AT_ONCE):
        rendered.convert(missing[start : start + _AT_ONCE], missing[start].parent)
    for file in files if pictures else ():
        if not _pictures(file):
            pdf, stem = file.with_suffix(".pdf"), file.with_suffix("")
            command = ["pdftoppm", "-r", str(RESOLUTION), "-png", str(pdf), f"{stem}-page"]
            subprocess.run(command, check=True, capture_output=True)


def drawn(file: Path) -> tuple[DrawnPage, ...]:
    """Return the pages of a presentation that was drawn."""
    words = rendered.words(file.with_suffix(".pdf"))
    return tuple(
        DrawnPage(each, tuple(_lines(each)), picture)
        for each, picture in zip_longest(words, _pictures(file))
    )


def _pictures(file: Path) -> list[Path]:
    """Return the pictures of a presentation's pages, in their order."""
    stem = f"{file.stem}-page-"
    found = [path for path in file.parent.iterdir() if path.name.startswith(stem)]
    return sorted(found, key=lambda path: int(path.stem.removeprefix(stem)))


def _lines(words: Iterable[Word]) -> Iterator[Line]:
    """Yield words as lines, in the order in which they are drawn."""
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line[-1], word):
            yield _joined(line)
            line = []
        line.append(word)
    if line:
        yield _joined(line)


def _goes_on(last: Word, word: Word) -> bool:
    height = last.bottom - last.top
    level = abs(word.middle - last.middle) < height * 0.2
    return level and -height * 0.2 < word.left - last.right < height * _APART


def _joined(words: Sequence[Word]) -> Line:
    return Line(
        words[0].left,
        min(word.top for word in words),
        words[-1].right,
        max(word.bottom for word in words),
        " ".join(word.text for word in words),
    )
