"""Jobs -> their outcomes, from the workers of a Dask scheduler: the one door to it.

The plan, the deck and its files travel once, as the result of a task: the scheduler makes it anew
where the worker that had it is gone. Files come back as bytes and are written here, so that none is
written twice, whatever was begun twice. A job that was being done whenever a worker ended may be
what ends them: it is tried once more with no other job beside it, and is then lost. Where nobody is
left who could do jobs, the rest of them fail, and what is done stays.
"""

from __future__ import annotations

import pickle
import warnings
from collections import deque
from concurrent.futures import FIRST_COMPLETED, CancelledError, wait
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from deckgen.batch.bundle import Bundle, BundleWorld, answered
from deckgen.batch.model import ClusterError, outcome_of, told
from deckgen.batch.pool import lost
from deckgen.batch.remote import RemoteWorker, build, undelivered
from deckgen.batch.sources import PlannedOutputs
from deckgen.batch.worker import Digests, ReadWorld
from deckgen.blobs import Blob
from deckgen.codes.reuse import CLUSTER_FAILED
from deckgen.diagnostics import diagnose
from deckgen.records import replace
from deckgen.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from deckgen.batch.bundle import Answer, Question
    from deckgen.batch.model import BatchPlan, Outcome
    from deckgen.batch.remote import Done
    from deckgen.diagnostics import Diagnostic

_LOGGERS: Final = (
    *("distributed", "distributed.client", "distributed.core", "distributed.comm"),
    *("tornado.application", "asyncio"),
)
"""Who logs what has become of connections, with tracebacks where the scheduler is gone."""
_RETRIES: Final = 3
_AHEAD: Final = 4
"""How many jobs each thread of the cluster has before it, so that none waits for us."""
_FEWEST: Final = 32
_MOST_ROUNDS: Final = 20
"""How often a job may ask for more files."""
_SECONDS: Final = 10
"""How long the scheduler may take to answer."""
_LOOK: Final = 1.0
"""After so many seconds without a result it is looked whether there are workers."""
_PATIENCE: Final = 60
"""So many looks that find no worker end the run: batch systems and nannies take some ten seconds to
put another one in the place of one that ended, and a minute where the machine is busy."""


def outcomes_on(address: str, plan: BatchPlan, numbers: Iterable[int]) -> Iterator[Outcome]:
    """Yield the outcomes of jobs that a cluster does. Raises `ClusterError`."""
    with _client(address) as client:
        yield from _Cluster(client, plan).outcomes(deque(numbers))


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError:
        message = "a cluster needs the extra `cluster`: `pip install deckgen-pptx[cluster]`"
        raise ClusterError(message) from None
    import logging

    for name in _LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # lost workers are our business
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            address, timeout=_SECONDS, set_as_default=False
        )
    except (OSError, ValueError) as error:
        raise ClusterError(f"no scheduler answers at `{address}`: {error}") from None
    try:
        yield client
    finally:
        client.close()


class _GoneError(Exception):
    """Nobody is left who could do jobs; says why."""


