"""Words with marks of Markdown -> text alone, as labels of shapes and names in charts hold it.

Marks are taken for what they are where they can hardly mean anything else: `2*3*4`, `*args` and
`a_b_c` stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.formulas.worded import worded

_EMPHASIS: Final = r"(?<![\w*\\])(\*{1,3})(?![\s*.,;:/)\]])([^*\n]{1,500}?)(?<![\s,;/(])\1(?![\w*])"
_CODE: Final = r"(?<!`)`([^`\n]+)`(?!`)"
_LINK: Final = r"(?<![!\\])\[([^\[\]\n]+)\]\(((?:https?://|mailto:|tel:|#)[^\s()]+)\)"


def plain_label(text: str) -> str:
    """Return a text without the marks of its emphasis, code and links; formulas become letters."""
    text = worded(text)
    if "](" in text:
        text = re.sub(_LINK, r"\1", text)
    if "`" in text:
        text = re.sub(_CODE, r"\1", text)
    return re.sub(_EMPHASIS, r"\2", text, flags=re.ASCII) if text.count("*") > 1 else text


def addresses_in(text: str) -> tuple[str, ...]:
    """Return where the links in a text lead."""
    return tuple(match[2] for match in re.finditer(_LINK, text)) if "](" in text else ()
