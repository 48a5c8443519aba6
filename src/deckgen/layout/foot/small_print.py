"""Lines of small print of a slide -> their frame, in a place of the layout or in a band."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph
from deckgen.deck import FootnoteKind
from deckgen.geometry import Insets, Rect
from deckgen.layout.foot.band import find_band
from deckgen.layout.foot.footers import Footer
from deckgen.layout.foot.look import colored, plain_ground
from deckgen.layout.foot.running import in_one, kinds_in_one
from deckgen.layout.foot.sharing import used
from deckgen.layout.typeset.fitting import SLIGHT_STEPS, STEPS, largest_or_last, overflow, steps
from deckgen.layout.typeset.paragraphs import measure_paragraphs, stack
from deckgen.legibility import legible, readable
from deckgen.pages import TextFrame
from deckgen.records import Struct, replace
from deckgen.styles import SINGLE, Align, Anchor, BodyProperties, Spacing
from deckgen.template.model import Role
from deckgen.units import ZERO, Centipoints, Emu

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.deck import Footnote
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.galley import Context
    from deckgen.layout.typeset.paragraphs import SetParagraph, Stack
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout, Slot

NAME: Final = "Footnotes"
"""What the frame is called in the selection pane, and by screen readers."""
SIZE: Final = 1000
"""The size of footnotes, in hundredths of a point, on slides of 10 by 7.5 in."""
SMALLEST: Final = 800
_USUAL_WIDTH: Final = 9_144_000
_USUAL_HEIGHT: Final = 6_858_000
_GAP: Final = 1 / 45
"""The least distance between the body and the foot, as a share of the height: 12 pt of 540."""
_PADDING: Final = 0.5
"""How far a fill behind the band reaches beyond its text, in em, where nothing is in its way."""
_APART: Final = 0.4
"""The distance between lines that belong to a page and those that stand on all, in em."""
_JOINED: Final = frozenset((FootnoteKind.LABEL, FootnoteKind.FOOTER, FootnoteKind.COPYRIGHT))
_STANDING: Final = _JOINED | {FootnoteKind.NOTICE}
_MODEST: Final = 0.12
"""The share of the slide's height up to which footnotes keep their size."""
_MOST: Final = 0.34
"""The share of the slide's height that footnotes may take at their smallest."""

Lines = tuple["Footnote", ...]


def clear_of(desk: Desk) -> Emu:
    """Return the least distance between a body and what stands at the foot of the slide."""
    return desk.template.slide_size.height * _GAP


class Band(Footer, frozen=True, kw_only=True):
    """Lines of small print in their place, and what is kept free for them."""

    kept: Rect


class _Stacked(Struct, frozen=True):
    """Lines below one another, and what each character of each belongs to."""

    stack: Stack
    kinds: tuple[tuple[FootnoteKind, ...], ...]

    @property
    def height(self) -> Emu:
        return self.stack.height


