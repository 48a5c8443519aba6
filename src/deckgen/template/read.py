"""The bytes of a .pptx, .potx, .pptm or .potm -> a `Template`, or a `BadTemplateError`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from deckgen.geometry import Size
from deckgen.limits import DEFAULT, Limits, sized
from deckgen.opc.package import BadPackageError, Package, Part
from deckgen.opc.read import read_package
from deckgen.opc.xml import Element, child, children, integer, parse, qn
from deckgen.template.canvas import canvas_of
from deckgen.template.layouts import LayoutReader
from deckgen.template.looks import Looks
from deckgen.template.masters import Master, read_master
from deckgen.template.model import BadTemplateError, Layout, Template
from deckgen.template.slots import SlotReader
from deckgen.template.styles import EMPTY, inherit
from deckgen.template.tables import TableStyle
from deckgen.units import Emu

if TYPE_CHECKING:
    pass

DEFAULT_SIZE: Final = Size(Emu(9_144_000), Emu(6_858_000))
_SMALLEST, _LARGEST = 914_400, 51_206_400
"""The limits of a slide's sides (ECMA-376-1, 19.7.18)."""

_TAGS: Final = 2
"""The tags of an element, at most."""
_SLIDE: Final = ".slide+xml"
_MACROS: Final = "application/vnd.ms-office.vbaProject"
_PICTURE: Final = ("image/", "video/", "audio/")
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_FOREIGN: Final = {
    "wordprocessingml": "the file is a Word document, not a presentation",
    "spreadsheetml": "the file is an Excel workbook, not a presentation",
    "ms-excel": "the file is an Excel workbook, not a presentation",
    "ms-word": "the file is a Word document, not a presentation",
}


def read_template(
    data: bytes, name: str, language: str = "ja", limits: Limits = DEFAULT
) -> Template:
    """Return the template in a file.

    `name` is what the template is called in messages; `language`, a BCP 47 tag, says which of a
    theme's fonts East Asian text has. Layouts are in the order of the presentation. A template
    without layouts is given one. Raises `BadTemplateError` for what cannot be read.
    """
    try:
        package = read_package(data, limits)
        return _read(package, name, language, limits)
    except BadTemplateError:
        raise
    except BadPackageError as error:
        raise BadTemplateError(str(error), error.limit) from None


def _read(package: Package, name: str, language: str, limits: Limits) -> Template:
    main = _main_part(package)
    presentation = parse(main.data, main.name)
    if presentation.tag != qn("p:presentation"):
        raise BadTemplateError("the file is not a presentation")
    size = _slide_size(presentation)
    names = _masters(package, main, presentation)
    _check_amount(package, names, limits)
    supplied = not any(_has_layouts(package, name) for name in names)
    if supplied:
        from deckgen.template.supplied import with_layout  # few templates have no layouts

        package = with_layout(package, main, names[0])
    defaults = inherit(EMPTY, child(presentation, "p:defaultTextStyle"))
    masters = [
        read_master(package, master, defaults, (index, language))
        for index, master in enumerate(names)
    ]
    tables = TableStyle(package, main)
    return Template(
        name=name,
        slide_size=size,
        layouts=tuple(_layouts(package, masters, size, tables)),
        themes=tuple(master.described(tables, master.resolver) for master in masters),
        package=package,
        presentation=main.name,
        table_style=tables.id,
        bases=tuple(SlotReader(master, master.resolver, size).base() for master in masters),
        supplied=supplied,
        language=language,
        slides=_slides(package, main, presentation),
        resized=any(canvas_of(master.placeholders, size) != size for master in masters),
        right_to_left=any(master.right_to_left for master in masters),
        macros=any(part.content_type == _MACROS for part in package.parts.values()),
    )


def _main_part(package: Package) -> Part:
    for relationship in package.relationships:
        if relationship.type.endswith("/officeDocument") and not relationship.external:
            if relationship.type.startswith(_STRICT):
                raise BadTemplateError(
                    "the file is a Strict Open XML presentation: save it as an ordinary .pptx"
                )
            part = package.parts.get(relationship.target)
            if part is None:
                missing = relationship.target.lstrip("/")
                raise BadTemplateError(f"the file is damaged: its main part `{missing}` is missing")
            return _checked(part)
    raise BadTemplateError("the file is not a presentation: it has no main part")


