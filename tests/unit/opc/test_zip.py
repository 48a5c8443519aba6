"""Zip files are repeatable, read by the standard reader, and compress nothing twice."""

import io
import random
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.opc.unzip import unzip
from deckgen.opc.zip import LEVEL, ZipItem, deflated, zipped

NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="/\\"), min_size=1
)
ITEMS = st.dictionaries(NAMES, st.tuples(st.binary(), st.booleans()), max_size=8)


def items(files):
    return [ZipItem(name, data, compress) for name, (data, compress) in files.items()]


@given(ITEMS)
def test_the_standard_reader_finds_every_item_as_it_was(files):
    with zipfile.ZipFile(io.BytesIO(zipped(items(files)).read())) as file:
        assert file.testzip() is None
        assert file.namelist() == list(files)
        for name, (data, _) in files.items():
            assert file.read(name) == data


@given(ITEMS)
def test_our_own_reader_finds_every_item_as_it_was(files):
    read = {entry.name: entry.data for entry in unzip(zipped(items(files)).read())}
    assert read == {name: data for name, (data, _) in files.items()}


def info(*items):
    with zipfile.ZipFile(io.BytesIO(zipped(items).read())) as file:
        return file.infolist()


def test_an_item_that_is_not_to_be_compressed_is_stored():
    (stored,) = info(ZipItem("a", b"a" * 999, compress=False))
    assert stored.compress_type == zipfile.ZIP_STORED


def test_an_item_that_would_grow_is_stored():
    (stored,) = info(ZipItem("a", b"x"))
    assert stored.compress_type == zipfile.ZIP_STORED


def test_a_stream_that_is_compressed_already_is_taken_as_it_is():
    compressor = zlib.compressobj(1, zlib.DEFLATED, -15)
    packed = compressor.compress(b"abc" * 99) + compressor.flush()
    data = zipped([ZipItem("a", b"abc" * 99, packed=packed)]).read()
    assert packed in data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.read("a") == b"abc" * 99


def test_all_items_bear_the_same_date():
    assert {item.date_time for item in info(ZipItem("a", b""), ZipItem("b", b""))} == {
        (1980, 1, 1, 0, 0, 0)
    }


def test_more_items_than_a_plain_directory_counts_can_be_read():
    count = 0x10001
    data = zipped(ZipItem(str(index), b"") for index in range(count)).read()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert len(file.namelist()) == count


@pytest.mark.parametrize("size", [*(n for p in (9, 12, 14) for n in range(2**p - 265, 2**p + 2))])
def test_a_file_of_any_size_is_compressed_as_in_the_largest_window(size):
    # what is found at the greatest distance tells where the window ends
    start = random.Random(size).randbytes(min(size, 200))
    data = start + b"-" * (size - 2 * len(start)) + start
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    assert deflated(data) == compressor.compress(data) + compressor.flush()
