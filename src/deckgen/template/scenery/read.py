"""The layouts, masters and slides of a template -> what they draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.limits import DRAWN_SHAPES
from deckgen.opc.package import BadPackageError
from deckgen.opc.xml import child, flag, integer, parse
from deckgen.records import Struct, replace
from deckgen.template.masters import kind_of, read_master
from deckgen.template.palette import fill_of
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
from deckgen.template.shapes import ShapeGroup, TemplateShape, nested, walk
from deckgen.template.styles import EMPTY, StyleResolver, inherit
from deckgen.template.tables import TableStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.geometry import Rect
    from deckgen.opc.package import Package, Part
    from deckgen.opc.xml import Element
    from deckgen.template.masters import Master
    from deckgen.template.model import Layout, Placeholder, Template
    from deckgen.template.scenery.model import SceneFill, SceneNode, SceneText
    from deckgen.template.styles import Chain

_DEGREE: Final = 60_000
_LINE: Final = PresetForm("line")


class SceneReader:
    """Reads what the sheets of a template draw; remembers its masters.

    A sheet that cannot be read draws nothing.
    """

    def __init__(self, template: Template) -> None:
        self._template: Final = template
        self._masters: Final[dict[str, Master]] = {}
        self._sheets: Final[dict[str, _Sheet | None]] = {}
        main = template.package.parts[template.presentation]
        self._tables: Final = TableStyle(template.package, main)

    def behind(self, layout: Layout) -> tuple[Scenery, ...]:
        """Return what is behind slides on a layout: what its master draws, and itself."""
        sheet = self._sheet(layout.part)
        if sheet is None:
            return ()
        master = sheet.below
        below = Scenery() if master is None else master.scenery()
        if flag(sheet.root, "showMasterSp") is False:
            below = replace(below, nodes=())
        return below, sheet.scenery()

    def slide(self, part: str) -> Scenery:
        """Return what a slide of the template shows itself."""
        sheet = self._sheet(part)
        return Scenery() if sheet is None else sheet.scenery(filled=True)

    def hides(self, part: str) -> bool:
        """Tell whether a slide hides what its layout and master draw."""
        sheet = self._sheet(part)
        return sheet is not None and flag(sheet.root, "showMasterSp") is False

    def placeholder(self, layout: Layout, use: Placeholder, box: Rect) -> SceneShape | None:
        """Return fill, line and form that a placeholder has in a box when a slide fills it."""
        sheet = self._sheet(layout.part)
        return None if sheet is None else sheet.placeholder(use, box)

    def _sheet(self, name: str) -> _Sheet | None:
        if name not in self._sheets:
            try:
                self._sheets[name] = self._read(name)
            except BadPackageError:
                self._sheets[name] = None
        return self._sheets[name]

    def _read(self, name: str) -> _Sheet | None:
        """Return the sheet of a part with those that it inherits from."""
        package = self._template.package
        part = package.parts.get(name)
        if part is None:
            return None
        root, below = parse(part.data), None
        layout, owner = part.target("slideLayout"), part.target("slideMaster")
        if layout is not None:
            below = self._sheet(layout)
            if below is None:
                return None
            master = below.master
        else:
            if owner is None or owner not in package.parts:
                return None
            master = self._master(owner)
            below = self._of_master(master)
        override = child(root, "p:clrMapOvr", "a:overrideClrMapping")
        resolver = master.resolver if below is None else below.resolver
        if override is not None:
            resolver = StyleResolver(master.palette.mapped(override), master.fonts)
        return _Sheet(package, part, root, master, resolver, below, self._tables)

    def _of_master(self, master: Master) -> _Sheet:
        package = self._template.package
        part, root = master.part, master.element
        return _Sheet(package, part, root, master, master.resolver, None, self._tables)

    def _master(self, name: str) -> Master:
        if name not in self._masters:
            template = self._template
            presentation = parse(template.package.parts[template.presentation].data)
            defaults = inherit(EMPTY, child(presentation, "p:defaultTextStyle"))
            place = (len(self._masters), template.language)
            self._masters[name] = read_master(template.package, name, defaults, place)
        return self._masters[name]


class _Sheet(Struct, frozen=True):
    """A master, a layout or a slide: its part, its root, what it inherits from, its colours."""

    package: Package
    part: Part
    root: Element
    master: Master
    resolver: StyleResolver
    below: _Sheet | None
    tables: TableStyle

    def scenery(self, *, filled: bool = False) -> Scenery:
        """Return what the sheet draws; placeholders only where they are `filled`, as on slides."""
        left = [DRAWN_SHAPES]
        tree = nested(child(self.root, "p:cSld", "p:spTree"), drawable=True)
        return Scenery(self.background(), tuple(self._nodes(tree, left, filled=filled)))

    def background(self) -> SceneFill | None:
        """Return the background that the sheet has itself."""
        ground = child(self.root, "p:cSld", "p:bg")
        own = child(ground, "p:bgPr")
        if own is not None:
            return self._fills.fill(fill_of(own))
        return self._fills.referred(child(ground, "p:bgRef"))

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

    @property
    def _shapes(self) -> Iterable[TemplateShape]:
        if self.part is self.master.part:
            return self.master.shapes
        return walk(child(self.root, "p:cSld", "p:spTree"))

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
        placed = [shape for shape in self._shapes if shape.placeholder is not None]
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
