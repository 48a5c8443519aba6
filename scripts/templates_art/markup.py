"""Names, attributes and children -> XML text, with the namespaces of PresentationML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = {"xmlns:a": MAIN, "xmlns:r": RELATIONSHIPS, "xmlns:p": PRESENTATION}


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: str) -> str:
    """Return an element with its attributes, less those that are None, around its children."""
    written = "".join(
        f" {name}={quoteattr(_value(value))}"
        for name, value in (attributes or {}).items()
        if value is not None
    )
    content = "".join(children)
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(words: str) -> str:
    """Return words as character data."""
    return escape(words)


def document(tag: str, attributes: Mapping[str, object], *children: str) -> str:
    """Return a part: the declaration, then the root element with its namespaces."""
    return DECLARATION + element(tag, {**NAMESPACES, **attributes}, *children)


def _value(value: object) -> str:
    match value:
        case bool():
            return "1" if value else "0"
        case _:
            return str(value)
