"""How the language is declared: records with keys, each with its description and default."""

from __future__ import annotations

from dataclasses import MISSING, Field, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Mapping

REQUIRED: Final = MISSING

COLLECTS: Final = "collects"
ORDER: Final = "order"


def key(description: str, default: object = REQUIRED, *, also: tuple[str, ...] = ()) -> Any:  # noqa: ANN401
    """Declare a key of a record. `also` lists other spellings that mean the same."""
    metadata = {"description": description, "also": also}
    if default is REQUIRED:
        return field(metadata=metadata)
    return field(default=default, metadata=metadata)


def collects(description: str) -> Any:  # noqa: ANN401
    """Declare the field of a record that collects `body` and block keys in written order."""
    return field(default=(), metadata={"description": description, COLLECTS: True})


def written_order() -> Any:  # noqa: ANN401
    """Declare the field of a record that keeps the names of its keys in written order."""
    return field(default=(), metadata={ORDER: True})


class RecordShape:
    """The keys of a record type: what binding and the JSON Schema are derived from."""

    def __init__(self, record: type) -> None:
        """Read the annotations and declarations of a record type."""
        self.hints: Mapping[str, Any] = get_type_hints(record)
        self.keys: dict[str, Field[Any]] = {}
        self.spellings: dict[str, str] = {}
        self.collector: Field[Any] | None = None
        self.order: str | None = None
        for declared in fields(record):
            self._add(declared)

    def _add(self, declared: Field[Any]) -> None:
        if declared.metadata.get(COLLECTS):
            self.collector = declared
        elif declared.metadata.get(ORDER):
            self.order = declared.name
        elif "description" in declared.metadata:
            self.keys[declared.name] = declared
            for spelling in (declared.name, *declared.metadata["also"]):
                self.spellings[spelling] = declared.name

    def required(self) -> tuple[str, ...]:
        """Return the names of the keys that must be written."""
        return tuple(name for name, item in self.keys.items() if item.default is MISSING)


@cache
def shape_of(record: type) -> RecordShape:
    """Return the shape of a record type, read once."""
    return RecordShape(record)


def tag_of(record: type) -> str | None:
    """Return the key by whose presence a record is told from others in a list, if it has one."""
    return getattr(record, "TAG", None)


def shorthand_of(record: type) -> str | None:
    """Return the key that a bare text stands for where the record is expected, if any."""
    return getattr(record, "SHORTHAND", None)
