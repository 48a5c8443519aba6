"""A drawing -> SVG: text as text, in embedded fonts or in those that are served beside it.

Nothing in it runs or is fetched from elsewhere, whatever the texts of a deck hold.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Final, assert_never

from deckgen.draw.addresses import address_of
from deckgen.draw.model import (
    UNMOVED,
    ClosePath,
    CurveTo,
    DrawnGroup,
    Gradient,
    ImageMark,
    LineTo,
    MoveTo,
    PathMark,
    Solid,
    StructureType,
    TextMark,
    texts_of,
)
from deckgen.draw.subsets import subset
from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckgen.draw.model import FontFace, Node, PageDrawing, Paint, Pen, Segment, Target
    from deckgen.source import Span

_UNFIT: Final = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (2.2) has no place for."""
_LEAN: Final = -12
"""The angle of a made-up italic, in degrees."""
_SWELL: Final = 1 / 30
"""How much thicker the strokes of a made-up bold are, in em."""


class FontUse(Struct, frozen=True):
    """What a stylesheet calls a font, and the address from which it is taken."""

    name: str
    address: str


def embedded_font(face: FontFace, letters: str) -> FontUse:
    """Return a face as a subset that stands in the file itself."""
    from hashlib import sha256

    data = subset(face, letters)
    name = f"f{sha256(data).hexdigest()[:12]}"
    return FontUse(name, f"data:font/ttf;base64,{b64encode(data).decode()}")


def embedded_image(image: ImageMark) -> str:
    """Return the address of a picture that stands in the file itself."""
    return f"data:{image.media};base64,{b64encode(image.content.read()).decode()}"


class SvgOptions(Struct, frozen=True):
    """Where an SVG takes its fonts and pictures from, and where links lead.

    `fonts` is told a face and all letters that it draws, in order. Ids begin with `prefix`, so that
    several drawings may stand in one document. With `sources` items tell where they are written,
    in the attributes that `places` makes of it where there is such a function.
    """

    fonts: Callable[[FontFace, str], FontUse] = embedded_font
    images: Callable[[ImageMark], str] = embedded_image
    leads: Callable[[Target], str] = address_of
    prefix: str = ""
    sources: bool = True
    places: Callable[[Span], str] | None = None


USUAL: Final = SvgOptions()


def svg(drawing: PageDrawing, options: SvgOptions = USUAL) -> str:
    """Return the drawing of a page as an SVG of the page's size in points."""
    return _Writer(drawing, options).written()


