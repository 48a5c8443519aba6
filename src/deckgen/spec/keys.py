"""How the language is declared: records whose annotations describe each key."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args, get_type_hints

from deckgen.records import REQUIRED, Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.spec.nodes import Node


class Key(Struct, frozen=True):
    """Marks a field as a key that authors write. `also` has other spellings that mean the same."""

    description: str
    also: tuple[str, ...] = ()


def described(text: str, schema: Mapping[str, object] | None = None) -> dict[str, object]:
    """Return a schema with a text as editors show it.

    Plain, that is its first paragraph; in Markdown all of it, with its example.
    """
    shown = {"description": text.partition("\n\n")[0], "markdownDescription": text}
    return {**(schema or {}), **shown}


class Collects(Struct, frozen=True):
    """Marks the field that collects `body` and block keys in the order they are written in."""

    description: str


class WrittenOrder(Struct, frozen=True):
    """Marks the field that keeps the names of a record's keys in the order they are written in."""


class Declared(Struct, frozen=True):
    """A key of a record: its type, what it means and its default."""

    type: Any
    key: Key
    default: object

    @property
    def is_required(self) -> bool:
        """Whether the key must be written."""
        return self.default is REQUIRED


class RecordShape:
    """The keys of a record type: what binding and the JSON Schema are derived from."""

    def __init__(self, record: type[Struct]) -> None:
        """Read the annotations of a record type."""
        self.keys: dict[str, Declared] = {}
        self.spellings: dict[str, str] = {}
        self.collector: str | None = None
        self.content: str = ""
        self.order: str | None = None
        hints: Mapping[str, Any] = get_type_hints(record, include_extras=True)
        names, defaults = record.__struct_fields__, record.__struct_defaults__
        required = (REQUIRED,) * (len(names) - len(defaults))
        for name, default in zip(names, (*required, *defaults), strict=True):
            self._add(name, hints[name], default)
        self.required = tuple(name for name, key in self.keys.items() if key.is_required)
        self.either: tuple[str, ...] = getattr(record, "EITHER", ())
        """Keys of which one must be written."""

    def _add(self, name: str, hint: Any, default: object) -> None:  # noqa: ANN401 - a type
        expected, *marks = get_args(hint) or (hint,)
        match next(iter(marks), None):
            case Key() as key:
                self.keys[name] = Declared(expected, key, default)
                self.spellings |= dict.fromkeys((name, *key.also), name)
            case Collects() as collects:
                self.collector, self.content = name, collects.description
            case WrittenOrder():
                self.order = name


@cache
def shape_of(record: type[Struct]) -> RecordShape:
    """Return the shape of a record type, read once."""
    return RecordShape(record)


def tag_of(record: type) -> str | None:
    """Return the key by whose presence a record is told from others in a list, if it has one."""
    return getattr(record, "TAG", None)


def value_of(record: type) -> str | None:
    """Return the key that all that is written is the value of, a mapping as well, if any."""
    return getattr(record, "VALUE", None)


def shorthand_of(record: type) -> str | None:
    """Return the key that a bare text stands for where the record is expected, if any."""
    return getattr(record, "SHORTHAND", None)


def is_switched(record: type) -> bool:
    """Tell whether `true` and `false` may stand for a record: with its defaults, or not at all."""
    return getattr(record, "SWITCHED", False)


def shorthand_for(record: type, node: Node) -> str | None:
    """Return the key that what is written stands for, where the record is expected, if any."""
    choose = getattr(record, "short_for", None)
    return shorthand_of(record) if choose is None else cast("str", choose(node))
