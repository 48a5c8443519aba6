"""Builds of decks that change: what an edit has not touched is neither read nor laid out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.compiler import NO_OPTIONS, build_file, build_text
from deckgen.memory import Memory
from deckgen.records import replace
from deckgen.world import DiskWorld

if TYPE_CHECKING:
    from deckgen.compiler import Build, Compiled, DrawnDeck, Options
    from deckgen.world import World


class Session:
    """Compiles a deck again and again, as an editor or a preview does.

    Each build gives the same file and diagnostics as `deckgen.compile` does. Slides that have not
    changed since the build before, nor the files that they name, are taken from it, with all that
    was made of them; a session takes the memory for one deck. Several decks want a session each.
    It serves one thread at a time.
    """

    def __init__(self, options: Options = NO_OPTIONS, world: World | None = None) -> None:
        """Take what `deckgen.compile` takes for each of its calls."""
        self._options: Final = options
        self._world: Final = world or DiskWorld()
        self._memory = Memory()

    def compile(self, deck: Path | str, *, base: Path | None = None) -> Compiled:
        """Compile the deck as it is now: the file at a `Path`, or the text that a `str` holds."""
        return self.build(deck, base=base).run()

    def draw(self, deck: Path | str, *, base: Path | None = None) -> DrawnDeck:
        """Draw the pages of the deck as it is now; drawings that have not changed are the same."""
        return self.build(deck, base=base).draw()

    def build(self, deck: Path | str, *, base: Path | None = None) -> Build:
        """Return the run for the deck as it is now, whose stages may be asked one by one."""
        if isinstance(deck, Path):
            build = build_file(deck, self._options, self._world)
        else:
            build = build_text(deck, base=base or Path(), options=self._options, world=self._world)
        return replace(build, memory=self._memory)
