"""Files are read with limits and written whole or not at all."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from deckgen.world import (
    DiskWorld,
    MemoryWorld,
    NotAPlainFileError,
    TooLargeError,
    write_atomically,
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "資料.txt"
    path.write_bytes(b"old")
    return path


def test_a_plain_file_is_read(file):
    assert DiskWorld().read(file) == b"old"


def test_a_file_beyond_the_limit_is_not_read(file):
    assert DiskWorld().read(file, limit=3) == b"old"
    with pytest.raises(TooLargeError):
        DiskWorld().read(file, limit=2)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAPlainFileError):
        DiskWorld().read(tmp_path / "pipe")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs devices")
def test_a_device_is_refused():
    with pytest.raises(NotAPlainFileError):
        DiskWorld().read(Path("/dev/zero"))


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        DiskWorld().read(tmp_path)


def test_an_absent_file_is_not_found(tmp_path):
    with pytest.raises(FileNotFoundError):
        DiskWorld().read(tmp_path / "absent")
    assert not DiskWorld().exists(tmp_path / "absent")


def test_a_name_that_no_file_can_have_does_not_exist(tmp_path):
    assert not DiskWorld().exists(tmp_path / ("x" * 5000))


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
def test_a_name_that_the_system_cannot_write_is_an_error_of_the_system(tmp_path, name):
    world = DiskWorld()
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        world.read(tmp_path / name)
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        write_atomically(tmp_path / name, b"new")
    assert not world.exists(tmp_path / name)
    assert world.siblings(tmp_path / name / "x") == ()


def test_siblings_are_the_names_in_the_folder(file):
    assert DiskWorld().siblings(file.with_name("absent")) == ("資料.txt",)
    assert DiskWorld().siblings(file / "not" / "there") == ()


def test_memory_holds_files_by_their_paths():
    world = MemoryWorld({"a/b.txt": b"1", "a/c.txt": b"22", "d.txt": b""})
    assert world.read(Path("a/b.txt")) == b"1"
    assert world.siblings(Path("a/x")) == ("b.txt", "c.txt")
    assert world.exists(Path("d.txt"))
    with pytest.raises(FileNotFoundError):
        world.read(Path("x"))
    with pytest.raises(TooLargeError):
        world.read(Path("a/c.txt"), limit=1)


def test_a_new_file_is_written(tmp_path):
    write_atomically(tmp_path / "new", b"new")
    assert (tmp_path / "new").read_bytes() == b"new"


def test_an_existing_file_is_replaced_and_nothing_else_is_left(file):
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(file.parent.iterdir()) == [file]


def test_a_failed_write_keeps_the_old_file_and_leaves_nothing_behind(file, monkeypatch):
    def fail(_descriptor):
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(file.parent.iterdir()) == [file]


def test_a_file_that_another_process_is_writing_is_left_alone(file, monkeypatch):
    monkeypatch.setattr(os, "getpid", lambda: 1)
    others = file.with_name(".deckgen-1-0")
    others.write_bytes(b"half of")
    write_atomically(file, b"new")
    assert file.read_bytes() == b"new"
    assert others.read_bytes() == b"half of"
    assert sorted(file.parent.iterdir()) == [others, file]


def test_several_threads_may_write_at_a_time(file):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda number: write_atomically(file, b"%d" % number * 1000), range(64)))
    assert len(set(file.read_bytes().decode())) <= 2
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="needs links")
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


@pytest.mark.skipif(os.name == "nt", reason="needs permissions")
def test_permissions_of_an_existing_file_are_kept(file):
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="needs permissions")
def test_a_new_file_has_the_permissions_that_others_get(tmp_path):
    old = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new", b"new")
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    finally:
        os.umask(old)


@pytest.mark.skipif(os.name == "nt", reason="needs permissions")
def test_the_permissions_of_what_others_write_meanwhile_are_not_touched(tmp_path, monkeypatch):
    def touch(_mask):
        raise AssertionError("the mask is that of all threads")

    monkeypatch.setattr(os, "umask", touch)
    write_atomically(tmp_path / "new", b"new")


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_link_stays_a_link_to_the_new_file(file):
    link = file.with_name("link")
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
