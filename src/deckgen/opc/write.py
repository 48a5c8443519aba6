"""A `Package` -> the bytes of its file: content types, relationships and parts, zipped."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from deckgen.opc.package import Package, Part, Relationship, relative, rels_name
from deckgen.opc.zip import Packer, ZipItem, zipped

if TYPE_CHECKING:
    from deckgen.blobs import Blob
    from deckgen.opc.xml import Element

_HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_COMPRESSED: Final = ("image/png", "image/jpeg", "image/gif", "video/", "audio/")
"""Beginnings of the content types whose data is compressed already."""
_DEFAULTS: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}


def serialize(root: Element) -> bytes:
    """Return an element that was parsed, and maybe changed, as the data of a part."""
    buffer = io.BytesIO()
    root.getroottree().write(buffer, encoding="UTF-8", standalone=True)
    return buffer.getvalue()


def write_package(package: Package, packer: Packer | None = None) -> Blob:
    """Return the package as a zip file: content types first, then parts in their order.

    Each part is followed by its relationships, which pass through where they were read. A packer
    may have compressed some of it before.
    """
    return zipped(_items(package), packer)


def _items(package: Package) -> Iterator[ZipItem]:
    yield ZipItem("[Content_Types].xml", _content_types(package))
    yield ZipItem("_rels/.rels", _relationships("/", package.relationships))
    for part in package.parts.values():
        compress = not part.content_type.startswith(_COMPRESSED)
        yield ZipItem(
            part.name[1:], part.data, compress, part.deflated if compress else None, part.blob
        )
        if part.rels is not None:
            yield ZipItem(rels_name(part.name)[1:], part.rels)
        elif part.relationships:
            yield ZipItem(rels_name(part.name)[1:], _relationships(part.name, part.relationships))


def _content_types(package: Package) -> bytes:
    """Return the content types: pictures and the like by extension, all else part by part."""
    defaults, overrides = dict(_DEFAULTS), []
    for part in package.parts.values():
        if not _is_default(part, defaults):
            name, kind = _quoted(part.name), _quoted(part.content_type)
            overrides.append(f"<Override PartName={name} ContentType={kind}/>")
    listed = (
        f"<Default Extension={_quoted(extension)} ContentType={_quoted(kind)}/>"
        for extension, kind in defaults.items()
    )
    body = "".join((*listed, *overrides))
    return f'{_HEADER}<Types xmlns="{_PACKAGE}/content-types">{body}</Types>'.encode()


def _is_default(part: Part, defaults: dict[str, str]) -> bool:
    """Tell whether a part has its extension's type, which the first such part that is no XML sets.

    Types that name an XML format always go to the part: its extension says nothing of them.
    """
    extension = part.name.rpartition(".")[2].lower()
    if "/" in extension or part.content_type.endswith("+xml"):
        return False
    return defaults.setdefault(extension, part.content_type) == part.content_type


def _relationships(source: str, relationships: tuple[Relationship, ...]) -> bytes:
    body = "".join(_relationship(source, relationship) for relationship in relationships)
    return (
        f'{_HEADER}<Relationships xmlns="{_PACKAGE}/relationships">{body}</Relationships>'.encode()
    )


def _relationship(source: str, relationship: Relationship) -> str:
    mode = ' TargetMode="External"' if relationship.external else ""
    target = relationship.target
    if not relationship.external:
        folder, _, base = target.rpartition("/")
        target = _folder(source.rpartition("/")[0], folder) + base
    return (
        f"<Relationship Id={_quoted(relationship.id)} Type={_quoted(relationship.type)}"
        f" Target={_quoted(target)}{mode}/>"
    )


def _quoted(value: str) -> str:
    return '"' + value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;") + '"'


@lru_cache(maxsize=1024)
def _folder(source: str, target: str) -> str:
    """Return the way from one folder to another, ending in a slash, empty for the same."""
    way = relative(f"{source}/part", f"{target}/")
    return "" if way == "." else f"{way}/"
