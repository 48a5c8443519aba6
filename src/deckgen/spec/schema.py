"""The types of the language -> a JSON Schema with which editors complete and check decks."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from deckgen.records import Struct
from deckgen.spec.bind import is_kind, members_of
from deckgen.spec.body import BODY_KEYS
from deckgen.spec.examples import Examples, snippet
from deckgen.spec.keys import described, is_switched, shape_of, shorthand_of, value_of
from deckgen.spec.language import Spec
from deckgen.spec.reuse import INCLUDE, WHEN

if TYPE_CHECKING:
    from deckgen.spec.blocks import BlockSet
    from deckgen.spec.keys import Declared

Schema = dict[str, Any]

_PATH: Final[Schema] = {"type": "string", "description": "path of a YAML file"}
_OF_INCLUDE: Final = "A YAML file, or several, that hold what stands here; relative to this file."
_OF_WHEN: Final = 'A condition, such as `audience == "internal"`, without which this is left out.'
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_SIMPLE: Final[dict[object, Schema]] = {
    str: {"type": ["string", "number"]},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
}


def json_schema(blocks: BlockSet) -> Schema:
    """Return the schema of a deck that may hold the given blocks."""
    return _document(_Writer(Spec, blocks), Spec, "deckgen deck")


def registry_schema(blocks: BlockSet) -> Schema:
    """Return the schema of a registry of trademarks."""
    from deckgen.spec.registries import Registry

    return _document(_Writer(Registry, blocks), Registry, "deckgen trademarks")


def _document(writer: _Writer, record: type, title: str) -> Schema:
    root = writer.record(record)
    return {
        "$schema": DIALECT,
        "title": title,
        **root,
        "$defs": dict(sorted(writer.definitions.items())),
    }


def _offer(label: str, value: object) -> Schema:
    return {"label": label, "body": snippet(value)}


class _Writer:
    """Writes the schema of a language. Lists and references are wrapped, for the sake of editors.

    The YAML language server offers `defaultSnippets` for a value, but not where the schema itself
    says what properties or items it has: then it puts an object together from its defaults.
    """

    def __init__(self, root: type, blocks: BlockSet) -> None:
        self.root = root
        self.blocks = blocks
        self.examples = Examples(root, tuple(blocks.by_key.values()))
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
        reference = self.reference(expected)
        return {"anyOf": [reference, self.included()]} if self.root is Spec else reference

    def many(self, item: object) -> Schema:
        """Return the schema of a list; one value, if it is clear, may stand for a list of one."""
        one = self.of(item)
        listed = {"type": "array", "items": one}
        taken = [self.included()] if self.root is Spec else []
        if taken and self.included() not in one.get("anyOf", ()):
            listed["items"] = {"anyOf": [one, *taken]}
        return {"anyOf": [listed, *taken] if members_of(item) else [listed, one, *taken]}

    def reference(self, record: type) -> Schema:
        """Return a reference to the definition of a record."""
        name = record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a record may hold records of its own type
            self.definitions[name] = self.record(record)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, record: type) -> Schema:
        """Return the schema of a record, and of the text or list that may stand for it."""
        shape, short, value = shape_of(record), shorthand_of(record), value_of(record)
        if value is not None:
            return self.of(shape.keys[value].type)
        properties: Schema = {}
        for name, declared in shape.keys.items():
            schema = self.key(record, name, declared)
            properties |= dict.fromkeys((name, *declared.key.also), schema)
        if shape.collector is not None:
            properties |= self.content(record, shape.content)
        properties = self.reusable() | properties
        written: Schema = {
            "type": "object",
            **described(cleandoc(record.__doc__ or "")),
            "properties": properties,
            "additionalProperties": False,
        }
        also = [(name, *shape.keys[name].key.also) for name in shape.required]
        alone = [name for name, *others in also if not others]
        if alone:
            written["required"] = alone
        several = [names for names in also if len(names) > 1]
        either = tuple(word for word, name in shape.spellings.items() if name in shape.either)
        several += [either] if either else []
        if several:
            written["allOf"] = [
                {"anyOf": [{"required": [spelling]} for spelling in names]} for names in several
            ]
        example = self.examples.of_record.get(record)
        if isinstance(example, dict) and record is not self.root:
            written["defaultSnippets"] = [_offer(record.__name__, example)]
        if short is None:
            return written
        collected = shape.collector is not None and short in BODY_KEYS
        if collected:
            return {"anyOf": [written, self.body()]}
        shorts = (short, *getattr(record, "SHORT_ALSO", ()))
        switch = [{"type": "boolean"}] if is_switched(record) else []
        return {"anyOf": [written, *(self.of(shape.keys[name].type) for name in shorts), *switch]}

    def reusable(self) -> Schema:
        """Return the keys that may stand in any mapping of a deck."""
        if self.root is not Spec:
            return {}
        return {
            INCLUDE: {"type": ["string", "array"], "items": _PATH, **described(_OF_INCLUDE)},
            WHEN: {"type": ["string", "boolean", "number"], **described(_OF_WHEN)},
        }

    def included(self) -> Schema:
        """Return a reference to the schema of a mapping in which a file is to stand."""
        if "Included" not in self.definitions:
            keys = self.reusable()
            included = {"type": "object", "properties": keys, "required": [INCLUDE]}
            self.definitions["Included"] = included
        return {"$ref": "#/$defs/Included"}

    def key(self, record: type, name: str, declared: Declared) -> Schema:
        """Return the schema of a key, with what it says of itself and what editors offer for it."""
        schema, default = self.of(declared.type), declared.default
        if "$ref" in schema:
            schema = {"anyOf": [schema]}  # what stands beside a reference is lost on some editors
        told = declared.key.description
        if isinstance(default, bool | int | str) and default != "":
            shown = str(default).lower() if isinstance(default, bool) else default
            told += f"\n\nDefault: `{shown}`"
        schema |= {"description": declared.key.description, "markdownDescription": told}
        offered = self.examples.at_key.get((record, name))
        if isinstance(default, bool):
            offered = not default
        if offered is not None and "enum" not in schema:
            schema["defaultSnippets"] = [_offer(name, offered)]
        return schema

    def content(self, record: type | None, description: str) -> Schema:
        """Return the keys that give a slide its content."""
        said = {"description": description, "markdownDescription": description}
        keys: Schema = {name: {"anyOf": [self.body()], **said} for name in BODY_KEYS}
        example = self.examples.at_key.get((record, BODY_KEYS[0])) if record else None
        if example is not None:
            keys[BODY_KEYS[0]]["defaultSnippets"] = [_offer(BODY_KEYS[0], example)]
        return keys | {name: self.block(name, block) for name, block in self.blocks.by_key.items()}

    def block(self, name: str, block: type) -> Schema:
        """Return the schema of a key that writes a block."""
        schema = {"anyOf": [self.of(block)], **described(cleandoc(block.__doc__ or ""))}
        example = self.examples.of_block.get(block)
        return schema if example is None else schema | {"defaultSnippets": [_offer(name, example)]}

    def body(self) -> Schema:
        """Return the schema of a body: Markdown, or a list of bullets and blocks."""
        if "Body" not in self.definitions:
            self.definitions["Body"] = {}
            block = {
                "type": "object",
                "maxProperties": 1,
                "properties": self.content(None, "Markdown"),
                "additionalProperties": {"type": "array"},
            }
            nested = {"type": "array", "items": {"$ref": "#/$defs/Body"}}
            text = {"type": ["string", "number", "boolean"]}
            on_condition = block | {
                "maxProperties": 2,
                "properties": self.content(None, "Markdown") | self.reusable(),
                "required": [WHEN],
            }
            items = {"anyOf": [text, block, nested, self.included(), on_condition]}
            whole = [text, {"type": "array", "items": items}, self.included()]
            self.definitions["Body"] = {"anyOf": whole}
        return {"$ref": "#/$defs/Body"}
