"""What counts as a change of a deck."""

import os
import threading

import pytest
from PIL import Image

from deckgen.compiler import Options
from deckgen.preview.watched import WatchedWorld, wait_for_change
from deckgen.session import Session
from deckgen.world import DiskWorld

DECK = """\
include: settings.yaml
variables: {place: Kyoto}
slides:
  - title: "${place}"
    image: {src: dot.png, alt: A dot}
  - title: Sales
    table: {data: sales.csv}
  - include: more.yaml
"""


@pytest.fixture
def watched(tmp_path):
    """A world that a build has read a deck of several files through."""
    tmp_path.joinpath("deck.yaml").write_text(DECK)
    tmp_path.joinpath("settings.yaml").write_text(
        "deck: {language: en, trademarks: {registry: marks.yaml}}"
    )
    tmp_path.joinpath("more.yaml").write_text("title: More\nbody: text\n")
    tmp_path.joinpath("marks.yaml").write_text("marks: [{mark: Acme, owner: Acme Inc.}]")
    tmp_path.joinpath("sales.csv").write_text("a,b\n1,2\n")
    Image.new("RGB", (64, 64)).save(tmp_path / "dot.png")
    world = WatchedWorld(DiskWorld())
    world.begin()
    compiled = Session(Options(), world).compile(tmp_path / "deck.yaml")
    world.end()
    assert compiled.ok, compiled.diagnostics
    return world


FILES = ("deck.yaml", "settings.yaml", "more.yaml", "marks.yaml", "sales.csv", "dot.png")


def test_nothing_has_changed_where_nothing_was_done(watched, tmp_path):
    tmp_path.joinpath("elsewhere.txt").write_text("x")
    assert watched.holds()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_written_again_is_a_change(watched, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(path.read_bytes() + b"\n")
    assert not watched.holds()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_another_takes_the_place_of_is_a_change(watched, tmp_path, name):
    path, other = tmp_path / name, tmp_path / "other"
    other.write_bytes(path.read_bytes())
    status = path.stat()
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)
    assert not watched.holds()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_is_a_change_and_its_return_another(watched, tmp_path, name):
    path = tmp_path / name
    data = path.read_bytes()
    path.unlink()
    assert not watched.holds()
    watched.begin()
    Session(Options(), watched).compile(tmp_path / "deck.yaml")
    watched.end()
    assert watched.holds()
    path.write_bytes(data)
    assert not watched.holds()


def test_what_is_read_between_builds_is_not_watched(watched, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("x")
    watched.read(other)
    other.write_text("xx")
    assert watched.holds()


def test_a_new_build_knows_nothing_of_what_the_one_before_has_read(watched, tmp_path):
    """The result may get the number of a file that an editor has replaced."""
    path = tmp_path / "dot.png"
    watched.begin()
    watched.disk.check(path.stat())


class Writing(threading.Event):
    """Time in which an editor writes a file in steps, one each time that somebody waits."""

    def __init__(self, path, *steps):
        super().__init__()
        self.path, self.steps = path, [*steps]

    def wait(self, timeout=None):  # noqa: ARG002 - of what it stands for
        if self.steps and (text := self.steps.pop(0)) is not None:
            self.path.write_text(text)
        return False


def test_a_change_is_told_when_the_file_is_left_alone(watched, tmp_path):
    path = tmp_path / "more.yaml"
    writing = Writing(path, None, "", "title", "title: Less\n", None, "title: Later\n")
    assert wait_for_change(watched, writing)
    assert path.read_text() == "title: Less\n"


def test_files_that_are_never_left_alone_are_read_as_they_are(watched, tmp_path):
    writing = Writing(tmp_path / "more.yaml", *(f"title: {'x' * n}\n" for n in range(1000)))
    assert wait_for_change(watched, writing)
    assert 0 < len(writing.steps) < 1000


def test_waiting_ends_when_it_is_to(watched):
    stopped = threading.Event()
    stopped.set()
    assert not wait_for_change(watched, stopped)
