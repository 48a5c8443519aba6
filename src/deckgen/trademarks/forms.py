"""A mark -> the forms in which it may be written, right and wrong, as patterns to search for."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

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


class Pattern(Struct, frozen=True):
    """A form of a mark, folded: what is searched for.

    `base` is how much of it is the mark. One that is `derived` from the mark's humps is meant only
    where it starts with a capital: `Power Point`, but not `power point`.
    """

    text: str
    mark: Mark
    form: Form
    base: int
    derived: bool = False


_HUMP: Final = re.compile(r"[A-Z][a-z]{2,}|[a-z]{2,}(?=[A-Z])|[A-Z]{2,}(?![a-z])")
_WIDTHS: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0x00A0: 0x20,
    0x0A: 0x20,
    0x2019: 0x27,
}


def narrow(text: str) -> str:
    """Return text with full-width letters as ordinary ones, as long as before."""
    return text if text.isascii() and "\n" not in text else text.translate(_WIDTHS)


def fold(text: str) -> str:
    """Return text without capitals and full-width letters, as long as before."""
    lowered = narrow(text).lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in narrow(text))


def patterns_of(mark: Mark) -> Iterator[Pattern]:
    """Return the forms of a mark, the right ones first."""
    for spelling in mark.spellings:
        yield Pattern(fold(spelling), mark, Form.RIGHT, len(spelling))
    for wrong in mark.wrong:
        yield Pattern(fold(wrong), mark, Form.WRONG, len(wrong))
    for phrase in mark.unless:
        yield Pattern(fold(phrase), mark, Form.UNLIKE, 0)
    right = {fold(spelling) for spelling in mark.spellings}
    for derived in _derived(mark.name):
        if fold(derived) not in right:
            yield Pattern(fold(derived), mark, Form.WRONG, len(derived), derived=True)
    for use in mark.never:
        yield from _inflected(mark, Form(use))


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


def _inflected(mark: Mark, use: Form) -> Iterator[Pattern]:
    name = mark.name
    if not name[-1:].isascii() or not name[-1:].isalpha():
        return
    ends_in_e = name.endswith("e")
    stem = name[:-1] if ends_in_e else name
    endings = {
        Form.VERB: (f"{stem}ed", f"{stem}ing", f"{name}ify"),
        Form.PLURAL: () if name.endswith(("s", "S")) else (f"{name}s", f"{name}es"),
        Form.POSSESSIVE: (f"{name}'s",),
    }
    for written in endings.get(use, ()):
        yield Pattern(fold(written), mark, use, len(stem))
