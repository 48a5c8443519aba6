"""A key that is not known -> what is told of it, and the key that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from deckgen import codes
from deckgen.records import Struct
from deckgen.spec.keys import shape_of
from deckgen.spec.mismatch import divided_text, lookalike_in_key, meant_key
from deckgen.spec.nodes import shorten
from deckgen.spec.remarks import quoted
from deckgen.spec.reuse import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.spec.bind import Binding
    from deckgen.spec.keys import RecordShape
    from deckgen.spec.nodes import Entry

_MERGE: Final = "<<"
"""The key by which YAML 1.1 merges mappings; YAML 1.2 has none."""


def report_unknown(entry: Entry, record: type, binding: Binding, extra: Iterable[str]) -> str:
    """Report a key that is not known; return the name of the one that was meant, if any."""
    shape = shape_of(record)
    known = [*shape.spellings, *extra]
    if shape.collector is not None:
        known += binding.blocks.names()
    lookalike = lookalike_in_key(entry)
    if lookalike is not None:
        lookalike.report(binding.sink)
        return shape.spellings.get(meant_key(entry.key.text), "")
    if entry.key.text == _MERGE:
        message = "`<<` merges nothing here"
        hint = "write the keys out, or repeat a whole value by its alias"
        binding.sink.report(codes.UNKNOWN_KEY, entry.span, message, hints=[hint])
        return ""
    is_part = _is_part(entry.key.text, record)
    within = None if is_part else key_with(entry.key.text, shape)
    near = (
        None if within or is_part else binding.sink.guesses.closest(entry.key.text, (*known, *KEYS))
    )
    hint = f"did you mean `{near}`?" if near else "known keys are " + listed(known)
    hint = f"write it under `{within}`" if within else hint
    hint = "it is a part of the deck: write it beside `deck`, not in it" if is_part else hint
    text = None if near or within or is_part else divided_text(entry)
    if text is not None:
        hint = f"a comma ends a text within brackets: quote it, `{quoted(text)}`"
    message = f"unknown key `{shorten(entry.key.text)}`"
    binding.sink.report(codes.UNKNOWN_KEY, entry.span, message, hints=[hint])
    return shape.spellings.get(near or "", "")


def _is_part(name: str, record: type) -> bool:
    """Tell whether a key that the settings of a deck do not know is a part of the deck."""
    from deckgen.spec.language import Settings, Spec  # what is told of keys is needed by it

    return record is Settings and name in shape_of(Spec).spellings


def key_with(name: str, shape: RecordShape) -> str | None:
    """Return the key of a record whose value has a key of a name, None without or with several."""
    found = [
        key
        for key, declared in shape.keys.items()
        for held in get_args(declared.type) or (declared.type,)
        if has_keys(held) and name in shape_of(held).spellings
    ]
    return found[0] if len(found) == 1 else None


def has_keys(held: object) -> bool:
    """Tell whether values of a type are records whose keys are bound, and not read otherwise."""
    return isinstance(held, type) and issubclass(held, Struct) and not hasattr(held, "bind")


def listed(names: Iterable[str]) -> str:
    """Return names in backticks, each once."""
    return ", ".join(f"`{name}`" for name in dict.fromkeys(names))
