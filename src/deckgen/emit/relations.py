"""The relationships of a part that is being written, and the kinds that there are."""

from __future__ import annotations

from typing import Final

from deckgen.opc.package import Relationship

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OFFICE_DOCUMENT: Final = f"{_OFFICE}officeDocument"
EXTENDED_PROPERTIES: Final = f"{_OFFICE}extended-properties"
CORE_PROPERTIES: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
SLIDE: Final = f"{_OFFICE}slide"
LAYOUT: Final = f"{_OFFICE}slideLayout"
NOTES: Final = f"{_OFFICE}notesSlide"
NOTES_MASTER: Final = f"{_OFFICE}notesMaster"
THEME: Final = f"{_OFFICE}theme"
CHART: Final = f"{_OFFICE}chart"
CHART_SHAPES: Final = f"{_OFFICE}chartUserShapes"
PACKAGE: Final = f"{_OFFICE}package"
IMAGE: Final = f"{_OFFICE}image"
VIDEO: Final = f"{_OFFICE}video"
AUDIO: Final = f"{_OFFICE}audio"
MEDIA: Final = "http://schemas.microsoft.com/office/2007/relationships/media"
HYPERLINK: Final = f"{_OFFICE}hyperlink"


class Relations:
    """Hands out relationship ids, one for each distinct target, counted from `rId1`."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}

    def add(self, kind: str, target: str) -> str:
        """Return the id of the relationship to a target, which is an address for hyperlinks."""
        key = (kind, target)
        known = self._ids.get(key)
        if known is None:
            known = self._ids[key] = f"rId{len(self._ids) + 1}"
        return known

    def all(self) -> tuple[Relationship, ...]:
        """Return the relationships in the order in which they came up."""
        return tuple(
            Relationship(name, kind, target, external=kind == HYPERLINK)
            for (kind, target), name in self._ids.items()
        )
