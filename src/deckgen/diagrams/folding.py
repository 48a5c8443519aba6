"""Where things stand in layers -> the same folded: the layers in several rows, or columns.

What leads on and on would be long and small, while most of the page stays empty. Rows turn, as an
ox ploughs: the second leads back below the first, so that edges from one to the next are short.
Columns all lead down, as text does. It is folded where few edges have to lead across.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from deckgen.diagrams.grid import longest, on_a_grid
from deckgen.diagrams.layers import NodeBox, around
from deckgen.diagrams.model import Direction
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST: Final = 3
"""So many layers are worth folding."""
_MOST_LAYERS: Final = 40
"""More are not folded: there would be too many ways to do it."""
MOST_ACROSS: Final = 3
"""So many edges may lead from one row to others; with more, rows are hard to follow."""
_FEWEST: Final = 2
"""So many layers a row has at the least, where there are enough: one alone looks left over."""
_ACROSS: Final = 0.12
"""What a further edge that leads across costs, as a share of the length of a row."""
_FULLER: Final = 0.02
"""What each layer costs that a row has more than the row before it, likewise."""

_BACK: Final = {
    Direction.DOWN: Direction.UP,
    Direction.UP: Direction.DOWN,
    Direction.RIGHT: Direction.LEFT,
    Direction.LEFT: Direction.RIGHT,
}


class Folded(Struct, frozen=True):
    """Where things stand, and in which row each of them; all are in the first if not told."""

    spots: Mapping[str, NodeBox]
    rows: Mapping[str, int] = field(default_factory=dict)

    def direction(self, source: str, target: str, direction: Direction) -> Direction:
        """Return where an edge leads in a graph that leads in a direction before it is folded."""
        first, last = self.rows.get(source, 0), self.rows.get(target, 0)
        if first != last:
            on = Direction.RIGHT if direction.is_upright else Direction.DOWN
            return on if first < last else _BACK[on]
        return _BACK[direction] if first % 2 and not direction.is_upright else direction


def folded(  # noqa: PLR0913
    spots: Mapping[str, NodeBox],
    edges: Sequence[tuple[str, str]],
    direction: Direction,
    rows: int,
    between: float,
    most_across: int = MOST_ACROSS,
) -> Folded:
    """Return spots in so many rows, which are `between` apart; as they are where none serves.

    At most so many edges lead across.
    """
    flowing = {name: _along(spot, direction) for name, spot in spots.items()}
    layers = _layers(flowing)
    if rows < 2 or not max(LEAST, rows) <= len(layers) <= _MOST_LAYERS:
        return Folded(spots)
    turns = not direction.is_upright
    cuts = _cuts(layers, flowing, edges, rows, most_across, turns=turns)
    if cuts is None:
        return Folded(spots)
    parts = _divided(layers, cuts)
    flowing = on_a_grid(parts, flowing, turns=turns)
    placed = _columns(parts, flowing, between)
    if not direction.is_upright:
        placed = _rows(parts, flowing, between)
    numbers = {name: number for number, part in enumerate(parts) for row in part for name in row}
    return Folded(_back(placed, direction), numbers)


def _along(spot: NodeBox, direction: Direction) -> NodeBox:
    """Return a box as it is where edges lead right; `_back` is what undoes it."""
    match direction:
        case Direction.RIGHT:
            return spot
        case Direction.LEFT:
            return NodeBox(-spot.right, spot.y, spot.width, spot.height)
        case Direction.DOWN:
            return NodeBox(spot.y, spot.x, spot.height, spot.width)
        case Direction.UP:
            return NodeBox(-spot.bottom, spot.x, spot.height, spot.width)


def _back(spots: Mapping[str, NodeBox], direction: Direction) -> dict[str, NodeBox]:
    found = {}
    for name, spot in spots.items():
        turned = spot
        if direction in (Direction.LEFT, Direction.UP):
            turned = NodeBox(-spot.right, spot.y, spot.width, spot.height)
        if direction.is_upright:
            turned = NodeBox(turned.y, turned.x, turned.height, turned.width)
        found[name] = turned
    whole = around(found.values())
    return {name: spot.moved(-whole.x, -whole.y) for name, spot in found.items()}


def _layers(spots: Mapping[str, NodeBox]) -> list[list[str]]:
    """Return what stands beside one another, layer by layer."""
    layers: list[list[str]] = []
    end = 0.0
    for name in sorted(spots, key=lambda each: spots[each].x):
        if not layers or spots[name].x >= end:
            layers.append([])
            end = spots[name].right
        layers[-1].append(name)
        end = max(end, spots[name].right)
    return layers


def _divided(layers: Sequence[Sequence[str]], cuts: Sequence[int]) -> list[Sequence[Sequence[str]]]:
    """Return the layers of each row."""
    return [layers[a:b] for a, b in pairwise((0, *cuts, len(layers)))]


def _cuts(  # noqa: PLR0913
    layers: Sequence[Sequence[str]],
    spots: Mapping[str, NodeBox],
    edges: Sequence[tuple[str, str]],
    rows: int,
    most_across: int,
    *,
    turns: bool,
) -> tuple[int, ...] | None:
    """Return before which layers rows start: they are short, and few edges lead across."""
    number = {name: index for index, layer in enumerate(layers) for name in layer}
    across = [0] * (len(layers) + 1)
    for a, b in edges:
        low, high = sorted((number[a], number[b]))
        for cut in range(low + 1, high + 1):
            across[cut] += 1
    serving = [cut for cut in range(1, len(layers)) if across[cut] <= most_across]

    def cost(cuts: tuple[int, ...]) -> float:
        parts = _divided(layers, cuts)
        long = longest(parts, on_a_grid(parts, spots, turns=turns))
        fuller = sum(max(0, len(b) - len(a)) for a, b in pairwise(parts))
        led = sum(across[cut] - 1 for cut in cuts)
        return long * (1 + _ACROSS * led + _FULLER * fuller)

    def is_full(cuts: tuple[int, ...]) -> bool:
        return min(map(len, _divided(layers, cuts))) >= min(_FEWEST, len(layers) // rows)

    return min(filter(is_full, combinations(serving, rows - 1)), key=cost, default=None)


def _columns(
    parts: Sequence[Sequence[Sequence[str]]], spots: Mapping[str, NodeBox], between: float
) -> dict[str, NodeBox]:
    """Return parts beside one another, all of which lead the same way."""
    found: dict[str, NodeBox] = {}
    beside = 0.0
    for part in parts:
        own = {name: spots[name] for layer in part for name in layer}
        whole = around(own.values())
        found |= {name: spot.moved(-whole.x, beside - whole.y) for name, spot in own.items()}
        beside += whole.height + between
    return found


def _rows(
    parts: Sequence[Sequence[Sequence[str]]], spots: Mapping[str, NodeBox], between: float
) -> dict[str, NodeBox]:
    """Return parts below one another, each second of which leads back from where one ended."""
    found: dict[str, NodeBox] = {}
    below = turn = 0.0
    for number, part in enumerate(parts):
        own = {name: spots[name] for layer in part for name in layer}
        if number % 2:
            own = {
                name: NodeBox(-spot.right, spot.y, spot.width, spot.height)
                for name, spot in own.items()
            }
        first = around([own[name] for name in part[0]])
        whole = around(own.values())
        across = turn - first.middle[0] if number else 0.0
        own = {name: spot.moved(across, below - whole.y) for name, spot in own.items()}
        turn = around([own[name] for name in part[-1]]).middle[0]
        below += whole.height + between
        found |= own
    return found
