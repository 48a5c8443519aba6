"""A template's presentation part -> that of a deck: its slides, sections and notes master."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from deckgen.emit import sections
from deckgen.emit.relations import NOTES_MASTER, SLIDE
from deckgen.emit.xml import encode
from deckgen.opc.package import Part, Relationship
from deckgen.opc.write import serialize
from deckgen.opc.xml import NAMESPACES, child, parse, qn
from deckgen.records import Struct, replace
from deckgen.template.kept import kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.opc.xml import Element
    from deckgen.pages import Pages

_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_FIRST_SLIDE_ID: Final = 256
"""The least that a slide's id may be (ECMA-376-1, 19.7.13)."""
_LEFT_OUT: Final = ("p:sldIdLst", "p:smartTags", "p:custShowLst", "p:photoAlbum", "p:custDataLst")


class Links(Struct, frozen=True):
    """Where the presentation part leads: what it keeps, its slides, and a new notes master."""

    kept: tuple[Relationship, ...]
    slides: tuple[str, ...]
    notes_master: str | None


def presentation(template: Part, pages: Pages, links: Links) -> Part:
    """Return the presentation part for the pages, otherwise as the template has it."""
    ids = _free_ids(links.kept)
    slides = tuple(Relationship(next(ids), SLIDE, name) for name in links.slides)
    added: tuple[Relationship, ...] = ()
    if links.notes_master is not None:
        added = (Relationship(next(ids), NOTES_MASTER, links.notes_master),)
    relationships = (*links.kept, *added, *slides)
    root = parse(template.data, template.name)
    _clean(root, {relationship.id for relationship in links.kept})
    _lower_text(root)
    _list_notes_master(root, relationships)
    numbers = range(_FIRST_SLIDE_ID, _FIRST_SLIDE_ID + len(slides))
    _list_slides(root, slides, numbers)
    _list_sections(root, sections.section_list(pages.pages, numbers, pages.properties.language))
    return replace(
        template,
        content_type=_TYPE,
        data=serialize(root),
        relationships=relationships,
        rels=None,
        deflated=None,
    )


def _free_ids(taken: Iterable[Relationship]) -> Iterator[str]:
    used = {relationship.id for relationship in taken}
    return (name for number in count(1) if (name := f"rId{number}") not in used)


def _clean(root: Element, kept: set[str]) -> None:
    """Remove what is of the template's own slides, and what leads to parts that are not kept."""
    for name in _LEFT_OUT:
        for element in [*root.iterchildren(qn(name))]:
            root.remove(element)
    for extension in [*root.iter(qn("p:ext"))]:
        if extension.get("uri") == sections.URI:
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


def _list_notes_master(root: Element, relationships: Iterable[Relationship]) -> None:
    master = next((rel.id for rel in relationships if kind(rel) == "notesMaster"), None)
    if master is None or child(root, "p:notesMasterIdLst") is not None:
        return
    listed = root.makeelement(qn("p:notesMasterIdLst"))
    listed.append(root.makeelement(qn("p:notesMasterId"), {qn("r:id"): master}))
    _insert_after(root, listed, ("p:sldMasterIdLst",))


def _list_slides(root: Element, slides: Sequence[Relationship], numbers: Sequence[int]) -> None:
    if not slides:
        return
    listed = root.makeelement(qn("p:sldIdLst"))
    for slide, number in zip(slides, numbers, strict=True):
        attributes = {"id": str(number), qn("r:id"): slide.id}
        listed.append(root.makeelement(qn("p:sldId"), attributes))
    _insert_after(root, listed, ("p:handoutMasterIdLst", "p:notesMasterIdLst", "p:sldMasterIdLst"))


def _insert_after(root: Element, element: Element, names: tuple[str, ...]) -> None:
    """Insert an element after the first of the names that is there, else at the beginning."""
    before = next((found for name in names if (found := child(root, name)) is not None), None)
    root.insert(0 if before is None else root.index(before) + 1, element)


def _list_sections(root: Element, listed: str) -> None:
    if not listed:
        return
    extensions = child(root, "p:extLst")
    if extensions is None:
        extensions = root.makeelement(qn("p:extLst"))
        root.append(extensions)
    extension = root.makeelement(qn("p:ext"), {"uri": sections.URI})
    extension.append(parse(encode(listed)))
    extensions.insert(0, extension)
