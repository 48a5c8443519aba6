"""LaTeX -> trees, lines of text, OfficeMath and room; mistakes at their place."""

import re
from contextlib import suppress

import pytest
from lxml import etree

from deckgen.emit.alternate import DRAWING_2010
from deckgen.emit.omml import MATH, formula_element
from deckgen.formulas.draw import drawing
from deckgen.formulas.extent import extent
from deckgen.formulas.linear import linear
from deckgen.formulas.mathml import formula
from deckgen.formulas.model import Aligned, Fenced, Glyphs, Large, Matrix
from deckgen.formulas.tex import FormulaError, _in_lines, mathml

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


@pytest.mark.parametrize(
    ("tex", "line"),
    [
        (r"\frac{-b \pm \sqrt{b^2-4ac}}{2a}", "(−b ± √(b² − 4ac))/2a"),
        (r"\sum_{i=0}^n i^2 + 1", "∑_(i=0)ⁿ i² + 1"),
        (r"x_1^2", "x₁²"),
        (r"\lim_{x \to 0} \sin x", "lim_(x→0) sin x"),
        (r"\left(\begin{matrix}1&2\\3&4\end{matrix}\right]", "(1, 2; 3, 4]"),
        (r"\begin{aligned}a&=b\\c&=d\end{aligned}", "a = b; c = d"),
        (r"\text{もし } x > 0", "もし x > 0"),
        (r"\text{if $x$ is odd}", "if x is odd"),
        (r"a \bmod b", "a mod b"),
        (r"1, \ldots, n", "1,…,n"),
        (r"A \xrightarrow{f} B", "A →^f B"),
        (r"-1", "−1"),
        (r"x^{\smash[t]{2}}", "x²"),
    ],
)
def test_a_formula_in_a_line_reads_as_it_is_said(tex, line):
    assert linear(formula(tex, display=True)) == line


def test_a_sum_is_taken_of_what_follows_up_to_the_next_sign():
    total, *rest = formula(r"\sum_i x_i y_i + z", display=True).root.nodes
    assert isinstance(total, Large)
    assert len(total.body.nodes) == 2
    assert [node.text for node in rest] == ["+", "z"]


def test_bounds_stand_under_a_sum_only_where_the_formula_stands_by_itself():
    bounds = [formula(r"\sum_{i=1}^n i", display=display).root.stacked for display in (True, False)]
    assert bounds == [True, False]
    assert formula(r"\sum\limits_i i", display=False).root.stacked


def test_brackets_that_grow_hold_what_is_between_them():
    found = formula(r"\left\{ x \middle| y \right.", display=True).root
    assert isinstance(found, Fenced)
    assert (found.opening, found.between, found.closing, len(found.parts)) == ("{", "|", "", 2)


def test_cases_are_a_matrix_and_aligned_lines_are_lines():
    cases = formula(r"\begin{cases}1&x\\0&y\end{cases}", display=True).root
    assert isinstance(cases, Fenced)
    assert isinstance(cases.parts[0], Matrix)
    assert cases.parts[0].alignments == ("left", "left")
    lines = formula(r"\begin{align*}a&=b\\c&=d\end{align*}", display=True).root
    assert isinstance(lines, Aligned)
    assert len(lines.rows) == 2


@pytest.mark.parametrize(
    ("tex", "text", "alphabet", "italic", "bold"),
    [
        ("x", "x", "roman", True, False),
        (r"\mathrm{d}", "d", "roman", False, False),
        (r"\mathbf{x}", "x", "roman", False, True),
        (r"\boldsymbol{x}", "x", "roman", True, True),
        (r"\mathbb{R}", "R", "double-struck", False, False),
        (r"\mathcal{L}", "L", "script", False, False),
        (r"\mathfrak{g}", "g", "fraktur", False, False),
        (r"\ell", "ℓ", "roman", True, False),
        (r"\nabla", "∇", "roman", False, False),
        (r"\text{なら}", "なら", "roman", False, False),
    ],
)
def test_letters_and_their_styles_are_kept_apart(tex, text, alphabet, italic, bold):
    found = formula(tex, display=True).root
    assert isinstance(found, Glyphs)
    assert (found.text, found.alphabet.value) == (text, alphabet)
    assert (found.italic, found.bold) == (italic, bold)


def test_colours_reach_the_letters_within():
    nodes = formula(r"\textcolor{red}{x + 1}", display=True).root.nodes
    assert {node.color for node in nodes} == {"FF0000"}
    assert formula(r"\textcolor{#0044AA}{x}", display=True).root.color == "0044AA"


@pytest.mark.parametrize(
    ("tex", "offset", "message"),
    [
        (r"a + \foo", 4, "unknown command"),
        (r"\frac{a}{", 9, "reached end of input"),
        ("x^2^3", 3, "duplicate"),
        ("a & b", 2, "table-like"),
        (r"\begin{align}a & \foo\end{align}", 17, "unknown command"),
    ],
)
def test_a_mistake_is_told_at_its_offset(tex, offset, message):
    with pytest.raises(FormulaError, match=message) as caught:
        formula(tex, display=True)
    assert caught.value.offset == offset


def test_a_macro_that_runs_away_is_a_mistake():
    with pytest.raises(FormulaError):
        formula(r"\a", display=True, macros={"a": r"\a\a"})


