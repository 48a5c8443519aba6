"""Lines of program text at a width -> the same measured, in the size that serves them best."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    SINGLE,
    ZERO,
    Align,
    Caps,
    Centipoints,
    Paragraph,
    Run,
    Struct,
    bisected,
    has_east_asian,
    measure_runs,
    place_runs,
    replace,
    styled,
)
from deckgen.blocks.listings import Syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Context, Emu, LevelStyle, PlacedRun, SetParagraph, Span
    from deckgen.blocks.listings import CodeLine, CodePart
    from deckgen.blocks.listings.look import ListingLook

SHARE: Final = 0.8
"""The size of program text as a share of that of the text around it."""
SMALLEST: Final = 6 / 7
"""The least size of program text as a share of that of a body: 12 pt where that is 14."""
DENSEST: Final = 5 / 7
"""The least size where that puts all lines on one page."""
BESIDE_TEXT: Final = 0.6
"""What it may not fall below then, as a share of the size of the text around it."""
STEP: Final = 50
"""How much smaller is tried, in hundredths of a point."""
LONG_LINES: Final = 1 / 12
"""The share of lines that may be continued before they make all others smaller."""
HANG: Final = 1.2
"""How much further in than its beginning a line is continued, in em."""


class ListingSetting(Struct, frozen=True):
    """Lines that are set at a width in one look."""

    lines: tuple[CodeLine, ...]
    look: ListingLook
    span: Span
    room: Emu
    height: Emu
    """How high the lines of a page may be."""
    left: Emu
    """How high all lines may be for everything to stand on one page."""

    def best(self, context: Context) -> tuple[Context, tuple[SetParagraph, ...]]:
        """Return the lines in the largest size at which few are continued and no page is wasted."""
        styles = _styles(context, alone=self.left >= self.height)
        tries = [context.with_levels((style,) * len(context.levels)) for style in styles]
        least = _least(context, SMALLEST)
        usual = [one for one in tries if one.text.size >= least]
        known: dict[Centipoints, tuple[SetParagraph, ...]] = {}

        def set_in(inner: Context) -> tuple[SetParagraph, ...]:
            if inner.text.size not in known:
                known[inner.text.size] = tuple(self.line(line, inner) for line in self.lines)
            return known[inner.text.size]

        def continued(inner: Context) -> int:
            return sum(len(line.lines) - 1 for line in set_in(inner))

        def rows(inner: Context) -> int:
            return sum(len(line.lines) for line in set_in(inner))

        def fit(inner: Context, height: Emu) -> int:
            return height // inner.text.line_spacing.of(inner.text.size)

        def pages(inner: Context) -> int:
            return ceil(rows(inner) / max(1, fit(inner, self.height)))

        allowed = max(continued(usual[-1]), int(len(self.lines) * LONG_LINES))
        best = bisected(usual, lambda inner: continued(inner) <= allowed) or usual[-1]
        if rows(best) > fit(best, self.left):
            fewest = pages(usual[-1])
            whole = bisected(tries, lambda inner: rows(inner) <= fit(inner, self.left))
            fewer = bisected(usual, lambda inner: pages(inner) <= fewest)
            best = whole or (fewer if pages(best) > fewest and fewer else best)
        return best, set_in(best)

    def line(self, line: CodeLine, context: Context) -> SetParagraph:
        """Return a line; what of it does not fit is continued further in than it begins."""
        paragraph = Paragraph(tuple(map(self.run, line.parts)), self.span)
        style = context.text
        runs = self.coloured(line, place_runs(paragraph.runs, style, context.language))
        measured = measure_runs(runs, style, self.room, context, of=paragraph)
        if len(measured.lines) == 1:
            return measured
        begins = context.typesetter.width(styled([replace(runs[0], text=_indent(line.text) + "|")]))
        hang = min(begins + style.size.emu * HANG, self.room // 2)
        hanging = replace(style, margin_left=hang, indent=-hang)
        return measure_runs(runs, hanging, self.room, context, of=paragraph)

    def run(self, part: CodePart) -> Run:
        """Return a part as a run; Japanese is never slanted, as its fonts have no italics."""
        slanted = part.syntax is Syntax.COMMENT and not has_east_asian(part.text)
        bold = self.look.is_grey and part.syntax is Syntax.KEYWORD
        return Run(part.text, self.span, code=True, emphasis=slanted, strong=bold)

    def coloured(self, line: CodeLine, runs: tuple[PlacedRun, ...]) -> tuple[PlacedRun, ...]:
        """Return the runs of a line in their colours."""
        colors = [self.look.colors.get(part.syntax) for part in line.parts]
        return tuple(
            run if color is None else replace(run, color=color)
            for run, color in zip(runs, colors, strict=True)
        )


def _styles(context: Context, *, alone: bool) -> Iterator[LevelStyle]:
    """Return the styles of program text that may be tried, largest first."""
    size = max(_least(context, SMALLEST), context.text.size.scaled(SHARE))
    base = replace(context.text.flush(size), line_spacing=SINGLE, align=Align.LEFT, caps=Caps.NONE)
    beside = ZERO if alone else context.text.size.scaled(BESIDE_TEXT)
    least = min(_least(context, SMALLEST), max(_least(context, DENSEST), beside))
    for smaller in range(size, least - 1, -STEP):
        yield base.sized(Centipoints(smaller))


def _least(context: Context, share: float) -> Centipoints:
    return Centipoints(round(context.floor * share / STEP) * STEP)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
