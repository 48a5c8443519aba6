"""What a picture's file tells beside what it shows stays behind; what it looks like does not."""

import io
import zlib
from functools import cache

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from deckgen.compiler import build_text
from deckgen.opc.read import read_package
from deckgen.world import MemoryWorld
from tests.support.pictures import read

SECRET = b"SECRET"


@cache
def photograph() -> Image.Image:
    return Image.linear_gradient("L").resize((60, 40)).convert("RGB")


@cache
def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def exif() -> Image.Exif:
    tags = Image.Exif()
    tags[0x010F] = "SECRET maker"
    tags[0x0112] = 1
    place = tags.get_ifd(0x8825)
    place[1], place[2] = "N", (35.0, 40.0, 1.0)
    place[29] = "SECRET date"
    return tags


@cache
def texts() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "SECRET")
    info.add_itxt("XML:com.adobe.xmp", "SECRET")
    info.add(b"prVw", b"SECRET of some program", after_idat=True)
    return info


def saved(kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    photograph().save(buffer, kind, **options)
    return buffer.getvalue()


def jpeg_with(*segments: tuple[int, bytes]) -> bytes:
    """Return a JPEG file with segments in front of its own."""
    data = saved("JPEG", icc_profile=profile())
    more = b"".join(
        bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content
        for marker, content in segments
    )
    return data[:2] + more + data[2:]


TELLING = {
    "jpeg-exif": saved("JPEG", exif=exif(), icc_profile=profile()),
    "jpeg-progressive": saved("JPEG", exif=exif(), icc_profile=profile(), progressive=True),
    "jpeg-comment": saved("JPEG", comment=SECRET, icc_profile=profile()),
    "jpeg-xmp": jpeg_with((0xE1, b"http://ns.adobe.com/xap/1.0/\0SECRET")),
    "jpeg-iptc": jpeg_with((0xED, b"Photoshop 3.0\0SECRET")),
    "jpeg-maker": jpeg_with((0xE5, b"SECRET"), (0xEF, b"SECRET")),
    "jpeg-small-copy": jpeg_with(
        (0xE0, b"JFIF\0\1\2\0\0\1\0\1\2\1SECRET"), (0xE0, b"JFXX\0SECRET")
    ),
    "jpeg-behind": saved("JPEG", icc_profile=profile()) + saved("JPEG") + SECRET,
    "png": saved("PNG", exif=exif(), pnginfo=texts(), icc_profile=profile()) + SECRET,
    "gif": saved("GIF", comment=SECRET),
    "tiff": saved(
        "TIFF", exif=exif(), icc_profile=profile(), description="SECRET", software="SECRET"
    ),
    "tiff-pages": saved(
        "TIFF", save_all=True, append_images=[Image.frombytes("L", (6, 1), SECRET)]
    ),
}


@pytest.mark.parametrize("name", TELLING)
def test_what_tells_of_a_picture_is_left_out_and_what_shows_it_is_kept(name):
    data = TELLING[name]
    shown = read(data).shown.read()
    assert SECRET in data or zlib.crc32(data)
    assert SECRET not in shown
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(shown)) as after:
        assert before.tobytes() == after.tobytes()
        assert before.info.get("icc_profile") == after.info.get("icc_profile")
        assert dict(after.getexif().get_ifd(0x8825)) == {}
    assert read(shown).shown.read() == shown


def test_photoshop_s_word_on_colours_stays_with_a_photograph():
    buffer = io.BytesIO()
    photograph().convert("CMYK").save(buffer, "JPEG")
    assert b"Adobe" in read(buffer.getvalue()).shown.read()


def media(deck: str, data: bytes) -> bytes:
    build = build_text(deck, world=MemoryWorld({"a.jpg": data})).run()
    assert build.output is not None
    return read_package(build.output).parts["/ppt/media/image1.jpeg"].data


def test_metadata_is_left_out_of_the_deck_unless_it_asks_for_it():
    data = TELLING["jpeg-exif"]
    slides = "slides: [{title: A, image: {src: a.jpg, alt: a}}]\n"
    assert media(slides, data) == read(data).shown.read()
    assert media("deck: {pictures: {metadata: remove}}\n" + slides, data) != data
    assert media("deck: {pictures: {metadata: keep}}\n" + slides, data) == data
