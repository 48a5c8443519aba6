"""Text frames -> groups of what is seen of them: paragraphs, lists, lines, links."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from deckgen.content import Baseline
from deckgen.draw.formulas import draw_formula
from deckgen.draw.model import UNMOVED, DrawnGroup, PathMark, Solid, StructureType, Target, TextMark
from deckgen.draw.outlines import rectangle
from deckgen.draw.setting import TypesetRuns
from deckgen.draw.symbols import shown_in
from deckgen.geometry import Rect
from deckgen.placed_text import placed_lines
from deckgen.records import Struct, replace
from deckgen.styles import BulletKind
from deckgen.units import EMU_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckgen.colors import Color
    from deckgen.content import Link
    from deckgen.draw.faces import Faces
    from deckgen.draw.ground import SlotShapes
    from deckgen.draw.model import Matrix, Node
    from deckgen.draw.setting import TextPiece
    from deckgen.placed_text import PlacedLine, PlacedParagraph, PlacedRun
    from deckgen.styles import Anchor
    from deckgen.units import Emu

_RAISED: Final = {Baseline.SUPERSCRIPT: 0.30, Baseline.SUBSCRIPT: -0.25}
"""How far small letters stand above the line, in em of the text (`a:rPr@baseline`)."""
_ASCENT: Final = 0.994
"""How far a line reaches above its baseline, in em (docs/analysis/line-height.md)."""
_HEIGHT: Final = 1.2
_UNDERLINE: Final = 0.12
"""How far below the baseline the middle of an underline runs, in em."""
_STRIKE: Final = 0.26
"""How far above it the line through letters runs."""
_THICK: Final = 0.05
"""How thick such lines are."""


class TextInk(Struct, frozen=True):
    """What colours text that names none: that of links, and of text whose paragraph does not."""

    link: Color
    text: Color | None = None
    """The colour of all text, where it is not that of its paragraphs."""


class Leads:
    """Where links lead; `asked` collects the slides that were asked for, and their pages."""

    def __init__(self, targets: Mapping[str, int]) -> None:
        self._targets: Final = targets
        self.asked: Final[dict[str, int | None]] = {}

    def target(self, link: Link) -> Target:
        """Return where a link leads."""
        slide = link.slide_id
        if slide is None:
            return Target(link.target)
        page = self.asked[slide] = self._targets.get(slide)
        return Target(page=page)


class Easel(Struct, frozen=True):
    """What texts are drawn with: faces, colours, where links lead, and what slots look like."""

    faces: Faces
    ink: TextInk
    links: Leads
    slots: SlotShapes | None = None


class TextPlace(Struct, frozen=True):
    """Where paragraphs stand: the box for them, how high they are, and their anchor in it."""

    content: Rect
    height: Emu
    anchor: Anchor


def draw_paragraphs(
    paragraphs: Sequence[PlacedParagraph],
    place: TextPlace,
    easel: Easel,
    shown: Mapping[int, int] | None = None,
    *,
    title: bool = False,
) -> tuple[Node, ...]:
    """Return the groups of paragraphs in a place; neighbours with bullets make a list.

    `shown` tells the steps at which paragraphs come in, by their indexes.
    """
    lines = placed_lines(paragraphs, place.content, place.height, place.anchor)
    steps = shown or {}
    drawn = [
        (
            paragraph.bullet.kind is not BulletKind.NONE and bool(paragraph.text.strip()),
            replace(_paragraph(paragraph, lines, easel, title=title), shown=steps.get(index, 0)),
        )
        for index, paragraph in enumerate(paragraphs)
    ]
    found: list[Node] = []
    levels = [paragraph.level for paragraph in paragraphs]
    for listed, members in groupby(zip(drawn, levels, strict=True), lambda each: each[0][0]):
        items = [(level, group) for (_, group), level in members if group.children]
        found += [_listed(items)] if listed and items else [group for _, group in items]
    return tuple(found)


def _listed(items: Sequence[tuple[int, DrawnGroup]]) -> DrawnGroup:
    """Return a list of items, in which those of deeper levels are lists in the items above them."""
    found: list[DrawnGroup] = []
    start, outer = 0, min(level for level, _ in items)
    while start < len(items):
        stop = start + 1
        while stop < len(items) and items[stop][0] > outer:
            stop += 1
        level, item = items[start]
        if level > outer:
            inner = _listed(items[start:stop])
            found.append(DrawnGroup((inner,), use=StructureType.LIST_ITEM))
        elif stop > start + 1:
            found.append(_holding(item, _listed(items[start + 1 : stop])))
        else:
            found.append(item)
        start = stop
    return DrawnGroup(tuple(found), use=StructureType.LIST)


def _holding(item: DrawnGroup, inner: DrawnGroup) -> DrawnGroup:
    """Return an item of a list in whose body is another list."""
    *before, body = item.children
    said = body.children if isinstance(body, DrawnGroup) else (body,)
    held = DrawnGroup((*said, inner), use=StructureType.LIST_BODY)
    return replace(item, children=(*before, held))


def _paragraph(
    paragraph: PlacedParagraph, lines: Iterator[PlacedLine], easel: Easel, *, title: bool
) -> DrawnGroup:
    """Return the group of a paragraph; takes its lines off those of the frame."""
    if title and paragraph.style.underline:
        lined = tuple(replace(run, underline=True) for run in paragraph.runs)
        paragraph = replace(paragraph, runs=lined)
    runs = TypesetRuns(paragraph.runs, easel.faces)
    marks: list[Node] = []
    label: DrawnGroup | None = None
    for line in paragraph.lines:
        placed = next(lines)
        if placed.mark is not None and paragraph.text.strip():
            label = _label(placed, placed.mark, paragraph, easel)
        marks += _line(runs, (line.start, line.stop), placed, paragraph, easel)
    body = tuple(marks)
    if label is not None:
        parts = (label, DrawnGroup(body, use=StructureType.LIST_BODY))
        return DrawnGroup(parts, use=StructureType.LIST_ITEM, span=paragraph.span)
    use = StructureType.TITLE if title else StructureType.PARAGRAPH
    return DrawnGroup(body, use=use, span=paragraph.span)


def _label(
    placed: PlacedLine, mark: PlacedRun, paragraph: PlacedParagraph, easel: Easel
) -> DrawnGroup:
    """Return the bullet or the number before a line."""
    mark = replace(mark, text=shown_in(mark.font.latin, mark.text))
    runs = TypesetRuns((mark,), easel.faces)
    pieces = runs.pieces(0, len(mark.text))
    color = mark.color or paragraph.style.color
    if easel.ink.text is not None and paragraph.bullet.color is None:
        color = easel.ink.text
    marks = (_text(piece, placed.mark_x, placed.baseline, color) for piece in pieces)
    return DrawnGroup(tuple(marks), use=StructureType.LABEL)


def _line(
    runs: TypesetRuns,
    part: tuple[int, int],
    placed: PlacedLine,
    paragraph: PlacedParagraph,
    easel: Easel,
) -> Iterator[Node]:
    """Yield what is seen of a line: highlights, text, lines below and through it, in links."""
    x = placed.x + (placed.width - runs.width(*part)) * paragraph.style.align.before
    fill = None if placed.fill is None else float(placed.fill)
    tab = None if placed.stop is None else float(placed.stop - x)
    pieces = [*runs.pieces(*part, fill, tab)]
    for link, members in groupby(pieces, lambda piece: piece.run.link):
        found = [*members]
        marks = tuple(_marks(found, x, placed.baseline, paragraph, easel))
        if link is None:
            yield from marks
        else:
            yield DrawnGroup(
                marks,
                use=StructureType.LINK,
                alt=link.title,
                link=easel.links.target(link),
                span=link.span,
            )


def _marks(
    pieces: Sequence[TextPiece], x: float, baseline: int, paragraph: PlacedParagraph, easel: Easel
) -> Iterator[Node]:
    for run, members in groupby(pieces, lambda piece: piece.run):
        found = [*members]
        left, right = x + found[0].x, x + found[-1].x + found[-1].width
        size = run.font.size.points
        color = _color(run, paragraph, easel)
        if run.highlight is not None:
            top = baseline / EMU_PER_POINT - _ASCENT * size
            yield _bar(left, right, top, _HEIGHT * size, run.highlight)
        if run.formula is not None and easel.faces.profile.boxes:
            middle_of_room = (left + right) / 2, baseline
            formula = draw_formula(run, middle_of_room, color, easel.faces)
            if formula is not None:
                yield formula
                continue
        above = _RAISED.get(run.baseline, 0.0) * size * EMU_PER_POINT
        for piece in found:
            yield _text(piece, x, baseline - above, color)
        middle = (baseline - above) / EMU_PER_POINT
        thick = _THICK * size
        if run.underline or (run.link is not None and not run.link.quiet):
            yield _bar(left, right, middle + _UNDERLINE * size - thick / 2, thick, color)
        if run.strike:
            yield _bar(left, right, middle - _STRIKE * size - thick / 2, thick, color)


def _color(run: PlacedRun, paragraph: PlacedParagraph, easel: Easel) -> Color:
    if run.color is not None:
        return run.color
    if run.link is not None:
        return easel.ink.link
    return easel.ink.text or paragraph.style.color


def _text(piece: TextPiece, x: float, baseline: float, color: Color) -> TextMark:
    return TextMark(
        text=piece.text,
        face=piece.face,
        size=piece.font.size.points,
        x=(x + piece.x) / EMU_PER_POINT,
        baseline=baseline / EMU_PER_POINT,
        width=piece.width / EMU_PER_POINT,
        fill=Solid(color.rgb),
        language=piece.run.language,
    )


def _bar(left: float, right: float, top: float, height: float, color: Color) -> DrawnGroup:
    """Return a bar behind or across text, which is decoration."""
    start = left / EMU_PER_POINT
    outline = rectangle(start, top, right / EMU_PER_POINT - start, height)
    return DrawnGroup((PathMark(outline, fill=Solid(color.rgb)),), use=StructureType.ARTIFACT)


def turned_text(content: Rect, vertical: str) -> tuple[Rect, Matrix]:
    """Return the place of text as if it were upright, and how it is turned about its middle."""
    if vertical == "horz":
        return content, UNMOVED
    wide, high = content.height, content.width
    middle = (content.x + content.width // 2, content.y + content.height // 2)
    lying = Rect(middle[0] - wide // 2, middle[1] - high // 2, wide, high)
    x, y = middle[0].points, middle[1].points
    if vertical == "vert270":
        return lying, (0.0, -1.0, 1.0, 0.0, x - y, y + x)
    return lying, (0.0, 1.0, -1.0, 0.0, x + y, y - x)
