"""Program text: no letter of it is lost, and all of it is read in its colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.blocks.listings import Syntax
from deckgen.blocks.listings.colouring import coloured, is_known, language_of_file
from deckgen.blocks.listings.look import look_of
from deckgen.colors import Color, contrast
from deckgen.drawn import Shape
from deckgen.layout.flow.galley import Context
from deckgen.legibility import EXTREMES, hue_of
from deckgen.pages import TextFrame, single_items
from deckgen.spec.program_text import line_ranges
from deckgen.styles import BodyProperties, LevelStyle
from deckgen.template.model import Theme
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from deckgen.units import Centipoints, pt
from tests.support.building import open_deck, place

DECK = """
slides:
  - title: A
    code:
      language: python
      highlight: "2,4"
      numbers: true
      caption: app.py
      text: |
        @dataclass
        class A(Exception):  # a comment
            x: int = 42
            def run(self): return f"{self.x}"
  - title: B
    code: {language: diff, text: "-a\\n+b\\n c"}
"""


@given(
    st.text("ab \n'\"#{}+-*/@<>:=日\u3000\t\\", max_size=80),
    st.sampled_from(("python", "yaml", "diff", "html", "rust", "bash", "console", "", "no such")),
)
def test_lines_say_what_the_text_says(text, language):
    lines = coloured(text, language)
    assert "\n".join("".join(part.text for part in line) for line in lines) == text


def test_parts_of_a_line_are_told_apart():
    (line,) = coloured("return 'x'  # y", "python")
    assert [part.syntax for part in line] == [Syntax.KEYWORD, Syntax.STRING, Syntax.COMMENT]


@pytest.mark.parametrize(
    ("name", "language"),
    [("src/app.py", "python"), ("a.yml", "yaml"), ("Dockerfile", "docker"), ("x.unknown", "")],
)
def test_the_name_of_a_file_tells_its_language(name, language):
    assert language_of_file(name) == language


def test_languages_are_known_by_names_and_endings():
    assert all(map(is_known, ("python", "PY", "yml", "jsonc", "diff-js", "text", "")))
    assert not is_known("pyhton")


@pytest.mark.parametrize("template", ["corporate", "plain", "corporate-dark", "report"])
def test_all_of_it_is_read_on_its_panel_and_its_bands(template):
    for page in place(open_deck(DECK), template).pages.pages:
        items = [*single_items(page.items)]
        shapes = [item for item in items if isinstance(item, Shape) and "Code" in item.name]
        grounds = {shape.fill for shape in shapes if shape.fill is not None}
        colors = {
            run.color or paragraph.style.color
            for item in items
            if isinstance(item, TextFrame) and item.name in {"Code", "Code name", "Line numbers"}
            for paragraph in item.paragraphs
            for run in paragraph.runs
        }
        assert len(grounds) >= 2
        assert len(colors) >= 3
        assert min(contrast(color, ground) for color in colors for ground in grounds) >= 4.5


def test_numbers_of_lines_are_a_text_of_their_own():
    page = place(open_deck(DECK), "corporate").pages.pages[0]
    texts = {
        item.name: item.text for item in single_items(page.items) if isinstance(item, TextFrame)
    }
    assert texts["Line numbers"] == "1\n2\n3\n4"
    assert texts["Code"].startswith("@dataclass\nclass A")


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("3,5-7", ((3, 3), (5, 7))),
        ("12-", ((12, None),)),
        ("2 | 4 - 5", ((2, 2), (4, 5))),
        ("0", None),
        ("7-5", None),
        ("all", None),
    ],
)
def test_numbers_of_lines_are_read(text, ranges):
    assert line_ranges(text) == ranges


@pytest.mark.parametrize("ground", ["3F7478", "476A6F", "8A5A44", "DDDDDD", "FFFFFF", "101820"])
def test_it_keeps_hues_and_is_read_on_its_panel_and_its_bands_whatever_is_behind(ground):
    behind = Color(ground)
    ink = max(EXTREMES, key=lambda extreme: contrast(extreme, behind))
    named = zip(("accent1", "accent2", "accent3"), ("F0ED7B", "ACBA8B", "C24023"), strict=True)
    theme = Theme({name: Color(rgb) for name, rgb in named}, "Arial", "Arial")
    context = Context(
        typesetter=Typesetter(NoFonts()),
        theme=theme,
        background=behind,
        levels=(LevelStyle(Centipoints(2000), "Arial", "Meiryo", "Arial", ink),) * 9,
        body=BodyProperties(),
        height=pt(300),
        language="en",
        floor=Centipoints(1400),
        steps=(1.0,),
    )
    look = look_of(context)
    colors = (ink, *look.colors.values())
    grounds = (look.panel, look.lit)
    assert min(contrast(color, on) for color in colors for on in grounds) >= 4.5
    assert hue_of(look.colors[Syntax.KEYWORD]) is not None
    assert contrast(look.panel, behind) > 1.05
