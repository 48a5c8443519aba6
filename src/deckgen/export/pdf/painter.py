"""A drawing -> the content of a PDF page, its structure and its links."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, assert_never

from deckgen.draw.model import (
    UNMOVED,
    ClosePath,
    CurveTo,
    DrawnGroup,
    ImageMark,
    LineTo,
    MoveTo,
    PathMark,
    Solid,
    TextMark,
)
from deckgen.export.extent import extent_of, times
from deckgen.export.pdf.elements import PlacedElements
from deckgen.export.pdf.links import link_annotation
from deckgen.export.pdf.objects import number, numbers
from deckgen.export.pdf.paints import components, is_opaque
from deckgen.export.pdf.pictures import image_object
from deckgen.export.pdf.writing import written_text
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.draw.model import Gradient, Matrix, Node, PageDrawing, Paint, Pen, Segment
    from deckgen.export.pdf.fonts import ShownText, UsedFonts
    from deckgen.export.pdf.objects import Object
    from deckgen.export.pdf.paints import Resources
    from deckgen.export.pdf.structure import Element, Structure

Mark = PathMark | TextMark | ImageMark


class PagePainter:
    """Writes one page after the other."""

    def __init__(self, resources: Resources, fonts: UsedFonts, structure: Structure) -> None:
        self._resources: Final = resources
        self._fonts: Final = fonts
        self._elements: Final = PlacedElements(structure)
        self._written: list[bytes | ShownText] = []
        self._annotations: list[tuple[DrawnGroup, Object]] = []
        self._height = 0.0

    def paint(
        self, drawing: PageDrawing, section: Element
    ) -> tuple[list[bytes | ShownText], list[tuple[DrawnGroup, Object]]]:
        """Return the content of a page and the annotations of its links, with what they lead on.

        What is on it is put into an element of the structure.
        """
        self._written, self._annotations = [], []
        self._height = drawing.height
        self._elements.begin_page(drawing)
        self._put(b"1 0 0 -1 0 " + number(drawing.height) + b" cm")
        self._group(drawing.background, None, UNMOVED, 1.0)
        self._group(drawing.content, section, UNMOVED, 1.0)
        return self._written, self._annotations

    def _put(self, *operators: bytes | ShownText) -> None:
        self._written.extend(operators)

    def _group(
        self, group: DrawnGroup, around: Element | None, outer: Matrix, opacity: float
    ) -> None:
        """Write a group that is in an element; decoration where that is None."""
        if group.hidden:  # it has gone when all has been shown
            return
        matrix = times(outer, group.matrix)
        element, link = self._elements.of(group, around, matrix)
        is_moved = group.matrix != UNMOVED or bool(group.clip)
        if is_moved:
            self._put(b"q")
        if group.matrix != UNMOVED:
            self._put(numbers(*group.matrix) + b" cm")
        if group.clip:
            self._put(*_path(group.clip), b"W n")
        # what lies on one another in a group that shows through would be seen; no group has such
        self._children(group.children, element, matrix, opacity * group.opacity)
        if is_moved:
            self._put(b"Q")
        if link is not None and group.link is not None:
            self._link(group, link, matrix)

    def _children(
        self, children: Sequence[Node], element: Element | None, matrix: Matrix, opacity: float
    ) -> None:
        for is_group, nodes in groupby(children, key=lambda node: isinstance(node, DrawnGroup)):
            if is_group:
                for node in nodes:
                    if isinstance(node, DrawnGroup):
                        self._group(node, element, matrix, opacity)
            else:
                marks = [node for node in nodes if not isinstance(node, DrawnGroup)]
                self._marks(filter(_shows, marks), element, matrix, opacity)

    def _marks(
        self, marks: Iterable[Mark], element: Element | None, matrix: Matrix, opacity: float
    ) -> None:
        """Write marks, those that belong together as one stretch of content."""
        for home, alike in groupby(marks, key=lambda mark: self._elements.home(mark, element)):
            self._put(self._elements.begin(home))
            for mark in alike:
                if isinstance(mark, TextMark) and (
                    blank := self._elements.blank_before(mark, home)
                ):
                    self._text(blank, matrix)
                self._mark(mark, matrix, opacity)
            self._put(b"EMC")

    def _mark(self, mark: Mark, matrix: Matrix, opacity: float) -> None:
        match mark:
            case PathMark():
                self._outline(mark, matrix, opacity)
            case TextMark():
                self._text(replace(mark, fill=_faded(mark.fill, opacity)), matrix)
            case ImageMark():
                self._image(mark, opacity)
            case _:
                assert_never(mark)

    def _text(self, mark: TextMark, matrix: Matrix) -> None:
        opacity = mark.fill.alpha
        if opacity <= 0 and not mark.hidden:
            mark = replace(mark, hidden=True)
        with_state = opacity < 1 and not mark.hidden
        if with_state:
            self._put(b"q", b"/%s gs" % self._resources.opacity(opacity).encode())
        written = written_text(mark, self._fonts, self._elements.language_of(mark))
        if isinstance(written, PathMark):
            self._put(self._elements.instead(mark))
            self._outline(written, matrix, 1.0)
            self._put(b"EMC")
        else:
            self._put(*written)
        if with_state:
            self._put(b"Q")

    def _outline(self, mark: PathMark, matrix: Matrix, opacity: float) -> None:
        path = _path(mark.segments)
        if not path:
            return
        fill, pen = mark.fill, mark.pen
        if fill is not None and not isinstance(fill, Solid):
            self._put(b"q", *path, b"W* n" if mark.even_odd else b"W n")
            self._shade(mark, fill, opacity)
            self._put(b"Q")
            fill = None
        if fill is not None:
            self._painted(path, fill, opacity, b"f*" if mark.even_odd else b"f")
        if pen is not None and (pen.width > 0):
            self._put(b"q", *_pen(pen))
            self._stroked(path, pen, matrix, opacity)
            self._put(b"Q")

    def _shade(self, mark: PathMark, gradient: Gradient, opacity: float) -> None:
        if opacity < 1:
            self._put(b"/%s gs" % self._resources.opacity(opacity).encode())
        extent = extent_of(mark, UNMOVED)
        if not is_opaque(gradient) and extent is not None:
            self._put(b"/%s gs" % self._resources.veil(gradient, extent).encode())
        self._put(b"/%s sh" % self._resources.shading(gradient).encode())

    def _painted(self, path: list[bytes], fill: Solid, opacity: float, operator: bytes) -> None:
        covers = fill.alpha * opacity
        if covers <= 0:
            return
        if covers < 1:
            self._put(b"q", b"/%s gs" % self._resources.opacity(covers).encode())
        self._put(numbers(*components(fill)) + b" rg", *path, operator)
        if covers < 1:
            self._put(b"Q")

    def _stroked(self, path: list[bytes], pen: Pen, matrix: Matrix, opacity: float) -> None:
        paint: Paint = pen.paint
        covers = opacity
        if isinstance(paint, Solid):
            covers *= paint.alpha
            self._put(numbers(*components(paint)) + b" RG")
        else:
            # a pattern lies in the page's own space, where y goes up
            page = times((1.0, 0.0, 0.0, -1.0, 0.0, self._height), matrix)
            name = self._resources.pattern(paint, page)
            self._put(b"/Pattern CS", b"/%s SCN" % name.encode())
            covers *= min(stop.color.alpha for stop in paint.stops)
        if covers < 1:
            self._put(b"/%s gs" % self._resources.opacity(covers).encode())
        self._put(*path, b"S")

    def _image(self, mark: ImageMark, opacity: float) -> None:
        # a drawing is made into a picture that is as large as it is shown
        size = (*mark.box[2:], *mark.part) if mark.media == "image/svg+xml" else ()
        key = (mark.content.digest(), mark.media, size)
        name = self._resources.known_image(key)
        if name is None:
            made = image_object(self._resources.file, mark)
            if made is None:
                return
            name = self._resources.image(key, made)
        left, top, width, height = mark.box
        x, y, across, down = mark.part
        if across <= 0 or down <= 0:
            return
        whole_width, whole_height = width / across, height / down
        self._put(b"q")
        if opacity < 1:
            self._put(b"/%s gs" % self._resources.opacity(opacity).encode())
        if mark.part != (0.0, 0.0, 1.0, 1.0):
            self._put(numbers(left, top, width, height) + b" re W n")
        # pictures stand on their foot, in a space where y goes up
        at = left - x * whole_width, top - y * whole_height + whole_height
        self._put(numbers(whole_width, 0, 0, -whole_height, *at) + b" cm")
        self._put(b"/%s Do" % name.encode(), b"Q")

    def _link(self, group: DrawnGroup, element: Element, matrix: Matrix) -> None:
        annotation = link_annotation(group, matrix, self._height, self._resources.file)
        if annotation is not None:
            self._elements.annotate(element, annotation)
            self._annotations.append((group, annotation))


def _shows(mark: Mark) -> bool:
    return not isinstance(mark, TextMark) or bool(mark.text)


def _faded(color: Solid, opacity: float) -> Solid:
    return color if opacity >= 1 else replace(color, alpha=color.alpha * opacity)


def _path(segments: Iterable[Segment]) -> list[bytes]:
    found = []
    for segment in segments:
        match segment:
            case MoveTo():
                found.append(numbers(segment.x, segment.y) + b" m")
            case LineTo():
                found.append(numbers(segment.x, segment.y) + b" l")
            case CurveTo():
                bends = segment.x1, segment.y1, segment.x2, segment.y2
                found.append(numbers(*bends, segment.x, segment.y) + b" c")
            case ClosePath():
                found.append(b"h")
            case _:
                assert_never(segment)
    return found


def _pen(pen: Pen) -> Iterable[bytes]:
    yield number(pen.width) + b" w"
    if pen.round_caps:
        yield b"1 J"
    if pen.round_joins:
        yield b"1 j"
    if any(length > 0 for length in pen.dashes):
        yield b"[" + numbers(*pen.dashes) + b"] 0 d"
