"""The paragraphs of a block quotation -> the words, and who said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import Marker
from deckgen.markdown.kept_lines import DASHES
from deckgen.markdown.model import Quotation
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.content import Paragraph
    from deckgen.source import Span


def quotation(paragraphs: tuple[Paragraph, ...], span: Span) -> Quotation:
    """Return a quotation; a last line that starts with a dash says whose words the others are."""
    *words, last = paragraphs
    first, *others = last.runs
    dash = next((dash for dash in DASHES if first.text.startswith(dash)), "")
    name = first.text.removeprefix(dash).lstrip()
    runs = (replace(first, text=name), *others) if name else tuple(others)
    if not words or not dash or not runs or last.marker is not Marker.NONE:
        return Quotation(paragraphs, span)
    return Quotation(tuple(words), span, replace(last, runs=runs))
