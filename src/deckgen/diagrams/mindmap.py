"""Mermaid's mind maps -> graphs: a tree by how far lines are set in.

The grammar is that of https://mermaid.js.org/syntax/mindmap.html.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.diagrams.lines import statements
from deckgen.diagrams.model import (
    DiagramError,
    Direction,
    Edge,
    Graph,
    GraphForm,
    Head,
    Node,
    NodeOutline,
)
from deckgen.diagrams.words import words
from deckgen.records import replace

_NODE: Final = r"[\w-]*\s*(\(\(|\{\{|\[|\)\)|\)|\()(.*?)(\)\)|\}\}|\]|\(\(|\(|\))"
_OUTLINES: Final = {
    "((": NodeOutline.CIRCLE,
    "{{": NodeOutline.HEXAGON,
    "[": NodeOutline.BOX,
    "(": NodeOutline.ROUNDED,
    ")": NodeOutline.ROUNDED,
    "))": NodeOutline.ROUNDED,
}


def mindmap(text: str) -> Graph:
    """Return the tree of a mind map; raises `DiagramError` for what is none."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    above: list[tuple[int, str]] = []
    steps: list[int] = []
    for statement in statements(text):
        if statement.text.startswith(("::icon", ":::")):
            continue
        while above and above[-1][0] >= statement.indent:
            above.pop()
        if nodes and not above:
            hint = "set all but the first further in"
            raise DiagramError("a mind map has one root", statement.offset, hint)
        steps.append(statement.offset)
        node = replace(_node(f"n{len(nodes)}", statement.text), step=len(nodes))
        if above:
            edges.append(Edge(above[-1][1], node.id, head=Head.NONE, step=len(nodes)))
        nodes.append(node)
        above.append((statement.indent, node.id))
    return Graph(
        tuple(nodes),
        tuple(edges),
        direction=Direction.RIGHT,
        form=GraphForm.MIND_MAP,
        steps=tuple(steps),
    )


def _node(id_: str, text: str) -> Node:
    match = re.fullmatch(_NODE, text)
    if match is None:
        return Node(id_, words(text), NodeOutline.ROUNDED)
    return Node(id_, words(match[2]), _OUTLINES[match[1]])
