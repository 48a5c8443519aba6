"""The records of a language and the blocks -> the page that lists every key."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Final, cast, get_args, get_origin

from deckgen.blocks import block_types
from deckgen.records import Struct
from deckgen.spec.bind import is_kind, members_of
from deckgen.spec.keys import Declared, is_switched, shape_of, shorthand_of, tag_of, value_of
from deckgen.spec.language import Spec
from deckgen.spec.nested import Blocks
from deckgen.spec.registries import Registry
from deckgen.spec.words import (
    anchor,
    heading,
    kind_meaning,
    kind_name,
    of_default,
    of_type,
    summary,
)
from reference.words import table

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD: Final = """\
# The language

<!-- Written by scripts/write_reference.py from the types in src/deckgen; change them instead. -->

Every key that a deck may have. [Writing a deck](../writing.md) shows how they are used, and
`deckgen schema` prints the same as a JSON Schema with which editors complete and check decks.

A deck is one YAML document in UTF-8. Values are taken as they are written: `2016-10-25`, `1.0` and
`yes` are text where text is expected. Where a list is expected, one value may stand for a list of
one, unless it is a mapping that the list's items would have to be.
"""
REGISTRY_HEAD: Final = """\
# Files of trademarks

<!-- Written by scripts/write_reference.py from the types in src/deckgen; change them instead. -->

