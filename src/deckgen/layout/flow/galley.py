"""The interface between blocks and pages: regions in, galleys of pieces out, items at places.

A block measured at a width is a galley: a column of pieces between which a page may end. The page
builder decides which pieces stand on which page, and asks the galley for the items of a range.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol, Self, runtime_checkable

from deckgen.layout.typeset.fitting import BODY_FLOOR
from deckgen.records import Struct, replace
from deckgen.source import Span
from deckgen.styles import Align
from deckgen.units import ZERO, Centipoints, Emu

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.content import Paragraph, Run
    from deckgen.diagnostics import Diagnostic
    from deckgen.geometry import Rect
    from deckgen.pages import Item
    from deckgen.spec.bind import Binding, Failed
    from deckgen.spec.blocks import BlockRecord
    from deckgen.styles import BodyProperties, LevelStyle
    from deckgen.template.model import Slot, Theme
    from deckgen.text.typesetter import Typesetter

FORBIDDEN: Final = 1_000_000
"""A penalty at which a page never ends."""

_ABOVE_ALONE: Final = 0.4
"""The share of the room that is left above a thing that stands alone: a little less than half."""


class Piece(Struct, frozen=True):
    """Something that stays whole: a line, a row, a picture.

    `gap` is the space above it, dropped at the top of a page. `least` is how low it may become
    where space is short; text has no such freedom. `penalty` is how bad a page break just before
    it is. `repeated` is the height of what is repeated above it where it opens a further page.
    """

    height: Emu
    gap: Emu = ZERO
    least: Emu | None = None
    penalty: int = 0
    repeated: Emu = ZERO

    @property
    def minimum(self) -> Emu:
        """The lowest height of the piece."""
        return self.height if self.least is None else self.least


class Place(Struct, frozen=True):
    """Where a range of pieces goes: the box for them, and the placeholder that they may fill.

    `slot` is given to one text of a page at the most. The box is that of the content, less insets.
    What is narrower than its box stands at its `side`: in the middle, unless text stands with it.
    """

    box: Rect
    slot: Slot | None = None
    side: Align = Align.CENTER

    def left(self, width: Emu) -> Emu:
        """Return the left edge of what has a width."""
        spare = max(ZERO, self.box.width - width)
        match self.side:
            case Align.CENTER:
                return self.box.x + spare // 2
            case Align.RIGHT:
                return self.box.x + spare
            case _:
                return self.box.x

    def top(self, height: Emu) -> Emu:
        """Return where what has a height begins: a little above the middle where it is alone."""
        return lowered(self.box, height) if self.side is Align.CENTER else self.box.y


def lowered(box: Rect, height: Emu) -> Emu:
    """Return where a thing of a height begins in a box, a little above its middle."""
    return box.y + max(ZERO, box.height - height) * _ABOVE_ALONE


class Galley(Protocol):
    """A block at a width: its pieces, and the items of any range of them."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces from top to bottom."""
        ...

    @property
    def fills_slot(self) -> bool:
        """Whether the block is text of the kind that a body placeholder holds."""
        ...

    @property
    def cuts_words(self) -> bool:
        """Whether a word of its text is too wide for its line."""
        ...

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the block if it is set so."""
        ...

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the items of the pieces from `start` up to, and not including, `stop`."""
        ...


@runtime_checkable
class Stepped(Protocol):
    """A galley of one piece that is set in one of few ways, each of a height of its own."""

    def height_in(self, room: Emu) -> Emu:
        """Return how high it is in a room, which may be less than that."""
        ...


class Said(Struct, frozen=True):
    """Somebody's words, and who said them in one paragraph at the most."""

    words: tuple[Paragraph, ...]
    author: tuple[Paragraph, ...] = ()


class Parallel(Struct, frozen=True):
    """Columns, from left to right: the title of each, its blocks, and its share of the width.

    A title is None where a column has none; there are no widths where all are alike.
    """

    titles: tuple[tuple[Run, ...] | None, ...]
    content: tuple[tuple[BlockRecord, ...], ...]
    widths: tuple[float, ...] = ()


class Block(Struct, frozen=True, kw_only=True):
    """A block of content: an open set, one file each in `deckgen.blocks`.

    A block says only in what it differs from this: a block that Markdown cannot write, that is
    text, and that is placed below what stands before it.
    """

    KEY: ClassVar[str] = ""
    """The key that writes the block, none for one that only Markdown writes."""
    PIECE: ClassVar[type | None] = None
    """The piece of Markdown that becomes the block."""
    FENCE: ClassVar[str] = ""
    """The language of a fence in Markdown that holds the block's keys as YAML."""

    span: Span

    @classmethod
    def of(cls, piece: Any, binding: Binding) -> Self | Failed:  # noqa: ANN401 - its PIECE
        """Return the block that a piece of Markdown becomes."""
        raise NotImplementedError

    @property
    def is_pictorial(self) -> bool:
        """Whether the block is something to look at, which may stand beside text."""
        return False

    @property
    def takes_what_is_left(self) -> bool:
        """Whether the block is set by how much room others leave: it is measured after them."""
        return False

    def prose(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs of running text; none for any other block."""
        return ()

    def part(self, start: int, stop: int) -> Block:
        """Return the paragraphs of a range of running text as a block of their own."""
        raise NotImplementedError

    def singles(self) -> tuple[Block, ...]:
        """Return a block for each picture, each of which may fill a place for pictures."""
        return ()

    @property
    def is_remark(self) -> bool:
        """Whether it is text on a panel, which is larger where it is all of a page."""
        return False

    def quotation(self) -> Said | None:
        """Return the words of a quotation, which a layout may have places for."""
        return None

    def parallel(self) -> Parallel | None:
        """Return the columns that a layout may have places for."""
        return None

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the block at a width."""
        raise NotImplementedError


class Context(Struct, frozen=True):
    """What a block may know of where it stands.

    `levels` are the nine styles of text at the size that is being tried, `body` how text lies in
    its box, `height` that of the region. `floor` is the least readable size of text, `steps`
    are the shares of the template's sizes that may be tried. What is `held` stands in a block that
    tries sizes, and tries none itself: each level of these would multiply the work. `left` is how
    high the block may be for all to stand on one page, where that is known.
    """

    typesetter: Typesetter
    theme: Theme
    background: Color
    levels: tuple[LevelStyle, ...]
    body: BodyProperties
    height: Emu
    language: str
    floor: Centipoints
    steps: tuple[float, ...]
    held: bool = False
    left: Emu | None = None

    @property
    def text(self) -> LevelStyle:
        """The style of text at the outermost level."""
        return self.levels[0]

    @property
    def gap(self) -> Emu:
        """The space between two blocks: three fifths of a line."""
        return self.text.size.emu * 0.72

    def scaled(self, length: Emu) -> Emu:
        """Return a length as it is on larger slides, posters say, whose text is larger, too."""
        return length if self.floor <= BODY_FLOOR else length * (self.floor / BODY_FLOOR)

    def with_levels(self, levels: tuple[LevelStyle, ...]) -> Context:
        """Return this context with other styles of text."""
        return replace(self, levels=levels)
