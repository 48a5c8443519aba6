"""Items that are drawn rather than written: shapes, strokes, connectors, freeforms."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from deckgen.geometry import Point, Rect
from deckgen.presets import Geometry, Side, site_at
from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.content import Link
    from deckgen.source import Span
    from deckgen.units import Emu


class Dash(Enum):
    """How a line is broken; values as in `a:prstDash@val`."""

    SOLID = "solid"
    DASHED = "dash"
    DOTTED = "sysDot"


class Tip(Enum):
    """What a connector ends in; values as in `a:tailEnd@type`."""

    NONE = "none"
    ARROW = "triangle"
    OPEN = "arrow"
    DIAMOND = "diamond"
    DOT = "oval"


class Outline(Struct, frozen=True):
    """A line's colour and width, and how it is broken."""

    color: Color
    width: Emu
    dash: Dash = Dash.SOLID


class Shape(Struct, frozen=True):
    """A drawn shape without text: a panel, a bar, a dot. It is decoration to a screen reader.

    `adjust` is the share of its shorter side that its corners or its point take, where it is not
    the usual one.
    """

    box: Rect
    geometry: Geometry
    fill: Color | None
    outline: Outline | None
    name: str
    span: Span | None = None
    adjust: float | None = None


class Stroke(Struct, frozen=True):
    """A straight line across its box, from the top left corner to the bottom right."""

    box: Rect
    outline: Outline
    name: str
    span: Span | None = None


class Joint(Struct, frozen=True):
    """Where a connector is glued: a side of the shape that has a box, on the same page."""

    box: Rect
    side: Side
    geometry: Geometry = Geometry.RECTANGLE
    adjust: float | None = None

    @property
    def point(self) -> Point:
        """The point of the shape's outline."""
        return site_at(self.geometry, self.box, self.side, self.adjust)

    @property
    def site(self) -> int:
        """The index of the connection site."""
        return self.geometry.site(self.side)


class Connector(Struct, frozen=True):
    """A line that follows the shapes to which it is glued; it is decoration to a screen reader.

    A bent one leaves each shape at a right angle: with one bend where one end goes up or down and
    the other across, else with two. `turn` is the share of the way at which the latter turns.
    Where `corners` are told, four at the most, it turns there instead.
    """

    start: Joint
    end: Joint
    outline: Outline
    name: str
    bent: bool = False
    turn: float = 0.5
    corners: tuple[Point, ...] = ()
    head: Tip = Tip.ARROW
    tail: Tip = Tip.NONE
    span: Span | None = None

    @property
    def box(self) -> Rect:
        """The box between both ends."""
        one, other = self.start.point, self.end.point
        x, y = min(one.x, other.x), min(one.y, other.y)
        return Rect(x, y, max(one.x, other.x) - x, max(one.y, other.y) - y)


class Freeform(Struct, frozen=True):
    """A filled form of closed outlines, with words for what it shows.

    `grid` has as many units across and down as the box is wide and high; points are told in it.
    """

    box: Rect
    grid: tuple[int, int]
    outlines: tuple[tuple[tuple[int, int], ...], ...]
    fill: Color
    alt: str
    name: str
    link: Link | None = None
    span: Span | None = None


Drawn = Shape | Stroke | Connector | Freeform
