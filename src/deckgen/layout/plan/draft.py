"""A page before its title and footers are known: what the pages of a slide are drafted as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.deck import LogicalSlide
    from deckgen.pages import Item
    from deckgen.template.model import Layout
    from deckgen.template.own import OwnSlide


class Draft(Struct, frozen=True):
    """One page of a slide: its layout and items, and which of the slide's pages it is.

    `copied` is the slide of the template that the page shows as it is.
    """

    slide: LogicalSlide
    layout: Layout
    items: tuple[Item, ...]
    number: int = 1
    count: int = 1
    copied: OwnSlide | None = None
