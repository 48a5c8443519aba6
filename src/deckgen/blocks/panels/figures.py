"""Key figures -> their galley: in each row all numbers on one line, and what is below them, too."""

from __future__ import annotations

from functools import cached_property, partial
from itertools import product
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Centipoints,
    Emu,
    Outline,
    Rect,
    Run,
    Stroke,
    Struct,
    Tone,
    lowered,
    pt,
    replace,
    shade_read_on,
)
from deckgen.blocks.panels.balanced import balanced_counts
from deckgen.blocks.panels.fitted import SLIGHT, FittedGalley, at_sizes
from deckgen.blocks.panels.label import line_label, plain_style
from deckgen.blocks.panels.look import in_tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.blocks.figures import Figures, KeyFigure
    from deckgen.blocks.kit import Color, Context, Inline, Item, LevelStyle
    from deckgen.blocks.panels.label import SetText

LARGEST: Final = 3.2
SMALLEST: Final = 1.4
"""The sizes of numbers, as shares of that of the text around them."""
STRIKING: Final = (1.9, 2.4)
"""The size below which they stand in more rows if they are larger so, and what is enough for it."""
STEP: Final = 0.2
MOST_IN_ROW: Final = 4
ROW: Final = 3
NARROWEST: Final = 6.0
"""How many figures a row is to hold that would leave one over, and their least width, in em."""
GAP: Final = 1.6
"""The space between figures, in em."""
ROW_GAP: Final = 1.4
"""The least space between rows, in em."""
AIRY_GAP: Final = 3.0
"""The space between rows where there is room, in em."""
CHANGE: Final = 0.9
"""The size of a change as a share of that of its label."""
BELOW_VALUE: Final = 0.15
BELOW_LABEL: Final = 0.3
"""The space below numbers and labels, in em."""
RULE: Final = pt(2)
BELOW_RULE: Final = 0.5
"""The space below the rule above each figure, in em."""
SEEN: Final = 3.0
"""The contrast of a rule, as WCAG asks of what is to be seen (1.4.11)."""

_RISING: Final = "+＋"
_FALLING: Final = "-−－–"
_ARROWS: Final = {"up": "▲ ", "down": "▼ "}
_JAPANESE_ARROWS: Final = {"up": "↑ ", "down": "↓ "}
"""In Japanese accounts ▲ says that a number is negative."""


