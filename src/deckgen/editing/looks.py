"""A deck as it is in the editor -> what the compiler says of it, for as long as it says no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.compiler import Options
from deckgen.editing.overlay import OpenWorld
from deckgen.garbage import kept_apart
from deckgen.internal import Boundary
from deckgen.records import Struct
from deckgen.session import Session
from deckgen.template.own import own_slides
from deckgen.trademarks.known import known_marks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.compiler import Build
    from deckgen.deck import Deck
    from deckgen.diagnostics import Diagnostic
    from deckgen.template.model import Template

_OPTIONS: Final = Options(thorough=True)
"""As `deckgen check` has them."""
_USUAL: Final = "corporate"


class TemplateLook(Struct, frozen=True):
    """What a template offers by names: its layouts, the titles of its slides, and its name."""

    name: str = ""
    layouts: tuple[str, ...] = ()
    slides: tuple[str, ...] = ()


class DeckLook(Struct, frozen=True):
    """What there is to say of a deck, what its template has, and the marks that it may mention."""

    diagnostics: tuple[Diagnostic, ...] = ()
    template: TemplateLook = TemplateLook()
    marks: tuple[str, ...] = ()
    texts: Mapping[str, str] = {}
    """What the open files held, by their plain names."""


class Looking:
    """Looks at a deck again and again; what an edit did not touch is not looked at again.

    It serves one thread at a time.
    """

    def __init__(self, deck: Path) -> None:
        self._deck: Final = deck
        self._world: Final = OpenWorld()
        self._session: Final = Session(_OPTIONS, self._world)
        self._before = DeckLook()
        self._known: tuple[Template, TemplateLook] | None = None

    def look(self, texts: Mapping[str, str]) -> DeckLook:
        """Return what there is to say of the deck where some files are as they are open.

        What the template offers, and the marks, stay as they were while the deck cannot be read.
        """
        self._world.show({name: text.encode(errors="replace") for name, text in texts.items()})
        with kept_apart():
            return self._look(texts)

    def _look(self, texts: Mapping[str, str]) -> DeckLook:
        build = self._session.build(self._deck)
        build.pages()
        deck = build.resolved() if build.source is not None else None
        template, marks = self._before.template, self._before.marks
        with Boundary(build.sink):
            if deck is not None:
                template = self._offered(build, deck) or template
                marks = _marks(build, deck)
        self._before = DeckLook(build.sink.sorted(), template, marks, texts)
        return self._before

    def _offered(self, build: Build, deck: Deck) -> TemplateLook | None:
        """Return what the template of the deck offers; the one of before is not read again."""
        template = build.template(deck)
        if template is None:
            return None
        if self._known is not None and self._known[0] is template:
            return self._known[1]
        name = deck.template.text if deck.template else _USUAL
        layouts = tuple(dict.fromkeys(layout.name for layout in template.layouts if layout.name))
        slides = tuple(slide.title for slide in own_slides(template))
        self._known = template, TemplateLook(name, layouts, slides)
        return self._known[1]


def _marks(build: Build, deck: Deck) -> tuple[str, ...]:
    """Return the marks of the deck's registries, and those known anyway if it asks for any."""
    registries = build.registries(deck)
    own = [entry.mark.text for registry in registries for entry in registry.marks]
    asks = deck.trademarks is not None and all(registry.known for registry in registries)
    known = [mark.spellings[0] for mark in known_marks()] if asks else []
    return tuple(dict.fromkeys((*own, *known)))
