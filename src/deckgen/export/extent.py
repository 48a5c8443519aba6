"""Parts of a drawing -> the boxes that they take on the page."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final, assert_never

from deckgen.draw.model import (
    ClosePath,
    CurveTo,
    DrawnGroup,
    ImageMark,
    LineTo,
    Matrix,
    MoveTo,
    PathMark,
    Segment,
    TextMark,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.draw.model import Node

Extent = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_ASCENT: Final = 0.88
_DESCENT: Final = 0.24
"""How far text is taken to reach above and below its line, in em."""


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the map that does the inner one and then the outer one."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        *(a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j),
        *(a * k + c * m + e, b * k + d * m + f),
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a map leads a point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def points(segments: Iterable[Segment]) -> Iterator[tuple[float, float]]:
    """Yield the points that an outline lies between."""
    for segment in segments:
        match segment:
            case MoveTo() | LineTo():
                yield segment.x, segment.y
            case CurveTo():
                yield segment.x1, segment.y1
                yield segment.x2, segment.y2
                yield segment.x, segment.y
            case ClosePath():
                pass
            case _:
                assert_never(segment)


def united(first: Extent, second: Extent) -> Extent:
    """Return the box that holds two others."""
    return (
        *(min(first[0], second[0]), min(first[1], second[1])),
        *(max(first[2], second[2]), max(first[3], second[3])),
    )


def extent_of(node: Node, matrix: Matrix) -> Extent | None:
    """Return the box that what is drawn takes, None for nothing."""
    if isinstance(node, DrawnGroup):
        inner = times(matrix, node.matrix)
        found = [extent for child in node.children if (extent := extent_of(child, inner))]
        return reduce(united, found) if found else None
    corners = [moved(matrix, x, y) for x, y in _corners(node)]
    if not corners:
        return None
    across, down = [x for x, _ in corners], [y for _, y in corners]
    return min(across), min(down), max(across), max(down)


def _corners(mark: PathMark | TextMark | ImageMark) -> list[tuple[float, float]]:
    match mark:
        case PathMark():
            return list(points(mark.segments))
        case TextMark():
            top, bottom = mark.baseline - mark.size * _ASCENT, mark.baseline + mark.size * _DESCENT
            left, right = mark.x, mark.x + mark.width
        case ImageMark():
            left, top, width, height = mark.box
            right, bottom = left + width, top + height
        case _:
            assert_never(mark)
    return [(left, top), (right, top), (right, bottom), (left, bottom)]
