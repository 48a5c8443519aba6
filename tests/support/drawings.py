"""Drawings of pages as short text, and what is found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.draw.faces import Faces
from deckgen.draw.model import (
    UNMOVED,
    ClosePath,
    CurveTo,
    DrawnGroup,
    Gradient,
    ImageMark,
    PathMark,
    StructureType,
    TextMark,
)
from deckgen.draw.page import draw_page
from deckgen.text.fonts import NoFonts
from tests.support.building import build_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.draw.model import Node, PageDrawing, Paint, Segment


def drawings(text: str, on: str = "corporate") -> list[PageDrawing]:
    """Return the drawings of a deck, as a machine without fonts draws them."""
    pages = build_pages(text, on)
    faces = Faces(NoFonts())
    return [draw_page(pages, index, faces) for index in range(len(pages.pages))]


def drawing(slide: str, on: str = "corporate") -> PageDrawing:
    """Return the drawing of a slide, written as a YAML flow mapping."""
    return drawings(f"slides:\n  - {slide}", on)[0]


def marks(node: Node) -> Iterator[Node]:
    """Yield what is drawn, in paint order."""
    if isinstance(node, DrawnGroup):
        for child in node.children:
            yield from marks(child)
    else:
        yield node


def groups(node: Node) -> Iterator[DrawnGroup]:
    """Yield a group and those in it."""
    if isinstance(node, DrawnGroup):
        yield node
        for child in node.children:
            yield from groups(child)


def texts(drawing: PageDrawing) -> list[TextMark]:
    """Return the text of a drawing."""
    return [mark for mark in marks(drawing.content) if isinstance(mark, TextMark)]


def words(drawing: PageDrawing) -> list[str]:
    """Return the words of a drawing, in reading order."""
    return " ".join(mark.text.strip() for mark in texts(drawing)).split()


def shown(drawing: PageDrawing) -> str:
    """Return what a page says, a group or mark a line; what is behind it is left out."""
    return "\n".join(_shown(drawing.content, 0)) + "\n"


def _shown(node: Node, depth: int) -> Iterator[str]:
    space = "  " * depth
    match node:
        case DrawnGroup():
            told = [node.use.value or "-", *_told(node)]
            yield f"{space}{' '.join(told)}"
            for child in node.children:
                yield from _shown(child, depth + 1)
        case TextMark():
            face = node.face.family + " bold" * node.face.bold + " italic" * node.face.italic
            place = f"{node.x:.1f} {node.baseline:.1f} wide {node.width:.1f}"
            ink = f"{node.size:g}pt {face} {node.fill.rgb}" + " hidden" * node.hidden
            yield f"{space}{node.text!r} {place} {ink}"
        case ImageMark():
            box = " ".join(f"{side:.1f}" for side in node.box)
            part = " ".join(f"{share:.2f}" for share in node.part)
            yield f"{space}{node.media} {box} part {part}"
        case PathMark():
            yield f"{space}path {_outline(node.segments)}{_paint(node.fill)}{_pen(node)}"


def _told(group: DrawnGroup) -> Iterator[str]:
    if group.name:
        yield repr(group.name)
    if group.alt:
        yield f"alt {group.alt!r}"
    if group.link is not None:
        yield f"to {group.link.address or group.link.page}"
    if group.shown:
        yield f"from {group.shown}"
    if group.across > 1 or group.down > 1:
        yield f"spans {group.across}x{group.down}"
    if group.matrix != UNMOVED:
        yield "moved " + " ".join(f"{value:g}" for value in group.matrix)


def _outline(segments: tuple[Segment, ...]) -> str:
    xs = [s.x for s in segments if not isinstance(s, ClosePath)]
    ys = [s.y for s in segments if not isinstance(s, ClosePath)]
    bent = " bent" if any(isinstance(s, CurveTo) for s in segments) else ""
    return f"{min(xs):.1f} {min(ys):.1f} to {max(xs):.1f} {max(ys):.1f} of {len(segments)}{bent}"


def _paint(paint: Paint | None) -> str:
    if paint is None:
        return ""
    return " gradient" if isinstance(paint, Gradient) else f" filled {paint.rgb}"


def _pen(mark: PathMark) -> str:
    return "" if mark.pen is None else f" drawn{_paint(mark.pen.paint)[7:]} {mark.pen.width:g}"


def of_use(drawing: PageDrawing, use: StructureType) -> list[DrawnGroup]:
    """Return the groups of a drawing that are for something."""
    return [group for group in groups(drawing.content) if group.use is use]
