"""The JSON Schema of diagrams that are declared: as nodes and edges, or as an organisation."""

from __future__ import annotations

from deckgen.diagrams.model import NodeOutline
from deckgen.spec.diagrams import NAMED_DIRECTIONS, TONES
from deckgen.spec.keys import described


def declared_schema(about: dict[str, dict[str, object]]) -> list[dict[str, object]]:
    """Return the JSON Schema of both kinds, with what may be said of each."""
    text = {"type": ["string", "number"]}
    outlines = {"enum": [outline.value for outline in NodeOutline]}
    tone = described("What it means, by its colour.", {"enum": [*TONES]})
    said: dict[str, dict[str, object]] = {
        "label": described("Its words.", text),
        "shape": described("Its outline.", outlines),
        "tone": tone,
    }
    node = {"anyOf": [text, _object(said, [])]}
    listed = _object({"id": described("The name that edges have for it.", text), **said}, ["id"])
    named = {"type": "object", "additionalProperties": node}
    words = {"type": ["string", "number", "null"]}
    worded = {"type": "object", "additionalProperties": words}
    edge = {"anyOf": [text, worded]}
    edges = {"anyOf": [text, worded, {"type": "array", "items": edge}]}
    nodes = {
        "anyOf": [named, {"type": "array", "items": {"anyOf": [text, listed, named]}}],
    }
    groups = {"type": "object", "additionalProperties": {"type": "array", "items": text}}
    direction = described("Which way edges lead.", {"enum": [*NAMED_DIRECTIONS]})
    graph = {
        "nodes": described("Nodes: `name: words` or `name: {label, shape, tone}`.", nodes),
        "edges": described("Edges: `a -> b`, `a -> b: words`.", edges),
        "direction": direction,
        "groups": described("Nodes that belong together: `name: [node, node]`.", groups),
        **about,
    }
    org = described(
        "Who reports to whom: `head: [report, report]`, to any depth; or"
        " `{name, role, tone, reports}`.",
        {"type": ["object", "array", "string"]},
    )
    chart = {"org": org, "direction": direction, **about}
    return [_object(graph, ["edges"]), _object(chart, ["org"])]


def _object(keys: dict[str, dict[str, object]], required: list[str]) -> dict[str, object]:
    found: dict[str, object] = {
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
    }
    return {**found, "required": required} if required else found
