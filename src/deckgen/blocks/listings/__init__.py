"""Lines of program text, and what each part of them is."""

from __future__ import annotations

from enum import Enum

from deckgen.blocks.kit import Struct


class Syntax(Enum):
    """What a part of program text is, as far as it shows in its colour."""

    PLAIN = "plain"
    KEYWORD = "keyword"
    STRING = "string"
    COMMENT = "comment"
    NUMBER = "number"
    NAME = "name"
    ADDED = "added"
    REMOVED = "removed"


class CodePart(Struct, frozen=True):
    """A part of a line that is of one kind."""

    text: str
    syntax: Syntax = Syntax.PLAIN


class CodeLine(Struct, frozen=True):
    """A line, its number, and whether it stands out; a line of none stands for lines left out."""

    parts: tuple[CodePart, ...]
    number: int | None
    is_lit: bool = False

    @property
    def text(self) -> str:
        """The text of the line."""
        return "".join(part.text for part in self.parts)

    @property
    def change(self) -> Syntax | None:
        """Whether the line is added or removed, None where it is neither."""
        kinds = {part.syntax for part in self.parts}
        return next((one for one in (Syntax.ADDED, Syntax.REMOVED) if one in kinds), None)
