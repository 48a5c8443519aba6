"""What is to be built, and what has become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.compiler import NO_OPTIONS, Options
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckgen.blobs import Blob
    from deckgen.diagnostics import Diagnostic
    from deckgen.spec.given import DataRow
    from deckgen.world import DiskWorld

    Deliver = Callable[[Blob, Path, DiskWorld], tuple[Diagnostic, ...]]


class Job(Struct, frozen=True):
    """A file that is to be written: of which deck, where, and for which row of data, if any.

    `number` counts jobs from 1, as rows are. Where no name can be made for the file, `problem`
    says why, and nothing is built.
    """

    number: int
    deck: Path
    output: Path
    row: DataRow | None = None
    problem: Diagnostic | None = None

    @property
    def name(self) -> str:
        """What the job is called for people."""
        return str(self.deck) if self.row is None else f"row {self.number}"


class BatchPlan(Struct, frozen=True):
    """All jobs of a run, what they have in common, and what writes a file.

    Files are read in `root` alone, if there is one. `sources` are files that were read to make the
    plan. With a `clock`, it is told how long each took.
    """

    jobs: tuple[Job, ...]
    deliver: Deliver
    options: Options = NO_OPTIONS
    root: Path | None = None
    sources: tuple[Path, ...] = ()
    clock: Callable[[], float] | None = None


class JobRemark(Struct, frozen=True):
    """What tells a diagnostic of a job from others: kind, message, and file, line and column."""

    code: str
    severity: str
    message: str
    place: tuple[str, int, int] | None = None


class Outcome(Struct, frozen=True):
    """What has become of a job: how many pages were written, and what there is to say.

    `told` are all diagnostics, `diagnostics` those in full that whoever did it had not told before.
    `used` are the variables that the deck asked for, `files` the files that were read with the
    digests of what they held, `digest` that of the result. `times` are seconds by stages.
    """

    number: int
    pages: int = 0
    told: tuple[JobRemark, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    used: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    digest: str = ""
    times: tuple[tuple[str, float], ...] = ()
    is_kept: bool = False
    """Whether the file of an earlier run is still what would be written."""

    @property
    def is_written(self) -> bool:
        """Whether the file is there now."""
        return not any(item.severity == "error" for item in self.told)


class ClusterError(Exception):
    """A cluster that is not to be had; says why."""


def told(diagnostic: Diagnostic) -> JobRemark:
    """Return what tells a diagnostic from others."""
    span = diagnostic.span
    place = None if span is None else (span.source.name, span.line, span.column)
    return JobRemark(diagnostic.code.slug, diagnostic.severity.value, diagnostic.message, place)


def outcome_of(number: int, diagnostics: tuple[Diagnostic, ...]) -> Outcome:
    """Return the outcome of a job that came to nothing but something to say."""
    return Outcome(number, told=tuple(map(told, diagnostics)), diagnostics=diagnostics)
