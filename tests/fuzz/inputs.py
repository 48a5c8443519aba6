"""A kind, a seed and a number -> the files of one input, always the same ones."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

from tests.fuzz import decks, markdown, pictures, templates

if TYPE_CHECKING:
    from collections.abc import Callable

DECK: Final = "deck.yaml"
MAKERS: Final[dict[str, Callable[[Random], dict[str, bytes]]]] = {
    "decks": decks.make,
    "markdown": markdown.make,
    "templates": templates.make,
    "pictures": pictures.make,
}
"""What makes the files of an input, one of which is the deck, by the kind of input."""


@dataclass(frozen=True, slots=True)
class Input:
    """Which input it is: the kind, the seed of the run, and its number in the run."""

    kind: str
    seed: int
    number: int

    def files(self) -> dict[str, bytes]:
        """Return the deck and what it names, by their paths."""
        return MAKERS[self.kind](Random(str(self)))  # text: the hash of anything else may differ

    def __str__(self) -> str:
        return f"{self.kind}-{self.seed}-{self.number}"