class SmallPrint:
    """Lines of small print of a slide, to be set on a layout."""

    def __init__(self, lines: Lines, language: str, layout: Layout, desk: Desk) -> None:
        joined = tuple(line for line in lines if line.kind in _JOINED)
        self.own = tuple((line,) for line in lines if line.kind not in _JOINED)
        self.joined = tuple(_in_rows(joined, count) for count in range(1, max(1, len(joined)) + 1))
        self.span = lines[0].runs[0].span
        self.layout, self.desk, self.language = layout, desk, language
        self.size = desk.template.slide_size
        self.floor = max(Centipoints(SMALLEST), self.scaled(SMALLEST))

    def scaled(self, size: int) -> Centipoints:
        """Return a size meant for slides of 10 by 7.5 in as it is on the template's."""
        scale = min(self.size.width / _USUAL_WIDTH, self.size.height / _USUAL_HEIGHT)
        return Centipoints(round(size * scale / 100) * 100)

    def in_notice(self, shown: tuple[Rect, ...]) -> Band | None:
        """Return the lines in the layout's place for a notice, None where it does not hold them."""
        slot = self.layout.first(Role.NOTICE)
        if slot is None or any(box.overlaps(slot.box) for box in shown):
            return None
        frame = self.in_slot(slot)
        return Band(frame, kept=frame.box) if frame.height <= slot.content.height else None

    def readable(self, slot: Slot) -> tuple[LevelStyle, ...]:
        """Return the levels of a slot, no smaller and no paler than can be read."""
        theme, backdrop = self.desk.template.theme_of(self.layout), self.layout.behind(slot)
        return tuple(
            replace(
                level,
                size=max(level.size, self.floor),
                color=legible(level.color, (backdrop,), theme.offered),
            )
            for level in slot.levels
        )

    def in_slot(self, slot: Slot) -> TextFrame:
        """Return the frame of lines in a slot, at the largest size at which they fit it.

        At the smallest size they may be too high for it.
        """
        context, width = self.desk.context(self.layout, self.language, slot), slot.content.width
        tries = (
            self.text(
                self.stacked(width, context.with_levels(levels)).stack, levels, slot.box, slot
            )
            for levels in steps(self.readable(slot), STEPS, self.floor)
        )
        return largest_or_last(tries, lambda tried: tried.height <= slot.content.height)

    def in_band(self, shown: tuple[Rect, ...]) -> Band:
        """Return the frame of lines in a band, as large as the slide has room for."""
        context, height = self.desk.context(self.layout, self.language), self.size.height
        sizes = steps((self.style(),), SLIGHT_STEPS, self.floor)
        inner = (context.with_levels(style * len(context.levels)) for style in sizes)
        tries = ((each, self.band(each, shown)) for each in inner)
        context, band = largest_or_last(tries, lambda tried: tried[1].height <= height * _MODEST)
        padding, fill = ZERO, None
        shades = self.layout.shades(self.text_in(band, context))
        if readable(context.text.color, shades, context.theme.offered) is None:
            padding = context.text.size.emu * _PADDING
            band = self.band(context, shown, padding)
            text = self.text_in(band.inset(_all_round(padding)), context)
            # no more is hidden of what is drawn than the text needs
            band = replace(band, width=min(band.width, text.right + padding - band.x))
            fill = plain_ground(self.layout, band)
            shades = (fill,)
        told: tuple[Diagnostic, ...] = ()
        if band.height > height * _MOST:
            what = "what stands at the foot"
            told = (overflow(self.span, what, band.height, height * _MOST),)
        placed = self.stacked(band.width - padding * 2, context)
        frame = self.text(placed.stack, context.levels, band)
        frame = replace(frame, body=BodyProperties(_all_round(padding), Anchor.BOTTOM), fill=fill)
        tone = self.desk.tone(self.layout)
        frame = colored(frame, placed.kinds, shades, context.theme, tone)
        # where there is too much of it, that has been reported, and the body is none the worse
        top = max(band.y, band.bottom - height * _MOST)
        top -= clear_of(self.desk)
        return Band(frame, told, kept=replace(band, y=top, height=band.bottom - top))

    def text_in(self, band: Rect, context: Context) -> Rect:
        """Return the part of a band that lines take, with air beside them."""
        return used(self.text(self.stacked(band.width, context).stack, context.levels, band))

    def band(self, context: Context, shown: tuple[Rect, ...], padding: Emu = ZERO) -> Rect:
        """Return the band that lines take with padding all around them."""

        @cache  # many places are tried, most of them of the same few widths
        def demand(width: Emu) -> Emu:
            return self.stacked(width - padding * 2, context).height + padding * 2

        return find_band(self.layout, self.desk.template, shown, demand)

    def stacked(self, width: Emu, context: Context) -> _Stacked:
        """Return the lines below one another, those of the page apart from those of the deck.

        Short ones of the deck stand in one line where they have room there, else in few.
        """
        for rows in self.joined:
            in_rows = _measured(rows, width, context)
            if all(len(row.lines) == 1 for row in in_rows):
                break
        lines, measured = (*self.own, *rows), [*_measured(self.own, width, context), *in_rows]
        for number, (above, below) in enumerate(pairwise(lines), start=1):
            if (above[0].kind in _STANDING) != (below[0].kind in _STANDING):
                line = measured[number]
                space = Spacing(exact=context.text.size.emu * _APART)
                measured[number] = replace(line, style=replace(line.style, space_before=space))
        return _Stacked(stack(measured), tuple(kinds_in_one(line) for line in lines))

    def style(self) -> LevelStyle:
        """Return the style of footnotes: like the text of bodies, but small and flush left."""
        size = max(self.floor, self.scaled(SIZE))
        body = self.desk.template.base_of(self.layout).body.levels[0].flush(size)
        return replace(body, bold=False, italic=False, align=Align.LEFT, line_spacing=SINGLE)

    def text(
        self, placed: Stack, levels: tuple[LevelStyle, ...], box: Rect, slot: Slot | None = None
    ) -> TextFrame:
        """Return the frame of lines in a box, or in a slot."""
        return TextFrame(
            box=box,
            paragraphs=placed.paragraphs,
            levels=levels,
            height=placed.height,
            name=slot.name if slot else NAME,
            slot=slot,
            body=slot.body if slot else BodyProperties(Insets(), Anchor.BOTTOM),
            span=self.span,
        )


def _in_rows(lines: Lines, count: int) -> tuple[Lines, ...]:
    """Return lines in so many rows, or fewer, in their order and about as many in each."""
    most = ceil(len(lines) / count) or 1
    return tuple(lines[start : start + most] for start in range(0, len(lines), most))


def _measured(rows: Iterable[Lines], width: Emu, context: Context) -> tuple[SetParagraph, ...]:
    """Return rows measured, each a paragraph."""
    paragraphs = (Paragraph(in_one(lines), lines[0].runs[0].span) for lines in rows)
    return measure_paragraphs(paragraphs, width, context)


def _all_round(padding: Emu) -> Insets:
    return Insets(padding, padding, padding, padding)
