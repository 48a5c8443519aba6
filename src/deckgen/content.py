"""Text as the author means it: runs with their emphasis, paragraphs with their level and marker."""

from __future__ import annotations

from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct, replace
from deckgen.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.formulas.model import Formula


class Link(Struct, frozen=True):
    """Where a run leads: a web address, or `#id` of a slide in the same deck.

    One that is `quiet` looks like the text around it: all of a list of contents leads somewhere
    (docs/analysis/quiet-links.md).
    """

    target: str
    span: Span
    title: str = ""
    quiet: bool = False

    @property
    def slide_id(self) -> str | None:
        """The id of the slide that the link leads to, or None for a web address."""
        return self.target[1:] if self.target.startswith("#") else None


class Baseline(Enum):
    """Whether letters stand on the line of the text, or small above or below it."""

    NORMAL = "normal"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


class Run(Struct, frozen=True):
    """A stretch of text in one style. A line feed in the text is a hard line break.

    A `marked` run is highlighted. A `sign` is no word of the author's: a superscript on what stands
    before it, such as ® or the number of a footnote. The text of a `formula` is what it is called.
    """

    text: str
    span: Span
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    code: bool = False
    link: Link | None = None
    underline: bool = False
    marked: bool = False
    baseline: Baseline = Baseline.NORMAL
    sign: bool = False
    formula: Formula | None = None
    page_of: str = ""
    """The id of a slide, where the text stands for the number of its first page."""


class Marker(Enum):
    """What stands before a paragraph."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"
    HEADING = "heading"
    """No marker; the paragraph leads in what follows and is kept with it."""
    TERM = "term"
    """No marker; the paragraph is defined by those below it and is kept with them."""


NUMBER_SPACE: Final = "\u2003"
"""What stands between a line of an agenda and the number of a page."""
POINTER: Final = "▶"
"""The bullet of what comes next in a list of others."""


class Paragraph(Struct, frozen=True):
    """A paragraph: its runs, its level (0 is the outermost) and its marker.

    `number` is the ordinal of a numbered item, `glyph` the bullet of one that has its own, such as
    the box of a task. A paragraph with `indented` set stands under the item before it, aligned with
    that item's text, without a marker of its own. The first `hang` letters of a text are a mark
    that its further lines stand clear of. With `pause` set, it and what follows appear at a later
    click than what is before it.
    """

    runs: tuple[Run, ...]
    span: Span
    level: int = 0
    marker: Marker = Marker.NONE
    number: int | None = None
    indented: bool = False
    glyph: str = ""
    hang: int = 0
    pause: bool = False

    @property
    def text(self) -> str:
        """The text of all runs."""
        return plain(self.runs)


def plain(runs: Iterable[Run]) -> str:
    """Return the text of runs without any style."""
    return "".join([run.text for run in runs])


_BREAKS: Final = str.maketrans(dict.fromkeys("\v\x85\u2028\u2029", "\n"))


def with_breaks(text: str) -> str:
    """Return text in which all characters that break lines are line feeds.

    A vertical tab is PowerPoint's own line break. The others are those of Unicode (UAX 14, BK, NL).
    """
    return text if text.isascii() and "\v" not in text else text.translate(_BREAKS)


def on_one_line(runs: Iterable[Run]) -> str:
    """Return the text of runs on one line, without signs: what a title is known by."""
    return " ".join(plain([run for run in runs if not run.sign]).split())


def join(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with neighbours of the same style made one and empty ones left out."""
    written = [run for run in runs if run.text]
    if len(written) < 2:
        return tuple(written)
    return tuple(_as_one(tuple(alike)) for _, alike in groupby(written, key=_alike))


_NOWHERE: Final = Source("", "").span(0, 0)


def _alike(run: Run) -> tuple[Run, int]:
    """Return what neighbours have in common that are made one; a formula stays one of its own."""
    return _style(run), id(run) if run.formula is not None else 0


def _style(run: Run) -> Run:
    return replace(run, text="", span=_NOWHERE)


def _as_one(runs: tuple[Run, ...]) -> Run:
    first = runs[0]
    if len(runs) == 1:
        return first
    source = first.span.source
    stops = (run.span.stop for run in runs if run.span.source is source)
    span = replace(first.span, stop=max(stops))
    return replace(first, text=plain(runs), span=span)
