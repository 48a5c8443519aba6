"""Designs -> the bytes of .pptx packages without slides, the same on every machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Final

from . import notes, slides, tables, theme
from .design import Design
from .markup import DECLARATION, RELATIONSHIPS, document, element, text
from .typography import text_style

_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can write down."""

_TYPES: Final = {
    "docProps/app.xml": _OFFICE + "extended-properties+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "ppt/presentation.xml": _OFFICE + "presentationml.presentation.main+xml",
    "ppt/presProps.xml": _OFFICE + "presentationml.presProps+xml",
    "ppt/viewProps.xml": _OFFICE + "presentationml.viewProps+xml",
    "ppt/tableStyles.xml": _OFFICE + "presentationml.tableStyles+xml",
    "ppt/theme/": _OFFICE + "theme+xml",
    "ppt/slideMasters/": _OFFICE + "presentationml.slideMaster+xml",
    "ppt/slideLayouts/": _OFFICE + "presentationml.slideLayout+xml",
    "ppt/notesMasters/": _OFFICE + "presentationml.notesMaster+xml",
}


def package(design: Design) -> bytes:
    """Return the package. Its parts are stored, not deflated: compressors differ in their bytes."""
    parts = _parts(design)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as file:
        for name, content in {"[Content_Types].xml": _content_types(tuple(parts)), **parts}.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0
            file.writestr(entry, content)
    return archive.getvalue()


def _parts(design: Design) -> dict[str, str]:
    count = len(design.layouts)
    numbered = tuple(enumerate(design.layouts, 1))
    targets = tuple(f"../slideLayouts/slideLayout{n}.xml" for n, _ in numbered)
    to_master = _relationships("../slideMasters/slideMaster1.xml")
    return {
        "_rels/.rels": _package_relationships(),
        "docProps/app.xml": _application(design),
        "docProps/core.xml": _core(design),
        "ppt/presentation.xml": _presentation(design),
        "ppt/_rels/presentation.xml.rels": _relationships(
            "slideMasters/slideMaster1.xml",
            "notesMasters/notesMaster1.xml",
            "presProps.xml",
            "viewProps.xml",
            "theme/theme1.xml",
            "tableStyles.xml",
        ),
        "ppt/presProps.xml": document("p:presentationPr", {}),
        "ppt/viewProps.xml": document("p:viewPr", {}),
        "ppt/tableStyles.xml": tables.table_styles(design.table),
        "ppt/theme/theme1.xml": theme.theme(design),
        "ppt/theme/theme2.xml": theme.theme(design),
        "ppt/slideMasters/slideMaster1.xml": slides.master(design),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relationships(
            *targets, "../theme/theme1.xml"
        ),
        **{f"ppt/slideLayouts/slideLayout{n}.xml": slides.layout(each) for n, each in numbered},
        **{
            f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels": to_master
            for n in range(1, count + 1)
        },
        "ppt/notesMasters/notesMaster1.xml": notes.notes_master(design.sheet.size),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relationships("../theme/theme2.xml"),
    }


def _presentation(design: Design) -> str:
    size = design.sheet.size
    screen = {"cx": size.width, "cy": size.height, "type": design.sheet.screen}
    master = element("p:sldMasterId", {"id": slides.FIRST_IDENTIFIER, "r:id": "rId1"})
    notes_master = element("p:notesMasterId", {"r:id": "rId2"})
    return document(
        "p:presentation",
        {"saveSubsetFonts": True, "autoCompressPictures": False},
        element("p:sldMasterIdLst", None, master),
        element("p:notesMasterIdLst", None, notes_master),
        element("p:sldSz", screen),
        element("p:notesSz", {"cx": notes.PAGE.width, "cy": notes.PAGE.height}),
        text_style("p:defaultTextStyle", slides.OTHER, "mn"),
    )


def _relationships(*targets: str) -> str:
    """Return the relationships of a part, rId1 and so on; the name of a target tells its kind."""
    return _relationship_part((f"{RELATIONSHIPS}/{_kind(target)}", target) for target in targets)


def _kind(target: str) -> str:
    return target.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")


def _package_relationships() -> str:
    return _relationship_part(
        (
            (f"{RELATIONSHIPS}/officeDocument", "ppt/presentation.xml"),
            (f"{_PACKAGE}relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
        )
    )


def _relationship_part(links: Iterable[tuple[str, str]]) -> str:
    entries = (
        element("Relationship", {"Id": f"rId{n}", "Type": kind, "Target": target})
        for n, (kind, target) in enumerate(links, 1)
    )
    return DECLARATION + element("Relationships", {"xmlns": f"{_PACKAGE}relationships"}, *entries)


def _content_types(names: tuple[str, ...]) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides = (
        element("Override", {"PartName": f"/{name}", "ContentType": kind})
        for name in names
        for prefix, kind in _TYPES.items()
        if name.startswith(prefix) and not name.endswith(".rels")
    )
    return DECLARATION + element(
        "Types",
        {"xmlns": f"{_PACKAGE}content-types"},
        *(element("Default", {"Extension": e, "ContentType": t}) for e, t in defaults.items()),
        *overrides,
    )


def _application(design: Design) -> str:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return DECLARATION + element(
        "Properties",
        {"xmlns": namespace},
        element("TotalTime", None, "0"),
        element("Words", None, "0"),
        element("Application", None, "deckgen"),
        element("PresentationFormat", None, design.sheet.format_name),
        element("Slides", None, "0"),
        element("Notes", None, "0"),
    )


def _core(design: Design) -> str:
    """Return the core properties, without dates: they would differ from run to run."""
    namespaces = {
        "xmlns:cp": f"{_PACKAGE}metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    }
    return DECLARATION + element(
        "cp:coreProperties",
        namespaces,
        element("dc:title", None, text(design.name)),
        element("dc:creator", None, "deckgen"),
    )