class _Writer:
    """Writes one drawing."""

    def __init__(self, drawing: PageDrawing, options: SvgOptions) -> None:
        self._drawing = drawing
        self._options = options
        self._fonts: dict[FontFace, FontUse] = {}
        self._definitions: dict[tuple[str, str, str], str] = {}

    def written(self) -> str:
        drawing = self._drawing
        letters: dict[FontFace, set[str]] = {}
        for mark in texts_of((drawing.background, drawing.content)):
            letters.setdefault(mark.face, set()).update(mark.text)
        self._fonts = {
            face: self._options.fonts(face, "".join(sorted(found)))
            for face, found in letters.items()
        }
        body = self._node(drawing.background) + self._node(drawing.content)
        wide, high = _number(drawing.width), _number(drawing.height)
        language = f' xml:lang="{_attribute(drawing.language)}"' if drawing.language else ""
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}"{language}'
            f' role="group" aria-roledescription="slide">'
            f"<title>{_text(drawing.title)}</title>{self._style()}"
            f"{self._defs()}{body}</svg>\n"
        )

    def _style(self) -> str:
        rules = "".join(
            f'@font-face{{font-family:"{use.name}";src:url("{use.address}")}}'
            for use in dict.fromkeys(self._fonts.values())
        )
        return f"<style>{rules}text{{white-space:pre}}</style>"

    def _node(self, node: Node) -> str:
        match node:
            case DrawnGroup():
                return self._group(node)
            case PathMark():
                return self._path(node)
            case TextMark():
                return self._text(node)
            case ImageMark():
                return self._image(node)
            case _:
                assert_never(node)

    def _group(self, group: DrawnGroup) -> str:
        inside = "".join(map(self._node, group.children))
        if group.link is not None:
            inside = self._linked(group.link, inside)
        attributes = _role(group) + self._steps(group) + self._place(group.span)
        if group.matrix != UNMOVED:
            attributes += f' transform="matrix({" ".join(map(_number, group.matrix))})"'
        if group.opacity != 1.0:
            attributes += f' opacity="{_number(group.opacity)}"'
        if group.clip:
            path = f'<path d="{_outline(group.clip)}"/>'
            name = self._defined("clipPath", "", path)
            attributes += f' clip-path="url(#{name})"'
        return f"<g{attributes}>{inside}</g>" if attributes else inside

    def _linked(self, target: Target, inside: str) -> str:
        address = self._options.leads(target)
        return f'<a href="{_attribute(address)}">{inside}</a>' if address else inside

    def _steps(self, group: DrawnGroup) -> str:
        shown = f' data-shown="{group.shown}"' if group.shown else ""
        return shown + (f' data-hidden="{group.hidden}"' if group.hidden else "")

    def _place(self, span: Span | None) -> str:
        if span is None or not self._options.sources:
            return ""
        if self._options.places is not None:
            return self._options.places(span)
        place = span.settled
        line, column = place.source.position(place.start)
        name = _attribute(place.source.name)
        return f' data-file="{name}" data-line="{line}" data-column="{column}"'

    def _path(self, mark: PathMark) -> str:
        attributes = ' fill="none"' if mark.fill is None else self._paint(mark.fill, "fill")
        if mark.pen is not None:
            attributes += self._pen(mark.pen)
        if mark.even_odd:
            attributes += ' fill-rule="evenodd"'
        return f'<path d="{_outline(mark.segments)}"{attributes}/>'

    def _pen(self, pen: Pen) -> str:
        written = self._paint(pen.paint, "stroke") + f' stroke-width="{_number(pen.width)}"'
        if pen.dashes:
            written += f' stroke-dasharray="{" ".join(map(_number, pen.dashes))}"'
        if pen.round_caps:
            written += ' stroke-linecap="round"'
        return written + (' stroke-linejoin="round"' if pen.round_joins else "")

    def _paint(self, paint: Paint, name: str) -> str:
        match paint:
            case Solid():
                alpha = "" if paint.alpha == 1.0 else f' {name}-opacity="{_number(paint.alpha)}"'
                return f' {name}="#{paint.rgb.lower()}"{alpha}'
            case Gradient():
                return f' {name}="url(#{self._gradient(paint)})"'
            case _:
                assert_never(paint)

    def _gradient(self, paint: Gradient) -> str:
        stops = "".join(
            f'<stop offset="{_number(stop.at)}" stop-color="#{stop.color.rgb.lower()}"'
            + ("" if stop.color.alpha == 1.0 else f' stop-opacity="{_number(stop.color.alpha)}"')
            + "/>"
            for stop in paint.stops
        )
        (x1, y1), (x2, y2) = paint.start, paint.stop
        if paint.radius is None:
            sides = (("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2))
            return self._defined("linearGradient", _IN_SPACE + _numbers(sides), stops)
        around = (("cx", x1), ("cy", y1), ("r", paint.radius))
        return self._defined("radialGradient", _IN_SPACE + _numbers(around), stops)

    def _defined(self, kind: str, attributes: str, content: str) -> str:
        """Return the id of a definition, which is written once however often it is used."""
        name = f"{self._options.prefix}d{len(self._definitions) + 1}"
        return self._definitions.setdefault((kind, attributes, content), name)

    def _defs(self) -> str:
        written = (
            _element(kind, f' id="{name}"{attributes}', content)
            for (kind, attributes, content), name in self._definitions.items()
        )
        return _element("defs", "", "".join(written))

    def _text(self, mark: TextMark) -> str:
        face, size = mark.face, mark.size
        x, y = mark.x, mark.baseline
        family = f"{self._fonts[face].name},sans-serif"
        attributes = f' font-family="{family}" font-size="{_number(size)}"'
        attributes += self._paint(mark.fill, "fill")
        if face.slant:
            turned = f"translate({_number(x)} {_number(y)}) skewX({_LEAN})"
            place = f' transform="{turned}"'
        else:
            place = f' x="{_number(x)}" y="{_number(y)}"'
        if face.embolden:
            attributes += self._paint(mark.fill, "stroke")
            attributes += f' stroke-width="{_number(size * _SWELL)}"'
        if mark.width > 0 and len(mark.text) > 1:
            attributes += f' textLength="{_number(mark.width)}"'
        if mark.language and mark.language != self._drawing.language:
            attributes += f' xml:lang="{_attribute(mark.language)}"'
        if mark.right_to_left:
            attributes += ' direction="rtl"'
        if mark.hidden:
            attributes += ' opacity="0"'
        return f"<text{place}{attributes}>{_text(mark.text)}</text>"

    def _image(self, mark: ImageMark) -> str:
        x, y, wide, high = mark.box
        left, top, across, down = mark.part
        if across <= 0 or down <= 0:
            return ""
        address = _attribute(self._options.images(mark))
        whole = (x - left * wide / across, y - top * high / down, wide / across, high / down)
        names = ("x", "y", "width", "height")
        sides = _numbers(zip(names, whole, strict=True))
        image = f'<image{sides} preserveAspectRatio="none" href="{address}"/>'
        if (left, top, across, down) == (0.0, 0.0, 1.0, 1.0):
            return image
        clip = f"<rect{_numbers(zip(names, mark.box, strict=True))}/>"
        return f'<g clip-path="url(#{self._defined("clipPath", "", clip)})">{image}</g>'


_IN_SPACE: Final = ' gradientUnits="userSpaceOnUse"'


_ROLES: Final = {
    StructureType.TITLE: ' role="heading" aria-level="1"',
    StructureType.LIST: ' role="list"',
    StructureType.LIST_ITEM: ' role="listitem"',
    StructureType.TABLE: ' role="table"',
    StructureType.ROW: ' role="row"',
    StructureType.HEADER_CELL: ' role="columnheader"',
    StructureType.CELL: ' role="cell"',
    StructureType.FIGURE: ' role="img"',
    StructureType.FORMULA: ' role="math"',
    StructureType.NOTE: ' role="note"',
    StructureType.ARTIFACT: ' aria-hidden="true"',
}


def _role(group: DrawnGroup) -> str:
    """Return what a group is to those who listen."""
    written = _ROLES.get(group.use, "")
    if group.alt and group.use not in {StructureType.ARTIFACT, StructureType.LINK}:
        written += f' aria-label="{_attribute(group.alt)}"'
    if group.across > 1:
        written += f' aria-colspan="{group.across}"'
    return written + (f' aria-rowspan="{group.down}"' if group.down > 1 else "")


def _outline(segments: Iterable[Segment]) -> str:
    return "".join(map(_segment, segments))


def _segment(segment: Segment) -> str:
    match segment:
        case MoveTo():
            return f"M{_number(segment.x)} {_number(segment.y)}"
        case LineTo():
            return f"L{_number(segment.x)} {_number(segment.y)}"
        case CurveTo():
            handles = (segment.x1, segment.y1, segment.x2, segment.y2, segment.x, segment.y)
            return "C" + " ".join(map(_number, handles))
        case ClosePath():
            return "Z"
        case _:
            assert_never(segment)


def _number(value: float) -> str:
    """Return a number with three decimals at the most."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written


def _numbers(values: Iterable[tuple[str, float]]) -> str:
    return "".join(f' {name}="{_number(value)}"' for name, value in values)


def _element(name: str, attributes: str, content: str) -> str:
    return f"<{name}{attributes}>{content}</{name}>" if content else ""


def _text(value: str) -> str:
    fit = _UNFIT.sub("", value)
    return fit.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(value: str) -> str:
    written = _text(value).replace('"', "&quot;")
    return written.replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")
