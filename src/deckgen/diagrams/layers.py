"""Nodes of known sizes and edges -> where the nodes stand: in layers, one below the other.

Layers and the order in them are found by fast-sugiyama (Sugiyama, Tagawa and Toda 1981), which
knows no sizes. Nodes then stand as near to the middle of their neighbours as the order and the
space between them allow: the least sum of squares, found for a layer at a time.

Everything is told for edges that lead down; lengths are in any one unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fast_sugiyama import from_edges

from deckgen.diagrams.model import Direction
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_SWEEPS: Final = 16
"""How often layers are put right after their neighbours, down and up by turns."""
_PAST: Final = 0.5
"""The space that an edge has beside nodes that it leads past, as a share of that between nodes."""
_CLOSER: Final = 0.3
"""How much closer to its neighbours a node may come to stand right below another, as a share."""
_YIELDING: Final = 0.1
"""How much an edge pulls at a node that leads past a layer, as a share of what others pull."""


class Footprint(Struct, frozen=True):
    """How wide and high something is."""

    width: float
    height: float


class NodeBox(Struct, frozen=True):
    """A box: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where the box ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where the box ends below."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, x: float, y: float) -> NodeBox:
        """Return the box so much further right and down."""
        return NodeBox(self.x + x, self.y + y, self.width, self.height)


def around(boxes: Collection[NodeBox]) -> NodeBox:
    """Return the smallest box around others, of which there is one at least."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return NodeBox(left, top, right - left, bottom - top)


class NodeSpacing(Struct, frozen=True):
    """The least space between nodes of a layer, and between layers.

    `named` is what edges with words need between the layers that they join, by their ends; `words`
    has the size of these. Layers that are not within a group are folded into so many `rows`, with
    so many edges between two of them at the most (`across`).
    """

    beside: float
    between: float
    named: Mapping[tuple[str, str], float] = field(default_factory=dict)
    words: Mapping[str, Footprint] = field(default_factory=dict)
    rows: int = 1
    across: int = 1


def layered(
    sizes: Mapping[str, Footprint],
    edges: Sequence[tuple[str, str]],
    spacing: NodeSpacing,
    direction: Direction,
) -> dict[str, NodeBox]:
    """Return where nodes stand, all to the right of 0 and below it."""
    if not direction.is_upright:
        sizes = {name: Footprint(size.height, size.width) for name, size in sizes.items()}
    spots = _beside(_parts(sizes, edges, spacing), sizes, spacing)
    return _turned(spots, direction)


def _turned(spots: dict[str, NodeBox], direction: Direction) -> dict[str, NodeBox]:
    """Return spots that were told for edges that lead down as they are for others."""
    bottom = max((spot.bottom for spot in spots.values()), default=0.0)
    if direction in (Direction.UP, Direction.LEFT):
        spots = {
            name: NodeBox(spot.x, bottom - spot.bottom, spot.width, spot.height)
            for name, spot in spots.items()
        }
    if direction.is_upright:
        return spots
    return {name: NodeBox(spot.y, spot.x, spot.height, spot.width) for name, spot in spots.items()}


def _parts(
    sizes: Mapping[str, Footprint], edges: Sequence[tuple[str, str]], spacing: NodeSpacing
) -> Iterator[dict[str, NodeBox]]:
    """Yield the parts of a graph that no edge joins, each by itself, and lone nodes."""
    numbers = {name: number for number, name in enumerate(sizes)}
    names = [*sizes]
    led = acyclic([(numbers[a], numbers[b]) for a, b in edges if a != b])
    joined = {number for edge in led for number in edge}
    if led:
        layouts = from_edges(led, dummy_vertices=True, vertex_spacing=10, check_layout=False)
        for positions, _, _, split in layouts.to_list():
            at = [(int(number), (float(x), float(y))) for number, (x, y) in positions]
            steps = [(int(a), int(b)) for a, b in split or ()]
            yield _placed(_Layers(at, steps, names, sizes), spacing)
    for number, name in enumerate(names):
        if number not in joined:
            yield {name: NodeBox(0.0, 0.0, sizes[name].width, sizes[name].height)}


def acyclic(edges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return edges, each once, with those turned that lead back to where a walk came from.

    Walks start at nodes to which nothing leads, and else at those that are written first.
    """
    after: dict[int, list[int]] = {}
    for source, target in dict.fromkeys(edges):
        after.setdefault(source, []).append(target)
    led_to = {target for _, target in edges}
    state: dict[int, bool] = {}
    found: dict[tuple[int, int], None] = {}
    starts = [*(node for node in after if node not in led_to), *after]
    for start in starts:
        stack = [] if start in state else [(start, iter(after.get(start, ())))]
        state.setdefault(start, True)
        while stack:
            node, targets = stack[-1]
            target = next(targets, -1)
            if target < 0:
                state[node] = False
                stack.pop()
                continue
            found[(target, node) if state.get(target) else (node, target)] = None
            if target not in state:
                state[target] = True
                stack.append((target, iter(after.get(target, ()))))
    return [*found]


