"""A formula that stands by itself, in the middle of its width, perhaps with a number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    ZERO,
    Align,
    Anchor,
    Block,
    BodyProperties,
    Centipoints,
    Context,
    DisplayFormula,
    Emu,
    Galley,
    Identifier,
    Insets,
    Key,
    Ordinal,
    Paragraph,
    Piece,
    Place,
    Rect,
    Run,
    Stack,
    Struct,
    Tex,
    TextFrame,
    WholeGalley,
    codes,
    diagnose,
    extent_of,
    formula_run,
    measure_paragraphs,
    picture_of,
    pt,
    replace,
    stack,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Diagnostic

_LARGER: Final = 1.15
"""How much larger than text a formula is that stands by itself: its scripts are to be read."""
_AROUND: Final = 0.25
"""The space above and below, in em."""


class Equation(Block, frozen=True, kw_only=True):
    r"""A formula in LaTeX, native and editable.

    ```yaml
    - equation: \sum_{k=1}^{n} k = \frac{n(n+1)}{2}
    ```
    """

    KEY: ClassVar[str] = "equation"
    PIECE: ClassVar[type | None] = DisplayFormula
    SHORTHAND: ClassVar[str] = "tex"

    tex: Annotated[Tex, Key("The formula: LaTeX, as in mathematics on the web.")]
    number: Annotated[
        Ordinal | None, Key("Whether it has a number, the next in the deck, or which one.")
    ] = None
    id: Annotated[
        Identifier | None, Key("A name that links lead to: `[](#loss)` says the number.")
    ] = None

    @classmethod
    def of(cls, piece: DisplayFormula, binding: Binding) -> Equation:  # noqa: ARG003
        """Return the block that a formula in Markdown becomes."""
        return cls(span=piece.span, tex=Tex(piece.formula, piece.span))

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the formula, larger than text where it fits so, else as large as it can be."""
        formula, room = self.tex.formula, extent_of(self.tex.formula)
        beside = self._number(width, context)
        aside = beside.width if beside is not None else ZERO
        room_left = width - 2 * aside
        size = self._size(room_left, room.width, context)
        style = replace(context.text.flush(size), align=Align.CENTER)
        inner = replace(context.with_levels((style,) * len(context.levels)), body=_BODY)
        run = formula_run(formula, self.tex.span)
        text = stack(measure_paragraphs((Paragraph((run,), self.tex.span),), room_left, inner))
        height = max(text.height, Emu(round(size.emu * (room.height + 2 * _AROUND))))

        def draw(place: Place) -> tuple[TextFrame, ...]:
            whole = replace(place.box, y=place.top(height), height=height)
            box = Rect(whole.x + aside, whole.y, whole.width - 2 * aside, height)
            frame = TextFrame(
                box=box,
                paragraphs=text.paragraphs,
                levels=inner.levels,
                height=text.height,
                name="Equation",
                body=_BODY,
                span=self.span,
                stand_in=picture_of(formula, style, box, height, self.span),
            )
            return (frame, *(beside.frames(whole) if beside else ()))

        piece = Piece(height, context.gap, least=height)
        return WholeGalley(piece, draw, diagnostics=self._told(size, context))

    def _number(self, width: Emu, context: Context) -> _Number | None:
        """Return the number that stands at the right edge, in parentheses."""
        if self.number is None:
            return None
        style = replace(context.text.flush(context.text.size), align=Align.RIGHT)
        inner = replace(context.with_levels((style,) * len(context.levels)), body=_BODY)
        span = self.number.span or self.span
        line = Paragraph((Run(f"({self.number.text})", span),), span)
        measured = measure_paragraphs((line,), width, inner)
        return _Number(measured[0].lines[0].width + style.size.emu // 2, stack(measured), inner)

    def _size(self, width: Emu, wide: float, context: Context) -> Centipoints:
        """Return the size of a formula that is so many em wide: one at which it fits."""
        fitting = Centipoints(int(width / pt(1) / max(wide, 1.0) * 100))
        return min(context.text.size.scaled(_LARGER), fitting)

    def _told(self, size: Centipoints, context: Context) -> tuple[Diagnostic, ...]:
        """Return what is to be said of a formula that is set at a size."""
        if size >= context.floor:
            return ()
        message = f"the formula is so wide that it is set at {size.points:.0f}pt"
        hint = r"break it into lines: `\begin{aligned} a &= b \\ &\quad + c \end{aligned}`"
        return (diagnose(codes.TEXT_OVERFLOW, self.tex.span, message, hints=[hint]),)


class _Number(Struct, frozen=True):
    """A number at the right edge, and the room that it takes there."""

    width: Emu
    text: Stack
    context: Context

    def frames(self, box: Rect) -> tuple[TextFrame]:
        """Return the number beside a formula in a box."""
        return (
            TextFrame(
                box=Rect(box.right - self.width, box.y, self.width, box.height),
                paragraphs=self.text.paragraphs,
                levels=self.context.levels,
                height=self.text.height,
                name="Equation number",
                body=_BODY,
            ),
        )


_BODY: Final = BodyProperties(Insets(), anchor=Anchor.MIDDLE)
