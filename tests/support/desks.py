"""Shapes of a layout -> the desk at which slides on it are laid out; boxes in percent of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from deckgen.content import Run
from deckgen.deck import Footers, LogicalSlide, SlideKind
from deckgen.layout.areas.regions import body_region
from deckgen.layout.desk import Desk, LayoutSettings
from deckgen.layout.flow.stacked import measurable
from deckgen.source import Source
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from tests.support.building import open_deck
from tests.support.packages import HEIGHT, WIDTH, Master, layout, placeholder, presentation

if TYPE_CHECKING:
    from deckgen.geometry import Rect
    from deckgen.layout.areas.regions import Region
    from deckgen.layout.flow.galley import Block
    from deckgen.source import Span
    from deckgen.template.model import Template

TYPESETTER: Final = Typesetter(NoFonts())
SOURCE: Final = Source("deck.yaml", "words of a deck, as many as tests need")
_FLAT: Final = 'lIns="0" tIns="0" rIns="0" bIns="0"'
SPAN: Final = SOURCE.span(0, 5)


def template_of(*layouts: str, **master: Any) -> Template:
    """Return a template of some layouts."""
    return read_template(presentation(Master(layouts, **master)), "made", "en-US")


def desk_on(*shapes: str, settings: LayoutSettings | None = None, **more: str) -> Desk:
    """Return the desk for a template of one layout, which holds the shapes."""
    more = {"name": "Content", "kind": "obj", **more}
    return Desk(template_of(layout(*shapes, **more)), TYPESETTER, settings)


def region_of(width: float = 90.0, height: float = 65.0, points: int = 20) -> Region:
    """Return a place for text of a size, which is so wide and high in percent of the slide."""
    style = f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'
    desk = desk_on(placeholder("body", 1, (5, 25, width, height), body=_FLAT, style=style))
    return body_region(slide().around, desk.template.layouts[0], desk)


def slide(title: str = "A title", **more: Any) -> LogicalSlide:
    """Return a slide with a title and nothing at its foot but what is given."""
    given = {
        "id": "s",
        "kind": SlideKind.CONTENT,
        "title": runs(title) if title else (),
        "span": SPAN,
        "language": "en",
        "footers": Footers((), "", None),
    }
    return LogicalSlide(**{**given, **more})


def runs(text: str, span: Span = SPAN) -> tuple[Run, ...]:
    """Return words as runs."""
    return (Run(text, span),)


def percent(box: Rect) -> tuple[float, float, float, float]:
    """Return a box in percent of the slide: left, top, width and height."""
    return (
        round(box.x * 100 / WIDTH, 2),
        round(box.y * 100 / HEIGHT, 2),
        round(box.width * 100 / WIDTH, 2),
        round(box.height * 100 / HEIGHT, 2),
    )


def text(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a body in Markdown."""
    lines = "".join(f"      {line}\n" for line in markdown.splitlines())
    deck = open_deck(f"slides:\n  - title: T\n    body: |\n{lines}").deck()
    assert deck is not None
    return tuple(map(measurable, deck.slides[0].content))