class _Layers:
    """The layers of one part: which nodes, and bends of edges, stand in which order."""

    def __init__(
        self,
        positions: Sequence[tuple[int, tuple[float, float]]],
        split: Sequence[tuple[int, int]],
        names: Sequence[str],
        sizes: Mapping[str, Footprint],
    ) -> None:
        ranks = sorted({y for _, (_, y) in positions}, reverse=True)
        rows: dict[float, list[tuple[float, int]]] = {y: [] for y in ranks}
        for number, (x, y) in positions:
            rows[y].append((x, number))
        self.rows = [[number for _, number in sorted(rows[y])] for y in ranks]
        if self._is_mirrored(len(names)):
            self.rows = [row[::-1] for row in self.rows]
        self.size = {
            number: sizes[names[number]] if number < len(names) else Footprint(0.0, 0.0)
            for row in self.rows
            for number in row
        }
        self.names = {number: names[number] for number in self.size if number < len(names)}
        self.near: dict[int, list[int]] = {number: [] for number in self.size}
        for a, b in split:
            self.near[a].append(b)
            self.near[b].append(a)

    def below(self, index: int, spacing: NodeSpacing) -> float:
        """Return the space below a layer: what edges with words need that lead to the next."""
        if index + 1 >= len(self.rows):
            return 0.0
        above = {self.names[each] for each in self.rows[index] if each in self.names}
        under = {self.names[each] for each in self.rows[index + 1] if each in self.names}
        return max(
            (
                room
                for (a, b), room in spacing.named.items()
                if (a in above and b in under) or (a in under and b in above)
            ),
            default=spacing.between,
        )

    def apart(self, one: int, other: int, spacing: NodeSpacing) -> float:
        """Return how far the middles of neighbours in a layer are apart at the least."""
        both = one in self.names and other in self.names
        beside = spacing.beside * (1.0 if both else _PAST)
        return (self.size[one].width + self.size[other].width) / 2 + beside

    def pull(self, one: int, other: int) -> float:
        """Return how much a neighbour counts: edges that pass layers give way to others."""
        return 1.0 if (one in self.names) is (other in self.names) else _YIELDING

    def _is_mirrored(self, count: int) -> bool:
        """Tell whether most neighbours stand the other way round than they are written."""
        pairs = [
            (a, b)
            for row in self.rows
            for a, b in pairwise([number for number in row if number < count])
        ]
        return sum(a > b for a, b in pairs) * 2 > len(pairs)


def _placed(layers: _Layers, spacing: NodeSpacing) -> dict[str, NodeBox]:
    centers = _centers(layers, spacing)
    spots: dict[str, NodeBox] = {}
    y = 0.0
    for index, row in enumerate(layers.rows):
        height = max(layers.size[number].height for number in row)
        for number in row:
            size = layers.size[number]
            if number in layers.names:
                top = y + (height - size.height) / 2
                left = centers[number] - size.width / 2
                spots[layers.names[number]] = NodeBox(left, top, size.width, size.height)
        y += height + layers.below(index, spacing)
    left = min(spot.x for spot in spots.values())
    return {name: spot.moved(-left, 0.0) for name, spot in spots.items()}


