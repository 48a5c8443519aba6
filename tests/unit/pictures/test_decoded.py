"""What is made of a picture's pixels: greys of 16 bits are as dark as they are."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from deckgen.pictures.decoded import decoded, shrunk, smaller


def deep(level: int) -> bytes:
    """Return a picture of one grey of 16 bits."""
    data = io.BytesIO()
    Image.new("I;16", (64, 64), level).save(data, "PNG")
    return data.getvalue()


def test_deep_greys_keep_their_tone_where_a_picture_is_made_smaller():
    small = decoded(deep(0x8000), lambda p: smaller(p, 8, 8, 0.5, Image.Resampling.BOX))
    assert small is not None
    assert small.getpixel((4, 4)) == (128, 128, 128)


def test_deep_greys_keep_their_tone_where_a_picture_is_looked_at():
    small = shrunk(deep(0x4000), (1, 1), (1, 1))
    assert small is not None
    assert small.getpixel((0, 0)) == (64, 64, 64, 255)


@pytest.mark.parametrize(
    ("kind", "side", "is_read"),
    [
        ("PNG", 128, True),
        ("PNG", 136, False),
        ("JPEG", 256, True),  # an eighth of its pixels is decoded, in each direction
        ("JPEG", 264, False),
        ("progressive", 128, True),
        ("progressive", 136, False),  # all of it is held while few pixels are made of it
    ],
)
def test_photographs_may_have_more_pixels_of_which_few_are_decoded(
    kind, side, is_read, monkeypatch
):
    monkeypatch.setattr("deckgen.pictures.decoded.LOOKED_AT_PIXELS", 128**2)
    monkeypatch.setattr("deckgen.pictures.decoded.LOOKED_AT_PHOTOGRAPH", 256**2)
    data = io.BytesIO()
    progressive = kind == "progressive"
    kept = "JPEG" if progressive else kind
    Image.new("RGB", (side, side), "#204060").save(data, kept, progressive=progressive)
    small = shrunk(data.getvalue(), (1, 1), (16, 16))
    assert (small is not None) is is_read
