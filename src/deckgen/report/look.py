"""Roles of text in a report -> escape sequences, where colour is wanted."""

from __future__ import annotations

from enum import Enum
from typing import Final, assert_never

from deckgen.diagnostics import Severity
from deckgen.records import Struct

PIPE_WIDTH: Final = 100


class Rendition(Enum):
    """What a piece of a report is; the value is its rendition in SGR parameters (ECMA-48)."""

    PLAIN = ""
    TITLE = "1"
    ERROR = "1;31"
    WARNING = "1;33"
    NOTE = "1;36"
    FRAME = "1;34"
    HINT = "1;32"


class Look(Struct, frozen=True):
    """The terminal's width in cells, and whether it is to be sent colours."""

    width: int = PIPE_WIDTH
    color: bool = False

    def paint(self, text: str, role: Rendition) -> str:
        """Return the text in the colours of its role."""
        if not self.color or role is Rendition.PLAIN or not text:
            return text
        return f"\x1b[{role.value}m{text}\x1b[0m"


def role_of(severity: Severity) -> Rendition:
    """Return the role in whose colours a severity appears."""
    match severity:
        case Severity.ERROR:
            return Rendition.ERROR
        case Severity.WARNING:
            return Rendition.WARNING
        case Severity.NOTE:
            return Rendition.NOTE
        case _:
            assert_never(severity)