def _centers(layers: _Layers, spacing: NodeSpacing) -> dict[int, float]:
    """Return the middle of each node of all layers."""
    centers: dict[int, float] = {}
    for row in layers.rows:
        x = 0.0
        for number in row:
            width = layers.size[number].width
            centers[number] = x + width / 2
            x += width + spacing.beside
    rank = {number: index for index, row in enumerate(layers.rows) for number in row}
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        rows = layers.rows[1:] if down else layers.rows[-2::-1]
        for row in rows:
            wanted = []
            for number in row:
                step = -1 if down else 1
                near = [n for n in layers.near[number] if rank[n] == rank[number] + step]
                near = near or layers.near[number]
                pulls = [layers.pull(number, n) for n in near]
                pulled = sum(centers[n] * pull for n, pull in zip(near, pulls, strict=True))
                wanted.append(pulled / sum(pulls) if near else centers[number])
            weights = [1.0 if number in layers.names else _YIELDING for number in row]
            apart = [layers.apart(a, b, spacing) for a, b in pairwise(row)]
            centers.update(zip(row, _nearest(wanted, apart, weights), strict=True))
    _straighten(layers, centers, rank, spacing)
    return centers


def _straighten(
    layers: _Layers, centers: dict[int, float], rank: Mapping[int, int], spacing: NodeSpacing
) -> None:
    """Put nodes right below or above one that they nearly stand at, where there is room."""
    rows = [*enumerate(layers.rows)]
    for step, order in ((-1, rows[1:]), (1, rows[-2::-1])):
        for index, row in order:
            for place, number in enumerate(row):
                near = [
                    n
                    for n in layers.near[number]
                    if rank[n] == index + step and layers.pull(number, n) == 1.0
                ]
                if len(near) == 1:
                    _move(layers, centers, row, place, centers[near[0]], spacing)


def _move(  # noqa: PLR0913
    layers: _Layers,
    centers: dict[int, float],
    row: Sequence[int],
    place: int,
    wanted: float,
    spacing: NodeSpacing,
) -> None:
    """Put a node of a layer where it is wanted, if that is near and its neighbours leave room."""
    number, closer = row[place], spacing.beside * _CLOSER
    if abs(wanted - centers[number]) > spacing.beside:
        return
    before, after = row[place - 1] if place else None, row[place + 1 : place + 2]
    if before is not None:
        least = centers[before] + layers.apart(before, number, spacing) - closer
        if wanted < least:
            return
    if after:
        most = centers[after[0]] - layers.apart(number, after[0], spacing) + closer
        if wanted > most:
            return
    centers[number] = wanted


def _nearest(
    wanted: Sequence[float], apart: Sequence[float], weights: Sequence[float]
) -> list[float]:
    """Return positions that are in order and so far apart, as near to those wanted as can be.

    With the distances taken away that is isotonic regression: neighbours that are out of order
    share their mean (pool adjacent violators).
    """
    offsets = [0.0]
    for distance in apart:
        offsets.append(offsets[-1] + distance)
    pools: list[tuple[float, float, int]] = []
    for want, offset, weight in zip(wanted, offsets, weights, strict=True):
        mean, heavy, count = want - offset, weight, 1
        while pools and pools[-1][0] > mean:
            before, more, many = pools.pop()
            mean = (mean * heavy + before * more) / (heavy + more)
            heavy, count = heavy + more, count + many
        pools.append((mean, heavy, count))
    values = [mean for mean, _, count in pools for _ in range(count)]
    return [value + offset for value, offset in zip(values, offsets, strict=True)]


def _beside(
    parts: Iterator[dict[str, NodeBox]], sizes: Mapping[str, Footprint], spacing: NodeSpacing
) -> dict[str, NodeBox]:
    """Return parts side by side, in the order in which their first nodes are written."""
    order = {name: number for number, name in enumerate(sizes)}
    found: dict[str, NodeBox] = {}
    x = 0.0
    for part in sorted(parts, key=lambda part: min(order[name] for name in part)):
        found |= {name: spot.moved(x, 0.0) for name, spot in part.items()}
        x = max(spot.right for spot in found.values()) + spacing.beside * 2
    return found
