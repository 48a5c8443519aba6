"""Decks with a cursor, `|>`, and what is offered there; decks in memory, and their diagnostics."""

from pathlib import Path

from deckgen.editing.forms import deck_language
from deckgen.editing.library import Library
from deckgen.editing.looks import DeckLook, TemplateLook
from deckgen.editing.offers import offers
from deckgen.editing.offers.model import Around, Offer
from deckgen.lsp.answers import without_stops
from deckgen.world import MemoryWorld

PATH = Path("/talks/deck.yaml")
LANGUAGE = deck_language()


def around(text, files=None, look=None, path=PATH):
    """Return a file that is open, with others on the disk."""
    world = MemoryWorld({f"/talks/{name}": data for name, data in (files or {}).items()})
    library = Library(world)
    library.show(path, text)
    deck = library.deck_of(path)
    deck.look = look or DeckLook(template=TemplateLook("brand", ("Cover", "Body"), ("Us",)))
    file = library.file(path)
    assert file is not None
    return Around(file, deck, world)


def offered(text, **options):
    """Return what is offered at the cursor, by its label."""
    before, _, after = text.partition("|>")
    at = len(before)
    there = around(before + after, **options)
    place = there.document.place(there.file.language, there.file.root, at)
    found: dict[str, Offer] = {}
    for offer in offers(place, there) if place else ():
        found.setdefault(offer.label, offer)
    return found


def accepted(text, offer):
    """Return a text in which an offer is taken as an editor without snippets does."""
    text = text.replace("|>", "")
    line = text[text.rfind("\n", 0, offer.start) + 1 : offer.start]
    blank = line[: len(line) - len(line.lstrip())]
    words = without_stops(offer.text) if offer.has_stops else offer.text
    return text[: offer.start] + words.replace("\n", "\n" + blank) + text[offer.stop :]
