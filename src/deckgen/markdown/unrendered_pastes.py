"""What is told of Markdown typed with full-width signs, and of cells pasted with tabs between them.

Both are what a hand or a spreadsheet leaves that knows nothing of Markdown: `［text］（https://…）`,
`＊＊words＊＊`, `##heading`, lines of a sheet.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.markdown.unrendered import Detector, Finding
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS: Final = r"(?:https?://|mailto:)[^\s()（）]{1,1000}"
_FILE: Final = r"[^\s()（）]{1,300}\.(?i:png|jpe?g|gif|svg|webp|bmp)"
_WIDE_IN_LINES: Final = (
    Detector(
        codes.UNRENDERED_PICTURE,
        "",
        lazy(rf"(?!!\[[^\[\]\n]*\]\()[!！][\[［]([^\[\]［］\n]{{0,300}})[\]］][(（]({_FILE})[)）]"),
        r"write it with signs of ASCII: `![\1](\2)`",
    ),
    Detector(
        codes.UNRENDERED_LINK,
        "",
        lazy(rf"(?!\[[^\[\]\n]*\]\()[\[［]([^\[\]［］\n]{{1,300}})[\]］][(（]({_ADDRESS})[)）]"),
        r"write it with signs of ASCII: `[\1](\2)`",
    ),
    Detector(
        codes.UNRENDERED_EMPHASIS,
        "",
        lazy(r"(?<!＊)＊＊(?!＊)([^＊\n]{1,300})(?<!＊)＊＊(?!＊)"),
        r"write it with signs of ASCII: `**\1**`",
    ),
)
"""What input methods write within a line for what Markdown writes in signs of ASCII."""
_WIDE: Final = (
    *_WIDE_IN_LINES,
    Detector(
        codes.UNRENDERED_BLOCK,
        "",
        lazy(r"^＞[ \u3000]*(\S[^\n＜＞]*)$", re.MULTILINE),
        r"write it with a sign of ASCII: `> \1`",
    ),
    Detector(
        codes.UNRENDERED_TABLE,
        "",
        lazy(r"(?<!｜\n)^｜[^\n｜]+(?:｜[^\n｜]+)+｜$", re.MULTILINE),
        "write it with signs of ASCII: `| a | b |`, and `|---|---|` below the first row",
    ),
    Detector(
        codes.UNRENDERED_HEADING,
        "",
        lazy(
            r"^(?:#(?=[^\W\d_A-Za-z])|#{2,6}(?=[^\s#.!]))([^#\n]*[^#\n\d\s][^#\n]*)#*$",
            re.MULTILINE,
        ),
        r"write `### \1`, with a blank behind the signs",
    ),
)
_BULLET: Final = lazy(r"(?:[^\w\s]{1,2}|[(（]?\w[.)．）]?|\d{1,2}[.)．）])\t[^\t]*")
_LONGEST: Final = 60
"""So many letters of a pasted row are shown in the advice."""


def in_paste(content: str) -> Iterator[Finding]:
    """Yield what is found in a paragraph."""
    for detector in _WIDE:
        for match in detector.pattern.finditer(content):
            yield Finding(detector.code, match.start(), match.end(), detector.advice(match))
    yield from _pasted_table(content)


def in_wide_line(content: str) -> Iterator[Finding]:
    """Yield what is found in a line that is no paragraph: a title, a cell, an item."""
    for detector in _WIDE_IN_LINES:
        for match in detector.pattern.finditer(content):
            yield Finding(detector.code, match.start(), match.end(), detector.advice(match))


def _pasted_table(content: str) -> Iterator[Finding]:
    """Find lines of as many cells, with tabs between them, as a spreadsheet gives them."""
    start, lines = 0, content.split("\n")
    for line, below in pairwise(lines):
        cells = line.split("\t")
        alike = len(cells) > 1 and below.count("\t") == len(cells) - 1
        if alike and not _BULLET.fullmatch(line) and "" not in {line.strip(), below.strip()}:
            row = " | ".join(cell.strip() for cell in cells)
            shown = f"| {row} |" if len(row) <= _LONGEST else "| a | b |"
            hint = (
                f"write `{shown}`, and `|{'---|' * len(cells)}` below it; or keep the tabs and put"
            )
            hint += " the lines below `table: |`"
            yield Finding(codes.UNRENDERED_TABLE, start, start + len(line), hint)
            return
        start += len(line) + 1
