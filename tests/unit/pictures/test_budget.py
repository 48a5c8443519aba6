"""Pictures cost what reading them does: nothing of them is held, and all together are bounded."""

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from deckgen.blobs import ChangedFileError
from deckgen.compiler import Options, build_file, build_text
from deckgen.limits import Limits
from deckgen.opc.read import read_package
from deckgen.pictures import read_picture
from deckgen.pictures.model import BadPictureError
from deckgen.world import MemoryWorld
from tests.support.pictures import picture

HUGE = 500 << 20
MOST_READ = 4 << 20

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (450 << 20, 450 << 20))
from deckgen.cli.program import run
sys.exit(run(sys.argv[1:]))
"""


class Counting(io.FileIO):
    """A file that counts the bytes that are read from it."""

    read_bytes = 0

    def read(self, size=-1):
        data = super().read(size)
        Counting.read_bytes += len(data)
        return data


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def sparse(path: Path, head: bytes) -> Path:
    """Write a file of a head and zeros that take no room on the disk."""
    with path.open("wb") as file:
        file.write(head)
        file.truncate(HUGE)
    return path


HEADS = {
    "png": picture(64, 48)[: picture(64, 48).index(b"IDAT") - 4],
    "png-data": picture(64, 48)[: picture(64, 48).index(b"IDAT") - 4]
    + struct.pack(">I", HUGE - 100)
    + b"IDAT",
    "jpeg": picture(64, 48, "JPEG")[:-2],
    "gif": picture(64, 48, "GIF")[:40],
    "tiff": picture(64, 48, "TIFF"),
}


@pytest.mark.parametrize("name", ["png", "png-data", "jpeg"])
def test_a_head_and_500_mib_of_zeros_are_refused_without_reading_them(name, tmp_path):
    path = sparse(tmp_path / "a", HEADS[name])
    Counting.read_bytes = 0
    with pytest.raises(BadPictureError, match="is damaged"):
        read_picture(lambda: Counting(path), HUGE)
    assert Counting.read_bytes < MOST_READ


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of processes")
@pytest.mark.parametrize("name", HEADS)
def test_pictures_of_gigabytes_are_told_within_little_memory(name, tmp_path):
    for file in ("a", "b"):
        sparse(tmp_path / file, HEADS[name])
    deck = tmp_path / "deck.yaml"
    deck.write_text("slides: [{title: A, images: [{src: a, alt: a}, {src: b, alt: b}]}]\n")
    words = [sys.executable, "-c", LIMITED, "check", str(deck)]
    found = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
    assert "Traceback" not in found.stderr
    assert found.returncode in {0, 1}


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of processes")
def test_a_turned_photograph_of_100_megapixels_is_built_within_little_memory(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (10_000, 10_000), 160).save(tmp_path / "a.jpg", exif=exif)
    deck = tmp_path / "deck.yaml"
    deck.write_text("slides: [{title: A, image: {src: a.jpg, alt: a}}]\n")
    words = [sys.executable, "-c", LIMITED, "build", str(deck), "-o", str(tmp_path / "o.pptx")]
    found = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
    assert (found.returncode, found.stderr) == (0, "")
    slide = read_package((tmp_path / "o.pptx").read_bytes()).parts["/ppt/slides/slide1.xml"].data
    assert b'rot="5400000"' in slide


def test_all_pictures_of_a_deck_together_have_a_limit():
    files = {f"{n}.png": picture(40 + n, 30) for n in range(3)}
    sizes = [len(data) for data in files.values()]
    slides = "".join(f"  - {{title: A, image: {{src: {n}.png, alt: a}}}}\n" for n in (0, 1, 0, 2))
    for room, told in ((sum(sizes), 0), (sum(sizes) - 1, 1)):
        options = Options(limits=Limits(pictures=room))
        found = build_text("slides:\n" + slides, world=MemoryWorld(files), options=options).check()
        assert len(found) == told
        assert all("`2.png`: with it, the pictures" in item.message for item in found)
        assert all("--limit pictures=…" in item.hints[0] for item in found)


def test_a_limit_to_pixels_can_be_raised_and_its_message_says_so():
    deck = "slides: [{title: A, image: {src: a.png, alt: a}}]\n"
    world = MemoryWorld({"a.png": picture(40, 30)})
    for pixels, told in ((1200, 0), (1199, 1)):
        options = Options(limits=Limits(pixels=pixels))
        found = build_text(deck, world=world, options=options).check()
        assert len(found) == told
        assert all("--limit pixels=…" in item.hints[0] for item in found)


def test_a_picture_that_is_gone_when_the_deck_is_written_is_told(tmp_path):
    (tmp_path / "a.png").write_bytes(picture(40, 30))
    (tmp_path / "deck.yaml").write_text("slides: [{title: A, image: {src: a.png, alt: a}}]\n")
    build = build_file(tmp_path / "deck.yaml")
    pages = build.pages()
    assert pages is not None
    (tmp_path / "a.png").unlink()
    assert build.written(pages) is None
    assert [item.code.slug for item in build.sink.sorted()] == ["file-unreadable"]


def test_a_picture_that_changes_while_the_deck_is_written_is_told(tmp_path):
    (tmp_path / "a.png").write_bytes(picture(40, 30))
    (tmp_path / "deck.yaml").write_text("slides: [{title: A, image: {src: a.png, alt: a}}]\n")
    compiled = build_file(tmp_path / "deck.yaml").run()
    data = bytearray(picture(40, 30))
    data[-20] ^= 1
    (tmp_path / "a.png").write_bytes(bytes(data))
    with pytest.raises(ChangedFileError):
        assert compiled.output
