"""A page -> the slide part that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from deckgen.charts import ChartFrame
from deckgen.drawn import Connector, Freeform, Shape, Stroke
from deckgen.emit import drawings
from deckgen.emit.alternate import alternate, has_formulas
from deckgen.emit.backgrounds import NOTHING_BEHIND, background
from deckgen.emit.frames import hidden_title, text_frame
from deckgen.emit.relations import LAYOUT, NOTES
from deckgen.emit.timing import Entrance, ShapeKind, timing
from deckgen.emit.xml import HEADER, NAMESPACES, attribute, encode
from deckgen.opc.package import Part
from deckgen.pages import HiddenTitle, ItemGroup, Picture, TableFrame, TextFrame
from deckgen.records import Struct
from deckgen.slideshow import Transition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.emit.canvas import Canvas
    from deckgen.pages import Item, Page
    from deckgen.template.model import Layout

SLIDE_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"

TREE: Final = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
END: Final = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_END_MAPPED: Final = "</p:spTree></p:cSld><p:clrMapOvr><a:overrideClrMapping{}/></p:clrMapOvr>"


class NotesNames(Struct, frozen=True):
    """The names of the notes part of a slide and of its master."""

    part: str
    master: str


def page_parts(page: Page, name: str, notes: NotesNames | None, canvas: Canvas) -> tuple[Part, ...]:
    """Return the slide part of a page, and its notes part where it has one."""
    if notes is None:
        return (slide(page, name, None, canvas),)
    from deckgen.emit.notes import notes_slide

    shown = slide(page, name, notes.part, canvas)
    said = notes_slide(page.notes, notes.part, name, notes.master, canvas.beside())
    return shown, said


def slide(page: Page, name: str, notes: str | None, canvas: Canvas) -> Part:
    """Return the slide part of a page, with the name of its notes part where it has one."""
    canvas.relations.add(LAYOUT, page.layout.part)
    if notes is not None:
        canvas.relations.add(NOTES, notes)
    behind = background(page.background, canvas) if page.background is not None else NOTHING_BEHIND
    shapes, ids = "", []
    for item in page.items:
        shapes += _item(item, canvas)
        ids.append(canvas.newest)
    attributes = behind.attributes + (' show="0"' if page.hidden else "")
    xml = (
        f"{HEADER}<p:sld {NAMESPACES}{attributes}><p:cSld>{behind.fill}{TREE}"
        f"{behind.shapes}{shapes}{_end(page.layout)}{_transition(page.transition)}"
        f"{timing(canvas.playing, _steps(page, ids) if page.steps else ())}</p:sld>"
    )
    return Part(name, SLIDE_TYPE, encode(xml), canvas.relations.all())


def _transition(wanted: Transition) -> str:
    if wanted is Transition.NONE:
        return ""
    from deckgen.emit.transitions import transition

    return transition(wanted)


def _steps(page: Page, ids: Sequence[int]) -> tuple[tuple[Entrance, ...], ...]:
    """Return what appears with each click, by the ids of the shapes."""
    return tuple(
        tuple(
            Entrance(ids[each.item], _kind(page.items[each.item]), each.paragraphs, each.parts)
            for each in step.shown
        )
        for step in page.steps
    )


def _kind(item: Item) -> ShapeKind:
    """Return what timing has to know of an item: whether it is a `p:sp`, and has more than text."""
    match item:
        case TextFrame():
            is_text = item.fill is None and item.outline is None
            return ShapeKind.TEXT if is_text else ShapeKind.SHAPE
        case HiddenTitle():
            return ShapeKind.TEXT
        case Shape() | Freeform():
            return ShapeKind.SHAPE
        case ChartFrame(built_by="series"):
            return ShapeKind.SERIES
        case ChartFrame(built_by="category"):
            return ShapeKind.CATEGORIES
        case Picture() | TableFrame() | ChartFrame() | Stroke() | Connector() | ItemGroup():
            return ShapeKind.OTHER
        case _:
            assert_never(item)


def _end(layout: Layout) -> str:
    """Return what follows the shapes: the colour map, a layout's own where it has one."""
    if layout.remapped is None:
        return END
    pairs = layout.remapped.color_map
    return _END_MAPPED.format("".join(f' {name}="{attribute(value)}"' for name, value in pairs))


def _item(item: Item, canvas: Canvas) -> str:
    if not has_formulas(item):
        return _written(item, canvas)
    shown = canvas.with_formulas(lambda: _written(item, canvas))
    stand_in = item.stand_in if isinstance(item, TextFrame) else None
    return alternate(shown, _written(item if stand_in is None else stand_in, canvas))


def _written(item: Item, canvas: Canvas) -> str:
    match item:  # what few decks have is loaded where one has it
        case TextFrame():
            return text_frame(item, canvas)
        case HiddenTitle():
            return hidden_title(item, canvas)
        case Picture():
            return drawings.picture(item, canvas)
        case TableFrame():
            from deckgen.emit.tables import table

            return table(item, canvas)
        case ChartFrame():
            from deckgen.emit.charts import chart

            return chart(item, canvas)
        case Shape() | Stroke() | Connector() | Freeform():
            return drawings.drawn(item, canvas)
        case ItemGroup():
            inside = "".join([_item(one, canvas) for one in item.items])
            return drawings.group(item, canvas, inside)
        case _:
            assert_never(item)
