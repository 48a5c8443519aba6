"""Label, footer, date and copyright -> one line along the foot of a page, as far as it holds them.

The line is the same on all pages of a deck, on the baseline of the template's own footers. What it
does not hold stands above it, in the band of small print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run, plain
from deckgen.deck import Footnote, FootnoteKind
from deckgen.geometry import Insets
from deckgen.layout.areas.furniture import lacking
from deckgen.layout.foot.look import colored, plain_ground
from deckgen.layout.foot.places import least_size, line_of, on_axis, row_on
from deckgen.layout.foot.sharing import used
from deckgen.layout.typeset.fitting import SLIGHT_STEPS, Fit, fits, largest
from deckgen.layout.typeset.paragraphs import measure_paragraphs
from deckgen.legibility import readable
from deckgen.pages import TextFrame
from deckgen.records import Struct, replace
from deckgen.styles import Anchor, BodyProperties
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.colors import Color
    from deckgen.deck import Surroundings
    from deckgen.geometry import Rect
    from deckgen.layout.desk import Desk
    from deckgen.template.model import Layout
    from deckgen.units import Emu

NAME: Final = "Footer"
"""What the line is called in the selection pane, and by screen readers."""
SEPARATOR: Final = "  |  "
_RUNNING: Final = (
    FootnoteKind.LABEL,
    FootnoteKind.FOOTER,
    FootnoteKind.COPYRIGHT,
    FootnoteKind.NOTICE,
)
"""What runs along the foot, from left to right."""
_BESIDE: Final = 0.4
"""How far a plain ground reaches beyond the start of its text, in em."""

Lines = tuple[Footnote, ...]


class RunningLine(Struct, frozen=True):
    """The frame of a line along the foot, and which lines it holds."""

    frame: TextFrame
    lines: Lines


def footer_lines(
    around: Surroundings, layout: Layout, placed: Iterable[Role]
) -> Iterator[Footnote]:
    """Yield the footer and date of a slide as lines, where they have no place of their own."""
    homeless = lacking(around, layout) - frozenset(placed)
    if Role.FOOTER in homeless:
        yield Footnote(FootnoteKind.FOOTER, around.footers.text)
    if Role.DATE in homeless:
        yield Footnote(FootnoteKind.FOOTER, (Run(around.footers.date, around.span),))


def in_one(lines: Lines) -> tuple[Run, ...]:
    """Return the runs of lines as those of one, a label strong, with strokes between them."""
    runs: list[Run] = []
    for line in lines:
        if runs:
            runs.append(Run(SEPARATOR, line.runs[0].span))
        strong = line.kind is FootnoteKind.LABEL
        runs += (replace(run, strong=True) if strong else run for run in line.runs)
    return tuple(runs)


def kinds_in_one(lines: Lines) -> tuple[FootnoteKind, ...]:
    """Return what each character of lines in one belongs to."""
    kinds: list[FootnoteKind] = []
    for line in lines:
        kinds += [FootnoteKind.FOOTER] * (len(SEPARATOR) if kinds else 0)
        kinds += [line.kind] * len(plain(line.runs))
    return tuple(kinds)


def run_along(
    lines: Lines, around: Surroundings, layout: Layout, desk: Desk, taken: tuple[Rect, ...]
) -> RunningLine | None:
    """Return the lines that run along the foot of a layout, None where they have no room there.

    `taken` are the boxes of the footers that stand there. All or none run along, but for notices,
    which are long: what belongs together stays together. Nothing that is on few pages runs along:
    it would push the rest about.
    """
    able = sorted(
        (line for line in lines if line.kind in _RUNNING and not line.at),
        key=lambda line: _RUNNING.index(line.kind),
    )
    short = tuple(line for line in able if line.kind is not FootnoteKind.NOTICE)
    row = row_on(layout, desk, taken)
    rows = dict.fromkeys((on_axis(row, layout, desk), row))
    found = (
        _Setting(each, around.language, layout, desk).line(these)
        for these in dict.fromkeys((tuple(able), short))
        if these
        for each in rows
    )
    return next((line for line in found if line is not None), None)


class _Setting(Struct, frozen=True):
    """Sets lines in a row of a layout."""

    row: Rect
    language: str
    layout: Layout
    desk: Desk

    def line(self, lines: Lines) -> RunningLine | None:
        """Return lines set as one, None where they are too wide for the row."""
        context = self.desk.context(self.layout, self.language)
        style, width = line_of(self.desk).style, self.row.width
        paragraph = Paragraph(in_one(lines), lines[0].runs[0].span)
        factors = SLIGHT_STEPS[:1] if lines[-1].kind is FootnoteKind.NOTICE else SLIGHT_STEPS
        floor = least_size(self.desk.template)
        every = context.with_levels((style,) * len(context.levels))
        tries = fits(
            every, factors, floor, lambda inner: measure_paragraphs((paragraph,), width, inner)
        )
        fitted = largest(tries, lambda fit: _is_in_one_line(fit, width))
        return None if fitted is None else RunningLine(self.frame(fitted, lines), lines)

    def frame(self, fitted: Fit, lines: Lines) -> TextFrame:
        """Return the frame of a line, filled where nothing is read on what is behind it.

        No more is hidden of what is drawn than the text needs.
        """
        placed, levels = fitted.stack, fitted.levels
        theme = self.desk.template.theme_of(self.layout)
        frame = TextFrame(
            box=self.row,
            paragraphs=placed.paragraphs,
            levels=levels,
            height=placed.height,
            name=NAME,
            body=BodyProperties(Insets(), Anchor.BOTTOM),
            span=lines[0].runs[0].span,
        )
        shades = self.layout.shades(used(frame))
        if readable(levels[0].color, shades, theme.offered) is None:
            frame = _filled(frame, plain_ground(self.layout, used(frame)))
            shades = (frame.fill,) if frame.fill else shades
        tone = self.desk.tone(self.layout)
        return colored(frame, (kinds_in_one(lines),), shades, theme, tone)


def _filled(frame: TextFrame, color: Color) -> TextFrame:
    """Return a frame as wide as its text on a plain ground that reaches a little beyond that."""
    text, before = used(frame), frame.levels[0].size.emu * _BESIDE
    before = max(ZERO, min(before, text.x))
    box = replace(text, x=text.x - before, width=text.width + before)
    body = replace(frame.body, insets=Insets(left=before))
    return replace(frame, box=box, body=body, fill=color)


def _is_in_one_line(fit: Fit, width: Emu) -> bool:
    lines = fit.paragraphs[0].lines
    return len(lines) == 1 and lines[0].width <= width
