"""Plain lines -> the runs that the parser would make of them, much faster.

Most of a deck is short lines, with a word in bold or a link here and there; the parser tries some
ten rules on each line, twice, and takes longer to load than a short deck to read. What is not
surely the same for CommonMark is left to the parser: these functions then return None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.content import Link, Run, join
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from re import Match

    from deckgen.passage import Passage
    from deckgen.source import Span

_STYLED: Final = lazy(
    r"[\\`*~\[<^$\n\r\0\v\x85\u2028\u2029]|_(?=.*_)|&(?=.*;)|://|==|\{[#.{]|:[a-z]|\+\+\w"
    r"|\{(?:[cqes]|no|pa)(?:[a-z]+\}|[^{}]*[=:])|!\w|%%|@[ftesl]"
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
        if run is None or _STYLED.search(before) or _may_multiply(found):
            return None
        runs += (Run(before, span), run)
        position = found.end()
    runs.append(Run(text[position:], span))
    prose = "".join(run.text for run in runs if not run.code)
    return None if _STYLED.search(text[position:]) or prose.count("_") > 1 else join(runs)


def _may_multiply(found: Match[str]) -> bool:
    """Tell whether a stretch may be a factor, by letters and a figure beside its asterisks."""
    text, style = found.string, found.lastgroup or ""
    if style not in {"strong", "emphasis"}:
        return False
    around = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    pairs = zip(around, (found[style][0], found[style][-1]), strict=True)
    return any(outer.isalnum() and (outer.isdigit() or inner.isdigit()) for outer, inner in pairs)


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