def test_a_formula_is_bounded():
    with pytest.raises(FormulaError, match="longer"):
        formula("x" * 10_001, display=True)


@pytest.mark.parametrize("tex", ["{" * 5_000 + "}" * 5_000, r"\sqrt{" * 1_500 + "}" * 1_500])
def test_deep_formulas_end_in_a_formula_or_a_mistake(tex):
    with suppress(FormulaError):
        assert linear(formula(tex, display=True)) is not None


def omml(tex, *, display=True):
    xml = formula_element(formula(tex, display=display), ' lang="en-US"', "")
    return etree.fromstring(f'<x xmlns:a="{DRAWING}">{xml}</x>')[0]


def test_office_math_stands_in_the_element_that_text_takes():
    assert omml("x").tag == f"{{{DRAWING_2010}}}m"
    assert omml("x")[0].tag == f"{{{MATH}}}oMathPara"
    assert omml("x", display=False)[0].tag == f"{{{MATH}}}oMath"


@pytest.mark.parametrize(
    ("tex", "objects"),
    [
        (r"\frac{a}{b}", ["f"]),
        (r"\binom{n}{k}", ["d", "f"]),
        (r"\sqrt[3]{x}", ["rad"]),
        (r"x_i^2", ["sSubSup"]),
        (r"\lim_{x} f", ["func", "limLow"]),
        (r"\int_0^1 x", ["nary"]),
        (r"\hat{x}", ["acc"]),
        (r"\overline{ab}", ["bar"]),
        (r"\underbrace{ab}_{n}", ["limLow", "groupChr"]),
        (r"\begin{pmatrix}a&b\end{pmatrix}", ["d", "m"]),
        (r"\begin{aligned}a&=b\\c&=d\end{aligned}", ["eqArr"]),
        (r"\boxed{x}", ["borderBox"]),
        (r"\phantom{x}", ["phant"]),
        (r"{}_a^bX", ["sSubSup"]),
    ],
)
def test_what_is_built_is_an_object_of_office_math(tex, objects):
    kinds = {"f", "rad", "sSub", "sSup", "sSubSup", "sPre", "limLow", "limUpp", "nary", "func", "d"}
    kinds |= {"acc", "bar", "groupChr", "m", "eqArr", "borderBox", "phant"}
    names = [etree.QName(element) for element in omml(tex).iter()]
    tags = [name.localname for name in names if name.namespace == MATH]
    assert [tag for tag in tags if tag in kinds] == objects


def test_no_place_shows_an_empty_box():
    for tex in (r"\sum_i", r"\sqrt{}", r"{}^2", r"\hat{}", r"\left( \right)"):
        empty = omml(tex).iterfind(f".//{{{MATH}}}e")
        assert all(len(element) for element in empty), tex


def test_a_formula_is_as_high_as_what_stands_over_and_under():
    low, high = (extent(formula(tex, display=True).mathml) for tex in ("x", r"\frac{a}{b}"))
    assert low.line == 1.0
    assert high.line > 1.5
    assert high.ascent > low.ascent
    assert high.descent > low.descent


def test_a_formula_within_a_line_is_lower_than_one_by_itself():
    by_itself, within = (
        extent(formula(r"\sum_{i=1}^n \frac{1}{i}", display=display).mathml)
        for display in (True, False)
    )
    assert within.height < by_itself.height


def test_a_picture_is_the_same_each_time_and_as_large_as_the_formula():
    mathml = formula(r"\frac{a}{b}", display=True).mathml
    first = drawing(mathml, 20.0, "112233")
    drawing.cache_clear()
    again = drawing(mathml, 20.0, "112233")
    assert first is not None
    assert again == first
    assert first.svg.startswith("<svg")
    assert first.height > first.width


@pytest.mark.parametrize(
    ("tex", "colors"), [(r"\frac{a}{b}", {"#112233"}), (r"\color{red} a", {"#112233", "#ff0000"})]
)
def test_a_picture_has_the_colour_of_the_text_where_none_is_asked_for(tex, colors):
    drawn = drawing(formula(tex, display=True).mathml, 20.0, "112233")
    assert drawn is not None
    assert set(re.findall(r'fill="([^"]*)"', drawn.svg.lower())) == colors


def test_words_that_the_math_font_lacks_have_no_picture():
    assert drawing(formula(r"\text{もし}", display=True).mathml, 20.0, "000000") is None


def test_a_picture_has_the_colour_of_the_text_and_those_that_the_formula_says():
    found = drawing(formula(r"x + \textcolor{red}{y}", display=True).mathml, 20.0, "ABCDEF")
    assert found is not None
    assert "#ABCDEF" in found.svg
    assert "black" not in found.svg
    assert "#FF0000" in found.svg.upper()


@pytest.mark.parametrize(
    ("bare", "within"),
    [
        (r"a = b \\ c = d", r"\begin{gathered}a = b \\ c = d\end{gathered}"),
        (r"a &= b \\ c &= d", r"\begin{aligned}a &= b \\ c &= d\end{aligned}"),
    ],
)
def test_lines_outside_an_environment_stand_below_each_other(bare, within):
    assert mathml(bare, display=True) == mathml(within, display=True)


@pytest.mark.parametrize("tex", [r"\begin{pmatrix}a \\ b\end{pmatrix} + 1", r"\{x\} \& y"])
def test_lines_within_environments_and_signs_make_none(tex):
    assert _in_lines(tex, [])[0] == tex
