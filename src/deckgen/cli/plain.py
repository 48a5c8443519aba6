"""The words of a command line -> the build that they plainly ask for, which does without click.

To load click, and what it loads in its turn, takes an eighth of the time of a small build. So the
words that most builds have are read here; whatever else a line has in it is left to `program`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BUILD: Final = "build"
_DECKS: Final = (".yaml", ".yml")
_VALUED: Final = {"-o": "output", "--output": "output", "--template": "template"}
_FLAGS: Final = {"-q": "quiet", "--quiet": "quiet", "--strict": "strict"}
_READ_BY_CLICK: Final = ("DECKGEN_LIMITS", "_DECKGEN_COMPLETE")
"""The variables that say something beside the words."""


class PlainBuild(NamedTuple):
    """A deck that becomes a presentation, by the names of the options."""

    deck: str
    output: str | None = None
    template: str | None = None
    quiet: bool = False
    strict: bool = False

    def run(self) -> int:
        """Build the deck, and return the exit code."""
        import os
        from pathlib import Path

        from deckgen.cache import cache_of_user
        from deckgen.cli.building import build_one
        from deckgen.cli.reporting import Reporting
        from deckgen.compiler import Options
        from deckgen.world import DiskWorld

        reporting = Reporting(strict=self.strict, quiet=self.quiet)
        options = Options(template=self.template, cache=cache_of_user(os.environ))
        return reporting.bounded(
            lambda: build_one(Path(self.deck), self.output, options, DiskWorld(), reporting)
        )


def plain_build(words: Sequence[str], environment: Mapping[str, str]) -> PlainBuild | None:
    """Return the build that words ask for, None where they, or the environment, say more."""
    if any(name in environment for name in _READ_BY_CLICK):
        return None
    told: dict[str, object] = {}
    waiting = iter(words[1:] if words[:1] == [_BUILD] else words)
    for word in waiting:
        if word in _FLAGS:
            told[_FLAGS[word]] = True
            continue
        name = _VALUED.get(word, "deck")
        value = next(waiting, "") if word in _VALUED else word
        if name in told or not _is_plain(name, value):
            return None
        told[name] = value
    return PlainBuild(**told) if "deck" in told else None  # type: ignore[arg-type]


def _is_plain(name: str, value: str) -> bool:
    """Tell whether a word can be nothing but the value of an option, or the deck."""
    if not value or value.startswith("-"):
        return False
    if name == "deck":
        return value.lower().endswith(_DECKS)
    ends = value.lower().endswith(".pptx") and value[-6:-5] not in {"", "/"}
    return name != "output" or ends  # an ending alone is no name
