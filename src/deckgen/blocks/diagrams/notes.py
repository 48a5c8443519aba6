"""What is said of nodes -> where that stands: beside each, which keeps its place in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.diagrams.layers import Footprint, NodeBox

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckgen.blocks.diagrams.sizes import Lettering, Words
    from deckgen.diagrams.arranged import Arrangement
    from deckgen.diagrams.model import Graph, Node

_BESIDE_NOTE: Final = 1.2
"""The space between a node and what is said of it, in em."""


def noted(node: Node, lettering: Lettering) -> tuple[tuple[Words, Footprint], ...]:
    """Return the notes of a node, with how much room each takes."""
    notes = map(lettering.note, node.notes)
    return tuple((words, lettering.noted(words)) for words in notes)


def room_with(
    size: Footprint, notes: Sequence[tuple[Words, Footprint]], graph: Graph, em: float
) -> Footprint:
    """Return the room of a node with its notes, which stands in the middle of it."""
    gap = em * _BESIDE_NOTE
    across = graph.direction.is_upright
    extents = [note.width if across else note.height for _, note in notes]
    one, other = (sum(each + gap for each in extents[start::2]) for start in (0, 1))
    spare = 2 * max(one, other)
    highest = max(note.height if across else note.width for _, note in notes)
    if across:
        return Footprint(size.width + spare, max(size.height, highest))
    return Footprint(max(size.width, highest), size.height + spare)


def inner(
    placed: Arrangement, sizes: Mapping[str, Footprint], notes: Mapping[str, object]
) -> dict[str, NodeBox]:
    """Return where nodes stand in the middle of the room that they have with their notes."""
    found = {}
    for name in notes:
        (x, y), size = placed.nodes[name].middle, sizes[name]
        found[name] = NodeBox(x - size.width / 2, y - size.height / 2, size.width, size.height)
    return found


def beside(
    spot: NodeBox, notes: Sequence[tuple[Words, Footprint]], graph: Graph, em: float
) -> Iterator[tuple[Words, NodeBox]]:
    """Yield the notes of a node, at its sides by turns: right and left, or below and above."""
    gap = em * _BESIDE_NOTE
    ends = [spot.right, spot.x] if graph.direction.is_upright else [spot.bottom, spot.y]
    x, y = spot.middle
    for number, (words, size) in enumerate(notes):
        side, sign = number % 2, 1 - number % 2 * 2
        extent = size.width if graph.direction.is_upright else size.height
        start = ends[side] + gap if sign > 0 else ends[side] - gap - extent
        ends[side] += sign * (gap + extent)
        if graph.direction.is_upright:
            yield words, NodeBox(start, y - size.height / 2, size.width, size.height)
        else:
            yield words, NodeBox(x - size.width / 2, start, size.width, size.height)
