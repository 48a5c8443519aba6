"""Text -> XML: what is special is escaped, what XML cannot hold is left out."""

from __future__ import annotations

import re
from typing import Final

from deckgen.patterns import lazy

HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: Final = f'xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION}"'

_CONTROLS: Final = "\x00-\x08\x0b-\x1f"
"""What XML 1.0 (2.2) has no place for, and the carriage return, which it reads as a line feed."""
_NONCHARACTERS: Final = ("\ufffe", "\uffff")
_IN_TEXT: Final = lazy(f"[&<>{_CONTROLS}]")
_IN_ATTRIBUTE: Final = lazy(f'[&<>"\t\n{_CONTROLS}]')
_ESCAPES: Final = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
}


def encode(xml: str) -> bytes:
    """Return the data of a part, without the noncharacters and lone surrogates that text may hold.

    They are left out here, once for a part, as to look for them takes longer than for the rest.
    """
    for character in _NONCHARACTERS:
        if character in xml:
            xml = xml.replace(character, "")
    return xml.encode("utf-8", "ignore")


def text(value: str) -> str:
    """Return a string as the content of an element."""
    return _IN_TEXT.sub(_escape, value) if _IN_TEXT.search(value) else value


def attribute(value: str) -> str:
    """Return a string as the value of an attribute that is written between double quotes."""
    return _IN_ATTRIBUTE.sub(_escape, value) if _IN_ATTRIBUTE.search(value) else value


def element(name: str, attributes: str, content: str) -> str:
    """Return an element; its attributes, if any, start with a space."""
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], "")
