"""A diagram and the room for it -> its fit, and its items: its title above what is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.fitting import DiagramFit, fitted
from deckgen.blocks.diagrams.pen import DiagramPen
from deckgen.blocks.diagrams.sizes import Lettering, Words
from deckgen.blocks.diagrams.telling import told
from deckgen.blocks.kit import (
    ZERO,
    Context,
    Emu,
    Graph,
    Item,
    ItemGroup,
    Point,
    Rect,
    Struct,
    replace,
)
from deckgen.diagrams.interaction import SequenceDiagram
from deckgen.diagrams.layers import Footprint
from deckgen.diagrams.schedule import Schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.diagrams.fitting import DiagramWay
    from deckgen.blocks.kit import Diagram

_PAGES: Final = (2, 3, 4, 5)
"""On so many pages a sequence is set that has no room on one."""
_BELOW_TITLE: Final = 0.6
"""The space between a title and what is drawn, in em of the title."""


class DiagramTitle(Struct, frozen=True):
    """The title of a diagram, and how high it is with the space below it."""

    words: Words | None = None
    room: Emu = ZERO


def title_of(diagram: Diagram, width: Emu, context: Context) -> DiagramTitle:
    """Return the title, set as wide as the diagram may be."""
    if not diagram.title:
        return DiagramTitle()
    lettering = Lettering(context, context.text.size, diagram.span)
    words = lettering.words(diagram.title, width / lettering.em, bold=True)
    return DiagramTitle(words, Emu(words.height + round(lettering.em * _BELOW_TITLE)))


def diagram_fit(diagram: Diagram, width: Emu, context: Context, title: DiagramTitle) -> DiagramFit:
    """Return a diagram at the largest size of words at which it has room."""
    height = Emu(max(1, context.height - title.room))
    room = Footprint(float(width), float(height))
    return fitted(_settings(diagram, room, context), width, height, context)


def in_parts(
    diagram: Diagram, width: Emu, context: Context, title: DiagramTitle
) -> tuple[tuple[Diagram, DiagramFit], ...]:
    """Return a sequence that has no room on a page in parts that have, one for each page.

    There are none where few pages do not help, and for what is no sequence.
    """
    if not isinstance(diagram.content, SequenceDiagram):
        return ()
    from deckgen.blocks.diagrams.sequences import SequenceParts, sequence_settings
    from deckgen.diagrams.parting import parted

    height = Emu(max(1, context.height - title.room))
    room = Footprint(float(width), float(height))
    for count in _PAGES:
        parts = parted(diagram.content, count)
        if not parts:
            break
        ways = sequence_settings(diagram.content, room, context, diagram.span, parts)
        fit = fitted(ways, width, height, context)
        if fit.share >= 1.0:
            assert isinstance(fit.plan, SequenceParts)
            return tuple(
                (replace(diagram, content=part), DiagramFit(plan, fit.size, fit.share))
                for part, plan in zip(parts, fit.plan.parts, strict=True)
            )
    return ()


def _settings(diagram: Diagram, room: Footprint, context: Context) -> Iterator[DiagramWay]:
    match diagram.content:
        case Graph():
            from deckgen.blocks.diagrams.graphs import graph_settings

            yield from graph_settings(diagram.content, room, context, diagram.span)
        case SequenceDiagram():
            from deckgen.blocks.diagrams.sequences import sequence_settings

            yield from sequence_settings(diagram.content, room, context, diagram.span)
        case Schedule():
            from deckgen.blocks.diagrams.schedules import schedule_settings

            yield from schedule_settings(diagram.content, room, context, diagram.span)


def draw(  # noqa: PLR0913
    diagram: Diagram, fit: DiagramFit, title: DiagramTitle, at: Point, room: Rect, context: Context
) -> tuple[Item, ...]:
    """Return one group with a reading order; what appears step by step is in its order, too."""
    content = diagram.content
    assert isinstance(content, Graph | SequenceDiagram | Schedule)
    alt = diagram.alt or told(content, diagram.title, context.language)
    below = Point(at.x, Emu(at.y + title.room))
    items = (*_title(diagram, title, at, fit, room), *fit.plan.items(below, diagram.steps))
    return (ItemGroup(items, alt, "Diagram", diagram.span, divisible=True),)


def _title(
    diagram: Diagram, title: DiagramTitle, at: Point, fit: DiagramFit, room: Rect
) -> Iterator[Item]:
    """Yield the title, in the middle above what is drawn, as far as the room goes."""
    if title.words is None:
        return
    words, wide = title.words, title.words.width
    middle = at.x + round(fit.plan.size.width / 2)
    left = Emu(min(max(middle - wide // 2, room.x), room.right - wide))
    pen = DiagramPen(
        Lettering(words.context, words.context.text.size, diagram.span), at, (0, 0), diagram.span
    )
    yield pen.frame(Rect(left, at.y, wide, words.height), words, "Diagram title")
