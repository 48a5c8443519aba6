"""What a run asks for -> the face to measure it with: a table, a file, or a stand-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.text import faces, families
from deckgen.text.characters import COMPLEX, EAST_ASIAN
from deckgen.text.setting import Setter

if TYPE_CHECKING:
    from deckgen.text.faces import Face
    from deckgen.text.model import Font, FontFile, FontSource, Profile


Families = frozenset[tuple[str, str]]
"""Families, each with a group of scripts that is set in it."""


class NoFonts:
    """A machine without fonts: every face is a table or a stand-in."""

    def find(self, family: str, *, bold: bool, italic: bool) -> FontFile | None:  # noqa: ARG002
        """Return None."""
        return None


def family_of(font: Font, script: str) -> str:
    """Return the family that a font names for the characters of a group of scripts."""
    family = font.latin
    if script == EAST_ASIAN:
        family = font.east_asian
    elif script == COMPLEX:
        family = font.complex_script
    return family or font.latin


class Fonts:
    """The faces of a build, each made once.

    A family with a table is always measured by the table, and one whose characters are known to be
    of full width by that, so that the same deck breaks alike on a machine with fonts and on one
    without.
    """

    def __init__(self, source: FontSource) -> None:
        self.source: Final = source
        self._faces: dict[tuple[str, str, bool, bool, bool], Face] = {}
        self._missing: dict[tuple[str, str], None] = {}
        self._tabled: dict[tuple[str, str], None] = {}
        self._setters: dict[tuple[Font, str, str], Setter] = {}

    def face(self, font: Font, script: str, profile: Profile) -> Face:
        """Return the face that a font gives to the characters of a group of scripts."""
        known = (family_of(font, script), script, font.bold, font.italic, profile.substitutes)
        found = self._faces.get(known)
        if found is None:
            found = self._faces[known] = self.make(*known)
        return found

    def setter(self, font: Font, script: str, profile: Profile) -> Setter:
        """Return what sets text of a font and a group of scripts as a renderer does."""
        known = (font, script, profile.name)
        found = self._setters.get(known)
        if found is None:
            found = Setter(self.face(font, script, profile), script, int(font.size), profile)
            self._setters[known] = found
        return found

    def missing(self, asked: Families | None = None) -> tuple[str, ...]:
        """Return the families that were measured with a stand-in, in the order of asking.

        East Asian families are not among them: kanji advance by one em and kana by no more in each.
        With `asked`, only those of it are.
        """
        return _of(self._missing, asked)

    def absent(self, asked: Families | None = None) -> tuple[str, ...]:
        """Return the families that were measured by a table and are not on this machine.

        Those that nearly every machine has are not looked for. With `asked`, only those of it are.
        """
        tabled = _of(self._tabled, asked)
        return tuple(family for family in tabled if not self._is_installed(family))

    def _is_installed(self, family: str) -> bool:
        names = families.seldom_installed(family)
        return not names or any(
            self.source.find(name, bold=False, italic=False) is not None for name in names
        )

    def make(self, family: str, script: str, bold: bool, italic: bool, substitutes: bool) -> Face:
        """Return the face that text of a family, a group of scripts and a style is measured with.

        With `substitutes` it may be shown in another one where Windows alone has the family.
        """
        table = None if script == COMPLEX else families.table_of(family)
        if table is not None:
            self._tabled[family, script] = None
            if substitutes and families.is_of_windows(family):
                return faces.substituted(table, bold, italic, script == EAST_ASIAN)
            return faces.tabled(table, bold, italic, script == EAST_ASIAN)
        if script == EAST_ASIAN and families.is_full_width(family):
            return faces.full_width(bold)
        file = self.source.find(family, bold=bold, italic=italic)
        if file is not None:
            return faces.read(file, bold)
        if script == EAST_ASIAN:
            return faces.full_width(bold)
        self._missing[family, script] = None
        return faces.tabled(families.stand_in_for(family), bold, italic, east_asian=False)


def _of(found: dict[tuple[str, str], None], asked: Families | None) -> tuple[str, ...]:
    """Return the families that were found, each once; where some are asked for, of these."""
    return tuple(dict.fromkeys(one[0] for one in found if asked is None or one in asked))
