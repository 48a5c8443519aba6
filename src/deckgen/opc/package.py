"""The package as data: parts with their content types, and the relationships between them."""

import posixpath
from collections.abc import Mapping

from deckgen.blobs import Blob
from deckgen.records import Struct


class BadPackageError(ValueError):
    """A file cannot be read as a package; the message says why, to the author of a deck.

    Where that is a limit that can be raised, `limit` is its name on the command line.
    """

    def __init__(self, message: str, limit: str = "") -> None:
        super().__init__(message)
        self.limit = limit


class Relationship(Struct, frozen=True):
    """An arrow from a part (or from the package) to another part or an outside address."""

    id: str
    type: str
    target: str
    """The absolute name of the target part (`/ppt/slides/slide1.xml`), or the address outside."""
    external: bool = False


class Part(Struct, frozen=True):
    """A part: its absolute name, content type, bytes and relationships.

    `rels` holds the relationships part as it was read, so that it can pass through unchanged; it is
    None for a part that is made here, whose relationships are then written from `relationships`.
    `deflated` holds `data` as the file had it compressed, a raw deflate stream, so that it can be
    written again without compressing. A picture has its bytes as a `blob` instead of as `data`.
    """

    name: str
    content_type: str
    data: bytes
    relationships: tuple[Relationship, ...] = ()
    rels: bytes | None = None
    deflated: bytes | None = None
    blob: Blob | None = None

    def target(self, kind: str) -> str | None:
        """Return the part to which the first relationship of a kind leads.

        A kind is the last step of a relationship's type: `slideLayout`, `theme`, `image`.
        """
        for relationship in self.relationships:
            if not relationship.external and relationship.type.endswith(f"/{kind}"):
                return relationship.target
        return None

    def lead(self, id_: str | None) -> str | None:
        """Return the part to which the relationship of an id leads."""
        for relationship in self.relationships:
            if not relationship.external and relationship.id == id_:
                return relationship.target
        return None


class Package(Struct, frozen=True):
    """All parts by name, and the package's own relationships."""

    parts: Mapping[str, Part]
    relationships: tuple[Relationship, ...]


def part_name(name: str) -> str:
    """Return the part name of a zip item, or nothing for an item that is no part.

    Names that climb out of the package or name a drive are such; ECMA-376-2 (annex C.2) has them
    ignored. Some writers use backslashes.
    """
    name = name.replace("\\", "/")
    segments = name.split("/")
    if any(segment in ("", ".", "..") for segment in segments) or ":" in name or "\0" in name:
        return ""
    return "/" + name


def rels_name(part_name: str) -> str:
    """Return the name of the relationships part of a part."""
    folder, base = posixpath.split(part_name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def relative(source: str, target: str) -> str:
    """Return a target part's name as written in the relationships of a source part."""
    return posixpath.relpath(target, posixpath.dirname(source) or "/")