class _Attendance:
    """Whether a cluster still has workers."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - of the library
        self._client: Final = client
        self._missed = 0

    def seen(self) -> None:
        """Take note that somebody works."""
        self._missed = 0

    def look(self) -> None:
        """Look for workers; raise `_GoneError` where there have been none for long."""
        try:
            present = self._client.nthreads()
        except Exception as error:  # noqa: BLE001 - whatever the library raises, nobody answers
            raise _GoneError(f"the scheduler no longer answers: {error}") from None
        self._missed = 0 if present else self._missed + 1
        if self._missed >= _PATIENCE:
            seconds = round(_PATIENCE * _LOOK)
            raise _GoneError(f"the cluster has had no worker for {seconds} seconds")


class _Cluster:
    """The jobs of a plan on a cluster."""

    def __init__(self, client: Any, plan: BatchPlan) -> None:  # noqa: ANN401 - of the library
        self._plan: Final = plan
        self._world: Final = ReadWorld(plan.root)
        self._planned: Final = PlannedOutputs(plan.jobs)
        self._digests: Final = Digests()
        self._answers: Final[dict[Question, Answer]] = {}
        self._executor: Final = client.get_executor(retries=_RETRIES)
        self._attendance: Final = _Attendance(client)
        threads = sum(client.nthreads().values())
        self._window: Final = max(_FEWEST, threads * _AHEAD)
        for path in plan.sources:
            with self._world.open(path):
                pass  # so that it is not replaced
        self._client: Final = client
        self._sendings = 0
        self._packed, self._digest = self._together()
        self._bundle = self._sent()
        self._more: Final[dict[int, dict[Question, Answer]]] = {}
        self._rounds: Final[dict[int, int]] = {}

    def _together(self) -> tuple[bytes, str]:
        """Return the bytes of the bundle, and its digest."""
        plan = replace(self._plan, deliver=undelivered, root=None, sources=())
        bundle = Bundle(plan, self._answers, self._world.is_confined, __version__, "")
        first = next((job.number for job in plan.jobs if job.problem is None), None)
        rounds = 0
        while first is not None and rounds < _MOST_ROUNDS:
            world = BundleWorld(self._answers, is_confined=bundle.is_confined)
            RemoteWorker(bundle).made(plan.jobs[first - 1], world, lambda _file: ())
            if not world.wanted:
                break
            for question in world.wanted:
                self._answers[question] = answered(question, self._world)
            rounds += 1
        digest = sha256(pickle.dumps(bundle)).hexdigest()
        return pickle.dumps(replace(bundle, digest=digest)), digest

    def _sent(self) -> Any:  # noqa: ANN401 - of the library
        """Return the future of the bundle, which a task gives that has its bytes."""
        self._sendings += 1
        key = f"deckgen-{self._digest}-{self._sendings}"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it is large
            return self._client.submit(pickle.loads, self._packed, key=key, retries=_RETRIES)

    def outcomes(self, waiting: deque[int]) -> Iterator[Outcome]:
        """Yield the outcomes of jobs; where nobody is left to do them, they fail."""
        left = dict.fromkeys(waiting)
        try:
            for outcome in self._tried(waiting):
                del left[outcome.number]
                yield outcome
        except _GoneError as error:
            hint = "`--resume` goes on with what is not done yet"
            told = diagnose(CLUSTER_FAILED, None, str(error), hints=[hint])
            yield from (outcome_of(number, (told,)) for number in left)

    def _tried(self, waiting: deque[int]) -> Iterator[Outcome]:
        """Yield the outcomes of jobs, those that may end workers last, each by itself."""
        suspect: list[int] = []
        yield from self._run(waiting, self._window, suspect)
        for number in suspect:
            ended: list[int] = []
            yield from self._run(deque((number,)), 1, ended)
            yield from (lost(self._plan, each) for each in ended)

    def _run(self, waiting: deque[int], window: int, ended: list[int]) -> Iterator[Outcome]:
        begun: dict[Future[Done], int] = {}
        while waiting or begun:
            while waiting and len(begun) < window:
                number = waiting.popleft()
                job = self._plan.jobs[number - 1]
                if job.problem is not None:
                    yield outcome_of(number, (job.problem,))
                    continue
                begun[self._begun(number)] = number
            for future in self._ended(begun):
                number = begun.pop(future)
                try:
                    done = future.result()
                except (Exception, CancelledError) as error:  # noqa: BLE001 - what a worker raised
                    if type(error).__name__ in {"KilledWorker", "CancelledError"}:
                        ended.append(number)
                    else:
                        yield self._failed(number, error)
                    continue
                if done.wanted and self._told_more(done):
                    waiting.appendleft(number)
                else:
                    yield self._written(done)

    def _begun(self, number: int) -> Future[Done]:
        more = self._more.get(number, {})
        try:
            if self._bundle.status == "error":  # workers have ended whenever they unpacked it
                self._bundle = self._sent()
            future: Future[Done] = self._executor.submit(
                build, self._bundle, number, more, pure=False
            )
        except Exception as error:  # noqa: BLE001 - the library tells in many ways that it ended
            raise _GoneError(f"the scheduler no longer answers: {error}") from None
        return future

    def _ended(self, begun: Iterable[Future[Done]]) -> set[Future[Done]]:
        """Return what has ended of what was begun, once something has."""
        while not (done := wait(begun, _LOOK, FIRST_COMPLETED).done):
            self._attendance.look()
        self._attendance.seen()
        return done

    def _told_more(self, done: Done) -> bool:
        """Find out what a job has to know; tell whether it may be begun again."""
        self._rounds[done.number] = self._rounds.get(done.number, 0) + 1
        more = self._more.setdefault(done.number, {})
        more.update({question: answered(question, self._world) for question in done.wanted})
        return self._rounds[done.number] <= _MOST_ROUNDS

    def _written(self, done: Done) -> Outcome:
        """Write the file of a job here."""
        self._more.pop(done.number, None)
        if done.outcome is None:
            return lost(self._plan, done.number)
        outcome, job = done.outcome, self._plan.jobs[done.number - 1]
        files = tuple((name, self._digests.of(name)) for name, _ in outcome.files)
        diagnostics: tuple[Diagnostic, ...] = ()
        if done.data is not None:
            names = [name for name, _ in outcome.files]
            diagnostics = self._planned.made_from(job, names) or self._plan.deliver(
                Blob((done.data,)), job.output, self._world
            )
        return replace(
            outcome,
            told=(*outcome.told, *map(told, diagnostics)),
            diagnostics=(*outcome.diagnostics, *diagnostics),
            files=files,
            digest="" if any(item.is_error for item in diagnostics) else outcome.digest,
        )

    def _failed(self, number: int, error: BaseException) -> Outcome:
        message = f"the cluster cannot build: {type(error).__name__}: {error}"
        return outcome_of(number, (diagnose(CLUSTER_FAILED, None, message),))
