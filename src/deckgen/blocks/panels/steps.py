"""Steps -> their galley: equal boxes, as many in a row as have room, joined by arrows."""

from __future__ import annotations

from functools import cached_property, partial
from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    Align,
    Anchor,
    BodyProperties,
    Connector,
    Emu,
    Insets,
    Joint,
    Outline,
    Rect,
    Run,
    Side,
    Struct,
    Tone,
    legible,
    lowered,
    pt,
    replace,
    shade_read_on,
)
from deckgen.blocks.panels.balanced import even_counts
from deckgen.blocks.panels.fitted import SLIGHT, FittedGalley, at_sizes
from deckgen.blocks.panels.label import body_levels, joined_labels, label, line_label, plain_style
from deckgen.blocks.panels.look import in_tone, panel_fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Color, Context, Item
    from deckgen.blocks.panels.label import SetText
    from deckgen.blocks.steps import Step, Steps

MOST_IN_ROW: Final = 6
ARROW: Final = 1.7
"""The length of an arrow between boxes in a row, in em."""
SHORT_ARROW: Final = 1.3
"""The same between boxes one below the other."""
PADDING: Final = 0.5
"""The space around the text in a box, in em."""
NARROWEST: Final = 4.5
"""The least width of a box, in em."""
MOST_LINES: Final = 6
"""How many lines boxes have that one row holds, if they have fewer in two rows."""
LOWEST: Final = 2.6
"""The least height of a box, in em."""
STRETCH: Final = 1.5
"""How much higher boxes become where there is room."""
STRETCH_BELOW: Final = 1.1
"""The same of boxes whose texts begin in one line on top: what they gain stays empty below."""
BODY: Final = 0.85
"""The size of what is said of a step as a share of that of its title."""
LINE: Final = pt(1.75)


SEEN: Final = 3.0
TICK: Final = "✓ "


