"""The deck as a flat list of slides, everything about them settled but their layout.

Titles are composed, sections known, links checked. Boxes and fonts are not known here.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from deckgen.content import Paragraph, Run, on_one_line
from deckgen.records import Struct
from deckgen.slideshow import Transition
from deckgen.source import Span
from deckgen.spec.backgrounds import Background
from deckgen.spec.blocks import BlockRecord
from deckgen.spec.kinds import Pattern, Word
from deckgen.spec.slide_size import SlideSize
from deckgen.spec.small_print import Trademarks
from deckgen.units import Centipoints

Runs = tuple[Run, ...]


class SlideKind(Enum):
    """What a slide is for."""

    TITLE = "title"
    SECTION = "section"
    CONTENT = "content"
    CLOSING = "closing"
    USED = "used"
    """A slide of the template, copied as it is."""


class Footers(Struct, frozen=True):
    """What stands in the footer of a slide; `number` is how it is numbered, if it is."""

    text: Runs
    date: str
    number: Pattern | None


class FootnoteKind(Enum):
    """What a line at the foot of a slide is; the lines stand in this order."""

    NOTE = "note"
    SOURCE = "source"
    NOTICE = "notice"
    LABEL = "label"
    FOOTER = "footer"
    """The deck's footer or date, where the template has no place for it."""
    COPYRIGHT = "copyright"


class Footnote(Struct, frozen=True):
    """A line at the foot of a slide.

    `at` holds the places of what the line belongs to: of the pages of a slide, it stands on those
    that show one of them, on all where it is empty.
    """

    kind: FootnoteKind
    runs: Runs
    at: tuple[Span, ...] = ()


def in_order(lines: Iterable[Footnote]) -> tuple[Footnote, ...]:
    """Return lines in the order of their kinds."""
    kinds = tuple(FootnoteKind)
    return tuple(sorted(lines, key=lambda line: kinds.index(line.kind)))


class Appearing(Struct, frozen=True):
    """With which click of its slide something appears that is written at a place.

    It is there from the start where the click is 0. Paragraphs are also known by their text, as
    several may have one place. A part of what `is_built` appears by itself on any page, what a
    pause keeps back is there at once where a further page starts with it.
    """

    span: Span
    text: str
    click: int
    is_built: bool


class Surroundings(Struct, frozen=True):
    """What a slide has around its content, and how text is set there.

    It is all that the places for content, and what stands at the foot, depend on.
    """

    kind: SlideKind
    span: Span
    language: str
    footers: Footers
    footnotes: tuple[Footnote, ...]
    shrinks: bool


class LogicalSlide(Struct, frozen=True):
    """A slide as the author means it; it may take several pages.

    `credits` are the lines that follow the subtitle on the title slide. Slides that share a title
    are numbered over all their pages where `shares_title` is set; one that is not `counted` is not
    among them. A divider of several has an `ordinal`, unless the titles say their numbers.
    """

    id: str
    kind: SlideKind
    title: Runs
    span: Span
    language: str
    footers: Footers
    shares_title: bool = False
    counted: bool = True
    subtitle: Runs = ()
    credits: tuple[Runs, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    content: tuple[BlockRecord, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    layout: Word | None = None
    use: Word | None = None
    section: str | None = None
    ordinal: int | None = None
    split: bool = True
    shrinks: bool = True
    hidden: bool = False
    agenda: bool = False
    numbered_agenda: bool = False
    seconds: int = 0
    """How long the slide is spoken to; 0 where it does not say."""
    background: Background | None = None
    """What stands behind all of it."""
    beside: Background | None = None
    """What fills a side of it."""
    transition: Transition = Transition.NONE
    build: tuple[Appearing, ...] = ()
    """When what it shows appears; empty where all of it is there from the start."""

    @property
    def title_text(self) -> str:
        """The title without styles, on one line."""
        return on_one_line(self.title)

    @property
    def around(self) -> Surroundings:
        """What stands around the content."""
        return Surroundings(
            self.kind, self.span, self.language, self.footers, self.footnotes, self.shrinks
        )


class Info(Struct, frozen=True):
    """What the file's properties say of the deck, and whether its pictures' files stay whole."""

    title: str
    subject: str
    author: str
    keywords: str
    category: str
    company: str
    whole_pictures: bool = False
    dpi: int | None = None


class Deck(Struct, frozen=True):
    """All slides in order, and the settings that concern them together.

    `layouts` are names of layouts by kinds of slides, such as `two_contents`.
    """

    slides: tuple[LogicalSlide, ...]
    language: str
    numbering: Pattern
    continuation: Pattern
    info: Info
    template: Word | None = None
    size: SlideSize | None = None
    layouts: tuple[tuple[str, Word], ...] = ()
    smallest: Centipoints | None = None
    trademarks: Trademarks | None = None
