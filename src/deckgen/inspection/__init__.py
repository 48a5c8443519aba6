"""A template -> what deckgen sees in it, told as text or JSON, and a specimen that shows it."""
