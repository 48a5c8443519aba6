"""Files are written whole or not at all, and nothing unfinished stays for longer than a write."""

import os
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deckgen import atomic
from deckgen.atomic import abandon, write_atomically

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs locks, links or permissions")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "資料.txt"
    path.write_bytes(b"old")
    return path


def test_a_new_file_is_written(tmp_path):
    write_atomically(tmp_path / "new", b"new")
    assert (tmp_path / "new").read_bytes() == b"new"


def test_an_existing_file_is_replaced_and_nothing_else_is_left(file):
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
def test_a_failed_write_keeps_the_old_file_and_leaves_nothing_behind(file, monkeypatch, error):
    def fail(_descriptor):
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(type(error)):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def test_who_checks_may_refuse_what_is_there(file):
    seen = []

    def check(status):
        seen.append(status.st_size)
        raise OSError("it is dear to me")

    with pytest.raises(OSError, match="dear"):
        write_atomically(file, b"new", check)
    assert seen == [3]
    assert file.read_bytes() == b"old"


def test_a_new_file_has_nothing_to_be_checked(tmp_path):
    write_atomically(tmp_path / "new", b"new", lambda _status: pytest.fail("there is none"))


@posix_only
def test_a_file_that_another_process_is_writing_is_left_alone(file):
    import fcntl

    others = file.with_name(".deckgen-1-0")
    with others.open("wb") as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        writing.write(b"half of")
        write_atomically(file, b"new")
        assert sorted(file.parent.iterdir()) == [others, file]
    assert others.read_bytes() == b"half of"


def test_what_a_killed_process_has_left_is_removed_by_the_next_write(file):
    for name in (".deckgen-1-0", ".deckgen-99999-17"):
        file.with_name(name).write_bytes(b"half of")
    write_atomically(file, b"new")
    assert list(file.parent.iterdir()) == [file]


NOT_OURS = [".deckgen", ".deckgen-", ".deckgen-1", ".deckgen-a-1", ".deckgen-1-2-3", "deckgen-1-0"]


@pytest.mark.parametrize("name", NOT_OURS)
def test_what_others_call_by_a_like_name_is_left_alone(file, name):
    file.with_name(name).write_bytes(b"of another")
    write_atomically(file, b"new")
    assert file.with_name(name).read_bytes() == b"of another"


@posix_only
def test_a_link_or_a_folder_of_the_name_of_an_unfinished_file_is_left_alone(file):
    target = file.with_name("kept")
    target.write_bytes(b"kept")
    link, folder = file.with_name(".deckgen-1-0"), file.with_name(".deckgen-1-1")
    link.symlink_to(target)
    folder.mkdir()
    write_atomically(file, b"new")
    assert (link.is_symlink(), folder.is_dir(), target.read_bytes()) == (True, True, b"kept")


@posix_only
def test_a_file_that_is_swept_away_before_it_is_locked_is_written_anew(file, monkeypatch):
    import fcntl

    swept: list[Path] = []

    def sweep_first(descriptor, operation):
        if not swept:
            swept.extend(file.parent.glob(".deckgen-*"))
            swept[0].unlink()
        flock(descriptor, operation)

    flock = fcntl.flock
    monkeypatch.setattr(fcntl, "flock", sweep_first)
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(file.parent.iterdir()) == [file]


@posix_only
def test_a_system_without_locks_is_written_to_all_the_same(file, monkeypatch):
    import fcntl

    def refuse(_descriptor, _operation):
        raise OSError("no locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    left = file.with_name(".deckgen-1-0")
    left.write_bytes(b"whose?")
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert left.exists()


def test_what_is_unfinished_is_removed_by_who_is_about_to_end(file, monkeypatch):
    def end(_name, _target):
        abandon()
        assert list(file.parent.iterdir()) == [file]
        raise KeyboardInterrupt

    monkeypatch.setattr(atomic, "_move", end)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"


def test_several_threads_may_write_at_a_time(file):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: write_atomically(file, b"%d" % number * 1000), range(64)))
    assert len(set(file.read_bytes().decode())) <= 2
    assert list(file.parent.iterdir()) == [file]


@posix_only
def test_a_link_that_leads_to_itself_is_an_error_and_stays(tmp_path):
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        write_atomically(loop, b"new")
    assert list(tmp_path.iterdir()) == [loop]
    assert loop.is_symlink()


def test_an_absent_folder_is_an_error(tmp_path):
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        write_atomically(tmp_path / "absent" / "file", b"new")


@posix_only
def test_permissions_of_an_existing_file_are_kept(file):
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@posix_only
def test_a_new_file_has_the_permissions_that_others_get(tmp_path):
    old = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new", b"new")
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    finally:
        os.umask(old)


@posix_only
def test_the_permissions_of_what_others_write_meanwhile_are_not_touched(tmp_path, monkeypatch):
    def touch(_mask):
        raise AssertionError("the mask is that of all threads")

    monkeypatch.setattr(os, "umask", touch)
    write_atomically(tmp_path / "new", b"new")


@posix_only
def test_a_link_stays_a_link_to_the_new_file(file):
    link = file.with_name("link")
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
