"""A specimen, the lines expected of it and the lines set -> how far the two agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from deckgen.text import LIBREOFFICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.agreement.rendered import SetLine
    from benchmarks.agreement.specimens import Specimen
    from deckgen.text import Line, Typesetter

Verdict = Literal["exact", "ends", "few", "many", "unread"]
_PITCH: Final = 1.2
"""A line's height over the size of its text."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of a specimen."""

    specimen: Specimen
    expected: tuple[str, ...]
    """The lines deckgen expects of LibreOffice, without spaces; empty lines are left out."""
    there: tuple[str, ...]
    """The lines LibreOffice set, without spaces."""
    verdict: Verdict
    """Whether all line ends agree, only their number, or which way it differs."""
    is_safe: bool
    """Whether the lines layout reckons with are at least as many as were set."""
    height_error: float | None
    """How far the last line is from its expected place, over the block's height, without links."""


def compare(typesetter: Typesetter, specimen: Specimen, page: Sequence[SetLine]) -> Comparison:
    """Return how the expected lines of a specimen compare with those on its page."""
    lines = typesetter.lines_under(LIBREOFFICE, specimen.runs, specimen.width)
    shown = [(row, _bare(specimen, line)) for row, line in enumerate(lines)]
    shown = [(row, text) for row, text in shown if text]
    expected = tuple(text for _, text in shown)
    there = tuple(line.text for line in page)
    verdict = judge(expected, there)
    safe = len(typesetter.lines(specimen.runs, specimen.width))
    needed = len(there) + len(lines) - len(shown)
    error = _height_error(specimen, [row for row, _ in shown], page)
    is_comparable = verdict in {"exact", "ends"} and len(there) > 1
    return Comparison(
        specimen, expected, there, verdict, safe >= needed, error if is_comparable else None
    )


def judge(expected: Sequence[str], there: Sequence[str]) -> Verdict:
    """Return how the lines compare; `unread` where the PDF's text is not the paragraph's."""
    if "".join(expected) != "".join(there):
        return "unread"
    if tuple(expected) == tuple(there):
        return "exact"
    if len(expected) == len(there):
        return "ends"
    return "few" if len(expected) < len(there) else "many"


def _bare(specimen: Specimen, line: Line) -> str:
    return "".join(specimen.text[line.start : line.stop].replace("\u00ad", "").split())


def _height_error(specimen: Specimen, rows: Sequence[int], page: Sequence[SetLine]) -> float | None:
    sizes = {run.font.size.points for run in specimen.runs}
    linked = any(run.link for run in specimen.runs)
    if linked or len(sizes) > 1 or len(rows) != len(page):
        return None
    expected = _PITCH * sizes.pop() * (rows[-1] - rows[0])
    return abs(page[-1].middle - page[0].middle - expected) / expected if expected else None
