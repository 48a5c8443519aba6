"""A package -> what in it does more than show: linked files, embedded objects, controls, programs.

Linked files are fetched when a deck is opened, which tells a server who opens it and when. Objects
(OLE) and controls (ActiveX) are handed to other programs, and so are actions that run something.
Media that are in the file, links to the web and the workbooks of native charts are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from deckgen.opc.package import Package, Part, Relationship
from deckgen.opc.write import serialize
from deckgen.opc.xml import Element, local_name, parse, qn
from deckgen.patterns import lazy
from deckgen.records import Struct, replace
from deckgen.template.kept import parts_of_decks
from deckgen.template.model import Template

LINKED: Final = "linked file"
OBJECT: Final = "embedded object"
CONTROL: Final = "ActiveX control"
PROGRAM: Final = "command to open a file or run a program"
_MOST: Final = 3
_SHOWN: Final = 100

_OBJECTS: Final = frozenset(("oleObject", "package"))
_CONTROLS: Final = frozenset(("control", "activeXControlBinary"))
_WEB: Final = lazy(r"(?:https?|mailto|ftp|tel):|#", re.IGNORECASE)
_ACTIONS: Final = ("ppaction://program", "ppaction://macro", "ppaction://ole")
_CHART: Final = "chart"
_MACROS: Final = "macroEnabled"
_DRAWN_TWICE: Final = "vmlDrawing"
"""The older drawing of objects and controls, which has links of its own."""
_OFFICE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ALTERNATIVE: Final = "AlternateContent"
_MEDIA: Final = frozenset(("videoFile", "audioFile", "quickTimeFile", "media"))
_CLICKS: Final = frozenset(("hlinkClick", "hlinkHover", "hlinkMouseOver"))
_RUN: Final = b"ppaction://"
_XML: Final = "xml"


class Active(Struct, frozen=True):
    """Something active: what it is, the part that has it, and where it leads."""

    kind: str
    part: str
    target: str


def active_in(package: Package, parts: Iterable[Part]) -> Iterator[Active]:
    """Yield what is active in parts of a package, in their order."""
    for part in parts:
        for relationship in part.relationships:
            kind = _kind_of(relationship, part, package)
            if kind:
                yield Active(kind, part.name, relationship.target)
        if _may_run(part):
            root = parse(part.data, part.name)
            actions = (str(element.get("action", "")) for element in root.iter())
            yield from (
                Active(PROGRAM, part.name, action)
                for action in actions
                if action.startswith(_ACTIONS)
            )


def told_of(template: Template, slides: Iterable[str]) -> Iterator[str]:
    """Yield what decks that use some slides of a template get from it, by kinds of active things.

    Each is a sentence without its subject: `brings with it …`.
    """
    found: dict[str, list[str]] = {}
    for active in active_in(template.package, parts_of_decks(template, slides)):
        found.setdefault(active.kind, []).append(f"`{active.target[:_SHOWN]}` in `{active.part}`")
    for kind, places in found.items():
        more = f" and {len(places) - _MOST} more" if len(places) > _MOST else ""
        yield f"brings with it {kind}s: {', '.join(places[:_MOST])}{more}"


def without_active(package: Package) -> Package:
    """Return a package without what is active in it; what shows it stays where that can be."""
    return replace(
        package, parts={name: _without(part, package) for name, part in package.parts.items()}
    )


def _kind_of(relationship: Relationship, part: Part, package: Package) -> str:
    """Return what is active behind a relationship, nothing where nothing is."""
    kind = relationship.type.rpartition("/")[2]
    if relationship.external:
        if kind != "hyperlink":
            return LINKED
        return "" if _WEB.match(relationship.target) else PROGRAM
    if kind in _CONTROLS:
        return CONTROL
    target = package.parts.get(relationship.target)
    is_workbook = kind == "package" and _CHART in part.content_type
    if is_workbook and target is not None and _MACROS not in target.content_type:
        return ""
    return OBJECT if kind in _OBJECTS else ""


def _may_run(part: Part) -> bool:
    return part.content_type.endswith(_XML) and _RUN in part.data


def _without(part: Part, package: Package) -> Part:
    left = {item.id: kind for item in part.relationships if (kind := _kind_of(item, part, package))}
    if not left and not _may_run(part):
        return part
    relationships = tuple(
        item
        for item in part.relationships
        if item.id not in left and not (left and item.type.endswith(f"/{_DRAWN_TWICE}"))
    )
    if not part.content_type.endswith(_XML):
        return replace(part, relationships=relationships, rels=None)
    root = parse(part.data, part.name)
    _clean(root, left)
    data = serialize(root)
    return replace(part, data=data, relationships=relationships, rels=None, deflated=None)


def _clean(root: Element, left: Mapping[str, str]) -> None:
    """Take out of a part what refers to the relationships that are left out."""
    if OBJECT in left.values() or LINKED in left.values():
        for frame in tuple(root.iter(qn("p:graphicFrame"))):
            _show_object(frame)
    if CONTROL in left.values():
        for controls in tuple(root.iter(qn("p:controls"))):
            _remove(controls)
    for element in tuple(root.iter()):
        if local_name(element) in _CLICKS and str(element.get("action", "")).startswith(_ACTIONS):
            _remove(element)
        for name in tuple(map(str, element.attrib)):
            if name.startswith(_OFFICE) and element.get(name) in left:
                _unlink(element, name)


def _show_object(frame: Element) -> None:
    """Put the picture of an embedded object in its place; without a picture nothing is there."""
    if next(frame.iter(qn("p:oleObj")), None) is None:
        return
    picture, parent = next(frame.iter(qn("p:pic")), None), frame.getparent()
    if picture is None or parent is None:
        _remove(frame)
        return
    shown, named = next(picture.iter(qn("p:cNvPr"))), next(frame.iter(qn("p:cNvPr")))
    shown.attrib.update({name: named.get(name, "") for name in ("id", "name")})
    parent.replace(frame, picture)


def _unlink(element: Element, reference: str) -> None:
    """Take out a reference, with what means nothing without it."""
    name = local_name(element)
    if name == "blip":
        del element.attrib[reference]
        picture = next(element.iterancestors(qn("p:pic")), None)
        if picture is not None and qn("r:embed") not in element.attrib:
            _remove(picture)
    elif name in _MEDIA:
        for timing in tuple(element.getroottree().getroot().iter(qn("p:timing"))):
            _remove(timing)
        _remove(element)
    elif name in _CLICKS or name == "externalData":
        _remove(element)
    else:
        del element.attrib[reference]


def _remove(element: Element) -> None:
    """Remove an element, and what would be left around it without meaning."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if local_name(parent) in ("Choice", "Fallback", _ALTERNATIVE, "ext", "extLst") and not len(
        parent
    ):
        _remove(parent)
