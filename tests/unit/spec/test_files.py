"""Files are found beside the deck, read once, and told of when they cannot be read."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Sink
from deckgen.source import Source
from deckgen.spec.files import Files
from deckgen.world import DiskWorld, MemoryWorld
from tests.support.pictures import picture

SPAN = Source("deck.yaml", "x").span(0, 1)


@pytest.fixture
def files(tmp_path):
    tmp_path.joinpath("写真.png").write_bytes(picture(40, 30))
    tmp_path.joinpath("folder").mkdir()
    tmp_path.joinpath("folder", "in.png").write_bytes(picture(30, 40))
    return Files(DiskWorld(), tmp_path, Sink())


def said(files):
    return [(item.code.slug, item.message, item.hints) for item in files.sink.sorted()]


@pytest.mark.parametrize("name", ["folder/in.png", "folder\\in.png", "./folder/in.png"])
def test_either_slash_leads_into_folders(files, name):
    assert files.picture(name, SPAN) is not None
    assert said(files) == []


def test_an_absolute_path_stays_one(files):
    assert files.picture(str(files.base / "写真.png"), SPAN) is not None


def test_a_home_is_a_path(files, monkeypatch):
    monkeypatch.setenv("HOME", str(files.base))
    assert files.picture("~/写真.png", SPAN) is not None


def test_a_missing_file_is_guessed_in_its_folder(files):
    assert files.picture("folder/on.png", SPAN) is None
    hint = "did you mean `folder/in.png`?"
    assert said(files) == [("file-not-found", "no file `folder/on.png`", (hint,))]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder", "cannot read `folder`: it is a folder"),
        ("x" * 300, "the name is too long"),
        ("a\0b", "cannot read `a\0b`: embedded null byte"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_reason(files, name, message):
    assert files.picture(name, SPAN) is None
    ((code, text, _),) = said(files)
    assert code == "file-unreadable"
    assert message in text


def test_a_picture_is_read_once():
    class Counting(MemoryWorld):
        reads = 0

        def read(self, path, limit=1 << 30):
            Counting.reads += 1
            return super().read(path, limit)

    files = Files(Counting({"a.png": picture(4, 3)}), Path(), Sink())
    assert files.picture("a.png", SPAN) is files.picture("a.png", SPAN)
    assert Counting.reads == 1


def test_a_missing_picture_is_told_at_each_place_that_names_it(files):
    other = Source("deck.yaml", "xy").span(1, 2)
    files.picture("absent.png", SPAN)
    files.picture("absent.png", other)
    assert [item.span for item in files.sink.sorted()] == [SPAN, other]