def _checked(part: Part) -> Part:
    for word, message in _FOREIGN.items():
        if word in part.content_type:
            raise BadTemplateError(message)
    return part


def _slide_size(presentation: Element) -> Size:
    element = child(presentation, "p:sldSz")
    if element is None:
        return DEFAULT_SIZE
    width, height = integer(element, "cx"), integer(element, "cy")
    if width is None or height is None:
        return DEFAULT_SIZE
    if not all(_SMALLEST <= side <= _LARGEST for side in (width, height)):
        raise BadTemplateError("the file has slides of a size that PowerPoint does not allow")
    return Size(Emu(width), Emu(height))


def _masters(package: Package, main: Part, presentation: Element) -> tuple[str, ...]:
    listed = children(presentation, "p:sldMasterIdLst", "p:sldMasterId")
    names = tuple(_listed(package, main, listed, "slideMaster"))
    if not names:
        lost = (item.target for item in main.relationships if item.type.endswith("/slideMaster"))
        missing = next(lost, "").lstrip("/")
        if missing:
            raise BadTemplateError(f"the file is damaged: its master `{missing}` is missing")
        raise BadTemplateError("the file has no slide master")
    return names


def _slides(package: Package, main: Part, presentation: Element) -> tuple[str, ...]:
    """Return the parts of the template's own slides in the order of the show."""
    if child(presentation, "p:sldIdLst") is None:
        return ()
    listed = children(presentation, "p:sldIdLst", "p:sldId")
    return tuple(_listed(package, main, listed, "slide"))


def _listed(package: Package, source: Part, items: Iterator[Element], kind: str) -> Iterator[str]:
    """Yield the parts of a kind that a list names, in its order; all if it names none of them."""
    related = {
        item.id: item.target
        for item in source.relationships
        if item.type.endswith(f"/{kind}") and item.target in package.parts
    }
    wanted = [item.get(qn("r:id"), "") for item in items]
    listed = [related[wish] for wish in wanted if wish in related]
    yield from dict.fromkeys(listed or related.values())


def _layouts(
    package: Package, masters: list[Master], size: Size, tables: TableStyle
) -> Iterator[Layout]:
    uses = _uses(package)
    looks = Looks(package)
    for master in masters:
        reader = LayoutReader(package, master, size, uses, tables, looks)
        for name in _layout_names(package, master.part, master.element):
            yield reader.read(name)


def _uses(package: Package) -> Counter[str]:
    """Return how many slides in the package are made on each layout."""
    slides = (part for part in package.parts.values() if part.content_type.endswith(_SLIDE))
    return Counter(slide.target("slideLayout") or "" for slide in slides)


def _has_layouts(package: Package, master: str) -> bool:
    leads = package.parts[master].relationships
    return any(
        lead.type.endswith("/slideLayout") and lead.target in package.parts for lead in leads
    )


def _layout_names(package: Package, part: Part, master: Element) -> Iterator[str]:
    listed = children(master, "p:sldLayoutIdLst", "p:sldLayoutId")
    return _listed(package, part, listed, "slideLayout")


def _check_amount(package: Package, masters: tuple[str, ...], limits: Limits) -> None:
    """Refuse a file of which reading would take long: no template comes near these limits."""
    names = set(masters)
    for master in masters:
        names.update(item.target for item in package.parts[master].relationships)
    parts = [package.parts[name] for name in names if name in package.parts]
    sheets = [part.data for part in parts if not part.content_type.startswith(_PICTURE)]
    if len(sheets) > limits.template_layouts:
        most = sized(limits.template_layouts, "layouts")
        raise BadTemplateError(f"the file has more than {most}", "template-layouts")
    if sum(map(len, sheets)) > limits.template_xml:
        most = sized(limits.template_xml)
        raise BadTemplateError(f"its layouts hold more than {most} of XML", "template-xml")
    if sum(data.count(b"<") for data in sheets) > limits.template_elements * _TAGS:
        raise BadTemplateError("its layouts draw far too many shapes", "template-elements")