What a file may hold that a deck names under `trademarks: registry:`.
[Writing a deck](../writing.md#trademarks) shows how it is used, and `deckgen schema trademarks`
prints the same as a JSON Schema. Marks that deckgen knows itself are looked for as well; an entry
for the same mark takes the place of what deckgen knows.
"""
KEYS: Final = ("Key", "Value", "Default", "Meaning")
_BLOCKS: Final = cast("tuple[type[Struct], ...]", block_types())


def language_page() -> str:
    """Return the page on the language of decks."""
    return _Page(Spec, _BLOCKS).text(HEAD)


def registry_page() -> str:
    """Return the page on the language of files of trademarks."""
    return _Page(Registry, ()).text(REGISTRY_HEAD)


class _Page:
    """A page on the records that a root leads to, and on blocks."""

    def __init__(self, root: type[Struct], blocks: tuple[type[Struct], ...]) -> None:
        self.records = tuple(_reached(root))
        self.blocks = blocks
        self.inner = {block: tuple(_inner(block)) for block in blocks}
        self.link: dict[type, str] = {record: _link(heading(record)) for record in self.records}
        for block in blocks:
            self.link[block] = _link(_block_heading(block))
            self.link |= {record: _link(heading(record)) for record in self.inner[block]}
        self.link[Blocks] = f"Markdown or {_link('Blocks')}"

    def text(self, head: str) -> str:
        """Return the page, below a head."""
        return "\n".join((head, *self.lines())).rstrip() + "\n"

    def lines(self) -> Iterator[str]:
        yield from self.contents()
        for record in self.records:
            yield from self.record(record, "##")
        if self.blocks:
            yield from _blocks_head()
        for block in self.blocks:
            yield from self.block(block)
        yield from self.values()

    def contents(self) -> Iterator[str]:
        """Yield the list of what is on the page."""
        for record in self.records:
            yield f"- {self.link[record]}"
        if self.blocks:
            yield f"- {_link('Blocks')}: " + ", ".join(self.link[block] for block in self.blocks)
        yield f"- {_link('Values')}"
        yield ""

    def record(self, record: type[Struct], level: str) -> Iterator[str]:
        """Yield what is said of a record and its keys."""
        yield f"{level} {heading(record)}"
        yield ""
        yield cleandoc(record.__doc__ or "")
        yield ""
        tag = tag_of(record)
        if tag is not None:
            yield f"An item of a list is one of these if it has the key `{tag}`."
            yield ""
        yield from self.keys(record)

    def block(self, block: type[Struct]) -> Iterator[str]:
        """Yield what is said of a block and its keys."""
        yield f"### {_block_heading(block)}"
        yield ""
        yield cleandoc(block.__doc__ or "")
        yield ""
        if getattr(block, "KEY", ""):
            yield from self.keys(block)
        for record in self.inner[block]:
            yield from self.record(record, "####")

    def keys(self, record: type[Struct]) -> Iterator[str]:
        """Yield the table of the keys that a record does not share with what it is based on."""
        short, base = shorthand_of(record), _base(record)
        value = value_of(record)
        if value is not None:
            declared = shape_of(record).keys[value]
            yield f"Its value is {of_type(declared.type, self.link)}: {declared.key.description}"
            yield ""
            return
        if short is not None:
            also = ", and `false` says that there is none" if is_switched(record) else ""
            yield f"The value of `{short}` may stand for all of it{also}."
            yield ""
        if base is not None:
            yield f"It has the keys of {self.link[base]}, and:"
            yield ""
        rows = [self.row(name, declared) for name, declared in _own(record, base)]
        shape = shape_of(record)
        if shape.collector is not None and (base is None or not shape_of(base).collector):
            content = shape.content
            rows.append(("`body` or a block", _link("Blocks", "content"), "", content))
        if rows:
            yield from table(KEYS, rows)
            yield ""

    def row(self, name: str, declared: Declared) -> tuple[str, ...]:
        """Return the row of a key."""
        names = f"`{name}`"
        if declared.key.also:
            names += ", also " + ", ".join(f"`{other}`" for other in declared.key.also)
        default = "*required*" if declared.is_required else of_default(declared.default)
        return names, of_type(declared.type, self.link), default, declared.key.description

    def values(self) -> Iterator[str]:
        """Yield what may be written where a table of keys names a kind of value."""
        kinds = {kind_name(kind): kind for record in self.link for kind in _kinds_in(record)}
        yield "## Values"
        yield ""
        yield from table(
            ("Value", "What may be written"),
            [(name, kind_meaning(kind)) for name, kind in sorted(kinds.items())],
        )


def _blocks_head() -> Iterator[str]:
    yield "## Blocks"
    yield ""
    yield "What a slide shows. A block stands in a body, which is a list then, or as a key of the"
    yield "slide itself. Most are also written in Markdown."
    yield ""
    rows = [
        (_link(_block_heading(block)), _in_markdown(block), summary(block)) for block in _BLOCKS
    ]
    yield from table(("Block", "In Markdown", "What it is"), rows)
    yield ""


def _in_markdown(block: type[Struct]) -> str:
    """Return what of Markdown becomes a block, empty where nothing does."""
    piece: type | None = getattr(block, "PIECE", None)
    return "" if piece is None else summary(piece).partition(":")[0].rstrip(".")


def _link(title: str, words: str = "") -> str:
    plain = title if title.startswith("`") else title.lower()
    return f"[{words or plain}](#{anchor(title)})"


def _block_heading(block: type) -> str:
    key = getattr(block, "KEY", "")
    return f"`{key}`" if key else heading(block)


def _base(record: type[Struct]) -> type[Struct] | None:
    """Return the record whose keys a record has as well, if there is one with keys."""
    base = record.__mro__[1]
    return base if issubclass(base, Struct) and shape_of(base).keys else None


def _own(record: type[Struct], base: type[Struct] | None) -> Iterator[tuple[str, Declared]]:
    """Yield the keys that a record declares itself, in its order."""
    shared = shape_of(base).keys if base is not None else {}
    keys = shape_of(record).keys
    for name in record.__annotations__ if base is not None else keys:
        if name in keys and shared.get(name) != keys[name]:
            yield name, keys[name]


def _reached(root: type[Struct]) -> list[type[Struct]]:
    """Return the records that a deck may consist of, each after that in which it is first named.

    A record that others are based on stands before them.
    """
    found: dict[type[Struct], None] = {root: None}
    waiting = [root]
    for record in waiting:
        for declared in shape_of(record).keys.values():
            for inner in _records_in(declared.type):
                for one in (*reversed(_bases(inner)), inner):
                    if one not in found:
                        found[one] = None
                        waiting.append(one)
    return list(found)


def _bases(record: type[Struct]) -> list[type[Struct]]:
    base = _base(record)
    return [] if base is None else [base, *_bases(base)]


def _inner(block: type[Struct]) -> list[type[Struct]]:
    """Return the records that a block's keys take, other than blocks."""
    return [record for record in _reached(block)[1:] if record not in {*_BLOCKS, Blocks}]


def _records_in(expected: Any) -> list[type[Struct]]:  # noqa: ANN401 - any annotation
    if get_origin(expected) is tuple:
        return _records_in(get_args(expected)[0])
    members = members_of(expected)
    if members:
        return [record for member in members for record in _records_in(member)]
    is_record = isinstance(expected, type) and issubclass(expected, Struct)
    return [expected] if is_record and not is_kind(expected) else []


def _kinds_in(record: type[Struct]) -> Iterator[type]:
    for declared in shape_of(record).keys.values():
        yield from _kinds(declared.type)


def _kinds(expected: Any) -> Iterator[type]:  # noqa: ANN401 - any annotation
    if is_kind(expected):
        yield expected
    elif get_origin(expected) is tuple:
        yield from _kinds(get_args(expected)[0])
    else:
        for member in members_of(expected):
            yield from _kinds(member)
