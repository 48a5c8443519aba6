"""Runs of a paragraph -> where each of its characters begins and ends on an endless line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
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
    """The right edge of each character; that of a space is the one of the character before it."""
    sizes: tuple[tuple[int, int], ...]
    """Where each run stops, and its size in hundredths of a point."""


def measure(runs: Sequence[StyledText], fonts: Fonts, profile: Profile) -> Measured:
    """Return where the characters of a paragraph stand when one renderer sets it in one line."""
    text = "".join(run.text for run in runs)
    starts: list[float] = []
    ends: list[float] = []
    sizes: list[tuple[int, int]] = []
    x, before = 0.0, ""
    for part, script, font in _parts(runs, text):
        em = float(font.size.emu)
        if before and before != script and EAST_ASIAN in {before, script} and starts:
            x += _gap(text, len(starts), profile) * em
        before = script
        for advance, character in zip(_advances(part, script, font, fonts), part, strict=True):
            starts.append(x)
            x += advance * em
            ends.append(ends[-1] if character == " " and ends else x)
    stop = 0
    for run in runs:
        stop += len(run.text)
        sizes.append((stop, int(run.font.size)))
    return Measured(text, starts, ends, tuple(sizes))


def _gap(text: str, index: int, profile: Profile) -> float:
    spaced = text[index - 1].isspace() or text[index].isspace()
    return 0.0 if spaced else profile.gap


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


def _parts(runs: Sequence[StyledText], text: str) -> Iterator[tuple[str, str, Font]]:
    """Yield the stretches of one font and one group of scripts."""
    if text.isascii():
        for run in runs:
            if run.text:
                yield run.text, LATIN, run.font
        return
    groups = scripts(text)
    start = 0
    for run in runs:
        stop = start + len(run.text)
        for script, members in groupby(groups[start:stop]):
            count = len(list(members))
            yield text[start : start + count], script, run.font
            start += count


def _advances(part: str, script: str, font: Font, fonts: Fonts) -> list[float]:
    face = fonts.face(font, script)
    advances = [*map(face.advances.__getitem__, part)]
    if font.kerning and face.kerning:
        pairs = face.kerning
        for index in range(len(part) - 1):
            if shift := pairs[part[index : index + 2]]:
                advances[index] += shift
    return advances
