"""XML bytes -> elements: the one door to the XML parser, safe against what a file may hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from lxml import etree

from deckgen.limits import XML_PART, sized
from deckgen.opc.package import BadPackageError, Part
from deckgen.units import Emu, parse_length

Element = etree._Element  # noqa: SLF001 - the class has no public name
"""An XML element."""

NAMESPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}

_LARGEST: Final = 1 << 40
_LONGEST: Final = 20
_PARSER: Final = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    collect_ids=False,  # nothing is looked up by id, and the hash of them costs a third of the time
    remove_comments=True,
    remove_pis=True,
)


def parse(data: bytes, name: str = "") -> Element:
    """Return the root element of a part, comments and processing instructions left out.

    Raises `BadPackageError`, which tells the name of the part, for XML that is not well-formed,
    declares a document type, which ECMA-376-2 (8.1.4) forbids, or is larger than `XML_PART`.
    """
    told = f"`{name.lstrip('/')}`" if name else "a part"
    if len(data) > XML_PART:
        raise BadPackageError(f"{told} holds more than {sized(XML_PART)} of XML")
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        raise BadPackageError(f"the file is damaged: {told} is not well-formed XML") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise BadPackageError(f"{told} is XML with a document type, which no Office file has")
    return root


def root_of(part: Part, tag: str) -> Element:
    """Return the root element of a part, which has to be of a name such as `p:sldMaster`.

    Raises `BadPackageError` for what `parse` refuses, and for another element.
    """
    root = parse(part.data, part.name)
    if root.tag != qn(tag):
        told = part.name.lstrip("/")
        raise BadPackageError(f"the file is damaged: `{told}` starts with no `{tag}`")
    return root


def serialized(root: Element) -> bytes:
    """Return an element and all in it as bytes of UTF-8."""
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def comment(text: str) -> Element:
    """Return a comment; what was parsed has none."""
    return etree.Comment(text)


@cache
def qn(name: str) -> str:
    """Return a name such as `a:t` as the parser writes it: `{namespace}t`."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of names such as `p:cSld`, None where it breaks."""
    for name in path:
        if element is None:
            return None
        tag = qn(name)
        for candidate in element:
            if candidate.tag == tag:
                element = candidate
                break
        else:
            return None
    return element


def children(element: Element | None, *path: str) -> Iterator[Element]:
    """Yield the elements at the end of a path, all those of its last step."""
    parent = child(element, *path[:-1])
    if parent is not None:
        yield from parent.iterchildren(qn(path[-1]))


def local_name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return _local(str(element.tag))


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def integer(element: Element, name: str) -> int | None:
    """Return an attribute as a whole number; None where it is absent, malformed or absurd."""
    return to_integer(element.get(name))


def length(element: Element, name: str) -> Emu | None:
    """Return an attribute as a length, written in EMU or with a unit (ECMA-376-1, 22.9.2.15)."""
    return _to_length(element.get(name))


def share(element: Element, name: str) -> float | None:
    """Return a percentage attribute as a share: `75000` and `75%` are both 0.75."""
    return _to_share(element.get(name))


# Files repeat a few numbers over and over, so that reading one again is mostly a look-up.


@lru_cache(maxsize=4096)
def to_integer(text: str | None) -> int | None:
    """Return what text writes as a whole number; None where it writes none or an absurd one."""
    if text is None or len(text) > _LONGEST:
        return None
    try:
        value = int(text)
    except ValueError:
        value = _rounded(text)
    return value if -_LARGEST < value < _LARGEST else None


def _rounded(text: str) -> int:
    """Return what text writes with a fraction or an exponent, `_LARGEST` where it is no number."""
    try:
        return round(float(text))
    except (ValueError, OverflowError):
        return _LARGEST


@lru_cache(maxsize=4096)
def _to_length(text: str | None) -> Emu | None:
    value = to_integer(text)
    if value is not None:
        return Emu(value)
    parsed = parse_length(text) if text is not None and len(text) <= _LONGEST else None
    return parsed if parsed is not None and abs(parsed) < _LARGEST else None


@lru_cache(maxsize=1024)
def _to_share(text: str | None) -> float | None:
    whole = 100_000
    if text is not None and text.endswith("%"):
        text, whole = text[:-1], 100
    value = to_integer(text)
    return None if value is None else value / whole


def flag(element: Element, name: str) -> bool | None:
    """Return an attribute as a truth value, None where it is absent."""
    text = element.get(name)
    return None if text is None else text in ("1", "true", "on")
