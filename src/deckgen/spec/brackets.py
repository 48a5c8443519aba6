r"""A text with brackets within words -> the same with stand-ins that YAML takes for letters.

Within `[…]` and `{…}` YAML knows no text with brackets that is not quoted (YAML 1.1, section
9.1.3): it stops at `\frac{a}{b}`, `${name}` and `x[1]`, which have but one meaning, as no value and
no key starts right behind a letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.spec.characters import as_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN: Final = lazy(r"\\?[\[\]{}]|\\[^\n]|\n")
"""A bracket with the backslash before it, which makes it another one, or the end of a line."""
_PAIRS: Final = {"[": "]", "{": "}", r"\[": r"\]", r"\{": r"\}"}
_BEFORE_VALUES: Final = " \t\n,:[{]}\"'\u3000"
"""What may stand before a bracket that YAML means, and what ends another value."""


def brackets_as_letters(text: str) -> str:
    """Return a text of the same length without brackets, commas and colons in groups within words.

    `characters.restored` gives what is read of it its own characters again.
    """
    pieces: list[str] = []
    rest = 0
    for start, stop in _groups(text):
        pieces += [text[rest:start], as_letters(text[start:stop])]
        rest = stop
    return "".join([*pieces, text[rest:]])


def _groups(text: str) -> Iterator[tuple[int, int]]:
    """Yield where groups in brackets stand that begin within a word, the outermost in order."""
    stop = -1
    for start, end in sorted(_pairs(text), key=lambda pair: (pair[0], -pair[1])):
        within = start == stop or text[start] == "\\" or text[start - 1] not in _BEFORE_VALUES
        if start >= max(stop, 1) and within:
            yield start, end
            stop = end


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where brackets open and close again in their line, and those with a backslash alone."""
    opened: dict[str, list[int]] = {close: [] for close in _PAIRS.values()}
    for match in _SIGN.finditer(text):
        sign = match[0]
        if sign == "\n":
            opened = {close: [] for close in opened}
        elif sign in _PAIRS:
            opened[_PAIRS[sign]].append(match.start())
        elif opened.get(sign):
            yield opened[sign].pop(), match.end()
        if sign[1:] in _PAIRS or sign[1:] in opened:
            yield match.span()
