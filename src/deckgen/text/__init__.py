"""Styled text and widths -> measured lines; knows of no slides and no presentation files."""

from deckgen.text.model import Font, FontFile, FontSource, Line, Profile, StyledText
from deckgen.text.typesetter import Typesetter

__all__ = ["Font", "FontFile", "FontSource", "Line", "Profile", "StyledText", "Typesetter"]
