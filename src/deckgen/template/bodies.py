"""`a:bodyPr` elements along a chain of inheritance -> the body properties that they give."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from deckgen.geometry import Insets
from deckgen.opc.xml import Element, child, qn, to_integer
from deckgen.styles import DEFAULT_INSETS, Anchor, BodyProperties
from deckgen.units import Emu

_ANCHORS: Final = {
    "t": Anchor.TOP,
    "ctr": Anchor.MIDDLE,
    "b": Anchor.BOTTOM,
    "just": Anchor.TOP,
    "dist": Anchor.MIDDLE,
}
_MOST_COLUMNS: Final = 16
_GROWS: Final = qn("a:spAutoFit")
_FITS: Final = (_GROWS, qn("a:normAutofit"), qn("a:noAutofit"))


def body_properties(*text_bodies: Element | None) -> BodyProperties:
    """Return the properties of the last text body; each attribute is inherited on its own.

    What no body says has the value of ECMA-376-1, 21.1.2.1.1. Of a stored scale of text no more is
    kept than that there is one, since it belongs to the text that was there.
    """
    found = [child(text_body, "a:bodyPr") for text_body in text_bodies]
    given = [item for item in found if item is not None]
    fits = [step for item in given for step in item if step.tag in _FITS]
    attributes = tuple(tuple(item.items()) for item in given)
    grows = bool(fits) and fits[-1].tag == _GROWS
    return _properties(attributes, grows, any(step.get("fontScale") for step in fits))


@lru_cache(maxsize=256)
def _properties(
    attributes: tuple[tuple[tuple[str, str], ...], ...], grows: bool, scaled: bool
) -> BodyProperties:
    given = {name: value for element in attributes for name, value in element}
    return BodyProperties(
        insets=Insets(
            _inset(given.get("lIns"), DEFAULT_INSETS.left),
            _inset(given.get("tIns"), DEFAULT_INSETS.top),
            _inset(given.get("rIns"), DEFAULT_INSETS.right),
            _inset(given.get("bIns"), DEFAULT_INSETS.bottom),
        ),
        anchor=_ANCHORS.get(given.get("anchor", ""), Anchor.TOP),
        vertical=given.get("vert", "horz"),
        columns=min(_MOST_COLUMNS, max(1, to_integer(given.get("numCol")) or 1)),
        column_gap=Emu(max(0, to_integer(given.get("spcCol")) or 0)),
        wrap=given.get("wrap") != "none",
        grows=grows,
        scaled=scaled,
    )


def _inset(text: str | None, default: Emu) -> Emu:
    value = to_integer(text)
    return default if value is None else Emu(value)
