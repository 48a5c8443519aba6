"""The glyphs that a file shows -> subset fonts, whose text can be searched and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.export.pdf.objects import array, name
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deckgen.draw.model import FontFace
    from deckgen.export.glyphs import OpenFace, OpenFaces, Subset
    from deckgen.export.pdf.objects import File, Object

_SYMBOLIC: Final = 4
_ITALIC: Final = 64
"""Bits of a font's flags (ISO 32000-1, table 123)."""
_SLANT: Final = -12
_STEM: Final = 80
"""What a font is said to have as angle and stem, which no reader of embedded fonts asks for."""
_BLOCK: Final = 100
"""How many mappings one block of a character map may have (Adobe technical note 5014)."""
_TAG: Final = 6


class ShownText(Struct, frozen=True):
    """Glyphs of a font in a row; the numbers between them move what follows to the left.

    They are in thousandths of an em. The codes of the glyphs are known when the font is written.
    """

    font: UsedFont
    parts: tuple[int | float, ...]

    def written(self) -> bytes:
        """Return the operator that shows the glyphs."""
        pieces = [b"["]
        is_open = False
        for part in self.parts:
            if isinstance(part, int):
                pieces.append(b"" if is_open else b"<")
                pieces.append(b"%04X" % self.font.code(part))
                is_open = True
            else:
                pieces.append(b">" if is_open else b"")
                pieces.append(f"{part:.1f}".encode())
                is_open = False
        pieces.append(b">]TJ" if is_open else b"]TJ")
        return b"".join(pieces)


class UsedFont:
    """A face and which of its glyphs a file shows, with the text that each stands for."""

    def __init__(self, face: FontFace, glyphs: OpenFace, key: str) -> None:
        self.face: Final = face
        self.glyphs: Final = glyphs
        self.key: Final = key
        self._texts: Final[dict[int, str]] = {}
        self._codes: Mapping[int, int] = {}

    def says(self, index: int, text: str) -> bool:
        """Note that a glyph is shown for a text; tell whether it is copied as this text.

        A glyph stands for the first text that it is shown for.
        """
        return self._texts.setdefault(index, text) == text

    @property
    def is_shown(self) -> bool:
        """Whether any of its glyphs is shown."""
        return bool(self._texts)

    def code(self, index: int) -> int:
        """Return the code of a glyph in the file."""
        return self._codes[index]

    def write(self, file: File) -> Object:
        """Add the font to a file and return it."""
        subset = self.glyphs.subset(self._texts)
        self._codes = {index: subset.indexes[index] for index in sorted(self._texts)}
        base = name(f"{_tag(subset.data)}+{self.glyphs.metrics.name}").decode()
        descendant = self._descendant(file, subset, base)
        return file.add(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=base,
            Encoding="/Identity-H",
            DescendantFonts=f"[{descendant.reference.decode()}]",
            ToUnicode=file.add_packed(self._to_unicode()).reference,
        )

    def _descendant(self, file: File, subset: Subset, base: str) -> Object:
        kind = "/CIDFontType0" if subset.is_cff else "/CIDFontType2"
        entries: dict[str, object] = {} if subset.is_cff else {"CIDToGIDMap": "/Identity"}
        return file.add(
            Type="/Font",
            Subtype=kind,
            BaseFont=base,
            CIDSystemInfo="<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>",
            FontDescriptor=self._descriptor(file, subset, base).reference,
            DW=1000,
            W=self._widths(),
            **entries,
        )

    def _descriptor(self, file: File, subset: Subset, base: str) -> Object:
        metrics, size = self.glyphs.metrics, len(subset.data)
        if subset.is_cff:
            program = file.add_packed(subset.data, Subtype="/CIDFontType0C")
        else:
            program = file.add_packed(subset.data, Length1=size)
        return file.add(
            Type="/FontDescriptor",
            FontName=base,
            Flags=_SYMBOLIC | (_ITALIC if self.face.italic else 0),
            FontBBox=array(*metrics.box).decode(),
            ItalicAngle=_SLANT if self.face.italic else 0,
            Ascent=metrics.ascent,
            Descent=metrics.descent,
            CapHeight=metrics.cap_height,
            StemV=_STEM,
            **{"FontFile3" if subset.is_cff else "FontFile2": program.reference},
        )

    def _widths(self) -> bytes:
        parts = [
            b"%d[%s]" % (code, f"{self.glyphs.advance(index):.2f}".rstrip("0").rstrip(".").encode())
            for index, code in self._codes.items()
        ]
        return b"[" + b" ".join(parts) + b"]"

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{self._codes[index]:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for index, text in sorted(self._texts.items(), key=lambda of: self._codes[of[0]])
        ]
        blocks = "".join(
            f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n"
            for block in _blocks(rows)
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{blocks}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode()


def _blocks(rows: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(rows), _BLOCK):
        yield rows[start : start + _BLOCK]


def _tag(data: bytes) -> str:
    """Return the letters by which subsets of a font are told apart (ISO 32000-1, 9.6.4)."""
    from hashlib import sha256

    return "".join(chr(ord("A") + byte % 26) for byte in sha256(data).digest()[:_TAG])


class UsedFonts:
    """The fonts of a file, by their faces."""

    def __init__(self, faces: OpenFaces) -> None:
        self._faces: Final = faces
        self._used: Final[dict[tuple[str, int], UsedFont]] = {}

    def of(self, face: FontFace) -> UsedFont:
        """Return the font that shows text in a face."""
        place = face.path, face.index
        if place not in self._used:
            glyphs = self._faces.of(face)
            self._used[place] = UsedFont(face, glyphs, f"F{len(self._used)}")
        return self._used[place]

    def write(self, file: File) -> Iterable[tuple[str, Object]]:
        """Add all fonts that show something to a file; return each with its key."""
        return [(font.key, font.write(file)) for font in self._used.values() if font.is_shown]
