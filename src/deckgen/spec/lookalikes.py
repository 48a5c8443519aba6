"""A line that YAML has not understood as it was meant -> the character in it that only looks right.

Input methods for Japanese and Chinese write full-width signs and spaces, word processors rounded
quotation marks and no-break spaces. For YAML all of them are letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.source import Source, Span

_SPACE: Final = "\u3000\u00a0\u1680\u2000-\u200a\u202f\u205f\u200b\ufeff"
_START: Final = r"\s*(?:- +)*"
_KEY: Final = "[A-Za-z_]{1,24}"
"""A key; words of other scripts before a colon are text."""
_SPACES: Final = (
    lazy(rf"[ \t]*([{_SPACE}])"),
    lazy(rf"{_START}-([{_SPACE}])"),
    lazy(rf"{_START}{_KEY} *:([{_SPACE}])"),
)
_DASH: Final = lazy(rf"{_START}([－﹣−‐‑–—―])(?=[ \t{_SPACE}]+{_KEY} *[:：])")
_COLON: Final = lazy(rf"{_START}{_KEY}([：﹕︓])")
_HASH: Final = lazy(r"\s*([＃﹟])")
_BLOCK: Final = lazy(rf"{_START}{_KEY}: +([｜＞])[-+]?\s*\Z")
_OPENING: Final = rf"(?:{_START}|.*?(?:: |[\[{{,]) *)"
_BRACKET: Final = lazy(rf"{_OPENING}([［｛])")
_QUOTE: Final = lazy(rf"{_OPENING}([“”„‟‘’‚‛«»「」『』＂＇])")
_FOLDED_KEY: Final = lazy(rf"\s*(?:- +)?{_KEY}(：)")

_WANTED: Final = {
    "－﹣−‐‑–—―": "`-`",
    "：﹕︓": "`:`",
    "＃﹟": "`#`",
    "｜": "`|`",
    "＞": "`>`",
    "［": "`[`",
    "｛": "`{`",
    "“”„‟‘’‚‛«»「」『』＂＇": 'quotation marks, `"…"`',
}
_NAMES: Final = {
    "\u3000": "a full-width space",
    "\u00a0": "a no-break space",
    "\u200b": "a space of no width",
    "\ufeff": "a byte order mark",
}


class Lookalike(Struct, frozen=True):
    """A character that looks like a sign of YAML, and what YAML wants in its place."""

    span: Span
    wanted: str

    def report(self, sink: Sink) -> None:
        """Report the character instead of what became of it."""
        character = self.span.text[0]
        name = _NAMES.get(character)
        if name is None:
            from unicodedata import name as name_of

            words = name_of(character, "").lower().replace("fullwidth", "full-width")
            name = f"a {words}" if words.startswith("full-width") else f"`{character}`"
        message = f"{name} (U+{ord(character):04X}) stands where YAML wants {self.wanted}"
        sink.report(codes.YAML_LOOKALIKE, self.span, message, hints=[f"write {self.wanted}"])


def in_structure(source: Source, line: int) -> Lookalike | None:
    """Return what looks like the indentation, the dash, the colon or the `#` of a line."""
    return _first(source, line, *_SPACES, _DASH, _COLON, _HASH, _BLOCK)


def in_opening(source: Source, line: int) -> Lookalike | None:
    """Return what looks like a quotation mark or bracket where a value starts in a line."""
    return _first(source, line, _QUOTE, _BRACKET)


def in_folded_text(span: Span) -> Lookalike | None:
    """Return what looks like the sign of a block, or the colon of a key, in a text over lines."""
    source = span.source
    first, last = source.line_of(span.start), source.line_of(span.stop)
    found = (_first(source, line, _FOLDED_KEY) for line in range(first + 1, last + 1))
    return _first(source, first, _BLOCK) or next((one for one in found if one is not None), None)


def _first(source: Source, line: int, *patterns: re.Pattern[str]) -> Lookalike | None:
    text, start = source.line_text(line), source.line_start(line)
    if text.isascii():  # as are most lines, and long ones are looked at for each of their keys
        return None
    for pattern in patterns:
        found = pattern.match(text)
        if found is not None:
            span = source.span(start + found.start(1), start + found.end(1))
            wanted = (word for signs, word in _WANTED.items() if found[1] in signs)
            return Lookalike(span, next(wanted, "spaces"))
    return None
