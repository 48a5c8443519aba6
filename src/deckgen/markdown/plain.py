"""Plain lines, and lists of them -> the runs and prose that the parser would make, much faster.

Most of a deck is lists of short lines whose structure is plain to see, with a word in bold or a
link here and there; the parser tries some ten rules on each line, twice, and takes longer to load
than a short deck to read. What is not surely the same for CommonMark is left to the parser: these
functions then return None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.content import Link, Marker, Paragraph, Run, join
from deckgen.markdown.model import MAX_LEVEL, Prose
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable
    from re import Match

    from deckgen.passage import Passage
    from deckgen.source import Span

    ReadLine = Callable[[str, Passage, int], tuple[Run, ...]]
    """Reads the inline Markdown of a line of a passage, by the line's number."""

_STYLED: Final = lazy(
    r"[\\`*~\[<^$\n\r\0\v\x85\u2028\u2029]|_(?=.*_)|&(?=.*;)|://|==|\{[#.]|:[a-z]"
)
"""Where an inline rule may begin. One `_` pairs with nothing, and a reference ends with `;`."""
_MARKED: Final = lazy(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*|`(?P<code>[^`]+)`"
    r"|\[(?P<linked>[^\[\]]+)\]\((?P<target>#[\w.-]+|https?://[a-z0-9.-]+(?:/[\w/.~=+#-]*)?)\)"
    r"|<(?P<address>https?://[a-z0-9.-]+(?:/[\w/.~=+#-]*)?)>",
    re.ASCII,
)
"""Stretches in one style without another in them, and links to addresses that need no encoding."""
_LINKS: Final = ("target", "address")
_BESIDE: Final = ("!", "]")
"""What, directly before a marked stretch, may make something else of it."""
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


def marked_line(text: str, passage: Passage, span: Span) -> tuple[Run, ...] | None:
    """Return the runs of a line with nothing but simple words in bold, italics, code, and links.

    Emphasis is simple where it starts and ends with a letter or digit: then it opens and closes
    whatever stands around it (CommonMark 0.31, 6.2), and no two of its marks can be paired wrongly.
    """
    if text != text.strip():
        return None
    runs: list[Run] = []
    position = 0
    for found in _MARKED.finditer(text):
        before = text[position : found.start()]
        if (position and not before) or before.endswith(_BESIDE):
            return None
        run = _marked(found, passage, span)
        if run is None or _STYLED.search(before):
            return None
        runs += (Run(before, span), run)
        position = found.end()
    runs.append(Run(text[position:], span))
    prose = "".join(run.text for run in runs if not run.code)
    return None if _STYLED.search(text[position:]) or prose.count("_") > 1 else join(runs)


def _marked(found: Match[str], passage: Passage, span: Span) -> Run | None:
    """Return the run of a marked stretch, None of one that is not simple."""
    style, shown = found.lastgroup, found[found.lastindex or 0]
    if style in _LINKS:
        link = Link(shown, passage.find(shown, span))
        shown = found["linked"] or shown
        return Run(shown, span, link=link) if found["address"] or _is_simple(shown) else None
    if not _is_simple(shown):
        return None
    strong, emphasis, code = (style == name for name in ("strong", "emphasis", "code"))
    return Run(shown, span, strong=strong, emphasis=emphasis, code=code)


def _is_simple(text: str) -> bool:
    return text[0].isalnum() and text[-1].isalnum() and not _STYLED.search(text)


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
