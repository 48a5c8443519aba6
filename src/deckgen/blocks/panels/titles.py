"""Titles of columns side by side, in one line, each above a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Align,
    Anchor,
    BodyProperties,
    Emu,
    Insets,
    Outline,
    Paragraph,
    Rect,
    Stack,
    Stroke,
    Struct,
    TextFrame,
    legible,
    measure_paragraphs,
    pt,
    replace,
    stack,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.kit import Context, Inline, Item, Span

RULE: Final = pt(1.5)
ABOVE_RULE: Final = pt(4)
BELOW_RULE: Final = pt(8)
_SEEN: Final = 1.6
"""The contrast that the rule needs, which nobody has to read."""


class ColumnTitle(Struct, frozen=True):
    """The title of a column: its text, the height of all titles beside it, and how it looks."""

    text: Stack | None
    height: Emu
    context: Context
    span: Span | None

    @property
    def down(self) -> Emu:
        """The height of the titles with what is below them."""
        return self.height

    @property
    def within(self) -> int:
        """What a page break in the column costs beside what it costs the blocks: nothing."""
        return 0

    def inner(self, box: Rect) -> Rect:
        """Return the part of a box below the title."""
        return Rect(box.x, box.y + self.height, box.width, max(ZERO, box.height - self.height))

    def items(self, box: Rect, inside: tuple[Item, ...]) -> tuple[Item, ...]:
        """Return the title at the top of a box, the rule below it, and what stands there."""
        if self.text is None:
            return inside
        title = TextFrame(
            box=replace(box, height=self.height - RULE - BELOW_RULE),
            paragraphs=self.text.paragraphs,
            levels=self.context.levels,
            height=self.text.height,
            name="Column title",
            body=self.context.body,
            span=self.span,
        )
        theme, backdrop = self.context.theme, (self.context.background,)
        accent = legible(theme.color("accent1"), backdrop, theme.offered, _SEEN)
        line = replace(box, y=title.box.bottom, height=ZERO)
        rule = Stroke(line, Outline(accent, RULE), "Column rule", self.span)
        return (title, rule, *inside)


def below(title: ColumnTitle, context: Context) -> Context:
    """Return what blocks below a title may use of a page."""
    return replace(context, height=max(ZERO, context.height - title.down))


def headings(
    titles: Sequence[Inline | None], widths: Sequence[Emu], context: Context
) -> tuple[ColumnTitle, ...]:
    """Return the titles of columns, all as high as the highest; none where no column has one."""
    bold = replace(context.text.flush(context.text.size), bold=True, align=Align.LEFT)
    body = BodyProperties(Insets(ZERO, ZERO, ZERO, ABOVE_RULE), Anchor.BOTTOM)
    inner = replace(context.with_levels((bold,) * len(context.levels)), body=body)
    texts = [
        stack(measure_paragraphs((Paragraph(title.runs, title.span),), width, inner))
        if title is not None and title.runs
        else None
        for title, width in zip(titles, widths, strict=True)
    ]
    highest = max((text.height for text in texts if text is not None), default=None)
    height = ZERO if highest is None else Emu(highest + ABOVE_RULE + RULE + BELOW_RULE)
    return tuple(
        ColumnTitle(text, height, inner, title.span if title else None)
        for text, title in zip(texts, titles, strict=True)
    )
