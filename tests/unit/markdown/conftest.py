"""Markdown as it stands in a deck, and short ways to say what became of it."""

import pytest

from deckgen.content import Marker
from deckgen.markdown import parse_body, parse_inline
from deckgen.markdown.model import Prose
from deckgen.passage import Passage
from deckgen.source import Source

_LEADS = {Marker.BULLET: "*", Marker.HEADING: "#", Marker.NONE: "-"}


def passage(text):
    source = Source("deck.yaml", text)
    starts = tuple(source.line_start(line) for line in range(source.line_count))
    return Passage(text, source.span(0, len(text)), starts)


@pytest.fixture(scope="session")
def body():
    """Return the pieces of a body."""
    return lambda text: parse_body(passage(text))


@pytest.fixture(scope="session")
def inline():
    """Return the runs of a line, each as its text and the names of its styles."""
    return lambda text: [styled(run) for run in parse_inline(passage(text))]


@pytest.fixture(scope="session")
def paragraphs():
    """Return the paragraphs of all prose as `level marker text`."""

    def read(text):
        pieces = [piece for piece in parse_body(passage(text)) if isinstance(piece, Prose)]
        return [shown(paragraph) for piece in pieces for paragraph in piece.paragraphs]

    return read


def shown(paragraph):
    lead = _LEADS.get(paragraph.marker, f"{paragraph.number}.")
    if paragraph.indented:
        lead = ">"
    return f"{paragraph.level} {lead} {paragraph.text}"


def styled(run):
    names = [name for name in ("strong", "emphasis", "strike", "code") if getattr(run, name)]
    link = f" -> {run.link.target}" if run.link else ""
    return " ".join([run.text, *(f"+{name}" for name in names)]) + link
