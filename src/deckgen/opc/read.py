"""The bytes of an Office file -> its `Package`, or a `BadPackageError` that says what is wrong.

Nothing of the input is trusted: sizes are bounded before anything is unpacked, names that are no
part names are ignored, and a relationship only leads to a part of the package or is external.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final

from deckgen.limits import DEFAULT, Limits
from deckgen.opc.package import BadPackageError, Package, Part, Relationship, part_name, rels_name
from deckgen.opc.unzip import ZipEntry, unzip
from deckgen.opc.xml import local_name, parse
from deckgen.records import Struct

_CONTENT_TYPES: Final = "/[Content_Types].xml"
_UNKNOWN_TYPE: Final = "application/octet-stream"
_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_package(data: bytes, limits: Limits = DEFAULT) -> Package:
    """Return the parts and relationships that a file holds.

    Raises `BadPackageError` for anything that is not a sound, unencrypted Office Open XML file.
    """
    _check_kind(data)
    entries = {name: entry for entry in unzip(data, limits) if (name := part_name(entry.name))}
    return _Reader(entries, {name.lower(): name for name in entries}).package()


def _check_kind(data: bytes) -> None:
    if data.startswith(b"PK"):
        return
    if not data:
        raise BadPackageError("the file is empty")
    if data.startswith(_COMPOUND_FILE):
        raise BadPackageError(_compound_file(data))
    if data.startswith(b"version https://git-lfs"):
        raise BadPackageError("the file is a Git LFS pointer: fetch it with `git lfs pull`")
    if data[:512].lstrip().startswith(b"<"):
        raise BadPackageError("the file is a web page or XML, not a PowerPoint file")
    raise BadPackageError("the file is not a PowerPoint file: it is no zip archive")


def _compound_file(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "the file is encrypted: save a copy without a password in PowerPoint"
    return "the file has the format of PowerPoint 97-2003: save it as .pptx or .potx first"


class _ContentTypes(Struct, frozen=True):
    """Content types by part name and by extension, both lower case."""

    overrides: Mapping[str, str]
    defaults: Mapping[str, str]

    def of(self, name: str) -> str:
        """Return the content type of a part."""
        name = name.lower()
        extension = name.rpartition(".")[2]
        return self.overrides.get(name) or self.defaults.get(extension, _UNKNOWN_TYPE)


class _Reader(Struct, frozen=True):
    """The entries by part name, and their names by themselves in lower case."""

    entries: Mapping[str, ZipEntry]
    by_lower: Mapping[str, str]

    def package(self) -> Package:
        """Return the package that the entries make up."""
        types = self._content_types()
        parts = {
            name: self._part(name, types)
            for name in self.entries
            if name != _CONTENT_TYPES and not name.endswith(".rels")
        }
        return Package(parts, self._relationships("/", self._find(rels_name("/"))))

    def _content_types(self) -> _ContentTypes:
        name = self._find(_CONTENT_TYPES)
        if name is None:
            raise BadPackageError(self._foreign())
        overrides, defaults = {}, {}
        for item in parse(self.entries[name].data, name):
            content_type = item.get("ContentType", _UNKNOWN_TYPE)
            if local_name(item) == "Override":
                overrides[item.get("PartName", "").lower()] = content_type
            else:
                defaults[item.get("Extension", "").lower()] = content_type
        return _ContentTypes(overrides, defaults)

    def _foreign(self) -> str:
        if "/mimetype" in self.entries:
            return "the file is an OpenDocument file: save it as .pptx first"
        if any(name.endswith(".iwa") for name in self.entries) or "/Index.zip" in self.entries:
            return "the file is a Keynote document: export it to PowerPoint first"
        return "the file is a zip archive but not a PowerPoint file"

    def _part(self, name: str, types: _ContentTypes) -> Part:
        entry = self.entries[name]
        rels = self._find(rels_name(name))
        return Part(
            name,
            types.of(name),
            entry.data,
            self._relationships(name, rels),
            None if rels is None else self.entries[rels].data,
            entry.deflated,
        )

    def _find(self, name: str) -> str | None:
        """Return the name that a part really has, case being insignificant (6.2.2.3)."""
        return name if name in self.entries else self.by_lower.get(name.lower())

    def _relationships(self, source: str, rels: str | None) -> tuple[Relationship, ...]:
        if rels is None:
            return ()
        found = []
        for item in parse(self.entries[rels].data, rels):
            target, kind = item.get("Target", ""), item.get("Type", "")
            external = item.get("TargetMode") == "External"
            if not external:
                target = self._resolve(source, target)
            found.append(Relationship(item.get("Id", ""), kind, target, external))
        return tuple(found)

    def _resolve(self, source: str, target: str) -> str:
        """Return the absolute name of a target, which need not exist."""
        target = target.partition("#")[0].replace("\\", "/")
        name = posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
        name = "/" + name.lstrip("/")
        return self._find(name) or self._find(_decoded(name)) or name


def _decoded(name: str) -> str:
    """Return a name with its percent-encoding undone."""
    if "%" not in name:
        return name
    from urllib.parse import unquote  # rarely needed, and slow to import

    return unquote(name)
