"""A text that is no deck -> whether it is Markdown, as other programs take slides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.spec.keys import shape_of
from deckgen.spec.language import Spec

if TYPE_CHECKING:
    from deckgen.source import Source, Span

_SUFFIXES: Final = (".md", ".markdown", ".mdown", ".qmd", ".rmd")
_FRONT_MATTER: Final = lazy(r"\s*---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_HEADING: Final = lazy(r"^#{1,6}[ \t]+\S.*|^\S.*(?=\r?\n(?:===+|---+)[ \t]*$)", re.MULTILINE)
_PART: Final = lazy(rf"^(?:{'|'.join(shape_of(Spec).keys)})[ \t]*:", re.MULTILINE)


def markdown_in(source: Source) -> Span | None:
    """Return where a text that is no deck shows itself as Markdown, or None where it does not.

    That is its first heading, else its first line where its name says what it is. A text with a
    part of a deck in it is YAML with mistakes, whose comments may look like headings.
    """
    matter = _FRONT_MATTER.match(source.text)
    start = matter.end() if matter else 0
    if _PART.search(source.text, start):
        return None
    heading = _HEADING.search(source.text, start)
    if heading is not None:
        return source.span(heading.start(), heading.start() + len(heading[0].rstrip()))
    if source.name.lower().endswith(_SUFFIXES):
        return source.span(0, len(source.line_text(0)))
    return None
