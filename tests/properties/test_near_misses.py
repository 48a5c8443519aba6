"""A slip of the keyboard in Markdown costs no word: each is shown, leads somewhere, or is told."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.content import Link, Run
from deckgen.diagnostics import Sink
from deckgen.markdown import Reading, parse_body, parse_inline
from deckgen.passage import Passage
from deckgen.records import Struct
from deckgen.source import Source, Span
from tests.support.authors import LINES

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = list("*_~`[](){}<>!|#-+=^$:.\\/\"' \n、・　")
slips = st.tuples(st.sampled_from(("insert", "delete", "repeat")), st.integers(0, 400))


@st.composite
def slipped(draw):
    """Return Markdown of words of its own, with a few slips at signs, and the words."""
    patterns = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=5))
    numbers = count()
    text = re.sub("@", lambda _: f"q{next(numbers)}z", "\n".join(patterns))
    words = re.findall(r"q\d+z", text)
    for kind, at in draw(st.lists(slips, max_size=4)):
        places = [n for n, letter in enumerate(text) if not letter.isalnum()]
        if not places:
            break
        place = places[at % len(places)]
        sign = draw(st.sampled_from(SIGNS)) if kind == "insert" else text[place]
        kept = text[place] if kind != "delete" else ""
        text = text[:place] + kept + (sign if kind != "delete" else "") + text[place + 1 :]
    return text, [word for word in words if word in text]


def said(value: object) -> Iterator[str]:
    """Yield all that pieces say: texts of runs, targets, alternative texts."""
    match value:
        case str():
            yield unquote(value)
        case Span():
            return
        case Link():
            yield unquote(f"{value.target} {value.title}")
        case Run():
            yield value.text
            yield from said(value.link)
        case tuple():
            if value and isinstance(value[0], Run):
                yield "".join(run.text for run in value)
            for item in value:
                yield from said(item)
        case Struct():
            for name in value.__struct_fields__:
                yield from said(getattr(value, name))


def lost(text, words, parse):
    """Return the words that are neither said nor at the place of a diagnostic.

    Comments and what is written behind the signs of a fence are no words. A mistake is not told of
    each of the words around it.
    """
    source = Source("deck.yaml", text)
    lines = range(text.count("\n") + 1)
    passage = Passage(text, source.span(0, len(text)), tuple(map(source.line_start, lines)))
    sink = Sink()
    found = "\n".join(said(parse(passage, Reading(sink))))
    if sink.has_errors:
        return []
    told = "\n".join(item.span.text for item in sink.sorted() if item.span)
    hidden = "\n".join(re.findall(r"<!--.*?-->|^ *(?:```|~~~).*$", text, re.MULTILINE | re.DOTALL))
    return [word for word in words if all(word not in kept for kept in (found, told, hidden))]


@settings(max_examples=400)
@given(slipped())
def test_a_slip_in_a_body_costs_no_word(written):
    text, words = written
    assert lost(text, words, parse_body) == [], text


@settings(max_examples=200)
@given(slipped())
def test_a_slip_in_a_line_costs_no_word(written):
    text, words = written
    assert lost(text, words, parse_inline) == [], text
