"""The types of the language -> what may be written at a place: its keys, items and values."""

from __future__ import annotations

from functools import cache
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args, get_origin

from deckgen.blocks import block_set, block_types
from deckgen.records import REQUIRED, Struct
from deckgen.spec.bind import is_kind, members_of
from deckgen.spec.body import BODY_KEYS
from deckgen.spec.examples import Examples
from deckgen.spec.keys import Declared, shape_of, shorthand_of, tag_of, value_of
from deckgen.spec.language import Spec
from deckgen.spec.nested import Blocks
from deckgen.spec.registries import Registry
from deckgen.spec.reuse import INCLUDE, KEYS, WHEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from deckgen.spec.bind import Kind

_OF_REUSE: Final = {
    INCLUDE: "A YAML file, or several, that hold what stands here; relative to this file.",
    WHEN: 'A condition, such as `audience == "internal"`, without which this is left out.',
}


class ListForm(Struct, frozen=True):
    """A list of what may be written in some forms."""

    items: Forms


class Included(Struct, frozen=True):
    """The path of a YAML file that holds what stands here."""


class Condition(Struct, frozen=True):
    """A condition on variables."""


class Schema(Struct, frozen=True, eq=False):
    """What a kind that reads a mapping or a list itself says of it."""

    schema: dict[str, Any]


Form = Any
"""A type of the language as annotations have it, without unions and lists, or one of the above."""
Forms = tuple[Form, ...]

BODY: Final[Forms] = (Blocks,)
"""A body: Markdown, or a list of bullets and blocks."""


class KeyForm(Struct, frozen=True):
    """A key that may be written at a place.

    `owner` is the record that has it, `declared` how it has it; neither where it is a key of a
    block, or of a kind that reads a mapping itself. `order` is its place among the others.
    """

    name: str
    forms: Forms
    description: str
    order: int
    owner: type | None = None
    declared: Declared | None = None
    block: type | None = None
    example: Any = None
    is_other: bool = False
    """Whether it is another spelling of a key."""

    @property
    def is_required(self) -> bool:
        """Whether the key must be written."""
        return self.declared is not None and self.declared.default is REQUIRED


class YamlLanguage:
    """A language of YAML files: that of decks, or of registries of trademarks."""

    def __init__(self, root: type[Struct]) -> None:
        self.root: Final[Forms] = (root,)
        self.is_deck: Final = root is Spec
        self.blocks: Final = block_set().by_key if self.is_deck else {}
        self._examples = Examples(root, tuple(self.blocks.values()))
        self._known: dict[tuple[int, frozenset[str]], tuple[Forms, dict[str, KeyForm]]] = {}

    def fields(self, forms: Forms, written: Collection[str] = ()) -> dict[str, KeyForm]:
        """Return the keys of a mapping by their spellings; those written in it tell which it is."""
        keys = frozenset(written)
        known = self._known.get((id(forms), keys))
        if known is not None and known[0] is forms:
            return known[1]
        found: dict[str, KeyForm] = {}
        for form in _of_tag(forms, keys):
            for field in self._fields(form, keys):
                found.setdefault(field.name, field)
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        self._known[id(forms), keys] = forms, found
        return found

    def _fields(self, form: Form, keys: frozenset[str]) -> Iterator[KeyForm]:
        if isinstance(form, ListForm):
            yield from self.fields(form.items, keys).values()
        elif isinstance(form, Schema):
            yield from _of_schema(form)
        elif is_kind(form):
            yield from _of_schema(Schema(form.schema()))
        elif isinstance(form, type) and issubclass(form, Struct) and form not in _MARKERS:
            yield from self._of_record(form, keys)

    def _of_record(self, record: type[Struct], keys: frozenset[str]) -> Iterator[KeyForm]:
        """Yield the keys of a record: its own, those of blocks, those of any mapping."""
        shape, value, tag = shape_of(record), value_of(record), tag_of(record)
        if value is not None:
            yield from self.fields(forms_of(shape.keys[value].type), keys).values()
            return
        others = keys - set(shape.spellings) - set(KEYS)
        if tag is not None and tag not in keys and others:
            return
        own = tuple(record.__annotations__)
        for number, (spelling, name) in enumerate(shape.spellings.items()):
            if tag is not None and tag not in keys and name != tag:
                continue
            declared = shape.keys[name]
            forms, told = forms_of(declared.type), declared.key.description
            example = self._examples.at_key.get((record, name))
            order = own.index(name) if name in own else number + len(own)
            rank = order - (_REQUIRED if declared.is_required and name != tag else 0)
            is_other = spelling != name
            yield KeyForm(spelling, forms, told, rank, record, declared, None, example, is_other)
        if shape.collector is not None:
            yield from self._of_content(record, shape.content)
        if self.is_deck:
            for name in (name for name in KEYS if name not in shape.spellings):
                yield KeyForm(name, _OF_KEYS[name], _OF_REUSE[name], _LAST)

    def _of_content(self, record: type[Struct], told: str) -> Iterator[KeyForm]:
        for name in BODY_KEYS:
            example = self._examples.at_key.get((record, name))
            is_other = name != BODY_KEYS[0]
            yield KeyForm(name, BODY, told, _BODY, example=example, is_other=is_other)
        for number, (name, block) in enumerate(self.blocks.items()):
            example = self._examples.of_block.get(block)
            told = cleandoc(block.__doc__ or "")
            forms = _whole(block)
            yield KeyForm(name, forms, told, _CONTENT + 1 + number, block=block, example=example)


