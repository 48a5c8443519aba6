"""A formula -> a drawing of it, for programs that show no formulas."""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree as ET

from deckgen.formulas.setting import set_formula
from deckgen.letters import has_east_asian
from deckgen.records import Struct
from deckgen.units import Emu, pt


class FormulaPicture(Struct, frozen=True):
    """A drawing as SVG, and how large the formula in it is."""

    svg: str
    width: Emu
    height: Emu


@lru_cache(maxsize=256)
def drawing(mathml: str, points: float, color: str) -> FormulaPicture | None:
    """Return a drawing of a formula in text of a size and colour (six hexadecimal digits).

    None where it holds letters that the math font lacks.
    """
    if has_east_asian(mathml):
        return None
    svg = set_formula(mathml, points).svgxml()
    svg.set("fill", f"#{color}")
    for glyph in svg.findall(".//*[@fill='black']"):  # how ziamath says that none is asked for
        del glyph.attrib["fill"]
    wide, high = float(svg.get("width", "0")), float(svg.get("height", "0"))
    if wide <= 0 or high <= 0:
        return None
    written = ET.tostring(svg, encoding="unicode")
    return FormulaPicture(written, Emu(round(wide * pt(1))), Emu(round(high * pt(1))))
