"""What is written for Office says what the formula says, read back by another reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from deckgen.emit.omml import MATH, formula_element
from deckgen.formulas.extent import extent
from deckgen.formulas.linear import linear
from deckgen.formulas.mathml import formula
from tests.support.meant import meant
from tests.support.officemath import DRAWING, said

FILE = Path(__file__).with_name("formulas.txt")


def kept() -> dict[str, str]:
    """Return the formulas of the file, and what is kept of each."""
    found: dict[str, str] = {}
    last = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[last] = line.strip()
        elif line and not line.startswith("# "):
            last = line
            found[line] = ""
    return found


FORMULAS = kept()


def read_back(tex: str, *, display: bool = True) -> str:
    written = formula_element(formula(tex, display=display), ' lang="en-US"', "")
    return said(etree.fromstring(f'<x xmlns:a="{DRAWING}">{written}</x>')[0][0])


def test_there_are_at_least_300_formulas():
    assert len(FORMULAS) >= 300


def test_what_office_reads_is_what_is_kept(updating):
    found = {tex: read_back(tex) for tex in FORMULAS}
    if updating:
        lines = FILE.read_text(encoding="utf-8").splitlines()
        formulas = (line for line in lines if not line.startswith("    "))
        text = "".join(
            f"{line}\n    {found[line]}\n" if line in found else f"{line}\n" for line in formulas
        )
        FILE.write_text(text, encoding="utf-8")
        return
    assert found == FORMULAS


@pytest.mark.parametrize("display", [True, False])
def test_what_is_written_has_the_structure_of_the_tree(display):
    for tex in FORMULAS:
        assert read_back(tex, display=display) == meant(formula(tex, display=display).root), tex


@pytest.mark.parametrize(
    ("tex", "part"), [("{}^2", "e"), (r"\sqrt{}", "e"), ("x^{}", "sup"), ("x_{}", "sub")]
)
def test_a_part_that_holds_nothing_shows_no_empty_box(tex, part):
    written = formula_element(formula(tex, display=False), ' lang="en-US"', "")
    element = etree.fromstring(f'<x xmlns:a="{DRAWING}">{written}</x>')
    (run,) = element.iterfind(f".//{{{MATH}}}{part}/*")
    assert dict(run.find(f"{{{DRAWING}}}rPr").attrib) == {"lang": "en-US", "i": "0"}
    assert run.find(f"{{{MATH}}}t").text == "\u200b"


def test_each_formula_is_measured_and_can_be_read_aloud():
    for tex in FORMULAS:
        found = formula(tex, display=True)
        room = extent(found.mathml)
        assert room.height > 0, tex
        assert linear(found) or "phantom" in tex, tex
