"""A layout's placeholders and its master -> slots with their boxes, body properties and styles."""

from __future__ import annotations

from typing import Final

from deckgen.colors import Color
from deckgen.geometry import Rect, Size
from deckgen.opc.xml import child
from deckgen.records import Struct
from deckgen.template.bodies import body_properties
from deckgen.template.masters import Master, kind_of
from deckgen.template.model import Placeholder, Role, Slot
from deckgen.template.palette import fill_of
from deckgen.template.shapes import Shape
from deckgen.template.styles import StyleResolver, inherit
from deckgen.units import ZERO

_ROLES: Final = {
    "title": Role.TITLE,
    "ctrTitle": Role.TITLE,
    "subTitle": Role.SUBTITLE,
    "body": Role.BODY,
    "obj": Role.BODY,
    "pic": Role.PICTURE,
    "clipArt": Role.PICTURE,
    "tbl": Role.TABLE,
    "chart": Role.CHART,
    "ftr": Role.FOOTER,
    "dt": Role.DATE,
    "sldNum": Role.NUMBER,
}
_FURNITURE: Final = frozenset({"dt", "ftr", "sldNum"})
_LEAST_VISIBLE: Final = 0.5
"""The share of a placeholder that must lie on the slide for it to be used."""

_BANDS: Final = {
    "title": (0.05, 0.06, 0.90, 0.16),
    "body": (0.05, 0.26, 0.90, 0.62),
    "dt": (0.05, 0.92, 0.20, 0.05),
    "ftr": (0.30, 0.92, 0.40, 0.05),
    "sldNum": (0.75, 0.92, 0.20, 0.05),
}
"""Where a placeholder goes that has no place anywhere, as shares of the slide."""


class SlotReader(Struct, frozen=True):
    """Reads the slots of one layout: its master, its colours, and the size of the slide."""

    master: Master
    resolver: StyleResolver
    slide_size: Size

    def slots(self, shapes: tuple[Shape, ...]) -> tuple[Slot, ...]:
        """Return a slot for each placeholder that is of use and on the slide, in their order.

        Roles are those of the placeholder types alone.
        """
        found = (self._slot(shape, shape.placeholder) for shape in shapes if shape.placeholder)
        return tuple(slot for slot in found if slot is not None)

    def _slot(self, shape: Shape, placeholder: Placeholder) -> Slot | None:
        role = _ROLES.get(placeholder.type or "obj")
        if role is None:
            return None
        kind = kind_of(placeholder.type)
        inherited = self.master.placeholders.get(kind)
        box = self._box(shape, inherited, kind)
        if not self._is_visible(box):
            return None
        master_text = None if inherited is None else inherited.text_body
        own_style = child(shape.text_body, "a:lstStyle")
        return Slot(
            role=role,
            placeholder=placeholder,
            name=shape.name,
            box=box,
            body=body_properties(master_text, shape.text_body),
            levels=self.resolver.levels(inherit(self.master.chain(kind), own_style)),
            prompt="" if kind in _FURNITURE else shape.text,
            background=self._own_fill(shape, inherited),
        )

    def _own_fill(self, shape: Shape, inherited: Shape | None) -> Color | None:
        """Return the colour that a placeholder itself is filled with."""
        fill = fill_of(shape.properties)
        if fill is None and inherited is not None:
            fill = fill_of(inherited.properties)
        return None if fill is None else self.resolver.palette.fill(fill)

    def _box(self, shape: Shape, inherited: Shape | None, kind: str) -> Rect:
        if shape.box is not None:
            return shape.box
        if inherited is not None and inherited.box is not None:
            return inherited.box
        x, y, width, height = _BANDS.get(kind, _BANDS["body"])
        slide = self.slide_size
        return Rect(slide.width * x, slide.height * y, slide.width * width, slide.height * height)

    def _is_visible(self, box: Rect) -> bool:
        slide = Rect(ZERO, ZERO, self.slide_size.width, self.slide_size.height)
        if slide.contains(box):
            return box.width > 0 and box.height > 0
        return box.area > 0 and slide.intersection(box).area >= box.area * _LEAST_VISIBLE
