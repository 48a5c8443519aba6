"""What is written in Mermaid -> what it shows, by the word that it starts with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.diagrams.classes import class_diagram
from deckgen.diagrams.entities import entity_diagram
from deckgen.diagrams.flowchart import flowchart
from deckgen.diagrams.gantt import gantt
from deckgen.diagrams.interaction import SequenceDiagram
from deckgen.diagrams.mindmap import mindmap
from deckgen.diagrams.model import DiagramError, Graph
from deckgen.diagrams.pie import pie
from deckgen.diagrams.schedule import Schedule
from deckgen.diagrams.sequence import sequence
from deckgen.diagrams.shares import Shares
from deckgen.diagrams.states import state_diagram
from deckgen.diagrams.words import words
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

Shown = Graph | SequenceDiagram | Schedule | Shares

_READERS: Final[dict[str, Callable[[str], Shown]]] = {
    "flowchart": flowchart,
    "flowchart-elk": flowchart,
    "graph": flowchart,
    "sequenceDiagram": sequence,
    "stateDiagram": state_diagram,
    "stateDiagram-v2": state_diagram,
    "classDiagram": class_diagram,
    "classDiagram-v2": class_diagram,
    "erDiagram": entity_diagram,
    "gantt": gantt,
    "mindmap": mindmap,
    "pie": pie,
}
KNOWN: Final = (
    *("flowchart", "sequenceDiagram", "stateDiagram-v2", "classDiagram", "erDiagram"),
    *("gantt", "mindmap", "pie"),
)
"""The kinds of diagrams that are drawn, as they are written."""
_ELSEWHERE: Final = {
    "timeline": "the block `timeline` shows events on a line: `timeline: [{when: 2019, what: …}]`",
    "quadrantChart": "the block `matrix` has quadrants: `matrix: {x: …, y: …, items: […]}`",
    "xychart": "the block `chart` has columns and lines: `chart: {type: column, data: …}`",
    "xychart-beta": "the block `chart` has columns and lines: `chart: {type: column, data: …}`",
    "radar-beta": "the block `chart` has radars: `chart: {type: radar, data: …}`",
    "journey": "the blocks `steps` and `timeline` show what happens one after the other",
}
"""What serves instead of kinds that are not drawn."""
_FRONT: Final = r"\s*---[ \t]*\n(.*?\n)?---[ \t]*(?=\n)"
_FRONT_TITLE: Final = r"(?m)^title[ \t]*:[ \t]*(.+?)[ \t]*$"
_DIRECTIVE: Final = r"%%\{.*?\}%%"
_ACCESSIBLE: Final = (
    r"(?m)^[ \t]*acc(Title|Descr)[ \t]*(?::[ \t]*([^\n]*)|\{([^}]*)\})[ \t]*;?[ \t]*$"
)
_TITLE: Final = r"(?m)^[ \t]*title(?:[ \t]*:|[ \t])[ \t]*([^\n]+?)[ \t]*;?[ \t]*$"
_BLANKS: Final = r"[^\S\n]{201}"
"""More than anybody writes: they would cost the square of their number."""
_TITLED: Final = frozenset(("sequenceDiagram", "gantt", "pie"))
"""The kinds with a statement for the title."""


class WrittenDiagram(Struct, frozen=True):
    """What a text shows, its title, and what it says of itself to those who do not see it."""

    content: Shown
    title: str = ""
    alt: str = ""


def read(text: str) -> WrittenDiagram:
    """Return what Mermaid's text shows; raises `DiagramError` for what is none.

    What is told before it, `---` and `%%{init}%%`, is about looks and is passed over, its title
    aside.
    """
    blanks = re.search(_BLANKS, text)
    if blanks is not None:
        raise DiagramError("there are more than 200 blanks in a row", blanks.start())
    found: dict[str, list[str]] = {"Title": [], "Descr": [], "title": []}

    def front(match: re.Match[str]) -> str:
        title = re.search(_FRONT_TITLE, match[1] or "")
        found["title"] += [words(title[1])] if title else []
        return _blank(match)

    def accessible(match: re.Match[str]) -> str:
        found[match[1]].append(" ".join((match[2] or match[3] or "").split()))
        return _blank(match)

    def titled(match: re.Match[str]) -> str:
        found["title"].append(words(match[1]))
        return _blank(match)

    text = re.sub(_FRONT, front, text, count=1, flags=re.DOTALL) if "---" in text[:8] else text
    text = re.sub(_DIRECTIVE, _blank, text, flags=re.DOTALL) if "%%{" in text else text
    text = re.sub(_ACCESSIBLE, accessible, text) if "acc" in text else text
    word = re.search(r"(?m)^[ \t]*(?!%%)([\w-]+)", text)
    kind = word[1] if word else ""
    start = word.start(1) if word else 0
    reader = _READERS.get(kind)
    if reader is None:
        raise _unknown(kind, start, text[start:].partition("\n")[0])
    if kind in _TITLED:
        text = text[:start] + re.sub(_TITLE, titled, text[start:])
    content = reader(text)
    if isinstance(content, Graph) and not content.nodes:
        raise DiagramError("the diagram has no nodes", start)
    alt = ". ".join(filter(None, (*found["Title"], *found["Descr"])))
    title = getattr(content, "title", "") or next(iter(found["title"][::-1]), "")
    return WrittenDiagram(content, title, alt)


_EDGE: Final = r"\S *(?:<?--?>|==?>|-\.->|\.\.>) *\S"
_EXAMPLE: Final = "a -> b, b -> c"


def _unknown(kind: str, start: int, line: str) -> DiagramError:
    known = ", ".join(f"`{name}`" for name in KNOWN)
    if not kind:
        return DiagramError("the diagram is empty", start, f"{known} are drawn")
    message = f"`{kind}` is no kind of diagram that is drawn"
    hint = f"{known} are"
    if re.search(_EDGE, line):
        hint = f"write `flowchart LR` on the line above, or `edges: [{_EXAMPLE}]`"
        return DiagramError(message, start, hint)
    instead = _ELSEWHERE.get(kind)
    return DiagramError(message, start, f"{instead}; {hint}" if instead else hint)


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks and line ends, so that places stay."""
    return re.sub(r"[^\n]", " ", match[0])
