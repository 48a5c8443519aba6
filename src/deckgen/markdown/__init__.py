"""Markdown -> pieces: prose, code, quotations, tables and figures with their places.

CommonMark with tables and strikethrough, bare links, and emphasis that works beside Japanese.
"""

from deckgen.markdown.pieces import parse_body, parse_inline

__all__ = ["parse_body", "parse_inline"]
