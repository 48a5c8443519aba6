"""What layout hands over: pages of placed items, a closed set.

Adding a kind of item is an architectural event: each reader of pages must learn it. Positions are
EMU from the slide's top left corner.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from deckgen.content import Baseline
from deckgen.records import Struct, field
from deckgen.styles import NO_BULLET, BodyProperties, Caps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.colors import Color
    from deckgen.content import Link, Paragraph
    from deckgen.geometry import Rect
    from deckgen.pictures.model import PictureFile
    from deckgen.source import Span
    from deckgen.styles import Bullet, LevelStyle
    from deckgen.template.model import Layout, Slot, Template
    from deckgen.text.model import Font, Line
    from deckgen.units import Emu


class Field(Enum):
    """Text that PowerPoint keeps up to date; values as in `a:fld@type`."""

    SLIDE_NUMBER = "slidenum"


class PlacedRun(Struct, frozen=True):
    """A run in the font it was measured with.

    `color` is set where it differs from the paragraph's. `language` is a BCP 47 tag. A line feed
    in the text is a hard line break. The font of superscripts and subscripts has the size of the
    text that they stand on; they are shown at two thirds of that. The text is as it is written;
    `caps` tells how it shows.
    """

    text: str
    font: Font
    language: str
    color: Color | None = None
    underline: bool = False
    strike: bool = False
    link: Link | None = None
    field: Field | None = None
    highlight: Color | None = None
    baseline: Baseline = Baseline.NORMAL
    caps: Caps = Caps.NONE


class PlacedParagraph(Struct, frozen=True):
    """A paragraph with its effective style and its measured lines.

    `style` is what the paragraph looks like after everything is applied; what of it differs from
    the frame's level is written to the file. `top` is the upper edge of the first line, and
    `height` that of all lines, measured from the top of the frame's content. `number` is the
    ordinal of a numbered item.
    """

    runs: tuple[PlacedRun, ...]
    level: int
    style: LevelStyle
    lines: tuple[Line, ...]
    top: Emu
    height: Emu
    span: Span | None
    bullet: Bullet = NO_BULLET
    number: int | None = None

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


class Outline(Struct, frozen=True):
    """A line's colour and width."""

    color: Color
    width: Emu


class TextFrame(Struct, frozen=True):
    """A text frame: a filled placeholder, or a text box where `slot` is None.

    `levels` are the styles that the frame gives its paragraphs; where they differ from the slot's
    they are written once, as the frame's list style. `height` is the measured height of the text.
    """

    box: Rect
    paragraphs: tuple[PlacedParagraph, ...]
    levels: tuple[LevelStyle, ...]
    height: Emu
    name: str
    slot: Slot | None = None
    body: BodyProperties = field(default_factory=BodyProperties)
    fill: Color | None = None
    outline: Outline | None = None
    span: Span | None = None

    @property
    def text(self) -> str:
        """The text of all paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Crop(Struct, frozen=True):
    """The shares of a picture's width and height, from 0 to 1, that are cut off its sides."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


class Picture(Struct, frozen=True):
    """A picture in a box, cropped so that the box has the aspect of what remains."""

    box: Rect
    file: PictureFile
    alt: str
    name: str
    crop: Crop = Crop()
    slot: Slot | None = None
    link: Link | None = None
    span: Span | None = None


class Cell(Struct, frozen=True):
    """A cell of a table: its measured paragraphs and how they lie in it.

    `fill` is None where the table's style decides.
    """

    paragraphs: tuple[PlacedParagraph, ...]
    body: BodyProperties
    fill: Color | None = None
    span: Span | None = None


class Row(Struct, frozen=True):
    """A row of a table: its height and one cell for each column."""

    height: Emu
    cells: tuple[Cell, ...]


class TableFrame(Struct, frozen=True):
    """A native table. Rows are as high as measured, so that nothing grows when it is opened."""

    box: Rect
    columns: tuple[Emu, ...]
    rows: tuple[Row, ...]
    levels: tuple[LevelStyle, ...]
    header: bool
    rule: Outline
    name: str
    alt: str = ""
    span: Span | None = None


class Geometry(Enum):
    """Preset shapes; values as in `a:prstGeom@prst`."""

    RECTANGLE = "rect"
    ROUNDED = "roundRect"
    ELLIPSE = "ellipse"


class Shape(Struct, frozen=True):
    """A drawn shape without text: a panel, a bar, a dot. It is decoration to a screen reader."""

    box: Rect
    geometry: Geometry
    fill: Color | None
    outline: Outline | None
    name: str
    span: Span | None = None


class Stroke(Struct, frozen=True):
    """A straight line across its box, from the top left corner to the bottom right."""

    box: Rect
    outline: Outline
    name: str
    span: Span | None = None


Item = TextFrame | Picture | TableFrame | Shape | Stroke


class Page(Struct, frozen=True):
    """One slide of the file: its layout and items in reading order, bottom to top.

    `title` is unique in the deck. `slide` is the id of the logical slide that the page belongs to,
    `number` and `count` say which of its pages it is. `copied` is the part of the template's slide
    that the page is, unchanged; it has no items then.
    """

    layout: Layout
    items: tuple[Item, ...]
    title: str
    slide: str
    number: int
    count: int
    span: Span
    section: str | None = None
    notes: tuple[Paragraph, ...] = ()
    hidden: bool = False
    copied: str | None = None


class Properties(Struct, frozen=True):
    """What the file says of itself (docProps/core.xml), and of its pictures.

    `whole_pictures` keep what their files tell beside what they show.
    """

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    category: str = ""
    language: str = ""
    company: str = ""
    whole_pictures: bool = False


class Pages(Struct, frozen=True):
    """A whole deck, placed.

    `targets` gives, for each slide id that a link may name, the index of its first page.
    """

    pages: tuple[Page, ...]
    template: Template
    properties: Properties
    targets: Mapping[str, int]
