"""Formulas are written for programs that show them, and their words for all others."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.emit.omml import formula_element
from deckgen.emit.text import run_elements
from deckgen.formulas.mathml import formula
from deckgen.opc.xml import parse, qn
from deckgen.records import replace
from deckgen.units import Centipoints
from tests.unit.emit.test_text import canvas

X = formula("x", display=False)
RED = Color("FF0000")
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATH = "{http://schemas.microsoft.com/office/drawing/2010/main}m"


def with_formula(make, **changes):
    return make.run("x", formula=X, **changes)


def test_what_shows_formulas_has_them_and_all_else_has_their_words(first_slide, make):
    one = make.text(make.paragraph(with_formula(make)))
    root = first_slide(make.pages(make.page(one, make.text("below"), title="")))
    (choice,), (fallback,) = root.iter(CHOICE), root.iter(FALLBACK)
    assert [len([*each.iter(MATH)]) for each in (choice, fallback)] == [1, 0]
    assert [text.text for text in fallback.iter(qn("a:t"))] == ["x"]
    assert [each.tag for each in root.find(f".//{qn('p:spTree')}")[2:]][1:] == [qn("p:sp")]


def test_what_stands_for_a_text_with_formulas_is_written_for_all_others(first_slide, make):
    stand_in = make.text("instead")
    one = make.text(make.paragraph(with_formula(make)), stand_in=stand_in)
    root = first_slide(make.pages(make.page(one, title="")))
    (fallback,) = root.iter(FALLBACK)
    assert [text.text for text in fallback.iter(qn("a:t"))] == ["instead"]


def look(make, run, *, based=True):
    """Return size and colour that are written of a run's formula in the style of its level."""
    on = canvas(make)
    on.has_formulas = True
    xml = run_elements(run, make.style, make.style if based else None, on)
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    root = parse(f'<x xmlns:a="{space}">{xml}</x>'.encode())
    properties = root.find(f".//{qn('a:rPr')}")
    fill = properties.find(f"{qn('a:solidFill')}/*")
    return properties.get("sz"), None if fill is None else fill.get("val")


def test_a_formula_looks_like_its_paragraph_unless_its_run_differs(make):
    assert look(make, with_formula(make)) == (None, None)
    assert look(make, with_formula(make, size=Centipoints(900))) == ("900", None)
    assert look(make, with_formula(make, color=RED)) == (None, "FF0000")
    assert look(make, with_formula(make, color=make.style.color)) == (None, None)


def test_a_formula_in_a_table_says_its_size_and_the_color_that_it_has_of_its_own(make):
    assert look(make, with_formula(make), based=False) == ("1800", None)
    assert look(make, with_formula(make, color=RED), based=False) == ("1800", "FF0000")


def test_a_color_of_the_paragraph_that_its_level_lacks_is_that_of_its_formulas(make):
    style = replace(make.style, color=RED)
    on = canvas(make)
    on.has_formulas = True
    assert 'val="FF0000"' in run_elements(with_formula(make), style, make.style, on)


@pytest.mark.parametrize(
    ("space", "blank"),
    [
        (r"\,", "\u2009"),
        (r"\:", "\u205f"),
        (r"\;", "\u2005"),
        (r"\enspace", "\u2002"),
        (r"\quad", "\u2003"),
        (r"\qquad", "\u2003\u2003"),
        (r"\hspace{1.5em}", "\u2003"),
        (r"\hspace{0.4em}", "\u2005"),
        (r"\hspace{0.05em}", "\u200a"),
        (r"\!", ""),
    ],
)
def test_a_space_is_the_widest_that_is_no_wider(space, blank):
    written = formula_element(formula(f"a{space} b", display=False), "", "")
    found = [text for text in written.split("<m:t>")[1:] if not text[0].isalpha()]
    assert "".join(text.partition("<")[0] for text in found) == blank
