"""The font directories of a machine -> which file holds which face.

Only the names and the style bits of each file are read, not its glyphs, and in as few steps as that
takes: machines have hundreds of fonts. Nothing is read before a family without a built-in table is
asked for.
"""

from __future__ import annotations

import os
import struct
import sys
from functools import cached_property
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct
from deckgen.text.families import key
from deckgen.text.model import FontFile

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIXES: Final = (".ttf", ".otf", ".ttc", ".otc")
_FAMILY_NAMES: Final = frozenset({1, 16})
"""Name identifiers of a family: for four styles, and typographic (OpenType `name` table)."""
_WINDOWS: Final = 3
_ITALIC_BIT: Final = 0x01
_REGULAR, _BOLD, _NORMAL_WIDTH = 400, 700, 5
"""Classes of weight and width (OpenType `OS/2` table)."""
_DIRECTORY: Final = 4_096
"""So many bytes hold the head of a file, or the directory of a face in it, of up to 255 tables."""
_LONGEST: Final = 1 << 20
"""So much is read of a table, whatever length a file claims for it."""


class _Style(Struct, frozen=True):
    weight: int
    width: int
    italic: bool

    def distance(self, weight: int) -> tuple[int, int]:
        """Return how far this is from a weight, and then from the normal width."""
        return abs(self.weight - weight), abs(self.width - _NORMAL_WIDTH)


_PLAIN: Final = _Style(_REGULAR, _NORMAL_WIDTH, italic=False)


class MachineFonts:
    """The fonts found in directories and below them."""

    def __init__(self, directories: tuple[Path, ...] | None = None) -> None:
        self._directories: Final = directories

    def find(self, family: str, *, bold: bool, italic: bool) -> FontFile | None:
        """Return the file of the face, else of the family's nearest style, else None."""
        faces, weight = self._faces.get(key(family)), _BOLD if bold else _REGULAR
        if not faces:
            return None
        style = min(faces, key=lambda style: (style.italic != italic, style.distance(weight)))
        path, index = faces[style]
        return FontFile(Path(path), index)

    @cached_property
    def _faces(self) -> dict[str, dict[_Style, _Place]]:
        """The files by family and style."""
        faces: dict[str, dict[_Style, _Place]] = {}
        for path in self._files():
            try:
                found = list(_faces(path))
            except (OSError, ValueError, struct.error):
                continue
            for names, style, place in found:
                for name in names:
                    faces.setdefault(name, {}).setdefault(style, place)
        return faces

    def _files(self) -> Iterator[str]:
        places = system_directories() if self._directories is None else self._directories
        for directory in places:
            for folder, folders, names in os.walk(directory):
                folders.sort()
                for name in sorted(names):
                    if name.lower().endswith(_SUFFIXES):
                        yield f"{folder}{os.sep}{name}"


def system_directories() -> tuple[Path, ...]:
    """Return where this kind of system keeps fonts: all users' and, where there is one, our own."""
    if sys.platform == "win32":
        shared: tuple[Path, ...] = (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",)
        own = "AppData/Local/Microsoft/Windows/Fonts"
        if local := os.environ.get("LOCALAPPDATA"):
            return *shared, Path(local) / "Microsoft/Windows/Fonts"
    elif sys.platform == "darwin":
        shared = (Path("/System/Library/Fonts"), Path("/Library/Fonts"))
        own = "Library/Fonts"
    else:
        shared = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
        own = ".local/share/fonts"
    try:
        return *shared, Path.home() / own
    except RuntimeError:  # a user whom the system does not know, as in many containers
        return shared


_Place = tuple[str, int]
"""The path of a file, and the index of a face in it."""
_Found = tuple[frozenset[str], _Style, _Place]


def _faces(path: str) -> Iterator[_Found]:
    """Yield the families' names, the style and the place of each face in a file."""
    with FileIO(path) as file:
        offsets = (0,)
        head = file.read(_DIRECTORY)
        if head.startswith(b"ttcf"):
            (count,) = struct.unpack_from(">I", head, 8)
            offsets = struct.unpack_from(f">{count}I", head, 12)
        for index, offset in enumerate(offsets):
            tables = _directory(_part(file, offset, _DIRECTORY) if offset else head)
            names = frozenset(map(key, _names(_part(file, *tables[b"name"]))))
            style = _style(_part(file, *tables[b"OS/2"])) if b"OS/2" in tables else _PLAIN
            yield names, style, (path, index)


def _part(file: FileIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(min(length, _LONGEST))


def _directory(data: bytes) -> dict[bytes, tuple[int, int]]:
    """Return where each table of a face starts, and how long it is."""
    (count,) = struct.unpack_from(">H", data, 4)
    rows = struct.iter_unpack(">4s4xII", data[12 : 12 + 16 * count])
    tables = {tag: (start, length) for tag, start, length in rows}
    if b"name" not in tables:
        raise ValueError("a font without names")
    return tables


def _names(table: bytes) -> set[str]:
    """Return the names of the family in a table of names."""
    _, count, strings = struct.unpack_from(">3H", table)
    found = set()
    for platform, _, _, name, length, offset in struct.iter_unpack(
        ">6H", table[6 : 6 + 12 * count]
    ):
        if name in _FAMILY_NAMES:
            encoding = "utf-16-be" if platform in {0, _WINDOWS} else "mac-roman"
            start = strings + offset
            found.add(table[start : start + length].decode(encoding, "ignore"))
    return found


def _style(table: bytes) -> _Style:
    weight, width, bits = struct.unpack_from(">HH54xH", table, 4)
    return _Style(weight, width, italic=bool(bits & _ITALIC_BIT))
