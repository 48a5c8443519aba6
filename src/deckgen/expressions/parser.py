"""The text of an expression -> its tree, by recursive descent within a bound of depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from deckgen.expressions.model import (
    Comparison,
    Constant,
    Expression,
    ExpressionError,
    Joined,
    ListOf,
    Name,
    Negation,
)
from deckgen.expressions.tokens import Token, tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from deckgen.expressions.model import Operator

DEEPEST: Final = 30
"""How deep parentheses, lists and `not` may be nested."""
_COMPARISONS: Final = frozenset(("==", "!=", "<", "<=", ">", ">=", "in"))


def parse(text: str) -> Expression:
    """Return the tree of an expression; raises `ExpressionError` at the place of a mistake."""
    return _Parser([*tokens(text)]).whole()


class _Parser:
    def __init__(self, read: list[Token]) -> None:
        self.tokens = read
        self.at = 0
        self.depth = 0

    @property
    def next(self) -> Token:
        return self.tokens[self.at]

    def is_at_end(self) -> bool:
        return self.next.kind == "end"

    def take(self) -> Token:
        token = self.next
        self.at += 1
        return token

    def takes(self, sign: str) -> bool:
        """Go past a sign or an operator, if it is what comes next."""
        found = self.next.kind == "sign" and self.next.text == sign
        self.at += found
        return found

    def whole(self) -> Expression:
        if self.is_at_end():
            raise ExpressionError("an expression is missing", self.next.start, self.next.stop)
        found = self.either()
        if not self.is_at_end():
            raise self.unexpected("`and`, `or` or the end")
        return found

    def unexpected(self, expected: str) -> ExpressionError:
        token = self.next
        found = "the end" if token.kind == "end" else f"`{token.text}`"
        hint = ""
        if token.kind != "end" and self.at and self.tokens[self.at - 1].kind == token.kind:
            hint = "put quotation marks around texts, and backticks around names with blanks"
        return ExpressionError(f"expected {expected}, found {found}", token.start, token.stop, hint)

    def either(self) -> Expression:
        return self.joined("or", lambda: self.joined("and", self.negated))

    def joined(self, word: Literal["and", "or"], operand: Callable[[], Expression]) -> Expression:
        operands = [operand()]
        while self.takes(word):
            operands.append(operand())
        if len(operands) == 1:
            return operands[0]
        return Joined(word, tuple(operands), operands[0].start, operands[-1].stop)

    def negated(self) -> Expression:
        start = self.next.start
        if not self.takes("not"):
            return self.compared()
        operand = self.deeper(self.negated)
        return Negation(operand, start, operand.stop)

    def compared(self) -> Expression:
        operands, operators = [self.operand()], list[str]()
        while (operator := self.operator()) is not None:
            operators.append(operator)
            operands.append(self.operand())
        if not operators:
            return operands[0]
        return Comparison(
            cast("tuple[Operator, ...]", tuple(operators)),
            tuple(operands),
            operands[0].start,
            operands[-1].stop,
        )

    def operator(self) -> str | None:
        """Go past a comparison and return it, or None where there is none."""
        if self.next.kind == "sign" and self.next.text in _COMPARISONS:
            return self.take().text
        if self.takes("not"):
            if not self.takes("in"):
                raise self.unexpected("`in`")
            return "not in"
        return None

    def operand(self) -> Expression:
        token = self.next
        if token.kind == "constant":
            return Constant(self.take().value, token.start, token.stop)
        if token.kind == "name":
            return Name(self.take().path, token.start, token.stop)
        if self.takes("-"):
            return self.negative(token)
        if self.takes("("):
            inner = self.deeper(self.either)
            if not self.takes(")"):
                raise self.unexpected("`)`")
            return inner
        if self.takes("["):
            return self.listed(token)
        raise self.unexpected("a name, a text or a number")

    def negative(self, sign: Token) -> Expression:
        number = self.next.value
        if self.next.kind != "constant" or isinstance(number, str | bool | tuple | None):
            raise self.unexpected("a number")
        return Constant(-number, sign.start, self.take().stop)

    def listed(self, bracket: Token) -> Expression:
        items: list[Expression] = []
        while not self.takes("]"):
            items.append(self.deeper(self.operand))
            if not self.takes(",") and (self.next.kind, self.next.text) != ("sign", "]"):
                raise self.unexpected("`,` or `]`")
        return ListOf(tuple(items), bracket.start, self.tokens[self.at - 1].stop)

    def deeper(self, inner: Callable[[], Expression]) -> Expression:
        """Return what is nested one level deeper."""
        if self.depth >= DEEPEST:
            message = f"nested more than {DEEPEST} levels deep"
            raise ExpressionError(message, self.next.start, self.next.stop)
        self.depth += 1
        found = inner()
        self.depth -= 1
        return found
