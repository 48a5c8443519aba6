"""The types of the language -> a JSON Schema with which editors complete and check decks."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from deckgen.records import Struct
from deckgen.spec.bind import is_kind, members_of
from deckgen.spec.body import BODY_KEYS
from deckgen.spec.keys import shape_of, shorthand_of
from deckgen.spec.language import Spec

if TYPE_CHECKING:
    from deckgen.spec.blocks import BlockSet

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_SIMPLE: Final[dict[object, Schema]] = {
    str: {"type": ["string", "number"]},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
}


def json_schema(blocks: BlockSet) -> Schema:
    """Return the schema of a deck that may hold the given blocks."""
    return _document(_Writer(blocks), Spec, "deckgen deck")


def registry_schema(blocks: BlockSet) -> Schema:
    """Return the schema of a registry of trademarks."""
    from deckgen.spec.registries import Registry

    return _document(_Writer(blocks), Registry, "deckgen trademarks")


def _document(writer: _Writer, record: type, title: str) -> Schema:
    root = writer.record(record)
    return {
        "$schema": DIALECT,
        "title": title,
        **root,
        "$defs": dict(sorted(writer.definitions.items())),
    }


class _Writer:
    def __init__(self, blocks: BlockSet) -> None:
        self.blocks = blocks
        self.definitions: dict[str, Schema] = {}

    def of(self, expected: Any) -> Schema:  # noqa: ANN401 - any annotation of the language
        """Return the schema of a type."""
        if expected in _SIMPLE:
            return dict(_SIMPLE[expected])
        if is_kind(expected):
            return dict(expected.schema())
        members = members_of(expected)
        if members:
            schemas = [self.of(member) for member in members]
            return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
        if get_origin(expected) is Literal:
            return {"enum": list(get_args(expected))}
        if get_origin(expected) is tuple:
            return self.many(get_args(expected)[0])
        assert issubclass(expected, Struct)
        return self.reference(expected)

    def many(self, item: object) -> Schema:
        """Return the schema of a list; one value, if it is clear, may stand for a list of one."""
        one = self.of(item)
        if members_of(item):
            return {"type": "array", "items": one}
        return {"anyOf": [{"type": "array", "items": one}, one]}

    def reference(self, record: type) -> Schema:
        """Return a reference to the definition of a record."""
        name = record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a record may hold records of its own type
            self.definitions[name] = self.record(record)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, record: type) -> Schema:
        """Return the schema of a record, and of the text or list that may stand for it."""
        shape, short = shape_of(record), shorthand_of(record)
        properties: Schema = {}
        for name, declared in shape.keys.items():
            schema = self.of(declared.type) | {"description": declared.key.description}
            if isinstance(declared.default, bool | int | str):
                schema["default"] = declared.default
            properties |= dict.fromkeys((name, *declared.key.also), schema)
        if shape.collector is not None:
            properties |= self.content(shape.content)
        written: Schema = {
            "type": "object",
            "description": cleandoc(record.__doc__ or "").split("\n\n", maxsplit=1)[0],
            "properties": properties,
            "additionalProperties": False,
        }
        spellings = [(name, *shape.keys[name].key.also) for name in shape.required]
        if spellings:
            written["allOf"] = [
                {"anyOf": [{"required": [spelling]} for spelling in names]} for names in spellings
            ]
        return written if short is None else {"anyOf": [written, self.of(shape.keys[short].type)]}

    def content(self, description: str) -> Schema:
        """Return the keys that give a slide its content."""
        keys: Schema = {name: self.body() | {"description": description} for name in BODY_KEYS}
        return keys | {name: self.of(block) for name, block in self.blocks.by_key.items()}

    def body(self) -> Schema:
        """Return the schema of a body: Markdown, or a list of bullets and blocks."""
        if "Body" not in self.definitions:
            self.definitions["Body"] = {}
            block = {
                "type": "object",
                "maxProperties": 1,
                "properties": self.content("Markdown"),
                "additionalProperties": {"type": "array"},
            }
            nested = {"type": "array", "items": {"$ref": "#/$defs/Body"}}
            text = {"type": ["string", "number", "boolean"]}
            items = {"anyOf": [text, block, nested]}
            self.definitions["Body"] = {"anyOf": [text, {"type": "array", "items": items}]}
        return {"$ref": "#/$defs/Body"}
