"""A sheet of a template and those that it inherits from -> what it draws."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from deckgen.limits import DRAWN_SHAPES
from deckgen.opc.xml import child, flag, integer
from deckgen.records import Struct, replace
from deckgen.template.masters import kind_of
from deckgen.template.palette import fill_of
from deckgen.template.scenery.diagrams import drawing_of, tree_of
from deckgen.template.scenery.fills import FillReader
from deckgen.template.scenery.forms import BOX, read_form
from deckgen.template.scenery.model import (
    PresetForm,
    SceneGroup,
    Scenery,
    SceneShape,
    ShownPlace,
)
from deckgen.template.scenery.tables import CellReader
from deckgen.template.scenery.texts import TextReader
from deckgen.template.shapes import GroupFrame, ShapeGroup, TemplateShape, box_of, nested
from deckgen.template.styles import StyleResolver, inherit
from deckgen.template.tables import TableStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.geometry import Rect, Size
    from deckgen.opc.package import Package, Part
    from deckgen.opc.xml import Element
    from deckgen.template.masters import Master
    from deckgen.template.model import Placeholder
    from deckgen.template.scenery.model import SceneFill, SceneNode, SceneText
    from deckgen.template.styles import Chain

_DEGREE: Final = 60_000
_LINE: Final = PresetForm("line")


class SceneSheet(Struct, frozen=True):
    """A master, a layout or a slide: its part, its root, what it inherits from, its colours.

    `shapes` are those of its tree, groups flattened; `size` is that of slides.
    """

    package: Package
    part: Part
    root: Element
    master: Master
    resolver: StyleResolver
    below: SceneSheet | None
    tables: TableStyle
    shapes: tuple[TemplateShape, ...]
    size: Size

    def scenery(self, *, filled: bool = False) -> Scenery:
        """Return what the sheet draws; placeholders only where they are `filled`, as on slides."""
        left = [DRAWN_SHAPES]
        tree = nested(child(self.root, "p:cSld", "p:spTree"), drawable=True)
        near = (node for node in tree if node.box is None or self._is_near(node.box))
        return Scenery(self.background(), tuple(self._nodes(near, left, filled=filled)))

    def background(self) -> SceneFill | None:
        """Return the background that the sheet has itself."""
        ground = child(self.root, "p:cSld", "p:bg")
        own = child(ground, "p:bgPr")
        if own is not None:
            return self._fills.fill(fill_of(own))
        return self._fills.referred(child(ground, "p:bgRef"))

    def _is_near(self, box: Rect) -> bool:
        """Tell whether what lies in a box, however it is turned, may be seen."""
        reach = hypot(box.width, box.height) / 2
        x, y = box.x + box.width / 2, box.y + box.height / 2
        size = self.size
        return -reach <= x <= size.width + reach and -reach <= y <= size.height + reach

    def placeholder(self, use: Placeholder, box: Rect) -> SceneShape | None:
        """Return a placeholder with what it has beside text, None where that is nothing."""
        found = self._like(use)
        if found is None:
            return None
        shape = replace(self._shape(found, _place_of(found, box)), text=None)
        return shape if shape.fill or shape.line or shape.form != BOX else None

    @property
    def _fills(self) -> FillReader:
        master = self.master
        theme = self.package.parts.get(master.part.target("theme") or "")
        return FillReader(self.package, self.part, self.resolver.palette, master.theme, theme)

    def _nodes(
        self, tree: Iterable[TemplateShape | ShapeGroup], left: list[int], *, filled: bool
    ) -> Iterator[SceneNode]:
        for node in tree:
            left[0] -= 1
            if left[0] < 0:
                return
            if isinstance(node, ShapeGroup):
                inside = tuple(self._nodes(node.children, left, filled=filled))
                if inside and node.box is not None:
                    yield SceneGroup(_place_of(node, node.box), inside)
                elif inside:
                    yield from inside
            elif node.kind == "graphicFrame":
                yield from self._table(node)
                yield from self._diagram(node, left)
            elif node.placeholder is None or filled:
                shape = self._drawn(node)
                if shape is not None:
                    yield shape

    def _drawn(self, shape: TemplateShape) -> SceneShape | None:
        chain = self._chain_of(shape)
        placed = next((each for each in chain if each.box is not None), None)
        if placed is None or placed.box is None:
            return None
        if shape.placeholder is not None and shape.kind == "sp" and not shape.text:
            return None  # an empty one does not show
        return self._shape(shape, _place_of(placed, placed.box))

    def _table(self, frame: TemplateShape) -> Iterator[SceneShape]:
        """Yield the cells of a table; charts and what other programs made are left out."""
        table = child(frame.part("a:graphic"), "a:graphicData", "a:tbl")
        if table is None or frame.box is None:
            return
        text = TextReader(self.resolver)
        reader = CellReader(self._fills, text, self.tables, self.master.other)
        yield from reader.cells(table, frame.box)

    def _diagram(self, frame: TemplateShape, left: list[int]) -> Iterator[SceneNode]:
        """Yield the shapes of a diagram (SmartArt) as the program drew them that wrote the file."""
        drawing = drawing_of(self.package, self.part, frame)
        if drawing is None or frame.box is None:
            return
        shift = GroupFrame(1.0, 1.0, frame.box.x, frame.box.y)
        sheet = replace(self, part=drawing, below=None, shapes=())
        for node in nested(tree_of(drawing), shift, drawable=True):
            for shape in sheet._nodes((node,), left, filled=False):  # noqa: SLF001 - of this class
                place = None if isinstance(node, ShapeGroup) else box_of(node.part("p:txXfrm"))
                if place is None or isinstance(shape, SceneGroup):
                    yield shape
                    continue
                # text has a place of its own, beside what bears it
                yield replace(shape, text=None)
                yield SceneShape(shape.name, ShownPlace(shift.place(place)), BOX, text=shape.text)

    def _shape(self, shape: TemplateShape, place: ShownPlace) -> SceneShape:
        """Return a shape as it is seen, what it lacks taken from the placeholders it fills."""
        chain, fills, style = self._chain_of(shape), self._fills, shape.part("p:style")
        lines = (child(each.properties, "a:ln") for each in chain)
        own = tuple(line for line in lines if line is not None)
        forms = (read_form(each.properties) for each in chain)
        usual = _LINE if shape.kind == "cxnSp" else BOX
        return SceneShape(
            name=shape.name,
            place=place,
            form=next((form for form in forms if form is not None), usual),
            fill=self._fill(chain, child(style, "a:fillRef")),
            line=fills.line(own, child(style, "a:lnRef")),
            shadow=fills.shadow(shape.properties, child(style, "a:effectRef")),
            text=self._text(chain, child(style, "a:fontRef")),
            alt=_alt(shape),
            use=None if shape.placeholder is None else shape.placeholder.type or "obj",
        )

    def _fill(self, chain: tuple[TemplateShape, ...], style: Element | None) -> SceneFill | None:
        if chain[0].kind == "pic":
            blip = chain[0].part("p:blipFill")
            return None if blip is None else self._fills.picture(blip)
        for each in chain:
            fill = fill_of(each.properties)
            if fill is not None:
                return self._fills.fill(fill)
        return self._fills.referred(style)

    def _text(self, chain: tuple[TemplateShape, ...], style: Element | None) -> SceneText | None:
        shape, *others = chain
        body = shape.text_body
        if body is None or not shape.text:
            return None
        use = shape.placeholder
        below: Chain = self.master.other if use is None else self.master.chain(kind_of(use.type))
        for each in reversed(others):
            if each not in self.master.shapes:  # whose styles the chain has
                below = inherit(below, child(each.text_body, "a:lstStyle"))
        inherited = (each.text_body for each in others if each.text_body is not None)
        return TextReader(self.resolver).text((body, *inherited), below, style)

    def _chain_of(self, shape: TemplateShape) -> tuple[TemplateShape, ...]:
        """Return a shape and the placeholders of the sheets below from which it inherits."""
        found, sheet, use = [shape], self.below, shape.placeholder
        while use is not None and sheet is not None:
            like = sheet._like(use)  # noqa: SLF001 - another of this class
            if like is not None and like.placeholder is not None:
                found.append(like)
                use = like.placeholder
            sheet = sheet.below
        return tuple(found)

    def _like(self, use: Placeholder) -> TemplateShape | None:
        """Return the placeholder of this sheet that another is made on."""
        if self.part is self.master.part:
            return self.master.placeholders.get(kind_of(use.type))
        placed = [shape for shape in self.shapes if shape.placeholder is not None]
        same = (s for s in placed if s.placeholder and s.placeholder.idx == use.idx is not None)
        kinds = (s for s in placed if s.placeholder and s.placeholder.type == use.type)
        return next(same, None) or next(kinds, None)


def _place_of(node: TemplateShape | ShapeGroup, box: Rect) -> ShownPlace:
    return ShownPlace(box, _angle(node), *_mirrored(node))


def _angle(node: TemplateShape | ShapeGroup) -> float:
    place = node.place
    return 0.0 if place is None else (integer(place, "rot") or 0) / _DEGREE % 360


def _mirrored(node: TemplateShape | ShapeGroup) -> tuple[bool, bool]:
    place = node.place
    if place is None:
        return False, False
    return flag(place, "flipH") is True, flag(place, "flipV") is True


def _alt(shape: TemplateShape) -> str:
    about = next(iter(shape.parts.values()), None)
    properties = child(about, "p:cNvPr")
    return "" if properties is None else " ".join(properties.get("descr", "").split())
