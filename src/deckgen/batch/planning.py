"""Decks or rows of data, and where results go -> jobs, each with a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.batch.model import Job
from deckgen.batch.names import BadNameError, key_of, read_pattern, same
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.batch.names import NamePattern
    from deckgen.diagnostics import Sink
    from deckgen.source import Span
    from deckgen.spec.given import DataRow

_SUFFIX: Final = ".pptx"
_FOR_ROWS: Final = "{deck}-{row}"
_FOR_DECKS: Final = "{deck}"


def pattern_of(output: str | None, deck: Path, *, rows: bool, folder: bool) -> NamePattern:
    """Return the pattern of names that a word after `-o` means.

    Without one the files are beside the deck. A folder has them under the deck's name, with the
    number of the row where there are rows. Raises `BadNameError`.
    """
    name = f"{_FOR_ROWS if rows else _FOR_DECKS}{_SUFFIX}"
    if output is None:
        return read_pattern(str(_escaped(deck.parent) / name))
    return read_pattern(str(_escaped(Path(output)) / name) if folder else output)


def _escaped(folder: Path) -> Path:
    return Path(str(folder).replace("{", "{{").replace("}", "}}"))


def folder_of(pattern: NamePattern) -> Path:
    """Return the folder that all files of a pattern are in, or below."""
    fixed = ""
    for part in pattern.parts:
        if part.column:
            break
        fixed += part.text
    return Path(fixed) if fixed.endswith("/") else Path(fixed).parent


def for_rows(
    deck: Path, rows: Sequence[DataRow], pattern: NamePattern, sink: Sink
) -> tuple[Job, ...] | None:
    """Return a job for each row; None where the pattern names what there is not."""
    wrong = pattern.check(rows[0].names, sink.guesses)
    if wrong:
        sink.add(wrong)
        return None
    jobs = (_job(number, deck, row, pattern) for number, row in enumerate(rows, 1))
    return tuple(_apart(jobs))


def for_decks(decks: Sequence[Path], pattern: NamePattern | None) -> tuple[Job, ...]:
    """Return a job for each deck; without a pattern its file is beside it."""
    jobs = (
        _job(number, deck, None, pattern or pattern_of(None, deck, rows=False, folder=False))
        for number, deck in enumerate(decks, 1)
    )
    return tuple(_apart(jobs))


def _job(number: int, deck: Path, row: DataRow | None, pattern: NamePattern) -> Job:
    if row is not None and row.problem is not None:
        return Job(number, deck, Path(), row, row.problem)
    try:
        return Job(number, deck, pattern.path(number, deck, row), row)
    except BadNameError as error:
        return Job(number, deck, Path(), row, error.diagnostic)


def _apart(jobs: Iterable[Job]) -> Iterable[Job]:
    """Yield jobs, those with a problem whose file another one before them writes."""
    seen: dict[str, Job] = {}
    for job in jobs:
        first = job if job.problem else seen.setdefault(key_of(job.output), job)
        if first is job:
            yield job
        else:
            problem = same(job.output, first.name, job.name, _place(job), _place(first))
            yield replace(job, problem=problem)


def _place(job: Job) -> Span | None:
    """Return where the row of a job stands, if it has one."""
    return None if job.row is None else job.row.cells[0].span
