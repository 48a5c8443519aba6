"""Formulas within text: whole boxes in lines that break as measured, with the words around them."""

from __future__ import annotations

import io
import re
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from deckgen.emit import emit
from deckgen.formulas.extent import extent
from deckgen.formulas.mathml import formula
from deckgen.pages import TextFrame
from deckgen.units import Emu
from tests.support.building import build_pages
from tests.support.officemath import MATH, said

FORMULAS = [
    r"x^2",
    r"\frac{a}{b}",
    r"\sum_{i=1}^n x_i",
    r"\sqrt{b^2-4ac}",
    r"E = mc^2",
    r"\alpha \le \beta",
    r"\lim_{h \to 0} f(h)",
]
words = st.lists(st.sampled_from(("word", "longer", "語を含む文", "of")), min_size=1, max_size=6)
pieces = st.lists(st.tuples(words, st.sampled_from(FORMULAS)), min_size=1, max_size=5)


def placed(text):
    """Return the paragraph of a text in the narrow column of a slide, and its slide's XML."""
    deck = f"slides:\n  - title: x\n    columns:\n      - '{text}'\n      - y\n      - z\n"
    pages = build_pages(deck)
    frames = [i for i in pages.pages[0].items if isinstance(i, TextFrame)]
    frame = next(f for f in frames if any(r.formula for p in f.paragraphs for r in p.runs))
    return frame, frame.paragraphs[0], emit(pages).read()


@settings(max_examples=25)
@given(pieces, words)
def test_lines_hold_formulas_whole_and_as_wide_as_they_are(found, last):
    text = " ".join(f"{' '.join(before)} ${tex}$" for before, tex in found)
    frame, paragraph, _ = placed(f"{text} {' '.join(last)}")
    starts, position = [], 0
    for run in paragraph.runs:
        if run.formula is not None:
            starts.append((position, position + len(run.text), run))
        position += len(run.text)
    assert len(starts) == len(found)
    for line in paragraph.lines:
        within = [each for each in starts if line.start <= each[0] < line.stop]
        assert all(stop <= line.stop for _, stop, _ in within)
        em = frame.levels[0].size.emu
        least = sum(extent(run.formula.mathml).width_at(em) for *_, run in within)
        assert line.width >= least - Emu(20)
        assert line.width <= frame.content.width


@settings(max_examples=15)
@given(pieces)
def test_words_around_formulas_stay_in_their_order(found):
    text = " ".join(f"{' '.join(before)} ${tex}$" for before, tex in found)
    *_, data = placed(text)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("ppt/slides/slide1.xml"))
    (paragraph,) = (p for p in root.iter("{*}p") if p.find(f".//{{{MATH}}}oMath") is not None)
    told: list[str] = []
    for child in paragraph:
        math = child if child.tag.endswith("}m") else None
        told += [said(math[0])] if math is not None else [t.text or "" for t in child.iter("{*}t")]
    shown = re.sub(r"\s+", " ", " ".join(told))
    for before, tex in found:
        assert formula(tex, display=False).root is not None
        place = shown.index(" ".join(before))
        shown = shown[place + len(" ".join(before)) :]
