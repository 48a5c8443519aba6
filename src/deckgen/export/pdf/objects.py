"""Values of Python -> values as PDF writes them; the door to pydyf."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterable

Object = Any
"""A PDF object with its number, as pydyf has it."""

_PLAIN: Final = range(0x20, 0x7F)
_ESCAPED: Final = {ord(character): f"\\{character}" for character in "\\()"}
_DELIMITERS: Final = b"()<>[]{}/%# "


def number(value: float) -> bytes:
    """Return a number, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return b"0" if text in {"", "-0"} else text.encode()


def numbers(*values: float) -> bytes:
    """Return numbers, with blanks between them."""
    return b" ".join(map(number, values))


def array(*values: float) -> bytes:
    """Return an array of numbers."""
    return b"[" + numbers(*values) + b"]"


def text(words: str) -> bytes:
    """Return a text string: plain letters as they are, others as UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if all(ord(character) in _PLAIN for character in words):
        return b"(" + words.translate(_ESCAPED).encode() + b")"
    encoded = words.encode("utf-16-be", "surrogatepass")
    return b"<FEFF" + encoded.hex().upper().encode() + b">"


def name(word: str) -> bytes:
    """Return a name."""
    encoded = word.encode("utf-8")
    return b"/" + b"".join(
        b"#%02X" % byte if byte not in _PLAIN or byte in _DELIMITERS else bytes((byte,))
        for byte in encoded
    )


def references(objects: Iterable[Object]) -> bytes:
    """Return an array of references to objects."""
    return b"[" + b" ".join(item.reference for item in objects) + b"]"


class File:
    """A PDF file in the making."""

    def __init__(self) -> None:
        self._pdf: Final = pydyf.PDF()
        self.catalog: Final[Object] = self._pdf.catalog
        self.info: Final[Object] = self._pdf.info
        self.root: Final[Object] = self._pdf.pages

    def add(self, **entries: object) -> Object:
        """Add a dictionary and return it; more entries may follow."""
        made = pydyf.Dictionary(entries)
        self._pdf.add_object(made)
        return made

    def add_array(self, items: Iterable[object]) -> Object:
        """Add an array and return it."""
        made = pydyf.Array(items)
        self._pdf.add_object(made)
        return made

    def add_stream(self, data: bytes, **entries: object) -> Object:
        """Add a stream of bytes as they are and return it."""
        made = pydyf.Stream([data], entries)
        self._pdf.add_object(made)
        return made

    def add_packed(self, data: bytes, **entries: object) -> Object:
        """Add a stream of bytes that are compressed in the file, and return it."""
        return self.add_stream(zlib.compress(data), **entries, Filter="/FlateDecode")

    def add_page(self, **entries: object) -> Object:
        """Add a page and return it; more entries may follow."""
        page = pydyf.Dictionary({"Type": "/Page", "Parent": self.root.reference, **entries})
        self._pdf.add_page(page)
        return page

    def written(self) -> bytes:
        """Return the file. Its identifier is made of what is in it."""
        from io import BytesIO

        out = BytesIO()
        self._pdf.write(out, version=b"1.7", identifier=True, compress=True)
        return out.getvalue()
