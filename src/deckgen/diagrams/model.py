"""A diagram as a graph: what there is, what leads where, and what belongs together."""

from __future__ import annotations

from enum import Enum
from typing import Final

from deckgen.records import Struct


class Direction(Enum):
    """Where edges lead."""

    DOWN = "down"
    UP = "up"
    RIGHT = "right"
    LEFT = "left"

    @property
    def is_upright(self) -> bool:
        """Whether edges lead down or up."""
        return self in (Direction.DOWN, Direction.UP)


DIRECTIONS: Final = {
    "TB": Direction.DOWN,
    "TD": Direction.DOWN,
    "BT": Direction.UP,
    "LR": Direction.RIGHT,
    "RL": Direction.LEFT,
}
"""Directions as Mermaid writes them."""


class NodeOutline(Enum):
    """The outline of a node."""

    BOX = "box"
    ROUNDED = "rounded"
    STADIUM = "stadium"
    ROUTINE = "routine"
    STORE = "store"
    CIRCLE = "circle"
    DECISION = "decision"
    HEXAGON = "hexagon"
    SLANTED = "slanted"
    TRAPEZOID = "trapezoid"
    FLIPPED = "flipped"
    FLAG = "flag"
    START = "start"
    """A small filled circle without words: where a process starts."""
    END = "end"
    """The same with a ring: where it ends."""
    BAR = "bar"
    """A bar without words, where ways part or meet."""
    PLAIN = "plain"
    """Words alone."""


class EdgeLine(Enum):
    """How an edge is drawn."""

    SOLID = "solid"
    DOTTED = "dotted"
    THICK = "thick"
    HIDDEN = "hidden"
    """An edge that only keeps its ends apart."""


class Head(Enum):
    """What stands at an end of an edge."""

    NONE = "none"
    ARROW = "arrow"
    CIRCLE = "circle"
    CROSS = "cross"
    TRIANGLE = "triangle"
    """An open triangle: inherits."""
    DIAMOND = "diamond"
    """A filled diamond: is made of."""
    OPEN_DIAMOND = "open-diamond"
    """An open one: has."""


class Node(Struct, frozen=True):
    """A node: its words, one or more lines, and how it looks.

    `parts` are further compartments below the first, each of some lines: of a class, its
    attributes and methods.
    """

    id: str
    label: str
    outline: NodeOutline = NodeOutline.BOX
    tone: str = ""
    parts: tuple[tuple[str, ...], ...] = ()


class Edge(Struct, frozen=True):
    """What leads from one node to another."""

    source: str
    target: str
    label: str = ""
    line: EdgeLine = EdgeLine.SOLID
    head: Head = Head.ARROW
    tail: Head = Head.NONE


class Cluster(Struct, frozen=True):
    """Nodes, and other groups, that belong together: their ids. `within` is the group around it."""

    id: str
    label: str
    nodes: tuple[str, ...]
    within: str = ""


class Graph(Struct, frozen=True):
    """A graph; nodes and groups are in the order in which they are written."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Cluster, ...] = ()
    direction: Direction = Direction.DOWN


class DiagramError(Exception):
    """What of a diagram cannot be read, and where: the offset in what was written."""

    def __init__(self, message: str, offset: int, hint: str = "") -> None:
        """Take what is told of the mistake."""
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint
