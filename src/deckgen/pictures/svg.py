"""An SVG drawing -> the same with nothing in it that acts or leads elsewhere, and a PNG of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.opc.package import BadPackageError
from deckgen.opc.xml import local_name, parse, serialized
from deckgen.pictures.converted import LONG_SIDE
from deckgen.pictures.model import BadPictureError
from deckgen.pictures.unread import WEB_PAGE, drawing_of_none
from deckgen.units import EMU_PER_PIXEL, parse_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.opc.xml import Element

_ROOT: Final = "{http://www.w3.org/2000/svg}svg"
_ACTIVE: Final = frozenset(
    ("script", "foreignObject", "handler", "listener", "iframe", "embed", "object", "audio")
) | {"video", "set", "animate", "animateColor", "animateMotion", "animateTransform"}
"""Elements that do more than show, or hold what is no SVG."""
_EMBEDDED: Final = ("data:image/png;", "data:image/jpeg;", "data:image/jpg;", "data:image/gif;")
_MOST_DRAWN: Final = 200_000
"""How many elements are drawn, each use of one counted."""
_DEEPEST_USE: Final = 64
_LONGEST_SHAPE: Final = 40
"""How many times longer than the other a side may be."""


def drawn(data: bytes) -> tuple[bytes, bytes]:
    """Return a drawing that only shows, and the PNG for programs that show no drawings.

    Scripts, animations and what is loaded from elsewhere for its looks are left out. Raises
    `BadPictureError` for a file that is no drawing, declares entities, or shows other files.
    """
    root = _parsed(data)
    _clean(root)
    if _cost(root) > _MOST_DRAWN:
        raise BadPictureError(f"draws more than {_MOST_DRAWN:,} elements")
    width, height = _size(root)
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    svg = serialized(root)
    scale = LONG_SIDE / max(width, height)
    return svg, rasterized(svg.decode(), round(width * scale), round(height * scale))


def rasterized(svg: str, width: int, height: int, *, fonts: bool = True) -> bytes:
    """Return the PNG of a drawing, so many pixels wide and high.

    Without `fonts` text does not show, and those of the machine are not looked for.
    """
    from resvg_py import svg_to_bytes

    try:
        drawn = svg_to_bytes(
            svg_string=svg, width=width, height=height, dpi=96, skip_system_fonts=not fonts
        )
        return bytes(drawn)
    except ValueError:
        raise BadPictureError("is damaged") from None


def _parsed(data: bytes) -> Element:
    """Return the root of a drawing. A document type without declarations is passed over."""
    text = re.sub(rb"<!DOCTYPE[^\[>]*>", b"", data.removeprefix(b"\xef\xbb\xbf").lstrip(), count=1)
    if b"<!DOCTYPE" in text:
        _refuse_page(data)
        raise BadPictureError("declares entities: save it as plain SVG")
    try:
        root = parse(text)
    except BadPackageError:
        _refuse_page(data)
        raise BadPictureError("is damaged, or larger than a drawing may be") from None
    if root.tag != _ROOT:
        raise BadPictureError(drawing_of_none(data))
    return root


def _refuse_page(data: bytes) -> None:
    """Refuse a web page as such, as few of them are XML."""
    told = drawing_of_none(data)
    if told == WEB_PAGE:
        raise BadPictureError(told)


def _clean(root: Element) -> None:
    for element in [*root.iter()]:
        if local_name(element) in _ACTIVE:
            parent = element.getparent()
            if parent is not None:
                _refuse_lost_words(element, parent)
                parent.remove(element)
            continue
        for name, value in _attributes(element):
            if name.lower().startswith("on"):
                del element.attrib[name]
            elif name.rpartition("}")[2] == "href":
                _check_reference(element, name, value)
            elif "url(" in value:
                element.set(name, _local_urls(value))
        if local_name(element) == "style" and element.text:
            element.text = _local_urls(re.sub(r"@import[^;]*;?", "", element.text))


def _refuse_lost_words(element: Element, parent: Element) -> None:
    """Refuse a drawing whose words are HTML, which programs for slides do not show.

    In a `switch` others stand beside them, for programs like these.
    """
    is_html = local_name(element) == "foreignObject"
    if not is_html or (local_name(parent) == "switch" and len(parent) > 1):
        return
    said = " ".join("".join(map(str, element.itertext())).split())
    if said:
        message = f"has its words, such as `{said[:40]}`, in HTML (`foreignObject`), which slides"
        raise BadPictureError(f"{message} do not show: export it with text as SVG, or as PNG")


def _check_reference(element: Element, name: str, value: str) -> None:
    """Take away where a link leads; raise `BadPictureError` where another file is shown."""
    if value.strip().startswith(("#", *_EMBEDDED)):
        return
    if local_name(element) != "a":
        raise BadPictureError("shows another file: embed that in it")
    del element.attrib[name]


def _local_urls(style: str) -> str:
    """Return a style in which nothing is taken from elsewhere."""
    return re.sub(r"""url\(\s*(["']?)(?!#|data:image/)[^)]*\)""", "none", style)


def _cost(root: Element) -> int:
    """Return how many elements are drawn: what is used is drawn each time anew."""
    named = {name: element for element in root.iter() if (name := element.get("id"))}
    known: dict[str, int] = {}

    def of(element: Element, depth: int) -> int:
        if depth > _DEEPEST_USE:
            raise BadPictureError(f"nests what it uses more than {_DEEPEST_USE} levels deep")
        return sum(used(name, depth) for name in _used(element)) + sum(1 for _ in element.iter())

    def used(name: str, depth: int) -> int:
        if name not in known:
            known[name] = of(named[name], depth + 1) if name in named else 0
        return known[name]

    return of(root, 0)


def _used(element: Element) -> Iterator[str]:
    """Yield the ids of what an element and those in it use."""
    for inner in element.iter():
        if local_name(inner) == "use":
            yield from (
                value.strip()[1:]
                for name, value in _attributes(inner)
                if name.rpartition("}")[2] == "href" and value.strip().startswith("#")
            )


def _attributes(element: Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.items()]


def _size(root: Element) -> tuple[float, float]:
    """Return width and height in any one unit, from the attributes or the view box."""
    sides = [_length(root.get(name)) for name in ("width", "height")]
    if not all(sides):
        box = [_number(part) for part in re.split(r"[\s,]+", (root.get("viewBox") or "").strip())]
        sides = box[2:] if len(box) == 4 else []
    width, height = (*sides, 0.0, 0.0)[:2]
    if not (width > 0 and height > 0):
        raise BadPictureError("says nothing of its size: give it a `viewBox`")
    if max(width, height) > min(width, height) * _LONGEST_SHAPE:
        raise BadPictureError(f"is more than {_LONGEST_SHAPE} times as long as it is wide")
    return width, height


def _length(text: str | None) -> float:
    """Return a length in pixels, nothing for a share of what is around."""
    if text is None:
        return 0.0
    return _number(text) or int(parse_length(text) or 0) / EMU_PER_PIXEL


def _number(text: str) -> float:
    match = re.fullmatch(r"\s*(\d{0,9}\.?\d{0,9})(?:px)?\s*", text)
    return float(match[1]) if match and match[1].strip(".") else 0.0
