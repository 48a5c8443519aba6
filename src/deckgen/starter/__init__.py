"""The decks from which `deckgen new` starts, one for each language."""
