"""Videos and sounds are known by their heads; what PowerPoint does not play is refused."""

import io
from functools import partial

import pytest

from deckgen.pictures.model import BadPictureError
from deckgen.pictures.recordings import read_recording
from tests.support.pictures import box, movie


def known(data):
    return read_recording(partial(io.BytesIO, data), len(data))


@pytest.mark.parametrize(
    ("data", "extension", "media_type"),
    [
        (movie(640, 480), "mp4", "video/mp4"),
        (movie(640, 480, brand=b"qt  "), "mov", "video/quicktime"),
        (movie(640, 480, brand=b"M4A "), "m4a", "audio/mp4"),
        (b"ID3\4" + bytes(60), "mp3", "audio/mpeg"),
        (b"\xff\xfb" + bytes(60), "mp3", "audio/mpeg"),
        (b"RIFF\0\0\0\0WAVEfmt " + bytes(60), "wav", "audio/x-wav"),
    ],
)
def test_what_powerpoint_plays_is_known(data, extension, media_type):
    found = known(data)
    assert (found.extension, found.media_type) == (extension, media_type)
    assert found.content.read() == data


def test_a_still_has_the_shape_of_the_video():
    assert known(movie(640, 480)).still.size.aspect == pytest.approx(4 / 3, rel=0.01)


def test_a_video_on_its_side_is_shown_upright():
    assert known(movie(640, 480, turned=True)).still.size.aspect == pytest.approx(0.75, rel=0.01)


def test_the_same_video_gives_the_same_still():
    assert known(movie(640, 480)).still.shown.read() == known(movie(640, 480)).still.shown.read()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "of no kind of video or sound"),
        (b"some words", "of no kind of video or sound"),
        (b"\x1aE\xdf\xa3" + bytes(60), "WebM"),
        (movie(640, 480)[:-9], "damaged"),
        (box(b"ftyp", b"isom"), "damaged"),
        (box(b"ftyp", b"isom") + box(b"free") * 11_000, "damaged"),
        (box(b"ftyp", b"isom") + b"\0\0\0\4moov", "damaged"),
    ],
)
def test_other_files_are_refused(data, said):
    with pytest.raises(BadPictureError, match=said):
        known(data)
