"""What the text engine is asked for and what it answers: styled text in, measured lines out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from deckgen.units import Centipoints, Emu


class Font(Struct, frozen=True, cache_hash=True):
    """What a stretch of text asks for; theme references (`+mn-lt`) are already resolved."""

    latin: str
    east_asian: str
    complex_script: str
    size: Centipoints
    bold: bool = False
    italic: bool = False
    kerning: bool = True
    """Whether pairs are kerned: `a:rPr@kern` is set and not above the size."""
    tracking: int = 0
    """What is added to every advance, in hundredths of a point: `a:rPr@spc`."""


class Box(Struct, frozen=True):
    """What is set in a line as one piece, such as a formula: how wide, and how large as text."""

    width: Emu
    size: Centipoints
    """The size of text of which a line is as high."""


class StyledText(Struct, frozen=True):
    """A stretch of a paragraph in one font; a newline in the text is a hard line break (`a:br`)."""

    text: str
    font: Font
    link: bool = False
    """Whether it is a link, which some renderers set as one piece."""
    box: Box | None = None
    """What shows instead of the text, where a renderer can show it."""


class Line(Struct, frozen=True):
    """A measured line: the range [start, stop) of the paragraph's joined text."""

    start: int
    stop: int
    """Trailing spaces and the line's own hard break belong to the line."""
    width: Emu
    """The advance width without trailing spaces, gaps between scripts included."""
    size: Centipoints
    """The largest size of text on the line; the line is 1.2 em of it high, times the spacing.

    A link counts as larger where the renderer gives it the height of its own font.
    """


class Profile(Struct, frozen=True, eq=False):
    """What one renderer does differently from another when it measures and breaks lines."""

    name: str
    forbidden_start: frozenset[str]
    """Characters that start no line."""
    forbidden_end: frozenset[str]
    """Characters that end no line."""
    hanging: frozenset[str]
    """Characters that may stand past the right edge at the end of a line."""
    gap: float
    """The space between East Asian and other letters, in em of the font before it."""
    resolution: int
    """The dots per inch that every advance is rounded to; 0 where advances are exact."""
    shaped: bool
    """Whether pairs are kerned and letters joined into ligatures, whatever the font asks for."""
    character_breaks: bool
    """Whether a line that is full after an East Asian character breaks at characters, not words."""
    classes: Mapping[str, str]
    """Line-breaking classes of UAX #14 read as others, by character or by class."""
    joined: frozenset[str]
    """Pairs of classes, as `CL AL`, that stay together beyond UAX #14."""
    parted: frozenset[str]
    """Pairs of classes that may part against UAX #14."""
    substitutes: bool
    """Whether text in Japanese families that Windows alone has may be shown in another."""
    whole_links: bool
    """Whether a link is one piece: in one font, as high as that is, and on one line if it fits."""
    boxes: bool
    """Whether formulas show as such; else their text does."""
    space: float
    """What a space of 100 % between paragraphs is, in em."""
    tracks_last: bool
    """Whether tracking counts behind the last letter of a line where that is centred.

    Behind one that a blank follows, where the line is broken, it always does.
    """


class FontFile(Struct, frozen=True):
    """A face in a font file of the machine; the index counts the faces of a collection."""

    path: Path
    index: int = 0


class FontSource(Protocol):
    """Where faces without a built-in table come from."""

    def find(self, family: str, *, bold: bool, italic: bool) -> FontFile | None:
        """Return the file that holds the face, or None where the machine has none."""
