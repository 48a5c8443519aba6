"""Faces and the letters that slides show in them -> font files that the browser fetches.

A face is handed out in pieces: one with all letters of the deck as it was first drawn, and one for
those that have come since. So no edit makes a browser fetch a large font again.
"""

from __future__ import annotations

from hashlib import blake2b
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING, Final

from deckgen.draw.subsets import subset
from deckgen.draw.svg import FontUse
from deckgen.preview.show import FontPiece
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.draw.model import FontFace

_ALWAYS: Final = "".join(map(chr, range(0x20, 0x7F)))
"""Letters that a piece has from the start, as one or another of them will soon be typed."""
_FEW: Final = 400
"""A face of which no more letters are shown is handed out whole again, so that they join well."""
_MOST_PIECES: Final = 8
"""So many pieces of a face are handed out; then all its letters are put into one."""


class _Kept(Struct):
    """A face with the letters that are shown in it, and the pieces that have them."""

    face: FontFace
    letters: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    pieces: list[tuple[FontPiece, str]] = field(default_factory=list)


class FontShelf:
    """The faces of one preview. One thread adds letters, others fetch files."""

    def __init__(self) -> None:
        self._faces: dict[str, _Kept] = {}
        self._lock = Lock()

    def use(self, face: FontFace, letters: str) -> FontUse:
        """Return what a face is called, and see to it that a piece will have the letters."""
        name = _name(face)
        with self._lock:
            self._faces.setdefault(name, _Kept(face)).waiting.update(letters)
        return FontUse(name, "")

    def pieces(self) -> tuple[FontPiece, ...]:
        """Return the pieces that have all letters asked for so far."""
        with self._lock:
            for name, kept in self._faces.items():
                _supply(name, kept)
            return tuple(piece for kept in self._faces.values() for piece, _ in kept.pieces)

    def file(self, name: str) -> bytes | None:
        """Return the font file of a piece by the last step of its address."""
        with self._lock:
            found = [
                (kept.face, letters)
                for kept in self._faces.values()
                for piece, letters in kept.pieces
                if piece.url == f"font/{name}"
            ]
        return subset(*found[0]) if found else None


def _supply(name: str, kept: _Kept) -> None:
    """Make a piece for the letters that none has."""
    new = kept.waiting - kept.letters
    kept.waiting = set()
    if not new:
        return
    if not kept.letters:
        new.update(_ALWAYS)
    kept.letters |= new
    if len(kept.letters) <= _FEW or len(kept.pieces) == _MOST_PIECES:
        kept.pieces, new = [], kept.letters
    letters = "".join(sorted(new))
    digest = blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    piece = FontPiece(name, f"font/{name}-{digest}", _ranges(letters))
    kept.pieces.append((piece, letters))


def _name(face: FontFace) -> str:
    """Return what a face is called: the same for the same font of the same file."""
    told = f"{face.path}\0{face.index}".encode("utf-8", "surrogatepass")
    return f"f{blake2b(told, digest_size=6).hexdigest()}"


def _ranges(letters: Iterable[str]) -> str:
    """Return letters as a stylesheet tells them (CSS Fonts 4, `unicode-range`)."""
    codes = enumerate(sorted(map(ord, letters)))
    runs = (list(run) for _, run in groupby(codes, lambda each: each[1] - each[0]))
    return ",".join(_range(run[0][1], run[-1][1]) for run in runs)


def _range(first: int, last: int) -> str:
    return f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"
