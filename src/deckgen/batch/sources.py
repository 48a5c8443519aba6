"""A plan -> the same plan, without the jobs whose files others are made from.

A build replaces nothing that it read itself, but knows nothing of what others read, in other
processes or before them. So the files that are there already, and would be replaced, are compared
with what the decks name before the work starts; and a deck that turns out to be made from a file
that the run writes, under a name that could not be seen beforehand, is not built.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.codes import OUTPUT_IS_SOURCE
from deckgen.compiler import build_file, template_file
from deckgen.diagnostics import Sink, diagnose
from deckgen.internal import Boundary
from deckgen.records import replace
from deckgen.spec.files import Files, shown
from deckgen.world import DiskWorld, SourceFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.batch.model import BatchPlan, Job, Outcome
    from deckgen.compiler import Options
    from deckgen.diagnostics import Diagnostic

_NAMING: Final = ("template", "include", "theme")
"""Keys without one of which a deck names no presentation: a look that saves reading it twice."""
_SUFFIX: Final = ".pptx"


def apart(plan: BatchPlan) -> BatchPlan:
    """Return a plan in which jobs that would replace what another is made from have a problem."""
    there = {job.number: status for job in plan.jobs if (status := _status(job)) is not None}
    if not there:
        return plan
    odd = any(job.output.suffix.lower() != _SUFFIX for job in plan.jobs if job.number in there)
    read = _named(plan, thorough=odd)
    jobs = tuple(
        replace(job, problem=_problem(job, there[job.number], read)) if job.number in there else job
        for job in plan.jobs
    )
    return replace(plan, jobs=jobs)


def _status(job: Job) -> os.stat_result | None:
    """Return what tells the file that a job would replace from others, if there is one."""
    return None if job.problem is not None else _status_of(job.output)


def _status_of(path: Path) -> os.stat_result | None:
    try:
        world = DiskWorld()
        with world.open(path) as file:
            return os.fstat(file.fileno())
    except OSError:  # what cannot be read, nothing is made from
        return None


def _problem(job: Job, status: os.stat_result, read: DiskWorld) -> Diagnostic | None:
    try:
        read.check(status)
    except SourceFileError as error:
        source, target = str(error), str(job.output)
        way = "" if target == source else f"; `{shown(target)}` leads there"
        message = f"{job.name} would overwrite `{shown(source)}`, which this run is made from{way}"
        return diagnose(OUTPUT_IS_SOURCE, None, message, hints=["write elsewhere with `-o`"])
    return None


def _named(plan: BatchPlan, *, thorough: bool) -> DiskWorld:
    """Return a world in which the decks, templates and rows of a plan were read.

    Where it is `thorough`, decks are read that do not look as if they named presentations, too.
    """
    world, options = DiskWorld(plan.root), replace(plan.options, progress=None, timings=None)
    for path in plan.sources:
        _open(path, world)
    if options.template is not None:
        template_file(options.template, Files(world, Path(), Sink(), options.limits, trusted=True))
    first = {job.deck: job for job in reversed(plan.jobs)}
    for job in first.values():
        _read(job, options, world, thorough=thorough)
    return world


def _open(path: Path, world: DiskWorld) -> None:
    try:
        with world.open(path):
            pass
    except OSError:  # the build will tell
        return


def _read(job: Job, options: Options, world: DiskWorld, *, thorough: bool) -> None:
    """Read a deck, the files that it includes, and its template; the build tells of mistakes."""
    build = build_file(job.deck, replace(options, row=job.row), world)
    with Boundary(build.sink):
        text = "" if build.source is None else build.source.text
        if not thorough and not any(word in text for word in _NAMING):
            return
        deck = build.resolved()
        if deck is not None and deck.template is not None and options.template is None:
            files = Files(world, build.base, build.sink, options.limits)
            _open(files.locate(deck.template.text, deck.template.span), world)


def in_the_way(
    report: Path, plan: BatchPlan, outcomes: Iterable[Outcome] = ()
) -> tuple[Diagnostic, ...]:
    """Return why a report is not written: it would replace a file that the run reads or writes.

    Before the run these are its decks, rows and results; its `outcomes` tell what else was read.
    """
    status = _status_of(report)
    if status is None:
        return ()
    world = DiskWorld()
    read = [name for outcome in outcomes for name, _ in outcome.files]
    results = [job.output for job in plan.jobs if job.problem is None]
    for path in dict.fromkeys((*plan.sources, *(job.deck for job in plan.jobs), *results)):
        _open(path, world)
    for name in dict.fromkeys(read):
        _open(Path(name), world)
    try:
        world.check(status)
    except SourceFileError as error:
        message = (
            f"the report would overwrite `{shown(str(error))}`, which this run reads or writes"
        )
        return (diagnose(OUTPUT_IS_SOURCE, None, message, hints=["name another file: `--report`"]),)
    return ()


class PlannedOutputs:
    """The files that a run writes, whatever leads there."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs: Final = jobs
        self._outputs: dict[str, Job] | None = None
        self._known: dict[str, Job | None] = {}

    def made_from(self, job: Job, names: Iterable[str]) -> tuple[Diagnostic, ...]:
        """Return why a job that has read some files is in the way of another, if it is."""
        for name in names:
            if name not in self._known:
                self._known[name] = self._writers().get(os.path.realpath(name))
            other = self._known[name]
            if other is not None and other.number != job.number:
                message = f"{job.name} is made from `{shown(name)}`, which {other.name} writes"
                hint = "write elsewhere with `-o`, or build them one after the other"
                return (diagnose(OUTPUT_IS_SOURCE, None, message, hints=[hint]),)
        return ()

    def _writers(self) -> dict[str, Job]:
        if self._outputs is None:
            folders = {job.output.parent for job in self._jobs}
            real = {folder: os.path.realpath(folder) for folder in folders}
            self._outputs = {
                str(Path(real[job.output.parent], job.output.name)): job
                for job in self._jobs
                if job.problem is None
            }
        return self._outputs
