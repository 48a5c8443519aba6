"""`a:bodyPr` elements along a chain of inheritance -> the body properties that they give."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Insets
from deckgen.opc.xml import Element, child, to_integer
from deckgen.template.model import DEFAULT_INSETS, Anchor, BodyProperties
from deckgen.units import Emu

_ANCHORS: Final = {
    "t": Anchor.TOP,
    "ctr": Anchor.MIDDLE,
    "b": Anchor.BOTTOM,
    "just": Anchor.TOP,
    "dist": Anchor.MIDDLE,
}
_MOST_COLUMNS: Final = 16


def body_properties(*text_bodies: Element | None) -> BodyProperties:
    """Return the properties of the last text body; each attribute is inherited on its own.

    What no body says has the value of ECMA-376-1, 21.1.2.1.1. A stored autofit is ignored, since
    it belongs to the text that was there.
    """
    given: dict[str, str] = {}
    for text_body in text_bodies:
        properties = child(text_body, "a:bodyPr")
        if properties is not None:
            given.update((str(name), str(value)) for name, value in properties.attrib.items())
    return BodyProperties(
        insets=_insets(given),
        anchor=_ANCHORS.get(given.get("anchor", ""), Anchor.TOP),
        vertical=given.get("vert", "horz"),
        columns=min(_MOST_COLUMNS, max(1, to_integer(given.get("numCol")) or 1)),
        column_gap=Emu(max(0, to_integer(given.get("spcCol")) or 0)),
        wrap=given.get("wrap") != "none",
    )


def _insets(given: dict[str, str]) -> Insets:
    if not given.keys() & {"lIns", "tIns", "rIns", "bIns"}:
        return DEFAULT_INSETS
    return Insets(
        _inset(given, "lIns", DEFAULT_INSETS.left),
        _inset(given, "tIns", DEFAULT_INSETS.top),
        _inset(given, "rIns", DEFAULT_INSETS.right),
        _inset(given, "bIns", DEFAULT_INSETS.bottom),
    )


def _inset(given: dict[str, str], name: str, default: Emu) -> Emu:
    value = to_integer(given.get(name))
    return default if value is None else Emu(value)
