"""Templates that leave little room at the foot of a slide, or a ground that is hard to read on."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from PIL import Image

from tests.support.packages import (
    Master,
    background,
    layout,
    parts_of,
    placeholder,
    relationships,
    shape,
    solid,
    zipped,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE: Final = placeholder("title", None, (6, 6, 88, 13))
BODY: Final = placeholder("body", 1, (6, 23, 88, 66))
COVER: Final = (
    placeholder("ctrTitle", None, (10, 25, 80, 20)),
    placeholder("subTitle", 1, (10, 48, 80, 15)),
)
FOOTERS: Final = (
    placeholder("dt", 10, (6, 92, 20, 5)),
    placeholder("ftr", 11, (32, 92, 36, 5)),
    placeholder("sldNum", 12, (80, 92, 14, 5)),
)
PALE: Final = f"<a:lvl1pPr><a:defRPr>{solid('bg1')}</a:defRPr></a:lvl1pPr>"
GRADIENT: Final = (
    '<p:bg><p:bgPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="102040"/></a:gs></a:gsLst><a:lin ang="5400000"/>'
    "</a:gradFill><a:effectLst/></p:bgPr></p:bg>"
)
GENTLE: Final = GRADIENT.replace("FFFFFF", "304060")
PICTURE: Final = (
    '<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch>'
    "</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
)


def drawn(name: str, *shapes: str, kind: str = "obj", ground: str = "") -> str:
    return layout(*shapes, name=name, kind=kind, ground=ground)


def both(*shapes: str, ground: str = "", under: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return a layout for covers and one for content that has the shapes; both have those below."""
    cover = drawn("Cover", *under, *COVER, *FOOTERS, kind="title", ground=ground)
    return cover, drawn("Content", *under, *shapes, ground=ground)


_LAYOUTS: Final[Mapping[str, tuple[str, ...]]] = {
    "nothing-drawn": both(TITLE, BODY, *FOOTERS),
    "no-footers": both(TITLE, BODY),
    "no-body": both(TITLE, *FOOTERS),
    "dark": both(TITLE, BODY, *FOOTERS, ground=background("101820")),
    "middling": both(TITLE, BODY, *FOOTERS, ground=background("808080")),
    "footers-at-the-top": both(
        placeholder("title", None, (6, 10, 88, 12)),
        placeholder("body", 1, (6, 25, 88, 70)),
        placeholder("ftr", 11, (6, 2, 40, 5)),
        placeholder("sldNum", 12, (80, 2, 14, 5)),
    ),
    "body-to-the-edge": both(TITLE, placeholder("body", 1, (0, 20, 100, 80))),
    "body-over-the-footers": both(TITLE, placeholder("body", 1, (6, 20, 88, 80)), *FOOTERS),
    "bar-at-the-foot": both(TITLE, BODY, *FOOTERS, under=(shape((0, 90, 100, 10)),)),
    "bar-above-the-footers": both(TITLE, BODY, *FOOTERS, under=(shape((6, 86, 88, 1)),)),
    "rule-at-the-footers": both(TITLE, BODY, *FOOTERS, under=(shape((6, 91, 88, 0.2)),)),
    "logo-at-the-left": both(TITLE, BODY, *FOOTERS[1:], under=(shape((2, 78, 18, 20)),)),
    "logo-at-the-right": both(TITLE, BODY, *FOOTERS[:2], under=(shape((80, 72, 18, 26)),)),
    "two-logos": both(
        TITLE, BODY, FOOTERS[1], under=(shape((0, 85, 15, 15)), shape((85, 85, 15, 15)))
    ),
    "bars-at-both-sides": both(
        TITLE, BODY, *FOOTERS, under=(shape((0, 0, 5, 100)), shape((95, 0, 5, 100)))
    ),
    "card": both(TITLE, BODY, *FOOTERS, under=(shape((3, 20, 94, 70), "FFFFFF"),)),
    "dark-card": both(
        TITLE,
        placeholder("body", 1, (6, 23, 88, 64), style=PALE),
        *FOOTERS,
        under=(shape((3, 20, 94, 70), "203040"),),
    ),
    "lower-half-drawn": both(
        placeholder("title", None, (6, 4, 88, 12)),
        placeholder("body", 1, (6, 17, 88, 32)),
        under=(shape((0, 50, 50, 48)), shape((50, 50, 50, 48), "DDDDDD")),
    ),
    "checkered": both(
        TITLE,
        BODY,
        *FOOTERS,
        under=tuple(shape((x, y, 5, 5), "CC8844") for x in range(0, 100, 10) for y in (70, 80, 90)),
    ),
    "number-in-the-middle": both(TITLE, BODY, placeholder("sldNum", 12, (45, 93, 10, 5))),
    "footer-of-a-column": both(TITLE, BODY, placeholder("ftr", 11, (84, 70, 12, 28))),
    "gradient": both(TITLE, BODY, *FOOTERS, ground=GRADIENT),
    "gentle-gradient": both(TITLE, BODY, *FOOTERS, ground=GENTLE),
    "photograph": both(TITLE, BODY, *FOOTERS, ground=PICTURE),
    "picture-with-a-pale-foot": both(TITLE, BODY, *FOOTERS, ground=PICTURE),
    "label": both(TITLE, BODY, *FOOTERS, placeholder("body", 13, (70, 1, 26, 5), name="Label")),
    "notice": both(
        TITLE,
        placeholder("body", 1, (6, 23, 88, 50)),
        *FOOTERS,
        placeholder("body", 13, (6, 75, 88, 15), name="Legal notice"),
    ),
}
_SIZES: Final = {
    "wide": (12_192_000, 6_858_000),
    "usual": (9_144_000, 6_858_000),
    "upright": (6_858_000, 9_144_000),
    "tiny": (4_572_000, 2_743_200),
}


