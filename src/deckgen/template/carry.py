"""A package -> what decks made on it have of it otherwise than it stands there.

What belongs to the template's own slides is left out: their list, the sections and shows of them,
and how a window showed them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.opc.write import serialize
from deckgen.opc.xml import NAMESPACES, child, comment, parse, qn
from deckgen.patterns import lazy
from deckgen.template.kept import SLIDES as SLIDE_KINDS
from deckgen.template.kept import kept_relationships, kind, reached
from deckgen.template.outline import (
    NOTES,
    SECTIONS,
    SECTIONS_URI,
    SLIDES,
    Carried,
    PresentationOutline,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.opc.package import Package, Part
    from deckgen.opc.xml import Element

_LEFT_OUT: Final = ("p:sldIdLst", "p:smartTags", "p:custShowLst", "p:photoAlbum", "p:custDataLst")
_NORMAL_VIEWS: Final = (None, "sldView", "sldThumbnailView")
_VALUE: Final = "\ue000"
"""Stands for a value in a sample, which nothing else in it contains."""
_END: Final = "end"
_LISTED: Final = lazy(f"<!--({NOTES}|{SLIDES}|{SECTIONS})-->(.*?)<!--{_END}-->", re.DOTALL)


def carried(package: Package, presentation: str) -> Carried:
    """Return what decks have otherwise of a package with a presentation part of a name."""
    document = package.parts[presentation]
    return Carried(_outline(package, document), dict(_changed(package, document)))


def _outline(package: Package, document: Part) -> PresentationOutline:
    kept = kept_relationships(package, document)
    root = parse(document.data, document.name)
    _clean(root, {relationship.id for relationship in kept})
    _lower_text(root)
    _sample_notes_master(root)
    _sample_slides(root)
    _sample_sections(root)
    pieces, samples, end = [], {}, 0
    text = serialize(root).decode()
    for match in _LISTED.finditer(text):
        pieces.append(text[end : match.start()])
        # what stands around values, and around items
        samples[match[1]] = tuple(match[2].replace(f"<!--{_VALUE}-->", _VALUE).split(_VALUE))
        end = match.end()
    return PresentationOutline(
        (*pieces, text[end:]),
        tuple(samples),
        samples.get(NOTES, ()),
        samples[SLIDES],
        samples[SECTIONS],
    )


def _clean(root: Element, kept: set[str]) -> None:
    """Remove what is of the template's own slides, and what leads to parts that are not kept."""
    for name in _LEFT_OUT:
        for element in [*root.iterchildren(qn(name))]:
            root.remove(element)
    for extension in [*root.iter(qn("p:ext"))]:
        if extension.get("uri") == SECTIONS_URI:
            _remove(extension)
    prefix = f"{{{NAMESPACES['r']}}}"
    for element in [*root.iter()]:
        leads = [value for name, value in element.items() if str(name).startswith(prefix)]
        if any(value not in kept for value in leads):
            _remove(element)


def _lower_text(root: Element) -> None:
    """Have text boxes stand on the line, as Keynote's files do not: they raise all text by 4 %.

    LibreOffice sets raised text at 58 % of its size, and does not let a box undo that.
    """
    styles = child(root, "p:defaultTextStyle")
    for characters in () if styles is None else styles.iter(qn("a:defRPr")):
        if characters.get("baseline", "0") != "0":
            characters.set("baseline", "0")


def _remove(element: Element) -> None:
    """Remove an element, and its parent where that is a mere list of such."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if len(parent) == 0 and parent.getparent() is not None:
        _remove(parent)


def _sample_notes_master(root: Element) -> None:
    if child(root, "p:notesMasterIdLst") is not None:
        return
    listed = root.makeelement(qn("p:notesMasterIdLst"))
    listed.append(root.makeelement(qn("p:notesMasterId"), {qn("r:id"): _VALUE}))
    _insert(root, _after(root, ("p:sldMasterIdLst",)), NOTES, listed)


def _sample_slides(root: Element) -> None:
    listed = root.makeelement(qn("p:sldIdLst"))
    attributes = {"id": _VALUE, qn("r:id"): _VALUE}
    listed.extend((comment(_VALUE), root.makeelement(qn("p:sldId"), attributes), comment(_VALUE)))
    before = ("p:handoutMasterIdLst", "p:notesMasterIdLst", "p:sldMasterIdLst")
    _insert(root, _after(root, before), SLIDES, listed)


def _sample_sections(root: Element) -> None:
    p14 = NAMESPACES["p14"]
    section = (
        f'<p14:sectionLst xmlns:p14="{p14}"><p14:section name="{_VALUE}" id="{_VALUE}">'
        f'<p14:sldIdLst><p14:sldId id="{_VALUE}"/></p14:sldIdLst></p14:section></p14:sectionLst>'
    )
    sections = parse(section.encode())
    for element in (sections[0], sections[0][0][0]):
        element.addprevious(comment(_VALUE))
        element.addnext(comment(_VALUE))
    extension = root.makeelement(qn("p:ext"), {"uri": SECTIONS_URI})
    extension.append(sections)
    extensions = child(root, "p:extLst")
    if extensions is not None:
        _insert(extensions, 0, SECTIONS, extension)
        return
    extensions = root.makeelement(qn("p:extLst"))
    _insert(root, len(root), SECTIONS, extensions)
    extensions.append(extension)


def _after(root: Element, names: tuple[str, ...]) -> int:
    """Return the place after the first of the names that is there, else at the beginning."""
    before = next((found for name in names if (found := child(root, name)) is not None), None)
    if before is None:
        return 0
    following = before.getnext()
    is_sample = following is not None and not isinstance(following.tag, str)
    return root.index(before) + (2 if is_sample else 1)


def _insert(parent: Element, at: int, name: str, listed: Element) -> None:
    """Insert a list between comments, of which no other part of what was parsed has any."""
    parent[at:at] = [comment(name), listed, comment(_END)]


def _changed(package: Package, document: Part) -> Iterator[tuple[str, bytes]]:
    """Yield the names and data of parts whose settings are of the template's own show."""
    for part in reached(package, kept_relationships(package, document)):
        if part.content_type.endswith(".presProps+xml"):
            data = _showing_all(part)
        elif part.content_type.endswith(".viewProps+xml"):
            data = _in_normal_view(part)
        else:
            continue
        if data is not None:
            yield part.name, data


def _showing_all(part: Part) -> bytes | None:
    """Return presentation properties with which all slides are shown, not a range of them."""
    if b"sldRg" not in part.data and b"custShow" not in part.data:
        return None
    root = parse(part.data, part.name)
    for chosen in [*root.iter(qn("p:sldRg"), qn("p:custShow"))]:
        parent = chosen.getparent()
        if parent is not None:
            parent.replace(chosen, root.makeelement(qn("p:sldAll")))
    return serialize(root)


def _in_normal_view(part: Part) -> bytes | None:
    """Return view properties with which a deck opens on its slides, all folded.

    Templates are often saved while their masters are shown, and would open there.
    """
    leads = any(kind(relationship) in SLIDE_KINDS for relationship in part.relationships)
    if b"lastView" not in part.data and not leads:
        return None
    root = parse(part.data, part.name)
    if root.get("lastView") not in _NORMAL_VIEWS:
        del root.attrib["lastView"]
    for listed in [*root.iter(qn("p:sldLst"))]:
        parent = listed.getparent()
        if parent is not None:
            parent.remove(listed)
    return serialize(root)
