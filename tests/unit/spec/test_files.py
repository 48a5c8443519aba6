"""Files are found beside the deck, read once, and told of when they cannot be read."""

from pathlib import Path
from unicodedata import normalize

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


@pytest.mark.parametrize("name", ["~nosuchuser/x.png", "~nosuchuser\\x.png"])
def test_a_home_of_nobody_is_a_file_that_does_not_exist(files, name):
    assert files.picture(name, SPAN) is None
    assert said(files) == [("file-not-found", f"no file `{name}`", ())]


def test_without_a_home_its_files_do_not_exist(files, monkeypatch):
    def no_home(_path):
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", no_home)
    assert files.read("~/x.pptx", SPAN, "template-size") is None
    assert [code for code, *_ in said(files)] == ["file-not-found"]


@pytest.mark.parametrize("name", ["folder/on.png", "folder\\on.png"])
def test_a_missing_file_is_guessed_in_its_folder(files, name):
    assert files.picture(name, SPAN) is None
    hint = "did you mean `folder/in.png`?"
    assert said(files) == [("file-not-found", f"no file `{name}`", (hint,))]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder", "cannot read `folder`: it is a folder"),
        ("x" * 300, "the name is too long"),
        ("a\0b", "cannot read `a\0b`: no file can have this name"),
        ("/dev/null", "cannot read `/dev/null`: it is not a plain file"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_reason(files, name, message):
    assert files.picture(name, SPAN) is None
    ((code, text, _),) = said(files)
    assert code == "file-unreadable"
    assert message in text


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_text_is_the_name_of_no_file(files, name):
    assert files.picture(name, SPAN) is None
    message = "expected the path of a file, found an empty text"
    assert said(files) == [("invalid-value", message, ())]


@pytest.mark.parametrize("name", ["deep/" * 1000 + "x.png", "x" * 5000, "http://" + "x" * 5000])
def test_a_very_long_name_is_shown_in_part(files, name):
    assert files.picture(name, SPAN) is None
    ((_, message, _),) = said(files)
    assert name[:150] in message
    assert len(message) < 300


class CountingWorld(MemoryWorld):
    """Files in memory that count how often one is asked for them."""

    __slots__ = ("listings", "reads")

    def __init__(self, files):
        super().__init__(files)
        self.reads = self.listings = 0

    def read(self, path, limit=1 << 30):
        self.reads += 1
        return super().read(path, limit)

    def open(self, path):
        self.reads += 1
        return super().open(path)

    def siblings(self, path):
        self.listings += 1
        return super().siblings(path)


def test_a_picture_is_read_once():
    world = CountingWorld({"a.png": picture(4, 3)})
    files = Files(world, Path(), Sink())
    found = files.picture("a.png", SPAN)
    reads = world.reads
    assert files.picture("a.png", SPAN) is found is not None
    assert world.reads == reads > 0


@pytest.mark.parametrize("name", ["absent.png", "notes.png"])
def test_what_is_no_picture_is_not_read_again(name):
    world = CountingWorld({"notes.png": b"no picture"})
    files = Files(world, Path(), Sink())
    assert files.picture(name, SPAN) is None
    reads = world.reads
    assert files.picture(name, SPAN) is None
    assert world.reads == reads > 0


def test_a_folder_is_listed_once_and_guessing_ends_where_whole_folders_are_missing():
    world = CountingWorld({f"{number}.png": b"" for number in range(400)})
    files = Files(world, Path(), Sink())
    source = Source("deck.yaml", "x" * 400)
    for number in range(400):
        files.picture(f"{number}.jpg", source.span(number, number + 1))
    guessed = [bool(item.hints) for item in files.sink.sorted()]
    assert (len(guessed), world.listings) == (400, 1)
    assert 10 < sum(guessed) < 60
    assert guessed == sorted(guessed, reverse=True)


def test_a_missing_picture_is_told_at_each_place_that_names_it(files):
    other = Source("deck.yaml", "xy").span(1, 2)
    files.picture("absent.png", SPAN)
    files.picture("absent.png", other)
    assert [item.span for item in files.sink.sorted()] == [SPAN, other]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("other", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["がぞう.png", "Übersicht/größe é.png", "プレゼン/a.png"])
def test_a_name_is_one_however_its_accents_are_put_together(tmp_path, form, other, name):
    stored = tmp_path / normalize(form, name)
    stored.parent.mkdir(exist_ok=True)
    stored.write_bytes(picture(40, 30))
    files = Files(DiskWorld(), tmp_path, Sink())
    assert files.picture(normalize(other, name), SPAN) is not None
    assert said(files) == []


def test_so_it_is_in_memory():
    world = MemoryWorld({normalize("NFD", "がぞう.png"): picture(40, 30)})
    files = Files(world, Path(), Sink())
    assert files.picture("がぞう.png", SPAN) is not None


def test_a_name_in_other_capitals_is_told_as_such(tmp_path):
    for name in ("UP.JPG", "dpi.jpg"):
        tmp_path.joinpath(name).write_bytes(b"")
    files = Files(DiskWorld(), tmp_path, Sink())
    assert files.read("up.jpg", SPAN, "pictures") is None
    assert said(files) == [
        (
            "file-not-found",
            "no file `up.jpg`",
            ("the file is called `UP.JPG`, and capitals matter",),
        )
    ]


def test_a_name_that_is_there_in_no_spelling_is_told_of(files):
    assert files.picture("がない/がぞう.png", SPAN) is None
    assert [code for code, *_ in said(files)] == ["file-not-found"]
