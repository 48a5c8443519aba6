"""Styled text and widths -> measured lines; knows of no slides and no presentation files."""

from deckgen.text.fonts import NoFonts
from deckgen.text.machine import MachineFonts
from deckgen.text.model import Font, FontFile, FontSource, Line, Profile, StyledText
from deckgen.text.profiles import LIBREOFFICE, POWERPOINT, SAFE
from deckgen.text.typesetter import Typesetter

__all__ = [
    "LIBREOFFICE",
    "POWERPOINT",
    "SAFE",
    "Font",
    "FontFile",
    "FontSource",
    "Line",
    "MachineFonts",
    "NoFonts",
    "Profile",
    "StyledText",
    "Typesetter",
]
