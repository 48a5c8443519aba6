"""Nodes of known sizes and what hangs on each -> where they stand as a tree, and its edges.

Each node stands in the middle above what hangs on it, and subtrees stand as near to one another as
their outlines allow (Reingold and Tilford 1981). All is told for a tree whose root is on top; it is
turned for others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.diagrams.courses import BOTTOM, LEFT, RIGHT, TOP, Way
from deckgen.diagrams.layers import Footprint, NodeBox, NodeSpacing
from deckgen.diagrams.model import Direction
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BELOW: Final = 0.45
"""The space between leaves one below the other, as a share of that beside nodes."""
_INDENT: Final = 0.9
"""How far these stand right of the line that joins them, as a share of it."""
_OFF_LINES: Final = 0.4
"""How much nearer than a node that line may come to what stands left of it, as a share of it."""
_FEWEST_HANGING: Final = 2
_TURNS: Final = {
    Direction.DOWN: (BOTTOM, TOP, LEFT, RIGHT),
    Direction.UP: (TOP, BOTTOM, LEFT, RIGHT),
    Direction.RIGHT: (RIGHT, LEFT, TOP, BOTTOM),
    Direction.LEFT: (LEFT, RIGHT, TOP, BOTTOM),
}
"""The sides below, above, left and right of a tree that grows down, once it is turned."""


class Tree(Struct, frozen=True):
    """Where nodes stand, and the way from each node's parent to it."""

    nodes: Mapping[str, NodeBox]
    ways: Mapping[str, Way]

    def moved(self, x: float, y: float) -> Tree:
        """Return the tree so much further right and down."""
        nodes = {name: spot.moved(x, y) for name, spot in self.nodes.items()}
        ways = {
            name: replace(way, points=tuple((a + x, b + y) for a, b in way.points))
            for name, way in self.ways.items()
        }
        return Tree(nodes, ways)


def tidy(  # noqa: PLR0913
    root: str,
    children: Mapping[str, Sequence[str]],
    sizes: Mapping[str, Footprint],
    spacing: NodeSpacing,
    direction: Direction,
    *,
    hanging: bool = False,
) -> Tree:
    """Return a tree. With `hanging`, what are all leaves below a node stand in a column."""
    upright = direction.is_upright
    if not upright:
        sizes = {name: Footprint(size.height, size.width) for name, size in sizes.items()}
    beside = {node: each for each in children.values() for node in each}
    growing = _Growing(children, beside, sizes, spacing, hanging)
    growing.measure(root, 0)
    nodes = growing.placed(root, 0)
    ways = {
        child: growing.way(parent, child, nodes)
        for parent in nodes
        for child in children.get(parent, ())
    }
    return _turned(Tree(nodes, ways), direction)


def beside_root(one: Tree, other: Tree, root: str) -> Tree:
    """Return two trees with the same root as one."""
    at, there = one.nodes[root], other.nodes[root]
    moved = other.moved(at.x - there.x, at.y - there.y)
    return Tree({**moved.nodes, **one.nodes}, {**one.ways, **moved.ways})


