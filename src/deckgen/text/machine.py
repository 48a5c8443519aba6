"""The font directories of a machine -> which file holds which face.

Only the names and the style bits of each file are read, not its glyphs: about 50 us a file. Nothing
is read before a family without a built-in table is asked for.
"""

from __future__ import annotations

import os
import struct
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from deckgen.records import Struct
from deckgen.text.families import key
from deckgen.text.model import FontFile

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIXES: Final = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_FAMILY_NAMES: Final = frozenset({1, 16})
"""Name identifiers of a family: for four styles, and typographic (OpenType `name` table)."""
_WINDOWS: Final = 3
_ITALIC_BIT: Final = 0x01
_REGULAR, _BOLD, _NORMAL_WIDTH = 400, 700, 5
"""Classes of weight and width (OpenType `OS/2` table)."""


class _Style(Struct, frozen=True):
    weight: int
    width: int
    italic: bool

    def distance(self, weight: int) -> tuple[int, int]:
        """Return how far this is from a weight, and then from the normal width."""
        return abs(self.weight - weight), abs(self.width - _NORMAL_WIDTH)


class MachineFonts:
    """The fonts found in directories and below them."""

    def __init__(self, directories: tuple[Path, ...] | None = None) -> None:
        self._directories: Final = system_directories() if directories is None else directories

    def find(self, family: str, *, bold: bool, italic: bool) -> FontFile | None:
        """Return the file of the face, else of the family's nearest style, else None."""
        weight = _BOLD if bold else _REGULAR
        return min(
            self._faces.get(key(family), {}).items(),
            key=lambda face: (face[0].italic != italic, face[0].distance(weight)),
            default=(None, None),
        )[1]

    @cached_property
    def _faces(self) -> dict[str, dict[_Style, FontFile]]:
        """The files by family and style."""
        faces: dict[str, dict[_Style, FontFile]] = {}
        for path in self._files():
            try:
                found = list(_faces(path))
            except (OSError, ValueError, struct.error):
                continue
            for names, style, file in found:
                for name in names:
                    faces.setdefault(name, {}).setdefault(style, file)
        return faces

    def _files(self) -> Iterator[Path]:
        for directory in self._directories:
            for folder, folders, names in os.walk(directory):
                folders.sort()
                for name in sorted(names):
                    path = Path(folder, name)
                    if path.suffix.lower() in _SUFFIXES:
                        yield path


def system_directories() -> tuple[Path, ...]:
    """Return where this kind of system keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return windows / "Fonts", local / "Microsoft/Windows/Fonts"
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".local/share/fonts"


_Found = tuple[frozenset[str], _Style, FontFile]


def _faces(path: Path) -> Iterator[_Found]:
    """Yield the families' names, the style and the place of each face in a file."""
    with path.open("rb") as file:
        offsets = (0,)
        if file.read(4) == b"ttcf":
            (count,) = struct.unpack(">4xI", file.read(8))
            offsets = struct.unpack(f">{count}I", file.read(4 * count))
        for index, offset in enumerate(offsets):
            tables = _directory(file, offset)
            names = frozenset(key(name) for name in _names(file, tables[b"name"]))
            yield names, _style(file, tables.get(b"OS/2")), FontFile(path, index)


def _directory(file: BinaryIO, offset: int) -> dict[bytes, int]:
    file.seek(offset + 4)
    (count,) = struct.unpack(">H6x", file.read(8))
    tables: dict[bytes, int] = dict(struct.iter_unpack(">4s4xI4x", file.read(16 * count)))
    if b"name" not in tables:
        raise ValueError("a font without names")
    return tables


def _names(file: BinaryIO, start: int) -> Iterator[str]:
    file.seek(start)
    _, count, strings = struct.unpack(">3H", file.read(6))
    records = list(struct.iter_unpack(">6H", file.read(12 * count)))
    for platform, _, _, name, length, offset in records:
        if name in _FAMILY_NAMES:
            file.seek(start + strings + offset)
            encoding = "utf-16-be" if platform in {0, _WINDOWS} else "mac-roman"
            yield file.read(length).decode(encoding, "ignore")


def _style(file: BinaryIO, start: int | None) -> _Style:
    if start is None:
        return _Style(_REGULAR, _NORMAL_WIDTH, italic=False)
    file.seek(start + 4)
    weight, width, bits = struct.unpack(">HH54xH", file.read(60))
    return _Style(weight, width, italic=bool(bits & _ITALIC_BIT))
