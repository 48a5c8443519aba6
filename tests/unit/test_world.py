"""Files are read with limits and written whole or not at all."""

import os
import stat
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


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_link_stays_a_link_to_the_new_file(file):
    link = file.with_name("link")
    link.symlink_to(file)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
