"""Pictures in other colours, and as small as they show."""

from __future__ import annotations

import io

from PIL import Image

from deckgen.pictures.recolored import Recoloring, natural_size, recolored, smoothed


def png(width=40, height=20):
    """Return a picture of black and white columns in turn."""
    picture = Image.new("L", (width, height))
    picture.putdata([255 * (x % 2) for _ in range(height) for x in range(width)])
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def first(data):
    with Image.open(io.BytesIO(data)) as picture:
        return picture.size, tuple(picture.convert("RGB").tobytes()[:6])


def test_what_shows_at_half_its_pixels_has_the_mean_of_each_two():
    size, points = first(smoothed(png(), 20, 10))
    assert size == (20, 10)
    assert set(points) <= {127, 128}


def test_a_picture_that_shows_about_as_large_as_it_is_stays():
    assert smoothed(png(), 36, 18) is None
    assert smoothed(b"no picture", 1, 1) is None


def test_black_and_white_become_the_two_colours():
    _, points = first(recolored(png(), Recoloring(duotone=("112233", "FFEEDD"))))
    assert points == (0x11, 0x22, 0x33, 0xFF, 0xEE, 0xDD)


def test_a_threshold_leaves_black_and_white():
    _, points = first(recolored(png(), Recoloring(threshold=0.5, brightness=-0.5)))
    assert points == (0, 0, 0, 127, 127, 127) or points == (0, 0, 0, 128, 128, 128)


def test_a_picture_without_a_resolution_has_96_dots_to_the_inch():
    assert natural_size(png()) == (30, 15)
    assert natural_size(b"no picture") is None
