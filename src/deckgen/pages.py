"""What layout hands over: pages of placed items, a closed set.

Adding a kind of item is an architectural event: each reader of pages must learn it. Positions are
EMU from the slide's top left corner.
"""

from __future__ import annotations

from enum import Enum
from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from deckgen.charts import ChartFrame
from deckgen.drawn import Connector, Drawn, Freeform, Outline, Shape, Stroke
from deckgen.geometry import Crop, Rect
from deckgen.placed_text import placed_lines
from deckgen.presets import Geometry, text_insets
from deckgen.records import Struct, field
from deckgen.slideshow import BuildStep, Transition
from deckgen.styles import BodyProperties
from deckgen.template.model import FURNITURE
from deckgen.units import Emu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deckgen.blobs import Blob
    from deckgen.colors import Color
    from deckgen.content import Link, Paragraph
    from deckgen.pictures.model import PictureFile
    from deckgen.pictures.recordings import Recording
    from deckgen.placed_text import PlacedLine, PlacedParagraph
    from deckgen.source import Span
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout, Placeholder, Slot, Template


class Autofit(Enum):
    """What a program is to do with text that no longer fits; values as in `a:bodyPr`."""

    INHERITED = ""
    SHRINK = "normAutofit"
    """The text shows at its sizes, and shrinks when someone adds to it.

    Without it a scale would be inherited that some templates have, down to a few percent.
    """
    NONE = "noAutofit"
    """The text shows as it is.

    LibreOffice 7.4 sets text as high as its placeholder smaller, down to what would leave the space
    above its first paragraph free. Where it is not to shrink, it divides indents by that scale.
    """


class TextFrame(Struct, frozen=True):
    """A text frame: a filled placeholder, or a text box or a shape where `slot` is None.

    `levels` are the styles that the frame gives its paragraphs; where they differ from the slot's
    they are written once, as the frame's list style. `height` is that of the text, as measured. A
    click on a shape leads to its `link`.
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
    stand_in: Picture | None = None
    """What shows instead where a program knows no formulas."""
    geometry: Geometry = Geometry.RECTANGLE
    adjust: float | None = None
    link: Link | None = None

    @property
    def text(self) -> str:
        """The text of all paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def content(self) -> Rect:
        """The part of the box for text: within the shape, less the insets."""
        inside = text_insets(self.geometry, self.box, self.adjust)
        return self.box.inset(inside).inset(self.body.insets)

    @property
    def autofit(self) -> Autofit:
        """What becomes of text that is added; lines at the foot keep what their layout says."""
        if self.slot is not None and self.slot.role in FURNITURE:
            return Autofit.INHERITED
        tight = self.content.height <= self.height and not self.body.scaled
        return Autofit.NONE if self.slot is None or tight else Autofit.SHRINK

    def lines(self) -> tuple[PlacedLine, ...]:
        """Return the lines of all paragraphs where they are drawn."""
        return tuple(placed_lines(self.paragraphs, self.content, self.height, self.body.anchor))


class HiddenTitle(Struct, frozen=True):
    """The title of a page that shows none: for assistive technology and the outline.

    It stands above the slide, where PowerPoint puts titles that it hides.
    """

    box: Rect
    text: str
    placeholder: Placeholder
    name: str = "Title"
    span: Span | None = None


class Attachment(Struct, frozen=True):
    """A part of the file that comes with an item: a picture, a chart, the workbook of a chart.

    `relationship` is the type of what leads to it. Its name is made of `stem`, a number and
    `suffix`. What hangs on it in turn has the ids `rId1`, `rId2` and so on in it.
    """

    relationship: str
    stem: str
    suffix: str
    content_type: str
    content: Blob
    attachments: tuple[Attachment, ...] = ()


class Played(Struct, frozen=True):
    """A video or sound that a click on its picture plays, and whether it starts again then."""

    recording: Recording
    loops: bool = False

    @property
    def is_video(self) -> bool:
        """Whether there is something to see."""
        return self.recording.is_video


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
    played: Played | None = None


class Cell(Struct, frozen=True):
    """A cell of a table: its measured paragraphs and how they lie in it.

    `fill` is None where the table's style decides. A cell spans `across` columns and `down` rows;
    what stands at the other places that it covers has no text, and joins the cell to its left or
    above it.
    """

    paragraphs: tuple[PlacedParagraph, ...]
    body: BodyProperties
    fill: Color | None = None
    span: Span | None = None
    across: int = 1
    down: int = 1
    joins_left: bool = False
    joins_above: bool = False


class Row(Struct, frozen=True):
    """A row of a table: its height and one cell for each column."""

    height: Emu
    cells: tuple[Cell, ...]


