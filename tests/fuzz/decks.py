"""Decks: those of the cases with damage, and random ones of the language's own JSON Schema."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import yaml

from deckgen.blocks import block_set
from deckgen.spec.schema import json_schema
from tests.fuzz.slips import NASTY, damage, slip
from tests.support.cases import all_cases
from tests.support.pictures import world

if TYPE_CHECKING:
    from random import Random

_DEEPEST: Final = 7
_WORDS: Final = (
    *("Costs", "2016", "Benchmark of the **new** machines", "見直しと、対策について", "a", "on"),
    *("- one\n- two\n  - three\n", "| a | b |\n|---|--:|\n| 1 | 2 |\n", "x[^1]\n\n[^1]: note\n"),
    *("```python\nprint(1)\n```\n", "> words\n", "![alt](wide.png)", "[see](#a)", "Orinoco"),
)
_FILES: Final = tuple(world().files)


def make(random: Random) -> dict[str, bytes]:
    """Return a deck."""
    return {"deck.yaml": random.choice(_WAYS)(random)}


@cache
def corpus() -> tuple[str, ...]:
    """Return decks that people could have written."""
    return tuple(case.text for case in all_cases())


def _slipped(random: Random) -> bytes:
    return slip(random.choice(corpus()), random, corpus()).encode(errors="surrogatepass")


def _damaged(random: Random) -> bytes:
    return damage(random.choice(corpus()).encode(), random)


def _changed(random: Random) -> bytes:
    """Return a deck of which some values are others."""
    try:
        tree = yaml.load(random.choice(corpus()), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return _slipped(random)
    for _ in range(random.choice((1, 1, 2, 5))):
        tree = _with_change(tree, random)
    return _written(tree, random)


def _with_change(tree: object, random: Random, depth: int = 0) -> object:
    """Return a tree with another value somewhere."""
    if isinstance(tree, dict) and tree and random.random() < 0.9:
        key = random.choice(list(tree))
        name = _value(random) if random.random() < 0.1 else key
        changed = _with_change(tree[key], random, depth + 1)
        return {
            (str(name) if k == key else k): (changed if k == key else v) for k, v in tree.items()
        }
    if isinstance(tree, list) and tree and random.random() < 0.9:
        at = random.randrange(len(tree))
        times = random.choice((0, 1, 1, 1, 2, 30))
        return [*tree[:at], *[_with_change(tree[at], random, depth + 1)] * times, *tree[at + 1 :]]
    return _value(random, tree)


def _value(random: Random, before: object = "") -> object:
    match random.randrange(8):
        case 0:
            return [before]
        case 1:
            return {random.choice(("title", "body", "text", "image", "x")): before}
        case 2:
            return random.choice((None, True, False, 0, -1, 3.5, 10**30, [], {}))
        case 3:
            return random.choice(_FILES)
        case 4:
            return slip(str(before), random)
        case 5:
            return random.choice(NASTY)
        case _:
            return random.choice(_WORDS)


def _random(random: Random) -> bytes:
    """Return a deck that the schema allows, as far as it tells."""
    parts = _schema()["properties"]
    names = random.sample(sorted(parts), random.randrange(1, 5))
    return _written({name: _instance(parts[name], random, 0) for name in names}, random)


@cache
def _schema() -> Any:
    return json_schema(block_set())


def _instance(schema: Any, random: Random, depth: int) -> Any:
    """Return a value that a schema allows, with something that it does not here and there."""
    if random.random() < 0.005:
        return _value(random)
    if "$ref" in schema:
        return _instance(_schema()["$defs"][schema["$ref"].rpartition("/")[2]], random, depth)
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        return _instance(random.choice(choices), random, depth)
    if "enum" in schema or "const" in schema:
        return random.choice(schema.get("enum") or [schema["const"]])
    kind = schema.get("type", "string")
    kind = random.choice(kind) if isinstance(kind, list) else kind
    match kind:
        case "object":
            return _mapping(schema, random, depth)
        case "array":
            return _list(schema, random, depth)
        case "string":
            return _text(schema, random)
        case _:
            return random.choice(_VALUES[kind])


def _mapping(schema: Any, random: Random, depth: int) -> dict[str, Any]:
    known = schema.get("properties", {})
    names = random.sample(sorted(known), min(len(known), random.randrange(1, 5)))
    told = {str(known[name]): name for name in names}  # names that mean the same are told alike
    names = list(told.values()) if random.random() < 0.95 else names
    for rule in schema.get("allOf", ()):
        choices = [one.get("required", ()) for one in rule.get("anyOf", ())]
        if not any(set(one) <= set(names) for one in choices):
            names += random.choice(choices or [()])
    if schema.get("maxProperties") == 1:
        names = names[:1]
    if depth > _DEEPEST:
        names = names[-1:]
    return {name: _instance(known[name], random, depth + 1) for name in names if name in known}


def _list(schema: Any, random: Random, depth: int) -> list[Any]:
    count = random.choice((0, 1, 1, 2, 3, 12)) if depth < _DEEPEST else 0
    items = schema.get("items", {"type": "string"})
    return [_instance(items, random, depth + 1) for _ in range(count)]


def _text(schema: Any, random: Random) -> str:
    if random.random() < 0.03:
        return random.choice((*NASTY, *_FILES))
    if "icture" in schema.get("description", "") or "path" in schema.get("description", ""):
        return random.choice(_FILES[:7])
    if "pattern" in schema:
        return random.choice(
            ("en", "ja", "de-AT") if "A-Z" in schema["pattern"] else ("a", "b", "c")
        )
    return random.choice(_WORDS)


_VALUES: Final[dict[str, tuple[Any, ...]]] = {
    "boolean": (True, False),
    "integer": (0, 1, 2, 3, 7, 100),
    "number": (0, 1, 2.5, 12, 18, 0.9, 1e6),
    "null": (None,),
}


def _written(tree: object, random: Random) -> bytes:
    """Return a tree as JSON, with and without escapes, or as YAML."""
    match random.randrange(3):
        case 0:
            text = json.dumps(tree, ensure_ascii=False)
        case 1:
            text = json.dumps(tree, indent=random.choice((None, 2)))
        case _:
            text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    return text.encode(errors="surrogatepass")


_WAYS: Final = (_slipped, _slipped, _damaged, _changed, _changed, _random, _random)
