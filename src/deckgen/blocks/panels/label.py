"""Text in one style at a width -> what it takes, and the frame or the shape that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    GLANCE,
    TOLERANCE,
    Align,
    BodyProperties,
    Insets,
    Paragraph,
    Struct,
    TextFrame,
    TitleLines,
    has_east_asian,
    in_phrases,
    measure_paragraphs,
    replace,
    stack,
    styled,
)
from deckgen.letters import TORN, tears

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.kit import (
        Color,
        Context,
        Emu,
        LevelStyle,
        Rect,
        Run,
        SetParagraph,
        Span,
        Stack,
    )


_ROUNDED: Final = 400
"""What programs round of the width of a letter, in EMU."""


class SetText(Struct, frozen=True):
    """Measured text, and the styles of its levels."""

    paragraphs: tuple[SetParagraph, ...]
    text: Stack
    levels: tuple[LevelStyle, ...]
    is_torn: bool = False
    """Whether what belongs together ends a line and begins the next, as in Japanese it may."""

    @property
    def height(self) -> Emu:
        """The height of all lines."""
        return self.text.height

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return sum(len(paragraph.lines) for paragraph in self.paragraphs)

    @property
    def width(self) -> Emu:
        """The width of the longest line, with what it is set in by."""
        return max(
            line.width + paragraph.style.margin_left
            for paragraph in self.paragraphs
            for line in paragraph.lines
        )

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its line."""
        return self.is_torn or any(paragraph.cuts_words for paragraph in self.paragraphs)

    @property
    def tears_words(self) -> bool:
        """Whether a line ends within a word of Japanese, as it may, or behind a number."""
        ends = (
            (paragraph.text[: line.stop].rstrip("\n"), paragraph.text[line.stop :])
            for paragraph in self.paragraphs
            for line in paragraph.lines[:-1]
        )
        return any(tears(a[-1], b[0]) >= TORN for a, b in ends if a and b)

    def frame(
        self, box: Rect, name: str, span: Span, body: BodyProperties | None = None
    ) -> TextFrame:
        """Return the text in a box, which has no insets unless the body says so."""
        return TextFrame(
            box=box,
            paragraphs=self.text.paragraphs,
            levels=self.levels,
            height=self.text.height,
            name=name,
            body=body or BodyProperties(Insets()),
            span=span,
        )


def label(
    paragraphs: Sequence[Paragraph],
    levels: tuple[LevelStyle, ...],
    width: Emu,
    context: Context,
    *,
    is_name: bool = False,
) -> SetText:
    """Return paragraphs at a width, in the styles of their levels.

    Short East Asian ones end their lines as titles do: programs break them between any two letters.
    What is a name is torn where no such break is good. So do others of which a line would end at a
    hyphen, if it can end at a space instead.
    """
    inner = context.with_levels(levels)
    measured = measure_paragraphs(paragraphs, width, inner)
    found = [_broken(each, width, inner) for each in measured]
    lines = tuple(each.measured for each in found)
    is_torn = is_name and any(each.badness > TOLERANCE for each in found)
    return SetText(lines, stack(lines), levels, is_torn)


def _broken(measured: SetParagraph, width: Emu, context: Context) -> TitleLines:
    left = TitleLines(measured)
    if not 1 < len(measured.lines) <= GLANCE:
        return left
    if has_east_asian(measured.text):
        return in_phrases(measured, width, context) or left
    if not _ends_within_words(measured):
        return left
    found = in_phrases(measured, width, context)
    return found if found is not None and found.badness <= TOLERANCE else left


def _ends_within_words(measured: SetParagraph) -> bool:
    """Tell whether a line ends at no space, though there is one."""
    text, ends = measured.text, [line.stop for line in measured.lines[:-1]]
    return " " in text.strip() and any(not text[stop - 1].isspace() for stop in ends)


def line_label(
    runs: tuple[Run, ...], style: LevelStyle, width: Emu, context: Context, span: Span
) -> SetText:
    """Return a text of one paragraph at a width, in a style of its own."""
    levels = (style,) * len(context.levels)
    return label((Paragraph(runs, span),), levels, width, context, is_name=True)


def needed_width(text: SetText, context: Context) -> Emu:
    """Return the least width at which a text has these lines, whatever program breaks them.

    Some leave space between scripts, and all round each letter.
    """
    return max(
        context.typesetter.width(styled(paragraph.runs)) + _ROUNDED * len(paragraph.text)
        if len(paragraph.lines) == 1
        else max(line.width for line in paragraph.lines)
        for paragraph in text.paragraphs
    )


def joined_labels(one: SetText | None, other: SetText | None) -> SetText | None:
    """Return what stands in one frame of both, the levels of the other for what is added."""
    if one is None or other is None:
        return one or other
    measured = (*one.paragraphs, *other.paragraphs)
    return SetText(measured, stack(measured), other.levels, one.is_torn or other.is_torn)


def plain_style(
    context: Context,
    share: float = 1.0,
    *,
    bold: bool = False,
    color: Color | None = None,
    align: Align = Align.LEFT,
) -> LevelStyle:
    """Return the style of text that stands alone, at a share of the body's size.

    It is no smaller than the smallest readable size, unless the body is.
    """
    size = context.text.size
    least = min(size, context.floor)
    style = context.text.flush(max(least, size.scaled(share)))
    return replace(style, bold=bold, color=color or style.color, align=align)


def body_levels(
    context: Context, share: float, color: Color | None = None
) -> tuple[LevelStyle, ...]:
    """Return the levels of text below a title, at a share of the body's size.

    Paragraphs without a bullet begin where the title does.
    """
    first, size = context.text, plain_style(context, share).size
    left = first.margin_left + first.indent
    return tuple(
        replace(
            level.sized(min(level.size, size)),
            color=color or level.color,
            margin_left=level.margin_left - left,
            align=Align.LEFT,
        )
        for level in context.levels
    )
