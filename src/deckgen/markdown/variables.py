"""`${name}` in Markdown -> a token of its own: neither it nor its value is read as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_inline import StateInline

VARIABLE: Final = "variable"
"""The type of the tokens that the rule makes."""
_ESCAPED: Final = "$${"
_USE: Final = r"\$\$\{|\$\{([^{}\n]*)\}"


def variable(state: StateInline, silent: bool) -> bool:
    """Make a token of the use of a variable, and text of `$${`, which is none."""
    if state.src[state.pos] != "$":
        return False
    match = re.compile(_USE).match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        is_escaped = match[0] == _ESCAPED
        token = state.push("text_special" if is_escaped else VARIABLE, "", 0)
        token.content = match[0][1:] if is_escaped else match[0]
        token.meta = {"name": match[1], "start": match.start(), "stop": match.end()}
    state.pos = match.end()
    return True


def filled(text: str, fill: Callable[[str], str | None]) -> str:
    """Return a text that is no Markdown, such as an address, with what is in it filled in."""

    def one(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][1:]
        value = fill(match[1])
        return match[0] if value is None else value

    return re.sub(_USE, one, text)
