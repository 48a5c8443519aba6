"""The schema that editors use agrees with what the compiler takes."""

import re
from itertools import chain

import jsonschema
import pytest
import yaml

from deckgen.blocks import block_set
from deckgen.spec.schema import json_schema
from tests.support.building import REPORT
from tests.support.cases import all_cases

SCHEMA = json_schema(block_set())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


class CoreLoader(yaml.SafeLoader):
    """Reads YAML as editors do: 1.2, with the core schema."""


CoreLoader.yaml_implicit_resolvers = {}
for _tag, _pattern in {
    "null": r"^(?:~|null|Null|NULL|)$",
    "bool": r"^(?:true|True|TRUE|false|False|FALSE)$",
    "int": r"^[-+]?[0-9]+$",
    "float": r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$",
}.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), None)


CoreLoader.add_multi_constructor("!", lambda loader, _tag, node: loader.construct_scalar(node))


def mistakes(text):
    return list(VALIDATOR.iter_errors(yaml.load(text, CoreLoader)))


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_report_is_valid():
    assert mistakes(REPORT.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "case", [case for case in all_cases() if not case.fails()], ids=lambda case: case.id
)
def test_what_compiles_is_valid(case):
    assert mistakes(case.text) == []


@pytest.mark.parametrize(
    "text",
    [
        "titel: {title: x}\n",
        "title: x\n",
        "title: {subtitle: x}\n",
        "title: {title: [x]}\n",
        "title: {title: x, subtitel: y}\n",
        "deck: {slide_numbers: maybe}\n",
        "deck: {language: Japanese!}\n",
        "slides: {title: x}\n",
        "slides: [{titel: x}]\n",
        "slides: [{title: x, id: two words}]\n",
        "slides: [{title: x, image: {alt: y}}]\n",
        "slides: [{title: x, body: {a: b}}]\n",
        "slides: [{title: x, body: [{tabel: x}]}]\n",
        "slides: [{title: x, body: [{image: a.png, alt: b}]}]\n",
        "slides: [{title: x, table: {rows: [[a]], align: [middle]}}]\n",
        "slides: [{title: x, images: {columns: two, pictures: [a.png]}}]\n",
        "sessions: [{body: x}]\n",
        "sessions: [{track: x}]\n",
        "keynote: {title: x}\n",
        "- a\n",
    ],
)
def test_a_typical_mistake_is_invalid(text):
    assert mistakes(text)


def _keys(schema, where=""):
    """Return all properties with their schemas, and where they are."""
    for name, inner in schema.get("properties", {}).items():
        yield f"{where}.{name}", inner
        yield from _keys(inner, f"{where}.{name}")
    for inner in schema.get("anyOf", ()):
        yield from _keys(inner, where)


KEYS = dict(
    chain(
        _keys(SCHEMA, "deck"),
        *(_keys(inner, name) for name, inner in SCHEMA["$defs"].items()),
    )
)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_has_a_description(key):
    schema = KEYS[key]
    name = schema.get("$ref", "").rpartition("/")[2]
    described = schema if "description" in schema else SCHEMA["$defs"].get(name, {})
    inner = next((item for item in described.get("anyOf", ()) if "description" in item), described)
    assert inner.get("description", "").strip(), key


def test_every_definition_is_used():
    text = str(SCHEMA)
    assert all(f"#/$defs/{name}'" in text for name in SCHEMA["$defs"])
