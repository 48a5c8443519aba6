"""The words of a diagram at a size of text -> how much room each node, label and heading takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    GLANCE,
    TOLERANCE,
    Align,
    Anchor,
    BodyProperties,
    Emu,
    Geometry,
    Insets,
    Marker,
    Paragraph,
    Rect,
    Run,
    Spacing,
    Stack,
    Struct,
    in_phrases,
    measure_paragraphs,
    replace,
    stack,
    styled,
    text_insets,
)
from deckgen.diagrams.layers import Footprint
from deckgen.diagrams.model import NodeOutline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deckgen.blocks.kit import Centipoints, Context, Span
    from deckgen.diagrams.model import Node

WIDEST: Final = 13.0
"""How wide words may be before they take a further line, in em."""
_WIDEST_LABEL: Final = 9.0
_WIDEST_NOTE: Final = 10.0
_DECISIONS: Final = (5.0, 6.5, 8.0, 9.5, 11.0)
"""How wide the words of a decision may be; its outline is twice as wide and high."""
_ROUND: Final = 7.8
"""How wide the words of a circle may be, in em, before a shorter line makes it smaller."""
_IN_CIRCLE: Final = 1.4143
"""How much wider than its words a circle is at least: they stand in the square within it."""
_FLAT: Final = 0.6
"""How much the width of a decision counts beside its height, where words are divided."""
_PADDING: Final = (0.7, 0.42)
"""The space around words in a node: across and down, in em."""
_EVENED: Final = frozenset(
    {NodeOutline.BOX, NodeOutline.ROUNDED, NodeOutline.STADIUM, NodeOutline.ROUTINE}
)
_LARGER: Final = 2.0
"""How much wider or higher than it has to be a node may be to be like the others."""
_WIDEST_HEADING: Final = 20.0
_WIDEST_MEMBER: Final = 20.0
"""How wide the name of a group, and a member of a class, may be in one line, in em."""
_BAR: Final = (4.0, 0.3)
"""How wide and high the bar is at which ways part and meet, in em."""
_LEAST_CLASS: Final = 6.0
_CIRCLE: Final = 1.2
"""How much larger than its words a circle is."""
_DOT: Final = 0.9
_LEAST: Final = 3.2
"""The least width of a node, in em."""

_OPENEST: Final = Spacing(lines=1.1)
"""The most space between lines of a name, which is read at a glance."""
HEADING: Final = 0.35
"""How far the name of a group stands from its sides, in em."""

GEOMETRIES: Final = {
    NodeOutline.BOX: Geometry.RECTANGLE,
    NodeOutline.ROUNDED: Geometry.ROUNDED,
    NodeOutline.STADIUM: Geometry.TERMINATOR,
    NodeOutline.ROUTINE: Geometry.SUBROUTINE,
    NodeOutline.STORE: Geometry.DISK,
    NodeOutline.CIRCLE: Geometry.ELLIPSE,
    NodeOutline.DECISION: Geometry.DIAMOND,
    NodeOutline.HEXAGON: Geometry.HEXAGON,
    NodeOutline.SLANTED: Geometry.DATA,
    NodeOutline.TRAPEZOID: Geometry.TRAPEZOID,
    NodeOutline.FLIPPED: Geometry.MANUAL,
    NodeOutline.FLAG: Geometry.ARROW,
    NodeOutline.DOCUMENT: Geometry.DOCUMENT,
    NodeOutline.TRIANGLE: Geometry.TRIANGLE,
    NodeOutline.START: Geometry.ELLIPSE,
    NodeOutline.END: Geometry.ELLIPSE,
    NodeOutline.BAR: Geometry.RECTANGLE,
    NodeOutline.PLAIN: Geometry.RECTANGLE,
}


class Words(Struct, frozen=True):
    """Measured words, and the context that they are set in."""

    text: Stack
    width: Emu
    context: Context
    badness: float = 0.0
    """How bad the worst end of a line is."""

    @property
    def height(self) -> Emu:
        """How high the words are."""
        return self.text.height


class Lettering(Struct, frozen=True):
    """Sets the words of a diagram at a size; `close` is the share of the space around them."""

    context: Context
    size: Centipoints
    span: Span
    close: float = 1.0

    @property
    def em(self) -> Emu:
        """The size as a length."""
        return self.size.emu

    def words(
        self,
        text: str,
        widest: float = WIDEST,
        *,
        bold: bool = False,
        align: Align = Align.CENTER,
        leads: bool = False,
    ) -> Words:
        """Return words no wider than so many em, each of their lines a paragraph.

        With `leads` the first line stands out. Lines stand no further apart than names need,
        however open the text of the template is. Of few lines each ends where titles do, and ends
        there in shapes that have room for more, too.
        """
        flush = self.context.text.flush(self.size)
        spacing = min(flush.line_spacing, _OPENEST, key=lambda each: each.of(self.size))
        style = replace(flush, align=align, bold=bold, line_spacing=spacing)
        body = BodyProperties(Insets(), anchor=Anchor.MIDDLE)
        inner = replace(self.context.with_levels((style,) * len(self.context.levels)), body=body)
        paragraphs = tuple(
            Paragraph(
                (Run(line, self.span, strong=leads and number == 0),), self.span, marker=Marker.NONE
            )
            for number, line in enumerate(text.split("\n"))
        )
        room = Emu(round(self.em * widest))
        measured = measure_paragraphs(paragraphs, room, inner)
        if 1 < max(len(each.lines) for each in measured) <= GLANCE:
            broken = [in_phrases(each, room, inner) for each in measured]
            found = [each for each in broken if each is not None]
            wide = max(line.width for each in found for line in each.measured.lines)
            set_text = stack(tuple(each.measured for each in found))
            badness = max(each.badness for each in found)
            return Words(set_text, min(room, Emu(wide + self.em // 10)), inner, badness)
        typesetter = inner.typesetter
        wide = max(
            Emu(max(line.width for line in each.lines))
            if len(each.lines) > 1
            else typesetter.width(styled(each.runs))
            for each in measured
        )
        wide = min(room, Emu(wide + self.em // 10))
        return Words(stack(measure_paragraphs(paragraphs, wide, inner)), wide, inner)

    def label(self, text: str) -> Words:
        """Return the words of an edge."""
        return self.words(text, _WIDEST_LABEL)

    def label_of(self, node: Node) -> Words:
        """Return the words of a node; those of a decision are narrow, as its outline is wide."""
        if node.outline is not NodeOutline.DECISION:
            words = self.words(node.label or " ", leads=node.leads)
            if node.outline is not NodeOutline.CIRCLE or words.width <= self.em * _ROUND:
                return words
            narrow = (self.words(node.label, widest, leads=node.leads) for widest in _DECISIONS)
            return min(
                (words, *narrow),
                key=lambda words: (words.badness > TOLERANCE, max(words.width, words.height)),
            )
        tries = (self.words(node.label or " ", widest) for widest in _DECISIONS)
        return min(
            tries,
            key=lambda words: (words.badness > TOLERANCE, words.height + words.width * _FLAT),
        )

    def note(self, text: str) -> Words:
        """Return what is said beside a node."""
        return self.words(text, _WIDEST_NOTE)

    def noted(self, words: Words) -> Footprint:
        """Return the room of a note: its words, and what keeps them off its sides."""
        wide, high = (pad * 2 * self.em * self.close for pad in _PADDING)
        return Footprint(words.width + wide, words.height + high)

    def heading(self, label: str) -> Words:
        """Return the name of a group."""
        return self.words(label, _WIDEST_HEADING, bold=True, align=Align.LEFT)

    def members(self, lines: tuple[str, ...]) -> Words:
        """Return the words of a compartment of a class."""
        return self.words("\n".join(lines), _WIDEST_MEMBER, align=Align.LEFT)

    def node(self, node: Node) -> Footprint:
        """Return the room that a node takes: its words, and what its outline keeps off them."""
        if node.outline in (NodeOutline.START, NodeOutline.END):
            return Footprint(self.em * _DOT, self.em * _DOT)
        if node.outline is NodeOutline.BAR:
            return Footprint(self.em * _BAR[0], self.em * _BAR[1])
        if node.parts:
            return self._compartments(node)
        words = self.label_of(node) if node.label else None
        wide = (words.width if words else 0) + 2 * self.em * _PADDING[0] * self.close
        padding = _PADDING[1] / 2 if node.outline is NodeOutline.DECISION else _PADDING[1]
        high = (words.height if words else self.em) + 2 * self.em * padding * self.close
        wide = max(wide, self.em * _LEAST)
        size = _around(GEOMETRIES[node.outline], wide, high)
        if words is None or node.outline is not NodeOutline.CIRCLE:
            return size
        side = max(size.width, max(words.width, words.height) * _IN_CIRCLE)
        return Footprint(side, side)

    def _compartments(self, node: Node) -> Footprint:
        """Return the room of a node with further compartments below its name."""
        texts = [self.words(node.label, bold=True)]
        texts += [self.members(part) for part in node.parts if part]
        wide = max(text.width for text in texts) + 2 * self.em * _PADDING[0]
        empty = sum(not part for part in node.parts)
        high = sum(text.height + 2 * self.em * _PADDING[1] for text in texts)
        return Footprint(max(wide, self.em * _LEAST_CLASS), high + empty * self.em * _PADDING[1])


def evened(sizes: Mapping[str, Footprint], nodes: Iterable[Node]) -> dict[str, Footprint]:
    """Return sizes in which nodes of one outline are alike, if none becomes much larger for it."""
    alike: dict[NodeOutline, list[str]] = {}
    for node in nodes:
        if node.outline in _EVENED and not node.parts:
            alike.setdefault(node.outline, []).append(node.id)
    found = dict(sizes)
    for names in alike.values():
        wide = max(sizes[name].width for name in names)
        high = max(sizes[name].height for name in names)
        if all(wide <= sizes[name].width * _LARGER for name in names):
            found |= {name: replace(found[name], width=wide) for name in names}
        if all(high <= sizes[name].height * _LARGER for name in names):
            found |= {name: replace(found[name], height=high) for name in names}
    return found


def _around(geometry: Geometry, wide: float, high: float) -> Footprint:
    """Return the size of a shape in which there is so much room for words."""
    if geometry is Geometry.ELLIPSE:
        side = max(wide, high) * _CIRCLE
        return Footprint(side, side)
    width, height = wide, high
    for _ in range(6):
        inside = text_insets(geometry, Rect(Emu(0), Emu(0), Emu(round(width)), Emu(round(height))))
        width, height = wide + inside.left + inside.right, high + inside.top + inside.bottom
    return Footprint(width, height)
