"""Bytes stay in their files until they are written, and are then what they were."""

import io
import zlib

import pytest

from deckgen.blobs import Blob, ChangedFileError, FileRange


def opened(data: bytes):
    return lambda: io.BytesIO(data)


def test_bytes_of_files_and_at_hand_make_one():
    inner = Blob((b"<", FileRange(opened(b"0123456789"), 2, 5), b">"))
    blob = Blob((inner, FileRange(opened(b"abc"), 0, 3)))
    assert (blob.read(), blob.size) == (b"<234>abc", 8)


def test_a_large_range_is_read_a_block_at_a_time():
    blob = Blob((FileRange(opened(b"x" * 3_000_000), 0, 3_000_000),))
    assert max(map(len, blob.chunks())) < 300_000


def test_a_checksum_is_that_of_the_bytes():
    blob = Blob((b"ab", FileRange(opened(b"cd"), 0, 2))).checked()
    assert blob.checksum == zlib.crc32(b"abcd")
    assert blob.checked() is blob
    assert blob.read() == b"abcd"


def test_a_file_that_was_cut_short_is_told():
    with pytest.raises(ChangedFileError):
        Blob((FileRange(opened(b"abc"), 1, 4),)).read()


def test_a_file_that_was_written_anew_is_told(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"abcd")
    blob = Blob((FileRange(lambda: path.open("rb"), 0, 4),)).checked()
    path.write_bytes(b"abce")
    with pytest.raises(ChangedFileError, match="changed while it was read"):
        blob.read()
