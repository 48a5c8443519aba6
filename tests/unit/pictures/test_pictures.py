"""Pictures are known by their heads alone; what cannot be shown is refused with a reason."""

import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckgen.pictures.model import FORMATS, ORIENTATIONS, UPRIGHT, BadPictureError
from deckgen.units import px
from tests.support.pictures import picture, read


def saved(kind: str, mode: str = "RGB", **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (40, 30)).save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_every_format_that_powerpoint_shows_is_read(kind):
    found = read(picture(40, 30, kind))
    assert (found.extension, found.media_type) == FORMATS[kind]
    assert (found.size.width, found.size.height, found.turn) == (px(40), px(30), UPRIGHT)
    assert found.shown.read() == found.whole.read() == picture(40, 30, kind)


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")),
        *(("JPEG", mode) for mode in ("L", "RGB", "CMYK")),
        *(("GIF", mode) for mode in ("1", "L", "P", "RGB")),
        *(("BMP", mode) for mode in ("1", "L", "P", "RGB", "RGBA")),
        *(("TIFF", mode) for mode in ("1", "L", "P", "RGB", "RGBA", "CMYK", "I;16", "F")),
    ],
)
def test_pictures_of_every_mode_pass_through(kind, mode):
    data = saved(kind, mode)
    assert read(data).shown.read() == data


def test_the_first_of_several_photographs_in_a_file_is_the_picture():
    data = saved("MPO", save_all=True, append_images=[Image.new("RGB", (8, 6))])
    found = read(data)
    assert (found.extension, found.media_type) == FORMATS["JPEG"]
    assert (found.size.width, found.size.height) == (px(40), px(30))
    with Image.open(io.BytesIO(found.shown.read())) as image:
        assert (image.format, image.size) == ("JPEG", (40, 30))


def test_an_animation_keeps_its_frames():
    further = [Image.new("RGB", (40, 30), color) for color in ("red", "blue")]
    for kind in ("GIF", "PNG"):
        data = saved(kind, save_all=True, append_images=further, loop=0, duration=80)
        assert read(data).shown.read() == data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_says_how_it_is_turned_upright_and_is_not_coded_again(kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    found, plain = read(saved(kind, exif=exif)), read(saved(kind))
    lies = orientation >= 5
    assert found.turn == ORIENTATIONS.get(orientation, UPRIGHT)
    assert (found.size.width, found.size.height) == ((px(30), px(40)) if lies else (px(40), px(30)))
    assert found.shown.read() == plain.shown.read()


@pytest.mark.parametrize(
    "exif", [b"", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM"]
)
def test_damaged_tags_of_a_photograph_turn_nothing(exif):
    assert read(saved("JPEG", exif=exif)).turn == UPRIGHT


def test_a_photograph_without_its_end_is_given_one():
    data = picture(40, 30, "JPEG")
    assert read(data[:-2]).shown.read() == data
    with Image.open(io.BytesIO(read(data[:-8]).shown.read())) as image:
        assert image.size == (40, 30)


def test_stray_bytes_between_segments_are_left_out():
    data = picture(40, 30, "JPEG")
    assert read(data[:2] + b"\0\0\xff" + data[2:]).shown.read() == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(20), "EMF.: save it as SVG or PNG"),
        (b"\0\0\x01\0\x01\0", "an icon"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "PostScript"),
        (b"\0\0\0\x18ftypmp42", "`video:`"),
        (b"\x1f\x8b\x08", "unpack it"),
        ("\ufeff<svg/>".encode("utf-16-le"), "save it in UTF-8"),
        (b"version https://git-lfs.github.com/spec/v1", "git lfs pull"),
    ],
)
def test_files_that_show_no_picture_are_told_by_what_they_are(data, said):
    with pytest.raises(BadPictureError, match=said):
        read(data)


@pytest.mark.parametrize("data", [b"no picture", b"RIFF....WAVE"])
def test_other_files_are_no_pictures(data):
    with pytest.raises(BadPictureError, match="is of no kind of picture that is read"):
        read(data)


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_a_picture_cut_off_in_its_head_is_refused(kind):
    for length in range(1, 24):
        with pytest.raises(BadPictureError):
            read(picture(40, 30, kind)[:length])


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_a_picture_cut_off_anywhere_is_read_or_refused(kind):
    whole = picture(40, 30, kind)
    for length in range(24, len(whole), max(1, len(whole) // 40)):
        with suppress(BadPictureError):
            read(whole[:length])


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF"])
def test_a_picture_that_is_cut_off_is_refused(kind):
    with pytest.raises(BadPictureError, match=r"is cut off|is damaged"):
        read(picture(40, 30, kind)[:-20])


@pytest.mark.parametrize("kind", sorted(FORMATS))
@given(data=st.data())
def test_damage_is_refused_or_leaves_a_picture(kind, data):
    whole = bytearray(picture(40, 30, kind))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    length = data.draw(st.sampled_from((len(whole), len(whole) // 2)))
    with suppress(BadPictureError):
        found = read(bytes(whole[:length]))
        assert found.shown.size == len(found.shown.read())


def test_damaged_pixels_of_a_png_file_are_found():
    data = bytearray(picture(40, 30))
    data[data.index(b"IDAT") + 6] ^= 1
    with pytest.raises(BadPictureError, match="is damaged"):
        read(bytes(data))


def test_a_bmp_file_that_names_another_file_is_refused():
    head = struct.pack("<2sL4xLLllHHL", b"BM", 142, 138, 124, 1, 1, 1, 24, 0)
    data = head.ljust(14 + 56, b"\0") + b"KNIL" + b"\0" * 68
    with pytest.raises(BadPictureError, match="names a file"):
        read(data)


def _png_head(width, height):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def test_a_large_picture_is_read_without_a_word():
    assert read(_png_head(9_900, 10_000)).size.width == px(9_900)


@pytest.mark.parametrize(("width", "height"), [(0, 10), (10, 0)])
def test_a_picture_without_pixels_is_refused(width, height):
    with pytest.raises(BadPictureError):
        read(_png_head(width, height))


@pytest.mark.parametrize("side", [10_001, 14_000, 60_000])
def test_a_picture_that_would_unpack_to_gigabytes_is_refused(side):
    with pytest.raises(BadPictureError, match="pixels"):
        read(_png_head(side, side))
    assert read(_png_head(side, side), most_pixels=side * side)
