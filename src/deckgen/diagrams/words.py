"""The words of a label as Mermaid writes them -> plain text with line feeds."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from deckgen.formulas.worded import worded

_BREAK: Final = r"\s*<br\s*/?>\s*|\\n"
_ENTITY: Final = r"#(\w+);"
_ICON: Final = r"\bfa[brs]?:fa-[\w-]+\s*"
_TAG: Final = r"</?(?:b|i|u|s|em|strong|small|span|sub|sup)(?:\s[^<>]*)?>"


def words(text: str) -> str:
    """Return the text of a label without its quotes, marks and tags."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    if len(text) > 1 and text[0] == text[-1] == "`":
        text = re.sub(r"\*{1,2}([^*\n]+)\*{1,2}", r"\1", text[1:-1])
    if "<" in text or "\\n" in text:
        text = re.sub(_TAG, "", re.sub(_BREAK, "\n", text))
    if "#" in text:
        text = re.sub(_ENTITY, _entity, text)
    text = worded(text)
    text = re.sub(_ICON, "", text) if ":fa-" in text else text
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def _entity(match: re.Match[str]) -> str:
    name = match[1]
    shown = unescape(f"&#{name};" if name.isdigit() else f"&{name};")
    return match[0] if shown.startswith("&") and len(shown) > 1 else shown
