"""A package <-> what its XML says, with which its bytes are read again without looking at XML."""

from deckgen.limits import DEFAULT, Limits
from deckgen.opc.package import (
    BadPackageError,
    Package,
    Part,
    Relationship,
    part_name,
    rels_name,
)
from deckgen.opc.unzip import unzip
from deckgen.records import Struct


class IndexedPart(Struct, frozen=True):
    """A part without its bytes, and whether a relationships part was read for it."""

    name: str
    content_type: str
    relationships: tuple[Relationship, ...]
    is_related: bool


class PackageIndex(Struct, frozen=True):
    """What the XML of a package says: its parts in their order, and its own relationships."""

    parts: tuple[IndexedPart, ...]
    relationships: tuple[Relationship, ...]


def index_of(package: Package) -> PackageIndex:
    """Return the index of a package that was read."""
    parts = (
        IndexedPart(part.name, part.content_type, part.relationships, part.rels is not None)
        for part in package.parts.values()
    )
    return PackageIndex(tuple(parts), package.relationships)


def read_indexed(data: bytes, index: PackageIndex, limits: Limits = DEFAULT) -> Package:
    """Return the package in a file of which the index was made.

    Raises `BadPackageError` for a file that `read_package` refuses as a zip, and for another one.
    """
    entries = {name: entry for entry in unzip(data, limits) if (name := part_name(entry.name))}
    names = {name.lower(): name for name in entries}
    parts = {}
    try:
        for part in index.parts:
            entry, rels = entries[part.name], None
            if part.is_related:
                wanted = rels_name(part.name)
                found = entries.get(wanted) or entries[names[wanted.lower()]]
                rels = found.data
            parts[part.name] = Part(
                part.name, part.content_type, entry.data, part.relationships, rels, entry.deflated
            )
    except KeyError as error:
        raise BadPackageError(f"the file has no part {error}") from None
    return Package(parts, index.relationships)
