"""The list of common marks that comes with deckgen -> marks.

`known.txt` has one mark a line below its owner, in columns that bars part: the mark; its readings
and other spellings; its sign, and where it is registered if only there; uses that the owner
forbids, and `exact` for words that mean something else in other capitals; phrases that hold the
word without meaning the mark. A line `= owner | source | date | seen at` says whose the marks below
it are, where that can be looked up, as of when it is known, and from which page if that is another.
It is a compact form of the registries of decks, as it is read whenever a deck asks for marks.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.trademarks.registry import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.trademarks.registry import Texts

_FILE: Final = Path(__file__).with_name("known.txt")
_USES: Final = ("verb", "plural", "possessive")


@cache
def known_marks() -> tuple[Mark, ...]:
    """Return the marks that deckgen knows."""
    return tuple(_marks(_FILE.read_text(encoding="utf-8")))


def _marks(text: str) -> Iterator[Mark]:
    owners: Texts = ()
    source, date, seen_at = "", "", ""
    for line in text.splitlines():
        if line.startswith("= "):
            owner, source, date, seen_at, _ = _columns(line[2:])
            owners = tuple(_owners(owner))
        elif line and not line.startswith("#"):
            name, also, sign, rules, unless = _columns(line)
            words = rules.split()
            symbol, *regions = sign.split()
            yield Mark(
                spellings=(name, *_listed(also)),
                owner=owners[0][1],
                owners=owners if len(owners) > 1 else (),
                symbol=symbol,
                regions=tuple(regions),
                unless=_listed(unless),
                exact="exact" in words,
                never=tuple(word for word in words if word in _USES),
                source=source,
                as_of=date,
                seen_at=seen_at,
            )


def _owners(text: str) -> Iterator[tuple[str, str]]:
    """Yield an owner's name, and those in other languages, with the tags of these."""
    name, *others = _listed(text)
    yield "", name
    for other in others:
        tag, _, translated = other.partition(":")
        yield tag.strip(), translated.strip()


def _columns(line: str) -> list[str]:
    columns = [part.strip() for part in line.split("|")]
    return [*columns, *[""] * (5 - len(columns))]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())
