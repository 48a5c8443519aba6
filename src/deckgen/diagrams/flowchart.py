"""Mermaid's flowcharts -> graphs: nodes in their outlines, edges, subgraphs.

The grammar is that of https://mermaid.js.org/syntax/flowchart.html.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from deckgen.diagrams.model import (
    DIRECTIONS,
    Cluster,
    DiagramError,
    Direction,
    Edge,
    EdgeLine,
    Graph,
    Head,
    Node,
    NodeOutline,
)
from deckgen.diagrams.shapes import NAMED
from deckgen.diagrams.styling import Styling
from deckgen.diagrams.words import words
from deckgen.records import Struct, field, replace

_OUTLINES: Final = (
    ("(((", ")))", NodeOutline.CIRCLE),
    ("((", "))", NodeOutline.CIRCLE),
    ("([", "])", NodeOutline.STADIUM),
    ("[[", "]]", NodeOutline.ROUTINE),
    ("[(", ")]", NodeOutline.STORE),
    ("{{", "}}", NodeOutline.HEXAGON),
    ("[/", "/]", NodeOutline.SLANTED),
    ("[\\", "\\]", NodeOutline.SLANTED),
    ("[/", "\\]", NodeOutline.TRAPEZOID),
    ("[\\", "/]", NodeOutline.FLIPPED),
    ("(", ")", NodeOutline.ROUNDED),
    ("[", "]", NodeOutline.BOX),
    ("{", "}", NodeOutline.DECISION),
    (">", "]", NodeOutline.FLAG),
)
_HEADS: Final = {">": Head.ARROW, "<": Head.ARROW, "o": Head.CIRCLE, "x": Head.CROSS}
_ID: Final = r"(?:[^\W]|(?<=[\w])[-.](?=[\w]))+"
_PATTERNS: Final = {
    "blank": r"[ \t]*",
    "id": r"(?!(?:end|subgraph)\b)" + _ID,
    "class": r":::[\w-]+",
    "ampersand": r"[ \t]*&[ \t]*",
    "named": r"@\{([^{}]*)\}",
    # what is told of an edge by its name: how it moves, which nothing does on a slide
    "animated": r"[\w-]+@\{[ \t]*(?:animate|animation|curve)[ \t]*:[^{}]*\}",
    "edge_id": r"[ \t]*[\w-]+@(?=[-<=~.ox])",
    # a whole link: its tail, its line, its head, and the words behind it
    "link": r"[ \t]*([<ox]?)((?:--+|==+|-\.+-)[>ox]|---+|===+|-\.+-|~~~+)(?![-=.])"
    r"(?:[ \t]*\|([^|]*)\|)?[ \t]*",
    # a link with words in its middle: `-- words -->`
    "open": r"[ \t]*([<ox]?)(--|==|-\.)[ \t]*(?![-=.>])(.+?)[ \t]*"
    r"((?:--+|==+|\.+-)[>ox]?)[ \t]*",
    "subgraph": r"subgraph(?:[ \t]+([^\n\[]*?))?[ \t]*(?:\[([^\]\n]*)\])?[ \t]*$",
    "direction": r"direction[ \t]+(TB|TD|BT|LR|RL)[ \t]*$",
    "header": r"\s*(?:flowchart(?:-elk)?|graph)\b[ \t]*(TB|TD|BT|LR|RL)?[ \t]*;?",
    "comment": r"%%[^\n]*",
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name], re.MULTILINE)


class _Reading(Struct):
    """What was read of a flowchart so far."""

    text: str
    position: int = 0
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    groups: dict[str, Cluster] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    owner: dict[str, str] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)
    directions: dict[str, Direction] = field(default_factory=dict)
    steps: list[int] = field(default_factory=list)
    styling: Styling = field(default_factory=Styling)

    @property
    def step(self) -> int:
        """The number of the statement that is read."""
        return max(0, len(self.steps) - 1)

    def match(self, name: str) -> re.Match[str] | None:
        found = _pattern(name).match(self.text, self.position)
        if found is not None and found.end() > self.position:
            self.position = found.end()
            return found
        return None


def flowchart(text: str) -> Graph:
    """Return the graph of a flowchart; raises `DiagramError` for what is none."""
    reading = _Reading(text)
    _next_statement(reading)  # comments may stand above
    header = reading.match("header")
    if header is None:
        raise DiagramError("expected `flowchart` and a direction", 0, "start with `flowchart LR`")
    direction = DIRECTIONS[header[1] or "TB"]
    while _next_statement(reading):
        _statement(reading)
    if reading.opened:
        raise DiagramError("a `subgraph` has no `end`", len(text.rstrip()))
    groups = tuple(
        replace(
            group,
            nodes=tuple(reading.members[group.id]),
            direction=reading.directions.get(group.id),
        )
        for group in reading.groups.values()
    )
    nodes = tuple(node for node in reading.nodes.values() if node.id not in reading.groups)
    styling = reading.styling
    return Graph(
        styling.nodes(nodes),
        styling.led(tuple(reading.edges)),
        groups,
        direction,
        steps=tuple(reading.steps),
        unshown=tuple(styling.unshown),
    )


def _next_statement(reading: _Reading) -> bool:
    """Go on to where a statement starts; tell whether there is one."""
    text = reading.text
    while reading.position < len(text):
        if text[reading.position] in " \t\n;\r":
            reading.position += 1
        elif reading.match("comment") is None:
            return True
    return False


def _statement(reading: _Reading) -> None:
    text, start = reading.text, reading.position
    stop = min((at for at in (text.find("\n", start),) if at >= 0), default=len(text))
    if reading.styling.takes(text[start:stop].strip().rstrip(";"), start):
        reading.position = stop
        return
    opening = reading.match("subgraph")
    if opening is not None:
        _open(reading, opening)
        return
    if re.compile(r"end\b(?!\s*-)").match(text, start):
        if not reading.opened:
            raise DiagramError("`end` ends no `subgraph`", start)
        reading.opened.pop()
        reading.position = start + len("end")
        return
    direction = reading.match("direction")
    if direction is not None:
        if reading.opened:
            reading.directions[reading.opened[-1]] = DIRECTIONS[direction[1]]
        return
    if reading.match("animated") is not None:
        return
    reading.steps.append(start)
    _chain(reading)


def _open(reading: _Reading, opening: re.Match[str]) -> None:
    name, title = (opening[1] or "").strip(), opening[2]
    label = words(title if title is not None else name)
    id_ = words(name) if title is None else name
    id_ = id_ or f"group {len(reading.groups) + 1}"
    if id_ in reading.groups:
        raise DiagramError(f"the subgraph `{id_}` is there twice", opening.start())
    around = reading.opened[-1] if reading.opened else ""
    reading.groups[id_] = Cluster(id_, label, (), around)
    reading.members[id_] = []
    reading.opened.append(id_)


def _chain(reading: _Reading) -> None:
    """Read nodes that edges may lead from one to another: `A & B --> C -- words --> D`."""
    sources = _nodes(reading)
    while True:
        reading.match("edge_id")
        link = _link(reading)
        if link is None:
            break
        targets = _nodes(reading)
        for source in sources:
            for target in targets:
                edge = replace(link, source=source, target=target, step=reading.step)
                reading.edges.append(edge)
        sources = targets
    reading.match("blank")
    rest = reading.text[reading.position : reading.position + 1]
    if rest not in {"", "\n", ";", "\r"} and reading.match("comment") is None:
        shown = reading.text[reading.position :].partition("\n")[0].strip()
        hint = 'quote words that hold brackets: `A["f(x)"]`'
        if re.match(r"[-=]>", shown):
            hint = f"links are `{shown[0] * 2}>`, dotted ones `-.->`"
        raise DiagramError(f"cannot read `{shown[:40]}`", reading.position, hint)


def _nodes(reading: _Reading) -> list[str]:
    found = [_node(reading)]
    while reading.match("ampersand") is not None:
        found.append(_node(reading))
    return found


def _node(reading: _Reading) -> str:
    reading.match("blank")
    start = reading.position
    match = reading.match("id")
    if match is None:
        shown = reading.text[start:].partition("\n")[0].strip()
        message = f"expected a node, found `{shown[:40]}`" if shown else "expected a node"
        hint = f"`{shown[:3]}` is a word of Mermaid: write `End`" if shown[:3] == "end" else ""
        raise DiagramError(message, min(start, max(0, len(reading.text) - 1)), hint)
    id_ = match[0]
    known = reading.nodes.get(id_)
    if id_ not in reading.groups:
        node = replace(_declared(reading, id_), step=known.step if known else reading.step)
        if known is None or node.label != id_ or node.outline is not NodeOutline.BOX:
            reading.nodes[id_] = (
                node
                if node.label != id_ or known is None
                else (replace(known, outline=node.outline))
            )
        if reading.opened and id_ not in reading.owner:
            reading.owner[id_] = reading.opened[-1]
            reading.members[reading.opened[-1]].append(id_)
    named = reading.match("class")
    if named is not None:
        reading.styling.named.append((id_, named[0].removeprefix(":::"), start))
    return id_


def _declared(reading: _Reading, id_: str) -> Node:
    """Return a node with the outline and the words behind its id."""
    named = reading.match("named")
    if named is not None:
        return _named(id_, named[1])
    text, start = reading.text, reading.position
    for opening, closing, outline in _OUTLINES:
        if text.startswith(opening, start):
            end = _closing(text, start + len(opening), closing)
            if end is not None:
                reading.position = end + len(closing)
                return Node(id_, words(text[start + len(opening) : end]), outline)
    if text.startswith(("[", "(", "{"), start):
        raise DiagramError(f"the words of `{id_}` have no end", start)
    return Node(id_, id_)


def _named(id_: str, settings: str) -> Node:
    """Return the node of `@{ shape: cyl, label: "Words" }`."""
    said = dict(re.findall(r"([\w-]+)\s*:\s*(\"[^\"]*\"|[^,\"]+)", settings))
    outline = NAMED.get(said.get("shape", "rect").strip().strip("\"'"), NodeOutline.BOX)
    return Node(id_, words(said.get("label", id_)), outline)


def _closing(text: str, start: int, closing: str) -> int | None:
    """Return where words end, which may be quoted; None where they do not on their line."""
    if text.startswith('"', start):
        quote = text.find('"', start + 1)
        return quote + 1 if quote >= 0 and text.startswith(closing, quote + 1) else None
    end = text.find(closing, start)
    line = text.find("\n", start)
    found = text[start:end]
    if end < 0 or (0 <= line < end) or any(sign in found for sign in "[]{}"):
        return None
    return end


def _link(reading: _Reading) -> Edge | None:
    match = reading.match("open") if _has_words(reading) else reading.match("link")
    if match is None:
        return None
    if match.re is _pattern("open"):
        return _edge(match[1], match[2] + match[4], match[3])
    return _edge(match[1], match[2], match[3] or "")


def _has_words(reading: _Reading) -> bool:
    """Tell whether a link has words in its middle, and not a node behind a plain line."""
    match = _pattern("open").match(reading.text, reading.position)
    plain = _pattern("link").match(reading.text, reading.position)
    return match is not None and plain is None


def _edge(tail: str, line: str, label: str) -> Edge:
    head = _HEADS.get(line[-1], Head.NONE)
    start = _HEADS.get(tail, Head.NONE)
    kind = EdgeLine.SOLID
    if line.startswith("="):
        kind = EdgeLine.THICK
    elif "." in line:
        kind = EdgeLine.DOTTED
    elif line.startswith("~"):
        kind = EdgeLine.HIDDEN
    return Edge("", "", words(label), kind, head, start)
