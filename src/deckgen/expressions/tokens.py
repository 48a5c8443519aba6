"""The text of an expression -> its words, numbers, texts and signs, each with its place."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from deckgen.expressions.model import ExpressionError, Value
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 1_000
"""How many characters an expression may have."""
_LONGEST_NUMBER: Final = 40

Kind = Literal["constant", "name", "sign", "end"]

_WORDS: Final[dict[str, Value]] = {"true": True, "false": False, "null": None}
OPERATORS: Final = frozenset(("and", "or", "not", "in"))

_MEANT: Final = {
    "=": "`==`",
    "===": "`==`",
    "!==": "`!=`",
    "<>": "`!=`",
    "&&": "`and`",
    "&": "`and`",
    "||": "`or`",
    "|": "`or`",
    "!": "`not`",
    "≠": "`!=`",
    "≤": "`<=`",
    "≥": "`>=`",
    "＝": "`==`",
    "＜": "`<`",
    "＞": "`>`",
    "（": "`(`",
    "）": "`)`",
    "、": "`,`",
}
"""Signs of other languages and keyboards, and what they are here."""
_CURLY: Final = "“”„‘’‚「」『』«»"


class Token(Struct, frozen=True):
    """A word, number, text or sign. `text` is what a sign or an operator is, and a name says."""

    kind: Kind
    text: str
    start: int
    stop: int
    value: Value = None
    path: tuple[str, ...] = ()


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<space>\s+)
        | (?P<number>(?:\d[\d_]*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?(?![\w]))
        | (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
        | (?P<name>(?:[^\W\d]\w*|`[^`]+`)(?:\.(?:\w+|`[^`]+`))*)
        | (?P<sign>==(?!=)|!=(?!=)|<=|>=|<(?!>)|>|[()\[\],-])
        | (?P<other>===|!==|<>|&&|\|\||.)
        """,
        re.VERBOSE | re.DOTALL,
    )


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of an expression, the end among them; raises `ExpressionError`."""
    if len(text) > LONGEST:
        message = f"an expression may have {LONGEST:,} characters, and this has {len(text):,}"
        raise ExpressionError(message, 0, 1)
    for match in _forms().finditer(text):
        token = _token(match)
        if token is not None:
            yield token
    yield Token("end", "", len(text), len(text))


def _token(match: re.Match[str]) -> Token | None:
    written, start, stop = match[0], match.start(), match.end()
    match match.lastgroup:
        case "space":
            return None
        case "number":
            return Token("constant", written, start, stop, _number(written, start))
        case "string":
            return Token("constant", written, start, stop, re.sub(r"\\(.)", r"\1", written[1:-1]))
        case "name":
            return _word(written, start, stop)
        case "sign":
            return Token("sign", written, start, stop)
        case _:
            raise _foreign(written, start, stop)


def _word(written: str, start: int, stop: int) -> Token:
    lower = written.lower()
    if lower in OPERATORS and (written.islower() or written.isupper()):
        return Token("sign", lower, start, stop)
    if lower in _WORDS:
        return Token("constant", written, start, stop, _WORDS[lower])
    parts = re.findall(r"`[^`]+`|[^.]+", written)
    path = tuple(part.strip("`") for part in parts)
    return Token("name", written, start, stop, path=path)


def _number(written: str, start: int) -> int | Decimal:
    if len(written) > _LONGEST_NUMBER:
        message = f"a number may have {_LONGEST_NUMBER} characters, and this has {len(written)}"
        raise ExpressionError(message, start, start + len(written))
    digits = written.replace("_", "")
    return int(digits) if digits.isdecimal() else Decimal(digits)


def _foreign(written: str, start: int, stop: int) -> ExpressionError:
    if written in {'"', "'"}:
        message = "a text starts here that has no end"
        return ExpressionError(message, start, stop, f"close it with {written}")
    if written == "$":
        hint = "write the name of a variable as it is, without `${…}`"
        return ExpressionError("`$` means nothing here", start, stop, hint)
    if written in _CURLY:
        hint = 'write texts in straight quotation marks, "…"'
        return ExpressionError(f"`{written}` means nothing here", start, stop, hint)
    if written in {"+", "*", "/", "%", "^"}:
        hint = "expressions compare values, they do not calculate"
        return ExpressionError(f"`{written}` means nothing here", start, stop, hint)
    meant = _MEANT.get(written)
    hint = f"did you mean {meant}?" if meant else ""
    return ExpressionError(f"`{written}` means nothing here", start, stop, hint)
