"""A font face -> shaped text, outlines of glyphs and subsets of the font, by HarfBuzz."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from deckgen.draw.model import ClosePath, CurveTo, LineTo, MoveTo
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deckgen.draw.model import FontFace, Segment, TextMark

_OUTLINES: Final = frozenset(("glyf", "CFF "))
"""The tables of outlines that PDF embeds (ISO 32000-1, table 126)."""
_NEEDED: Final = frozenset(
    ("glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF ", "cvt ", "fpgm", "prep")
)
"""The tables that draw glyphs by their index (ISO 32000-1, 9.9)."""
_RESTRICTED: Final = 0x000F
_PREVIEW_AND_PRINT, _EDITABLE, _INSTALLABLE = 0x0004, 0x0008, 0x0000
"""Who may embed a font (`fsType` in the OpenType table `OS/2`)."""


class PlacedGlyph(Struct, frozen=True):
    """A glyph by its index in the face, `x` right of the start of the text and `y` above its line.

    All in points; `advance` is the glyph's own.
    """

    index: int
    x: float
    y: float
    advance: float


class GlyphCluster(Struct, frozen=True):
    """Glyphs that draw some characters together: a letter with its marks, a ligature."""

    text: str
    glyphs: tuple[PlacedGlyph, ...]


class Subset(Struct, frozen=True):
    """Part of a font: its bytes, and the index that each glyph has in it."""

    data: bytes
    indexes: Mapping[int, int]
    is_cff: bool


class FontMetrics(Struct, frozen=True):
    """What a font says of its glyphs as a whole, in thousandths of an em."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    name: str


