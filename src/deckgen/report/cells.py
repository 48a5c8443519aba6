"""Text -> the terminal cells that it takes, with everything a terminal would obey made visible."""

from __future__ import annotations

from typing import Final
from unicodedata import category, combining, east_asian_width

from deckgen.records import Struct

TAB_WIDTH: Final = 4

_ZERO_WIDTH_JOINER: Final = "\u200d"
_EMOJI_PRESENTATION: Final = "\ufe0f"
_JOINERS: Final = frozenset("\u200c\u200d")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_ZERO_WIDTH: Final = frozenset({"Mn", "Me"})
_WIDE: Final = frozenset("WF")
_FIRST_CONTROL_PICTURE: Final = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, "\u2421"


class Glyph(Struct, frozen=True):
    """What the terminal is given for one code point, and the number of cells it takes."""

    shown: str
    width: int


def glyphs(text: str) -> tuple[Glyph, ...]:
    """Return one glyph for each code point of a line.

    East Asian wide and full-width characters take two cells, ambiguous ones one (Unicode Standard
    Annex 11), combining marks and what is joined to an emoji none. Tabs reach to the next stop.
    Control characters appear as their control pictures, what is invisible by its code point.
    """
    if text.isascii() and text.isprintable():
        return tuple(Glyph(char, 1) for char in text)
    found: list[Glyph] = []
    column, before, before_width = 0, "", 0
    for char in text:
        glyph = _tab(column) if char == "\t" else _glyph(char, before, before_width)
        found.append(glyph)
        column += glyph.width
        before, before_width = char, glyph.width
    return tuple(found)


def cells(text: str) -> int:
    """Return the number of cells that a line takes."""
    return sum(glyph.width for glyph in glyphs(text))


def visible(text: str) -> str:
    """Return a line as it may safely be sent to a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(glyph.shown for glyph in glyphs(text))


def one_line(text: str) -> str:
    """Return a text of several lines as one that may safely be sent to a terminal."""
    return visible(" ".join(text.splitlines()))


def _tab(column: int) -> Glyph:
    width = TAB_WIDTH - column % TAB_WIDTH
    return Glyph(" " * width, width)


def _glyph(char: str, before: str, before_width: int) -> Glyph:
    if char == _EMOJI_PRESENTATION:
        return Glyph(char, 1 if before_width == 1 else 0)
    if char in _JOINERS or _is_tag(char):
        return Glyph(char, 0)
    kind = category(char)
    if kind in _INVISIBLE:
        picture = _picture(char)
        return Glyph(picture, len(picture))
    if kind in _ZERO_WIDTH or combining(char) or _is_medial_jamo(char):
        return Glyph(char, 0)
    if east_asian_width(char) not in _WIDE:
        return Glyph(char, 1)
    joined = before == _ZERO_WIDTH_JOINER or (_is_skin_tone(char) and before_width > 0)
    return Glyph(char, 0 if joined else 2)


def _picture(char: str) -> str:
    point = ord(char)
    if point < 0x20:
        return chr(_FIRST_CONTROL_PICTURE + point)
    return _DELETE_PICTURE if point == _DELETE else f"<U+{point:04X}>"


def _is_tag(char: str) -> bool:
    """Tell whether a character is one of those that spell a region's flag after a black flag."""
    return "\U000e0020" <= char <= "\U000e007f"


def _is_medial_jamo(char: str) -> bool:
    """Tell whether a Hangul letter is drawn into the cells of the consonant before it."""
    return "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"


def _is_skin_tone(char: str) -> bool:
    return "\U0001f3fb" <= char <= "\U0001f3ff"
