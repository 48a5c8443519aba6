"""Diagnostics of builds that follow each other -> the terminal, where they have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.cli.reporting import Reporting
    from deckgen.diagnostics import Diagnostic


class News:
    """Shows what there is to say of a deck, unless it was shown after the build before."""

    def __init__(self, reporting: Reporting) -> None:
        self.reporting: Final = reporting
        self._shown: list[str] = []

    def show(self, diagnostics: Sequence[Diagnostic]) -> None:
        """Write diagnostics to standard error if they are others than those before."""
        now = [f"{item.span} {item.code.slug} {item.message}" for item in diagnostics]
        if now != self._shown:
            self.reporting.show(diagnostics)
        self._shown = now
