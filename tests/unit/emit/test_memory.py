"""A session reads no picture again that it knows, and takes none for another."""

from __future__ import annotations

import io

import pytest

from deckgen.blobs import Blob, FileRange
from deckgen.emit.attachments import Attachments
from deckgen.emit.memory import EmitMemory
from deckgen.emit.names import PartNames
from deckgen.pages import Attachment


class Read:
    """A file of some bytes that counts how often it is opened."""

    def __init__(self, data: bytes) -> None:
        self.data, self.times = data, 0

    def __call__(self) -> io.BytesIO:
        self.times += 1
        return io.BytesIO(self.data)

    def blob(self) -> Blob:
        return Blob((FileRange(self, 0, len(self.data)),))


def attached(memory, *blobs):
    """Return the names of the parts of a file that holds some contents."""
    found = Attachments(PartNames(()), contents=memory.contents())
    return [found.add(Attachment("urn:image", "/image", ".png", "image/png", b)) for b in blobs]


def test_a_picture_is_read_once_while_it_is_shown():
    memory, file = EmitMemory(), Read(b"picture")
    blob = file.blob()
    for _ in range(3):
        assert attached(memory, blob, blob) == ["/image1.png", "/image1.png"]
    assert file.times == 1


def test_like_pictures_are_compared_once_and_are_one_part():
    memory, one, other = EmitMemory(), Read(b"picture"), Read(b"picture")
    blobs = one.blob(), other.blob()
    for _ in range(3):
        assert attached(memory, *blobs) == ["/image1.png", "/image1.png"]
    assert (one.times, other.times) == (2, 2)


def test_what_a_file_no_longer_shows_is_forgotten():
    memory, file = EmitMemory(), Read(b"picture")
    blob = file.blob()
    attached(memory, blob)
    attached(memory)
    attached(memory, blob)
    assert file.times == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [(b"picture", b"picturf"), (b"picture", b"picture and more"), (b"plumless", b"buckeroo")],
    ids=["other bytes", "other sizes", "one checksum"],
)
def test_other_pictures_are_parts_of_their_own(one, other):
    blobs = Read(one).blob(), Read(other).blob()
    assert attached(EmitMemory(), *blobs) == ["/image1.png", "/image2.png"]
