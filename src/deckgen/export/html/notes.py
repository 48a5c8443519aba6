"""What a speaker says -> paragraphs of HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from deckgen.content import Baseline, Marker
from deckgen.draw.addresses import WEB

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.content import Paragraph, Run

_DEEPEST: Final = 3
"""Further levels are indented no more."""
_TAGS: Final = {Baseline.SUPERSCRIPT: "sup", Baseline.SUBSCRIPT: "sub"}


def written_notes(notes: Iterable[Paragraph]) -> str:
    """Return paragraphs, with their markers before them."""
    return "".join(map(_paragraph, notes))


def _paragraph(paragraph: Paragraph) -> str:
    marker = ""
    if paragraph.marker is Marker.BULLET:
        marker = f"{paragraph.glyph or '•'} "
    elif paragraph.marker is Marker.NUMBER:
        marker = f"{paragraph.number or 1}. "
    depth = paragraph.level + (1 if marker or paragraph.indented else 0)
    level = f' class="l{min(depth, _DEEPEST)}"' if depth else ""
    inside = "".join(map(_run, paragraph.runs))
    if paragraph.marker in {Marker.HEADING, Marker.TERM}:
        inside = f"<strong>{inside}</strong>"
    return f"<p{level}>{escape(marker)}{inside}</p>\n"


def _run(run: Run) -> str:
    written = escape(run.text).replace("\n", "<br>")
    for name in _tags(run):
        written = f"<{name}>{written}</{name}>"
    if run.link is not None and WEB.match(run.link.target):
        away = 'target="_blank" rel="noopener noreferrer"'
        written = f'<a href="{escape(run.link.target)}" {away}>{written}</a>'
    return written


def _tags(run: Run) -> Iterator[str]:
    if run.baseline in _TAGS:
        yield _TAGS[run.baseline]
    named = (("code", run.code), ("s", run.strike), ("u", run.underline), ("em", run.emphasis))
    yield from (name for name, wanted in named if wanted)
    if run.strong:
        yield "strong"
