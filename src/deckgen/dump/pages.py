"""Pages -> text: an item a line, with its box, its lines as measured, and where it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from deckgen.charts import ChartFrame
from deckgen.drawn import Connector, Freeform, Shape, Stroke
from deckgen.dump.boxes import box_of
from deckgen.dump.charts import show_chart
from deckgen.pages import HiddenTitle, ItemGroup, Picture, TableFrame, TextFrame, said_by
from deckgen.presets import Geometry
from deckgen.slideshow import Transition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.drawn import Drawn, Joint
    from deckgen.pages import Item, Page, Pages, SlideBackground
    from deckgen.placed_text import PlacedParagraph
    from deckgen.slideshow import Entering
    from deckgen.source import Span


def show_pages(pages: Pages) -> str:
    """Return the pages of a deck; lengths are points with two decimals."""
    return (
        "\n".join(line for n, page in enumerate(pages.pages, 1) for line in _page(page, n)) + "\n"
    )


def _page(page: Page, number: int) -> Iterator[str]:
    part = f" {page.number}/{page.count}" if page.count > 1 else ""
    section = f" section={page.section!r}" if page.section else ""
    hidden = " hidden" if page.hidden else ""
    shown = "" if page.transition is Transition.NONE else f" {page.transition.value}"
    yield f"page {number}{part} layout={page.layout.name!r}{section}{hidden}{shown} {page.title!r}"
    if page.background is not None:
        yield f"  {_background(page.background)}"
    for item in page.items:
        yield from (f"  {line}" for line in _item(item))
    for number, step in enumerate(page.steps, 1):
        yield f"  click {number}: {', '.join(_shown(each, page) for each in step.shown)}"
    for note in page.notes:
        yield f"  note {note.text!r}"


def _shown(shown: Entering, page: Page) -> str:
    item = page.items[shown.item]
    if isinstance(item, TextFrame) and shown.paragraphs:
        return " ".join(repr(item.paragraphs[number].text) for number in shown.paragraphs)
    said = said_by(item).replace("\n", " / ")
    return f"{type(item).__name__} {said!r}" if said else type(item).__name__


def _background(behind: SlideBackground) -> str:
    picture, veil, color = behind.picture, behind.veil, behind.color
    crop = None if picture is None else picture.crop
    sides = (crop.left, crop.top, crop.right, crop.bottom) if crop else ()
    cut = " cut " + " ".join(f"{share:.2f}" for share in sides) if any(sides) else ""
    parts = (
        f"color {color.scheme or color.rgb}" if color else "",
        f"picture {box_of(picture.box)}{cut}" if picture else "",
        f"veil {veil.color.rgb} {veil.amount:.2f}" if veil else "",
        "alone" if behind.hides else "",
    )
    return " ".join(("background", *filter(None, parts)))


def _item(item: Item) -> Iterator[str]:
    at = _place(item.span)
    match item:
        case TextFrame():
            role = item.slot.role.value if item.slot else "free"
            shape = "" if item.geometry is Geometry.RECTANGLE else f"in {item.geometry.value} "
            yield f"text {role} {shape}{box_of(item.box)} high={item.height.points:.2f}{at}"
            for paragraph in item.paragraphs:
                yield f"  {_paragraph(paragraph)}"
        case HiddenTitle():
            yield f"title hidden {item.text!r}"
        case Picture():
            yield f"picture {box_of(item.box)} {item.alt!r}{at}"
        case TableFrame():
            yield from _table(item, at)
        case ChartFrame():
            yield from show_chart(item, at)
        case Shape() | Stroke() | Connector() | Freeform():
            yield f"{_drawn(item)}{at}"
        case ItemGroup():
            yield f"group {box_of(item.box)} {item.alt!r}{at}"
            for one in item.items:
                yield from (f"  {line}" for line in _item(one))
        case _:
            assert_never(item)


def _table(item: TableFrame, at: str) -> Iterator[str]:
    columns = " ".join(f"{column.points:.2f}" for column in item.columns)
    yield f"table {box_of(item.box)} columns={columns}{at}"
    for row in item.rows:
        cells = " | ".join(" / ".join(p.text for p in cell.paragraphs) for cell in row.cells)
        yield f"  row high={row.height.points:.2f} {cells}"


def _drawn(item: Drawn) -> str:
    match item:
        case Shape():
            return f"shape {item.geometry.value} {box_of(item.box)}"
        case Stroke():
            return f"stroke {box_of(item.box)}"
        case Connector():
            bent = " bent" if item.bent else ""
            return f"connector{bent} {_end(item.start)} -> {_end(item.end)}"
        case Freeform():
            return f"freeform {box_of(item.box)} {item.alt!r}"
        case _:
            assert_never(item)


def _paragraph(paragraph: PlacedParagraph) -> str:
    """Return a paragraph with its lines as they break, told apart by bars."""
    text = paragraph.text
    lines = "|".join(text[line.start : line.stop].replace("\n", "⏎") for line in paragraph.lines)
    marker = {"none": "", "character": "• ", "number": f"{paragraph.number}. ", "picture": "• "}
    lead = marker[paragraph.bullet.kind.value]
    size = f"{paragraph.style.size.points:g}pt"
    return f"L{paragraph.level} {size} top={paragraph.top.points:.2f} {lead}{lines}"


def _end(joint: Joint) -> str:
    """Return the side at which a connector is glued, and where that is."""
    return f"{joint.side.value} {joint.point.x.points:.2f},{joint.point.y.points:.2f}"


def _place(span: Span | None) -> str:
    return f" @{span.line}:{span.column}" if span else ""
