"""The text of a deck -> the same text with one small slip, as people make them while typing."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_INSERTED: Final = (*"aあ 1:-#'\"[]{},&*!|>%@`\\?~<(\t", "  ", ": ", " #", "- ")
_KEY: Final = re.compile(r"^(\s*(?:- )*)([a-z_]+)(:)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mutation:
    """A text with a slip in it: what was done, and in which line, counted from 1."""

    what: str
    line: int
    text: str
    announces_text: bool = False
    """Whether the line, as it was, starts a block of text."""

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


def mutations(text: str, count: int, seed: int) -> Iterator[Mutation]:
    """Return a number of slips, of every kind in turn; the same for the same seed."""
    random = Random(seed)
    lines = text.split("\n")
    kinds = (_delete, _insert, _replace, _rename_key, _delete_line, _double_line, _shift, _unspace)
    for number in range(count):
        slip = kinds[number % len(kinds)](text, random)
        yield replace(slip, announces_text=lines[slip.line - 1].endswith("|"))


def _at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _somewhere(text: str, random: Random) -> int:
    """Return the offset of a character other than a line feed, any line as likely as another."""
    line = random.choice(list(re.finditer(r"[^\n]+", text)))
    return random.randrange(line.start(), line.end())


def _delete(text: str, random: Random) -> Mutation:
    at = _somewhere(text, random)
    return Mutation(f"delete {text[at]!r}", _at(text, at), text[:at] + text[at + 1 :])


def _insert(text: str, random: Random) -> Mutation:
    at, what = _somewhere(text, random), random.choice(_INSERTED)
    return Mutation(f"insert {what!r}", _at(text, at), text[:at] + what + text[at:])


def _replace(text: str, random: Random) -> Mutation:
    at, what = _somewhere(text, random), random.choice(_INSERTED)
    new = text[:at] + what + text[at + 1 :]
    return Mutation(f"replace {text[at]!r} by {what!r}", _at(text, at), new)


def _rename_key(text: str, random: Random) -> Mutation:
    match = random.choice(list(_KEY.finditer(text)))
    at = random.randrange(match.start(2), match.end(2))
    new = text[:at] + text[at + 1 :]
    return Mutation(f"misspell `{match[2]}`", _at(text, at), new)


def _on_line(text: str, random: Random, change: Callable[[str], list[str]], what: str) -> Mutation:
    lines = text.split("\n")
    number = random.choice([n for n, line in enumerate(lines) if line.strip()])
    new = [*lines[:number], *change(lines[number]), *lines[number + 1 :]]
    return Mutation(f"{what} {lines[number].strip()!r}", number + 1, "\n".join(new))


def _delete_line(text: str, random: Random) -> Mutation:
    return _on_line(text, random, lambda _: [], "delete")


def _double_line(text: str, random: Random) -> Mutation:
    return _on_line(text, random, lambda line: [line, line], "double")


def _shift(text: str, random: Random) -> Mutation:
    by = random.choice((-2, -1, 1, 2))

    def shifted(line: str) -> list[str]:
        return [" " * by + line] if by > 0 else [line[min(-by, len(line) - len(line.lstrip())) :]]

    return _on_line(text, random, shifted, f"shift by {by}")


def _unspace(text: str, random: Random) -> Mutation:
    match = random.choice(list(re.finditer(r"(?<=[:-]) ", text)))
    at = match.start()
    return Mutation("delete the space", _at(text, at), text[:at] + text[at + 1 :])
