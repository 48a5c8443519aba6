"""A shape tree -> its shapes, nested or with groups flattened, with their boxes on the slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from deckgen.geometry import Rect
from deckgen.opc.xml import Element, child, flag, integer, length, local_name, qn
from deckgen.records import Struct
from deckgen.template.model import Placeholder
from deckgen.units import Emu

_QUARTER_TURN: Final = 5_400_000
_PROPERTIES: Final = qn("p:spPr")
_ABOUT: Final = qn("p:cNvPr")
_USE: Final = qn("p:nvPr")
_TEXT_BODY: Final = qn("p:txBody")
_TEXT: Final = qn("a:t")
_PARAGRAPH: Final = qn("a:p")
_OWN_PLACE: Final = qn("p:xfrm")


class TemplateShape(Struct, frozen=True):
    """A shape of a tree. `box` is None where it inherits its place.

    `parts` holds the elements that it consists of by their tags. `turned` tells that the shape is
    rotated so far that it stands on its side; its box is the one that it has upright.
    """

    kind: str
    name: str
    box: Rect | None
    placeholder: Placeholder | None
    parts: Mapping[str, Element]
    turned: bool = False
    place: Element | None = None
    """The element that tells where it lies (`a:xfrm`), if it has its own."""

    @property
    def drawn(self) -> Rect | None:
        """The box that the shape covers on the slide."""
        if self.box is None or not self.turned:
            return self.box
        box, shift = self.box, (self.box.width - self.box.height) // 2
        return Rect(box.x + shift, box.y - shift, box.height, box.width)

    @property
    def properties(self) -> Element | None:
        """The element that holds geometry, fill and line."""
        return self.parts.get(_PROPERTIES)

    @property
    def text_body(self) -> Element | None:
        """The element that holds text."""
        return self.parts.get(_TEXT_BODY)

    @property
    def text(self) -> str:
        """The text, paragraphs on lines of their own, trimmed."""
        body = self.text_body
        if body is None:
            return ""
        paragraphs = (element for element in body if element.tag == _PARAGRAPH)
        return "\n".join(_text(paragraph) for paragraph in paragraphs).strip()

    def part(self, name: str) -> Element | None:
        """Return the child of a name such as `p:style`."""
        return self.parts.get(qn(name))


class GroupFrame(Struct, frozen=True):
    """How coordinates within a group lie on the slide: scaled about, then shifted."""

    scale_x: float
    scale_y: float
    x: float
    y: float

    def place(self, box: Rect) -> Rect:
        """Return the box on the slide of what lies in a box within the group."""
        return Rect(
            Emu(round(box.x * self.scale_x + self.x)),
            Emu(round(box.y * self.scale_y + self.y)),
            box.width * self.scale_x,
            box.height * self.scale_y,
        )


_DRAWABLE: Final = frozenset({"sp", "pic", "cxnSp", "grpSp"})
_KINDS: Final = _DRAWABLE | {"graphicFrame"}


class ShapeGroup(Struct, frozen=True):
    """A group of a tree: its place as the file tells it, its box on the slide and what is in it."""

    place: Element | None
    box: Rect | None
    children: tuple[TemplateShape | ShapeGroup, ...]


def walk(tree: Element | None) -> Iterator[TemplateShape]:
    """Yield the shapes of a tree or group that are not hidden, bottom to top.

    Of alternatives (`mc:AlternateContent`) the first is taken, which PowerPoint shows.
    """
    yield from _flat(nested(tree))


def _flat(nodes: Iterable[TemplateShape | ShapeGroup]) -> Iterator[TemplateShape]:
    for node in nodes:
        if isinstance(node, ShapeGroup):
            yield from _flat(node.children)
        else:
            yield node


def nested(
    tree: Element | None, frame: GroupFrame | None = None, *, drawable: bool = False
) -> Iterator[TemplateShape | ShapeGroup]:
    """Yield the shapes and groups of a tree that are not hidden, bottom to top.

    Of alternatives the first is taken, or with `drawable` the first that has shapes or pictures.
    """
    for element in () if tree is None else tree:
        kind = local_name(element)
        if kind == "AlternateContent":
            yield from nested(_alternative(element, drawable=drawable), frame, drawable=drawable)
        elif kind in _KINDS and len(element):
            yield from _node(element, kind, frame, drawable=drawable)


def _alternative(element: Element, *, drawable: bool) -> Element | None:
    choice = child(element, "mc:Choice")
    if drawable and (choice is None or not any(local_name(e) in _DRAWABLE for e in choice)):
        return child(element, "mc:Fallback")
    return choice


def _text(paragraph: Element) -> str:
    return "".join([text.text or "" for text in paragraph.iter(_TEXT)])


def _node(
    element: Element, kind: str, frame: GroupFrame | None, *, drawable: bool
) -> Iterator[TemplateShape | ShapeGroup]:
    parts = {str(part.tag): part for part in element}
    about = {str(part.tag): part for part in next(iter(parts.values()), ())}
    properties = about.get(_ABOUT)
    if properties is not None and flag(properties, "hidden"):
        return
    if kind == "grpSp":
        place = child(element, "p:grpSpPr", "a:xfrm")
        inside = nested(element, _inner_frame(place, frame), drawable=drawable)
        yield ShapeGroup(place, _placed(place, frame), tuple(inside))
        return
    place = parts.get(_OWN_PLACE)
    if place is None:
        place = child(parts.get(_PROPERTIES), "a:xfrm")
    name = "" if properties is None else properties.get("name", "")
    placeholder = _placeholder(child(about.get(_USE), "p:ph"))
    yield TemplateShape(
        kind, name, _placed(place, frame), placeholder, parts, _is_turned(place), place
    )


def _placed(place: Element | None, frame: GroupFrame | None) -> Rect | None:
    box = box_of(place)
    return box if box is None or frame is None else frame.place(box)


def _placeholder(element: Element | None) -> Placeholder | None:
    if element is None:
        return None
    return Placeholder(
        element.get("type"), integer(element, "idx"), element.get("orient"), element.get("sz")
    )


def box_of(place: Element | None, offset: str = "a:off", extent: str = "a:ext") -> Rect | None:
    """Return the box that an element such as `a:xfrm` tells, None where it tells none."""
    off, ext = child(place, offset), child(place, extent)
    if off is None or ext is None:
        return None
    x, y = length(off, "x"), length(off, "y")
    width, height = length(ext, "cx"), length(ext, "cy")
    if x is None or y is None or width is None or height is None:
        return None
    return Rect(x, y, width, height)


def _is_turned(place: Element | None) -> bool:
    rotation = (0 if place is None else integer(place, "rot")) or 0
    return round(rotation / _QUARTER_TURN) % 2 == 1


def _inner_frame(place: Element | None, outer: GroupFrame | None) -> GroupFrame | None:
    """Return the frame of a group's children; that of the group where it has none of its own."""
    box, inner = box_of(place), box_of(place, "a:chOff", "a:chExt")
    if box is None or inner is None or inner.width <= 0 or inner.height <= 0:
        return outer
    if outer is not None:
        box = outer.place(box)
    scale_x, scale_y = box.width / inner.width, box.height / inner.height
    return GroupFrame(scale_x, scale_y, box.x - inner.x * scale_x, box.y - inner.y * scale_y)
