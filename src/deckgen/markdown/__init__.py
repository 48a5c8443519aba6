"""Markdown -> pieces: prose, code, quotations, tables and figures with their places.

CommonMark with tables, strikethrough, definition lists, tasks, footnotes, bare links, scripts and
highlights, and emphasis that works beside Japanese. What looks like Markdown and means nothing is
reported.
"""

from deckgen.markdown.body import parse_body, parse_inline
from deckgen.markdown.equations import read_formula
from deckgen.markdown.reading import Reading

__all__ = ["Reading", "parse_body", "parse_inline", "read_formula"]