class _Growing(Struct):
    """Places the nodes of a tree; x is told from the middle of the node that is placed."""

    children: Mapping[str, Sequence[str]]
    beside: Mapping[str, Sequence[str]]
    sizes: Mapping[str, Footprint]
    spacing: NodeSpacing
    hanging: bool
    rows: list[float] = []  # noqa: RUF012 - msgspec makes one for each

    def measure(self, node: str, depth: int) -> None:
        """Find out how high each row is."""
        while len(self.rows) <= depth:
            self.rows.append(0.0)
        self.rows[depth] = max(self.rows[depth], self.sizes[node].height)
        if not self.hangs(node):
            for child in self.children.get(node, ()):
                self.measure(child, depth + 1)

    def hangs(self, node: str) -> bool:
        """Tell whether what is below a node stands in a column.

        So does one that is alone below its node, where others beside that node stand in columns.
        """
        if not self.hanging or not self.has_leaves(node):
            return False
        beside = self.beside.get(node, (node,))
        return any(
            self.has_leaves(each) and len(self.children[each]) >= _FEWEST_HANGING for each in beside
        )

    def has_leaves(self, node: str) -> bool:
        """Tell whether there are nodes below a node, and none below these."""
        below = self.children.get(node, ())
        return bool(below) and not any(self.children.get(child) for child in below)

    def top(self, depth: int) -> float:
        return sum(self.rows[:depth]) + depth * self.spacing.between

    def placed(self, node: str, depth: int) -> dict[str, NodeBox]:
        """Return a node in the middle, and what is below it."""
        size, below = self.sizes[node], self.children.get(node, ())
        top = self.top(depth)
        own = NodeBox(-size.width / 2, top, size.width, size.height)
        if self.hangs(node):
            return {node: own, **self.column(below, own.bottom)}
        found: dict[str, NodeBox] = {}
        middles: list[float] = []
        for child in below:
            new = self.placed(child, depth + 1)
            shift = self.shift(found, new, has_column=self.hangs(child))
            middles.append(shift)
            found |= {name: spot.moved(shift, 0.0) for name, spot in new.items()}
        middle = (middles[0] + middles[-1]) / 2 if middles else 0.0
        return {node: own, **{name: spot.moved(-middle, 0.0) for name, spot in found.items()}}

    def column(self, leaves: Sequence[str], top: float) -> dict[str, NodeBox]:
        found: dict[str, NodeBox] = {}
        y, gap = top, self.spacing.beside * _BELOW
        for leaf in leaves:
            size = self.sizes[leaf]
            y += gap
            found[leaf] = NodeBox(self.spacing.beside * _INDENT, y, size.width, size.height)
            y += size.height
        return found

    def shift(
        self, placed: Mapping[str, NodeBox], new: Mapping[str, NodeBox], *, has_column: bool
    ) -> float:
        """Return how far to the right a further subtree stands; the line of a column keeps off."""
        near = self.spacing.beside
        line = near * _OFF_LINES if has_column else float("inf")
        return max(
            (
                one.right + near - min(other.x, line)
                for one in placed.values()
                for other in new.values()
                if one.y < other.bottom + near * _BELOW and other.y < one.bottom + near * _BELOW
            ),
            default=0.0,
        )

    def way(self, parent: str, child: str, nodes: Mapping[str, NodeBox]) -> Way:
        """Return the way from a node to one below it: all of a node's turn at the same height."""
        one, other = nodes[parent], nodes[child]
        x, y = one.middle[0], one.bottom
        if self.hangs(parent):
            middle = other.middle[1]
            return Way(((x, y), (x, middle), (other.x, middle)), BOTTOM, LEFT)
        end = (other.middle[0], other.y)
        if abs(end[0] - x) < 1.0:
            return Way(((x, y), end), BOTTOM, TOP)
        turn = end[1] - self.spacing.between / 2
        return Way(((x, y), (x, turn), (end[0], turn), end), BOTTOM, TOP)


def _turned(tree: Tree, direction: Direction) -> Tree:
    below, above, left, right = _TURNS[direction]
    sides = {BOTTOM: below, TOP: above, LEFT: left, RIGHT: right}

    def turned(point: tuple[float, float]) -> tuple[float, float]:
        x, y = point
        y = -y if direction in {Direction.UP, Direction.LEFT} else y
        return (x, y) if direction.is_upright else (y, x)

    nodes = {}
    for name, spot in tree.nodes.items():
        (ax, ay), (bx, by) = turned((spot.x, spot.y)), turned((spot.right, spot.bottom))
        nodes[name] = NodeBox(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))
    ways = {
        name: Way(tuple(map(turned, way.points)), sides[way.start], sides[way.stop])
        for name, way in tree.ways.items()
    }
    return Tree(nodes, ways)


def branches(
    root: str, children: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what hangs on a root in two halves that are about as large, in its order."""

    def leaves(node: str) -> int:
        return max(1, sum(map(leaves, children.get(node, ()))))

    below = tuple(children.get(root, ()))
    total, right, count = sum(map(leaves, below)), 0, 0
    for child in below:
        if count and (right + leaves(child) / 2) * 2 > total:
            break
        right += leaves(child)
        count += 1
    return below[:count], below[count:]


def below(edges: Sequence[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    """Return what hangs on each node."""
    found: dict[str, list[str]] = {}
    for source, target in edges:
        found.setdefault(source, []).append(target)
    return found
