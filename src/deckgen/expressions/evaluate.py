"""The tree of an expression, and what its names stand for -> its value."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from deckgen.expressions.model import (
    Comparison,
    Constant,
    Expression,
    ExpressionError,
    Joined,
    ListOf,
    Name,
    Negation,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.expressions.model import Operator

    Lookup = Callable[[Name], Value]


def holds(expression: Expression, lookup: Lookup) -> bool:
    """Tell whether an expression holds: its value is not false, nothing, 0, or empty.

    `lookup` returns what a name stands for; it raises whatever it likes where that is nothing.
    Raises `ExpressionError` where values are compared that have no order.
    """
    return bool(evaluate(expression, lookup))


def evaluate(expression: Expression, lookup: Lookup) -> Value:
    """Return the value of an expression; see `holds`."""
    match expression:
        case Constant():
            return expression.value
        case Name():
            return lookup(expression)
        case ListOf():
            return tuple(evaluate(item, lookup) for item in expression.items)
        case Negation():
            return not holds(expression.operand, lookup)
        case Joined(word="and"):
            return all(holds(operand, lookup) for operand in expression.operands)
        case Joined():
            return any(holds(operand, lookup) for operand in expression.operands)
        case Comparison():
            return _compared(expression, lookup)


def _compared(comparison: Comparison, lookup: Lookup) -> bool:
    left = evaluate(comparison.operands[0], lookup)
    for operator, operand in zip(comparison.operators, comparison.operands[1:], strict=True):
        right = evaluate(operand, lookup)
        if not _holds_between(left, operator, right, comparison):
            return False
        left = right
    return True


def _holds_between(left: Value, operator: Operator, right: Value, place: Comparison) -> bool:
    match operator:
        case "==":
            return _equal(left, right)
        case "!=":
            return not _equal(left, right)
        case "in":
            return _within(left, right, place)
        case "not in":
            return not _within(left, right, place)
        case _:
            return _ordered(left, operator, right, place)


def _equal(left: Value, right: Value) -> bool:
    """Tell whether two values are the same; a text that is a number is equal to that number."""
    numbers = _as_numbers(left, right)
    if numbers is not None:
        return numbers[0] == numbers[1]
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(_equal, left, right))
    return type(left) is type(right) and left == right


def _within(item: Value, whole: Value, place: Comparison) -> bool:
    """Tell whether a list holds a value, or a text a part."""
    if isinstance(whole, tuple):
        return any(_equal(item, one) for one in whole)
    if isinstance(whole, str) and isinstance(item, str):
        return item in whole
    if whole is None:
        return False
    message = f"expected a list or a text after `in`, found {_shown(whole)}"
    raise ExpressionError(message, place.start, place.stop)


def _ordered(left: Value, operator: str, right: Value, place: Comparison) -> bool:
    """Tell which of two values is the greater; nothing is neither greater nor less than any."""
    if left is None or right is None:
        return False
    pair: tuple[Decimal, Decimal] | tuple[str, str] | None = _as_numbers(left, right)
    if pair is None and isinstance(left, str) and isinstance(right, str):
        pair = left, right
    if pair is None:
        message = f"{_shown(left)} and {_shown(right)} have no order"
        raise ExpressionError(message, place.start, place.stop)
    less, equal = pair[0] < pair[1], pair[0] == pair[1]  # type: ignore[operator]
    return {"<": less, "<=": less or equal, ">": not less and not equal, ">=": not less}[operator]


def _as_numbers(left: Value, right: Value) -> tuple[Decimal, Decimal] | None:
    """Return two values as numbers, if one is a number and the other can be read as one."""
    if isinstance(left, str) and isinstance(right, str):
        return None
    first, second = _number(left), _number(right)
    return None if first is None or second is None else (first, second)


def _number(value: Value) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        return None
    if isinstance(value, Decimal | int):
        return Decimal(value)
    try:
        number = Decimal(str(value).strip())
    except ArithmeticError:
        return None
    return number if number.is_finite() else None


def _shown(value: Value) -> str:
    match value:
        case tuple():
            return "a list"
        case bool():
            return f"`{str(value).lower()}`"
        case _:
            text = str(value)
            return f"`{text if len(text) <= 40 else text[:39] + '…'}`"
