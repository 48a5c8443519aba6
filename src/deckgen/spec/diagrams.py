"""The kind of value that is a diagram: text in Mermaid, or a mapping of nodes and edges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Self

from deckgen import codes
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
from deckgen.limits import EDGES, NODES
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Failed
from deckgen.spec.keys import described
from deckgen.spec.nodes import Entry, Mapping, Scalar, Sequence
from deckgen.spec.nodes import Node as Written
from deckgen.spec.passages import passage_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.passage import Passage
    from deckgen.spec.bind import Binding

_KEYS: Final = ("nodes", "edges", "direction", "groups", "alt")
_NODE_KEYS: Final = ("label", "shape", "tone")
_TONES: Final = ("good", "bad", "warn", "important", "muted", "neutral")
_DIRECTIONS: Final = {direction.value: direction for direction in Direction} | DIRECTIONS
_EDGE: Final = r"(.+?)\s*(<?)(-->|->|--|\.\.>|=>|-\.->|<->|-)(?=\s|\w|$)\s*(.+)"
_LINES: Final = {"..>": EdgeLine.DOTTED, "-.->": EdgeLine.DOTTED, "=>": EdgeLine.THICK}


class Diagram(Struct, frozen=True):
    """A graph to be drawn, and where it is written."""

    graph: Graph
    span: Span
    alt: str = ""

    @classmethod
    def bind(cls, node: Written, binding: Binding) -> Self | Failed:
        """Return the graph that Mermaid's text or a mapping says, or report what is wrong."""
        alt = ""
        if isinstance(node, Mapping):
            said = node.get("alt")
            if said is not None and isinstance(said.value, Scalar):
                alt = said.value.text.strip()
            written = node.get("mermaid")
            node = node if written is None else written.value
        if isinstance(node, Scalar) and not node.is_null:
            graph = mermaid(passage_of(node), node.span, binding)
        elif isinstance(node, Mapping):
            graph = _Declared(node, binding).graph()
        else:
            hint = "write Mermaid, `flowchart LR` and so on, or `nodes:` and `edges:`"
            return binding.wrong_type(node, "a diagram", [hint])
        return FAILED if graph is None else cls(graph, node.span, alt)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        text = {"type": ["string", "number"]}
        outlines = {"enum": [outline.value for outline in NodeOutline]}
        node = {
            "anyOf": [
                text,
                {
                    "type": "object",
                    "properties": {
                        "label": described("Its words.", text),
                        "shape": described("Its outline.", outlines),
                        "tone": described("What it means, by its colour.", {"enum": [*_TONES]}),
                    },
                    "additionalProperties": False,
                },
            ]
        }
        edge = {"anyOf": [text, {"type": "object", "additionalProperties": text}]}
        nodes = {
            "anyOf": [
                {"type": "object", "additionalProperties": node},
                {"type": "array", "items": text},
            ]
        }
        groups = {"type": "object", "additionalProperties": {"type": "array", "items": text}}
        edges = {"type": "array", "items": edge}
        keys = {
            "nodes": described("Nodes: `name: words` or `name: {label, shape, tone}`.", nodes),
            "edges": described("Edges: `a -> b`, `a -> b: words`.", edges),
            "direction": described("Which way edges lead.", {"enum": [*_DIRECTIONS]}),
            "groups": described("Nodes that belong together: `name: [node, node]`.", groups),
            "alt": described("What the diagram shows, for those who do not see it.", text),
        }
        written = described("The diagram in Mermaid.", {"type": "string"})
        drawn = {"mermaid": written, "alt": keys["alt"]}
        return {
            "anyOf": [
                {"type": "string"},
                _object(keys, ["edges"]),
                _object(drawn, ["mermaid"]),
            ]
        }


def _object(keys: dict[str, dict[str, object]], required: list[str]) -> dict[str, object]:
    return {
        "type": "object",
        "properties": keys,
        "required": required,
        "additionalProperties": False,
    }


def mermaid(passage: Passage, span: Span, binding: Binding) -> Graph | None:
    """Return the graph of a text in Mermaid; None for a mistake, which is reported at its place."""
    from deckgen.diagrams.mermaid import read  # few decks need it

    try:
        return _bounded(read(passage.text), span, binding)
    except DiagramError as error:
        offset = min(error.offset, max(0, len(passage.text) - 1))
        line = passage.text.count("\n", 0, offset)
        place = span
        if line < len(passage.starts):
            start = passage.starts[line] + offset - (passage.text.rfind("\n", 0, offset) + 1)
            start = min(max(start, span.start), max(span.start, span.stop - 1))
            place = span.source.span(start, start + 1)
        hints = [error.hint] if error.hint else []
        binding.sink.report(codes.BAD_DIAGRAM, place, error.message, hints=hints)
        return None


def _bounded(graph: Graph, span: Span, binding: Binding) -> Graph | None:
    """Return a graph that is not too large to be drawn; one that is is reported."""
    for count, most, what in (
        (len(graph.nodes), NODES, "nodes"),
        (len(graph.edges), EDGES, "edges"),
    ):
        if count > most:
            message = f"the diagram has {count:,} {what}, and at most {most} are drawn"
            hints = ["part it in several, or show what belongs together as one"]
            binding.sink.report(codes.BAD_DIAGRAM, span, message, hints=hints)
            return None
    return graph


