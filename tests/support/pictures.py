"""Small pictures made when they are asked for, and a world in which decks find them."""

from __future__ import annotations

import io
import struct
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from PIL import Image

from deckgen.pictures import read_picture
from deckgen.world import MemoryWorld

if TYPE_CHECKING:
    from deckgen.pictures.model import PictureFile

_SIZES: Final = {
    "wide.png": (1600, 900),
    "tall.png": (900, 1600),
    "square.png": (1000, 1000),
    "panorama.png": (2400, 400),
    "icon.png": (64, 48),
    "photo.jpg": (1600, 1200),
    "写真.png": (1200, 800),
}

DRAWING: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
    '<rect width="300" height="200" fill="#0a6"/><circle cx="150" cy="100" r="60"/></svg>'
)
"""A drawing of a circle on a panel."""

_MARKS: Final = """\
marks:
  - mark: Orinoco
    also: [オリノコ]
    owner: River Systems, Inc.
    symbol: ®
    regions: [JP]
    unless: [Orinoco basin]
    never: [verb, plural, possessive]
  - {mark: Rio Negro, owner: River Systems Inc., symbol: ™, first_use: slide}
  - {mark: Delta, owner: Delta Works, symbol: ®, case: exact}
known: false
"""
"""A registry of trademarks of a company that never was."""
_SALES: Final = """\
region,quarter,revenue,growth
North,Q1,1234.5,4.5%
North,Q2,987,-3.2%
South,Q1,"2,100",12%
South,Q2,n/a,-
"""
"""The sales of a company that never was."""


@cache
def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    """Return a grey picture of a size in pixels."""
    buffer = io.BytesIO()
    Image.new("L", (width, height), 160).save(buffer, kind)
    return buffer.getvalue()


def box(kind: bytes, *content: bytes) -> bytes:
    """Return a box of a movie."""
    inside = b"".join(content)
    return struct.pack(">I4s", 8 + len(inside), kind) + inside


def movie(width: int, height: int, *, turned: bool = False, brand: bytes = b"isom") -> bytes:
    """Return a movie of one track that shows nothing, of a size in pixels."""
    across = (0, 65536, 0, -65536, 0) if turned else (65536, 0, 0, 0, 65536)
    matrix = struct.pack(">9i", *across, 0, 0, 0, 1 << 30)
    head = bytes(40) + matrix + struct.pack(">II", width << 16, height << 16)
    track = box(b"trak", box(b"tkhd", head))
    parts = (box(b"mdat", bytes(64)), box(b"moov", box(b"mvhd", bytes(100)), track))
    return box(b"ftyp", brand, bytes(4)) + b"".join(parts)


def read(data: bytes, **limits: int) -> PictureFile:
    """Return what is known of the picture that bytes hold."""
    return read_picture(partial(io.BytesIO, data), len(data), **limits)


_PROGRAM = """\
import asyncio

LIMIT = 42


class Worker:
    def __init__(self, name: str) -> None:
        self.name = name

    async def run(self, queue: asyncio.Queue[str]) -> None:
        # begin loop
        while True:
            job = await queue.get()  # 次の仕事を待つ
            try:
                print(f"{self.name}: {job!r}")
            finally:
                queue.task_done()
        # end loop


def main() -> None:
    asyncio.run(Worker("one").run(asyncio.Queue()))
"""


@cache
def world() -> MemoryWorld:
    """Return a world of pictures of all shapes, and of files that are none."""
    kinds = {"png": "PNG", "jpg": "JPEG"}
    pictures = {
        name: picture(*size, kinds[name.rpartition(".")[2]]) for name, size in _SIZES.items()
    }
    others = {
        "damaged.png": picture(64, 48)[:40],
        "drawing.svg": DRAWING.encode(),
        "demo.mp4": movie(1280, 720),
        "tall.mp4": movie(1280, 720, turned=True),
        "interview.wav": b"RIFF\0\0\0\0WAVEfmt " + bytes(40),
        "talk.webm": b"\x1aE\xdf\xa3" + bytes(40),
        "cut.mp4": movie(1280, 720)[:-9],
        "notes.txt": b"no picture",
        "broken.pptx": b"no archive",
        "marks.yaml": _MARKS.encode(),
        "sales.csv": _SALES.encode("utf-8-sig"),
        "売上.csv": _SALES.replace("North", "北部").encode("cp932"),
        "ragged.csv": b"region,revenue\nNorth,1,2\n",
        "short.csv": b"region,revenue,change\nNorth,1\nSouth,2,\n",
        "app.py": _PROGRAM.encode(),
        "binary.py": b"x = 1\n\x00\xff\xfe",
        "broken.json": b'[{"region": "North",}]',
    }
    return MemoryWorld(pictures | others)
