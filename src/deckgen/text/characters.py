"""A character -> its line-breaking class, its width and the group of its script.

The data are those of the Unicode Character Database (UAX #14, #11, #29), written into
`tables/characters.bin` by `scripts/build_character_table.py`, so that every Python gives the same.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from functools import cache
from pathlib import Path
from typing import Final

from deckgen.records import Struct, from_json

LATIN: Final = "L"
EAST_ASIAN: Final = "A"
COMPLEX: Final = "X"
WEAK: Final = "W"
"""Spaces, general punctuation, symbols, emoji: they go with their neighbours."""


class CharacterProperties(Struct, frozen=True):
    """What line breaking and measuring ask of a character."""

    line_break: str
    """The class of UAX #14: `AL`, `ID`, `OP`, ..."""
    width: str
    """The East Asian width of UAX #11: `W`, `F`, `H`, `Na`, `A` or `N`."""
    script: str
    """`LATIN`, `EAST_ASIAN`, `COMPLEX` or `WEAK`."""
    extends: bool
    """Whether it continues the cluster before it (a combining mark, a joiner)."""
    is_mark: bool
    """Whether it does so without an advance of its own."""

    @property
    def is_wide(self) -> bool:
        """Whether it stands in a full East Asian cell."""
        return self.width in {"W", "F"}


class _Memo(dict[str, CharacterProperties]):
    """The properties of the characters met so far; looks up the others in the table."""

    def __missing__(self, character: str) -> CharacterProperties:
        starts, numbers, records = _table()
        found = records[numbers[bisect_right(starts, ord(character)) - 1]]
        self[character] = found
        return found


PROPERTIES: Final = _Memo()
"""The properties of each character; index it with a single character."""


class _Scripts(dict[str, str]):
    def __missing__(self, character: str) -> str:
        script = self[character] = PROPERTIES[character].script
        return script


SCRIPTS: Final = _Scripts()
"""The group of scripts of each character; index it with a single character."""


@cache
def _table() -> tuple[array[int], bytes, tuple[CharacterProperties, ...]]:
    data = Path(__file__).with_name("tables").joinpath("characters.bin").read_bytes()
    end = data.index(b"\n")
    head = from_json(data[:end])
    starts = array("I")
    starts.frombytes(data[end + 1 : end + 1 + head["ranges"] * starts.itemsize])
    if sys.byteorder == "big":
        starts.byteswap()
    records = tuple(_properties(*record.split()) for record in head["records"])
    return starts, data[-head["ranges"] :], records


def _properties(line_break: str, width: str, script: str, extends: str) -> CharacterProperties:
    return CharacterProperties(line_break, width, script, extends != "-", extends == "+")
