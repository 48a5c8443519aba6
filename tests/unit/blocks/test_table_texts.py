"""Texts of tables that were measured in one size are known in others, and so are their rows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.blocks.table import Table
from deckgen.blocks.tables.prepared import prepared
from deckgen.blocks.tables.rows import RowSetting, SetRows
from deckgen.blocks.tables.setting import builder
from deckgen.blocks.tables.texts import Ruler, Saying, Widths
from deckgen.colors import Color
from deckgen.layout.desk import Desk
from deckgen.records import replace
from deckgen.styles import LevelStyle
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from deckgen.units import Centipoints, pt
from tests.support.building import open_deck, template

TYPESETTER = Typesetter(NoFonts())
STYLE = LevelStyle(Centipoints(1600), "Arial", "Meiryo", "Arial", Color("000000"))
SIZES = st.integers(700, 4800).map(Centipoints)
TEXTS = st.text("abcWi .,1234-あ漢「」ー（）é", min_size=1, max_size=60).map(str.strip).filter(bool)


def ruler(size, known, font="Arial"):
    return Ruler(replace(STYLE, size=size, latin=font), TYPESETTER, known)


@given(TEXTS, SIZES, SIZES, st.sampled_from(("Arial", "Calibri", "Meiryo")), st.booleans())
def test_a_width_lies_where_that_in_another_size_says(text, first, second, font, bold):
    saying, known = Saying(text, bold, False, False, False), Widths()
    ruler(first, known, font).width(saying)
    least, most = ruler(second, known, font).bounds(saying)
    assert least <= ruler(second, Widths(), font).width(saying) <= most


@given(st.lists(TEXTS, min_size=1, max_size=12), SIZES, SIZES, st.integers(0, 400))
def test_the_widest_is_the_same_whatever_was_measured_before(texts, first, second, limit):
    sayings, known = [Saying(text, False, False, False, False) for text in texts], Widths()
    before = ruler(first, known)
    before.most(before.widest(sayings))
    now = ruler(second, known)
    wide = [ruler(second, Widths()).width(saying) for saying in sayings]
    assert now.most(now.widest(sayings)) == max(wide)
    within = [each for each in wide if each <= pt(limit)]
    assert now.most(now.widest(sayings), pt(limit)) == max(within, default=0)


def test_no_more_than_what_may_be_the_widest_is_measured_again():
    sayings = [Saying("a" * length, False, False, False, False) for length in range(1, 60)]
    known, asked = Widths(), []

    class Counting(Typesetter):
        def width(self, runs):
            asked.append(runs)
            return super().width(runs)

    for size in (1600, 1400):
        typesetter = TYPESETTER if size == 1600 else Counting(NoFonts())
        known._typesetter = typesetter
        one = Ruler(replace(STYLE, size=Centipoints(size)), typesetter, known)
        one.most(one.widest(sayings))
    assert 1 <= len(asked) <= 5


CELLS = st.text("abcd 12あ漢。、", max_size=30) | st.sampled_from(
    ("**b**", "`c d`", "x^2^", "[l](https://example.org/a/b/c)", "a\\\nb", "$x^2$", "two  blanks")
)


TEMPLATE = template("plain", "en")
CONTEXT = Desk(TEMPLATE, TYPESETTER).context(TEMPLATE.layouts[1], "en")


@settings(max_examples=40)
@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5),
    st.integers(20, 200),
    st.sampled_from((Centipoints(1000), Centipoints(1700))),
)
def test_rows_are_as_high_as_their_cells_once_these_are_set(cells, width, size):
    rows = "".join(f"      - {[cell.strip() or '-' for cell in row]!r}\n" for row in cells)
    deck = open_deck(f"slides:\n  - title: T\n    table:\n{rows}").deck()
    (block,) = deck.slides[0].content
    assert isinstance(block, Table)
    table = prepared(block, "en")
    assert table is not None
    first = builder(table, CONTEXT)
    assert first.extents
    for made in (first, first.in_size(size)):
        setting = RowSetting(table, made.style, CONTEXT, made.ruler, made.side, made.above)
        told, known = (SetRows(setting, (pt(width),) * 3) for _ in range(2))
        highest = [
            max(known._stack(spot).height for spot in spots if spot) for spots in table.grid.places
        ]
        lines = [max(made.style.leading, height) for height in highest]
        assert [height - made.above * 2 for height in told.heights] == lines
