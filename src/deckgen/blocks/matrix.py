"""Things between two axes: a risk map, a map of priorities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from deckgen.blocks.kit import (
    Block,
    Context,
    Emu,
    Galley,
    Inline,
    Key,
    Span,
    Struct,
    ToneWord,
    Word,
    codes,
    nothing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Sink

FEWEST: Final = 2
MOST: Final = 6

Heat = Literal["bad", "good", "none"]


class Axis(Struct, frozen=True, kw_only=True):
    """What is told along a side of a matrix."""

    SHORTHAND: ClassVar[str] = "values"

    span: Span
    values: Annotated[
        tuple[Inline, ...], Key("The values: from left to right, or from the bottom to the top.")
    ]
    title: Annotated[Inline | None, Key("What the values are of.")] = None

    def find(self, word: Word) -> int | None:
        """Return the place of a value that an item names, None where there is none such."""
        names = [value.text for value in self.values]
        return names.index(word.text) if word.text in names else None


class MatrixItem(Struct, frozen=True, kw_only=True):
    """Something that stands in a cell."""

    span: Span
    at: Annotated[tuple[Word, ...], Key("Where it stands: the value on the x axis, then on y.")]
    text: Annotated[Inline, Key("What it is.")]


class MatrixMap(Block, frozen=True, kw_only=True):
    """Things in the cells between two axes of 2 to 6 values each; risks rise to the top right.

    ```yaml
    - matrix:
        x: {title: Probability, values: [low, high]}
        y: {title: Damage, values: [low, high]}
        items:
          - {at: [high, low], text: Vendor lock-in}
          - {at: [high, high], text: Loss of data}
    ```
    """

    KEY: ClassVar[str] = "matrix"

    x: Annotated[Axis, Key("The axis from left to right: values, or `{title, values}`.")]
    y: Annotated[Axis, Key("The axis from the bottom to the top.")]
    items: Annotated[tuple[MatrixItem, ...], Key("What stands in the cells.")] = ()
    heat: Annotated[
        Heat,
        Key("What cells at the top right mean, from which all have their tones; `none` for none."),
    ] = "bad"
    tones: Annotated[
        tuple[tuple[ToneWord, ...], ...],
        Key("The tone of each cell instead: a list for each row, the topmost first."),
    ] = ()

    def remark(self, sink: Sink) -> None:
        """Report axes of too few or too many values, and items at values that there are not."""
        if sink.has_error_in(self.span):
            return
        for axis in (self.x, self.y):
            count = len(axis.values)
            if not FEWEST <= count <= MOST:
                message = f"expected {FEWEST} to {MOST} values on an axis, found {count}"
                sink.report(codes.INVALID_VALUE, axis.span.first_line, message)
        for item in self.items:
            self._check(item, sink)
        across, down = len(self.x.values), len(self.y.values)
        if self.tones and [len(row) for row in self.tones] != [across] * down:
            message = f"expected {down} rows of {across} tones, as there are cells"
            sink.report(codes.INVALID_VALUE, self.span.first_line, message)

    def _check(self, item: MatrixItem, sink: Sink) -> None:
        if len(item.at) != 2:
            message = f"expected a value on each axis, x and then y, found {len(item.at)}"
            sink.report(codes.INVALID_VALUE, item.span.first_line, message)
            return
        for name, axis, word in zip("xy", (self.x, self.y), item.at, strict=True):
            if axis.find(word) is None:
                known = [value.text for value in axis.values]
                near = sink.guesses.closest(word.text, known)
                listed = ", ".join(f"`{value}`" for value in known)
                hint = f"did you mean `{near}`?" if near else f"values of `{name}` are {listed}"
                message = f"`{word.text}` is no value of `{name}`"
                sink.report(codes.INVALID_VALUE, word.span, message, hints=[hint])

    def placed(self) -> Iterator[tuple[int, int, MatrixItem]]:
        """Yield the column and the row, from the bottom, of each item."""
        for item in self.items:
            if len(item.at) == 2:
                column, row = self.x.find(item.at[0]), self.y.find(item.at[1])
                if column is not None and row is not None:
                    yield column, row, item

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the matrix in the largest text at which all cells hold theirs."""
        from deckgen.blocks.panels.matrix import matrix_galley

        usable = self.x.values and self.y.values
        return matrix_galley(self, width, context) if usable else nothing()