class FigureSetting(Struct, frozen=True, dict=True):
    """Key figures with so many in a row."""

    figures: tuple[KeyFigure, ...]
    across: int
    width: Emu
    context: Context
    least: float = SMALLEST
    most: float = LARGEST
    """The sizes of numbers, as shares of that of the text around them."""

    @property
    def em(self) -> Emu:
        """The size of the text around the numbers."""
        return self.context.text.size.emu

    @property
    def each(self) -> Emu:
        """The width of a figure."""
        return (self.width - self.em * GAP * (self.across - 1)) // self.across

    @cached_property
    def value_size(self) -> Centipoints | None:
        """The largest size at which each number has one line; None where it has none."""
        size, share = self.context.text.size, self.most
        while share > self.least - STEP / 2:
            tried = size.scaled(share)
            labels = (self._label(f.value, self._bold(tried), f) for f in self.figures)
            if all(label.lines == 1 for label in labels):
                return tried
            share -= STEP
        return None

    @property
    def is_good(self) -> bool:
        """Whether all numbers have one line, and no word of a label is cut."""
        parts = (label for row in (self.labels, self.changes) for label in row if label)
        return self.value_size is not None and not any(label.cuts_words for label in parts)

    @cached_property
    def values(self) -> tuple[SetText, ...]:
        """The numbers."""
        size = self.value_size or self.context.text.size.scaled(self.least)
        return tuple(
            self._label(f.value, replace(self._bold(size), color=self._value_color(f)), f)
            for f in self.figures
        )

    @cached_property
    def labels(self) -> tuple[SetText | None, ...]:
        """What stands below the numbers."""
        style = plain_style(self.context)
        return tuple(self._label(f.label, style, f) if f.label else None for f in self.figures)

    @cached_property
    def changes(self) -> tuple[SetText | None, ...]:
        """How the numbers have changed, in the colour of what that means."""
        return tuple(self._change(figure) for figure in self.figures)

    @property
    def height(self) -> Emu:
        """How high all rows are."""
        rows = [self._row_height(first) for first in self._firsts]
        return Emu(sum(rows) + self.em * ROW_GAP * (len(rows) - 1))

    def draw(self, box: Rect) -> Iterator[Item]:
        """Yield the figures, row by row, a little above the middle of a box."""
        spare, rows = box.height - self.height, len(self._firsts)
        more = min(self.em * (AIRY_GAP - ROW_GAP), Emu(max(0, spare // rows)))
        y = lowered(box, self.height + more * (rows - 1))
        for first in self._firsts:
            for number in range(first, min(first + self.across, len(self.figures))):
                x = box.x + (self.each + self.em * GAP) * (number - first)
                yield from self._figure(number, Rect(x, y, self.each, self._row_height(first)))
            y += self._row_height(first) + self.em * ROW_GAP + more

    def _figure(self, number: int, box: Rect) -> Iterator[Item]:
        figure, first = self.figures[number], number - number % self.across
        rule = Outline(self._rule_color(figure), RULE)
        yield Stroke(replace(box, height=ZERO), rule, "Figure rule", figure.span)
        y = box.y + self.em * BELOW_RULE
        parts = (
            ("Figure", self.values, BELOW_VALUE),
            ("Figure label", self.labels, BELOW_LABEL),
            ("Figure change", self.changes, 0.0),
        )
        for name, labels, below in parts:
            label, high = labels[number], self._highest(labels, first)
            if label is not None:
                yield label.frame(Rect(box.x, y, box.width, label.height), name, figure.span)
            y += high + (self.em * below if high else ZERO)

    @property
    def _firsts(self) -> range:
        return range(0, len(self.figures), self.across)

    def _row_height(self, first: int) -> Emu:
        value, label, change = (
            self._highest(labels, first) for labels in (self.values, self.labels, self.changes)
        )
        below = self.em * BELOW_VALUE * bool(label or change) + self.em * BELOW_LABEL * bool(
            label and change
        )
        return Emu(self.em * BELOW_RULE + value + label + change + below)

    def _highest(self, labels: Sequence[SetText | None], first: int) -> Emu:
        row = labels[first : first + self.across]
        return max((label.height for label in row if label is not None), default=ZERO)

    def _bold(self, size: Centipoints) -> LevelStyle:
        return plain_style(self.context, bold=True).sized(size)

    def _label(self, text: Inline, style: LevelStyle, figure: KeyFigure) -> SetText:
        return line_label(text.runs, style, self.each, self.context, figure.span)

    def _change(self, figure: KeyFigure) -> SetText | None:
        if figure.change is None or not figure.change.runs:
            return None
        tone = in_tone(Tone(figure.tone or "muted"), self.context)
        color = shade_read_on(tone, self.context.background)
        style = plain_style(self.context, CHANGE, bold=True, color=color)
        runs = with_arrow(figure.change, self.context.language)
        return line_label(runs, style, self.each, self.context, figure.span)

    def _value_color(self, figure: KeyFigure) -> Color:
        word = "neutral" if figure.change or figure.tone is None else figure.tone
        return shade_read_on(in_tone(Tone(word), self.context), self.context.background)

    def _rule_color(self, figure: KeyFigure) -> Color:
        tone = in_tone(Tone(figure.tone or "neutral"), self.context)
        return shade_read_on(tone, self.context.background, SEEN)


def with_arrow(change: Inline, language: str) -> tuple[Run, ...]:
    """Return a change led by an arrow where it starts with a sign: ▲ for plus, ▼ for minus."""
    start = change.text.lstrip()[:1]
    arrows = _JAPANESE_ARROWS if language.partition("-")[0] == "ja" else _ARROWS
    if not start or start not in _RISING + _FALLING:
        return change.runs
    arrow = arrows["up" if start in _RISING else "down"]
    return (Run(arrow, change.span), *change.runs)


def _in_one_row(count: int, width: Emu, sizes: Sequence[Context]) -> Iterator[tuple[Context, int]]:
    """Yield the sizes at which three figures stand in a row before it is divided."""
    if count == ROW:
        for inner in sizes[:SLIGHT]:
            if width >= inner.text.size.emu * (NARROWEST + GAP) * count:
                yield inner, count


def figures_galley(figures: Figures, width: Emu, context: Context) -> FittedGalley:
    """Return key figures: as many in a row as have room, in the largest text that fits.

    Text becomes somewhat smaller before one of three stands in a row of its own. Rows have fewer
    figures where these would be no larger than headings, and the place has room for more rows, none
    of which has one figure alone.
    """
    sizes, count = [*at_sizes(context)], len(figures.figures)
    counts = balanced_counts(count, MOST_IN_ROW)
    even = [across for across in counts if across == 1 or count % across != 1]
    usual, striking, enough = (SMALLEST, LARGEST), (STRIKING[0], LARGEST), STRIKING
    ways = (
        *((*way, usual) for way in _in_one_row(count, width, sizes)),
        *((sizes[0], across, share) for across in even for share in (striking, enough)),
        *((*way, usual) for way in product(sizes, counts)),
    )
    settings = (
        partial(FigureSetting, figures.figures, across, width, inner, *shares)
        for inner, across, shares in ways
    )
    return FittedGalley(tuple(settings), context, figures.span, "figures")
