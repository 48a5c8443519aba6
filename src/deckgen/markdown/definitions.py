"""The paragraphs of a definition list -> terms, each with the paragraphs that explain it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import Marker
from deckgen.markdown.model import Definition, DefinitionList
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.content import Paragraph


def definitions(paragraphs: Sequence[Paragraph]) -> DefinitionList | None:
    """Return the list that paragraphs make; None where they do not begin with a term."""
    if not paragraphs or paragraphs[0].marker is not Marker.TERM:
        return None
    groups: list[tuple[Paragraph, list[Paragraph]]] = []
    for paragraph in paragraphs:
        if paragraph.marker is Marker.TERM:
            groups.append((paragraph, []))
        else:
            groups[-1][1].append(_outdented(paragraph))
    made = tuple(
        Definition(term.runs, tuple(below), term.span.to(below[-1].span if below else term.span))
        for term, below in groups
    )
    return DefinitionList(made, made[0].span.to(made[-1].span))


def _outdented(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph of a definition as it stands alone: a level further out."""
    if paragraph.level == 0:
        return replace(paragraph, indented=False)
    return replace(paragraph, level=paragraph.level - 1)
