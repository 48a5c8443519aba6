"""Drawings: what is seen of a page, in paint order, for any format to write down.

Lengths are points (1/72 inch), from the slide's top left corner, y down. A drawing is a tree of
groups, which say what they are for, and of marks: outlines, lines of text and pictures.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.blobs import Blob
    from deckgen.source import Span


Matrix = tuple[float, float, float, float, float, float]
"""An affine map as SVG and PDF write it: a, b, c, d, e, f."""

UNMOVED: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Solid(Struct, frozen=True):
    """One colour as `RRGGBB`, and how much it covers, from 0 to 1."""

    rgb: str
    alpha: float = 1.0


class Stop(Struct, frozen=True):
    """A colour at a place of a gradient, from 0 to 1."""

    at: float
    color: Solid


class Gradient(Struct, frozen=True):
    """Colours along the way from one point to another, or around one.

    One with a `radius` lies around `start`; its first stop is the middle.
    """

    start: tuple[float, float]
    stop: tuple[float, float]
    stops: tuple[Stop, ...]
    radius: float | None = None


Paint = Solid | Gradient


class Pen(Struct, frozen=True):
    """How an outline is drawn. `dashes` are lengths of marks and gaps in turn."""

    paint: Paint
    width: float
    dashes: tuple[float, ...] = ()
    round_caps: bool = False
    round_joins: bool = False


class MoveTo(Struct, frozen=True):
    """Begin another figure at a point."""

    x: float
    y: float


class LineTo(Struct, frozen=True):
    """Go straight to a point."""

    x: float
    y: float


class CurveTo(Struct, frozen=True):
    """Go to the last of three points by a cubic Bézier curve."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class ClosePath(Struct, frozen=True):
    """Go straight to where the figure began."""


Segment = MoveTo | LineTo | CurveTo | ClosePath


class PathMark(Struct, frozen=True):
    """Outlines that are filled, drawn, or both."""

    segments: tuple[Segment, ...]
    fill: Paint | None = None
    pen: Pen | None = None
    even_odd: bool = False


class FontFace(Struct, frozen=True):
    """A font file to draw with, or its `index`-th font; `slant` and `embolden` make up a style.

    `family` names it where a format names fonts.
    """

    family: str
    path: str
    index: int = 0
    bold: bool = False
    italic: bool = False
    slant: bool = False
    embolden: bool = False


class TextMark(Struct, frozen=True):
    """Text on one line in one face, from `x` on along a baseline, `width` wide.

    The width is what was measured; what a face takes more or less is spread between the glyphs.
    `right_to_left` text is in logical order. `hidden` text is to be found and copied, not seen.
    """

    text: str
    face: FontFace
    size: float
    x: float
    baseline: float
    width: float
    fill: Solid
    right_to_left: bool = False
    language: str = ""
    hidden: bool = False


class ImageMark(Struct, frozen=True):
    """A picture in a box (x, y, width, height), of which a part shows.

    `part` is left, top, width and height of what shows as shares of the picture; `content` is
    what a browser shows: PNG, JPEG, GIF, WebP or SVG, as `media` says. `plain` is a PNG of it,
    where it is SVG and one is at hand.
    """

    box: tuple[float, float, float, float]
    content: Blob
    media: str
    part: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    plain: Blob | None = None


class StructureType(Enum):
    """What a group is for, to those who read by structure; values as PDF's standard types."""

    ARTIFACT = "Artifact"
    TITLE = "H1"
    PARAGRAPH = "P"
    LIST = "L"
    LIST_ITEM = "LI"
    LABEL = "Lbl"
    LIST_BODY = "LBody"
    FIGURE = "Figure"
    FORMULA = "Formula"
    CODE = "Code"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    LINK = "Link"
    NOTE = "Note"
    PART = "Div"
    NONE = ""


class Target(Struct, frozen=True):
    """Where a link leads: to an address, or to a page by its index."""

    address: str = ""
    page: int | None = None


class DrawnGroup(Struct, frozen=True):
    """Marks and groups that are drawn together.

    `clip` is an outline outside of which nothing shows. `span` is where it is written in the
    deck's source. `shown` is the step of the page, from 1 on, at which it comes in, 0 from the
    start; `hidden` that at which it goes. A cell spans `across` columns and `down` rows.
    """

    children: tuple[Node, ...]
    use: StructureType = StructureType.NONE
    alt: str = ""
    name: str = ""
    span: Span | None = None
    link: Target | None = None
    matrix: Matrix = UNMOVED
    opacity: float = 1.0
    clip: tuple[Segment, ...] = ()
    shown: int = 0
    hidden: int = 0
    across: int = 1
    down: int = 1


Node = DrawnGroup | PathMark | TextMark | ImageMark


def texts_of(nodes: Iterable[Node]) -> Iterable[TextMark]:
    """Yield all text of some nodes, in paint order."""
    for node in nodes:
        if isinstance(node, TextMark):
            yield node
        elif isinstance(node, DrawnGroup):
            yield from texts_of(node.children)


class PageDrawing(Struct, frozen=True):
    """A page as it is seen: its size, what is behind it and what it says.

    The background is decoration; the content is in reading order.
    """

    width: float
    height: float
    background: DrawnGroup
    content: DrawnGroup
    title: str = ""
    language: str = ""
    steps: int = 0
