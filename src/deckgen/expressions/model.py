"""The tree of an expression, the values that it is made of, and what may be wrong with it."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Literal

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

Number = int | float | Decimal
Value = str | bool | Number | None | tuple["Value", ...]
"""What a name may stand for: a text, a number, true or false, nothing, or a list of those."""

Operator = Literal["==", "!=", "<", "<=", ">", ">=", "in", "not in"]


class ExpressionError(ValueError):
    """What is wrong with an expression, and between which offsets of its text."""

    def __init__(self, message: str, start: int, stop: int, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.stop = stop
        self.hint = hint


class Constant(Struct, frozen=True):
    """A value that is written out."""

    value: Value
    start: int
    stop: int


class Name(Struct, frozen=True):
    """A name, `team.size` as its parts, that stands for a value."""

    path: tuple[str, ...]
    start: int
    stop: int

    @property
    def text(self) -> str:
        """The name as messages show it."""
        return ".".join(self.path)


class ListOf(Struct, frozen=True):
    """Values in brackets."""

    items: tuple[Expression, ...]
    start: int
    stop: int


class Negation(Struct, frozen=True):
    """`not` and what follows."""

    operand: Expression
    start: int
    stop: int


class Joined(Struct, frozen=True):
    """Operands with `and`, or with `or`, between all of them."""

    word: Literal["and", "or"]
    operands: tuple[Expression, ...]
    start: int
    stop: int


class Comparison(Struct, frozen=True):
    """Operands and what stands between them; it holds where it holds for all neighbours."""

    operators: tuple[Operator, ...]
    operands: tuple[Expression, ...]
    start: int
    stop: int


Expression = Constant | Name | ListOf | Negation | Joined | Comparison


def names_in(expression: Expression) -> Iterator[Name]:
    """Yield each name in an expression, in the order in which they are written."""
    match expression:
        case Name():
            yield expression
        case Constant():
            return
        case Negation():
            yield from names_in(expression.operand)
        case ListOf():
            for item in expression.items:
                yield from names_in(item)
        case Joined() | Comparison():
            for operand in expression.operands:
                yield from names_in(operand)


def subjects_in(expression: Expression) -> Iterator[Name]:
    """Yield the names that an expression is about: of those that are compared the first."""
    match expression:
        case Comparison():
            yield from islice(names_in(expression), 1)
        case Negation():
            yield from subjects_in(expression.operand)
        case Joined():
            for operand in expression.operands:
                yield from subjects_in(operand)
        case _:
            yield from names_in(expression)
