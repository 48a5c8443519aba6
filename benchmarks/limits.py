"""Inputs of the size of each limit -> what builds of them cost: seconds of CPU, and memory.

Run `python -m benchmarks.limits [LIMIT ...]`. Each limit (`docs/reference/limits.md`) gets an input
that just keeps within it, of the kind that is the most work; most have more than one.
"""

from __future__ import annotations

import argparse
import struct
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from multiprocessing import Process
from pathlib import Path
from typing import Final

from benchmarks.decks import deck_text, distinct_slides
from benchmarks.processes import cost
from deckgen.limits import DEFAULT
from deckgen.templates import built_in

Make = Callable[[Path], str]
"""Writes what a deck needs into a folder, and returns the deck."""

_LAYOUT: Final = "ppt/slideLayouts/slideLayout2.xml"


def slides(count: int, line: str) -> str:
    """Return a deck of slides."""
    return "slides:\n" + "".join(line.replace("N", str(number)) + "\n" for number in range(count))


def talk(_: Path) -> str:
    """Return slides in the words of the sample, up to the size of a deck."""
    each = len(deck_text(distinct_slides(200)).encode()) / 200
    return deck_text(distinct_slides(int(DEFAULT.deck_size / each * 0.98)))


def values(_: Path) -> str:
    """Return bullets, up to the number of values."""
    bullets = "      - y\n" * 100
    count = (DEFAULT.values - 10) // 107
    return slides(count, f"  - title: N\n    body:\n{bullets}")


def text(quoted: str) -> Make:
    """Return what makes a deck of one value with as many characters as are allowed."""
    words = "words and " * (DEFAULT.text // 10 - 2)
    return lambda _: quoted.replace("TEXT", words)


def aliases(_: Path) -> str:
    """Return bullets that aliases repeat as often as is allowed."""
    count = (DEFAULT.aliases - 2000) // (17 * 50)
    some, more = "y, " * 50, "*a, " * count
    return f"slides:\n  - {{title: A, body: &a [{some}]}}\n  - {{title: B, body: [{more}]}}\n"


def guesses(_: Path) -> str:
    """Return more broken links than are guessed at."""
    return slides(2000, "  - {title: T, id: section-number-N, body: '[x](#section-nmber-N)'}")


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(path: Path, width: int, height: int) -> None:
    """Write a picture of noise that is as large as its pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    noise = bytes((n * 7919 >> 3) & 255 for n in range(3 * width))
    packer = zlib.compressobj(0)
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head))
        for _ in range(height):
            if data := packer.compress(b"\0" + noise):
                file.write(chunk(b"IDAT", data))
        file.write(chunk(b"IDAT", packer.flush()) + chunk(b"IEND", b""))


def pictures(folder: Path) -> str:
    """Return pictures that together have the bytes that are allowed."""
    side, count = 9_200, 4
    for number in range(count):
        png(folder / f"{number}.png", side, side + number)
    return slides(count, "  - {title: N, image: {src: N.png, alt: a}}")


def pixels(folder: Path) -> str:
    """Return a photograph of the pixels that are allowed, which lies on its side."""
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6
    side = int(DEFAULT.pixels**0.5)
    Image.new("L", (side, side), 160).save(folder / "a.jpg", exif=exif)
    return "slides: [{title: A, image: {src: a.jpg, alt: a}}]\n"


def template(change: Callable[[dict[str, bytes]], None]) -> Make:
    """Return what makes a deck on a template of which parts were changed."""

    def make(folder: Path) -> str:
        with zipfile.ZipFile(BytesIO(built_in("plain") or b"")) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts)
        with zipfile.ZipFile(folder / "t.pptx", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return "deck: {template: t.pptx}\nslides: [{title: A}]\n"

    return make


def unpacked(parts: dict[str, bytes]) -> None:
    """Add what unpacks to the bytes that are allowed."""
    used = sum(map(len, parts.values())) + (1 << 16)
    block = zlib.compress(b"", 0) + bytes(range(256)) * 256
    for number in range((DEFAULT.template_unpacked - used) // (16 << 20)):
        parts[f"ppt/media/{number}.bin"] = block * ((16 << 20) // len(block))


def many_parts(parts: dict[str, bytes]) -> None:
    """Add parts up to the number that is allowed."""
    for number in range(DEFAULT.template_parts - len(parts)):
        parts[f"ppt/media/{number}.bin"] = b"x"


def shapes(parts: dict[str, bytes]) -> None:
    """Add shapes to a layout up to the elements that are allowed."""
    shape = (
        b'<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        b'<a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm>'
        b'<a:prstGeom prst="rect"/></p:spPr></p:sp>'
    )
    used = sum(data.count(b"<") for name, data in parts.items() if "slide" in name)
    count = (DEFAULT.template_elements * 2 - used - 1000) // shape.count(b"<")
    parts[_LAYOUT] = parts[_LAYOUT].replace(b"</p:spTree>", shape * count + b"</p:spTree>")


CASES: Final[tuple[tuple[str, str, Make], ...]] = (
    ("deck-size", "slides of a talk", talk),
    ("values", "bullets", values),
    ("text", "a title, which is refused", text("title: {title: 'TEXT'}\n")),
    ("text", "a body", text("slides: [{title: A, body: 'TEXT'}]\n")),
    ("text", "a cell", text("slides: [{title: A, table: [['TEXT', b]]}]\n")),
    ("aliases", "bullets", aliases),
    ("guesses", "broken links, which are refused", guesses),
    ("pictures", "four pictures of noise", pictures),
    ("pixels", "a photograph on its side", pixels),
    ("template-unpacked", "parts that are not used", template(unpacked)),
    ("template-parts", "small parts", template(many_parts)),
    ("template-elements", "shapes on a layout", template(shapes)),
)


def write(make: Make, folder: Path, deck: Path) -> None:
    """Write a deck and what it needs."""
    deck.write_text(make(folder), encoding="utf-8")


def main() -> None:
    """Print a row of a table for each input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("limits", nargs="*", metavar="LIMIT")
    wanted = parser.parse_args().limits
    print("| Limit | Input | size | CPU | memory |\n| --- | --- | --: | --: | --: |")
    for limit, what, make in CASES:
        if wanted and limit not in wanted:
            continue
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            deck = folder / "deck.yaml"
            # apart, because a process begins with the memory of the one that starts it
            making = Process(target=write, args=(make, folder, deck))
            making.start()
            making.join()
            size = sum(file.stat().st_size for file in folder.iterdir())
            command = [sys.executable, "-m", "deckgen", str(deck), "-o", str(folder / "o.pptx")]
            spent = cost(command, allowed=(0, 1))
        print(
            f"| `{limit}` | {what} | {size / (1 << 20):.1f} MiB | {spent.cpu:.1f} s"
            f" | {spent.peak:.0f} MB |",
            flush=True,
        )


if __name__ == "__main__":
    main()
