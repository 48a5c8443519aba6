"""A layout's placeholders and its master -> slots with their boxes, body properties and styles."""

from __future__ import annotations

from collections import Counter
from typing import Final

from deckgen.colors import Color
from deckgen.geometry import Rect, Size
from deckgen.opc.xml import child, qn
from deckgen.records import Struct, replace
from deckgen.template.bodies import body_properties
from deckgen.template.canvas import canvas_of, placed_on, reach_over, within_margins
from deckgen.template.masters import Master, kind_of
from deckgen.template.model import FURNITURE, Base, Placeholder, Role, Slot
from deckgen.template.palette import fill_of
from deckgen.template.shapes import TemplateShape
from deckgen.template.styles import Chain, StyleResolver, inherit
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
_TEXTS: Final = frozenset({Role.TITLE, Role.SUBTITLE, Role.BODY})
_FURNITURE: Final = frozenset({"dt", "ftr", "sldNum"})
_BASE: Final = (("title", Role.TITLE), ("body", Role.BODY))
_FOOT: Final = (("ftr", Role.FOOTER), ("dt", Role.DATE), ("sldNum", Role.NUMBER))
_UNSEEN: Final = qn("a:noFill")
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

    def slots(self, shapes: tuple[TemplateShape, ...]) -> tuple[Slot, ...]:
        """Return a slot for each placeholder that is of use and on the slide, in their order.

        Roles are those of the placeholder types alone.
        """
        placed = [(shape, shape.placeholder) for shape in shapes if shape.placeholder]
        named = Counter(_key(placeholder) for _, placeholder in placed)
        numbered = Counter(placeholder.idx or 0 for _, placeholder in placed)
        stated = [shape.box for shape, _ in placed if shape.box is not None]
        # who made this layout for the slides as they are has stated its places
        alike = not stated or reach_over(stated, self.slide_size)
        canvas = self._canvas() if alike else self.slide_size
        found = (self._slot(shape, placeholder, canvas) for shape, placeholder in placed)
        return tuple(
            slot if self._is_sure(slot, named, numbered) else replace(slot, explicit=True)
            for slot in found
            if slot is not None
        )

    def _slot(self, shape: TemplateShape, placeholder: Placeholder, canvas: Size) -> Slot | None:
        role = _ROLES.get(placeholder.type or "obj")
        if role is None:
            return None
        kind = kind_of(placeholder.type)
        inherited = self.master.placeholders.get(kind)
        given = self._placed(inherited, kind) if shape.box is None else shape.box
        made_for = self._canvas() if shape.box is None else canvas
        box = placed_on(given, made_for, self.slide_size)
        slide = Rect(ZERO, ZERO, self.slide_size.width, self.slide_size.height)
        seen = slide.intersection(box)
        if box.area <= 0 or seen.area < box.area * _LEAST_VISIBLE:
            return None
        chain = inherit(self._below(shape, kind), child(shape.text_body, "a:lstStyle"))
        if role in _TEXTS:
            if _is_ornament(chain):
                return None
            seen = slide.intersection(within_margins(box, self.slide_size))
        master_text = None if inherited is None else inherited.text_body
        return Slot(
            role=role,
            placeholder=placeholder,
            name=shape.name,
            box=seen,
            body=body_properties(master_text, shape.text_body),
            levels=self.resolver.levels(chain),
            prompt="" if kind in _FURNITURE else shape.text,
            background=self._own_fill(shape, inherited),
            inherited=None if seen == given else given,
        )

    def _below(self, shape: TemplateShape, kind: str) -> Chain:
        """Return what text inherits, with what a sample shows where no style says anything."""
        chain = self.master.chain(kind)
        if self.master.styled or kind in self.master.stated:
            return chain
        from deckgen.template.samples import sampled  # few masters say nothing of text

        return sampled(chain, shape.text_body)

    def _is_sure(self, slot: Slot, named: Counter[tuple[str, int]], numbered: Counter[int]) -> bool:
        """Tell whether renderers agree on what a slot inherits.

        LibreOffice finds the placeholder of a layout by type and number. Others go by the number
        alone, unless the type is one of which a slide has but one: in files that LibreOffice has
        written no placeholder has a number, and Aspose.Slides 26.10 takes the title for the body.
        """
        if slot.role in FURNITURE:
            return named[_key(slot.placeholder)] == 1
        by_type = slot.role is Role.TITLE
        number = slot.placeholder.idx or 0
        is_found = named[_key(slot.placeholder)] == 1 if by_type else numbered[number] == 1
        return is_found and self.master.styled

    def base(self) -> Base:
        """Return what the master says of titles and text, be there placeholders for them or not."""
        title, body = (self._of_master(kind, role) for kind, role in _BASE)
        shown = ((kind, role) for kind, role in _FOOT if kind in self.master.placeholders)
        furniture = (self._of_master(kind, role) for kind, role in shown)
        slide = Rect(ZERO, ZERO, self.slide_size.width, self.slide_size.height)
        on_slide = tuple(slot for slot in furniture if slide.contains(slot.box))
        return Base(title, body, self.master.free_text(self.resolver), on_slide)

    def _of_master(self, kind: str, role: Role) -> Slot:
        shape = self.master.placeholders.get(kind)
        return Slot(
            role=role,
            placeholder=Placeholder(kind, None),
            name=role.value.title(),
            box=placed_on(self._placed(shape, kind), self._canvas(), self.slide_size),
            body=body_properties(None if shape is None else shape.text_body),
            levels=self.resolver.levels(self.master.chain(kind)),
            explicit=True,
        )

    def _own_fill(self, shape: TemplateShape, inherited: TemplateShape | None) -> Color | None:
        """Return the colour that a placeholder itself is filled with."""
        fill = fill_of(shape.properties)
        if fill is None and inherited is not None:
            fill = fill_of(inherited.properties)
        return None if fill is None else self.resolver.palette.fill(fill)

    def _canvas(self) -> Size:
        return canvas_of(self.master.placeholders, self.slide_size)

    def _placed(self, shape: TemplateShape | None, kind: str) -> Rect:
        """Return the box of a master's placeholder, or where such a one commonly stands."""
        if shape is not None and shape.box is not None:
            return shape.box
        x, y, width, height = _BANDS.get(kind, _BANDS["body"])
        slide = self.slide_size
        return Rect(slide.width * x, slide.height * y, slide.width * width, slide.height * height)


def _is_ornament(chain: Chain) -> bool:
    """Tell whether text would not be seen: the placeholder is there for its shape alone.

    Galleries make patterns of such shapes, which whoever uses them may delete.
    """
    fill = chain[0].get("fill")
    return fill is not None and fill.tag == _UNSEEN


def _key(placeholder: Placeholder) -> tuple[str, int]:
    """Return what renderers go by to find the placeholder of a layout that a slide fills."""
    return placeholder.type or "obj", placeholder.idx or 0
