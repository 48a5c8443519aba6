"""A process: boxes in a row, in several rows or one below the other, glued by connectors."""

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
    Markdown,
    Span,
    Struct,
    codes,
    nothing,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Sink

FEWEST: Final = 2
MOST: Final = 12


class Step(Struct, frozen=True, kw_only=True):
    """A step of a process."""

    SHORTHAND: ClassVar[str] = "title"

    span: Span
    title: Annotated[Inline, Key("What is done.")]
    body: Annotated[Markdown | None, Key("More about it: Markdown.", also=("text",))] = None
    done: Annotated[bool, Key("Whether it is done, which sets it back and ticks it off.")] = False
    current: Annotated[bool, Key("Whether it is the one at hand, which stands out.")] = False


class Steps(Block, frozen=True, kw_only=True):
    """Two to twelve steps of a process, in boxes that arrows join.

    ```yaml
    - steps: [Plan, {title: Build, body: six weeks}, Run]
    - steps: [{title: Plan, done: true}, {title: Build, current: true}, Run]
    ```
    """

    KEY: ClassVar[str] = "steps"
    SHORTHAND: ClassVar[str] = "steps"

    steps: Annotated[tuple[Step, ...], Key("The steps, in their order.")]
    build: Built = False

    def remark(self, sink: Sink) -> None:
        """Report that there are too few or too many."""
        count = len(self.steps)
        if FEWEST <= count <= MOST or sink.has_error_in(self.span):
            return
        found = "1 step" if count == 1 else f"{count} steps"
        message = f"expected {FEWEST} to {MOST} steps, found {found}"
        hint = "write each as an item of the list" if count < FEWEST else "divide the process"
        sink.report(codes.INVALID_VALUE, self.span.first_line, message, hints=[hint])

    def parts(self, *, asked: bool) -> tuple[Step, ...]:  # noqa: ARG002
        """Return what a build shows one by one."""
        return self.steps

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the steps in the largest text at which they fit."""
        from deckgen.blocks.panels.steps import steps_galley

        return steps_galley(self, width, context) if self.steps else nothing()
