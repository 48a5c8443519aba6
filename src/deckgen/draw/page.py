"""A placed page -> its drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from deckgen.charts import ChartFrame
from deckgen.draw.charts import draw_chart
from deckgen.draw.ground import SlideGround, SlotShapes, draw_copied, draw_ground
from deckgen.draw.model import (
    UNMOVED,
    DrawnGroup,
    PageDrawing,
    PathMark,
    Solid,
    StructureType,
    TextMark,
)
from deckgen.draw.outlines import rectangle
from deckgen.draw.pictures import draw_picture
from deckgen.draw.setting import TypesetRuns
from deckgen.draw.shapes import draw_shape, shape_marks
from deckgen.draw.tables import draw_table
from deckgen.draw.text import Easel, Leads, TextInk, TextPlace, draw_paragraphs, turned_text
from deckgen.drawn import Connector, Freeform, Shape, Stroke
from deckgen.pages import HiddenTitle, ItemGroup, Picture, TableFrame, TextFrame
from deckgen.pictures.model import UPRIGHT
from deckgen.placed_text import PlacedRun
from deckgen.records import replace
from deckgen.template.model import FURNITURE, Role
from deckgen.text.model import Font
from deckgen.units import EMU_PER_POINT, Centipoints

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.draw.faces import Faces
    from deckgen.draw.model import Node, Target
    from deckgen.geometry import Size
    from deckgen.pages import Item, Page, Pages, SlideBackground
    from deckgen.source import Span
    from deckgen.template.model import Theme

_TITLE_SIZE = Centipoints(1200)
"""The size of titles that are not seen, as they are written."""


def draw_page(pages: Pages, index: int, faces: Faces) -> PageDrawing:
    """Return the drawing of a page of a deck, by its index.

    It depends on the page, its index, the template, where links lead, and the faces.
    """
    content = draw_content(pages, index, faces, Leads(pages.targets))
    return drawn_on(pages, index, faces, content)


def draw_content(pages: Pages, index: int, faces: Faces, links: Leads) -> DrawnGroup:
    """Return what a page of a deck says, without what is behind it."""
    page, template = pages.pages[index], pages.template
    if page.copied is not None:
        return draw_copied(template, page.copied, faces, index + 1)
    theme = template.theme_of(page.layout)
    slots = SlotShapes(template, page.layout, faces)
    easel = Easel(faces, TextInk(theme.color("hlink")), links, slots)
    return _content(page, easel, theme, pages.properties.language)


def drawn_on(pages: Pages, index: int, faces: Faces, content: DrawnGroup) -> PageDrawing:
    """Return the drawing of a page that says what was drawn of it."""
    page, size = pages.pages[index], pages.template.slide_size
    return PageDrawing(
        width=size.width.points,
        height=size.height.points,
        background=_ground(pages, page, index + 1, faces),
        content=replace(content, span=page.span),
        title=page.title,
        language=pages.properties.language,
        steps=len(page.steps),
    )


def _ground(pages: Pages, page: Page, number: int, faces: Faces) -> DrawnGroup:
    """Return what is behind a page: the layout's or its own background, and the layout's shapes."""
    template, behind = pages.template, page.background
    if behind is None:
        return draw_ground(SlideGround(template, page.layout, number), faces)
    size = template.slide_size
    below, above = _behind(behind, size)
    seen = SlideGround(template, page.layout, number, paper=not below, shapes=not behind.hides)
    drawn = draw_ground(seen, faces)
    return DrawnGroup((*below, drawn, *above), use=StructureType.ARTIFACT)


def _behind(behind: SlideBackground, size: Size) -> tuple[list[Node], list[Node]]:
    """Return what of a page's own background is below and above what its layout draws.

    A picture with words for it, or that does not fill the slide, is above: it is a shape in files.
    """
    sheet = rectangle(0.0, 0.0, size.width.points, size.height.points)
    color, picture, veil = behind.color, behind.picture, behind.veil
    below: list[Node] = [] if color is None else [PathMark(sheet, fill=Solid(color.rgb))]
    above: list[Node] = []
    if picture is not None:
        fills = picture.box.size == size and not picture.alt and not behind.covers
        (below if fills else above).append(draw_picture(picture))
    if veil is not None:
        above.append(PathMark(sheet, fill=Solid(veil.color.rgb, veil.amount)))
    return below, above


def _content(page: Page, easel: Easel, theme: Theme, language: str) -> DrawnGroup:
    """Return what a page says, item by item, with the steps at which parts of it come in."""
    shown: dict[int, int] = {}
    paragraphs: dict[int, dict[int, int]] = {}
    for number, step in enumerate(page.steps, 1):
        for each in step.shown:
            if each.paragraphs or each.parts:
                at = paragraphs.setdefault(each.item, {})
                at |= dict.fromkeys(each.paragraphs or each.parts, number)
            else:
                shown[each.item] = number
    items = [
        replace(
            _item(item, easel, theme, language, paragraphs.get(index, {})),
            shown=shown.get(index, 0),
        )
        for index, item in enumerate(page.items)
    ]
    behind = page.background
    if behind is not None and behind.picture is not None and behind.picture.alt:
        # the picture is seen behind all else, and told here
        told = behind.picture
        items.insert(0, DrawnGroup((), StructureType.FIGURE, told.alt, told.name, told.span))
    return DrawnGroup(tuple(items), use=StructureType.PART)


def _item(
    item: Item, easel: Easel, theme: Theme, language: str, steps: Mapping[int, int]
) -> DrawnGroup:
    """Return the group of an item."""
    match item:
        case TextFrame():
            return _text_frame(item, easel, steps)
        case HiddenTitle():
            return _hidden_title(item, easel, theme, language)
        case Picture():
            drawn = _picture(item, easel)
            target = None if item.link is None else easel.links.target(item.link)
            return _figure(item.alt, item.name, drawn, item.span, target)
        case TableFrame():
            rows = draw_table(item, theme.table, easel)
            return DrawnGroup(rows, StructureType.TABLE, item.alt, item.name, item.span)
        case ChartFrame():
            return _figure(item.alt, item.name, (draw_chart(item, easel.faces, steps),), item.span)
        case Freeform():
            target = None if item.link is None else easel.links.target(item.link)
            return _figure(item.alt, item.name, draw_shape(item), item.span, target)
        case Shape() | Stroke() | Connector():
            marks = draw_shape(item)
            return DrawnGroup(marks, StructureType.ARTIFACT, name=item.name, span=item.span)
        case ItemGroup():
            inside = tuple(_item(one, easel, theme, language, {}) for one in item.items)
            use = StructureType.FIGURE if item.alt else StructureType.PART
            return DrawnGroup(inside, use, item.alt, item.name, item.span)
        case _:
            assert_never(item)


def _figure(
    alt: str,
    name: str,
    marks: tuple[Node, ...],
    span: Span | None,
    link: Target | None = None,
) -> DrawnGroup:
    """Return the group of what is seen rather than read; without words for it, decoration."""
    use = StructureType.FIGURE if alt else StructureType.ARTIFACT
    return DrawnGroup(marks, use, alt, name, span, link)


def _text_frame(item: TextFrame, easel: Easel, steps: Mapping[int, int]) -> DrawnGroup:
    """Return a frame: the shape behind its text, and its paragraphs, turned as the frame says."""
    if item.stand_in is not None and not easel.faces.profile.boxes:
        return _item_picture(item.stand_in, item)
    marks = tuple(shape_marks(item.geometry, item.box, item.adjust, item.fill, item.outline))
    artifact = DrawnGroup(marks, use=StructureType.ARTIFACT)
    behind: tuple[Node, ...] = (artifact,) if marks else ()
    if not marks and item.slot is not None and easel.slots is not None:
        behind = easel.slots.behind(item.slot, item.box)
    content, matrix = turned_text(item.content, item.body.vertical)
    title = item.slot is not None and item.slot.role is Role.TITLE
    place = TextPlace(content, item.height, item.body.anchor)
    text = draw_paragraphs(item.paragraphs, place, easel, steps, title=title)
    if matrix != UNMOVED:
        text = (DrawnGroup(text, matrix=matrix),)
    # what stands at the foot of every slide is said once by whoever tells of slides
    repeats = item.slot is not None and item.slot.role in FURNITURE
    use = StructureType.ARTIFACT if repeats else StructureType.NONE
    link = None if item.link is None else easel.links.target(item.link)
    return DrawnGroup((*behind, *text), use, name=item.name, span=item.span, link=link)


def _picture(item: Picture, easel: Easel) -> tuple[Node, ...]:
    """Return a picture, in the form of the slot whose place it takes."""
    drawn, slot = draw_picture(item), item.slot
    takes = slot is not None and item.file.turn == UPRIGHT and slot.inherits(item.box)
    if slot is None or easel.slots is None or not takes:
        return (drawn,)
    outline = easel.slots.outline(slot, item.box)
    behind = easel.slots.behind(slot, item.box)
    return (*behind, replace(drawn, clip=outline) if outline else drawn)


def _item_picture(picture: Picture, item: TextFrame) -> DrawnGroup:
    return _figure(picture.alt, item.name, (draw_picture(picture),), item.span)


def _hidden_title(item: HiddenTitle, easel: Easel, theme: Theme, language: str) -> DrawnGroup:
    """Return the title of a page that shows none: at its top left corner, where nobody sees it."""
    family = theme.heading_font
    font = Font(family, "", "", _TITLE_SIZE)
    runs = TypesetRuns((PlacedRun(item.text, font, language),), easel.faces)
    marks = tuple(
        TextMark(
            text=piece.text,
            face=piece.face,
            size=_TITLE_SIZE.points,
            x=piece.x / EMU_PER_POINT,
            baseline=_TITLE_SIZE.points,
            width=piece.width / EMU_PER_POINT,
            fill=Solid("000000"),
            language=language,
            hidden=True,
        )
        for piece in runs.pieces(0, len(item.text))
    )
    return DrawnGroup(marks, StructureType.TITLE, name=item.name, span=item.span)