def names() -> tuple[str, ...]:
    """Return the names of all templates; those that are not wide have their size before it."""
    others = ("nothing-drawn", "bar-at-the-foot", "logo-at-the-left", "lower-half-drawn")
    return (*_LAYOUTS, *(f"{size} {name}" for size in list(_SIZES)[1:] for name in others))


def template(name: str) -> bytes:
    """Return the file of a template."""
    size, _, what = name.rpartition(" ")
    width, height = _SIZES[size or "wide"]
    wide = _SIZES["wide"]
    scale = (width / wide[0], height / wide[1])
    layouts = tuple(_scaled(xml, *scale) for xml in _LAYOUTS[what])
    master = Master(layouts, tuple(_scaled(xml, *scale) for xml in (TITLE, BODY)))
    parts: dict[str, str | bytes] = dict(parts_of(master, size=f'cx="{width}" cy="{height}"'))
    for number in range(len(layouts)):
        rels = f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"
        image = relationships(("image", "../media/image1.png")).partition(">")[2]
        item = image.replace("rId0", "rId9").replace("</Relationships>", "")
        parts[rels] = str(parts[rels]).replace("</Relationships>", item + "</Relationships>")
    parts["ppt/media/image1.png"] = _photograph("pale" in what)
    return zipped(parts)


def _scaled(xml: str, across: float, along: float) -> str:
    """Return shapes as they are on slides of another size."""

    def scaled(match: re.Match[str]) -> str:
        share = across if match[1] in {"x", "cx"} else along
        return f' {match[1]}="{round(int(match[2]) * share)}"'

    return re.sub(r' (x|y|cx|cy)="(\d+)"', scaled, xml)


@cache
def _photograph(with_pale_foot: bool) -> bytes:
    """Return a picture of all brightnesses, but for its lower third if that is wanted."""
    width, height = 320, 180
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            value = (x * 7 + y * 13) % 256
            pale = with_pale_foot and y > 108
            pixels += bytes((250, 250, 248) if pale else (value, value // 2, 255 - value))
    picture = Image.frombytes("RGB", (width, height), bytes(pixels))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
