"""Drawn text -> the words as they are read: marks of a line joined, lines parted by blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup, StructureType, TextMark
from deckgen.letters import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.draw.model import Node

_GAP: Final = 0.12
"""From this share of an em on a gap between marks is a blank."""


def is_apart(before: TextMark, after: TextMark) -> bool:
    """Tell whether there is a blank between two marks that follow one another."""
    if before.text[-1:].isspace() or after.text[:1].isspace():
        return False
    if abs(before.baseline - after.baseline) > before.size / 2:
        # lines of scripts without blanks go on as they are
        return not (is_east_asian(before.text[-1:]) and is_east_asian(after.text[:1]))
    return after.x - (before.x + before.width) > _GAP * before.size


def said_by(node: Node) -> str:
    """Return what a part of a drawing says; decoration says nothing."""
    said = ""
    before: TextMark | None = None
    for mark in _texts(node):
        if before is not None and is_apart(before, mark):
            said += " "
        said, before = said + mark.text, mark
    return said


def _texts(node: Node) -> Iterator[TextMark]:
    if isinstance(node, TextMark):
        if node.text:
            yield node
    elif isinstance(node, DrawnGroup) and node.use is not StructureType.ARTIFACT:
        for child in node.children:
            yield from _texts(child)
