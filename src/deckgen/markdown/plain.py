"""Plain lines, and lists of them -> the runs and prose that the parser would make, much faster.

Most of a deck is lists of short lines whose structure is plain to see; the parser tries some ten
rules on each line, twice. What is not surely the same for CommonMark is left to the parser: these
functions then return None.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Marker, Paragraph, Run
from deckgen.markdown.model import MAX_LEVEL, Prose
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.passage import Passage
    from deckgen.source import Span

    ReadLine = Callable[[str, Passage, int], tuple[Run, ...]]
    """Reads the inline Markdown of a line of a passage, by the line's number."""

_STYLED: Final = lazy(r"[\\`*_~\[<&^$\n\r\0\v\x85\u2028\u2029]|://|==|\{[#.]|:[a-z]")
"""Where an inline rule may begin."""
_ITEM: Final = lazy(
    r"( *)- (?=\*\*[^\s*]|[0-9]{1,9}(?![0-9.)])|\[(?![ xX]\]|!|.*\]:)|`(?!``)"
    r"|[^-+*_#>`~\[|:$\s0-9])(.+)"
)
"""An item whose text begins no block of another kind and no list in the item."""
_MARKER: Final = len("- ")
_LEAST_CODE: Final = 4
"""Text that is indented by so much more than it must be is code, or continues a paragraph."""


def plain_line(text: str, span: Span) -> tuple[Run, ...] | None:
    """Return the run of a line without any markup; none of an empty one."""
    if _STYLED.search(text):
        return None
    text = text.strip(" ")
    return (Run(text, span),) if text else ()


def plain_list(passage: Passage, read_line: ReadLine) -> Prose | None:
    """Return the prose of a body that is one list of bullets, each on a line of its own."""
    if "\r" in passage.text or "![" in passage.text:
        return None
    paragraphs: list[Paragraph] = []
    opened: list[int] = []
    for number, line in enumerate(passage.text.removesuffix("\n").split("\n")):
        item = _ITEM.fullmatch(line)
        if item is None or not _opens(len(item[1]), opened):
            return None
        span = passage.lines(number, number + 1)
        runs = read_line(item[2].strip(), passage, number)
        if runs:
            level = min(len(opened) - 1, MAX_LEVEL)
            paragraphs.append(Paragraph(runs, span, level, Marker.BULLET))
    if not paragraphs:
        return None
    return Prose(tuple(paragraphs), paragraphs[0].span.to(paragraphs[-1].span))


def _opens(indent: int, opened: list[int]) -> bool:
    """Open an item among those that are open, by their indentation; tell whether that is plain."""
    if not opened:
        opened.append(indent)
        return indent < _LEAST_CODE
    while indent < opened[-1]:
        opened.pop()
        if not opened:
            return False
    if indent == opened[-1]:
        return True
    opened.append(indent)
    return _MARKER <= indent - opened[-2] < _MARKER + _LEAST_CODE
