"""Slides on a layout that maps the theme's colours its own way do so, too."""

from __future__ import annotations

from deckgen.compiler import build_text
from deckgen.opc.read import read_package
from deckgen.world import MemoryWorld
from tests.support.packages import Master, layout, placeholder, presentation

SWAPPED = (
    'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3"'
    ' accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
SHAPES = (placeholder("title", None, (5, 5, 90, 15)), placeholder("body", 1, (5, 25, 90, 65)))


def slide_on(made: str) -> str:
    world = MemoryWorld({"brand.pptx": presentation(Master(layouts=(made,)))})
    text = "deck: {template: brand.pptx}\nslides:\n  - {title: One, body: a}\n"
    output = build_text(text, world=world).run().output
    assert output is not None
    return read_package(output).parts["/ppt/slides/slide1.xml"].data.decode()


def test_the_map_of_the_layout_is_handed_on():
    assert '<a:overrideClrMapping bg1="dk1" tx1="lt1"' in slide_on(
        layout(*SHAPES, override=SWAPPED)
    )


def test_else_the_slide_follows_its_master():
    assert "<a:masterClrMapping/>" in slide_on(layout(*SHAPES))
