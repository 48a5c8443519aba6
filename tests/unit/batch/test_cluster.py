"""Rows are built by the workers of a cluster, whatever becomes of these."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks.cluster import merged

from deckgen.batch.bundle import Answer, Bundle, BundleWorld, Question, answered
from deckgen.batch.cluster import outcomes_on
from deckgen.batch.model import BatchPlan, Job
from deckgen.batch.remote import RemoteWorker
from deckgen.batch.worker import ReadWorld
from deckgen.cli.program import run
from deckgen.cli.target import deliver

pytest.importorskip("distributed")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("card.yaml").write_text("slides: [{title: '${name}', body: x}]\n")
    tmp_path.joinpath("people.csv").write_text("name\nAnn\nBob\n")
    return tmp_path


WORDS = ["build", "card.yaml", "--rows", "people.csv", "-o", "out/{name}.pptx", "--cluster"]


def test_without_the_extra_it_is_said_what_to_install(folder, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run([*WORDS, "tcp://127.0.0.1:1"]) == 1
    assert "pip install deckgen-pptx[cluster]" in capsys.readouterr().err


def test_a_scheduler_that_does_not_answer_is_told(folder, capsys, monkeypatch):
    monkeypatch.setattr("deckgen.batch.cluster._SECONDS", 0.2)
    assert run([*WORDS, "tcp://127.0.0.1:1"]) == 1
    assert "no scheduler answers at `tcp://127.0.0.1:1`" in capsys.readouterr().err


def test_files_that_are_not_known_are_asked_for(folder):
    from PIL import Image

    Image.new("RGB", (8, 8)).save("dot.png")
    folder.joinpath("card.yaml").write_text(
        "include: part.yaml\nslides: [{title: A, image: {src: dot.png, alt: a}}]\n"
    )
    folder.joinpath("part.yaml").write_text("slides: [{title: B}]\n")
    bundle = Bundle(
        BatchPlan((Job(1, Path("card.yaml"), Path("x.pptx")),), deliver),
        {},
        is_confined=False,
        version="",
        digest="",
    )
    answers: dict[Question, Answer] = {}
    worker, asked = RemoteWorker(bundle), []
    while (done := worker.done(1, answers)).wanted:
        asked.append({path.name for _, path, _ in done.wanted})
        answers |= {question: answered(question, ReadWorld()) for question in done.wanted}
    assert done.outcome is not None
    assert done.data is not None
    assert done.outcome.is_written
    assert done.data[:2] == b"PK"
    assert "card.yaml" in asked[0]
    assert len(asked) <= 5


def test_a_bundle_answers_as_the_disk_does(folder):
    world = ReadWorld()
    questions = [
        ("open", Path("card.yaml"), None),
        ("open", Path("none.yaml"), None),
        ("exists", Path("card.yaml"), None),
        ("exists", Path("none.yaml"), None),
        ("siblings", Path("card.yaml"), None),
        ("within", Path("card.yaml"), Path()),
    ]
    bundled = BundleWorld({each: answered(each, world) for each in questions}, is_confined=False)
    for question in questions:
        first, second = answered(question, world), answered(question, bundled)
        assert type(first) is type(second)
        assert isinstance(first, OSError) or first == second
    assert not bundled.wanted


@pytest.mark.cluster
@pytest.mark.filterwarnings("default")  # what the library warns of is its own
def test_no_row_is_lost_or_written_twice_while_workers_are_killed(tmp_path):
    found = merged(tmp_path, rows=40, kills=3)
    assert (found.lost, found.doubled, found.differing) == (0, 0, 0)
    assert found.kills == 3


ROWS = 2_000
"""More than a worker does before it ends that is told to, however fast the machine is."""
NAMES = [(1, "Ann"), (2, "Bob"), (3, "Cy")]


@pytest.mark.cluster
@pytest.mark.filterwarnings("default")  # what the library warns of is its own
def test_a_row_that_kills_each_worker_is_told_of_and_the_others_are_written(folder):
    import dask
    from distributed import LocalCluster

    people = [Job(n, Path("card.yaml"), Path(f"out/{name}.pptx")) for n, name in NAMES]
    preload = folder / "poison.py"
    preload.write_text(
        "import os, signal\n"
        "from deckgen.batch.remote import RemoteWorker\n"
        "asked = RemoteWorker._asked\n"
        "def deadly(self, job, world, asked=asked):\n"
        "    if job.output.stem == 'Bob':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return asked(self, job, world)\n"
        "RemoteWorker._asked = deadly\n"
    )
    folder.joinpath("card.yaml").write_text("slides: [{title: A}]\n")
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 1}),
        LocalCluster(
            n_workers=1,
            threads_per_worker=1,
            processes=True,
            dashboard_address=":0",
            preload=[str(preload)],
        ) as cluster,
    ):
        plan = BatchPlan(tuple(people), deliver)
        done = outcomes_on(cluster.scheduler_address, plan, (1, 2, 3))
        found = {each.number: each for each in done}
    assert [found[number].is_written for number in (1, 2, 3)] == [True, False, True]
    assert found[2].told[0].code == "lost-build"


@pytest.mark.cluster
@pytest.mark.filterwarnings("default")  # what the library warns of is its own
def test_a_cluster_that_has_no_workers_left_ends_the_run_and_what_is_done_stays(
    folder, monkeypatch
):
    from distributed import LocalCluster

    monkeypatch.setattr("deckgen.batch.cluster._LOOK", 0.1)
    monkeypatch.setattr("deckgen.batch.cluster._PATIENCE", 3)
    folder.joinpath("card.yaml").write_text("slides: [{title: A}]\n")
    people = tuple(Job(n, Path("card.yaml"), Path(f"out/{n}.pptx")) for n in range(1, ROWS + 1))
    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=":0"
    ) as cluster:
        plan = BatchPlan(people, deliver)
        done = outcomes_on(cluster.scheduler_address, plan, range(1, ROWS + 1))
        found = [next(done)]
        cluster.scale(0)
        found += done
    assert sorted(each.number for each in found) == list(range(1, ROWS + 1))
    assert found[0].is_written
    assert not found[-1].is_written
    assert found[-1].told[0].message == "the cluster has had no worker for 0 seconds"
    written = {each.number for each in found if each.is_written}
    assert written == {int(path.stem) for path in folder.joinpath("out").iterdir()}


def address_in(file):
    """Return the address that a scheduler writes into a file, once it is there as a whole."""
    while True:
        with contextlib.suppress(FileNotFoundError, json.JSONDecodeError):
            return json.loads(file.read_text())["address"]
        time.sleep(0.05)


@pytest.mark.cluster
def test_a_scheduler_that_ends_in_the_middle_is_told_without_tracebacks(folder):
    path = os.pathsep.join(sys.path)
    environment = {**os.environ, "PYTHONPATH": path, "DECKGEN_DEBUG": ""}

    def start(module, *words, stderr=subprocess.DEVNULL):
        command = [sys.executable, "-m", module, *words]
        return subprocess.Popen(command, env=environment, stderr=stderr, text=True)

    folder.joinpath("card.yaml").write_text("slides: [{title: 'a ${n}'}]\n")
    folder.joinpath("many.csv").write_text("n\n" + "".join(f"{n}\n" for n in range(3_000)))
    known = ["--scheduler-file", str(folder / "known.json")]
    scheduler = start("distributed.cli.dask_scheduler", *known, "--port", "0", "--no-dashboard")
    worker = start("distributed.cli.dask_worker", *known, "--nworkers", "1", "--no-dashboard")
    try:
        address = address_in(folder / "known.json")
        rows = ["--rows", "many.csv", "-o", "out/{n}.pptx", "--cluster", address]
        build = start("deckgen", "build", "card.yaml", *rows, stderr=subprocess.PIPE)
        while not (folder.joinpath("out").is_dir() and any(folder.glob("out/*.pptx"))):
            assert build.poll() is None
            time.sleep(0.05)
        scheduler.kill()
        told = build.communicate(timeout=120)[1]
    finally:
        for process in (scheduler, worker):
            process.kill()
            process.communicate()
    assert build.returncode == 1
    assert "error[cluster-failed]: the scheduler no longer answers" in told
    assert "Traceback" not in told
