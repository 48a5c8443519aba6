"""Layouts of each kind, with boxes in percent of the slide, and templates that hold some."""

from __future__ import annotations

from deckgen.template.choose import Purpose, choose
from deckgen.template.model import Template
from deckgen.template.read import read_template
from tests.support.packages import (
    Master,
    layout,
    placeholder,
    presentation,
)

Box = tuple[float, float, float, float]


FIRST = "<a:lvl1pPr><a:defRPr>{}</a:defRPr></a:lvl1pPr>"
"""A list style whose first level has a fill."""


TOP: Box = (5, 5, 90, 15)


LEFT: Box = (5, 25, 44, 65)


RIGHT: Box = (51, 25, 44, 65)


WHOLE: Box = (5, 25, 90, 65)


def title(box: Box = TOP, **more: str) -> str:
    """Return a title."""
    return placeholder("title", None, box, **more)


def body(idx: int, box: Box = WHOLE, kind: str | None = None, **more: str) -> str:
    """Return a place for content, or for what the kind says."""
    return placeholder(kind, idx, box, **more)


MIDDLE: Box = (5, 40, 90, 20)


def subtitle(box: Box = (5, 18, 90, 6)) -> str:
    """Return a subtitle, which stands below the title unless told."""
    return placeholder("subTitle", 9, box)


COVER = layout(placeholder("ctrTitle", None, (5, 20, 90, 30)), placeholder("subTitle", 1, LEFT))


SECTION = layout(title((5, 40, 90, 20)))


CONTENT = layout(title(), body(1, WHOLE))


TWO = layout(title(), body(1, LEFT), body(2, RIGHT))


COMPARISON = layout(
    title(),
    body(1, (5, 25, 44, 8), "body"),
    body(2, (5, 34, 44, 55)),
    body(3, (51, 25, 44, 8), "body"),
    body(4, (51, 34, 44, 55)),
)


THREE = layout(title(), *(body(n, (5 + 31 * n, 25, 28, 65)) for n in range(3)))


PICTURE = layout(title(), body(1, (5, 25, 30, 60), "body"), body(2, (40, 25, 55, 65), "pic"))


PICTURES = layout(title(), body(1, LEFT, "pic"), body(2, RIGHT, "pic"))


TITLE_ONLY = layout(title())


QUOTE = layout(placeholder("body", 1, (10, 20, 80, 50), name="Quotation"))


CLOSING = layout(title((5, 40, 90, 20)), name="Thank you")


AGENDA = layout(title(), body(1, WHOLE), name="目次")


BLANK = layout()


def template(*layouts: str) -> Template:
    return read_template(presentation(Master(layouts=layouts)), "t")


def chosen(made: Template, purpose: Purpose) -> tuple[int, bool]:
    """Return the index of the layout that is chosen, and whether it is exact."""
    choice = choose(made, purpose)
    assert choice is not None
    parts = [layout.part for layout in made.layouts]
    return parts.index(choice.layout.part), choice.exact
