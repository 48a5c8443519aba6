"""Pictures with damage in their bytes, chunks and segments, and a deck or template with each."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache
from typing import TYPE_CHECKING, Final

from PIL import Image, PngImagePlugin

from tests.fuzz.slips import damage
from tests.fuzz.templates import unzipped, zipped
from tests.support import hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_NAMES: Final = ("p.png", "p.jpg", "p.gif", "p.bmp", "p.tiff", "p.webp", "p", "写真.PNG")
_DECKS: Final = (
    "slides: [{{title: T, image: {{src: {0}, alt: x, caption: c}}}}]",
    "slides: [{{title: T, images: [{{src: {0}, alt: x}}, {{src: wide.png, alt: x}}]}}]",
    'slides: [{{title: T, body: "words\\n\\n![x]({0})"}}]',
)
_ORIENTATION: Final = 0x0112
_PLACE: Final = 0x8825


def make(random: Random) -> dict[str, bytes]:
    """Return a picture, and a deck that shows it or whose template has it on its ground."""
    data = random.choice(_WAYS)(random.choice(whole()), random)
    if random.random() < 0.15:
        parts = unzipped(hostile.template("photograph"))
        parts["ppt/media/image1.png"] = data
        deck = "deck: {template: t.pptx}\nslides: [{title: T, body: words}]"
        return {"deck.yaml": deck.encode(), "t.pptx": zipped(parts)}
    name = random.choice(_NAMES)
    return {"deck.yaml": random.choice(_DECKS).format(name).encode(), name: data}


@cache
def whole() -> tuple[bytes, ...]:
    """Return sound pictures, small ones, of every kind that is read."""
    modes = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")
    made = [_saved(_drawn(mode), "PNG") for mode in modes]
    for mode in ("L", "RGB", "CMYK"):
        made += [
            _saved(_drawn(mode), "JPEG"),
            _saved(_drawn(mode), "JPEG", progressive=True, dpi=(300, 72)),
        ]
    for orientation in range(10):
        exif = Image.Exif()
        exif[_ORIENTATION] = orientation
        made.append(_saved(_drawn("RGB"), "TIFF", exif=exif))
        exif[_PLACE] = {2: (35.0, 40.0, 1.0)}
        made += [_saved(_drawn("RGB"), kind, exif=exif) for kind in ("JPEG", "PNG")]
    for kind in ("GIF", "BMP", "TIFF", "WEBP", "PPM", "ICO"):
        made.append(_saved(_drawn("RGB"), kind))
    frames = [_drawn("P"), _drawn("P").rotate(90)]
    for kind in ("GIF", "PNG", "TIFF", "WEBP"):
        made.append(_saved(frames[0], kind, save_all=True, append_images=frames[1:]))
    for compression in ("tiff_lzw", "group4", "jpeg", "tiff_deflate"):
        mode = "1" if compression == "group4" else "RGB"
        made.append(_saved(_drawn(mode), "TIFF", compression=compression))
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Title", "x" * 200, zip=True)
    notes.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta/>")
    made.append(_saved(_drawn("RGB"), "PNG", pnginfo=notes, dpi=(1, 5000), icc_profile=b"x" * 50))
    return tuple(made)


def _drawn(mode: str) -> Image.Image:
    ramp = Image.linear_gradient("L").resize((48, 32))
    return (
        Image.frombytes("I;16", (48, 32), bytes(48 * 32 * 2))
        if mode == "I;16"
        else ramp.convert(mode)
    )


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _damaged(data: bytes, random: Random) -> bytes:
    return damage(data, random, head=64)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)] + random.randbytes(random.choice((0, 0, 9)))


def _joined(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)] + random.choice(whole())


def _segments(data: bytes, random: Random) -> bytes:
    """Change, drop, double or swap chunks of a PNG or segments of a JPEG; lengths may lie."""
    if data.startswith(b"\x89PNG"):
        return _chunks(data, random)
    if not data.startswith(b"\xff\xd8"):
        return _sizes(data, random)
    at = [n for n in range(2, min(len(data) - 4, 2000)) if data[n] == 0xFF and data[n + 1] >= 0xC0]
    start = random.choice(at or [2])
    length = struct.unpack_from(">H", data, start + 2)[0]
    segment = data[start : start + 2 + length]
    other = random.choice(
        (
            b"",
            segment * 2,
            segment * 40,
            segment[:2] + b"\xff\xff" + segment[4:],
            segment[:2] + b"\0\0",
        )
    )
    return data[:start] + other + data[start + 2 + length :]


def _chunks(data: bytes, random: Random) -> bytes:
    found, at = [], 8
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        found.append((kind, data[at + 8 : at + 8 + length]))
        at += 12 + length
    at = random.randrange(len(found))
    kind, body = found[at]
    match random.randrange(6):
        case 0:
            del found[at]
        case 1:
            found[at:at] = [found[at]] * random.choice((1, 2, 200))
        case 2:
            random.shuffle(found)
        case 3:
            found[at] = (kind, damage(body, random))
        case 4:
            found[at] = (
                random.choice((b"tEXt", b"eXIf", b"iCCP", b"PLTE", b"acTL", b"pHYs")),
                body,
            )
        case 5:
            sizes = (0, 1, 48, 9_999, 2**31 - 1, 2**32 - 1)
            head = struct.pack(">II", random.choice(sizes), random.choice(sizes))
            found[0] = (b"IHDR", head + found[0][1][8:])
    return data[:8] + b"".join(_chunk(*one, random) for one in found)


def _chunk(kind: bytes, body: bytes, random: Random) -> bytes:
    length = random.choice((0, 2**31 - 1)) if random.random() < 0.02 else len(body)
    check = zlib.crc32(kind + body) ^ (random.random() < 0.02)
    return struct.pack(">I4s", length, kind) + body + struct.pack(">I", check)


def _sizes(data: bytes, random: Random) -> bytes:
    """Write numbers into the head, where the sizes of pictures stand."""
    at = random.randrange(min(len(data), 60))
    number = random.choice((0, 1, 255, 65_535, 2**31 - 1, 2**32 - 1, 100_000))
    return data[:at] + struct.pack(random.choice("<>") + "I", number) + data[at + 4 :]


_WAYS: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    *(_damaged,) * 4,
    *(_segments,) * 4,
    *(_cut, _joined, _sizes, _sizes),
)
