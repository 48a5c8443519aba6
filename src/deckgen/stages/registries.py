"""A deck -> the registries of trademarks that hold for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks import block_set
from deckgen.spec.bind import Binding
from deckgen.spec.files import Files

if TYPE_CHECKING:
    from deckgen.compiler import Build
    from deckgen.deck import Deck
    from deckgen.spec.registries import Registry

USUAL: Final = "assets/trademarks.yaml"
"""The file of marks of a deck that names none, where there is such a file beside it."""


def load_registries(build: Build, deck: Deck) -> tuple[Registry, ...]:
    """Return the registries that a deck names, else the one in the usual place, if any."""
    settings = deck.trademarks
    if settings is not None and settings.registry is not None:
        return tuple(file.registry for file in settings.registry)
    if not build.world.exists(build.base / USUAL):
        return ()
    from deckgen.spec.registries import read_registry

    files = Files(build.world, build.base, build.sink, build.options.limits)
    found = read_registry(USUAL, None, Binding(build.sink, files, block_set()))
    return () if found is None else (found,)
