"""Program text in a fixed-width font on a panel."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    FORBIDDEN,
    SINGLE,
    Align,
    Block,
    BodyProperties,
    Caps,
    Centipoints,
    Context,
    Emu,
    Fence,
    Galley,
    Insets,
    Key,
    LevelStyle,
    Paragraph,
    Place,
    Run,
    SetParagraph,
    Struct,
    TextFrame,
    TextGalley,
    Verbatim,
    bisected,
    measure_runs,
    mix,
    place_runs,
    pt,
    replace,
    styled,
    text_galley,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Binding, Diagnostic, Item, Piece

SHARE: Final = 0.8
"""The size of program text as a share of that of the text around it."""
SMALLEST: Final = 6 / 7
"""The least size of program text as a share of that of a body: 12 pt where that is 14."""
STEP: Final = 100
"""How much smaller code is tried whose lines are too long, in hundredths of a point."""
TAB: Final = 4
"""The distance of tab stops in code, in characters."""
HANG: Final = 1.2
"""How much further in than its beginning a line is continued, in em."""
LONGEST_WHOLE: Final = 4
"""Code of so many lines is never divided."""
WITHIN_CODE: Final = 300
AFTER_EMPTY_LINE: Final = 150
"""Page breaks within code, and there where it has an empty line."""
PADDING: Final = pt(8)
TINT: Final = 0.06
"""How much of the text's colour the panel has."""


class Code(Block, frozen=True, kw_only=True):
    """Program text.

    ````yaml
    - code:
        language: python
        text: |
          print("hello")
    ````
    """

    KEY: ClassVar[str] = "code"
    PIECE: ClassVar[type | None] = Fence
    SHORTHAND: ClassVar[str] = "text"

    text: Annotated[Verbatim, Key("The program text; variables are not filled in.")]
    language: Annotated[str, Key("The programming language.")] = ""

    @classmethod
    def of(cls, piece: Fence, binding: Binding) -> Code:  # noqa: ARG003
        """Return the block that a fenced or indented code block becomes."""
        return cls(span=piece.span, text=Verbatim(piece.text), language=piece.language)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the lines, at a size at which the longest fits if that can be read."""
        room = width - PADDING * 2
        lines = [line.expandtabs(TAB) for line in self.text.rstrip("\n").split("\n")]
        body = BodyProperties(Insets(PADDING, PADDING, PADDING, PADDING))
        inner, measured = self.fitted(lines, room, replace(context, body=body))
        return _CodeGalley(text_galley(measured, inner, self.span, "Code"), context)

    def fitted(
        self, lines: list[str], room: Emu, context: Context
    ) -> tuple[Context, tuple[SetParagraph, ...]]:
        """Return the lines in the largest size at which as few of them break as may be."""
        tries = [context.with_levels((style,) * len(context.levels)) for style in _styles(context)]

        def set_in(inner: Context) -> tuple[SetParagraph, ...]:
            return tuple(self.line(line, room, inner) for line in lines)

        def count(inner: Context) -> int:
            return sum(len(line.lines) for line in set_in(inner))

        if count(tries[0]) == len(lines):
            return tries[0], set_in(tries[0])
        fewest = count(tries[-1])
        best = bisected(tries, lambda inner: count(inner) <= fewest) or tries[-1]
        return best, set_in(best)

    def line(self, line: str, room: Emu, context: Context) -> SetParagraph:
        """Return a line; what of it does not fit is continued further in than it begins."""
        paragraph = Paragraph((Run(line, self.span, code=True),), self.span)
        style = context.text
        runs = place_runs(paragraph.runs, style, context.language)
        measured = measure_runs(runs, style, room, context, of=paragraph)
        if len(measured.lines) == 1:
            return measured
        begins = context.typesetter.width(styled([replace(runs[0], text=_indent(line) + "|")]))
        hang = min(begins + style.size.emu * HANG, room // 2)
        hanging = replace(style, margin_left=hang, indent=-hang)
        return measure_runs(runs, hanging, room, context, of=paragraph)


def _styles(context: Context) -> Iterator[LevelStyle]:
    """Return the styles of program text that may be tried, largest first."""
    least = Centipoints(round(context.floor * SMALLEST / STEP) * STEP)
    size = max(least, context.text.size.scaled(SHARE))
    base = replace(context.text.flush(size), line_spacing=SINGLE, align=Align.LEFT, caps=Caps.NONE)
    for smaller in range(size, least - 1, -STEP):
        yield base.sized(Centipoints(smaller))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


class _CodeGalley(Struct, frozen=True, dict=True):
    text: TextGalley
    context: Context
    fills_slot: bool = False
    cuts_words: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        first, *rest = self.text.pieces
        padded = replace(first, height=first.height + PADDING * 2, gap=self.context.gap)
        below = (
            replace(piece, repeated=PADDING * 2, penalty=max(piece.penalty, self.penalty(number)))
            for number, piece in enumerate(rest, 1)
        )
        return (padded, *below)

    def penalty(self, piece: int) -> int:
        """Return how bad a page break within the code is: least so where a line is empty."""
        lines, count = self.text.lines, len(self.text.lines)
        if count <= LONGEST_WHOLE or piece == 1 or piece == count - 1:
            return FORBIDDEN
        paragraph, _ = lines[piece - 1]
        return WITHIN_CODE if self.text.paragraphs[paragraph].text.strip() else AFTER_EMPTY_LINE

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        panel = mix(self.context.background, self.context.text.color, TINT)
        inner = place.box.inset(self.text.context.body.insets)
        return tuple(
            replace(item, fill=panel) if isinstance(item, TextFrame) else item
            for item in self.text.place(start, stop, Place(inner))
        )
