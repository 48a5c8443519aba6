"""A tree of nodes -> typed records, reporting every mismatch and going on with the next sibling.

Derived from annotations alone: `str`, `bool`, `int`, `float`, `Literal`, `tuple[T, ...]`,
`T | None`, unions of records told apart by a tag key, records, and kinds that bind themselves.
"""

from __future__ import annotations

import types
from functools import cache
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    Protocol,
    Union,
    get_args,
    get_origin,
    runtime_checkable,
)

from deckgen import codes
from deckgen.content import with_breaks
from deckgen.diagnostics import Sink
from deckgen.internal import Boundary
from deckgen.markdown.reading import Reading
from deckgen.records import Struct, field
from deckgen.spec.beforehand import surrounded
from deckgen.spec.completing import completed
from deckgen.spec.keys import is_switched, shape_of, shorthand_for, tag_of
from deckgen.spec.mismatch import hints_for_nothing, lookalike_in, text_within
from deckgen.spec.nodes import Entry, Mapping, Node, Scalar, Sequence, describe
from deckgen.spec.remarks import quoted, written_on_one_line
from deckgen.spec.reuse import INCLUDE, USE, WHEN
from deckgen.spec.simple import bind_boolean, bind_integer, bind_number, switch_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from deckgen.spec.blocks import BlockSet
    from deckgen.spec.files import Files
    from deckgen.spec.keys import RecordShape
    from deckgen.spec.remembered import Remembered
    from deckgen.spec.reuse import Reuse

    Binder = Callable[[Node, "Binding"], object]


class Failed:
    """What binding gives for a value that does not fit; the reason has been reported."""


FAILED: Final = Failed()


