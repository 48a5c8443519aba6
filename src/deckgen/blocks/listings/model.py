"""Lines of program text, and what each stretch of them is."""

from __future__ import annotations

from enum import Enum

from deckgen.blocks.kit import Struct


class Syntax(Enum):
    """What a stretch of program text is, as far as it shows in its colour."""

    PLAIN = "plain"
    KEYWORD = "keyword"
    STRING = "string"
    COMMENT = "comment"
    NUMBER = "number"
    NAME = "name"
    ADDED = "added"
    REMOVED = "removed"


class Stretch(Struct, frozen=True):
    """A stretch of a line that is of one kind."""

    text: str
    syntax: Syntax = Syntax.PLAIN


class CodeLine(Struct, frozen=True):
    """A line, its number, and whether it stands out; a line of none stands for lines left out."""

    stretches: tuple[Stretch, ...]
    number: int | None
    is_lit: bool = False

    @property
    def text(self) -> str:
        """The text of the line."""
        return "".join(stretch.text for stretch in self.stretches)

    @property
    def change(self) -> Syntax | None:
        """Whether the line is added or removed, None where it is neither."""
        kinds = {stretch.syntax for stretch in self.stretches}
        return next((one for one in (Syntax.ADDED, Syntax.REMOVED) if one in kinds), None)
