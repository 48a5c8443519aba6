"""A slide layout and its master -> a `Layout`: slots with roles, what is drawn, the background."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Final

from deckgen.colors import Color
from deckgen.geometry import Rect, Size
from deckgen.opc.package import Package
from deckgen.opc.xml import Element, child, flag, parse
from deckgen.template.background import Painter
from deckgen.template.drawing import Sheet, read_drawing
from deckgen.template.masters import Master
from deckgen.template.model import Layout, Role, Slot
from deckgen.template.roles import assign_roles
from deckgen.template.shapes import walk
from deckgen.template.slots import SlotReader
from deckgen.template.styles import StyleResolver

_CONTENT: Final = frozenset(Role) - {Role.FOOTER, Role.DATE, Role.NUMBER, Role.OTHER}
_PANEL: Final = 0.5
"""The share of a slot from which a shape is what the slot stands on, not an obstacle to it."""


@dataclass(frozen=True, slots=True)
class LayoutReader:
    """Reads the layouts under one master."""

    package: Package = field(repr=False)
    master: Master
    slide_size: Size

    def read(self, name: str) -> Layout:
        """Return the layout in a part."""
        part = self.package.parts[name]
        element = parse(part.data)
        shapes = tuple(walk(child(element, "p:cSld", "p:spTree")))
        resolver = self._resolver(child(element, "p:clrMapOvr", "a:overrideClrMapping"))
        slots = SlotReader(self.master, resolver, self.slide_size).slots(shapes)
        kind = element.get("type")
        slots = assign_roles(slots, kind, self.slide_size)
        sheet = Sheet(element, part, shapes)
        painter = Painter(self.package, self.master.theme, resolver.palette)
        drawing = read_drawing((self._master_sheet(element), sheet), painter, self.slide_size)
        return Layout(
            name=_name(element, kind, name),
            part=name,
            type=kind,
            master=self.master.index,
            slots=slots,
            background=_known(drawing.background, painter),
            decoration=_obstacles(drawing.boxes, slots),
        )

    def _resolver(self, override: Element | None) -> StyleResolver:
        if override is None:
            return self.master.resolver
        return StyleResolver(self.master.palette.mapped(override), self.master.fonts)

    def _master_sheet(self, layout: Element) -> Sheet:
        """Return the master as a layout shows it, which may be without what the master draws."""
        shapes = () if flag(layout, "showMasterSp") is False else self.master.shapes
        return Sheet(self.master.element, self.master.part, shapes)


def _name(element: Element, kind: str | None, part: str) -> str:
    content = child(element, "p:cSld")
    name = "" if content is None else " ".join(content.get("name", "").split())
    return name or kind or posixpath.basename(part).removesuffix(".xml")


def _known(color: Color | None, painter: Painter) -> Color:
    return color or painter.palette.named("bg1")


def _obstacles(boxes: tuple[Rect, ...], slots: tuple[Slot, ...]) -> tuple[Rect, ...]:
    """Return the boxes less those on which a slot for content stands."""
    stages = [slot.box for slot in slots if slot.role in _CONTENT]
    return tuple(
        box
        for box in boxes
        if not any(box.intersection(stage).area >= stage.area * _PANEL for stage in stages)
    )