_REQUIRED: Final = 50
"""How far before the others keys stand that must be written."""
_BODY: Final = 1
_CONTENT: Final = 100
_LAST: Final = 1_000
"""Where keys that give content stand among the others, and those that any mapping may have."""
_MOST_KNOWN: Final = 2_000
_OF_KEYS: Final[dict[str, Forms]] = {INCLUDE: (Included,), WHEN: (Condition,)}
_MARKERS: Final = (Included, Condition)


@cache
def deck_language() -> YamlLanguage:
    """Return the language of decks."""
    return YamlLanguage(Spec)


@cache
def registry_language() -> YamlLanguage:
    """Return the language of registries of trademarks."""
    return YamlLanguage(Registry)


@cache
def _whole(record: type) -> Forms:
    return (record,)


@cache
def forms_of(annotation: object) -> Forms:
    """Return the forms in which a value of a type may be written."""
    members = members_of(annotation)
    if members:
        return tuple(form for member in members for form in forms_of(member))
    if get_origin(annotation) is tuple:
        return (ListForm(forms_of(get_args(annotation)[0])),)
    return (annotation,)


def items_of(forms: Forms) -> Forms:
    """Return what the items of a list may be that is written where some forms may be."""
    return _items_of(forms)


@cache
def _items_of(forms: Forms) -> Forms:
    return tuple(form for one in forms for form in _items(one))


def _items(form: Form) -> Forms:
    if isinstance(form, ListForm):
        return form.items
    if form is Blocks:
        return BODY
    if isinstance(form, Schema) or is_kind(form):
        listed = form if isinstance(form, Schema) else Schema(form.schema())
        return tuple(Schema(s["items"]) for s in _members(listed.schema) if "items" in s)
    return items_of(_short(form))


def scalars_of(forms: Forms) -> Forms:
    """Return what a text may be that is written where some forms may be."""
    return tuple(form for one in forms for form in _scalars(one))


def _scalars(form: Form) -> Forms:
    if isinstance(form, ListForm):
        return scalars_of(form.items)
    if form is Blocks or form in _MARKERS or not _is_record(form):
        return (form,)
    return scalars_of(_short(form))


def _short(form: Form) -> Forms:
    """Return what may stand for a whole record."""
    if not _is_record(form) or form in _MARKERS:
        return ()
    shape = shape_of(form)
    key = value_of(form) or shorthand_of(form)
    if key in shape.keys:
        return forms_of(shape.keys[str(key)].type)
    return BODY if key in BODY_KEYS else ()


def _is_record(form: Form) -> bool:
    return isinstance(form, type) and issubclass(form, Struct) and not is_kind(form)


def _of_tag(forms: Forms, keys: frozenset[str]) -> Forms:
    """Return the forms that a mapping may have that has some keys: that of a tag alone."""
    tagged = tuple(form for form in forms if isinstance(form, type) and tag_of(form) in keys)
    return tagged or forms


def _of_schema(form: Schema) -> Iterator[KeyForm]:
    for schema in _members(form.schema):
        for order, (name, inner) in enumerate(schema.get("properties", {}).items()):
            told = str(inner.get("markdownDescription", inner.get("description", "")))
            yield KeyForm(name, (Schema(inner),), told, order)
        other = schema.get("additionalProperties")
        if isinstance(other, dict):
            yield KeyForm("", (Schema(other),), "", _LAST)


def _members(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a schema, or those of which it is any."""
    if "anyOf" in schema:
        return [one for each in schema["anyOf"] for one in _members(each)]
    return [schema]


def words_of(form: Form) -> tuple[str, ...]:
    """Return the words of which a text of a form is one, none where it may be any text."""
    if form is bool:
        return ("true", "false")
    origin: object = get_origin(form)
    if origin is Literal:
        return tuple(map(str, get_args(form)))
    schema = form.schema if isinstance(form, Schema) else _schema_of(form)
    return tuple(word for each in _members(schema) for word in _words_in(each))


def _words_in(schema: dict[str, Any]) -> Iterator[str]:
    yield from map(str, (*schema.get("enum", ()), *schema.get("examples", ())))
    if schema.get("type") == "boolean":
        yield from ("true", "false")
    if isinstance(schema.get("default"), str) and "examples" not in schema:
        yield schema["default"]


def _schema_of(form: Form) -> dict[str, Any]:
    return cast("type[Kind]", form).schema() if is_kind(form) else {}


def record_types() -> tuple[type[Struct], ...]:
    """Return the blocks as records."""
    return cast("tuple[type[Struct], ...]", block_types())
