"""A package whose masters have no layouts -> the same with a layout of title and body.

A slide must name a layout, and a layout must be listed by its master: this is the one case in which
a master is changed, by one entry in its list of layouts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.package import Package, Part, Relationship
from deckgen.opc.write import serialize
from deckgen.opc.xml import NAMESPACES, child, children, integer, parse, qn
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.opc.xml import Element

NAME: Final = "Title and Content"
_PART: Final = "/ppt/slideLayouts/slideLayout{}.xml"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
_KINDS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LEAST_ID: Final = 1 << 31
"""The least that the id of a master or layout may be (ECMA-376-1, 19.7.3)."""
_BEFORE: Final = ("p:clrMap", "p:cSld")
_PLACEHOLDERS: Final = (
    ("Title", 'type="title"'),
    ("Content", 'idx="1"'),
    ("Date", 'type="dt" sz="half" idx="10"'),
    ("Footer", 'type="ftr" sz="quarter" idx="11"'),
    ("Slide Number", 'type="sldNum" sz="quarter" idx="12"'),
)


def with_layout(package: Package, main: Part, master: str) -> Package:
    """Return the package with a layout under a master, whose styles and places it inherits."""
    name = next(_free_names(package))
    layout = Part(
        name,
        _TYPE,
        _layout().encode(),
        (Relationship("rId1", f"{_KINDS}/slideMaster", master),),
    )
    parts = {**package.parts, name: layout}
    parts[master] = _listing(package.parts[master], name, _free_id(main))
    return replace(package, parts=parts)


def _free_names(package: Package) -> Iterator[str]:
    names = (_PART.format(number) for number in range(1, len(package.parts) + 2))
    return (name for name in names if name not in package.parts)


def _free_id(main: Part) -> int:
    """Return an id that no master of the presentation has; there are no layouts."""
    masters = children(parse(main.data, main.name), "p:sldMasterIdLst", "p:sldMasterId")
    return max((integer(master, "id") or 0 for master in masters), default=0) + 1 | _LEAST_ID


def _listing(master: Part, layout: str, number: int) -> Part:
    """Return the part of a master that lists a layout."""
    root = parse(master.data, master.name)
    taken = {relationship.id for relationship in master.relationships}
    name = next(name for n in range(1, len(taken) + 2) if (name := f"rId{n}") not in taken)
    for empty in [*root.iterchildren(qn("p:sldLayoutIdLst"))]:
        root.remove(empty)
    listed = root.makeelement(qn("p:sldLayoutIdLst"))
    listed.append(root.makeelement(qn("p:sldLayoutId"), {"id": str(number), qn("r:id"): name}))
    root.insert(_index(root), listed)
    relationship = Relationship(name, f"{_KINDS}/slideLayout", layout)
    return replace(
        master,
        data=serialize(root),
        relationships=(*master.relationships, relationship),
        rels=None,
        deflated=None,
    )


def _index(root: Element) -> int:
    before = next((found for n in _BEFORE if (found := child(root, n)) is not None), None)
    return 0 if before is None else root.index(before) + 1


def _layout() -> str:
    spaces = "".join(f' xmlns:{name}="{NAMESPACES[name]}"' for name in ("a", "r", "p"))
    shapes = "".join(
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {place}/></p:nvPr></p:nvSpPr><p:spPr/>"
        "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
        for number, (name, place) in enumerate(_PLACEHOLDERS, start=2)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:sldLayout{spaces}'
        f' type="obj" preserve="1"><p:cSld name="{NAME}"><p:spTree>'
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
