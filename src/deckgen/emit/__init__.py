"""Placed pages -> the bytes of a native .pptx on the template that they were placed for."""

from deckgen.emit.deck import emit

__all__ = ["emit"]
