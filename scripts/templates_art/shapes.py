"""Vector figures -> the shapes of a slide, numbered as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from deckgen.geometry import Rect

from .markup import element
from .paint import NO_LINE

Turn = Literal[0, 90, 180, 270]
"""Degrees clockwise."""


class Drawn(Protocol):
    """Something that stands on a slide."""

    def markup(self, ids: Iterator[int]) -> str:
        """Return the shape's element, with the next ids for itself and its parts."""
        ...


@dataclass(frozen=True, slots=True)
class Figure:
    """A decorative shape without text: its geometry and fill as XML, turned within its box."""

    name: str
    box: Rect
    fill: str
    geometry: str
    turn: Turn = 0

    def markup(self, ids: Iterator[int]) -> str:
        """Return the `p:sp` element."""
        properties = (transform(self.box, turn=self.turn), self.geometry, self.fill, NO_LINE)
        return element("p:sp", None, naming("p:sp", ids, self.name), shape_properties(*properties))


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that are moved and copied as one."""

    name: str
    members: tuple[Figure, ...]

    def markup(self, ids: Iterator[int]) -> str:
        """Return the `p:grpSp` element."""
        box = self.members[0].box
        for member in self.members[1:]:
            box = box.union(member.box)
        return element(
            "p:grpSp",
            None,
            naming("p:grpSp", ids, self.name),
            element("p:grpSpPr", None, transform(box, child=box)),
            *(member.markup(ids) for member in self.members),
        )


def shape_properties(*properties: str) -> str:
    """Return the `p:spPr` of a shape."""
    return element("p:spPr", None, *properties)


def naming(tag: Literal["p:sp", "p:grpSp"], ids: Iterator[int], name: str) -> str:
    """Return the non-visual properties of a decorative shape."""
    inner = "p:cNvSpPr" if tag == "p:sp" else "p:cNvGrpSpPr"
    return element(
        "p:nvSpPr" if tag == "p:sp" else "p:nvGrpSpPr",
        None,
        element("p:cNvPr", {"id": next(ids), "name": name}),
        element(inner),
        element("p:nvPr", {"userDrawn": True}),
    )


def transform(box: Rect, *, turn: Turn = 0, child: Rect | None = None) -> str:
    """Return the `a:xfrm` of a box; a group's names the coordinates of its members too."""
    sides = [("a:off", "a:ext", box)] + ([("a:chOff", "a:chExt", child)] if child else [])
    places = [
        element(offset, {"x": place.x, "y": place.y})
        + element(extent, {"cx": place.width, "cy": place.height})
        for offset, extent, place in sides
    ]
    return element("a:xfrm", {"rot": turn * 60_000 or None}, *places)


def preset(name: str) -> str:
    """Return one of the preset geometries of DrawingML."""
    return element("a:prstGeom", {"prst": name}, element("a:avLst"))


def path(side: int, *steps: str) -> str:
    """Return a geometry of our own: one closed path in a square of a side."""
    drawn = element("a:path", {"w": side, "h": side}, *steps, element("a:close"))
    empty = [element(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    frame = element("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"})
    return element("a:custGeom", None, *empty, frame, element("a:pathLst", None, drawn))


def move(x: int, y: int) -> str:
    """Return the step that starts a path."""
    return element("a:moveTo", None, element("a:pt", {"x": x, "y": y}))


def to(x: int, y: int) -> str:
    """Return a straight step."""
    return element("a:lnTo", None, element("a:pt", {"x": x, "y": y}))


def arc(radius: int, start: int, sweep: int) -> str:
    """Return a step along a circle, from an angle over an angle, in degrees clockwise from east."""
    angles = {"stAng": start * 60_000, "swAng": sweep * 60_000}
    return element("a:arcTo", {"wR": radius, "hR": radius, **angles})
