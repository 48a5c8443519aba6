"""A merge on a local cluster whose workers are killed all the time -> what is lost, and what twice.

Run `python -m benchmarks.cluster [--rows 2000] [--kills 50]`. A scheduler and workers run in
processes of this machine; a worker is killed by a signal, at moments that are spread over the run,
and another takes its place. Each file must be there, and be the one that a build by itself gives.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
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
    from deckgen.blobs import Blob
    from deckgen.diagnostics import Diagnostic

DECK: Final = """\
variables: {name: Nobody, amount: 0}
slides:
  - title: Hello ${name}
    body: "- You gave ${amount:,.0f} euros\\n- Thank you"
  - title: What it was for
    table: [[What, Share], [Books, 40 %], [Rooms, 60 %]]
"""


class Found(NamedTuple):
    """What has become of a run: rows lost, files written twice or other than alone, kills, time."""

    lost: int
    doubled: int
    differing: int
    kills: int
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
        f"{options.rows} rows, {found.kills} workers killed: {found.lost} lost, {found.doubled}"
        f" doubled, {found.differing} unlike a build alone; {found.seconds:.0f} s"
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
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0"
    )
    with cluster:
        killer = Killer(cluster, kills)
        for done, outcome in enumerate(
            outcomes_on(cluster.scheduler_address, BatchPlan(jobs, counted), range(1, rows + 1))
        ):
            lost += not outcome.is_written
            killer.turn(done / rows)
    seconds = time.monotonic() - start
    there = sum(job.output.is_file() for job in jobs)
    alone = deckgen.compile(card, options=Options(row=read[-1])).output
    return Found(
        lost=max(lost, rows - there),
        doubled=sum(times > 1 for times in written.values()),
        differing=int(jobs[-1].output.read_bytes() != alone),
        kills=killer.done,
        seconds=seconds,
    )


class Killer:
    """Kills workers of a cluster, as many as are due at a share of the run."""

    def __init__(self, cluster: Any, kills: int) -> None:  # noqa: ANN401 - of the library
        self._cluster: Final = cluster
        self._kills: Final = kills
        self._random: Final = random.Random(7)  # noqa: S311 - no secret depends on it
        self._gone: set[int] = set()
        self.done = 0

    def turn(self, share: float) -> None:
        """Kill a worker if one is due at a share of the run."""
        if self.done < self._kills and self.done <= share * self._kills:
            # one that is killed while it starts is not started again
            pids = [
                nanny.process.pid
                for nanny in self._cluster.workers.values()
                if nanny.process is not None and nanny.process.status.name == "running"
            ]
            alive = [pid for pid in pids if pid not in self._gone]
            if alive:
                pid = self._random.choice(alive)
                self._gone.add(pid)
                os.kill(pid, signal.SIGKILL)
                self.done += 1


if __name__ == "__main__":
    main()
