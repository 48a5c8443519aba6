"""Styled text and a width in, measured lines out, under every renderer's rules."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.text.model import FontSource, Line, Profile, StyledText
from deckgen.units import ZERO, Emu


class Typesetter:
    """Breaks and measures paragraphs; one per build, as it remembers what it measured."""

    def __init__(self, fonts: FontSource, profiles: tuple[Profile, ...] = ()) -> None:
        self._fonts = fonts
        self._profiles = profiles

    def lines(
        self, runs: Sequence[StyledText], width: Emu, first_indent: Emu = ZERO
    ) -> tuple[Line, ...]:
        """Break a paragraph into lines no wider than the width, for the profile that needs most.

        The first line is longer by `first_indent` where that is negative, shorter where positive.
        """
        raise NotImplementedError

    def lines_under(
        self, profile: Profile, runs: Sequence[StyledText], width: Emu, first_indent: Emu = ZERO
    ) -> tuple[Line, ...]:
        """Break a paragraph as one renderer does."""
        raise NotImplementedError

    def width(self, runs: Sequence[StyledText]) -> Emu:
        """Return the width of the paragraph set in one line."""
        raise NotImplementedError

    def balanced(self, runs: Sequence[StyledText], width: Emu) -> tuple[Line, ...]:
        """Break a title at phrase boundaries into as few lines as possible of like widths."""
        raise NotImplementedError

    def missing(self) -> tuple[str, ...]:
        """Return the families asked for that neither a table nor the machine provides."""
        raise NotImplementedError