class _Declared:
    """Reads a graph that is declared by its nodes and edges."""

    def __init__(self, node: Mapping, binding: Binding) -> None:
        self.node = node
        self.binding = binding
        self.nodes: dict[str, Node] = {}
        self.failed = False

    def graph(self) -> Graph | None:
        for entry in self.node.entries:
            if entry.key.text not in _KEYS:
                self.refuse(entry.key, f"unknown key `{entry.key.text}`", entry.key.text, _KEYS)
        declared = self.node.get("nodes")
        if declared is not None:
            self.read_nodes(declared.value)
        edges = tuple(self.edges(declared is None))
        groups = tuple(self.groups())
        direction = self.direction()
        if not self.nodes and not self.failed:
            self.refuse(self.node, "the diagram has neither nodes nor edges")
        nodes = tuple(self.nodes.values())
        graph = Graph(nodes, edges, groups, direction)
        return None if self.failed else _bounded(graph, self.node.span, self.binding)

    def refuse(
        self, node: Written, message: str, word: str = "", known: tuple[str, ...] = ()
    ) -> None:
        near = self.binding.sink.guesses.closest(word, known) if word else None
        hints = [f"did you mean `{near}`?"] if near else []
        self.binding.sink.report(codes.BAD_DIAGRAM, node.span, message, hints=hints)
        self.failed = True

    def read_nodes(self, node: Written) -> None:
        if isinstance(node, Sequence):
            for item in node.items:
                if isinstance(item, Scalar):
                    self.nodes[item.text] = Node(item.text, item.text)
                else:
                    self.refuse(item, "expected the name of a node")
        elif isinstance(node, Mapping):
            for entry in node.entries:
                found = self.declared(entry)
                if found is not None:
                    self.nodes[found.id] = found
        else:
            self.refuse(node, "expected nodes: `name: words` on a line each")

    def declared(self, entry: Entry) -> Node | None:
        name, value = entry.key.text, entry.value
        if isinstance(value, Scalar):
            return Node(name, name if value.is_null else value.text.strip())
        if not isinstance(value, Mapping):
            self.refuse(value, f"expected the words of `{name}`")
            return None
        said = {}
        for each in value.entries:
            if each.key.text not in _NODE_KEYS or not isinstance(each.value, Scalar):
                self.refuse(each.key, f"unknown key `{each.key.text}`", each.key.text, _NODE_KEYS)
            else:
                said[each.key.text] = each.value
        outline = self.among(said.get("shape"), tuple(o.value for o in NodeOutline), "shape")
        tone = self.among(said.get("tone"), _TONES, "tone")
        label = said["label"].text.strip() if "label" in said else name
        return Node(name, label, NodeOutline(outline) if outline else NodeOutline.BOX, tone or "")

    def among(self, node: Scalar | None, known: tuple[str, ...], what: str) -> str | None:
        if node is None or node.text in known:
            return None if node is None else node.text
        self.refuse(node, f"`{node.text}` is no {what}", node.text, known)
        return None

    def edges(self, implied: bool) -> Iterator[Edge]:
        """Yield edges: `a -> b`, or `a -> b: words`, which YAML reads as a mapping."""
        entry = self.node.get("edges")
        if entry is None:
            return
        if not isinstance(entry.value, Sequence):
            self.refuse(entry.value, "expected a list of edges: `- a -> b: words`")
            return
        for item in entry.value.items:
            if isinstance(item, Scalar):
                yield from self.edge(item, None, implied)
            elif isinstance(item, Mapping):
                for each in item.entries:
                    yield from self.edge(each.key, each.value, implied)
            else:
                self.refuse(item, "expected an edge: `a -> b`")

    def edge(self, node: Scalar, words: Written | None, implied: bool) -> Iterator[Edge]:
        text, label = node.text, ""
        if isinstance(words, Scalar):
            label = "" if words.is_null else words.text.strip()
        elif words is None and ": " in text:
            text, _, label = text.partition(": ")
        match = re.fullmatch(_EDGE, text.strip())
        if match is None:
            self.refuse(node, f"`{text}` is no edge: write `a -> b`")
            return
        source, target = match[1].strip(), match[4].strip()
        known = tuple(self.nodes)
        for name in (source, target):
            if name not in self.nodes and implied:
                self.nodes[name] = Node(name, name)
            elif name not in self.nodes:
                self.refuse(node, f"`{name}` is not among the nodes", name, known)
                return
        head = Head.NONE if match[3] in {"--", "-"} else Head.ARROW
        both = match[2] == "<" or match[3] == "<->"
        tail = Head.ARROW if both else Head.NONE
        yield Edge(source, target, label, _LINES.get(match[3], EdgeLine.SOLID), head, tail)

    def groups(self) -> Iterator[Cluster]:
        entry = self.node.get("groups")
        if entry is None:
            return
        if not isinstance(entry.value, Mapping):
            self.refuse(entry.value, "expected groups: `name: [node, node]` on a line each")
            return
        taken: dict[str, str] = {}
        for each in entry.value.entries:
            name, members = each.key.text, list[str]()
            items = each.value.items if isinstance(each.value, Sequence) else (each.value,)
            for item in items:
                word = item.text if isinstance(item, Scalar) else ""
                if word not in self.nodes:
                    self.refuse(item, f"`{word}` is not among the nodes", word, tuple(self.nodes))
                elif word in taken:
                    self.refuse(item, f"`{word}` is in the group `{taken[word]}` already")
                else:
                    taken[word] = name
                    members.append(word)
            yield Cluster(f"group {name}", name, tuple(members))

    def direction(self) -> Direction:
        entry = self.node.get("direction")
        if entry is None:
            return Direction.RIGHT
        scalar = entry.value if isinstance(entry.value, Scalar) else None
        word = self.among(scalar, tuple(_DIRECTIONS), "direction")
        return _DIRECTIONS[word] if word else Direction.RIGHT
