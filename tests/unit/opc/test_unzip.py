"""Unzipping: bounded, checked, and no trust in what a directory declares."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest

from deckgen.limits import DEFAULT
from deckgen.opc.package import BadPackageError
from deckgen.opc.unzip import unzip
from tests.support.growth import assert_linear


def archive(*items: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, data in items:
            file.writestr(name, data)
    return buffer.getvalue()


def directory_of(data: bytes | bytearray) -> int:
    return data.index(b"PK\x01\x02")


def test_entries_come_in_the_order_of_the_directory_without_folders():
    names = [entry.name for entry in unzip(archive(("b", b"1"), ("folder/", b""), ("a", b"2")))]
    assert names == ["b", "a"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_content_is_what_was_put_in(method):
    (entry,) = unzip(archive(("名前.xml", b"x" * 5000), method=method))
    assert (entry.name, entry.data) == ("名前.xml", b"x" * 5000)


def test_sizes_in_zip64_extras_are_read():
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("big.xml", "w", force_zip64=True) as item,
    ):
        item.write(b"content")
    data = bytearray(buffer.getvalue())
    at = directory_of(data)
    compressed, size = struct.unpack_from("<2L", data, at + 20)
    extra = struct.pack("<2H2Q", 1, 16, size, compressed)
    struct.pack_into("<2L", data, at + 20, 0xFFFFFFFF, 0xFFFFFFFF)
    name_end = at + 46 + len("big.xml")
    data[name_end:name_end] = extra
    struct.pack_into("<H", data, at + 30, len(extra))
    assert unzip(bytes(data))[0].data == b"content"


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(bytes(64 << 20)) + packer.flush()
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(bomb), 64 << 20, 1, 0)
    central = struct.pack(
        "<4s6H3L5H2L",
        b"PK\x01\x02",
        20,
        20,
        0,
        8,
        0,
        0,
        0,
        len(bomb),
        64 << 20,
        1,
        0,
        0,
        0,
        0,
        0,
        0,
    )
    body = local + b"a" + bomb
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(central) + 1, len(body), 0)
    tracemalloc.start()
    try:
        with pytest.raises(BadPackageError, match="too much"):
            unzip(body + central + b"a" + end)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1 << 20


def test_what_unpacks_to_more_than_declared_is_refused():
    data = bytearray(archive(("a.xml", bytes(100_000))))
    struct.pack_into("<L", data, directory_of(data) + 24, 10)
    with pytest.raises(BadPackageError, match="damaged"):
        unzip(bytes(data))


def test_the_sum_of_all_sizes_is_bounded():
    patched = bytearray(archive(*((f"{n}.xml", b"") for n in range(20))))
    at = 0
    while (at := patched.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<2L", patched, at + 20, 16 << 20, 16 << 20)
        at += 4
    with pytest.raises(BadPackageError, match="320 MiB"):
        unzip(bytes(patched))


def test_the_number_of_entries_is_bounded():
    data = bytearray(archive(("a", b"")))
    end = data.index(b"PK\x05\x06")
    struct.pack_into("<2H", data, end + 8, DEFAULT.template_parts + 1, DEFAULT.template_parts + 1)
    with pytest.raises(BadPackageError, match="parts"):
        unzip(bytes(data))


def test_a_long_directory_is_read_in_proportion_to_its_length():
    def make(count):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as file:
            for number in range(count):
                info = zipfile.ZipInfo(f"{number}.xml")
                info.comment = bytes(20_000)
                file.writestr(info, b"")
        return buffer.getvalue()

    assert_linear(unzip, make, 250)


def test_encrypted_entries_are_refused():
    data = bytearray(archive(("a", b"secret")))
    struct.pack_into("<H", data, directory_of(data) + 8, 1)
    with pytest.raises(BadPackageError, match="encrypted"):
        unzip(bytes(data))


def test_other_compressions_are_refused():
    with pytest.raises(BadPackageError, match="compressed"):
        unzip(archive(("a", b"text"), method=zipfile.ZIP_BZIP2))


def test_a_wrong_checksum_is_refused():
    data = bytearray(archive(("a", b"text"), method=zipfile.ZIP_STORED))
    data[data.index(b"text")] ^= 1
    with pytest.raises(BadPackageError, match="damaged"):
        unzip(bytes(data))
