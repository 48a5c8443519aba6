r"""Rules for formulas: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, within a line and as a block.

`$` also stands before prices and names of variables, so that what is between two of them is a
formula only where it looks like one; the others stay as they are written.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

INLINE: Final = "formula"
BLOCK: Final = "formula_block"

_TEX: Final = (
    r"(?:\\[A-Za-z,;:!{}|%]|[\^_=+<>{}|≤≥≠∈±×′']|\d\s*[-*/]\s*[A-Za-z\d]"
    r"|[A-Za-z]\s*[-*/(]\s*[A-Za-z\d])"
)
"""What formulas have, and prices and names of variables have not."""
_SHORT: Final = r"(?:[A-Za-z\u0370-\u03ff]{1,3}|[\d.,]+|[^\W\d_])(?=\$)"
_LINE: Final = rf"(?=[^$\n]{{0,500}}?{_TEX})(?:[^$\n\\]|\\.){{1,2000}}?(?<![\s\\])"
_ESCAPED: Final = rf"(?=\s*[A-Za-z\u0370-\u03ff]\s*\\[)\]]|(?:(?!\\[)\]]).){{0,500}}?{_TEX})"
"""Brackets with a backslash are also how words are kept from being a link: `\\[1\\]`."""
_PATTERNS: Final = (
    (r"\$\$(?P<tex>(?=[^$]*\S)(?:[^$\\]|\\.){1,5000})\$\$", True),
    (
        rf"(?<![A-Za-z0-9\\])\$(?P<tex>(?![\s$])(?:(?:{_SHORT})(?=\$)|{_LINE}))\$(?![A-Z0-9_])",
        False,
    ),
    (rf"\\\((?P<tex>{_ESCAPED}.{{1,2000}}?)\\\)", False),
    (rf"\\\[(?P<tex>{_ESCAPED}.{{1,5000}}?)\\\]", True),
)
"""How a formula is written in a line, and whether it is one that stands by itself."""
_FENCES: Final = {"$$": "$$", "\\[": "\\]"}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple((re.compile(pattern, re.DOTALL), display) for pattern, display in _PATTERNS)


def formula(state: StateInline, silent: bool) -> bool:
    """Read a formula within a line."""
    if state.src[state.pos] not in "$\\":
        return False
    for pattern, display in _patterns():
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            continue
        if not silent:
            token = state.push(INLINE, "", 0)
            token.content = match["tex"]
            token.meta = {"display": display, "start": match.start("tex")}
        state.pos = match.end()
        return True
    return False


def _is_escaped_formula(text: str) -> bool:
    """Tell whether brackets with backslashes hold a formula and not words."""
    pattern, _ = _patterns()[-1]
    return pattern.match(text.strip()) is not None


def formula_block(state: StateBlock, start: int, stop: int, silent: bool) -> bool:
    """Read lines from one that starts with `$$` to one that ends with it."""
    if state.sCount[start] - state.blkIndent >= 4:
        return False
    first = _line(state, start)
    closing = _FENCES.get(first[:2])
    if closing is None:
        return False
    last = _closing(state, start, stop, closing)
    if last is None:
        return False
    lines = [_line(state, number) for number in range(start, last + 1)]
    if closing != "$$" and not _is_escaped_formula("\n".join(lines)):
        return False
    if not silent:
        state.line = last + 1
        token = state.push(BLOCK, "", 0)
        token.content = "\n".join(lines).strip()[2:-2]
        token.map = [start, last + 1]
    return True


def _closing(state: StateBlock, start: int, stop: int, closing: str) -> int | None:
    """Return the line that ends a formula; None where it is none, or goes on behind its end."""
    for number in range(start, stop):
        line = _line(state, number).strip()
        inner = line[2:] if number == start else line
        if closing in inner:
            return number if inner.endswith(closing) and inner.count(closing) == 1 else None
        if state.sCount[number] < state.blkIndent and line:
            return None
    return None


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
