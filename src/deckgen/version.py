"""The version of deckgen, read by the build and by `deckgen --version`."""

__version__ = "0.1.0"
