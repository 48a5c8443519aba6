"""A group that leads somewhere -> the annotation on the page that can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup, TextMark
from deckgen.export.extent import Extent, extent_of, times, united
from deckgen.export.pdf.objects import array, text
from deckgen.export.spoken import said_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.draw.model import Matrix
    from deckgen.export.pdf.objects import File, Object

_PRINTED: Final = 4
"""The flag of annotations that are printed (ISO 32000-1, table 165; PDF/UA-1 wants it set)."""


def link_annotation(group: DrawnGroup, matrix: Matrix, height: float, file: File) -> Object | None:
    """Add the annotation of a link to a file and return it; None where the link shows nothing.

    `matrix` leads from the group to the page, which is so high. An annotation that leads to
    another page of the file still lacks that.
    """
    whole = extent_of(group, matrix)
    if whole is None or group.link is None:
        return None
    lines = [_upwards(extent, height) for extent in _lines(group, matrix)] or [
        _upwards(whole, height)
    ]
    annotation = file.add(
        Type="/Annot",
        Subtype="/Link",
        Rect=array(*_upwards(whole, height)).decode(),
        QuadPoints=array(*(side for line in lines for side in _corners(line))).decode(),
        Border="[0 0 0]",
        F=_PRINTED,
        Contents=text(group.alt or group.link.address or said_by(group).strip() or "link"),
    )
    if group.link.address:
        annotation["A"] = b"<</S/URI/URI " + text(ascii_address(group.link.address)) + b">>"
    return annotation


def ascii_address(address: str) -> str:
    """Return an address with what is no plain letter written as browsers send it."""
    from urllib.parse import quote

    return quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def _lines(group: DrawnGroup, matrix: Matrix) -> list[Extent]:
    """Return the box of each line of text in a group."""
    found: list[tuple[float, Extent]] = []
    for mark, of in _texts(group, matrix):
        extent = extent_of(mark, of)
        if extent is None:
            continue
        if found and abs(found[-1][0] - mark.baseline) < mark.size / 2:
            found[-1] = found[-1][0], united(found[-1][1], extent)
        else:
            found.append((mark.baseline, extent))
    return [extent for _, extent in found]


def _texts(group: DrawnGroup, matrix: Matrix) -> Iterator[tuple[TextMark, Matrix]]:
    for child in group.children:
        if isinstance(child, TextMark):
            yield child, matrix
        elif isinstance(child, DrawnGroup):
            yield from _texts(child, times(matrix, child.matrix))


def _upwards(extent: Extent, height: float) -> Extent:
    """Return a box in the page's own space, where y goes up."""
    left, top, right, bottom = extent
    return left, height - bottom, right, height - top


def _corners(extent: Extent) -> tuple[float, ...]:
    left, bottom, right, top = extent
    return left, top, right, top, left, bottom, right, bottom
