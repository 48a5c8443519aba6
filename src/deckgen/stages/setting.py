"""`Deck` and `Template` -> `Pages`, with the fonts of this machine at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.internal import Outside
from deckgen.layout.deck import lay_out
from deckgen.text.machine import MachineFonts
from deckgen.text.typesetter import Typesetter

if TYPE_CHECKING:
    from deckgen.compiler import Build
    from deckgen.deck import Deck
    from deckgen.pages import Pages
    from deckgen.template.model import Template


def set_pages(build: Build, deck: Deck, template: Template) -> Pages:
    """Return the placed pages of a deck."""
    report = build.options.progress
    typesetter = Typesetter(MachineFonts())
    if report is None:
        return lay_out(deck, template, typesetter, build.sink)

    def told(done: int, total: int) -> None:
        with Outside():
            report("layout", done, total)

    return lay_out(deck, template, typesetter, build.sink, told)
