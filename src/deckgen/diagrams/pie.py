"""Mermaid's pie charts -> shares.

The grammar is that of https://mermaid.js.org/syntax/pie.html.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.diagrams.lines import statements
from deckgen.diagrams.model import DiagramError
from deckgen.diagrams.shares import PieShare, Shares
from deckgen.diagrams.words import words

_HEADER: Final = r"(?m)^[ \t]*pie\b[ \t]*(showData\b)?[ \t]*(?:title[ \t]+([^\n]+))?$"
_SHARE: Final = r"(\"[^\"]*\"|'[^']*')\s*:\s*(\S+)"
_NUMBER: Final = r"\d{1,15}(?:\.\d{1,6})?"


def pie(text: str) -> Shares:
    """Return the shares of a pie; raises `DiagramError` for what is none."""
    header = re.search(_HEADER, text)
    if header is None:
        raise DiagramError("expected `pie`, and a share on each line below it", 0)
    told, found = header[1] is not None, list[PieShare]()
    for statement in statements(text):
        if statement.text == "showData":
            told = True
            continue
        match = re.fullmatch(_SHARE, statement.text)
        if match is None:
            hint = 'write `"Name" : 12`'
            raise DiagramError(f"cannot read `{statement.text[:40]}`", statement.offset, hint)
        if re.fullmatch(_NUMBER, match[2]) is None or float(match[2]) <= 0:
            message = f"expected a number above 0, found `{match[2][:20]}`"
            raise DiagramError(message, statement.offset + match.start(2))
        found.append(PieShare(words(match[1]).strip("'"), float(match[2]), statement.offset))
    if not found:
        raise DiagramError("the pie has no shares", header.start(), 'write `"Name" : 12`')
    steps = tuple(share.offset for share in found)
    return Shares(tuple(found), words(header[2] or ""), told, steps)
