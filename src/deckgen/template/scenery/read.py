"""The layouts, masters and slides of a template -> what they draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.package import BadPackageError
from deckgen.opc.xml import child, flag, parse
from deckgen.records import replace
from deckgen.template.masters import read_master
from deckgen.template.scenery.model import Scenery
from deckgen.template.scenery.sheets import SceneSheet
from deckgen.template.shapes import walk
from deckgen.template.styles import EMPTY, StyleResolver, inherit
from deckgen.template.tables import TableStyle

if TYPE_CHECKING:
    from deckgen.geometry import Rect
    from deckgen.template.masters import Master
    from deckgen.template.model import Layout, Placeholder, Template
    from deckgen.template.scenery.model import SceneShape


class SceneReader:
    """Reads what the sheets of a template draw; remembers its masters.

    A sheet that cannot be read draws nothing.
    """

    def __init__(self, template: Template) -> None:
        self._template: Final = template
        self._masters: Final[dict[str, Master]] = {}
        self._sheets: Final[dict[str, SceneSheet | None]] = {}
        self._below: Final[dict[str, Scenery]] = {}
        self._slots: Final[dict[tuple[str, Placeholder], SceneShape | None]] = {}
        main = template.package.parts[template.presentation]
        self._tables: Final = TableStyle(template.package, main)

    def behind(self, layout: Layout) -> tuple[Scenery, ...]:
        """Return what is behind slides on a layout: what its master draws, and itself."""
        sheet = self._sheet(layout.part)
        if sheet is None:
            return ()
        below = Scenery() if sheet.below is None else self._of_layout(sheet, sheet.below)
        if flag(sheet.root, "showMasterSp") is False:
            below = replace(below, nodes=())
        return below, sheet.scenery()

    def _of_layout(self, sheet: SceneSheet, master: SceneSheet) -> Scenery:
        """Return what a master draws below a layout, in the colours of that."""
        if sheet.resolver is not master.resolver:
            return replace(master, resolver=sheet.resolver).scenery()
        name = master.part.name
        if name not in self._below:
            self._below[name] = master.scenery()
        return self._below[name]

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
        key = (layout.part, use)
        if key not in self._slots:
            sheet = self._sheet(layout.part)
            self._slots[key] = None if sheet is None else sheet.placeholder(use, box)
        shape = self._slots[key]
        return None if shape is None else replace(shape, place=replace(shape.place, box=box))

    def _sheet(self, name: str) -> SceneSheet | None:
        if name not in self._sheets:
            try:
                self._sheets[name] = self._read(name)
            except BadPackageError:
                self._sheets[name] = None
        return self._sheets[name]

    def _read(self, name: str) -> SceneSheet | None:
        """Return the sheet of a part with those that it inherits from."""
        package = self._template.package
        part = package.parts.get(name)
        if part is None:
            return None
        root, below = parse(part.data, part.name), None
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
        shapes = tuple(walk(child(root, "p:cSld", "p:spTree")))
        size = self._template.slide_size
        return SceneSheet(package, part, root, master, resolver, below, self._tables, shapes, size)

    def _of_master(self, master: Master) -> SceneSheet:
        return SceneSheet(
            self._template.package,
            master.part,
            master.element,
            master,
            master.resolver,
            None,
            self._tables,
            master.shapes,
            self._template.slide_size,
        )

    def _master(self, name: str) -> Master:
        if name not in self._masters:
            template = self._template
            presentation = parse(template.package.parts[template.presentation].data)
            defaults = inherit(EMPTY, child(presentation, "p:defaultTextStyle"))
            place = (len(self._masters), template.language)
            self._masters[name] = read_master(template.package, name, defaults, place)
        return self._masters[name]
