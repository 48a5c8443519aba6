"""What is drawn by a sheet of a template: shapes and groups with all that is seen of them.

Boxes are EMU on the slide, angles degrees clockwise. Colours are resolved; nothing is inherited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from deckgen.pictures.recolored import PLAIN, Recoloring
from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.geometry import Rect
    from deckgen.styles import BodyProperties, LevelStyle
    from deckgen.units import Emu


class SceneColor(Struct, frozen=True):
    """A colour as `RRGGBB`, and how much it covers, from 0 to 1."""

    rgb: str
    alpha: float = 1.0


class BoxShares(Struct, frozen=True):
    """Shares of a box's width and height at its four sides; one below zero reaches out of it."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class GradientFill(Struct, frozen=True):
    """Colours by their places from 0 to 1: along an angle, or out of the middle of a box.

    An angle that is `scaled` is that in a square box. `way` tells how colours lie around `middle`.
    """

    stops: tuple[tuple[float, SceneColor], ...]
    angle: float = 0.0
    scaled: bool = False
    way: Literal["line", "circle", "rect"] = "line"
    middle: BoxShares = BoxShares()
    turns: bool = True
    """Whether it is turned with its shape."""


class PatternFill(Struct, frozen=True):
    """A pattern by the name that files give it (`a:pattFill@prst`), in two colours."""

    name: str
    front: SceneColor
    back: SceneColor


class Tile(Struct, frozen=True):
    """How a picture is laid side by side: shifts in EMU, scales, and where the first one lies."""

    x: Emu
    y: Emu
    scale_x: float
    scale_y: float
    align: str


class PictureFill(Struct, frozen=True):
    """A picture of the package that fills a shape, by the names of its parts.

    `crop` is what is cut off it, `stretch` how far from the sides of the box what is left stays.
    """

    part: str
    drawing: str = ""
    """The part with the same as a drawing (SVG), if there is one."""
    crop: BoxShares = BoxShares()
    stretch: BoxShares = BoxShares()
    tile: Tile | None = None
    alpha: float = 1.0
    recoloring: Recoloring = PLAIN


SceneFill = SceneColor | GradientFill | PatternFill | PictureFill


class LineEnd(Struct, frozen=True):
    """What a line ends in, and how wide and long that is in widths of the line."""

    kind: str
    width: float = 3.0
    length: float = 3.0


class SceneLine(Struct, frozen=True):
    """A line: its fill and width, marks and gaps in widths of it, and its ends."""

    fill: SceneFill
    width: Emu
    dashes: tuple[float, ...] = ()
    round_caps: bool = False
    round_joins: bool = False
    head: LineEnd | None = None
    tail: LineEnd | None = None


class PresetForm(Struct, frozen=True):
    """A form that the standard defines, and adjust values by name."""

    name: str
    adjusts: tuple[tuple[str, float], ...] = ()


class Guide(Struct, frozen=True):
    """A value with a name: an operator, and numbers or names of values told before."""

    name: str
    operator: str
    operands: tuple[str, ...]


class FormPath(Struct, frozen=True):
    """An outline on a grid of its own, or on that of the shape's EMU where `width` is nothing.

    Moves are their kind (`moveTo`) and numbers or names of values.
    """

    width: float
    height: float
    moves: tuple[tuple[str, tuple[str, ...]], ...]
    fill: str = "norm"
    drawn: bool = True


class CustomForm(Struct, frozen=True):
    """A form that is told in the file: values, and outlines that are made of them."""

    guides: tuple[Guide, ...]
    paths: tuple[FormPath, ...]


SceneForm = PresetForm | CustomForm


class Shadow(Struct, frozen=True):
    """A shadow: its colour, how far it is blurred, and where it lies from its shape, in EMU."""

    tone: SceneColor
    blur: Emu
    x: float
    y: float


class SceneRun(Struct, frozen=True):
    """Text in one style; a line feed is a hard line break.

    The text of a `field` is kept up to date by programs. `raised` is 1 for superscripts and -1 for
    subscripts.
    """

    text: str
    style: LevelStyle
    language: str = ""
    strike: bool = False
    field: str = ""
    raised: int = 0
    link: bool = False


class SceneParagraph(Struct, frozen=True):
    """A paragraph in the style of its level, with what changes it."""

    runs: tuple[SceneRun, ...]
    level: int
    style: LevelStyle


class SceneText(Struct, frozen=True):
    """Text in a shape, how it lies there, and how far it is turned against it."""

    paragraphs: tuple[SceneParagraph, ...]
    body: BodyProperties
    angle: float = 0.0


class ShownPlace(Struct, frozen=True):
    """Where something lies: its box before it is turned about its middle, then mirrored."""

    box: Rect
    angle: float = 0.0
    mirrored: bool = False
    flipped: bool = False
    """Whether it is upside down."""


class SceneShape(Struct, frozen=True):
    """A shape. `use` is the type of the placeholder that it fills on a slide, if it does."""

    name: str
    place: ShownPlace
    form: SceneForm
    fill: SceneFill | None = None
    line: SceneLine | None = None
    shadow: Shadow | None = None
    text: SceneText | None = None
    alt: str = ""
    use: str | None = None


class SceneGroup(Struct, frozen=True):
    """Shapes that are turned and mirrored together."""

    place: ShownPlace
    children: tuple[SceneNode, ...]


SceneNode = SceneShape | SceneGroup


class Scenery(Struct, frozen=True):
    """What a sheet shows: its background, None where it has none of its own, and what it draws."""

    background: SceneFill | None = None
    nodes: tuple[SceneNode, ...] = ()
