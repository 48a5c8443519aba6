"""A slide layout and its master -> a `Layout`: slots with roles, what is drawn, the background."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Final

from deckgen.colors import Color
from deckgen.geometry import Rect, Size
from deckgen.opc.package import Package
from deckgen.opc.xml import Element, child, flag, qn, root_of
from deckgen.records import Struct, field, replace
from deckgen.template.background import Painter
from deckgen.template.clearing import beside_drawn, cleared
from deckgen.template.drawing import Drawing, Drawn, Sheet, read_drawing
from deckgen.template.growing import grown
from deckgen.template.looks import Looks
from deckgen.template.masters import Master
from deckgen.template.mixer import Mixer
from deckgen.template.model import FURNITURE, Layout, Panel, Remapped, Role, Slot
from deckgen.template.palette import DEFAULT_MAP
from deckgen.template.purposes import COVERS, hinted
from deckgen.template.roles import assign_roles
from deckgen.template.seating import ruled, seated
from deckgen.template.shapes import TemplateShape, walk
from deckgen.template.slots import SlotReader
from deckgen.template.styles import StyleResolver
from deckgen.template.tables import TableStyle

Boxes = tuple[Rect, ...]

_CONTENT: Final = frozenset(Role) - {*FURNITURE, Role.ORDINAL, Role.OTHER}
_FIELD: Final = qn("a:fld")
_PANEL: Final = 0.5
"""The share of a slot from which a shape is what the slot stands on, not an obstacle to it."""


class LayoutReader(Struct, frozen=True):
    """Reads the layouts under one master; remembers what the master draws under all of them.

    `uses` counts the template's own slides by the parts of their layouts. `looks` is what is known
    of pictures that were decoded, for all masters: only so many are.
    """

    package: Package
    master: Master
    slide_size: Size
    uses: Mapping[str, int]
    tables: TableStyle
    looks: Looks
    _masters_drawing: dict[bool, Drawing] = field(default_factory=dict)

    def read(self, name: str) -> Layout:
        """Return the layout in a part."""
        part = self.package.parts[name]
        element = root_of(part, "p:sldLayout")
        shapes = tuple(walk(child(element, "p:cSld", "p:spTree")))
        override = child(element, "p:clrMapOvr", "a:overrideClrMapping")
        resolver = self._resolver(override)
        kind = element.get("type")
        slots = SlotReader(self.master, resolver, self.slide_size).slots(shapes)
        title = _name(element, kind, name)
        is_cover = not COVERS.isdisjoint(hinted(title))
        slots = assign_roles(slots, kind, self.slide_size, is_cover=is_cover)
        mixer = Mixer(resolver.palette, self.looks)
        themed = self.package.parts.get(self.master.part.target("theme") or "")
        painter = Painter(self.master.theme, themed, resolver.palette, mixer)
        drawing = self._drawing(Sheet(element, part, shapes), painter)
        painter = replace(painter, below=drawing.background)
        slots = tuple(self._placed(slot, drawing.items) for slot in slots)
        obstacles = _obstacles(drawing.items, slots)
        return Layout(
            name=title,
            part=name,
            type=kind,
            master=self.master.index,
            slots=tuple(self._settled(slots, drawing.items, obstacles, painter)),
            background=drawing.background or resolver.palette.named("bg1"),
            decoration=obstacles,
            uses=self.uses.get(name, 0),
            panels=tuple(_panel(item, painter) for item in drawing.items),
            remapped=None if override is None else self._remapped(override, resolver),
            paint=drawing.paint,
            numbered=any(item.shape and _shows_number(item.shape) for item in drawing.items),
            alone=flag(element, "showMasterSp") is False,
        )

    def _placed(self, slot: Slot, items: tuple[Drawn, ...]) -> Slot:
        """Return a slot on what is drawn for it, and beside what is drawn for itself."""
        shown = _uncovered(items)
        return beside_drawn(ruled(seated(slot, items), shown), shown, self.slide_size)

    def _settled(
        self, slots: tuple[Slot, ...], items: tuple[Drawn, ...], drawn: Boxes, painter: Painter
    ) -> Iterator[Slot]:
        """Return the slots as they may be filled: clear of what is drawn, and grown if they do."""
        for slot in slots:
            others = (other.box for other in slots if other is not slot)
            near = (*drawn, *_bars(slot, slots, items))
            clear = cleared(_on_panel(slot, items, painter), near)
            yield grown(clear, (*others, *drawn), self.slide_size)

    def _resolver(self, override: Element | None) -> StyleResolver:
        if override is None:
            return self.master.resolver
        return StyleResolver(self.master.palette.mapped(override), self.master.fonts)

    def _remapped(self, override: Element, resolver: StyleResolver) -> Remapped:
        master = self.master
        base = SlotReader(master, resolver, self.slide_size).base()
        return Remapped(_color_map(override), master.described(self.tables, resolver), base)

    def _drawing(self, sheet: Sheet, painter: Painter) -> Drawing:
        """Return what a layout shows: what it draws on top of what its master draws."""
        with_shapes = flag(sheet.element, "showMasterSp") is not False
        if painter.palette is not self.master.palette:
            return read_drawing(sheet, painter, self.slide_size, self._below(painter, with_shapes))
        below = self._masters_drawing.get(with_shapes)
        if below is None:
            below = self._masters_drawing[with_shapes] = self._below(painter, with_shapes)
        return read_drawing(sheet, painter, self.slide_size, below)

    def _below(self, painter: Painter, with_shapes: bool) -> Drawing:
        master = self.master
        sheet = Sheet(master.element, master.part, master.shapes if with_shapes else ())
        return read_drawing(sheet, painter, self.slide_size, Drawing())


def _bars(slot: Slot, slots: tuple[Slot, ...], items: tuple[Drawn, ...]) -> Iterator[Rect]:
    """Yield what titles stand on and a body does not, but for its edge."""
    if slot.role is not Role.BODY:
        return
    titles = [other.box for other in slots if other.role is Role.TITLE]
    for item in items:
        carries = any(item.carries(box, box.area * _PANEL) for box in titles)
        if carries and not item.is_ground and not item.carries(slot.box, slot.box.area * _PANEL):
            yield item.box


def _uncovered(items: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """Return what is drawn on top of the last thing that takes up most of the slide."""
    last = max((at for at, item in enumerate(items) if item.is_ground), default=-1)
    return items[last + 1 :]


def _shows_number(shape: TemplateShape) -> bool:
    """Tell whether a shape has the number of the slide in its text."""
    body = shape.text_body
    fields = () if body is None else body.iter(_FIELD)
    return any(field.get("type") == "slidenum" for field in fields)


def _color_map(override: Element) -> tuple[tuple[str, str], ...]:
    given = {str(name): str(value) for name, value in override.attrib.items()}
    return tuple((name, given.get(name, value)) for name, value in DEFAULT_MAP.items())


def _name(element: Element, kind: str | None, part: str) -> str:
    content = child(element, "p:cSld")
    name = "" if content is None else " ".join(content.get("name", "").split())
    return name or kind or posixpath.basename(part).removesuffix(".xml")


def _on_panel(slot: Slot, items: tuple[Drawn, ...], painter: Painter) -> Slot:
    """Return the slot with the colour of the topmost thing on which it stands, if it does."""
    if slot.background is not None:
        return slot
    least = slot.box.area * _PANEL
    for item in reversed(items):
        if not item.is_ground and item.carries(slot.box, least):
            color = _color(item, painter)
            if color is not None:
                return replace(slot, background=color)
    return slot


def _color(item: Drawn, painter: Painter) -> Color | None:
    """Return the colour that a drawn thing has, a picture's being its average."""
    if item.panel is not None or item.shape is None:
        return None if item.panel is None else item.panel.color
    return painter.shape(item.shape, item.part)


def _panel(item: Drawn, painter: Painter) -> Panel:
    """Return a drawn thing as a panel; pictures are seldom plain enough to have one colour."""
    if item.panel is not None or item.shape is None:
        return item.panel or Panel(item.box, None)
    color = None if item.shape.kind == "pic" else painter.shape(item.shape, item.part)
    return Panel(item.box, color, painter.mixer.shape(item.shape, item.part, item.box))


def _obstacles(items: tuple[Drawn, ...], slots: tuple[Slot, ...]) -> Boxes:
    """Return the boxes of what is drawn less those on which a slot for content stands."""
    stages = [(slot.box, slot.box.area * _PANEL) for slot in slots if slot.role in _CONTENT]
    return tuple(
        item.box
        for item in items
        if not item.is_ground and not any(item.carries(box, least) for box, least in stages)
    )
