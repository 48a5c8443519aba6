"""Every word that an author wrote is in the file, or in a diagnostic at its place."""

from __future__ import annotations

from hypothesis import event, given

from deckgen.emit import emit
from tests.support.authors import Written, decks
from tests.support.building import open_deck, place
from tests.support.reading import words_of


def lost(written: Written) -> list[str]:
    """Return the words of a deck that are neither in its file nor at the place of a diagnostic.

    A deck with errors has no file: its author is at work on it, and nothing can be lost yet.
    """
    built = place(open_deck(written.text))
    wrong = [item.code.slug for item in built.diagnostics if item.is_error]
    for slug in wrong:
        event(slug)
    if wrong:
        return []
    event("built")
    assert built.pages is not None
    found = words_of(emit(built.pages).read())
    told = "\n".join(item.span.text for item in built.diagnostics if item.span)
    return [word for word in written.words if word not in found and word not in told]


@given(decks())
def test_every_word_is_in_the_file_or_in_a_diagnostic_at_its_place(written):
    assert lost(written) == [], written.text
