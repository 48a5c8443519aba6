"""A merge on a local cluster whose workers are killed all the time -> what is lost, and what twice.

Run `python -m benchmarks.cluster [--rows 2000] [--kills 50]`. A scheduler and workers run in
processes of this machine; workers are killed by a signal at moments that are spread over the rows,
and others take their places. Results wait while a kill is due, so that it meets workers at work.
Each file must be there, and some must be those that builds by themselves give.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import deckgen
from deckgen.batch.cluster import outcomes_on
from deckgen.batch.model import BatchPlan
from deckgen.batch.planning import for_rows, pattern_of
from deckgen.batch.rows import read_rows
from deckgen.cli.target import deliver
from deckgen.compiler import Options
from deckgen.diagnostics import Sink
from deckgen.limits import DEFAULT
from deckgen.world import DiskWorld

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.blobs import Blob
    from deckgen.diagnostics import Diagnostic

_LOOK: Final = 0.1
_MOST_LOOKS: Final = 1200
_LATE: Final = 0.5
"""So much of the way to the next kill a due one waits for workers that have rows to build."""
_ALONE: Final = 20
"""So many rows, spread over all, are built once more by themselves."""

DECK: Final = """\
variables: {name: Nobody, amount: 0}
slides:
  - title: Hello ${name}
    body: "- You gave ${amount:,.0f} euros\\n- Thank you"
  - title: What it was for
    table: [[What, Share], [Books, 40 %], [Rooms, 60 %]]
"""


class Found(NamedTuple):
    """What has become of a run: rows lost, files written twice or other than alone, kills, time.

    `kills_at_work` are those of workers that had rows to build.
    """

    lost: int
    doubled: int
    differing: int
    kills: int
    kills_at_work: int
    seconds: float


def main() -> None:
    """Print what has become of the run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = merged(Path(folder), options.rows, options.kills, options.workers)
    print(
        f"{options.rows} rows, {found.kills} workers killed, {found.kills_at_work} of them at work:"
        f" {found.lost} lost, {found.doubled} doubled, {found.differing} unlike a build alone;"
        f" {found.seconds:.0f} s"
    )
    sys.exit(bool(found.lost or found.doubled or found.differing))


def merged(folder: Path, rows: int, kills: int, workers: int = 2) -> Found:
    """Merge so many rows while so many workers are killed."""
    from distributed import LocalCluster

    card, people = folder / "card.yaml", folder / "people.csv"
    card.write_text(DECK, encoding="utf-8")
    lines = "".join(f"Person {number},{number * 37}\n" for number in range(1, rows + 1))
    people.write_text(f"name,amount\n{lines}", encoding="utf-8")
    written: Counter[str] = Counter()

    def counted(file: Blob, target: Path, world: DiskWorld) -> tuple[Diagnostic, ...]:
        written[str(target)] += 1
        return deliver(file, target, world)

    world, sink = DiskWorld(), Sink()
    read = read_rows(str(people), "", world, sink, DEFAULT)
    assert read is not None, sink.sorted()
    pattern = pattern_of(str(folder / "out/{row}.pptx"), card, rows=True, folder=False)
    jobs = for_rows(card, read, pattern, sink)
    assert jobs is not None
    start, lost = time.monotonic(), 0
    cluster: Any = LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=0, dashboard_address=":0", processes=True
    )
    with cluster, Workers(cluster, workers) as crew:
        crew.wait_for_all()
        killer = Killer(crew, kills)
        for done, outcome in enumerate(
            outcomes_on(cluster.scheduler_address, BatchPlan(jobs, counted), range(1, rows + 1))
        ):
            lost += not outcome.is_written
            killer.turn(done / rows)
    seconds = time.monotonic() - start
    there = sum(job.output.is_file() for job in jobs)
    return Found(
        lost=max(lost, rows - there),
        doubled=sum(times > 1 for times in written.values()),
        differing=sum(
            job.output.read_bytes() != deckgen.compile(card, options=Options(row=job.row)).output
            for job in jobs[:: max(1, rows // _ALONE)]
        ),
        kills=killer.done,
        kills_at_work=killer.at_work,
        seconds=seconds,
    )


class Workers:
    """Processes that work for a scheduler; where one has ended, another is started."""

    def __init__(self, cluster: Any, count: int) -> None:  # noqa: ANN401 - of the library
        self._cluster: Final = cluster
        self._count: Final = count
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._started = 0
        self._ending: Final = threading.Event()
        self._thread: Final = threading.Thread(target=self._keep, daemon=True)

    def __enter__(self) -> Workers:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._thread.join()
        for process in self._running.values():
            process.kill()
            process.wait()

    def _keep(self) -> None:
        while not self._ending.wait(_LOOK):
            running = {n: p for n, p in self._running.items() if p.poll() is None}
            while len(running) < self._count:
                self._started += 1
                running[f"w{self._started}"] = self._start(f"w{self._started}")
            self._running = running

    def _start(self, name: str) -> subprocess.Popen[bytes]:
        address = self._cluster.scheduler_address
        command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--name", name]
        command += ["--nthreads", "1", "--no-nanny", "--no-dashboard"]
        return subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tempfile.gettempdir()
        )

    def present(self) -> dict[str, subprocess.Popen[bytes]]:
        """Return the processes that run and that the scheduler knows, by their names."""
        return self._those(lambda _worker: True)

    def busy(self) -> dict[str, subprocess.Popen[bytes]]:
        """Return the processes that have rows to build."""
        return self._those(lambda worker: bool(worker.processing))

    @property
    def is_whole(self) -> bool:
        """Whether each place is taken."""
        return len(self.present()) == self._count

    def _those(self, wanted: Callable[[Any], bool]) -> dict[str, subprocess.Popen[bytes]]:
        workers = [*self._cluster.scheduler.workers.values()]
        known = {str(worker.name) for worker in workers if wanted(worker)}
        return {n: p for n, p in self._running.items() if n in known and p.poll() is None}

    def wait_for_all(self) -> dict[str, subprocess.Popen[bytes]]:
        """Return the processes, once each place is taken."""
        for _ in range(_MOST_LOOKS):
            if self.is_whole:
                return self.present()
            time.sleep(_LOOK)
        raise SystemExit("the workers do not start")


class Killer:
    """Kills workers, as many as are due at a share of the run."""

    def __init__(self, crew: Workers, kills: int) -> None:
        self._crew: Final = crew
        self._kills: Final = kills
        self._random: Final = random.Random(7)  # noqa: S311 - no secret depends on it
        self.done = 0
        self.at_work = 0

    def turn(self, share: float) -> None:
        """Kill a worker if one is due at a share of the run: one that works, where time allows."""
        due = share * self._kills - self.done
        if self.done == self._kills or due < 0:
            return
        if not self._crew.is_whole:
            self._crew.wait_for_all()  # the results that follow give them rows to build
        elif busy := self._crew.busy():
            self._kill(busy)
        elif due >= _LATE:
            self._kill(self._crew.present())

    def _kill(self, present: dict[str, subprocess.Popen[bytes]]) -> None:
        name = self._random.choice(sorted(present))
        self.at_work += name in self._crew.busy()
        present[name].send_signal(signal.SIGKILL)
        present[name].wait()
        self.done += 1


if __name__ == "__main__":
    main()