class TableFrame(Struct, frozen=True):
    """A native table. Rows are as high as measured, so that nothing grows when it is opened.

    Every other row of one with `bands` has the colour that the table's style has for that.
    """

    box: Rect
    columns: tuple[Emu, ...]
    rows: tuple[Row, ...]
    levels: tuple[LevelStyle, ...]
    header: bool
    rule: Outline
    name: str
    alt: str = ""
    span: Span | None = None
    bands: bool = True

    def lines(self) -> tuple[PlacedLine, ...]:
        """Return the lines of all cells where they are drawn, row by row."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[PlacedLine]:
        top = self.box.y
        for row in self.rows:
            left = self.box.x
            for wide, cell in zip(self.columns, row.cells, strict=True):
                content = Rect(left, top, wide, row.height).inset(cell.body.insets)
                height = Emu(sum(paragraph.height for paragraph in cell.paragraphs))
                yield from placed_lines(cell.paragraphs, content, height, cell.body.anchor)
                left += wide
            top += row.height


class ItemGroup(Struct, frozen=True):
    """Items moved as one, in reading order, and what they show; a `divisible` one appears apart."""

    items: tuple[Item, ...]
    alt: str
    name: str
    span: Span | None = None
    divisible: bool = False

    @property
    def box(self) -> Rect:
        """The smallest box that holds all items."""
        return reduce(Rect.union, (item.box for item in self.items))


Item = TextFrame | HiddenTitle | Picture | TableFrame | ChartFrame | Drawn | ItemGroup


def single_items(items: Iterable[Item]) -> Iterator[Item]:
    """Yield items, those of a group instead of it."""
    for item in items:
        if isinstance(item, ItemGroup):
            yield from single_items(item.items)
        else:
            yield item


def said_by(item: Item) -> str:
    """Return what an item says, or says that it shows; nothing for decoration."""
    match item:
        case TextFrame() | HiddenTitle():
            return item.text
        case Picture() | TableFrame() | ChartFrame() | Freeform():
            return item.alt
        case ItemGroup():
            return item.alt or "\n".join(filter(None, map(said_by, item.items)))
        case Shape() | Stroke() | Connector():
            return ""
        case _:
            assert_never(item)


def spans_of(item: Item) -> tuple[Span, ...]:
    """Return where what an item shows was written: each paragraph of a text, else the whole."""
    match item:
        case TextFrame():
            found = tuple(paragraph.span for paragraph in item.paragraphs) or (item.span,)
        case ItemGroup():
            found = (item.span, *chain.from_iterable(map(spans_of, item.items)))
        case HiddenTitle() | Picture() | TableFrame() | ChartFrame():
            found = (item.span,)
        case Shape() | Stroke() | Connector() | Freeform():
            found = (item.span,)
        case _:
            assert_never(item)
    return tuple(span for span in found if span is not None)


class Veil(Struct, frozen=True):
    """A colour over a whole slide, and how much of what is below it that covers, from 0 to 1."""

    color: Color
    amount: float


class SlideBackground(Struct, frozen=True):
    """What a page has behind it instead of its layout's background.

    A picture may fill the slide or be less. One that `hides` shows nothing that master and layout
    draw; where it `covers` it is drawn over that: LibreOffice 7.4 shows what a layout draws that
    hides its master, even where a slide hides both.
    """

    color: Color | None = None
    picture: Picture | None = None
    veil: Veil | None = None
    hides: bool = False
    covers: bool = False


class Page(Struct, frozen=True):
    """One slide of the file: its layout and items in reading order, bottom to top.

    `title` is unique in the deck. `slide` is the id of the logical slide that the page belongs to,
    `number` and `count` say which of its pages it is. `copied` is the part of the template's slide
    that the page is, unchanged; it has no items then. What is in no step is there from the start.
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
    background: SlideBackground | None = None
    transition: Transition = Transition.NONE
    steps: tuple[BuildStep, ...] = ()


class Properties(Struct, frozen=True):
    """What the file says of itself (docProps/core.xml), and of its pictures.

    `whole_pictures` keep what their files tell beside what they show; pictures have no more than
    `dpi` dots to the inch, if that is set.
    """

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    category: str = ""
    language: str = ""
    company: str = ""
    whole_pictures: bool = False
    dpi: int | None = None


class Pages(Struct, frozen=True):
    """A whole deck, placed.

    `targets` gives, for each slide id that a link may name, the index of its first page.
    """

    pages: tuple[Page, ...]
    template: Template
    properties: Properties
    targets: Mapping[str, int]
