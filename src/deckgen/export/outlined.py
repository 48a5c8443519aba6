"""Text -> the outlines of its glyphs, for what cannot embed the font."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.model import ClosePath, CurveTo, LineTo, MoveTo, PathMark, Pen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.draw.model import Segment, TextMark
    from deckgen.export.glyphs import GlyphCluster, OpenFace

SLANT: Final = 0.2126
"""How far an upright letter leans that is made italic: 12 degrees."""
EMBOLDENING: Final = 1 / 30
"""How wide the line is, in em, that makes a letter bold which is not."""


def outlined(mark: TextMark, glyphs: OpenFace) -> PathMark:
    """Return the outlines of a text where it stands."""
    segments = tuple(_outlines(mark, glyphs, glyphs.shape(mark)))
    width = mark.size * EMBOLDENING
    pen = Pen(mark.fill, width, round_joins=True) if mark.face.embolden else None
    return PathMark(segments, mark.fill, pen)


def _outlines(
    mark: TextMark, glyphs: OpenFace, clusters: tuple[GlyphCluster, ...]
) -> Iterator[Segment]:
    scale = mark.size / glyphs.units
    slant = SLANT if mark.face.slant else 0.0
    for cluster in clusters:
        for glyph in cluster.glyphs:
            left, line = mark.x + glyph.x, mark.baseline - glyph.y

            def at(
                x: float, y: float, left: float = left, line: float = line
            ) -> tuple[float, float]:
                return left + (x + slant * y) * scale, line - y * scale

            for segment in glyphs.outline(glyph.index):
                match segment:
                    case MoveTo():
                        yield MoveTo(*at(segment.x, segment.y))
                    case LineTo():
                        yield LineTo(*at(segment.x, segment.y))
                    case CurveTo():
                        first, second = at(segment.x1, segment.y1), at(segment.x2, segment.y2)
                        yield CurveTo(*first, *second, *at(segment.x, segment.y))
                    case ClosePath():
                        yield segment