class Binding(Struct, frozen=True):
    """What binding needs: where to report, the files that the deck names, the set of blocks.

    `depth` is how many blocks hold what is bound, `remembered` what a session has bound before.
    `reuse` are the files that the deck includes, its variables and conditions, if it may have any.
    """

    sink: Sink
    files: Files
    blocks: BlockSet
    keeps_breaks: bool = False
    page: int = 1
    macros: dict[str, str] = field(default_factory=dict)
    depth: int = 0
    remembered: Remembered | None = None
    reuse: Reuse | None = None

    @property
    def reading(self) -> Reading:
        """How Markdown is read."""
        fill = self.reuse.fill if self.reuse else None
        return Reading(self.sink, self.keeps_breaks, self.macros, fill)

    def taken_in(self, node: Node) -> Node | None:
        """Return a node with the files that it includes in its place; None where it has none."""
        if self.reuse is None or not isinstance(node, Mapping) or node.get(INCLUDE) is None:
            return node
        return self.reuse.taken_in(node)

    def items(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the items of a list, with those of files that it includes."""
        return nodes if self.reuse is None else self.reuse.items(nodes)

    def filled(self, node: Node) -> Node:
        """Return a node, if it is a text with variables in it that is filled in."""
        if self.reuse is None or not isinstance(node, Scalar) or USE not in node.text:
            return node
        return self.reuse.variables.filled(node)

    def settled(self, node: Node, own: Container[str]) -> Node | None:
        """Return a node with what it includes, and without a condition; None where it is left out.

        Where the record has such a key of its own, that is no condition.
        """
        taken = self.taken_in(node)
        if self.reuse is None or WHEN in own or not isinstance(taken, Mapping):
            return taken
        return self.reuse.kept(taken)

    def wrong_type(self, node: Node, expected: str, hints: Iterable[str] = ()) -> Failed:
        """Report that something else was expected than a node is."""
        lookalike = lookalike_in(node)
        if lookalike is not None:
            lookalike.report(self.sink)
            return FAILED
        message = f"expected {expected}, found {describe(node)}"
        hints = hints_for_nothing(node) or hints
        self.sink.report(codes.WRONG_TYPE, node.span.first_line, message, hints=hints)
        return FAILED


@runtime_checkable
class Kind(Protocol):
    """A type that binds itself from a node and describes itself to editors."""

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> object:
        """Return the value that a node writes, or `FAILED`."""
        ...

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema of what may be written."""
        ...


def bind(node: Node, expected: object, binding: Binding) -> Any:  # noqa: ANN401 - typed by `expected`
    """Return the value of the expected type that a node writes, or `FAILED`."""
    return _binder(expected)(node, binding)


def is_kind(expected: object) -> bool:
    """Tell whether a type binds itself."""
    return isinstance(expected, type) and issubclass(expected, Kind)


def members_of(expected: object) -> tuple[Any, ...]:
    """Return the members of a union other than None, or none where it is no union."""
    if get_origin(expected) not in {Union, types.UnionType}:
        return ()
    return tuple(member for member in get_args(expected) if member is not type(None))


@cache
def _binder(expected: object) -> Binder:
    simple = _SIMPLE.get(expected)
    if simple is not None:
        return simple
    if isinstance(expected, type) and issubclass(expected, Kind):
        return expected.bind
    members = members_of(expected)
    if len(members) == 1:
        return _binder(members[0])
    if members:
        return lambda node, binding: _bind_tagged(node, members, binding)
    if get_origin(expected) is Literal:
        return lambda node, binding: _bind_choice(node, get_args(expected), binding)
    if get_origin(expected) is tuple:
        item = get_args(expected)[0]
        return lambda node, binding: _bind_many(node, item, binding)
    assert isinstance(expected, type)
    assert issubclass(expected, Struct), f"no binding for {expected}"
    return lambda node, binding: bind_record(node, expected, binding)


def _bind_text(node: Node, binding: Binding) -> object:
    node = binding.filled(node)
    if isinstance(node, Scalar) and not node.is_null:
        return with_breaks(node.text)
    return binding.wrong_type(node, "text", text_hint(node))


def text_hint(node: Node) -> tuple[str, ...]:
    """Return what to do where text is expected and a node is none."""
    if isinstance(node, Scalar):
        return ("write the text, or remove the key",)
    name = text_within(node)
    if name is not None:
        return (f"write the text alone: `{name}`",)
    if node.span.text[:1] in {"[", "{"}:
        return ("text that starts with `[` or `{` must be quoted",)
    if not isinstance(node, Mapping) or len(node.entries) != 1:
        return ()
    written = written_on_one_line(node.entries[0])
    return ("text that holds `: ` must be quoted" + (f", `{quoted(written)}`" if written else ""),)


_SIMPLE: Final[dict[object, Binder]] = {
    str: _bind_text,
    bool: bind_boolean,
    int: bind_integer,
    float: bind_number,
}


def _bind_choice(node: Node, allowed: tuple[str, ...], binding: Binding) -> object:
    node = binding.filled(node)
    if isinstance(node, Scalar) and (word := node.text.strip()) in allowed:
        return word
    listed = ", ".join(f"`{word}`" for word in allowed)
    if not isinstance(node, Scalar):
        return binding.wrong_type(node, f"one of {listed}")
    from deckgen.spec.synonyms import meant  # few words are none of those allowed

    near = meant(node.text, allowed) or binding.sink.guesses.closest(node.text, allowed)
    hints = [f"did you mean `{near}`?"] if near else []
    message = f"expected one of {listed}, found {describe(node)}"
    binding.sink.report(codes.INVALID_VALUE, node.span, message, hints=hints)
    return FAILED


def _bind_many(node: Node, item: object, binding: Binding) -> object:
    """Bind a list; a single value stands for a list of one."""
    nodes = binding.items(node.items if isinstance(node, Sequence) else (node,))
    if isinstance(node, Mapping) and nodes != (node,):
        node = Sequence(node.span, nodes)
    if isinstance(node, Scalar) and node.is_null:
        return binding.wrong_type(node, "a list")
    if isinstance(node, Mapping) and (is_kind(item) or members_of(item)):
        return binding.wrong_type(node, "a list", ("start each item with `- `",))
    binder = _binder(item)
    bound = [binder(child, binding) for child in nodes]
    return tuple(value for value in bound if value is not FAILED)


def _bind_tagged(node: Node, members: tuple[type, ...], binding: Binding) -> object:
    """Bind the record whose tag key is present, else the one that knows most of the keys."""
    untagged = next(member for member in members if tag_of(member) is None)
    others = [tag for member in members if (tag := tag_of(member))]
    if not isinstance(node, Mapping):
        return bind_record(node, untagged, binding)
    for member in members:
        tag = tag_of(member)
        if tag is not None and node.get(tag) is not None:
            return bind_record(node, member, binding)
    keys = [entry.key.text for entry in node.entries]
    content = {key for key in keys if binding.blocks.takes(key)}

    def known(record: type) -> int:
        shape = shape_of(record)
        taken = content if shape.collector is not None else ()
        return sum(key in shape.spellings or key in taken for key in keys)

    likeliest = max((untagged, *members), key=known)
    return bind_record(node, likeliest, binding, extra=others)


def bind_record(node: Node, record: type, binding: Binding, extra: Iterable[str] = ()) -> object:
    """Return a record of a mapping; `extra` names further keys for did-you-mean hints."""
    known = binding.remembered
    if known is not None and known.holds(node, shares=binding.reuse is not None):
        return known.bound(node, record, binding, lambda b: bind_record(node, record, b, extra))
    with Boundary(binding.sink, node.span):
        return _bind_record(node, record, binding, extra)
    return FAILED


def _bind_record(written: Node, record: type, binding: Binding, extra: Iterable[str]) -> object:
    shape, binders = shape_of(record), _binders_of(record)
    node = binding.settled(written, shape.spellings)
    if node is None:
        return FAILED
    wish = switch_of(node) if is_switched(record) else None
    if wish is False:
        return None
    node = Mapping(node.span, ()) if wish else _in_full(node, record, shape)
    if not isinstance(node, Mapping):
        from deckgen.spec.unknown import expected_of

        return binding.wrong_type(node, *expected_of(record))
    binding = surrounded(binding, node, shape.keys)
    values: dict[str, Any] = {"span": node.span}
    collected: list[object] = []
    meant: set[str] = set()
    for entry in node.entries:
        name = shape.spellings.get(entry.key.text)
        if name is not None:
            _bind_key(entry, name, binders[name], values, binding)
        elif shape.collector is not None and binding.blocks.takes(entry.key.text):
            collected.extend(binding.blocks.bind(entry, binding))
        else:
            from deckgen.spec.unknown import report_unknown  # few decks have mistakes

            meant.add(report_unknown(entry, node, record, binding, extra))
    if shape.collector is not None:
        values[shape.collector] = tuple(collected)
    if shape.order is not None:
        names = (shape.spellings.get(entry.key.text, "") for entry in node.entries)
        values[shape.order] = tuple(name for name in names if name in values)
    return _complete(node, record, values, meant, binding)


def _in_full(node: Node, record: type, shape: RecordShape) -> Node:
    """Return a node, or the mapping that it is short for."""
    short = None if isinstance(node, Mapping) else shorthand_for(record, node)
    if short is None or _is_null(node) or _is_entry(node, shape):
        return node
    return Mapping(node.span, (Entry(Scalar(node.span, short), node),))


@cache
def _binders_of(record: type) -> dict[str, Binder]:
    return {name: _binder(key.type) for name, key in shape_of(record).keys.items()}


def _bind_key(
    entry: Entry, name: str, binder: Binder, values: dict[str, Any], binding: Binding
) -> None:
    if name in values:
        message = f"`{entry.key.text}` is written a second time under another name"
        binding.sink.report(codes.YAML_DUPLICATE_KEY, entry.span, message)
        return
    value = binding.taken_in(entry.value)
    values[name] = FAILED if value is None else binder(value, binding)


def _complete(
    node: Mapping, record: type, values: dict[str, Any], meant: set[str], binding: Binding
) -> object:
    """Return the record of what was read.

    What is missing is not reported beside a key that is not known, which may be meant for it.
    """
    required, where = shape_of(record).required, node.span.first_line
    missing = [name for name in required if name not in values]
    for name in missing if not meant else ():
        hint = f"add `{name}: …`"
        binding.sink.report(codes.MISSING_KEY, where, f"`{name}` is missing", hints=[hint])
    if missing or any(values[name] is FAILED for name in required):
        return FAILED
    given = {name: value for name, value in values.items() if value is not FAILED}
    return completed(record, given, {*values, *meant}, where, binding) or FAILED


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def _is_entry(node: Node, shape: RecordShape) -> bool:
    """Tell whether a text is a key and its value, with what looks like a colon or a blank."""
    if not isinstance(node, Scalar):
        return False
    key, colon, _ = node.text.replace("\uff1a", ":").partition(":")
    return bool(colon) and key.strip() in shape.spellings
