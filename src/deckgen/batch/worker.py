"""Jobs -> files, one after the other, in one process.

The template, the desk and what slides have in common are kept from one job to the next, so that a
row costs what is new in it.
"""

from __future__ import annotations

import gc
import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from deckgen.atomic import write_atomically
from deckgen.batch.model import Outcome, outcome_of, told
from deckgen.batch.sources import PlannedOutputs
from deckgen.compiler import build_file
from deckgen.diagnostics import Sink
from deckgen.internal import Boundary
from deckgen.memory import Memory
from deckgen.records import replace
from deckgen.timings import Timings
from deckgen.world import DiskWorld, World

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from deckgen.batch.model import BatchPlan, Job, JobRemark
    from deckgen.blobs import Blob
    from deckgen.diagnostics import Diagnostic

    Taken = Callable[[Blob], tuple[Diagnostic, ...]]

_ROUND: Final = 16
"""After so many jobs what refers to itself is looked for and dropped."""
_BLOCK: Final = 1 << 20
_MOST_TOLD: Final = 200
"""So many diagnostics are told in full; of further ones their kind, message and place."""


class NotingWorld(World, Protocol):
    """A world that knows which files were read."""

    @property
    def names(self) -> set[str]:
        """The names of the files."""
        ...


class ReadWorld(DiskWorld):
    """The files of this machine, and which of them a job has read."""

    __slots__ = ("_names",)

    def __init__(self, root: Path | None = None) -> None:
        super().__init__(root)
        self._names: set[str] = set()

    @property
    def names(self) -> set[str]:
        """The names of the files that were read."""
        return self._names

    def write(self, path: Path, data: bytes | Blob) -> None:
        """Write a file whole or not at all, without waiting for the disk for each of many."""
        write_atomically(path, data, self.check, lasting=False)

    def note(self, status: os.stat_result, name: str) -> None:
        """Remember that a file was read."""
        super().note(status, name)
        self._names.add(name)


class Digests:
    """The digests of files, each read again only where it was changed."""

    def __init__(self) -> None:
        self._world: Final = DiskWorld()
        self._known: dict[str, tuple[tuple[int, ...], str]] = {}

    def of(self, name: str) -> str:
        """Return what tells what a file holds from all else; nothing where it cannot be read."""
        try:
            with self._world.open(Path(name)) as file:
                status = os.fstat(file.fileno())
                stamp = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
                known = self._known.get(name)
                if known is None or known[0] != stamp:
                    known = self._known[name] = stamp, _digest(file)
        except OSError:
            return ""
        return known[1]


def _digest(file: BinaryIO) -> str:
    state = sha256()
    while block := file.read(_BLOCK):
        state.update(block)
    return state.hexdigest()


class Worker:
    """Does the jobs of a plan, in a process of its own or in one that does other things, too."""

    def __init__(self, plan: BatchPlan, *, alone: bool = False) -> None:
        self._plan: Final = plan
        self._planned: Final = PlannedOutputs(plan.jobs)
        self._memory: Final = Memory()
        self._digests: Final = Digests()
        self._said: Final[set[JobRemark]] = set()
        self._alone: Final = alone
        self._done = 0

    def outcome(self, number: int) -> Outcome:
        """Do the job of a number; a bug is told, and ends it alone."""
        job, sink = self._plan.jobs[number - 1], Sink()
        if job.problem is not None:
            return outcome_of(number, (job.problem,))
        with Boundary(sink):
            done = self._built(job)
            self._tidy()
            return done
        return outcome_of(number, sink.sorted())

    def _built(self, job: Job) -> Outcome:
        world = ReadWorld(self._plan.root)
        return self.made(job, world, lambda file: self._delivered(file, job, world))

    def _delivered(self, file: Blob, job: Job, world: ReadWorld) -> tuple[Diagnostic, ...]:
        for path in self._plan.sources:
            with world.open(path):
                pass  # so that it is not replaced
        refused = self._planned.made_from(job, sorted(world.names))
        if refused:
            return refused
        return self._plan.deliver(file, job.output, world)

    def made(self, job: Job, world: NotingWorld, deliver: Taken) -> Outcome:
        """Return the outcome of a job in a world; its file is handed over."""
        timings = None if self._plan.clock is None else Timings(self._plan.clock)
        options = replace(self._plan.options, row=job.row, jobs=1, progress=None, timings=timings)
        build = replace(build_file(job.deck, options, world), memory=self._memory)
        compiled = build.run()
        diagnostics, digest = compiled.diagnostics, ""
        names = sorted(world.names)
        if compiled.file is not None:
            diagnostics += deliver(compiled.file)
        if compiled.file is not None and not any(item.is_error for item in diagnostics):
            digest = compiled.file.digest().hex()
        return Outcome(
            job.number,
            pages=compiled.pages,
            told=tuple(map(told, diagnostics)),
            diagnostics=self._new(diagnostics),
            used=tuple(sorted(build.used)),
            files=tuple((name, self.digest(name)) for name in names),
            digest=digest,
            times=() if timings is None else tuple(timings.stages.items()),
        )

    def forget(self) -> None:
        """Forget what was said, so that it is told in full again."""
        self._said.clear()

    def digest(self, name: str) -> str:
        """Return what tells what a file holds from all else."""
        return self._digests.of(name)

    def _new(self, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Return what was not told before of diagnostics, which are long where there are many."""
        new = []
        for item in diagnostics:
            key = told(item)
            if key not in self._said and len(self._said) < _MOST_TOLD:
                self._said.add(key)
                new.append(item)
        return tuple(new)

    def _tidy(self) -> None:
        """Drop what only refers to itself; what the first job has loaded is there to stay."""
        self._done += 1
        if self._done == 1 and self._alone:
            gc.collect()
            gc.freeze()
        elif self._done % _ROUND == 0:
            gc.collect()
