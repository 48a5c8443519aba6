"""What runs keep for the next is had back whole, or not at all."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from deckgen import cache as module
from deckgen.cache import Cache, cache_of_user, digest, maker

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions and links")
not_for_root = pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() == 0, reason="root may write everywhere"
)


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "home" / "deckgen")


def kept(cache: Cache) -> Path:
    (file,) = cache.folder.glob("*.kept")
    return file


def test_what_was_kept_under_a_key_is_had_back_and_nothing_under_another(cache):
    cache.put(b"a", b"content")
    assert cache.get(b"a") == b"content"
    assert cache.get(b"b") is None


def test_where_nothing_was_kept_nothing_is_had_and_no_folder_is_made(cache):
    assert cache.get(b"a") is None
    assert not cache.folder.parent.exists()


def test_what_is_kept_again_takes_the_place_of_what_was_there(cache):
    cache.put(b"a", b"one")
    cache.put(b"a", b"two")
    assert cache.get(b"a") == b"two"


@posix_only
def test_the_folder_is_for_its_user_alone(cache):
    cache.put(b"a", b"x")
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("length", [0, 1, 31, 32, 33, 38])
def test_a_file_that_was_cut_off_is_as_if_it_were_not_there(cache, length):
    cache.put(b"a", b"content")
    kept(cache).write_bytes(kept(cache).read_bytes()[:length])
    assert cache.get(b"a") is None


@pytest.mark.parametrize("at", [0, 31, 32, 38])
def test_a_file_of_which_a_bit_has_changed_is_as_if_it_were_not_there(cache, at):
    cache.put(b"a", b"content")
    data = bytearray(kept(cache).read_bytes())
    data[at] ^= 1
    kept(cache).write_bytes(data)
    assert cache.get(b"a") is None


def test_a_file_under_the_name_of_another_is_not_taken_for_it(cache):
    cache.put(b"a", b"content")
    data = kept(cache).read_bytes()
    kept(cache).unlink()
    cache.put(b"b", b"other")
    kept(cache).write_bytes(data)
    assert cache.get(b"b") is None


def test_a_larger_file_than_is_ever_kept_is_neither_kept_nor_read(cache, monkeypatch):
    cache.put(b"a", b"content")
    monkeypatch.setattr(module, "_LARGEST", 38)
    assert cache.get(b"a") is None
    cache.put(b"b", b"content")
    assert len([*cache.folder.iterdir()]) == 1


@posix_only
def test_a_link_in_the_place_of_a_file_is_neither_followed_nor_written_through(cache, tmp_path):
    cache.put(b"a", b"content")
    elsewhere = tmp_path / "elsewhere"
    kept(cache).rename(elsewhere)
    data = elsewhere.read_bytes()
    (cache.folder / f"{digest(b'a').hex()}.kept").symlink_to(elsewhere)
    assert cache.get(b"a") is None
    cache.put(b"a", b"other")
    assert elsewhere.read_bytes() == data


@posix_only
@pytest.mark.parametrize("mode", [0o770, 0o702])
def test_a_folder_into_which_others_write_is_not_used(cache, mode):
    cache.put(b"a", b"content")
    cache.folder.chmod(mode)
    assert cache.get(b"a") is None
    cache.put(b"b", b"content")
    assert len([*cache.folder.iterdir()]) == 1


@posix_only
def test_a_file_into_which_others_write_is_not_used(cache):
    cache.put(b"a", b"content")
    kept(cache).chmod(0o666)
    assert cache.get(b"a") is None


@posix_only
def test_the_files_of_another_user_are_not_used(cache, monkeypatch):
    cache.put(b"a", b"content")
    monkeypatch.setattr(os, "getuid", lambda: kept(cache).stat().st_uid + 1)
    assert cache.get(b"a") is None


@posix_only
def test_a_folder_that_is_a_link_is_not_used(cache, tmp_path):
    cache.put(b"a", b"content")
    other = Cache(tmp_path / "link")
    other.folder.symlink_to(cache.folder)
    assert other.get(b"a") is None
    other.put(b"b", b"content")
    assert len([*cache.folder.iterdir()]) == 1


@posix_only
def test_nobody_waits_for_a_pipe_in_the_place_of_a_file(cache):
    cache.put(b"a", b"content")
    name = kept(cache)
    name.unlink()
    os.mkfifo(name)
    assert cache.get(b"a") is None


def test_a_file_in_the_place_of_the_folder_is_no_error(cache):
    cache.folder.parent.mkdir()
    cache.folder.write_bytes(b"")
    cache.put(b"a", b"content")
    assert cache.get(b"a") is None


@not_for_root
def test_a_folder_into_which_nobody_may_write_is_no_error_and_is_read(cache):
    cache.put(b"a", b"content")
    cache.folder.chmod(0o500)
    cache.put(b"b", b"content")
    assert (cache.get(b"a"), cache.get(b"b")) == (b"content", None)


def test_a_folder_of_a_name_that_no_file_can_have_is_no_error():
    cache = Cache(Path("/a\0b"))
    cache.put(b"a", b"content")
    assert cache.get(b"a") is None


def asked_for_one_after_another(cache: Cache, *keys: bytes) -> None:
    for time, key in enumerate(keys, 1):
        os.utime(cache.folder / f"{digest(key).hex()}.kept", (time, time))


def test_of_too_many_files_the_one_goes_that_was_not_asked_for_the_longest(cache, monkeypatch):
    monkeypatch.setattr(module, "_MOST_FILES", 3)
    for key in (b"a", b"b", b"c"):
        cache.put(key, key)
    asked_for_one_after_another(cache, b"b", b"c", b"a")
    assert cache.get(b"b") == b"b"
    cache.put(b"d", b"d")
    assert [cache.get(key) for key in (b"a", b"b", b"c", b"d")] == [b"a", b"b", None, b"d"]


def test_of_too_many_bytes_those_go_that_were_not_asked_for_the_longest(cache, monkeypatch):
    for key in (b"a", b"b", b"c"):
        cache.put(key, key * 100)
    monkeypatch.setattr(module, "_MOST_BYTES", 300)
    asked_for_one_after_another(cache, b"a", b"b", b"c")
    cache.put(b"d", b"d" * 100)
    assert [key for key in (b"a", b"b", b"c", b"d") if cache.get(key)] == [b"c", b"d"]


def test_what_is_no_file_of_ours_is_left_alone(cache, monkeypatch):
    monkeypatch.setattr(module, "_MOST_FILES", 1)
    cache.folder.mkdir(parents=True, mode=0o700)
    (cache.folder / "README").write_text("mine")
    cache.put(b"a", b"a")
    cache.put(b"b", b"b")
    assert (cache.folder / "README").read_text() == "mine"


def test_many_at_once_have_what_one_of_them_has_kept_or_nothing(cache):
    seen = set()

    def run(number: int) -> None:
        for _ in range(20):
            cache.put(b"a", bytes([number]) * 10_000)
            seen.add(cache.get(b"a"))

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen - {None} <= {bytes([number]) * 10_000 for number in range(4)}


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "/c/deckgen"),
        ({"XDG_CACHE_HOME": "c", "HOME": "/h"}, "/h/.cache/deckgen"),
        ({"HOME": "/h"}, "/h/.cache/deckgen"),
        ({"DECKGEN_CACHE": "", "HOME": "/h"}, "/h/.cache/deckgen"),
        ({"DECKGEN_CACHE": "here", "HOME": "/h"}, "here"),
        ({"DECKGEN_CACHE": "/there"}, "/there"),
        ({"DECKGEN_CACHE": "off", "HOME": "/h"}, None),
        ({}, None),
    ],
)
def test_the_folder_is_the_usual_one_or_the_one_that_is_named(environment, folder, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    cache = cache_of_user(environment)
    assert (cache and cache.folder) == (folder and Path(folder))


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/deckgen"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/deckgen"),
    ],
)
def test_each_system_has_its_usual_place(platform, environment, folder, monkeypatch):
    monkeypatch.setattr(sys, "platform", platform)
    cache = cache_of_user(environment)
    assert cache is not None
    assert cache.folder == Path(folder)


def test_a_python_without_a_hash_of_its_own_has_the_same_digest(monkeypatch):
    own = digest(b"a", b"bc")
    monkeypatch.setitem(sys.modules, "_blake2", None)
    assert digest(b"a", b"bc") == own != digest(b"ab", b"c")


def test_the_code_that_keeps_is_known_by_its_version_and_its_files(monkeypatch, tmp_path):
    before = maker()
    assert before == maker()
    monkeypatch.setattr(module, "__version__", "0.0.0")
    assert maker() != before
    for folder in module._CODE:
        (tmp_path / folder).mkdir(exist_ok=True)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "cache.py"))
    for changed in (tmp_path / "records.py", tmp_path / "template" / "model.py"):
        before = maker()
        changed.write_text("class Slot: ...")
        between = maker()
        os.utime(changed, ns=(1, 1))
        assert len({before, between, maker()}) == 3
