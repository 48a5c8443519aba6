"""LaTeX -> MathML: the door to math-core, with what it lacks of the commands that people write."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from math_core import LatexError, LatexToMathML

from deckgen.formulas.commands import COMMANDS, ENVIRONMENTS
from deckgen.limits import FORMULA
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class FormulaError(Exception):
    """What is wrong with a formula, and at which offset of what was written."""

    def __init__(self, message: str, offset: int = 0, hint: str = "") -> None:
        """Take what is told of the mistake."""
        super().__init__(message)
        self.hint: Final = hint
        self.message: Final = message
        self.offset: Final = offset


def mathml(tex: str, *, display: bool, macros: Mapping[str, str] | None = None) -> str:
    r"""Return the MathML of a formula. `macros` has what commands stand for, without their `\`.

    Raises `FormulaError` for what LaTeX would not take, for commands that are not known, and for
    formulas that are longer than `FORMULA`.
    """
    if len(tex) > FORMULA:
        raise FormulaError(f"the formula is longer than {FORMULA:,} characters")
    known = tuple(sorted((macros or {}).items()))
    return _converted(tex, display, known)


@lru_cache(maxsize=4_096)
def _converted(tex: str, display: bool, macros: tuple[tuple[str, str], ...]) -> str:
    written, places = _in_lines(*_rewritten(tex))
    try:
        found = _converter(macros).convert_with_local_state(written, displaystyle=display)
    except LatexError as error:
        place, _, message = str(error).partition(": ")
        offset = int(place) if place.isdigit() else 0
        at = places[offset] if offset < len(places) else len(tex)
        raise FormulaError(_told(message), at, _hint(message)) from None
    return found.replace("&ApplyFunction;", "\u2061")


@cache
def _converter(macros: tuple[tuple[str, str], ...]) -> LatexToMathML:
    try:
        return LatexToMathML(
            macros={**COMMANDS, **dict(macros)},
            fancy_error=False,
            allow_unreliable_rendering=True,
            xml_namespace=False,
        )
    except LatexError as error:
        _, _, message = str(error).partition(": ")
        raise FormulaError(f"a macro cannot be read: {message}") from None


def _hint(message: str) -> str:
    return next((hint for words, hint in _HINTS.items() if words in message), "")


def _told(message: str) -> str:
    """Return a message as diagnostics are written: without a capital and a full stop."""
    message = message.strip().removesuffix(".")
    return message[:1].lower() + message[1:]


_HINTS: Final = {
    "nknown command": r"say what it stands for: `deck: {math: {macros: {\R: \mathbb{R}}}}`",
    '"$"': "leave the dollar signs out: all of it is a formula",
    '"&"': r"set lines below each other between `\begin{aligned}` and `\end{aligned}`",
    '"\\label"': "name it by a key: `equation: {tex: …, number: true, id: …}`",
}
"""What to do about a message of the library that has some words."""
_Rewrite = tuple[re.Pattern[str], "str | Callable[[re.Match[str]], str]"]


@cache
def _rewrites() -> tuple[_Rewrite, ...]:
    """Return what is put in other words before the formula is read; lengths stay where they can."""
    return tuple((re.compile(pattern), instead) for pattern, instead in ENVIRONMENTS)


def _rewritten(tex: str) -> tuple[str, list[int]]:
    """Return what is read, and for each of its characters the offset of what it stands for."""
    places = [*range(len(tex))]
    for pattern, instead in _rewrites():
        if pattern.search(tex):
            tex, places = _replaced(tex, places, pattern, instead)
    return tex, places


_NESTED: Final = lazy(r"\\begin\{(\w+\*?)\}|\\end\{(\w+\*?)\}|\\\\|[{}&]|\\.", re.DOTALL)
"""What opens and closes, and what ends lines or columns; behind a backslash they are signs."""


def _in_lines(tex: str, places: list[int]) -> tuple[str, list[int]]:
    r"""Return a formula whose lines end at `\\` outside all environments, as an environment.

    MathJax and others set such lines below each other; math-core would set them in one.
    """
    depth, ends, aligned = 0, False, False
    for match in _NESTED.finditer(tex):
        sign = match[0]
        if match[1] or sign == "{":
            depth += 1
        elif match[2] or sign == "}":
            depth -= 1
        elif depth == 0:
            ends, aligned = ends or sign == r"\\", aligned or sign == "&"
    if not ends:
        return tex, places
    name = "aligned" if aligned else "gathered"
    head, tail = rf"\begin{{{name}}}", rf"\end{{{name}}}"
    first, last = (places[0], places[-1]) if places else (0, 0)
    return head + tex + tail, [first] * len(head) + places + [last] * len(tail)


def _replaced(
    tex: str, places: list[int], pattern: re.Pattern[str], instead: str | Callable[..., str]
) -> tuple[str, list[int]]:
    text, kept, done = "", list[int](), 0
    for match in pattern.finditer(tex):
        new = instead(match) if callable(instead) else match.expand(instead)
        text += tex[done : match.start()] + new
        kept += places[done : match.start()]
        kept += [places[match.start()]] * len(new)
        done = match.end()
    return text + tex[done:], kept + places[done:]
