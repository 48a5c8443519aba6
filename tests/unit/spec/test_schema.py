"""The schema that editors use agrees with what the compiler takes."""

import re
from itertools import chain

import jsonschema
import pytest
import yaml

from deckgen.blocks import block_set
from deckgen.compiler import build_text
from deckgen.spec.reuse import KEYS as REUSED
from deckgen.spec.schema import json_schema, registry_schema
from deckgen.world import MemoryWorld
from tests.support.building import REPORT
from tests.support.cases import all_cases
from tests.support.pictures import movie, picture

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
    "case", [case for case in all_cases() if not case.fails("corporate")], ids=lambda case: case.id
)
def test_what_compiles_is_valid(case):
    assert mistakes(case.text) == []


@pytest.mark.parametrize(
    "text",
    [
        "titel: {title: x}\n",
        "keynote: x\n",
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


@pytest.mark.parametrize("key", KEYS)
def test_every_key_says_in_markdown_what_it_is(key):
    schema = KEYS[key]
    assert schema["markdownDescription"].startswith(schema["description"]), key


@pytest.mark.parametrize("schema", [SCHEMA, registry_schema(block_set())], ids=["deck", "marks"])
def test_defaults_are_valid(schema):
    defaults = [one for one in _inner(schema) if "default" in one]
    for one in defaults:
        validator = jsonschema.Draft202012Validator({"$defs": schema["$defs"], **one})
        validator.validate(one["default"])
    assert defaults or schema is not SCHEMA


def _inner(schema):
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(inner, dict | list):
            yield from _inner(inner)


def test_what_must_be_written_is_said_where_editors_look_for_it():
    assert SCHEMA["$defs"]["TitledSlide"]["required"] == ["title"]
    assert SCHEMA["$defs"]["TitleSlide"]["anyOf"][0]["required"] == ["title"]
    assert SCHEMA["$defs"]["Track"]["required"] == ["track", "sessions"]


def _offered(schema):
    """Return what editors put in for a schema: its snippet, with the texts at its stops."""
    return [_filled(offer["body"]) for offer in schema.get("defaultSnippets", ())]


def _filled(body):
    match body:
        case dict():
            return {key: _filled(value) for key, value in body.items()}
        case list():
            assert not any(isinstance(item, list) for item in body), "editors flatten these"
            return [_filled(item) for item in body]
        case str():
            text = re.sub(r"^\$\{\d+:(.*)\}$", r"\1", body)
            return yaml.load(re.sub(r"\\([$}\\])", r"\1", text), CoreLoader)
        case _:
            return body


CONTENT = {name: SCHEMA["$defs"]["Slide"]["properties"][name] for name in block_set().by_key}
ITEMS = {"Slide": "slides", "Section": "slides", "TitledSlide": "sessions", "Track": "sessions"}
OFFERED = (
    *({key: body} for key, one in SCHEMA["properties"].items() for body in _offered(one)),
    *(
        {"slides": [{"title": "x", key: body}]}
        for key, s in CONTENT.items()
        for body in _offered(s)
    ),
    *({key: [body]} for name, key in ITEMS.items() for body in _offered(SCHEMA["$defs"][name])),
    *(
        {"slides": [{"title": "x", name: body}]}
        for name, one in SCHEMA["$defs"]["Slide"]["properties"].items()
        if name not in CONTENT
        for body in _offered(one)
    ),
    *(
        {"title": {"title": "x"}, "deck": {name: body}}
        for name, one in SCHEMA["$defs"]["Settings"]["properties"].items()
        for body in [*_offered(one), *([one["default"]] if "default" in one else [])]
    ),
)


def test_editors_have_something_to_offer_for_every_part_and_block():
    parts = [each for key, each in SCHEMA["properties"].items() if key not in REUSED]
    assert all(map(_offered, parts))
    assert all(map(_offered, CONTENT.values()))


@pytest.mark.parametrize("deck", OFFERED, ids=lambda deck: "-".join(_path(deck)))
def test_what_editors_put_in_is_valid_and_compiles(deck):
    assert list(VALIDATOR.iter_errors(deck)) == []
    if set(deck) <= {"deck", "variables", "title"}:
        deck = deck | {"slides": [{"title": "x"}]}
    text = yaml.safe_dump(deck, allow_unicode=True, sort_keys=False)
    names = re.findall(r"\w+\.(?:jpg|png)", text)
    files = {name: picture(1200, 800) for name in names}
    files |= {name: movie(640, 480) for name in re.findall(r"\w+\.mp4", text)}
    files |= {name: b"ID3\4" + bytes(60) for name in re.findall(r"\w+\.mp3", text)}
    world = MemoryWorld(files)
    assert build_text(text, world=world).check() == ()


def _path(value):
    while isinstance(value, dict | list) and value:
        key = list(value)[-1] if isinstance(value, dict) else len(value) - 1
        if isinstance(value, dict):
            yield key
        value = value[key]
