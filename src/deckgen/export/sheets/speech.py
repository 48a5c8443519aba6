"""What a speaker says -> drawn text below slides, page by page, and the foot of sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Marker
from deckgen.draw.model import DrawnGroup, StructureType
from deckgen.draw.text import Easel, Leads, TextInk, TextPlace, draw_paragraphs
from deckgen.export.sheets.paper import FOOT, MARGIN, SheetPlace
from deckgen.geometry import Rect
from deckgen.placed_text import PlacedParagraph, PlacedRun, cut
from deckgen.records import replace
from deckgen.shown_text import shown_of
from deckgen.styles import NO_BULLET, Align, Anchor, Bullet, BulletKind, LevelStyle, Spacing
from deckgen.text.model import Font, StyledText
from deckgen.units import LEADING, ZERO, Centipoints, Emu, mm, pt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckgen.colors import Color
    from deckgen.content import Paragraph, Run
    from deckgen.draw.faces import Faces
    from deckgen.draw.model import Node
    from deckgen.text.model import Line
    from deckgen.text.typesetter import Typesetter

_STEP: Final = mm(5)
"""How far a level of a list is indented, and its text from its marker."""
_APART: Final = Spacing(lines=0.4)
"""The space between paragraphs."""
_SIZE, _SMALL = Centipoints(1200), Centipoints(800)
"""Sizes of notes and of the foot of a sheet."""
_MARKS: Final = {
    Marker.BULLET: Bullet(BulletKind.CHARACTER, "•"),
    Marker.NUMBER: Bullet(BulletKind.NUMBER, "arabicPeriod"),
}
_LEADING: Final = (Marker.HEADING, Marker.TERM)


class Speech:
    """Sets text on sheets, in the fonts of a style, in black."""

    def __init__(
        self,
        style: LevelStyle,
        colors: tuple[Color, Color],
        typesetter: Typesetter,
        faces: Faces,
        targets: Mapping[str, int],
    ) -> None:
        """Take a style for its fonts, the colours of text and links, and where links lead."""
        self._style: Final = LevelStyle(
            _SIZE, style.latin, style.east_asian, style.complex_script, colors[0]
        )
        self._typesetter: Final = typesetter
        self._easel: Final = Easel(faces, TextInk(colors[1]), Leads(targets))

    def foot(self, title: str, number: int, width: float, height: float) -> DrawnGroup:
        """Return what stands at the foot of a sheet: what it is part of, and which it is."""
        place = SheetPlace(
            MARGIN, height - MARGIN - _SMALL.points * LEADING, width - 2 * MARGIN, FOOT
        )
        style = replace(self._style, size=_SMALL)
        marks: list[Node] = []
        for text, align in ((title, Align.LEFT), (str(number), Align.RIGHT)):
            if text:
                placed = self._set((self._run(text, style),), replace(style, align=align), place)
                marks += self._drawn((replace(placed, lines=placed.lines[:1]),), place)
        return DrawnGroup(tuple(marks), StructureType.ARTIFACT)

    def pages(
        self, notes: Sequence[Paragraph], first: SheetPlace, further: SheetPlace, language: str
    ) -> Iterator[DrawnGroup]:
        """Yield what is said, as far as it fits the first place, then on further sheets."""
        rest = [self._paragraph(paragraph, first, language) for paragraph in notes]
        place = first
        while rest:
            taken, rest = _divided(rest, pt(place.height))
            if not taken:  # no place is lower than a line but one below a slide that stands upright
                taken, rest = rest[:1], rest[1:]
            yield DrawnGroup(self._drawn(taken, place), StructureType.PART)
            place = further

    def _drawn(self, paragraphs: Sequence[PlacedParagraph], place: SheetPlace) -> tuple[Node, ...]:
        box = Rect(pt(place.x), pt(place.y), pt(place.width), pt(place.height))
        return draw_paragraphs(paragraphs, TextPlace(box, box.height, Anchor.TOP), self._easel)

    def _paragraph(self, paragraph: Paragraph, place: SheetPlace, language: str) -> PlacedParagraph:
        mark = _MARKS.get(paragraph.marker, NO_BULLET)
        if paragraph.glyph:
            mark = replace(mark, text=paragraph.glyph)
        marked = mark is not NO_BULLET
        depth = paragraph.level + (1 if marked or paragraph.indented else 0)
        style = replace(
            self._style,
            bullet=mark,
            margin_left=_STEP * depth,
            indent=-_STEP if marked else ZERO,
            bold=paragraph.marker in _LEADING,
        )
        runs = tuple(self._spoken(run, style, language) for run in paragraph.runs if run.text)
        placed = self._set(runs, style, place)
        return replace(placed, number=paragraph.number, span=paragraph.span)

    def _set(
        self, runs: tuple[PlacedRun, ...], style: LevelStyle, place: SheetPlace
    ) -> PlacedParagraph:
        shown = shown_of(runs)
        texts = shown.texts or (StyledText("", _font(style)),)
        room = max(Emu(1), pt(place.width) - style.margin_left)
        lines = shown.written(self._typesetter.lines(texts, room))
        height = _height(style, lines)
        return PlacedParagraph(runs, 0, style, lines, ZERO, height, None, bullet=style.bullet)

    def _spoken(self, run: Run, style: LevelStyle, language: str) -> PlacedRun:
        font = replace(_font(style), bold=run.strong or style.bold, italic=run.emphasis)
        return PlacedRun(
            run.text,
            font,
            language,
            underline=run.underline,
            strike=run.strike,
            link=run.link,
            baseline=run.baseline,
        )

    def _run(self, text: str, style: LevelStyle) -> PlacedRun:
        return PlacedRun(" ".join(text.split()), _font(style), "")


def _font(style: LevelStyle) -> Font:
    return Font(style.latin, style.east_asian, style.complex_script, style.size, style.bold)


def _height(style: LevelStyle, lines: Sequence[Line]) -> Emu:
    return Emu(sum(style.line_spacing.of(line.size) for line in lines))


def _divided(
    paragraphs: Sequence[PlacedParagraph], room: Emu
) -> tuple[list[PlacedParagraph], list[PlacedParagraph]]:
    """Return the paragraphs that fit into a height, each at its place, and the rest."""
    taken: list[PlacedParagraph] = []
    top = ZERO
    for index, paragraph in enumerate(paragraphs):
        style = paragraph.style
        if taken:
            top += _APART.of(style.size)
        if top + paragraph.height <= room:
            taken.append(replace(paragraph, top=top))
            top += paragraph.height
            continue
        fitting = 0
        while _height(style, paragraph.lines[: fitting + 1]) <= room - top:
            fitting += 1
        if fitting:
            part = _part(paragraph, 0, fitting)
            taken.append(replace(part, top=top))
            paragraph = _part(paragraph, fitting, len(paragraph.lines))
        return taken, [paragraph, *paragraphs[index + 1 :]]
    return taken, []


def _part(paragraph: PlacedParagraph, first: int, stop: int) -> PlacedParagraph:
    """Return some lines of a paragraph; the first of them alone has its mark."""
    start, end = paragraph.lines[first].start, paragraph.lines[stop - 1].stop
    lines = tuple(
        replace(line, start=line.start - start, stop=line.stop - start)
        for line in paragraph.lines[first:stop]
    )
    part = replace(
        paragraph,
        runs=cut(paragraph.runs, start, end),
        lines=lines,
        height=_height(paragraph.style, lines),
    )
    if not first:
        return part
    style = replace(part.style, bullet=NO_BULLET, indent=ZERO)
    return replace(part, style=style, bullet=NO_BULLET, number=None)
