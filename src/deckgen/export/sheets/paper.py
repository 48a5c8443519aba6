"""Sheets of paper and the places on them for slides. Lengths are points."""

from __future__ import annotations

from typing import Final

from deckgen.draw.model import (
    DrawnGroup,
    LineTo,
    MoveTo,
    PageDrawing,
    PathMark,
    Pen,
    Solid,
    StructureType,
)
from deckgen.draw.outlines import rectangle
from deckgen.records import Struct

PAPERS: Final = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}
"""The sizes of sheets that stand upright (ISO 216; ANSI/ASME Y14.1)."""
MARGIN: Final = 42.0
"""What stays free at the edges: 15 mm, within which few printers print."""
GUTTER: Final = 20.0
"""The room between slides."""
FOOT: Final = 26.0
"""The room above the lower margin for what a sheet says of itself."""
_FRAME: Final = Pen(Solid("9AA0A6"), 0.5)
"""The line around a slide, as most are as white as the paper."""


class SheetPlace(Struct, frozen=True):
    """Where something stands on a sheet."""

    x: float
    y: float
    width: float
    height: float

    def fitted(self, width: float, height: float) -> SheetPlace:
        """Return the largest place within this one for what has such sides, in its middle."""
        scale = min(self.width / width, self.height / height)
        wide, high = width * scale, height * scale
        left, top = self.x + (self.width - wide) / 2, self.y + (self.height - high) / 2
        return SheetPlace(left, top, wide, high)


def sheet_of(
    width: float, height: float, parts: tuple[DrawnGroup, ...], title: str, language: str
) -> PageDrawing:
    """Return a sheet of white paper with what stands on it."""
    paper = PathMark(rectangle(0.0, 0.0, width, height), fill=Solid("FFFFFF"))
    return PageDrawing(
        width,
        height,
        DrawnGroup((paper,), StructureType.ARTIFACT),
        DrawnGroup(parts, StructureType.PART),
        title=title,
        language=language,
    )


def sheet_slide(drawing: PageDrawing, place: SheetPlace) -> DrawnGroup:
    """Return a slide as it stands on a sheet, in a thin frame."""
    scale = place.width / drawing.width
    whole = DrawnGroup(
        (drawing.background, drawing.content),
        StructureType.PART,
        matrix=(scale, 0.0, 0.0, scale, place.x, place.y),
        clip=rectangle(0.0, 0.0, drawing.width, drawing.height),
    )
    outline = rectangle(place.x, place.y, place.width, place.height)
    frame = DrawnGroup((PathMark(outline, pen=_FRAME),), StructureType.ARTIFACT)
    return DrawnGroup((whole, frame))


def rules(place: SheetPlace, apart: float) -> DrawnGroup:
    """Return lines to write on, so far apart."""
    pen = Pen(Solid("C4C7CC"), 0.5)
    count = int(place.height // apart)
    marks = tuple(
        PathMark((MoveTo(place.x, y), LineTo(place.x + place.width, y)), pen=pen)
        for y in (place.y + apart * (line + 1) for line in range(count))
    )
    return DrawnGroup(marks, StructureType.ARTIFACT)
