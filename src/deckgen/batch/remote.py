"""A bundle and the number of a job -> its outcome and the bytes of its file, on another machine."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

from deckgen.batch.bundle import BundleWorld
from deckgen.batch.model import outcome_of
from deckgen.batch.worker import Worker
from deckgen.codes.reuse import CLUSTER_FAILED
from deckgen.diagnostics import Sink, diagnose
from deckgen.internal import Boundary
from deckgen.records import Struct
from deckgen.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deckgen.batch.bundle import Answer, Bundle, Question
    from deckgen.batch.model import Job, Outcome
    from deckgen.blobs import Blob
    from deckgen.diagnostics import Diagnostic
    from deckgen.world import DiskWorld

_HERE: Final = threading.local()
"""The worker of this thread, which keeps what jobs of one bundle have in common."""


class Done(Struct, frozen=True):
    """The outcome of a job and its file, or what has to be known before it can be done."""

    number: int
    outcome: Outcome | None = None
    data: bytes | None = None
    wanted: tuple[Question, ...] = ()


def undelivered(_file: Blob, _target: Path, _world: DiskWorld) -> tuple[Diagnostic, ...]:
    """Stand for what writes files, which are written where the plan was made."""
    return ()


def build(bundle: Bundle, number: int, more: Mapping[Question, Answer]) -> Done:
    """Do a job; `more` is known beside what the bundle says."""
    if bundle.version != __version__:
        message = f"a worker of the cluster has deckgen {__version__}, and we {bundle.version}"
        told = diagnose(CLUSTER_FAILED, None, message, hints=["install the same on all machines"])
        return Done(number, outcome_of(number, (told,)))
    worker = getattr(_HERE, "worker", None)
    if not isinstance(worker, RemoteWorker) or worker.bundle.digest != bundle.digest:
        worker = _HERE.worker = RemoteWorker(bundle)
    return worker.done(number, more)


class RemoteWorker(Worker):
    """Does the jobs of a bundle, and gives their files as bytes."""

    def __init__(self, bundle: Bundle) -> None:
        super().__init__(bundle.plan)
        self.bundle: Final = bundle

    def done(self, number: int, more: Mapping[Question, Answer]) -> Done:
        """Return what has become of a job."""
        job, sink = self.bundle.plan.jobs[number - 1], Sink()
        answers = {**self.bundle.answers, **more} if more else self.bundle.answers
        world = BundleWorld(answers, is_confined=self.bundle.is_confined)
        with Boundary(sink):
            return self._asked(job, world)
        return Done(number, outcome_of(number, sink.sorted()))

    def _asked(self, job: Job, world: BundleWorld) -> Done:
        taken: list[bytes] = []

        def take(file: Blob) -> tuple[Diagnostic, ...]:
            taken.append(file.read())
            return ()

        outcome = self.made(job, world, take)
        self.forget()  # what was said may be lost on the way
        if world.wanted:
            return Done(job.number, wanted=tuple(world.wanted))
        return Done(job.number, outcome, taken[0] if taken else None)

    def digest(self, name: str) -> str:  # noqa: ARG002 - files are where the plan was made
        """Return nothing: the files are not here."""
        return ""
