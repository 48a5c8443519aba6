"""Where reading is confined to a folder, no path and no link leads out of it."""

import os
from pathlib import Path

import pytest

from deckgen.confined import OutsideRootError
from deckgen.world import DiskWorld

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs links")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with files in it, beside a file that is not to be read; it is the current one."""
    inside = tmp_path / "inside"
    inside.joinpath("deep").mkdir(parents=True)
    inside.joinpath("open.txt").write_bytes(b"open")
    inside.joinpath("deep", "open.txt").write_bytes(b"deep")
    tmp_path.joinpath("secret.txt").write_bytes(b"secret")
    monkeypatch.chdir(inside)
    return inside


@pytest.fixture
def world(folder):
    return DiskWorld(folder)


@pytest.mark.parametrize(
    "name", ["open.txt", "deep/open.txt", "./deep/../open.txt", "../inside/open.txt"]
)
def test_files_in_the_folder_are_read(world, folder, name):
    assert world.read(Path(name)) in {b"open", b"deep"}
    assert world.read(folder / name) in {b"open", b"deep"}
    assert world.exists(Path(name))


@pytest.mark.parametrize("name", ["../secret.txt", "deep/../../secret.txt", "/etc/passwd", "/"])
def test_paths_that_lead_out_are_not(world, name):
    with pytest.raises(OutsideRootError):
        world.read(Path(name))
    assert not world.exists(Path(name))
    assert world.siblings(Path(name)) == ()


def test_nor_are_links_that_lead_out(world, folder):
    folder.joinpath("link").symlink_to("../secret.txt")
    folder.joinpath("way").symlink_to("..", target_is_directory=True)
    folder.joinpath("far").symlink_to(folder.parent / "secret.txt")
    for name in ("link", "way/secret.txt", "far"):
        with pytest.raises(OutsideRootError):
            world.read(Path(name))
        assert not world.exists(Path(name))
    assert world.siblings(Path("way/x")) == ()


def test_links_that_stay_in_the_folder_are_followed(world, folder):
    folder.joinpath("link").symlink_to("deep/open.txt")
    folder.joinpath("way").symlink_to("deep", target_is_directory=True)
    assert world.read(Path("link")) == world.read(Path("way/open.txt")) == b"deep"
    assert world.siblings(Path("way/x")) == ("open.txt",)


def test_a_file_that_becomes_a_link_after_it_was_looked_at_is_not_followed(
    world, folder, monkeypatch
):
    def replaced_meanwhile(path):
        real = realpath(path)
        if Path(path).name == "open.txt":
            folder.joinpath("open.txt").unlink()
            folder.joinpath("open.txt").symlink_to("../secret.txt")
        return real

    realpath = os.path.realpath
    monkeypatch.setattr(os.path, "realpath", replaced_meanwhile)
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        world.read(Path("open.txt"))


def test_a_folder_that_becomes_a_link_after_it_was_looked_at_is_not_followed(
    world, folder, monkeypatch
):
    def replaced_meanwhile(path):
        real = realpath(path)
        if Path(path).name == "secret.txt":
            folder.joinpath("deep").rename(folder / "gone")
            folder.joinpath("deep").symlink_to("..", target_is_directory=True)
        return real

    realpath = os.path.realpath
    folder.joinpath("deep", "secret.txt").write_bytes(b"harmless")
    monkeypatch.setattr(os.path, "realpath", replaced_meanwhile)
    with pytest.raises(OSError):  # noqa: PT011 - which one differs between systems
        world.read(Path("deep/secret.txt"))


def test_the_folder_itself_is_no_file(world):
    with pytest.raises(IsADirectoryError):
        world.read(Path())


def test_a_folder_may_be_named_by_a_link_to_it(folder):
    link = folder.with_name("link")
    link.symlink_to(folder, target_is_directory=True)
    assert DiskWorld(link).read(folder / "open.txt") == b"open"
    assert DiskWorld(link).read(link / "open.txt") == b"open"


def test_what_is_no_folder_confines_nothing(folder):
    with pytest.raises(NotADirectoryError):
        DiskWorld(folder / "open.txt")
    with pytest.raises(NotADirectoryError):
        DiskWorld(folder / "absent")


def test_systems_that_cannot_look_up_step_by_step_compare_what_they_have_opened(
    world, folder, monkeypatch
):
    def replaced_meanwhile(path, flags):
        if Path(path).name == "open.txt":
            folder.joinpath("open.txt").unlink()
            folder.joinpath("open.txt").symlink_to("../secret.txt")
        return opened(path, flags)

    opened = os.open
    monkeypatch.setattr(os, "supports_dir_fd", frozenset())
    assert world.read(Path("deep/open.txt")) == b"deep"
    monkeypatch.setattr(os, "open", replaced_meanwhile)
    with pytest.raises(OutsideRootError):
        world.read(Path("open.txt"))
