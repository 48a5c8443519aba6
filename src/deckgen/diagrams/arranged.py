"""A graph with groups -> where all nodes and groups stand, each group around its own alone.

What is in a group is arranged by itself, and the group then is one of the things around it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.diagrams.folding import Folded, folded
from deckgen.diagrams.layers import Footprint, NodeBox, NodeSpacing, layered
from deckgen.diagrams.lining import one_by_one
from deckgen.diagrams.model import Direction
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.diagrams.model import Edge, Graph

_IN_LINE: Final = 0.7
"""The space between nodes in a line as a share of that between nodes of a layer."""


class Margins(Struct, frozen=True):
    """The space within a group: at its sides, and for its name at the top."""

    side: float
    heading: float


class Arrangement(Struct, frozen=True):
    """Where nodes and groups stand, how much room all take, and in which rows they are."""

    nodes: Mapping[str, NodeBox]
    groups: Mapping[str, NodeBox]
    size: Footprint
    rows: Folded

    def direction_of(self, edge: Edge, graph: Graph) -> Direction:
        """Return where an edge of a graph leads."""
        direction = graph.direction_of(edge)
        source, target = graph.child(edge.source, ""), graph.child(edge.target, "")
        if source is None or target is None or source == target:
            return direction
        return self.rows.direction(source, target, direction)


def arranged(
    graph: Graph,
    sizes: Mapping[str, Footprint],
    headings: Mapping[str, Footprint],
    spacing: NodeSpacing,
    margins: Margins,
) -> Arrangement:
    """Return where nodes of given sizes stand. `headings` are the sizes of the names of groups."""
    return _Arranging(graph, sizes, headings, spacing, margins).within("")


class _Arranging(Struct):
    graph: Graph
    sizes: Mapping[str, Footprint]
    headings: Mapping[str, Footprint]
    spacing: NodeSpacing
    margins: Margins

    def within(self, around: str) -> Arrangement:
        """Return what is in a group, arranged by itself."""
        inner = {
            group.id: self.within(group.id) for group in self.graph.groups if group.within == around
        }
        sizes = {name: self.boxed(name, found) for name, found in inner.items()}
        sizes |= {
            name: size for name, size in self.sizes.items() if self.graph.owner(name) == around
        }
        order = [node.id for node in self.graph.nodes if node.id in sizes]
        sizes = {name: sizes[name] for name in (*order, *inner)}
        edges = [
            (self.graph.child(edge.source, around), self.graph.child(edge.target, around))
            for edge in self.graph.edges
        ]
        led = [(a, b) for a, b in edges if a is not None and b is not None and a != b]
        steps = [*pairwise(one_by_one([*sizes], led))] if self.graph.is_lined(around) else led
        spots = layered(sizes, steps, self.spaced(around), self.graph.direction_within(around))
        spots = self.beside_words(spots, around) if around else spots
        rows = Folded(spots) if around else self.folded(spots, led)
        nodes = {name: spot for name, spot in rows.spots.items() if name not in inner}
        groups: dict[str, NodeBox] = {}
        for name, found in inner.items():
            spot = replace(rows.spots[name], height=self.height(name, found))
            groups[name] = spot
            x = spot.x + (spot.width - found.size.width) / 2
            y = spot.y + self.margins.heading + self.headings[name].height
            nodes |= {each: at.moved(x, y) for each, at in found.nodes.items()}
            groups |= {each: at.moved(x, y) for each, at in found.groups.items()}
        spare = self.spare_for_words(spots, around) if around else 0.0
        upright = self.graph.direction_within(around).is_upright
        width = max((spot.right for spot in rows.spots.values()), default=0.0) + spare * upright
        height = max((spot.bottom for spot in rows.spots.values()), default=0.0) + spare * (
            not upright
        )
        return Arrangement(nodes, groups, Footprint(width, height), rows)

    def folded(self, spots: Mapping[str, NodeBox], led: Sequence[tuple[str, str]]) -> Folded:
        """Return what is in no group in its rows, with room between them for words of edges."""
        words = max((size.height for size in self.spacing.words.values()), default=0.0)
        between = self.spacing.between + words
        rows, across = self.spacing.rows, self.spacing.across
        return folded(spots, led, self.graph.direction, rows, between, across)

    def beside_words(self, spots: dict[str, NodeBox], around: str) -> dict[str, NodeBox]:
        """Return what stands in a group, with room for the words of edges that go back."""
        spare = self.spare_for_words(spots, around)
        upright = self.graph.direction_within(around).is_upright
        return {
            name: spot.moved(spare * upright, spare * (not upright)) for name, spot in spots.items()
        }

    def spare_for_words(self, spots: Mapping[str, NodeBox], around: str) -> float:
        """Return the room at a side of a group for the words of edges that lead back in it."""
        direction = self.graph.direction_within(around)
        upright = direction.is_upright
        axis = 1 if upright else 0
        sign = -1.0 if direction in {Direction.UP, Direction.LEFT} else 1.0
        spare = 0.0
        for edge in self.graph.edges:
            size = self.spacing.words.get(edge.label)
            a, b = self.graph.child(edge.source, around), self.graph.child(edge.target, around)
            if size is None or a is None or b is None or a == b:
                continue
            if (spots[a].middle[axis] - spots[b].middle[axis]) * sign > 0:
                spare = max(spare, size.width if upright else size.height)
        return spare

    def spaced(self, around: str) -> NodeSpacing:
        """Return the spacing within a group, with what words need between what is in it."""
        named: dict[tuple[str, str], float] = {}
        for (source, target), room in self.spacing.named.items():
            a, b = self.graph.child(source, around), self.graph.child(target, around)
            if a is not None and b is not None and a != b:
                named[a, b] = max(room, named.get((a, b), 0.0))
        lined = self.graph.is_lined(around)
        between = self.spacing.beside * _IN_LINE if lined else self.spacing.between
        return replace(self.spacing, named=named, between=between)

    def boxed(self, name: str, found: Arrangement) -> Footprint:
        """Return the room of a group: around what is in it, and wide enough for its name.

        Where edges lead across, what is in it stands in the middle of the room's height, so that
        they lead straight to it.
        """
        heading = self.headings[name]
        wide = max(found.size.width, heading.width) + 2 * self.margins.side
        around = self.graph.owner(name)
        leads_across = not self.graph.direction_within(around).is_upright
        spare = heading.height + self.margins.heading - self.margins.side if leads_across else 0.0
        return Footprint(wide, self.height(name, found) + spare)

    def height(self, name: str, found: Arrangement) -> float:
        """Return how high a group is, with its name."""
        heading = self.headings[name].height + self.margins.heading
        return found.size.height + heading + self.margins.side
