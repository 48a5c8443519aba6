"""Inline rules that CommonMark does not have: `H~2~O`, `x^2^` and `==marked==`.

They are narrower than those of other programs, because `~` and `==` also stand in ranges and in
program text: `10~20人、30~40人`, `a==b and c==d`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

_SUPERSCRIPT: Final = lazy(r"\^((?:[^\s^\\\[\]`<>]|\\[!-/:-@\[-`{-~]){1,40})\^")
_SUBSCRIPT: Final = lazy(
    r"~([A-Za-z0-9\u0370-\u03ff+\-=().*′″∞−±]{1,20}(?:,[A-Za-z0-9]{1,2})?)~(?!~)"
)
_ESCAPE: Final = lazy(r"\\([!-/:-@\[-`{-~])")
_MARK: Final = lazy(r"==(?=[^\s=])(.{0,300}?[^\s=])==(?!=)", re.DOTALL)
_WORD: Final = lazy(r"[A-Za-z0-9_]")
_STANDS_ON: Final = lazy(r"[^\s(\[{（「『【〈《^~=]")
"""What letters above and below the line stand on; figures, as of isotopes, may stand alone."""


def script(state: StateInline, silent: bool) -> bool:
    """Set text between two `^` above the line, between two `~` below it."""
    sign = state.src[state.pos]
    if sign not in "^~":
        return False
    match = (_SUPERSCRIPT if sign == "^" else _SUBSCRIPT).match(state.src, state.pos, state.posMax)
    if match is None or not _is_attached(match):
        return False
    if not silent:
        name = "sup" if sign == "^" else "sub"
        state.push(f"{name}_open", name, 1)
        state.push("text", "", 0).content = _ESCAPE.sub(r"\1", match[1])
        state.push(f"{name}_close", name, -1)
    state.pos = match.end()
    return True


def _is_attached(match: re.Match[str]) -> bool:
    """Tell whether a script stands on something, and two signs are not those of two ranges."""
    before, after = _around(match)
    if match[0][0] == "~" and before.isdigit() and after.isdigit():
        return False
    return _STANDS_ON.match(before) is not None or match[1].isdigit()


def mark(state: StateInline, silent: bool) -> bool:
    """Mark text between `==` and `==`, in which other Markdown may stand."""
    if not state.src.startswith("==", state.pos):
        return False
    match = _MARK.match(state.src, state.pos, state.posMax)
    if match is None or _joins_words(match):
        return False
    if not silent:
        end = state.posMax
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = match.start(1), match.end(1)
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
        state.posMax = end
    state.pos = match.end()
    return True


def _joins_words(match: re.Match[str]) -> bool:
    """Tell whether a sign stands between two words of program text, as in `a==b`."""
    return any(_WORD.match(letter) or letter in {"=", "!"} for letter in _around(match) if letter)


def _around(match: re.Match[str]) -> tuple[str, str]:
    """Return the letters before and behind a match, empty at the ends of the text."""
    text, start, stop = match.string, match.start(), match.end()
    return text[max(0, start - 1) : start], text[stop : stop + 1]
