"""A table or a font file -> a face: the advances, kerning and ligatures of characters, in em."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from deckgen.records import Struct, field, from_json
from deckgen.text.characters import PROPERTIES, WEAK
from deckgen.text.families import SANS
from deckgen.text.shaping import Shaper
from deckgen.units import LEADING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deckgen.text.model import FontFile

    StandIn: TypeAlias = Callable[[], "Advances"]
    """Gives the advances that serve where a face has none; a table is read when first asked."""

_SPACE: Final = 0.33
"""The space of Japanese faces: 0.22 em in Noto Sans CJK, 0.31 in Meiryo, 0.33 in Hiragino."""
_EMOJI: Final = 1.37
"""The advance of emoji in Segoe UI Emoji; 1.25 em in Apple's and Google's."""
_TALL: Final = 1.448
"""The lines of Noto Sans CJK, which stands in for Japanese faces on many machines."""
TABLES: Final = Path(__file__).with_name("tables")


class Advances(dict[str, float]):
    """The advance of each character in em; characters outside the face get a stand-in's."""

    def __init__(self, known: Mapping[str, float], other: StandIn | None, *, full: bool) -> None:
        super().__init__(known)
        self["\u00ad"] = 0.0
        self._other = other
        self._full = full

    def __missing__(self, character: str) -> float:
        advance = self._stand_in(character)
        self[character] = advance
        return advance

    def _stand_in(self, character: str) -> float:
        properties = PROPERTIES[character]
        if properties.is_mark or properties.line_break in {"ZW", "WJ", "BK", "LF", "CR", "NL"}:
            return 0.0
        if properties.is_wide and properties.script == WEAK:
            return _EMOJI
        if properties.is_wide or (self._full and properties.width != "H"):
            return 1.0
        if properties.width == "H":
            return 0.5
        return 1.0 if self._other is None else self._other()[character]


class _Cells(Advances):
    """The advances of a face as East Asian text of an unknown family shows it."""

    def _stand_in(self, character: str) -> float:
        return 1.0 if PROPERTIES[character].width == "A" else super()._stand_in(character)


class _FileAdvances(Advances):
    """The advances in a font file, each read when it is first asked for."""

    def __init__(self, shaper: Shaper, other: StandIn) -> None:
        super().__init__({}, other, full=False)
        self._shaper = shaper

    def _stand_in(self, character: str) -> float:
        advance = self._shaper.advance(character)
        return super()._stand_in(character) if advance is None else advance


class Pairs(dict[str, float]):
    """What each pair of characters moves by; most pairs move by nothing."""

    def __init__(self, rows: Mapping[str, Mapping[str, int]], units: int) -> None:
        super().__init__()
        self._rows = {left: row for lefts, row in rows.items() for left in lefts}
        self._units = units

    def __bool__(self) -> bool:
        return bool(self._rows)

    def __missing__(self, pair: str) -> float:
        row = self._rows.get(pair[0], {})
        shift = next((shift for rights, shift in row.items() if pair[1] in rights), 0)
        self[pair] = shift / self._units
        return self[pair]


class Face(Struct, frozen=True, eq=False):
    """What measuring asks of one face of a font; all lengths are in em."""

    advances: Advances
    kerning: Pairs = field(default_factory=lambda: Pairs({}, 1))
    ligatures: Mapping[str, float] = field(default_factory=dict)
    """What a sequence moves by where the renderer joins it into a ligature."""
    shaper: Shaper | None = None
    """What shapes text where the face is a file."""
    height: float = LEADING
    """How high the face itself wants its lines: ascent and descent."""


@cache
def tabled(name: str, bold: bool, italic: bool, east_asian: bool) -> Face:
    """Return a built-in table's face in a style, or in the nearest style there is.

    Japanese faces hold some dashes twice: a full cell wide in Japanese text, narrower in Western.
    A face is read once a process, as a program may build many decks.
    """
    slanted, upright = ("bold-italic", "bold") if bold else ("italic", "regular")
    choices = (slanted, upright, "regular") if italic else (upright, "regular")
    file = next(file for file in (f"{name}-{choice}" for choice in choices) if file in _files())
    table = from_json((TABLES / f"{file}.json").read_bytes())
    units: int = table["units"]
    known = _by_character(table["advances"], units)
    if not east_asian:
        known |= _by_character(table["western"], units)
    other = None if name == SANS else partial(_sans, bold)
    ligatures = {text: shift / units for text, shift in table["ligatures"].items()}
    advances = Advances(known, other, full=table["full"])
    kerning = Pairs(table["kerning"], units)
    return Face(advances, kerning, ligatures, height=table["height"] / units)


@cache
def substituted(name: str, bold: bool, italic: bool, east_asian: bool) -> Face:
    """Return a face that is as wide as a Japanese table's, and as what stands in for it."""
    if east_asian:
        return full_width(bold)
    table, other = tabled(name, bold, italic, east_asian).advances, _sans(bold)
    known = {character: max(advance, other[character]) for character, advance in table.items()}
    return Face(Advances(known, partial(_sans, bold), full=True))


@cache
def full_width(bold: bool) -> Face:
    """Return an East Asian face of unknown advances: whatever may take a full cell takes one."""
    advances = _Cells({" ": _SPACE, "\u00a0": _SPACE}, partial(_sans, bold), full=False)
    return Face(advances, height=_TALL)


def read(file: FontFile, bold: bool) -> Face:
    """Return the face in a font file; characters it lacks are as in DejaVu Sans."""
    shaper = Shaper(file)
    advances = _FileAdvances(shaper, partial(_sans, bold))
    return Face(advances, shaper=shaper, height=shaper.height)


def _sans(bold: bool) -> Advances:
    return tabled(SANS, bold, italic=False, east_asian=False).advances


def _by_character(groups: Mapping[str, str], units: int) -> dict[str, float]:
    return {
        character: int(advance) / units
        for advance, characters in groups.items()
        for character in characters
    }


@cache
def _files() -> frozenset[str]:
    return frozenset(path.stem for path in TABLES.glob("*.json"))
