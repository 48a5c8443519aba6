"""A text that YAML folds over lines -> the text as it is meant.

YAML joins the lines of plain, quoted and `>` texts with spaces (YAML 1.1, section 4.2.4). Scripts
that have no spaces between words get none, as in Markdown, and lines that start with a sign of
Japanese lists stay lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.letters import is_unspaced
from deckgen.patterns import lazy
from deckgen.spec.nodes import Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Join = Callable[[str, str], str]
    """What stands between the text so far and the line that follows it."""
    Decode = Callable[[str], str]
    """What a text of one line in double quotation marks says."""

_PROPERTIES: Final = lazy(r"(?:[&!]\S*\s+)*")
_MARKUP: Final = "*_~`=^"
_LINK_END: Final = lazy(r"\]\([^()\s]*\)\Z")
_NOTHING: Final = "\0"
"""What joins lines whose end is escaped until the escape is taken out; no text holds it."""


def refolded(value: str, written: str, style: Style, decode: Decode) -> str:
    """Return the value of a text that is written over several lines, folded as it is meant.

    Where it cannot be told how YAML has folded it, the value stays as it is.
    """
    text = written if style is Style.FOLDED else _PROPERTIES.sub("", written, count=1)
    if "\n" not in text:  # what stands on a line of its own is a tag
        return value

    def fold(join: Join) -> str:
        if style is Style.FOLDED:
            return _folded(text, join)
        return _plain(text, join) if style is Style.PLAIN else _quoted(text, join, decode)

    if fold(_with_space) != value:
        return value
    stay = frozenset(_lines_that_stay(written))
    return fold(lambda before, after: "\n" if after in stay else between(before, after))


def _with_space(_before: str, _after: str) -> str:
    return " "


def _lines_that_stay(written: str) -> Iterator[str]:
    """Yield the lines that stay lines by the marks that they start with, as in Markdown."""
    from deckgen.markdown.kept_lines import LOOKED_AT, kept

    lines = [line.strip().rstrip("'\"") for line in written.split("\n")]
    marks = kept([line[:LOOKED_AT] for line in lines])
    yield from (line for line, mark in zip(lines, marks, strict=True) if mark is not None)


def between(before: str, after: str) -> str:
    """Return what joins two lines: as Markdown's soft break, whatever emphasis stands there."""
    last = _LINK_END.sub("", before.rstrip(_MARKUP)).rstrip(_MARKUP)[-1:]
    first = after.lstrip(_MARKUP + "[")[:1]
    return "" if is_unspaced(last) and is_unspaced(first) else " "


def margin(line: str) -> int:
    """Return how far a line is indented."""
    return len(line) - len(line.lstrip(" "))


def _plain(text: str, join: Join) -> str:
    return _flowing([line.strip(" \t\r") for line in text.split("\n")], join)


def _flowing(lines: list[str], join: Join) -> str:
    """Return lines joined; each empty line between them is a line feed."""
    parts, before, empty = [lines[0]], lines[0], 0
    for number, line in enumerate(lines[1:], start=1):
        if not line and number < len(lines) - 1:
            empty += 1
            continue
        parts += ("\n" * empty or join(before, line), line)
        before, empty = line, 0
    return "".join(parts)


def _quoted(text: str, join: Join, decode: Decode) -> str:
    mark, inner = text[:1], text[1:-1]
    first, *middle, last = inner.split("\n")
    lines = [first.rstrip(" \t\r"), *(line.strip(" \t\r") for line in middle), last.lstrip(" \t")]
    if mark == "'":
        return _flowing([line.replace("''", "'") for line in lines], join)
    if "\\" not in inner:
        return _flowing(lines, join)

    def join_escaped(before: str, after: str) -> str:
        if _ends_escaped(before):
            return _NOTHING
        if _ends_escaped(after):
            after = after[:-1]  # it says how the next line follows, and nothing itself
        return join(*(decode(line) if "\\" in line else line for line in (before, after)))

    joined = _flowing(lines, join_escaped).replace(f"\\{_NOTHING}", "")
    return decode(joined.replace("\n", r"\n"))


def _ends_escaped(line: str) -> bool:
    """Tell whether the end of a line is escaped, which takes it away."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _folded(written: str, join: Join) -> str:
    """Return a `>` text: lines that are indented further keep their ends (section 9.3.3)."""
    head, *lines = written.replace("\r\n", "\n").split("\n")
    indented = next((margin(line) for line in lines if line.strip(" ")), 0)
    parts: list[str] = []
    empty, before = 0, ""
    for line in (line[indented:] for line in lines):
        if not line:
            empty += 1
            continue
        if not before:
            parts += ("\n" * empty, line)
        elif before[0] in " \t" or line[0] in " \t":
            parts += ("\n" * (empty + 1), line)
        else:
            parts += ("\n" * empty or join(before, line), line)
        empty, before = 0, line
    chomping = re.search(r"[-+]", head.partition("#")[0])
    ends = {"-": "", "+": "\n" * empty}
    return "".join(parts) + (ends[chomping[0]] if chomping else "\n" if before and empty else "")
