"""A template and a layout -> what a slide has behind it: background, shapes of both."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from deckgen.draw.figures.pencil import Pencil
from deckgen.draw.fills import Fills
from deckgen.draw.model import DrawnGroup, PathMark, Solid, StructureType
from deckgen.draw.scene_text import SceneType
from deckgen.draw.scenes import Scene, contours_of, is_box
from deckgen.records import Struct
from deckgen.template.scenery.read import SceneReader

if TYPE_CHECKING:
    from deckgen.draw.faces import Faces
    from deckgen.draw.model import Node, Segment
    from deckgen.geometry import Rect
    from deckgen.template.model import Layout, Slot, Template
    from deckgen.template.scenery.model import SceneFill, Scenery, SceneShape

_KEPT: Final = 4
"""The templates of which it is remembered what they draw."""
_KEPT_GROUNDS: Final = 128


class SlideGround(Struct, frozen=True):
    """What is behind a slide of some number, from 1 on, made on a layout of a template.

    With `paper` that is the layout's background, with `shapes` what it and its master draw.
    """

    template: Template
    layout: Layout
    number: int
    paper: bool = True
    shapes: bool = True


def draw_ground(ground: SlideGround, faces: Faces) -> DrawnGroup:
    """Return what is behind a slide: decoration."""
    number = ground.number if ground.layout.numbered else 0
    shown = (number, ground.paper, ground.shapes)
    nodes = _desk(ground.template).ground(ground.layout, shown, faces)
    return DrawnGroup(nodes, use=StructureType.ARTIFACT)


def draw_copied(template: Template, part: str, faces: Faces, number: int) -> DrawnGroup:
    """Return what is seen of a slide of the template that a deck takes over as it is.

    Its texts are content, in reading order; what its layout draws is not among it.
    """
    desk = _desk(template)
    scenery = desk.reader.slide(part)
    behind: tuple[Node, ...] = ()
    if scenery.background is not None:
        behind = desk.paper(scenery.background)
    elif desk.reader.hides(part):
        owner = template.package.parts[part].target("slideLayout")
        layout = next((one for one in template.layouts if one.part == owner), None)
        behind = () if layout is None else desk.ground(layout, (0, True, False), faces)
    scene = Scene(desk.fills, desk.typed(faces, number), content=True)
    ground = (DrawnGroup(behind, use=StructureType.ARTIFACT),) if behind else ()
    return DrawnGroup((*ground, *scene.draw(scenery.nodes)), use=StructureType.PART)


class SlotShapes(Struct, frozen=True):
    """What the slots of a layout have beside what fills them: fills, lines, forms."""

    template: Template
    layout: Layout
    faces: Faces

    def behind(self, slot: Slot, box: Rect) -> tuple[Node, ...]:
        """Return what a slot shows behind what fills it in a box: decoration."""
        shape = self._shape(slot, box)
        if shape is None:
            return ()
        desk = _desk(self.template)
        marks = Scene(desk.fills, desk.typed(self.faces)).behind_text(shape)
        return (DrawnGroup(marks, use=StructureType.ARTIFACT),) if marks else ()

    def outline(self, slot: Slot, box: Rect) -> tuple[Segment, ...]:
        """Return the outline in which a slot shows a picture; none where that is all of its box."""
        shape = self._shape(slot, box)
        if shape is None or is_box(shape):
            return ()
        sides = (box.x.points, box.y.points, box.width.points, box.height.points)
        contours = contours_of(shape, sides)
        return tuple(segment for each in contours if each.filled for segment in each.segments)

    def _shape(self, slot: Slot, box: Rect) -> SceneShape | None:
        return _desk(self.template).reader.placeholder(self.layout, slot.placeholder, box)


class _Desk:
    """What is remembered of a template: what its sheets draw, and the pictures in it."""

    def __init__(self, template: Template) -> None:
        self.template: Final = template
        self.reader: Final = SceneReader(template)
        self.fills: Final = Fills(template.package)
        self._sceneries: Final[dict[str, tuple[Scenery, ...]]] = {}
        self._grounds: Final[dict[tuple[str, tuple[int, bool, bool], Faces], tuple[Node, ...]]] = {}

    def ground(
        self, layout: Layout, shown: tuple[int, bool, bool], faces: Faces
    ) -> tuple[Node, ...]:
        """Return background and shapes of a layout, those of its master below."""
        key = (layout.part, shown, faces)
        if key not in self._grounds:
            if len(self._grounds) >= _KEPT_GROUNDS:
                self._grounds.clear()
            self._grounds[key] = self._ground(layout, shown, faces)
        return self._grounds[key]

    def _ground(
        self, layout: Layout, shown: tuple[int, bool, bool], faces: Faces
    ) -> tuple[Node, ...]:
        if layout.part not in self._sceneries:
            self._sceneries[layout.part] = self.reader.behind(layout)
        sceneries, (number, paper, shapes) = self._sceneries[layout.part], shown
        found: list[Node] = []
        if paper:
            fills = [each.background for each in sceneries if each.background is not None]
            found += self.paper(fills[-1] if fills else None, layout)
        if shapes:
            typed = self.typed(faces, number)
            for scenery in sceneries:
                found += Scene(self.fills, typed).draw(scenery.nodes)
        return tuple(found)

    def typed(self, faces: Faces, number: int = 0) -> SceneType:
        """Return what texts of the template are set with on a slide of some number."""
        return SceneType(faces, number, self.template.language)

    def paper(self, fill: SceneFill | None, layout: Layout | None = None) -> tuple[Node, ...]:
        """Return a background over the whole slide, on the colour that is known of it."""
        size = self.template.slide_size
        box = (0.0, 0.0, size.width.points, size.height.points)
        outline = Pencil().box(*box).drawn
        paint = self.fills.paint(fill, box)
        marks = () if paint is not None or fill is None else self.fills.marks(fill, box)
        color = "FFFFFF" if layout is None or marks else layout.background.rgb
        sheet = PathMark(outline, fill=paint or Solid(color))
        if fill is None or not marks:
            return (sheet,)
        clipped = marks if self.fills.covers(fill) else (DrawnGroup(marks, clip=outline),)
        return (sheet, *clipped)


@lru_cache(maxsize=_KEPT)
def _desk(template: Template) -> _Desk:
    return _Desk(template)
