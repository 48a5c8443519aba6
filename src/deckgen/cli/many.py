"""`deckgen build` for many decks, or for a deck and rows of data -> a file each, and a report."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.ending import DEEDS
from deckgen.cli.inputs import STANDARD_STREAM
from deckgen.cli.outputs import check_has_name
from deckgen.cli.target import deliver, is_folder, write_down
from deckgen.diagnostics import Sink, diagnose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckgen.atomic import AppendedFile
    from deckgen.batch.model import BatchPlan, Outcome
    from deckgen.batch.names import NamePattern
    from deckgen.batch.run import Execute
    from deckgen.cli.decks import Many
    from deckgen.cli.reporting import Reporting
    from deckgen.compiler import Options
    from deckgen.diagnostics import Diagnostic
    from deckgen.spec.given import DataRow
    from deckgen.world import DiskWorld

_OTHER_FORMS: Final = (".pdf", ".png", ".svg", ".html")
_BAR: Final = 24


class ManyFiles:
    """A run of `deckgen build` that writes several files."""

    def __init__(
        self, decks: Sequence[Path], output: str | None, many: Many, world: DiskWorld
    ) -> None:
        """Take the words of the command; those that cannot be meant are refused."""
        if STANDARD_STREAM in decks or output == str(STANDARD_STREAM):
            raise click.UsageError("several files are neither read from nor written to a pipe")
        if output is not None and output.lower().endswith(_OTHER_FORMS):
            raise click.UsageError("several decks, or rows, are written as .pptx")
        if many.rows is not None and len(decks) > 1:
            raise click.UsageError("`--rows` takes one deck")
        if many.sheet and many.rows is None:
            raise click.UsageError("`--sheet` is for `--rows`")
        if many.resume and many.rows is None and output is None:
            raise click.UsageError("`--resume` needs `-o FOLDER`, where it is noted what is done")
        self._decks: Final = decks
        self._output: Final = output
        self._many: Final = many
        self._world: Final = world

    def run(self, options: Options, reporting: Reporting) -> int:
        """Build all of it; return the exit code."""
        from deckgen.batch.model import ClusterError
        from deckgen.batch.names import BadNameError
        from deckgen.codes.reuse import CLUSTER_FAILED

        sink = Sink()
        try:
            pattern = self._pattern()
            plan = self._plan(options, pattern, sink)
        except BadNameError as error:
            sink.add((error.diagnostic,))
            plan = None
        if plan is None:
            reporting.show(sink.sorted())
            return reporting.exit_code(sink.sorted())
        refused = self._refused_report(plan)
        if refused:
            reporting.show(refused)
            return reporting.exit_code(refused)
        try:
            return self._build(plan, pattern, options, reporting)
        except ClusterError as error:
            failed = (diagnose(CLUSTER_FAILED, None, str(error)),)
        reporting.show(failed)
        return reporting.exit_code(failed)

    def _pattern(self) -> NamePattern | None:
        """Return the pattern of names; None where each deck has its file beside it."""
        from deckgen.batch.planning import pattern_of

        output, rows = self._output, self._many.rows is not None
        if output is None and not rows:
            return None
        folder = output is not None and is_folder(output)
        if output is not None and not folder:
            check_has_name(Path(output))
        if output is not None and not folder and "{" not in output and (rows or self._several):
            folder = not Path(output).suffix
            if not folder:
                what, each = ("rows", "{row}") if rows else ("decks", "{deck}")
                raise click.UsageError(
                    f"'{output}' is one file for several {what}; name a folder, or a pattern"
                    f" such as 'out/{each}.pptx'"
                )
        return pattern_of(output, self._decks[0], rows=rows, folder=folder)

    @property
    def _several(self) -> bool:
        return len(self._decks) > 1

    def _plan(self, options: Options, pattern: NamePattern | None, sink: Sink) -> BatchPlan | None:
        from deckgen.batch.model import BatchPlan
        from deckgen.batch.planning import for_decks, for_rows
        from deckgen.batch.sources import apart

        where = self._many.rows
        if where is None:
            decks = for_decks(self._decks, pattern)
            root = self._world.root
            return apart(BatchPlan(decks, deliver, options, root, clock=self._clock()))
        assert pattern is not None
        rows, sources = self._rows(where, options, sink)
        jobs = None if rows is None else for_rows(self._decks[0], rows, pattern, sink)
        if jobs is None:
            return None
        return apart(BatchPlan(jobs, deliver, options, self._world.root, sources, self._clock()))

    def _clock(self) -> Callable[[], float] | None:
        if not self._many.timings:
            return None
        from deckgen.cli.timings import clock

        return clock

    def _rows(
        self, where: str, options: Options, sink: Sink
    ) -> tuple[tuple[DataRow, ...] | None, tuple[Path, ...]]:
        from deckgen.batch.rows import is_named_file, read_rows

        rows = read_rows(where, self._many.sheet, self._world, sink, options.limits)
        return rows, (Path(where),) if is_named_file(where) else ()

    def _build(
        self, plan: BatchPlan, pattern: NamePattern | None, options: Options, reporting: Reporting
    ) -> int:
        from deckgen.batch.planning import folder_of
        from deckgen.batch.run import BatchRun, together, unused

        folder = None if pattern is None else folder_of(pattern)
        with _notes(folder) as notes, _bar(len(plan.jobs), shown=reporting.is_watched) as step:
            run = BatchRun(self._executor(options), notes, self._many.resume)
            outcomes = run.outcomes(plan, step)
            if notes is not None and not self._many.resume and all(map(_is_there, outcomes)):
                notes.remove()
        told = together(plan, outcomes)
        if pattern is not None:
            told += unused(plan, outcomes, pattern.columns)
        told += self._report(plan, outcomes)
        reporting.show(told)
        if self._many.timings:
            from deckgen.cli.timings import show_many

            show_many(plan, outcomes)
        reporting.say(_summary(outcomes, folder))
        return reporting.exit_code(told)

    def _executor(self, options: Options) -> Execute:
        """Return what does jobs: processes here, or those of a cluster."""
        if self._many.cluster is not None:
            from deckgen.batch.cluster import outcomes_on

            return partial(outcomes_on, self._many.cluster)
        from deckgen.batch.pool import outcomes
        from deckgen.stages.setting import cores

        count = options.jobs or cores()
        return lambda plan, numbers: outcomes(plan, numbers, count)

    def _report(self, plan: BatchPlan, outcomes: Sequence[Outcome]) -> tuple[Diagnostic, ...]:
        if self._many.report is None:
            return ()
        from deckgen.batch.report import report

        text = report(plan.jobs, outcomes)
        return self._refused_report(plan, outcomes) or write_down(
            text.encode(), Path(self._many.report), self._world
        )

    def _refused_report(
        self, plan: BatchPlan, outcomes: Sequence[Outcome] = ()
    ) -> tuple[Diagnostic, ...]:
        if self._many.report is None:
            return ()
        from deckgen.batch.sources import in_the_way

        return in_the_way(Path(self._many.report), plan, outcomes)


def _is_there(outcome: Outcome) -> bool:
    return outcome.is_written


@contextmanager
def _notes(folder: Path | None) -> Iterator[AppendedFile | None]:
    """Give the file that says what is done, in the folder of the results; None where it fails."""
    if folder is None:
        yield None
        return
    from deckgen.atomic import AppendedFile
    from deckgen.batch.ledger import NAME

    notes = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        notes = AppendedFile(folder / NAME)
    except OSError:  # writing the results will tell
        yield None
        return
    try:
        yield notes
    finally:
        notes.close()


@contextmanager
def _bar(total: int, *, shown: bool) -> Iterator[Callable[[int], None]]:
    """Give what is told how many more jobs are done, and draws that for a person."""
    if not shown:
        yield lambda _done: None
        return
    DEEDS.append(lambda: click.echo(file=sys.stderr))
    with click.progressbar(length=total, file=sys.stderr, width=_BAR, show_pos=True) as bar:
        yield bar.update
    DEEDS.pop()


def _summary(outcomes: Sequence[Outcome], folder: Path | None) -> str:
    """Return how many files were written, and where."""
    written = sum(each.is_written and not each.is_kept for each in outcomes)
    kept = sum(each.is_kept for each in outcomes)
    where = "" if folder is None else f" to {folder}"
    also = f", {kept:,} kept from before" if kept else ""
    return f"{written:,} of {len(outcomes):,} files written{where}{also}"
