"""Pictures are known by their heads alone; what cannot be shown is refused with a reason."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from PIL import Image

from deckgen.pictures import FORMATS, BadPictureError, read_picture
from deckgen.units import px
from tests.support.pictures import picture


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_every_format_that_powerpoint_shows_is_read(kind):
    read = read_picture(picture(40, 30, kind))
    assert (read.extension, read.media_type) == FORMATS[kind]
    assert (read.size.width, read.size.height) == (px(40), px(30))
    assert read.data == picture(40, 30, kind)


def test_the_first_of_several_photographs_in_a_file_is_the_picture():
    buffer = io.BytesIO()
    further = [Image.new("RGB", (8, 6))]
    Image.new("RGB", (40, 30)).save(buffer, "MPO", save_all=True, append_images=further)
    read = read_picture(buffer.getvalue())
    assert (read.extension, read.media_type) == FORMATS["JPEG"]
    assert (read.size.width, read.size.height) == (px(40), px(30))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_turned_as_its_orientation_says(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30)).save(buffer, "JPEG", exif=exif)
    read = read_picture(buffer.getvalue())
    lies = orientation >= 5
    assert (read.size.width, read.size.height) == ((px(30), px(40)) if lies else (px(40), px(30)))
    assert Image.open(io.BytesIO(read.data)).size == ((30, 40) if lies else (40, 30))
    assert (read.data == buffer.getvalue()) is (orientation == 1)


def _webp():
    buffer = io.BytesIO()
    Image.new("RGB", (4, 3)).save(buffer, "WEBP")
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", _webp(), b"%PDF-1.7"],
    ids=["empty", "text", "svg", "webp", "pdf"],
)
def test_other_files_are_no_pictures(data):
    with pytest.raises(BadPictureError, match="is not a PNG, JPEG, GIF, BMP or TIFF picture"):
        read_picture(data)


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_a_picture_cut_off_in_its_head_is_refused(kind):
    for length in range(1, 24):
        with pytest.raises(BadPictureError):
            read_picture(picture(40, 30, kind)[:length])


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_a_picture_cut_off_anywhere_is_read_or_refused(kind):
    whole = picture(40, 30, kind)
    for length in range(24, len(whole), max(1, len(whole) // 40)):
        with suppress(BadPictureError):
            read_picture(whole[:length])


def _png_head(width, height):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def test_a_large_picture_is_read_without_a_word():
    assert read_picture(_png_head(9_900, 10_000)).size.width == px(9_900)


@pytest.mark.parametrize(("width", "height"), [(0, 10), (10, 0)])
def test_a_picture_without_pixels_is_refused(width, height):
    with pytest.raises(BadPictureError):
        read_picture(_png_head(width, height))


@pytest.mark.parametrize("side", [10_001, 14_000, 60_000])
def test_a_picture_that_would_unpack_to_gigabytes_is_refused(side):
    with pytest.raises(BadPictureError, match="pixels"):
        read_picture(_png_head(side, side))
