"""The agreement of deckgen's line breaks with those of a renderer."""
