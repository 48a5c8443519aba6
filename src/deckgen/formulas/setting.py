"""MathML -> a formula that is set in a math font: the door to ziamath.

It sets in STIX Two Math, which comes with it, by the font's MATH table (OpenType 1.9).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from ziamath.config import config
from ziamath.zmath import Math

from deckgen.formulas.letters import SELECTORS
from deckgen.formulas.signs import LARGE
from deckgen.letters import is_east_asian
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SQUARE: Final = "—"
"""Is one em wide, as are the East Asian letters that the math font lacks."""


def set_formula(mathml: str, size: float) -> Math:
    """Return the formula of some MathML, set at a size in points."""
    return Math(_plain(mathml), size=size, margin=0.0)


def outlined(mathml: str, size: float) -> Element:
    """Return the SVG of a formula whose signs are outlines, each where it stands."""
    shares = config.svg2
    config.svg2 = False
    try:
        return set_formula(mathml, size).svgxml()
    finally:
        config.svg2 = shares


_ALIGNED: Final = lazy(r"text-align:\s*(left|right|center)")
_COLOR: Final = lazy(r"color:\s*(#[0-9A-Fa-f]{6})")
_AT_THE_RIGHT: Final = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}


def _plain(mathml: str) -> Element:
    """Return MathML as ziamath sets it: words without tags, bounds beside the sums of a line."""
    root = ET.fromstring(mathml)  # noqa: S314 - math-core has written it
    within_line = root.get("display") is None
    if within_line:
        root.set("displaystyle", "false")
    for element in [*root.iter()]:
        element.text = _with_squares(element.text)
        if element.tag == "mtable":
            _align(element)
        color = _COLOR.search(element.get("style", ""))
        if color is not None:
            element.set("mathcolor", color[1])
        if element.tag == "mtext":
            element.text = _with_squares("".join(element.itertext()))
            for child in [*element]:
                element.remove(child)
        elif within_line and element.tag in _AT_THE_RIGHT and _moves(element[0]):
            element.tag = _AT_THE_RIGHT[element.tag]
    return root


def _align(table: Element) -> None:
    """Say as ziamath reads it how the columns of a table are aligned, and how far apart."""
    for cell in table.iter("mtd"):
        found = _ALIGNED.search(cell.get("style", ""))
        if found is not None:
            cell.set("columnalign", found[1])
    longest = max(table, key=len, default=None)
    styles = [] if longest is None else [cell.get("style", "") for cell in longest]
    if any("padding" in style for style in styles):
        apart = [_apart(one, other) for one, other in pairwise(styles)]
        table.set("columnspacing", " ".join(apart))


def _apart(one: str, other: str) -> str:
    """Return the space between two columns by their styles, which say where there is none."""
    if "padding-left:1em" in other:
        return "1em"
    return "0em" if "padding-right: 0" in one and "padding-left: 0" in other else "2em"


def _moves(base: Element) -> bool:
    return base.tag == "mo" and base.text in LARGE and base.get("movablelimits") != "false"


def _with_squares(text: str | None) -> str | None:
    if not text or text.isascii():
        return text
    letters = text.translate(SELECTORS)
    return "".join(_SQUARE if is_east_asian(letter) else letter for letter in letters)
