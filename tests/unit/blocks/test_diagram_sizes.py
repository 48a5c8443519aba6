"""The sizes of words in diagrams on slides of other heights, and in templates with open lines."""

import pytest

from deckgen.blocks.diagrams.fitting import least_size
from deckgen.blocks.diagrams.sizes import Lettering
from deckgen.blocks.kit import BodyProperties, Color, Context, LevelStyle, Spacing, replace
from deckgen.diagrams.model import Node, NodeOutline
from deckgen.geometry import Size
from deckgen.layout.typeset.fitting import body_floor
from deckgen.source import Source
from deckgen.template.model import TableColors, Theme
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from deckgen.units import Centipoints, inch, pt

BLACK, WHITE = Color("000000", "tx1"), Color("FFFFFF", "bg1")
STYLE = LevelStyle(Centipoints(1400), "Arial", "Meiryo", "Arial", BLACK)
THEME = Theme({"tx1": BLACK, "bg1": WHITE}, "Arial", "Arial", TableColors(BLACK, WHITE, WHITE))
SPAN = Source("deck.yaml", "x").span(0, 1)


def context(*, height=7.5, lines=1.0):
    return Context(
        typesetter=Typesetter(NoFonts()),
        theme=THEME,
        background=WHITE,
        levels=(replace(STYLE, line_spacing=Spacing(lines=lines)),) * 9,
        body=BodyProperties(),
        height=pt(300),
        language="en",
        floor=body_floor(Size(inch(40 / 3), inch(height))),
        steps=(1.0,),
    )


@pytest.mark.parametrize(("height", "least"), [(7.5, 1000), (5.625, 750), (11.0, 1000)])
def test_words_are_as_small_on_a_low_slide_as_they_look_on_a_usual_one(height, least):
    assert least_size(context(height=height)) == least


def test_names_of_two_lines_stand_close_where_the_text_of_the_template_is_open():
    def high(lines):
        return Lettering(context(lines=lines), Centipoints(1000), SPAN).words("one\ntwo").height

    assert high(1.05) < high(1.1) == high(1.5) == high(2.0)


@pytest.mark.parametrize(
    ("label", "outline", "lines"),
    [
        ("キャッシュ済み?", NodeOutline.DECISION, ["キャッシュ", "済み?"]),
        ("上長は内容を承認したか？", NodeOutline.DECISION, ["上長は内容を", "承認したか？"]),
        ("取得した結果を返すまで待つこと", NodeOutline.BOX, ["取得した結果を", "返すまで待つこと"]),
        (
            "Store of answers that were given",
            NodeOutline.STORE,
            ["Store of answers", "that were given"],
        ),
    ],
)
def test_names_of_few_lines_end_them_between_phrases_in_whatever_room_a_shape_has(
    label, outline, lines
):
    lettering = Lettering(replace(context(), language="ja"), Centipoints(1800), SPAN)
    (name,) = lettering.label_of(Node("n", label, outline)).text.paragraphs
    assert "".join(run.text for run in name.runs).split("\n") == lines
