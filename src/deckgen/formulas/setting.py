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
from deckgen.records import Struct

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SQUARE: Final = "♄"
"""Is as wide and as high as the East Asian letters that the math font lacks: nearly an em."""


_SIDE: Final = 0.064
_MIDDLE: Final = 0.334
_LENGTH: Final = 0.823
"""Where its ink starts, how far its middle is above the baseline, and how wide it is, in em."""


_WIDE_SPACE: Final = "\u3000"
_EM_SPACE: Final = "\u2003"
"""The space of East Asian text, and one as wide that the math font has."""


class LackedLetters(Struct, frozen=True):
    """The letters of an element that has some which the math font lacks, and its own colour."""

    letters: str
    color: str | None


def set_formula(mathml: str, size: float) -> Math:
    """Return the formula of some MathML, set at a size in points."""
    return Math(_plain(mathml), size=size, margin=0.0)


def outlined(mathml: str, size: float) -> tuple[Element, dict[str, LackedLetters]]:
    """Return the SVG of a formula whose signs are outlines, each where it stands.

    With it are the words that the math font cannot set, by the colours of their outlines: those of
    an element have one of its own, in which one sign stands for all such letters.
    """
    shares = config.svg2
    config.svg2 = False
    found: dict[str, LackedLetters] = {}
    try:
        root = _plain(mathml, found)
        return Math(root, size=size, margin=0.0).svgxml(), found
    finally:
        config.svg2 = shares


def square_at(left: float, right: float, middle: float) -> tuple[float, float, float]:
    """Return where a letter starts, its baseline and its size, by the ink of what stands for it."""
    size = (right - left) / _LENGTH
    return left - _SIDE * size, middle + _MIDDLE * size, size


_ALIGNED: Final = lazy(r"text-align:\s*(left|right|center)")
_COLOR: Final = lazy(r"color:\s*(#[0-9A-Fa-f]{6})")
_AT_THE_RIGHT: Final = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}


def _plain(mathml: str, words: dict[str, LackedLetters] | None = None) -> Element:
    """Return MathML as ziamath sets it: words without tags, bounds beside the sums of a line.

    `words` are told which letters the math font lacks, by the colours that they are given.
    """
    root = ET.fromstring(mathml)  # noqa: S314 - math-core has written it
    within_line = root.get("display") is None
    if within_line:
        root.set("displaystyle", "false")
    for element in [*root.iter()]:
        if element.tag == "mtable":
            _align(element)
        color = _COLOR.search(element.get("style", ""))
        if color is not None:
            for within in element.iter():
                within.set("mathcolor", color[1])
        if element.tag == "mtext":
            element.text = "".join(element.itertext())
            for child in [*element]:
                element.remove(child)
        _square(element, words)
        if element.tag == "mtext":
            continue
        if within_line and element.tag in _AT_THE_RIGHT and _moves(element[0]):
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


def _square(element: Element, words: dict[str, LackedLetters] | None) -> None:
    """Let one sign stand for the letters of an element that the math font lacks."""
    if not element.text or element.text.isascii():
        return
    letters = element.text.translate(SELECTORS).replace(_WIDE_SPACE, _EM_SPACE)
    element.text = "".join(_SQUARE if is_east_asian(letter) else letter for letter in letters)
    if words is not None and element.text != letters:
        color = f"#{_FIRST_COLOR + len(words):06X}"
        words[color] = LackedLetters("".join(letters.split()), element.get("mathcolor"))
        element.set("mathcolor", color)


_FIRST_COLOR: Final = 0xFE0100
"""The colours of words start here; what an author has given the very same is drawn as letters."""
