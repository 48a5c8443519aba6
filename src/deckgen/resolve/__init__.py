"""`Spec` -> `Deck`: parts and tracks become a flat list of slides with composed titles."""

from deckgen.resolve.slides import resolve

__all__ = ["resolve"]
