"""The examples in the docstrings of records -> what editors offer to begin a value with."""

from __future__ import annotations

import re
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from deckgen.diagnostics import Sink
from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.source import Source
from deckgen.spec.bind import is_kind, members_of
from deckgen.spec.keys import shape_of, shorthand_of, tag_of
from deckgen.spec.nodes import Mapping, Node, Scalar, Sequence, Style
from deckgen.spec.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = Any
"""What JSON can hold."""

_FENCE: Final = lazy(r"^(`{3,})yaml\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
_WORDS: Final = {"true": True, "false": False}


class Examples:
    """Values by the record that they are of, and by the record and key that they stand at."""

    def __init__(self, root: type, blocks: tuple[type, ...]) -> None:
        """Read the docstrings of the root of a language and of its blocks."""
        self.of_record: dict[type, Value] = {}
        self.of_block: dict[type, Value] = {}
        self.at_key: dict[tuple[type, str], Value] = {}
        for value in _in_docstring(root):
            self._walk(root, value)
        for block in blocks:
            key = getattr(block, "KEY", "")
            for value in _in_docstring(block):
                found = next((item[key] for item in value if key in item), None)
                self._walk(block, found)
                self.of_block.setdefault(block, _written_out(block, found))

    def _walk(self, expected: Any, value: Value) -> None:  # noqa: ANN401 - an annotation
        if get_origin(expected) is tuple:
            for item in value if isinstance(value, list) else [value]:
                self._walk(get_args(expected)[0], item)
            return
        if not isinstance(value, dict):
            return
        records = [one for one in members_of(expected) or (expected,) if _is_record(one)]
        record = next((one for one in records if tag_of(one) in value), None)
        record = record or next((one for one in records if tag_of(one) is None), None)
        if record is None:
            return
        if len(value) > len(self.of_record.get(record, ())):
            self.of_record[record] = value
        for key, inner in value.items():
            self.at_key.setdefault((record, key), inner)
            declared = shape_of(record).keys.get(shape_of(record).spellings.get(key, ""))
            if declared is not None:
                self._walk(declared.type, inner)


def _is_record(expected: object) -> bool:
    return isinstance(expected, type) and issubclass(expected, Struct) and not is_kind(expected)


def _in_docstring(record: type) -> Iterator[Value]:
    for fence in _FENCE.finditer(cleandoc(record.__doc__ or "")):
        root = read_yaml(Source("<example>", fence[2]), Sink())
        if root is not None:
            yield _value(root)


def _value(node: Node) -> Value:
    match node:
        case Mapping():
            return {entry.key.text: _value(entry.value) for entry in node.entries}
        case Sequence():
            return [_value(item) for item in node.items]
        case Scalar(style=Style.PLAIN) if node.text in _WORDS:
            return _WORDS[node.text]
        case Scalar(style=Style.PLAIN) if node.text.isdecimal():
            return int(node.text)
        case Scalar():
            return node.text


def _written_out(expected: Any, value: Value) -> Value:  # noqa: ANN401 - an annotation
    """Return a value in which no list is an item of a list: that is what its short form may be.

    The YAML language server makes one list of lists that are nested.
    """
    if get_origin(expected) is tuple and isinstance(value, list):
        return [_written_out(get_args(expected)[0], item) for item in value]
    record = next(filter(_is_record, members_of(expected) or (expected,)), None)
    if record is None:
        return value
    shape, short = shape_of(record), shorthand_of(record)
    if isinstance(value, dict):
        types = {key: shape.keys[name].type for key, name in shape.spellings.items()}
        return {key: _written_out(types.get(key), inner) for key, inner in value.items()}
    if short in shape.keys and isinstance(value, list):
        inner = _written_out(shape.keys[short].type, value)
        return inner if getattr(record, "KEY", "") else {short: inner}
    return value


def snippet(value: Value) -> Value:
    """Return a value whose texts are stops of a snippet, as editors know them: `${1:text}`."""
    numbers = iter(range(1, 1000))

    def stopped(inner: Value) -> Value:
        match inner:
            case dict():
                return {key: stopped(value) for key, value in inner.items()}
            case list():
                return [stopped(item) for item in inner]
            case str() if "\n" not in inner.strip():
                escaped = re.sub(r"([$}\\])", r"\\\1", inner.strip()) or '""'
                return f"${{{next(numbers)}:{escaped}}}"
            case _:
                return inner

    return stopped(value)
