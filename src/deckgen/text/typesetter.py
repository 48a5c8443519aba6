"""Styled text and a width -> measured lines that fit under every renderer's rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from deckgen.text import balance
from deckgen.text.fonts import Fonts
from deckgen.text.kinsoku import Breaker
from deckgen.text.lines import fill
from deckgen.text.measure import Measured, measure
from deckgen.text.profiles import SAFE
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.text.model import FontSource, Line, Profile, StyledText

_Paragraph: TypeAlias = tuple[Measured, Breaker]


class Typesetter:
    """Breaks and measures paragraphs; one per build, as it remembers what it measured."""

    def __init__(self, fonts: FontSource, profiles: tuple[Profile, ...] = SAFE) -> None:
        self._fonts = Fonts(fonts)
        self._profiles = profiles
        self._paragraphs: dict[tuple[str, tuple[StyledText, ...]], _Paragraph] = {}
        self._broken: dict[tuple[tuple[StyledText, ...], int, int], tuple[Line, ...]] = {}

    def lines(
        self, runs: Sequence[StyledText], width: Emu, first_indent: Emu = ZERO
    ) -> tuple[Line, ...]:
        """Break a paragraph into lines no wider than the width, for the profile that needs most.

        The first line is shorter by `first_indent`, longer where that is negative. A piece without
        a break that is wider than the line is cut where it fills the line. An empty paragraph is
        one empty line.
        """
        known = (tuple(runs), int(width), int(first_indent))
        found = self._broken.get(known)
        if found is None:
            candidates = (self._break(p, known[0], width, first_indent) for p in self._profiles)
            found = self._broken[known] = max(candidates, key=len)
        return found

    def lines_under(
        self, profile: Profile, runs: Sequence[StyledText], width: Emu, first_indent: Emu = ZERO
    ) -> tuple[Line, ...]:
        """Break a paragraph as one renderer does."""
        return self._break(profile, tuple(runs), width, first_indent)

    def width(self, runs: Sequence[StyledText]) -> Emu:
        """Return the width of the paragraph set in one line, the widest of the profiles."""
        return Emu(round(max(self._width(profile, tuple(runs)) for profile in self._profiles)))

    def balanced(self, runs: Sequence[StyledText], width: Emu) -> tuple[Line, ...]:
        """Break a title at phrase boundaries into as few lines as possible of like widths."""
        lines = self.lines(runs, width)
        if len(lines) == 1:
            return lines
        paragraphs = [self._paragraph(profile, tuple(runs)) for profile in self._profiles]
        return balance.balanced(paragraphs, lines, width)

    def missing(self) -> tuple[str, ...]:
        """Return the families asked for that neither a table nor the machine provides."""
        return self._fonts.missing()

    def _break(
        self, profile: Profile, runs: tuple[StyledText, ...], width: Emu, first_indent: Emu
    ) -> tuple[Line, ...]:
        measured, breaker = self._paragraph(profile, runs)
        return fill(measured, breaker, width, width - first_indent)

    def _width(self, profile: Profile, runs: tuple[StyledText, ...]) -> float:
        measured, _ = self._paragraph(profile, runs)
        seen = len(measured.text.rstrip())
        return measured.ends[seen - 1] if seen else 0.0

    def _paragraph(self, profile: Profile, runs: tuple[StyledText, ...]) -> _Paragraph:
        known = (profile.name, runs)
        found = self._paragraphs.get(known)
        if found is None:
            measured = measure(runs, self._fonts, profile)
            found = measured, Breaker(measured.text, profile)
            self._paragraphs[known] = found
        return found
