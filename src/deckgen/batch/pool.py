"""Jobs -> their outcomes, from processes that do one after the other.

A process that ends before its time costs the job that it was doing: another one starts anew with
it, and where it ends as well the job is lost, and told to be. Ours ends theirs by closing the pipe.
"""

from __future__ import annotations

from collections import deque
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final

from deckgen.batch.model import outcome_of
from deckgen.batch.worker import Worker
from deckgen.codes.reuse import LOST_BUILD
from deckgen.diagnostics import diagnose
from deckgen.interruption import start

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.context import DefaultContext

    from deckgen.batch.model import BatchPlan, Outcome

_TRIES: Final = 2
"""How often a job is begun whose process ends."""


def outcomes(plan: BatchPlan, numbers: Iterable[int], processes: int) -> Iterator[Outcome]:
    """Yield the outcomes of jobs, each once it is done. One process is this one."""
    waiting = deque(numbers)
    if processes == 1 or len(waiting) == 1:
        worker = Worker(plan)
        yield from map(worker.outcome, waiting)
        return
    with _Crew(plan, min(processes, len(waiting))) as crew:
        yield from crew.outcomes(waiting)


def lost(plan: BatchPlan, number: int) -> Outcome:
    """Return the outcome of a job that ended the process that did it, whenever it was tried."""
    message = f"the process that built {plan.jobs[number - 1].name} ended before it was done"
    hint = "it may need more memory than there is; try fewer processes with `-j`"
    return outcome_of(number, (diagnose(LOST_BUILD, None, message, hints=[hint]),))


class _Hand:
    """A process that does jobs, and what it is doing."""

    def __init__(
        self, plan: BatchPlan, context: DefaultContext, others: Iterable[Connection]
    ) -> None:
        self.pipe, there = context.Pipe()
        # a process that is forked has our ends of all pipes, and would keep them open
        ours = (*others, self.pipe) if context.get_start_method() == "fork" else ()
        self.process: Final = context.Process(target=_serve, args=(plan, there, ours), daemon=True)
        start(self.process, context)
        there.close()
        self.number: int | None = None

    def give(self, number: int) -> None:
        """Let the process do a job."""
        self.number = number
        try:
            self.pipe.send(number)
        except OSError:  # it has ended, which receiving will tell
            return

    def received(self) -> Outcome | None:
        """Return the outcome of the job, None where the process has ended."""
        try:
            found: Outcome = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return found

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


class _Crew:
    """Processes that do the jobs of a plan."""

    def __init__(self, plan: BatchPlan, size: int) -> None:
        import multiprocessing

        self._plan: Final = plan
        self._context: Final = multiprocessing.get_context()
        self._hands: list[_Hand] = []
        self._size: Final = size
        self._begun: dict[int, int] = {}

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for hand in self._hands:
            hand.stop()

    def outcomes(self, waiting: deque[int]) -> Iterator[Outcome]:
        """Yield the outcomes of jobs."""
        for _ in range(self._size):
            self._start(waiting)
        while busy := {hand.pipe: hand for hand in self._hands if hand.number is not None}:
            for pipe in wait([*busy]):
                hand = next(each for each in busy.values() if each.pipe is pipe)
                found = hand.received() or self._missed(hand, waiting)
                if found is not None:
                    yield found
                if hand in self._hands:
                    self._occupy(hand, waiting)

    def _start(self, waiting: deque[int]) -> None:
        hand = _Hand(self._plan, self._context, [each.pipe for each in self._hands])
        self._hands.append(hand)
        self._occupy(hand, waiting)

    def _occupy(self, hand: _Hand, waiting: deque[int]) -> None:
        hand.number = None
        if waiting:
            number = waiting.popleft()
            self._begun[number] = self._begun.get(number, 0) + 1
            hand.give(number)

    def _missed(self, hand: _Hand, waiting: deque[int]) -> Outcome | None:
        """Put another process in the place of one that ended; return the outcome of a job lost."""
        number = hand.number
        assert number is not None
        self._hands.remove(hand)
        hand.stop()
        is_lost = self._begun[number] >= _TRIES
        if not is_lost:
            waiting.appendleft(number)
        self._start(waiting)
        return lost(self._plan, number) if is_lost else None


def _serve(plan: BatchPlan, pipe: Connection, others: tuple[Connection, ...]) -> None:
    """Do jobs until nobody asks for any more."""
    import gc
    import signal

    gc.disable()  # the worker looks for what refers to itself between jobs
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is begun is done when ours ends
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for each in others:
        each.close()
    worker = Worker(plan, alone=True)
    try:
        while True:
            pipe.send(worker.outcome(pipe.recv()))
    except (EOFError, OSError):
        return
