"""Properties of a deck -> docProps/core.xml and docProps/app.xml.

They hold no dates, so that the same input gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit.language import full_tag
from deckgen.emit.relations import CORE_PROPERTIES, EXTENDED_PROPERTIES
from deckgen.emit.xml import HEADER, encode, text
from deckgen.opc.package import Part, Relationship
from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.pages import Properties

_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN_CORE: Final = "http://purl.org/dc/elements/1.1/"
_APP: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


class PageCounts(Struct, frozen=True):
    """How many slides a deck has, how many of them have notes, and how many are hidden."""

    slides: int
    noted: int
    hidden: int


def property_parts(properties: Properties, counts: PageCounts) -> tuple[Part, Part]:
    """Return the parts for core and extended properties."""
    return (
        Part("/docProps/core.xml", _CORE_TYPE, encode(_core(properties))),
        Part("/docProps/app.xml", _APP_TYPE, encode(_extended(properties.company, counts))),
    )


def property_relationships(first: int) -> tuple[Relationship, Relationship]:
    """Return the package's relationships to them, their ids counted from a number."""
    return (
        Relationship(f"rId{first}", CORE_PROPERTIES, "/docProps/core.xml"),
        Relationship(f"rId{first + 1}", EXTENDED_PROPERTIES, "/docProps/app.xml"),
    )


def _core(properties: Properties) -> str:
    said = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:keywords", properties.keywords),
        ("cp:lastModifiedBy", properties.author),
        ("cp:category", properties.category),
        ("dc:language", full_tag(properties.language)),
    )
    content = "".join(f"<{name}>{text(value)}</{name}>" for name, value in said if value)
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="{_DUBLIN_CORE}">'
        f"{content}</cp:coreProperties>"
    )


def _extended(company: str, counts: PageCounts) -> str:
    content = (
        "<Application>deckgen</Application>"
        f"<Slides>{counts.slides}</Slides>"
        f"<Notes>{counts.noted}</Notes>"
        f"<HiddenSlides>{counts.hidden}</HiddenSlides>"
        f"{f'<Company>{text(company)}</Company>' if company else ''}"
    )
    return f'{HEADER}<Properties xmlns="{_APP}">{content}</Properties>'
