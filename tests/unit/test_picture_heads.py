"""A plain head says what Pillow says; what is not plain is left to Pillow."""

import io
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from deckgen.picture_heads import Head, plain_head
from tests.support.pictures import picture


def saved(kind, mode="RGB", **options):
    buffer = io.BytesIO()
    Image.new(mode, (40, 30)).save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_of_every_mode_is_plain(mode):
    assert plain_head(saved("PNG", mode, dpi=(96, 96))) == Head("PNG", 40, 30)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_of_every_mode_is_plain(mode, progressive):
    data = saved("JPEG", mode, progressive=progressive, comment=b"by hand", icc_profile=b"profile")
    assert plain_head(data) == Head("JPEG", 40, 30)


def _exif():
    exif = Image.Exif()
    exif[0x0112] = 1
    return exif


def _compressed_text():
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "by hand", zip=True)
    return text


@pytest.mark.parametrize(
    "data",
    [
        saved("JPEG", exif=_exif()),
        saved("MPO", save_all=True, append_images=[Image.new("RGB", (4, 3))]),
        saved("PNG", save_all=True, append_images=[Image.new("RGB", (40, 30), 1)]),
        saved("PNG", pnginfo=_compressed_text()),
        saved("GIF"),
        saved("BMP"),
        b"no picture",
        b"",
    ],
    ids=["exif", "several", "animated", "compressed text", "gif", "bmp", "text", "empty"],
)
def test_what_is_not_plain_is_left_to_pillow(data):
    assert plain_head(data) is None


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@given(position=st.integers(2, 400), byte=st.integers(0, 255), length=st.integers(0, 700))
def test_damage_is_found_or_harmless(kind, position, byte, length):
    whole = bytearray(picture(40, 30, kind))
    whole[position % len(whole)] = byte
    head = plain_head(bytes(whole[:length]))
    if head is None:
        return
    with warnings.catch_warnings(action="ignore"):
        try:
            image = Image.open(io.BytesIO(whole))
        except (SyntaxError, OSError):  # tables, which the head does not hold
            return
    assert head == Head(image.format or "", *image.size)
