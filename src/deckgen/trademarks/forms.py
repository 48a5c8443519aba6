"""A mark -> the forms in which it may be written, right and wrong, as patterns to search for."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.trademarks.registry import Mark


class Form(Enum):
    """How a mark is written."""

    RIGHT = "right"
    WRONG = "wrong"
    VERB = "verb"
    PLURAL = "plural"
    POSSESSIVE = "possessive"
    UNLIKE = "unlike"
    """A phrase that holds the word without meaning the mark."""


class FormPattern(Struct, frozen=True):
    """A form of a mark, folded: what is searched for.

    One that is `derived` from the mark's humps is meant only where it starts with a capital: `Power
    Point`, but not `power point`.
    """

    text: str
    mark: Mark
    form: Form
    derived: bool = False


_HUMP: Final = lazy(r"[A-Z][a-z]{2,}|[a-z]{2,}(?=[A-Z])|[A-Z]{2,}(?![a-z])")
_WIDE: Final = lazy("[\uff01-\uff5e\u3000\u00a0\u2019]")
_WIDTHS: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0x00A0: 0x20,
    0x2019: 0x27,
}
_ENDINGS: Final = {
    Form.VERB.value: lazy(r"(?:e?d|ing|ify|ified)(?![a-z0-9_])"),
    Form.PLURAL.value: lazy(r"e?s(?![a-z0-9_'])"),
    Form.POSSESSIVE.value: lazy(r"'s(?![a-z0-9_])"),
}
"""What makes a mark one of these forms when it follows, folded."""
_NO_ENDING: Final = frozenset(" ,.:;!?()[]/&-+®™、。はがのをにと")
"""What mostly follows a mark, and is no ending of a form."""
_JAPANESE_VERB: Final = lazy(r"(?:する|した|して|します|しました|しよう|され|させ|ってる)")


def narrow(text: str) -> str:
    """Return text with full-width letters as ordinary ones, on one line, as long as before."""
    text = text.replace("\n", " ")
    return text.translate(_WIDTHS) if _WIDE.search(text) else text


def fold(narrowed: str) -> str:
    """Return narrowed text without capitals, as long as before."""
    lowered = narrowed.lower()
    if len(lowered) == len(narrowed):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in narrowed)


def patterns_of(mark: Mark) -> Iterator[FormPattern]:
    """Return the forms of a mark to search for, the right ones first."""
    right = []
    for spelling in mark.spellings:
        right.append(fold(narrow(spelling)))
        yield FormPattern(right[-1], mark, Form.RIGHT)
    for wrong in mark.wrong:
        yield FormPattern(fold(narrow(wrong)), mark, Form.WRONG)
    for phrase in mark.unless:
        yield FormPattern(fold(narrow(phrase)), mark, Form.UNLIKE)
    for derived in map(fold, _derived(mark.name)):
        if derived not in right:
            yield FormPattern(derived, mark, Form.WRONG, derived=True)
    if "verb" in mark.never and right[0].endswith("e"):
        yield FormPattern(right[0][:-1] + "ing", mark, Form.VERB)


def inflection(mark: Mark, folded: str, stop: int) -> tuple[Form, int] | None:
    """Return the use that what follows a mark makes of it, of those forbidden, and where it ends.

    `folded` is the text, and `stop` where the mark ends in it.
    """
    following = folded[stop : stop + 1]
    if not following or following in _NO_ENDING:
        return None
    for use in mark.never:
        match = _ENDINGS[use].match(folded, stop)
        if match is not None:
            return Form(use), match.end()
    if "verb" in mark.never and _JAPANESE_VERB.match(folded, stop):
        return Form.VERB, stop
    return None


def _derived(name: str) -> Iterator[str]:
    """Return a mark taken apart between its humps (`Open Stack`), or run together (`RedHat`)."""
    if " " in name:
        words = name.split(" ")
        if len(words) == 2 and all(word.isalpha() and len(word) > 2 for word in words):
            yield "".join(words)
            yield "-".join(words)
        return
    humps = _HUMP.findall(name)
    if len(humps) > 1 and "".join(humps) == name:
        yield " ".join(humps)
        yield "-".join(humps)
