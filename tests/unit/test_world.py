"""Files are read with limits, and what was read is never replaced."""

import os
from pathlib import Path

import pytest

from deckgen.atomic import write_atomically
from deckgen.world import (
    DiskWorld,
    MemoryWorld,
    NotAPlainFileError,
    SourceFileError,
    TooLargeError,
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


@pytest.fixture
def read(file):
    """A world in which a file was read, under its name."""
    world = DiskWorld()
    world.read(file)
    return world


def test_what_was_read_is_not_replaced(read, file):
    with pytest.raises(SourceFileError, match="資料"):
        read.write(file, b"new")
    assert file.read_bytes() == b"old"


def test_what_was_not_read_is(read, file):
    other = file.with_name("other")
    other.write_bytes(b"old")
    read.write(other, b"new")
    assert other.read_bytes() == b"new"
    DiskWorld().write(file, b"new")
    assert file.read_bytes() == b"new"


def _symlink(file):
    file.with_name("way").symlink_to(file)
    return file.with_name("way")


def _link_to_a_link(file):
    file.with_name("way to the way").symlink_to(_symlink(file))
    return file.with_name("way to the way")


def _hard_link(file):
    file.with_name("way").hardlink_to(file)
    return file.with_name("way")


def _by_a_linked_folder(file):
    file.with_name("folder").symlink_to(file.parent, target_is_directory=True)
    return file.with_name("folder") / file.name


def _relative(file):
    return Path(os.path.relpath(file))


def _roundabout(file):
    return file.parent / ".." / file.parent.name / "." / file.name


WAYS = [_symlink, _link_to_a_link, _hard_link, _by_a_linked_folder, _relative, _roundabout]


@pytest.mark.skipif(os.name == "nt", reason="needs links")
@pytest.mark.parametrize("way", WAYS)
def test_what_was_read_is_not_replaced_whatever_leads_there(read, file, way):
    path = way(file)
    with pytest.raises(SourceFileError, match="資料"):
        read.write(path, b"new")
    assert file.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="needs links")
@pytest.mark.parametrize("way", WAYS)
def test_nor_is_it_if_it_was_read_another_way(file, way):
    world = DiskWorld()
    world.read(way(file))
    with pytest.raises(SourceFileError):
        world.write(file, b"new")


@pytest.mark.parametrize("spelling", ["BRAND.PPTX", "re\u0301sume\u0301.pptx"])
def test_spellings_that_the_system_takes_for_one_name_are_one_file(tmp_path, spelling):
    names = {"BRAND.PPTX": "brand.pptx", "re\u0301sume\u0301.pptx": "r\u00e9sum\u00e9.pptx"}
    file = tmp_path / names[spelling]
    file.write_bytes(b"old")
    if not (tmp_path / spelling).exists():
        pytest.skip("this file system tells them apart")
    world = DiskWorld()
    world.read(file)
    with pytest.raises(SourceFileError):
        world.write(tmp_path / spelling, b"new")


def test_a_folder_is_what_is_in_it_whatever_leads_there():
    world = MemoryWorld()
    assert world.is_within(Path("talk/a/../b.png"), Path("talk"))
    assert not world.is_within(Path("talk/../b.png"), Path("talk"))
    assert not world.is_within(Path("/etc/passwd"), Path())
