"""A key that is not known -> what is told of it, and the key that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args, get_origin

from deckgen import codes
from deckgen.records import Struct
from deckgen.spec.keys import shape_of, shorthand_of
from deckgen.spec.kinds import Inline
from deckgen.spec.mismatch import divided_text, lookalike_in_key, meant_key
from deckgen.spec.nodes import Mapping, Scalar, Sequence, shorten
from deckgen.spec.remarks import quoted
from deckgen.spec.reuse import KEYS
from deckgen.spec.synonyms import instead, meant, wrapping

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.spec.bind import Binding
    from deckgen.spec.keys import RecordShape
    from deckgen.spec.nodes import Entry

_LINES: Final = (Inline, Inline | None)
"""The types of keys whose value is a line of text."""
_MOST_ITEMS: Final = 12
"""Of how many keys, none of which is known, all may be meant as items of a list."""
_GROUPS: Final = {
    "track": "write `track: {}`, and the list below `sessions:`",
    "section": "write `section: {}`, and the slides as further items behind it",
}
"""How what stands below a name is written, by the tag that has the name."""
_FIGURE: Final = "value"
"""A first key that what stands behind the colon is meant for: `{Sales: 5 M}` says what is 5 M."""
_MERGE: Final = "<<"
"""The key by which YAML 1.1 merges mappings; YAML 1.2 has none."""


def report_unknown(
    entry: Entry, node: Mapping, record: type, binding: Binding, extra: Iterable[str]
) -> str:
    """Report a key of a mapping that is not known; return the one that was meant, if any."""
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
        merging = "write the keys out, or repeat a whole value by its alias"
        binding.sink.report(codes.UNKNOWN_KEY, entry.span, message, hints=[merging])
        return ""
    word = entry.key.text
    near = meant(word, known)
    if near is not None and near == word.lower() and node.get(near) is not None:
        there = f"`{near}` in small letters is there already: remove one of them"
        _report(entry, there, binding)
        return ""
    if near is not None and node.get(near) is not None:
        near = meant(word, [key for key in known if node.get(key) is None])
    hint = _grouped(entry, node, extra) or _advice(word, record, near)
    if hint is None:
        near = near or binding.sink.guesses.closest(word, (*known, *KEYS))
        hint = f"did you mean `{near}`?" if near else _described(entry, node, record, known)
    _report(entry, hint, binding)
    return shape.spellings.get(near or "", "")


def _report(entry: Entry, hint: str, binding: Binding) -> None:
    message = f"unknown key `{shorten(entry.key.text)}`"
    binding.sink.report(codes.UNKNOWN_KEY, entry.span, message, hints=[hint])


def _grouped(entry: Entry, node: Mapping, tags: Iterable[str]) -> str | None:
    """Return how a list below a name of its own is written, where lists have names by a tag."""
    if len(node.entries) > 1 or not isinstance(entry.value, Sequence):
        return None
    name = shorten(entry.key.text)
    return next((_GROUPS[tag].format(name) for tag in tags if tag in _GROUPS), None)


def _advice(word: str, record: type, near: str | None) -> str | None:
    """Return what to do about a key that is none, where that is more than to write another one."""
    if _is_part(word, record):
        return "it is a part of the deck: write it beside `deck`, not in it"
    told = instead(word, record)
    if told is None and near is None and _is_setting(word, record):
        return "it is a setting of the whole deck: write it in `deck`"
    if near is None and _is_of_cover(word, record):
        return f"it is a line of the title slide: write `title: {{title: …, {word}: …}}`"
    within = key_with(word, shape_of(record)) if near is None else None
    return told or (f"write it under `{within}`" if within else None)


def _described(entry: Entry, node: Mapping, record: type, known: Iterable[str]) -> str:
    """Return what to do about a key that is like none: it may be a text, or half of one."""
    shape, text = shape_of(record), divided_text(entry)
    if text is not None:
        return f"a comma ends a text within brackets: quote it, `{quoted(text)}`"
    if len(node.entries) <= _MOST_ITEMS and not any(
        one.key.text in shape.spellings for one in node.entries
    ):
        short = shape.keys.get(shorthand_of(record) or "")
        if short is not None and get_origin(short.type) is tuple:
            item = next(iter(get_args(short.type)), None)
            pair = _as_pair(entry, shape_of(item)) if has_keys(item) else None
            listing = "write a list: start each item with `- `"
            return f"{listing}, as `- {pair}`" if pair else listing
    pair = _as_pair(entry, shape) if len(node.entries) == 1 else None
    return f"write `{pair}`" if pair else "known keys are " + listed(known)


def _as_pair(entry: Entry, shape: RecordShape) -> str | None:
    """Return a key and its value as the first two keys of a record, where these say such things."""
    names = [*shape.keys, *(("body",) if shape.collector is not None else ())]
    if len(names) < 2 or shape.keys[names[0]].type not in _LINES:
        return None
    value = shorten(entry.value.text) if isinstance(entry.value, Scalar) else "…"
    first, second = shorten(entry.key.text), value
    if names[0] == _FIGURE:
        first, second = second, first
    return f"{{{names[0]}: {first}, {names[1]}: {second}}}"


def _is_part(name: str, record: type) -> bool:
    """Tell whether a key that the settings of a deck do not know is a part of the deck."""
    from deckgen.spec.language import Settings, Spec  # what is told of keys is needed by it

    return record is Settings and name in shape_of(Spec).spellings


def _is_of_cover(name: str, record: type) -> bool:
    """Tell whether a key that the deck does not know is one of its title slide."""
    from deckgen.spec.language import Spec, TitleSlide

    return record is Spec and name in shape_of(TitleSlide).spellings


def _is_setting(name: str, record: type) -> bool:
    """Tell whether a key that a slide does not know is a setting of the deck."""
    from deckgen.spec.language import Common, Settings

    return issubclass(record, Common) and name in shape_of(Settings).spellings


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


def expected_of(record: type) -> tuple[str, tuple[str, ...]]:
    """Return what is expected where something is no record, and what to do about it."""
    hint = wrapping(record)
    return _keys_in_words(record), (hint,) if hint else ()


def _keys_in_words(record: type) -> str:
    shape = shape_of(record)
    if shape.collector is not None and not shape.required:
        return "Markdown or blocks" if shorthand_of(record) else "a slide, `title: …`"
    return "a mapping with " + listed(shape.required or tuple(shape.keys)[:3])