class OpenFace:
    """A face of a font file, open. Raises `OSError` where the file is no longer there."""

    def __init__(self, path: str, index: int) -> None:
        import uharfbuzz

        self._harfbuzz: Final = uharfbuzz
        try:
            self._face: Final = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path), index)
        except uharfbuzz.HarfBuzzError:
            raise FileNotFoundError(f"the font {path} is no longer there") from None
        self._font: Final = uharfbuzz.Font(self._face)
        self.units: Final[int] = self._face.upem

    @cached_property
    def can_be_embedded(self) -> bool:
        """Whether the face has outlines that PDF takes, and a licence that lets them be."""
        tables = set(self._face.table_tags)
        if not tables & _OUTLINES:
            return False
        kind = self._table("OS/2")[8:10]
        rights = int.from_bytes(kind, "big") & _RESTRICTED
        return rights in {_INSTALLABLE, _PREVIEW_AND_PRINT, _EDITABLE} or rights > _EDITABLE

    def _table(self, tag: str) -> bytes:
        return bytes(self._face.reference_table(tag).data)

    def shape(self, mark: TextMark) -> tuple[GlyphCluster, ...]:
        """Return the clusters of a text, left to right, spread to the width that it has."""
        from itertools import groupby

        infos, places = self._shaped(mark)
        scale = mark.size / self.units
        starts = sorted({info.cluster for info in infos})
        stops = dict(zip(starts, [*starts[1:], len(mark.text)], strict=True))
        natural = scale * sum(place.x_advance for place in places)
        gap = (mark.width - natural) / (len(starts) - 1) if len(starts) > 1 else 0.0
        found: list[GlyphCluster] = []
        x = 0.0
        pairs = zip(infos, places, strict=True)
        for start, glyphs in groupby(pairs, key=lambda pair: pair[0].cluster):
            placed = []
            for info, place in glyphs:
                at = x + place.x_offset * scale
                advance = self._font.get_glyph_h_advance(info.codepoint) * scale
                placed.append(PlacedGlyph(info.codepoint, at, place.y_offset * scale, advance))
                x += place.x_advance * scale
            found.append(GlyphCluster(mark.text[start : stops[start]], tuple(placed)))
            x += gap
        return tuple(found)

    def _shaped(self, mark: TextMark) -> tuple[list[Any], list[Any]]:
        buffer = self._harfbuzz.Buffer()
        buffer.add_str(mark.text)
        buffer.direction = "rtl" if mark.right_to_left else "ltr"
        if mark.language:
            buffer.language = mark.language
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if mark.right_to_left else "ltr"
        self._harfbuzz.shape(self._font, buffer)
        return buffer.glyph_infos, buffer.glyph_positions

    def advance(self, index: int) -> float:
        """Return the advance of a glyph in thousandths of an em."""
        return float(self._font.get_glyph_h_advance(index)) * 1000 / self.units

    def outline(self, index: int) -> tuple[Segment, ...]:
        """Return the outline of a glyph in units of the font, y up."""
        pen = _Pen()
        self._font.draw_glyph_with_pen(index, pen)
        return tuple(pen.segments)

    def subset(self, indexes: Iterable[int]) -> Subset:
        """Return the font with no more than some glyphs, which draw without any other table."""
        harfbuzz = self._harfbuzz
        wanted, flags = harfbuzz.SubsetInput(), harfbuzz.SubsetFlags
        wanted.sets(harfbuzz.SubsetInputSets.GLYPH_INDEX).update(sorted(indexes))
        unneeded = set(self._face.table_tags) - _NEEDED
        wanted.sets(harfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(
            int.from_bytes(tag.encode(), "big") for tag in unneeded
        )
        # glyphs of fonts with names for their glyphs, too, are then known by their index
        wanted.flags = (
            flags.NO_HINTING
            | flags.NO_LAYOUT_CLOSURE
            | flags.CFF_IDENTITY_CHARSET
            | flags.DESUBROUTINIZE
        ) | flags.NOTDEF_OUTLINE
        wanted.pin_all_axes_to_default(self._face)
        plan = harfbuzz.SubsetPlan(self._face, wanted)
        face = plan.execute()
        is_cff = "CFF " in face.table_tags
        part = face.reference_table("CFF ") if is_cff else face.blob
        mapping = dict(plan.old_to_new_glyph_mapping.items())
        return Subset(bytes(part.data), mapping, is_cff)

    @cached_property
    def metrics(self) -> FontMetrics:
        """What PDF wants to know of a font."""
        head, os2 = self._table("head"), self._table("OS/2")
        extents = self._font.get_font_extents("ltr")
        box = [self._milli(_signed(head, 36 + 2 * side)) for side in range(4)]
        cap = self._milli(_signed(os2, 88)) if len(os2) >= 90 else 0
        ascent, descent = self._milli(extents.ascender), self._milli(extents.descender)
        name = self._face.get_name(self._harfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
        return FontMetrics(ascent, descent, cap or ascent, (box[0], box[1], box[2], box[3]), name)

    def _milli(self, units: float) -> int:
        return round(units * 1000 / self.units)


def _signed(table: bytes, at: int) -> int:
    return int.from_bytes(table[at : at + 2], "big", signed=True)


class _Pen:
    """Takes an outline down as HarfBuzz tells it."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._at = (0.0, 0.0)

    def moveTo(self, to: tuple[float, float]) -> None:  # noqa: N802 - named by fontTools' pens
        self._at = to
        self.segments.append(MoveTo(*to))

    def lineTo(self, to: tuple[float, float]) -> None:  # noqa: N802
        self._at = to
        self.segments.append(LineTo(*to))

    def qCurveTo(self, bend: tuple[float, float], to: tuple[float, float]) -> None:  # noqa: N802
        (x, y), (bx, by), (tx, ty) = self._at, bend, to
        first = x + (bx - x) * 2 / 3, y + (by - y) * 2 / 3
        second = tx + (bx - tx) * 2 / 3, ty + (by - ty) * 2 / 3
        self.curveTo(first, second, to)

    def curveTo(  # noqa: N802
        self, first: tuple[float, float], second: tuple[float, float], to: tuple[float, float]
    ) -> None:
        self._at = to
        self.segments.append(CurveTo(*first, *second, *to))

    def closePath(self) -> None:  # noqa: N802
        self.segments.append(ClosePath())

    def endPath(self) -> None:  # noqa: N802
        """Leave a figure open, as no glyph does."""


class OpenFaces:
    """The faces that an export draws with, each opened once."""

    def __init__(self) -> None:
        self._open: Final[dict[tuple[str, int], OpenFace]] = {}

    def of(self, face: FontFace) -> OpenFace:
        """Return a face, open."""
        place = face.path, face.index
        if place not in self._open:
            self._open[place] = OpenFace(*place)
        return self._open[place]
