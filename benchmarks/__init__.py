"""Measurements of deckgen against others; nothing here is part of the package."""
