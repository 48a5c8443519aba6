"""What is written in Mermaid -> a graph, by the word that it starts with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.diagrams.classes import class_diagram
from deckgen.diagrams.flowchart import flowchart
from deckgen.diagrams.mindmap import mindmap
from deckgen.diagrams.model import DiagramError, Graph
from deckgen.diagrams.states import state_diagram

if TYPE_CHECKING:
    from collections.abc import Callable

_READERS: Final[dict[str, Callable[[str], Graph]]] = {
    "flowchart": flowchart,
    "flowchart-elk": flowchart,
    "graph": flowchart,
    "stateDiagram": state_diagram,
    "stateDiagram-v2": state_diagram,
    "classDiagram": class_diagram,
    "classDiagram-v2": class_diagram,
    "mindmap": mindmap,
}
_KNOWN: Final = ("flowchart", "stateDiagram-v2", "classDiagram", "mindmap")
_FRONT: Final = r"\s*---\n.*?\n---[ \t]*(?=\n)"
_DIRECTIVE: Final = r"%%\{.*?\}%%"


def read(text: str) -> Graph:
    """Return the graph that Mermaid's text means; raises `DiagramError` for what is none.

    What is told before it, `---` and `%%{init}%%`, is about looks and is passed over.
    """
    text = re.sub(_FRONT, _blank, text, count=1, flags=re.DOTALL) if "---" in text[:4] else text
    text = re.sub(_DIRECTIVE, _blank, text, flags=re.DOTALL) if "%%{" in text else text
    word = re.search(r"(?m)^[ \t]*(?!%%)([\w-]+)", text)
    kind = word[1] if word else ""
    reader = _READERS.get(kind)
    if reader is None:
        known = ", ".join(f"`{name}`" for name in _KNOWN)
        message = (
            f"`{kind}` is no kind of diagram that is drawn" if kind else "the diagram is empty"
        )
        raise DiagramError(message, word.start(1) if word else 0, f"{known} are")
    graph = reader(text)
    if not graph.nodes:
        raise DiagramError("the diagram has no nodes", word.start(1) if word else 0)
    return graph


def _blank(match: re.Match[str]) -> str:
    """Return as many blanks and line ends, so that places stay."""
    return re.sub(r"[^\n]", " ", match[0])
