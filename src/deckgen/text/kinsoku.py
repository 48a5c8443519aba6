"""How full a line is -> where it ends, under one renderer's rules for line starts and ends."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.text.breaks import opportunities
from deckgen.text.characters import EAST_ASIAN

if TYPE_CHECKING:
    from deckgen.text.itemize import Itemized
    from deckgen.text.model import Profile

_SPACES: Final = lazy(" +")
_PATH: Final = 66
"""LibreOffice keeps a path with slashes whole when a space is this near before the slash."""


_OBJECT: Final = "\x01"
"""What stands for a link's letters where the renderer looks for breaks in the text around it."""


_first: Final = itemgetter(0)


class Breaker:
    """Where the lines of one paragraph end."""

    def __init__(self, paragraph: Itemized, profile: Profile) -> None:
        self._paragraph: Final = paragraph
        self._text: Final = paragraph.text
        self._profile: Final = profile
        self._links: Final = paragraph.links

    def link_at(self, start: int, full: int) -> tuple[int, int] | None:
        """Return the link that decides where a line ends whose first misfit is `full`.

        It does if it is a piece that does not fit, or what is left of one that fitted no line.
        """
        if not self._links:
            return None
        begun = self._link_before(start)
        if begun is not None and start < begun[1]:
            return begun
        reached = self._link_before(full + 1)
        return reached if reached is not None and full < reached[1] else None

    def _link_before(self, position: int) -> tuple[int, int] | None:
        """Return the last link that starts before a position."""
        index = bisect_left(self._links, position, key=_first)
        return self._links[index - 1] if index else None

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
        words = opportunities(self._text, self._profile)
        allowed = bytearray(words)
        position = words.find(1)
        while position >= 0:
            if self._forbids(self._text, position):
                allowed[position] = 0
            position = words.find(1, position + 1)
        return allowed

    def _forbids(self, text: str, position: int) -> bool:
        profile = self._profile
        return (
            text[position] in profile.forbidden_start or text[position - 1] in profile.forbidden_end
        )

    def _may_break(self, position: int) -> bool:
        text = self._text
        return position >= len(text) or text[position] in " \n" or bool(self.allowed[position])

    @cached_property
    def _seen(self) -> str:
        """The text in which a renderer looks for breaks, to which links are no letters."""
        seen, done = "", 0
        for start, stop in self._links:
            seen += self._text[done:start] + _OBJECT * (stop - start)
            done = stop
        return seen + self._text[done:]

    @cached_property
    def _words(self) -> bytearray:
        return opportunities(self._seen, self._profile)

    def _stop_by_script(self, start: int, full: int) -> int:
        """Return the stop as LibreOffice finds it (docs/analysis/libreoffice-line-rules.md)."""
        if self._seen[full] == " ":
            return full + 1
        # a line may end behind a link whatever follows, and never goes back beyond one
        link = self._link_before(full)
        after = link[1] if link is not None and link[1] > start else start
        if start < after == full:
            return full + (self._text[full] in self._profile.hanging and full + 1 < len(self._text))
        if full and self._paragraph.script_at(full - 1) == EAST_ASIAN:
            return max(after, self._last_character(after, full))
        return max(after, self._last_word(after, full))

    def _last_character(self, start: int, full: int) -> int:
        text = self._seen
        position = full + 1 if text[full] in self._profile.hanging else full
        if position >= len(text):
            return len(text)
        while position > start and self._forbids(text, position):
            position -= 1
        return position

    def _last_word(self, start: int, full: int) -> int:
        text, words = self._seen, self._words
        position = full
        if full and (ord(text[full]) > 0xFFFF or text[full - 1] == "/"):
            position -= 1
        position = max(0, words.rfind(1, start, position + 1))
        if position and text[position - 1] == "/":
            return self._before_path(position)
        return position

    def _before_path(self, position: int) -> int:
        """Return where a path begins that has a slash before a position; the position if far."""
        text, left, place = self._seen, _PATH - 1, position - 1
        while left and place:
            link = self._link_before(place)
            if link is not None and place == link[1]:
                place = link[0]
            elif text[place - 1].isspace() and text[place - 1] != "\n":
                return place
            else:
                place -= 1
            left -= 1
        return position
