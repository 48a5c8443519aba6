"""Text -> the outlines of its glyphs, for what cannot embed the font, or may not."""

from __future__ import annotations

from operator import is_
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import (
    ClosePath,
    CurveTo,
    DrawnGroup,
    LineTo,
    MoveTo,
    PathMark,
    Pen,
    TextMark,
)
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.draw.model import Node, PageDrawing, Segment
    from deckgen.export.glyphs import GlyphCluster, OpenFace, OpenFaces

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


def embeddable(drawing: PageDrawing, faces: OpenFaces) -> PageDrawing:
    """Return a drawing whose text is in fonts that may be embedded; other text is outlines."""

    def written(mark: TextMark) -> Node | None:
        glyphs = faces.of(mark.face)
        if glyphs.can_be_embedded:
            return mark
        return outlined(mark, glyphs) if mark.text and not mark.hidden else None

    return replace(
        drawing,
        background=with_texts(drawing.background, written),
        content=with_texts(drawing.content, written),
    )


def with_texts(group: DrawnGroup, written: Callable[[TextMark], Node | None]) -> DrawnGroup:
    """Return a group with what is made of each text in it; nothing takes the place of None."""
    children: list[Node] = []
    for child in group.children:
        made: Node | None = child
        if isinstance(child, DrawnGroup):
            made = with_texts(child, written)
        elif isinstance(child, TextMark):
            made = written(child)
        if made is not None:
            children.append(made)
    if len(children) == len(group.children) and all(map(is_, children, group.children)):
        return group
    return replace(group, children=tuple(children))
