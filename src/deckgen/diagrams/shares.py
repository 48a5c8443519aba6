"""A pie: what shares a whole, and how much of it each has."""

from __future__ import annotations

from deckgen.diagrams.model import Unshown
from deckgen.records import Struct


class PieShare(Struct, frozen=True):
    """A share by its name, and where it is written: the offset in the text."""

    name: str
    value: float
    offset: int


class Shares(Struct, frozen=True):
    """All shares in their order; `told` is whether their values are."""

    shares: tuple[PieShare, ...]
    title: str = ""
    told: bool = False
    steps: tuple[int, ...] = ()
    unshown: tuple[Unshown, ...] = ()
