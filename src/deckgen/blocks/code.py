"""Program text in a fixed-width font on a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.colors import mix
from deckgen.content import Paragraph, Run
from deckgen.geometry import Insets
from deckgen.layout.flow import Context, Galley, Place
from deckgen.layout.galleys import TextGalley, text_galley
from deckgen.layout.paragraphs import measure_paragraphs
from deckgen.markdown.model import Fence
from deckgen.pages import Text
from deckgen.records import Struct, replace
from deckgen.source import Span
from deckgen.spec.keys import Key
from deckgen.template.model import SINGLE, Align, BodyProperties, LevelStyle
from deckgen.units import Centipoints, Emu, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.layout.flow import Piece
    from deckgen.pages import Item
    from deckgen.spec.bind import Binding

SHARE: Final = 0.8
"""The size of program text as a share of that of the text around it."""
SMALLEST: Final = Centipoints(1000)
PADDING: Final = pt(8)
TINT: Final = 0.06
"""How much of the text's colour the panel has."""


class Code(Struct, frozen=True, kw_only=True):
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
    PICTORIAL: ClassVar[bool] = False
    SHORTHAND: ClassVar[str] = "text"

    span: Span
    text: Annotated[str, Key("The program text.")]
    language: Annotated[str, Key("The programming language.")] = ""

    @classmethod
    def of(cls, piece: Fence, binding: Binding) -> Code:  # noqa: ARG003
        """Return the block that a fenced or indented code block becomes."""
        return cls(span=piece.span, text=piece.text, language=piece.language)

    def texts(self) -> Iterator[tuple[Run, ...]]:
        """Return nothing: code is not prose."""
        return iter(())

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the lines, at a size at which the longest fits if that can be read."""
        room = width - PADDING * 2
        lines = self.text.rstrip("\n").split("\n")
        style = self.style(lines, room, context)
        body = BodyProperties(Insets(PADDING, PADDING, PADDING, PADDING))
        inner = replace(context, levels=(style,) * len(context.levels), body=body)
        paragraphs = [Paragraph((Run(line, self.span, code=True),), self.span) for line in lines]
        text = text_galley(measure_paragraphs(paragraphs, room, inner), inner, self.span, "Code")
        return _CodeGalley(text, context)

    def style(self, lines: list[str], room: Emu, context: Context) -> LevelStyle:
        """Return the style of the text: smaller where the longest line would break."""
        size = max(SMALLEST, context.text.size.scaled(SHARE))
        base = replace(context.text.flush(size), line_spacing=SINGLE, align=Align.LEFT)
        for smaller in range(base.size, SMALLEST - 1, -100):
            style = base.sized(Centipoints(smaller))
            inner = replace(context, levels=(style,) * len(context.levels))
            if all(_is_one_line(line, room, inner, self.span) for line in lines):
                return style
        return base


def _is_one_line(line: str, room: Emu, context: Context, span: Span) -> bool:
    paragraph = Paragraph((Run(line, span, code=True),), span)
    return len(measure_paragraphs([paragraph], room, context)[0].lines) == 1


class _CodeGalley(Struct, frozen=True):
    text: TextGalley
    context: Context
    fills_slot: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        first, *rest = self.text.pieces
        padded = replace(first, height=first.height + PADDING * 2, gap=self.context.gap)
        return (padded, *(replace(piece, repeated=PADDING * 2) for piece in rest))

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        panel = mix(self.context.background, self.context.text.color, TINT)
        inner = place.box.inset(self.text.context.body.insets)
        return tuple(
            replace(item, fill=panel) if isinstance(item, Text) else item
            for item in self.text.place(start, stop, Place(inner))
        )
