"""Markdown as it stands in a deck, and short ways to say what became of it."""

import pytest

from deckgen.content import Baseline, Marker
from deckgen.diagnostics import Sink
from deckgen.markdown import Reading, parse_body, parse_inline
from deckgen.markdown.model import Prose
from deckgen.passage import Passage
from deckgen.source import Source

_STYLES = ("strong", "emphasis", "strike", "code", "underline", "marked")
_LEADS = {Marker.BULLET: "*", Marker.HEADING: "#", Marker.NONE: "-", Marker.TERM: "="}


def passage(text):
    source = Source("deck.yaml", text)
    starts = tuple(source.line_start(line) for line in range(source.line_count))
    return Passage(text, source.span(0, len(text)), starts)


def reading():
    """Return a way to read Markdown of which nobody wants to be told anything."""
    return Reading(Sink())


@pytest.fixture(scope="session")
def told():
    """Return what is told of a body: code, place and hint of each diagnostic."""

    def tell(text):
        reading = Reading(Sink())
        parse_body(passage(text), reading)
        return [(d.code.slug, d.span.text, *d.hints) for d in reading.sink.sorted()]

    return tell


@pytest.fixture(scope="session")
def body():
    """Return the pieces of a body."""
    return lambda text: parse_body(passage(text), reading())


@pytest.fixture(scope="session")
def inline():
    """Return the runs of a line, each as its text and the names of its styles."""
    return lambda text: [styled(run) for run in parse_inline(passage(text), reading())]


@pytest.fixture(scope="session")
def paragraphs():
    """Return the paragraphs of all prose as `level marker text`."""

    def read(text):
        pieces = [
            piece for piece in parse_body(passage(text), reading()) if isinstance(piece, Prose)
        ]
        return [shown(paragraph) for piece in pieces for paragraph in piece.paragraphs]

    return read


def shown(paragraph):
    lead = _LEADS.get(paragraph.marker, f"{paragraph.number}.")
    if paragraph.indented:
        lead = ">"
    lead = paragraph.glyph or lead
    return f"{paragraph.level} {lead} {paragraph.text}"


def styled(run):
    names = [name for name in _STYLES if getattr(run, name)]
    names += [run.baseline.value] * (run.baseline is not Baseline.NORMAL)
    link = f" -> {run.link.target}" if run.link else ""
    return " ".join([run.text, *(f"+{name}" for name in names)]) + link
