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
    DOCUMENT = "document"
    TRIANGLE = "triangle"
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
    OPEN_ARROW = "open-arrow"
    """An arrow of two strokes: does not wait for an answer."""
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
    attributes and methods. `step` is the number of the statement that tells of it first, `link` an
    address that it leads to.
    """

    id: str
    label: str
    outline: NodeOutline = NodeOutline.BOX
    tone: str = ""
    parts: tuple[tuple[str, ...], ...] = ()
    step: int = 0
    link: str = ""
    notes: tuple[str, ...] = ()
    """What is said of it, beside it."""
    leads: bool = False
    """Whether its first line leads the others, and stands out from them."""


class Edge(Struct, frozen=True):
    """What leads from one node to another."""

    source: str
    target: str
    label: str = ""
    line: EdgeLine = EdgeLine.SOLID
    head: Head = Head.ARROW
    tail: Head = Head.NONE
    tone: str = ""
    step: int = 0
    counts: tuple[str, str] = ("", "")
    """How many there are of what it leads from and to, which stands at its ends."""


class Cluster(Struct, frozen=True):
    """Nodes, and other groups, that belong together: their ids. `within` is the group around it.

    Edges in it may lead another way than those around it. What is in one that is `lined` stands in
    a single line across the way that those around it lead.
    """

    id: str
    label: str
    nodes: tuple[str, ...]
    within: str = ""
    direction: Direction | None = None
    lined: bool = False


class Unshown(Struct, frozen=True):
    """What of a diagram is not shown, and where it is written: the offset in the text."""

    message: str
    offset: int


class GraphForm(Enum):
    """How a graph is arranged."""

    LAYERS = "layers"
    """Edges lead from layer to layer."""
    MIND_MAP = "mind-map"
    """A tree whose root stands in the middle, with branches at both sides."""
    CHART = "chart"
    """A tree whose root stands on top: an organisation."""


class Graph(Struct, frozen=True):
    """A graph; nodes and groups are in the order in which they are written.

    `steps` are where the statements start that tell of it, by their numbers.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    groups: tuple[Cluster, ...] = ()
    direction: Direction = Direction.DOWN
    form: GraphForm = GraphForm.LAYERS
    steps: tuple[int, ...] = ()
    unshown: tuple[Unshown, ...] = ()

    def owner(self, name: str) -> str:
        """Return the group that a node or a group stands in, nothing for none."""
        for group in self.groups:
            if group.id == name:
                return group.within
            if name in group.nodes:
                return group.id
        return ""

    def child(self, name: str, around: str) -> str | None:
        """Return what stands in a group and is or holds a node; None where it is elsewhere."""
        while (owner := self.owner(name)) != around:
            if not owner:
                return None
            name = owner
        return name

    def direction_within(self, around: str) -> Direction:
        """Return where edges in a group lead: as it says, unless others lead into or out of it."""
        group = next((group for group in self.groups if group.id == around), None)
        if group is None:
            return self.direction
        if group.lined:
            upright = self.direction_within(group.within).is_upright
            return Direction.RIGHT if upright else Direction.DOWN
        if group.direction is not None and not any(
            (self.child(edge.source, around) is None)
            is not (self.child(edge.target, around) is None)
            and around not in {edge.source, edge.target}
            for edge in self.edges
        ):
            return group.direction
        return self.direction_within(group.within)

    def is_lined(self, around: str) -> bool:
        """Return whether what is in a group stands in a single line."""
        return any(group.lined for group in self.groups if group.id == around)

    def direction_of(self, edge: Edge) -> Direction:
        """Return where an edge leads: as in the innermost group that has both of its ends."""
        around = self.owner(edge.source)
        while around and self.child(edge.target, around) is None:
            around = self.owner(around)
        return self.direction_within(around)


class DiagramError(Exception):
    """What of a diagram cannot be read, and where: the offset in what was written."""

    def __init__(self, message: str, offset: int, hint: str = "") -> None:
        """Take what is told of the mistake."""
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint
