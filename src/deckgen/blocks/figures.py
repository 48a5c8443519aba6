"""Key figures: large numbers in balanced rows, each with a label, a change and its tone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final

from deckgen.blocks.kit import (
    Block,
    Built,
    Context,
    Emu,
    Galley,
    Inline,
    Key,
    Span,
    Struct,
    ToneWord,
    codes,
    nothing,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Sink

MOST: Final = 8


class KeyFigure(Struct, frozen=True, kw_only=True):
    """A number, what it counts, and how it has changed."""

    SHORTHAND: ClassVar[str] = "value"

    span: Span
    value: Annotated[Inline, Key("The number with its unit, as it is to be read.")]
    label: Annotated[Inline | None, Key("What the number says.")] = None
    change: Annotated[
        Inline | None,
        Key("How it has changed. A sign at its start gives it an arrow, where it has none."),
    ] = None
    tone: Annotated[ToneWord | None, Key("What the change, or else the number, means.")] = None


class Figures(Block, frozen=True, kw_only=True):
    """One to eight key figures: large numbers, all in one size, in balanced rows.

    ```yaml
    - figures:
        - {value: 42 %, label: Share, change: +3 pt, tone: good}
        - {value: 1.2 M, label: Visitors}
    ```
    """

    KEY: ClassVar[str] = "figures"
    SHORTHAND: ClassVar[str] = "figures"

    figures: Annotated[tuple[KeyFigure, ...], Key("The figures, in reading order.")]
    build: Built = False

    def remark(self, sink: Sink) -> None:
        """Report that there are too many, or none."""
        count = len(self.figures)
        if 1 <= count <= MOST or sink.has_error_in(self.span):
            return
        message = f"expected 1 to {MOST} figures, found {count}"
        hint = "add one, as `{value: …, label: …}`" if not count else "write a table"
        sink.report(codes.INVALID_VALUE, self.span.first_line, message, hints=[hint])

    def parts(self, *, asked: bool) -> tuple[KeyFigure, ...]:  # noqa: ARG002
        """Return what a build shows one by one."""
        return self.figures

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the figures in the largest size at which they fit."""
        from deckgen.blocks.panels.figures import figures_galley

        return figures_galley(self, width, context) if self.figures else nothing()
