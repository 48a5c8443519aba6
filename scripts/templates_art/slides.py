"""Masters and layouts as designed -> their parts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Final

from deckgen.units import inch

from .design import Design, Layout
from .markup import document, element
from .paint import INK
from .shapes import Drawn
from .typography import LEVELS, Level, extended, text_style

_SAME: Final = {
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hlink": "hlink",
    "folHlink": "folHlink",
}
LIGHT_MAP: Final = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **_SAME}
_DARK_MAP: Final = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2", **_SAME}

OTHER: Final = tuple(Level(18, colour=INK, left=inch(0.5) * n) for n in range(LEVELS))
"""The levels of text outside placeholders."""

FIRST_IDENTIFIER: Final = 2_147_483_648
"""Masters and layouts share the numbers from here on (ECMA-376-1, 19.7.13 and 19.7.16)."""


def master(design: Design) -> str:
    """Return the slide master; its layouts are its relationships 1 to n, its theme is n + 1."""
    drawn = (*design.master.figures, *design.master.placeholders)
    layouts = (
        element("p:sldLayoutId", {"id": FIRST_IDENTIFIER + n, "r:id": f"rId{n}"})
        for n in range(1, len(design.layouts) + 1)
    )
    return document(
        "p:sldMaster",
        {"preserve": True},
        slide_data(drawn, design.master.background),
        element("p:clrMap", _DARK_MAP if design.is_dark else LIGHT_MAP),
        element("p:sldLayoutIdLst", None, *layouts),
        element(
            "p:txStyles",
            None,
            text_style("p:titleStyle", extended(design.master.title), "mj"),
            text_style("p:bodyStyle", extended(design.master.body), "mn"),
            text_style("p:otherStyle", OTHER, "mn"),
        ),
    )


def layout(design: Layout) -> str:
    """Return a slide layout; its master is its relationship 1."""
    drawn = (*design.figures, *design.placeholders)
    return document(
        "p:sldLayout",
        {
            "type": design.kind,
            "preserve": True,
            "userDrawn": None if design.kind else True,
            "showMasterSp": None if design.master_figures else False,
        },
        slide_data(drawn, design.background or "", design.name),
        element("p:clrMapOvr", None, element("a:masterClrMapping")),
    )


def slide_data(drawn: Iterable[Drawn], background: str, name: str | None = None) -> str:
    """Return the `p:cSld` that holds shapes, numbered from 2 on in their order."""
    ids = itertools.count(2)
    root = element(
        "p:nvGrpSpPr",
        None,
        element("p:cNvPr", {"id": 1, "name": ""}),
        element("p:cNvGrpSpPr"),
        element("p:nvPr"),
    )
    origin = "".join(
        element(f"a:{offset}", {"x": 0, "y": 0}) + element(f"a:{extent}", {"cx": 0, "cy": 0})
        for offset, extent in (("off", "ext"), ("chOff", "chExt"))
    )
    place = element("p:grpSpPr", None, element("a:xfrm", None, origin))
    tree = element("p:spTree", None, root, place, *(shape.markup(ids) for shape in drawn))
    return element("p:cSld", {"name": name}, background, tree)
