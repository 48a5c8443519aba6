"""Formulas as outlines, for programs that draw them themselves."""

import pytest

from deckgen.formulas.outlines import outlines
from deckgen.formulas.tex import mathml

FRACTION = "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>"


def test_each_sign_and_rule_is_an_outline():
    found = outlines(FRACTION, 20.0)
    assert found is not None
    assert len(found.signs) == 3
    assert {sign.color for sign in found.signs} == {None}


def test_outlines_grow_with_the_text():
    small, large = outlines(FRACTION, 10.0), outlines(FRACTION, 20.0)
    assert small is not None
    assert large is not None
    assert large.width == pytest.approx(2 * small.width, rel=0.05)


def test_a_sign_keeps_a_colour_of_its_own():
    found = outlines('<math><mi style="color: #ff0000">x</mi><mi>y</mi></math>', 20.0)
    assert found is not None
    assert [sign.color for sign in found.signs] == ["FF0000", None]


def test_letters_that_the_math_font_lacks_are_told_with_their_places():
    found = outlines("<math><mtext>速度 A</mtext><mo>=</mo><mtext>案</mtext></math>", 20.0)
    assert found is not None
    assert "".join(letter.letter for letter in found.letters) == "速度案"
    assert [round(letter.size) for letter in found.letters] == [20, 20, 20]
    assert {round(letter.baseline, 1) for letter in found.letters} == {0.0}
    first, second, last = (letter.x for letter in found.letters)
    assert abs(first) < 0.5 < 18 < second - first < 22
    assert second + 40 < last < found.width - 18
    assert len(found.signs) == 2


def test_a_letter_that_the_math_font_lacks_is_small_in_an_index_and_has_its_colour():
    index = '<msub><mi>x</mi><mrow style="color:#ff0000;"><mtext>最大</mtext></mrow></msub>'
    found = outlines(f"<math>{index}</math>", 20.0)
    assert found is not None
    assert all(12 < letter.size < 16 and letter.baseline > 2 for letter in found.letters)
    assert {letter.color for letter in found.letters} == {"FF0000"}
    assert [sign.color for sign in found.signs] == [None]


@pytest.mark.parametrize("joint", ["", " ", "\u3000", "A", "\ufe00"])
def test_no_letter_of_words_is_lost(joint):
    found = outlines(f"<math><mtext>速{joint}度</mtext></math>", 20.0)
    assert found is not None
    assert [letter.letter for letter in found.letters] == ["速", "度"]
    assert len(found.signs) == (joint == "A")


def test_words_with_a_letter_that_has_no_ink_are_not_told():
    assert outlines("<math><mtext>速\u200b度</mtext></math>", 20.0) is None


def test_a_formula_is_drawn_as_before_once_it_was_outlined():
    from deckgen.formulas.draw import drawing

    outlines(FRACTION, 21.0)
    drawn = drawing(FRACTION, 21.0, "000000")
    assert drawn is not None
    assert "<symbol" in drawn.svg


def edges(tex: str) -> list[tuple[float, float]]:
    """Return the left edge and the upper edge of each sign."""
    found = outlines(mathml(tex, display=True), 20.0)
    assert found is not None
    points = [[at for _, at in sign.commands if at] for sign in found.signs]
    return [(min(at[0] for at in one), min(at[1] for at in one)) for one in points]


def test_aligned_lines_meet_at_their_signs_of_equality():
    _, first, _, second, _ = edges(r"\begin{aligned} a &= b \\ &= wwwwwwwww \end{aligned}")[:5]
    found = edges(r"\begin{aligned} a &= b \\ &= c \end{aligned}")
    assert found[1][0] == pytest.approx(found[3][0])
    assert first[1] < second[1]
    assert found[1][0] - found[0][0] < 20


@pytest.mark.parametrize("tex", [r"\mathscr{L}", r"\mathcal{F}"])
def test_a_script_letter_is_one_sign(tex):
    assert len(edges(tex)) == 1
