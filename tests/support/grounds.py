"""Templates that draw some shapes, and what is drawn of them behind a slide."""

from __future__ import annotations

from deckgen.draw.faces import Faces
from deckgen.draw.ground import SlideGround, draw_ground
from deckgen.draw.model import ClosePath, DrawnGroup, PathMark
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from tests.support.drawings import marks
from tests.support.packages import Master, layout, place, placeholder, presentation

TITLE = placeholder("title", None, (5, 5, 90, 15))


RECT = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def ground_of(data: bytes, number: int = 1, **wanted: bool) -> DrawnGroup:
    template = read_template(data, "t")
    faces = Faces(NoFonts())
    return draw_ground(SlideGround(template, template.layouts[0], number, **wanted), faces)


def on_layout(*shapes: str, ground: str = "", master: tuple[str, ...] = (), **more: str) -> bytes:
    made = layout(TITLE, *shapes, ground=ground, **more)
    return presentation(Master(layouts=(made,), shapes=(TITLE, *master)))


def drawn(*shapes: str, **more) -> list[PathMark]:
    """Return the outlines that are drawn of some shapes on a layout."""
    _, *found = [m for m in marks(ground_of(on_layout(*shapes, **more))) if isinstance(m, PathMark)]
    return found


def form(geometry: str, inside: str = "", box=(10, 10, 20, 20), attributes: str = "") -> str:
    """Return a shape of some geometry; a percent of the slide is 9.6 pt across and 5.4 down."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Form"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f"{place(box, attributes)}{geometry}{inside}</p:spPr></p:sp>"
    )


def extent(mark):
    points = [(s.x, s.y) for s in mark.segments if not isinstance(s, ClosePath)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return tuple(round(value, 2) for value in (min(xs), min(ys), max(xs), max(ys)))