class StepSetting(Struct, frozen=True, dict=True):
    """Steps with so many in a row.

    Where they are to be `read` no box holds many short lines, or lines that tear words apart.
    """

    steps: tuple[Step, ...]
    across: int
    width: Emu
    context: Context
    read: bool = False

    @property
    def em(self) -> Emu:
        """The size of the text in boxes."""
        return self.context.text.size.emu

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return -(-len(self.steps) // self.across)

    @property
    def each(self) -> Emu:
        """The width of a box."""
        return (self.width - self.em * ARROW * (self.across - 1)) // self.across

    @property
    def gap(self) -> Emu:
        """The space between rows."""
        return self.em * SHORT_ARROW

    @property
    def accent(self) -> Color:
        """The colour of arrows, outlines and of boxes that stand out."""
        tone = in_tone(Tone.NEUTRAL, self.context)
        return shade_read_on(tone, self.context.background, SEEN)

    @property
    def is_marked(self) -> bool:
        """Whether it is told how far the process is."""
        return any(step.done or step.current for step in self.steps)

    @property
    def is_good(self) -> bool:
        """Whether boxes are wide enough, and no word is cut."""
        if self.each < self.em * NARROWEST or any(text.cuts_words for text in self.labels):
            return False
        return not self.read or all(
            text.lines <= MOST_LINES and not text.tears_words for text in self.labels
        )

    @cached_property
    def labels(self) -> tuple[SetText, ...]:
        """The text of each box."""
        return tuple(map(self._label, self.steps))

    @property
    def box_height(self) -> Emu:
        """The least height of a box, all of which are equal."""
        highest = max(text.height for text in self.labels) + self.em * (2 * PADDING)
        return max(highest, self.em * LOWEST)

    @property
    def height(self) -> Emu:
        """How high all rows are."""
        return self.box_height * self.rows + self.gap * (self.rows - 1)

    def draw(self, box: Rect) -> Iterator[Item]:
        """Yield the boxes and the arrows between them."""
        room = (box.height - self.gap * (self.rows - 1)) // self.rows
        stretch = STRETCH_BELOW if self._begins_in_line else STRETCH
        high = max(self.box_height, min(room, self.box_height * stretch))
        top = lowered(box, high * self.rows + self.gap * (self.rows - 1))
        boxes = [self._box(number, box.x, top, high) for number in range(len(self.steps))]
        for step, text, place in zip(self.steps, self.labels, boxes, strict=True):
            yield self._shape(step, text, place)
        for number, (one, other) in enumerate(pairwise(boxes)):
            yield self._arrow(number, one, other)

    def _box(self, number: int, left: Emu, top: Emu, high: Emu) -> Rect:
        row, column = divmod(number, self.across)
        x = left + (self.each + self.em * ARROW) * column
        return Rect(x, top + (high + self.gap) * row, self.each, high)

    def _shape(self, step: Step, text: SetText, box: Rect) -> Item:
        padding = self.em * PADDING
        anchor = Anchor.TOP if self._begins_in_line else Anchor.MIDDLE
        body = BodyProperties(Insets(padding, padding, padding, padding), anchor)
        fill = self._fill(step)
        line = None if fill == self.accent else Outline(self.accent, pt(1))
        frame = text.frame(box, "Step", step.span, body)
        return replace(frame, fill=fill, outline=line)

    def _arrow(self, number: int, one: Rect, other: Rect) -> Connector:
        line = Outline(self.accent, LINE)
        same_row = (number + 1) % self.across != 0
        sides = (Side.RIGHT, Side.LEFT) if same_row else (Side.BOTTOM, Side.TOP)
        ends = Joint(one, sides[0]), Joint(other, sides[1])
        span = self.steps[number + 1].span
        return Connector(*ends, line, "Arrow", bent=not same_row, span=span)

    def _fill(self, step: Step) -> Color:
        """Return the fill of a box: the accent where it stands out, else a tint of it."""
        stands_out = step.current if self.is_marked else not self._has_bodies
        if stands_out:
            return self.accent
        background = self.context.background
        upcoming = self.is_marked and not step.done
        return background if upcoming else panel_fill(self.accent, background)

    @property
    def _has_bodies(self) -> bool:
        return any(step.body is not None for step in self.steps)

    @property
    def _begins_in_line(self) -> bool:
        """Whether the texts of boxes beside each other begin at the same height."""
        return self._has_bodies and self.across > 1

    def _label(self, step: Step) -> SetText:
        context, fill = self.context, self._fill(step)
        room = self.each - self.em * (2 * PADDING)
        align = Align.LEFT if self._has_bodies or self.across == 1 else Align.CENTER
        ink = legible(context.text.color, (fill,), context.theme.offered)
        title = plain_style(context, bold=True, color=ink, align=align)
        tick = (Run(TICK, step.span),) if step.done else ()
        head = line_label((*tick, *step.title.runs), title, room, context, step.span)
        if step.body is None or not step.body.paragraphs:
            return head
        levels = body_levels(context, BODY, ink)
        said = label(step.body.paragraphs, levels, room, context)
        return joined_labels(head, said) or head


def steps_galley(steps: Steps, width: Emu, context: Context) -> FittedGalley:
    """Return steps: as many in a row as have room, in the largest text that fits.

    Text becomes somewhat smaller before steps that one row holds stand in two, or their boxes hold
    columns of many short lines.
    """
    count, sizes = len(steps.steps), [*at_sizes(context)]
    counts = even_counts(count, MOST_IN_ROW)
    slight, several = sizes[:SLIGHT], [across for across in counts if across > 1]
    tried = (
        *((inner, across, True) for inner, across in product(slight, several[:1])),
        *((inner, across, True) for inner, across in product(slight, several[1:])),
        *((inner, across, False) for inner, across in product(slight, counts[:1])),
        *((inner, across, False) for inner, across in product(sizes, counts)),
    )
    ways = [
        partial(StepSetting, steps.steps, across, width, inner, read)
        for inner, across, read in tried
    ]
    return FittedGalley(tuple(ways), context, steps.span, "steps")
