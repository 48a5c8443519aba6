"""Text in tables can be read on the fills of the template's table style."""

from deckgen.blocks.tables.look import ink_of, inked
from deckgen.colors import Color, contrast
from deckgen.content import Link
from deckgen.layout.flow.galley import Context
from deckgen.placed_text import PlacedRun
from deckgen.records import replace
from deckgen.source import Source
from deckgen.styles import BodyProperties, LevelStyle
from deckgen.template.model import TableColors, Theme
from deckgen.text.fonts import NoFonts
from deckgen.text.model import Font
from deckgen.text.typesetter import Typesetter
from deckgen.units import Centipoints, pt

BLACK, WHITE = Color("000000", "tx1"), Color("FFFFFF", "bg1")
PALE, NAVY, BLUE = Color("DDDDDD", "accent1"), Color("10243F"), Color("0563C1", "hlink")
STYLE = LevelStyle(Centipoints(1400), "Arial", "Meiryo", "Arial", BLACK)
FONT = Font("Arial", "Meiryo", "Arial", Centipoints(1400))
SPAN = Source("deck.yaml", "x").span(0, 1)
LINK = Link("https://example.org", SPAN)


def colored(table, *, link=None, header=False, text=BLACK, size=14):
    """Return the colour that a run has of its own in a cell."""
    theme = Theme({"tx1": BLACK, "bg1": WHITE, "hlink": BLUE}, "Arial", "Arial", table)
    context = Context(
        typesetter=Typesetter(NoFonts()),
        theme=theme,
        background=WHITE,
        levels=(STYLE,) * 9,
        body=BodyProperties(),
        height=pt(300),
        language="en",
        floor=Centipoints(1400),
        steps=(1.0,),
    )
    run = PlacedRun("text", FONT, "en-US", link=link)
    style = replace(STYLE, color=text, size=Centipoints(size * 100))
    return inked((run,), style, ink_of(style, context, header=header))[0].color


def test_a_header_that_can_be_read_has_the_styles_own_colour():
    assert colored(TableColors(BLACK, WHITE, NAVY), header=True) is None


def test_white_on_a_pale_header_becomes_dark():
    assert colored(TableColors(BLACK, WHITE, PALE), header=True) == BLACK


def test_headers_look_alike_in_all_tables_whatever_their_size():
    blue = Color("4F81BD", "accent1")
    assert 3 < contrast(WHITE, blue) < 4.5
    found = {
        colored(TableColors(BLACK, WHITE, blue), header=True, size=size) for size in (12, 23, 32)
    }
    assert found == {BLACK}


def test_pale_text_of_rows_becomes_dark():
    assert colored(TableColors(PALE, PALE)) == BLACK


def test_text_has_the_colour_of_the_body_before_any_other():
    """A theme may have no colour for text that shows on the slides it is used for."""
    assert colored(TableColors(PALE, PALE), text=NAVY) == NAVY


def test_text_is_judged_by_the_band_on_which_it_shows_least():
    grey = Color("A0A0A0")
    assert contrast(grey, NAVY) > 4.5
    assert colored(TableColors(grey, WHITE, NAVY, (NAVY, PALE))) == BLACK


def test_text_is_read_on_both_bands_where_a_colour_is():
    grey = Color("757575")
    assert contrast(WHITE, grey) > 4.5
    assert colored(TableColors(NAVY, WHITE, NAVY, (PALE, grey)), text=WHITE) == BLACK


def test_links_are_judged_by_the_fill_of_their_cell():
    assert colored(TableColors(BLACK, WHITE, NAVY), link=LINK) is None
    assert colored(TableColors(BLACK, WHITE, NAVY), link=LINK, header=True) == WHITE


def test_nothing_is_changed_under_a_style_that_is_not_known():
    assert colored(None, link=LINK, header=True) is None
