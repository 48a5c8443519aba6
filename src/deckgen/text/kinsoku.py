"""How full a line is -> where it ends, under one renderer's rules for line starts and ends."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.text.breaks import opportunities
from deckgen.text.characters import EAST_ASIAN

if TYPE_CHECKING:
    from deckgen.text.itemize import Itemized
    from deckgen.text.model import Profile

_SPACES: Final = re.compile(" +")
_PATH: Final = 66
"""LibreOffice keeps a path with slashes whole when a space is this near before the slash."""


class Breaker:
    """Where the lines of one paragraph end."""

    def __init__(self, paragraph: Itemized, profile: Profile) -> None:
        self._paragraph: Final = paragraph
        self._text: Final = paragraph.text
        self._profile: Final = profile

    def stop(self, start: int, full: int) -> int:
        """Return where the line ends whose first character that does not fit is `full`.

        A stop after `full` means that a character hangs or that spaces are swallowed; a stop at or
        before the start of the line that there is no break and the text must be cut.
        """
        if self._profile.character_breaks:
            return self._stop_by_script(start, full)
        text = self._text
        spaces = _SPACES.match(text, full)
        if spaces:
            return spaces.end()
        if text[full] in self._profile.hanging and self._may_break(full + 1):
            return full + 1
        return max(0, self.allowed.rfind(1, start, full + 1))

    @cached_property
    def allowed(self) -> bytearray:
        """Whether a line may start at each position, kinsoku included."""
        words = self._words
        allowed = bytearray(words)
        position = words.find(1)
        while position >= 0:
            if self._forbids(position):
                allowed[position] = 0
            position = words.find(1, position + 1)
        return allowed

    @cached_property
    def _words(self) -> bytearray:
        return opportunities(self._text, self._profile)

    def _forbids(self, position: int) -> bool:
        text, profile = self._text, self._profile
        return (
            text[position] in profile.forbidden_start or text[position - 1] in profile.forbidden_end
        )

    def _may_break(self, position: int) -> bool:
        text = self._text
        return position >= len(text) or text[position] in " \n" or bool(self.allowed[position])

    def _stop_by_script(self, start: int, full: int) -> int:
        """Return the stop as LibreOffice finds it (docs/analysis/libreoffice-line-rules.md)."""
        if self._text[full] == " ":
            return full + 1
        if full and self._paragraph.script_at(full - 1) == EAST_ASIAN:
            return self._last_character(start, full)
        return self._last_word(start, full)

    def _last_character(self, start: int, full: int) -> int:
        text = self._text
        position = full + 1 if text[full] in self._profile.hanging else full
        if position >= len(text):
            return len(text)
        while position > start and self._forbids(position):
            position -= 1
        return position

    def _last_word(self, start: int, full: int) -> int:
        text, words = self._text, self._words
        position = full
        if full and (ord(text[full]) > 0xFFFF or text[full - 1] == "/"):
            position -= 1
        position = max(0, words.rfind(1, start, position + 1))
        if position and text[position - 1] == "/":
            before = text[max(0, position - _PATH) : position - 1]
            spaces = [i for i, c in enumerate(before) if c.isspace() and c != "\n"]
            if spaces:
                return max(0, position - _PATH) + spaces[-1] + 1
        return position
