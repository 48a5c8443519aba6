"""Lines know where they are drawn: on which baseline, from where on, and with what before them."""

import pytest

from deckgen.colors import Color
from deckgen.drawn import Outline
from deckgen.formulas.mathml import formula
from deckgen.geometry import Insets, Rect
from deckgen.pages import Cell, Row, TableFrame, TextFrame
from deckgen.placed_text import PlacedParagraph, PlacedRun
from deckgen.records import replace
from deckgen.shown_text import box_of, extent_of
from deckgen.styles import NO_BULLET, Align, Anchor, BodyProperties, Bullet, BulletKind, LevelStyle
from deckgen.text.model import Font, Line
from deckgen.units import ZERO, Centipoints, pt

FONT = Font("Arial", "Arial", "Arial", Centipoints(2000))
STYLE = LevelStyle(Centipoints(2000), "Arial", "Arial", "Arial", Color("000000"))
BULLETED = replace(STYLE, margin_left=pt(30), indent=-pt(20))


def paragraph(*lines, style=STYLE, top=ZERO, **changes):
    """Return a paragraph of lines 100 pt wide."""
    stop, measured = 0, []
    for line in lines:
        measured.append(Line(stop, stop + len(line), pt(100), style.size))
        stop += len(line)
    runs = tuple(PlacedRun(line, FONT, "en-US") for line in lines)
    height = style.leading * len(lines)
    return PlacedParagraph(runs, 0, style, tuple(measured), top, height, None, **changes)


def frame(*paragraphs, anchor=Anchor.TOP):
    body = BodyProperties(Insets(pt(10), pt(5), pt(10), pt(5)), anchor)
    height = paragraphs[-1].top + paragraphs[-1].height
    box = Rect(pt(50), pt(100), pt(420), pt(110))
    return TextFrame(box, paragraphs, (STYLE,) * 9, height, "Text", body=body)


def test_lines_stand_one_leading_apart():
    first, second = frame(paragraph("one ", "two")).lines()
    assert second.baseline - first.baseline == pt(24)
    assert pt(105) + pt(19) < first.baseline < pt(105) + pt(21)
    assert [run.text for run in first.runs] == ["one "]


def test_a_line_stands_as_high_as_a_formula_that_hangs_from_it_asks():
    read = formula(r"\sum_{i=1}^N x", display=False)
    run = PlacedRun("sum", FONT, "en-US", formula=read)
    plain = paragraph("sum")
    size = box_of(read, FONT).size
    line = replace(plain.lines[0], size=size)
    lines = frame(replace(plain, runs=(run,), lines=(line,), height=STYLE.leading * 2)).lines()
    room = extent_of(read)
    bottom = pt(105) + size.emu * 1.2
    assert bottom - lines[0].baseline == pytest.approx(FONT.size.emu * room.descent, abs=2)


@pytest.mark.parametrize(
    ("anchor", "down"), [(Anchor.TOP, 0), (Anchor.MIDDLE, 38), (Anchor.BOTTOM, 76)]
)
def test_text_stands_in_its_frame_as_its_anchor_says(anchor, down):
    (top,) = frame(paragraph("one")).lines()
    (line,) = frame(paragraph("one"), anchor=anchor).lines()
    assert (line.baseline - top.baseline).points == pytest.approx(down)


@pytest.mark.parametrize(
    ("align", "x"), [(Align.LEFT, 60), (Align.CENTER, 210), (Align.RIGHT, 360), (Align.JUSTIFY, 60)]
)
def test_lines_start_where_their_alignment_says(align, x):
    (line,) = frame(paragraph("one", style=replace(STYLE, align=align))).lines()
    assert line.x.points == pytest.approx(x)
    assert line.fill is None


def test_all_lines_but_the_last_are_spread_where_text_is_justified():
    first, last = frame(paragraph("one ", "two", style=replace(STYLE, align=Align.JUSTIFY))).lines()
    assert (first.fill, last.fill) == (pt(400), None)


def test_a_bullet_hangs_before_the_first_line():
    bullet = Bullet(BulletKind.CHARACTER, "–", font="Wingdings", size=0.5)
    first, second = frame(paragraph("one ", "two", style=BULLETED, bullet=bullet)).lines()
    assert first.mark is not None
    assert (first.mark.text, first.mark.font.latin, first.mark.font.size) == (
        "–",
        "Wingdings",
        1000,
    )
    assert (first.mark_x.points, first.x.points, second.x.points) == (70, 90, 90)
    assert second.mark is None


def test_a_number_is_told_as_it_shows():
    numbered = Bullet(BulletKind.NUMBER, "arabicPeriod")
    (line,) = frame(paragraph("one", style=BULLETED, bullet=numbered, number=12)).lines()
    assert line.mark is not None
    assert line.mark.text == "12."


def test_only_the_first_line_of_a_paragraph_without_a_bullet_is_indented():
    style = replace(STYLE, margin_left=pt(30), indent=pt(15))
    first, second = frame(paragraph("one ", "two", style=style, bullet=NO_BULLET)).lines()
    assert (first.x.points, second.x.points) == (105, 90)


def test_lines_of_cells_stand_in_their_cells():
    body = BodyProperties(Insets(pt(7), pt(4), pt(7), pt(4)), Anchor.MIDDLE)
    cell = Cell((paragraph("one"),), body)
    rows = (Row(pt(32), (cell, cell)), Row(pt(40), (cell, cell)))
    rule = Outline(Color("000000"), pt(1))
    box = Rect(pt(50), pt(100), pt(300), pt(72))
    table = TableFrame(box, (pt(120), pt(180)), rows, (STYLE,) * 9, True, rule, "Table")
    lines = table.lines()
    assert [line.x.points for line in lines] == [57, 177, 57, 177]
    assert (lines[2].baseline - lines[0].baseline).points == pytest.approx(36)
