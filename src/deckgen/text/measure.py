"""Runs of a paragraph -> where each of its characters begins and ends on an endless line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby, repeat
from typing import TYPE_CHECKING

from deckgen.text.characters import EAST_ASIAN, LATIN, PROPERTIES, WEAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.text.fonts import Fonts
    from deckgen.text.model import Font, Profile, StyledText


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph on one endless line; lengths are EMU, not yet rounded."""

    text: str
    starts: list[float]
    """The left edge of each character, after the gap before it."""
    ends: list[float]
    """The right edge of each character."""
    sizes: tuple[tuple[int, int], ...]
    """Where each run stops, and its size in hundredths of a point."""


def measure(runs: Sequence[StyledText], fonts: Fonts, profile: Profile) -> Measured:
    """Return where the characters of a paragraph stand when one renderer sets it in one line."""
    text = "".join(run.text for run in runs)
    lead = _lead(text)
    starts: list[float] = []
    ends: list[float] = []
    x, gap, before = 0.0, 0.0, ""
    for part, script, font in _parts(runs, text):
        setter = fonts.setter(font, script, profile)
        if before and EAST_ASIAN in {before, script} and (before != script or len(starts) == lead):
            x += gap
        edges = [*accumulate(setter.advances_of(part), initial=x)]
        starts += edges[:-1]
        ends += edges[1:]
        x, gap, before = edges[-1], setter.gap, script
    stops = accumulate(len(run.text) for run in runs)
    sizes = tuple((stop, int(run.font.size)) for stop, run in zip(stops, runs, strict=True))
    return Measured(text, starts, ends, sizes)


def scripts(text: str) -> list[str]:
    """Return the group of scripts each character is set in.

    Weak characters go with what is before them; those at the start with what follows.
    """
    found = [PROPERTIES[character].script for character in text]
    current = next((script for script in found if script != WEAK), LATIN)
    for index, script in enumerate(found):
        if script == WEAK:
            found[index] = current
        else:
            current = script
    return found


def _lead(text: str) -> int:
    """Return how many weak characters a text begins with; LibreOffice sets a gap after them."""
    for index, character in enumerate(text):
        if PROPERTIES[character].script != WEAK:
            return index
    return 0


def _parts(runs: Sequence[StyledText], text: str) -> Iterator[tuple[str, str, Font]]:
    """Yield the stretches of one font and one group of scripts."""
    if text.isascii():
        for run in runs:
            if run.text:
                yield run.text, LATIN, run.font
        return
    groups = [*zip(scripts(text), repeat(False))]
    groups[: _lead(text)] = [(script, True) for script, _ in groups[: _lead(text)]]
    start = 0
    for run in runs:
        for (script, _), members in groupby(groups[start : start + len(run.text)]):
            stop = start + sum(1 for _ in members)
            yield text[start:stop], script, run.font
            start = stop
