"""A slide -> its text, stretch by stretch, and the slide with some of it reworded.

This is the one way to the text of all slides and blocks. The runs in whatever a block is made of,
and holds, are found, and can be replaced. Alternative texts are found by the fields called `alt`,
in the block and in the records that it is made of.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from operator import is_
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast, get_args

from deckgen.content import Paragraph, Run
from deckgen.deck import FootnoteKind
from deckgen.records import Struct, replace
from deckgen.source import Span
from deckgen.spec.backgrounds import Background
from deckgen.spec.bind import is_kind
from deckgen.spec.keys import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckgen.deck import LogicalSlide, Runs
    from deckgen.spec.blocks import BlockRecord
    from deckgen.spec.kinds import Address


class TextRole(Enum):
    """What of a slide a stretch of text is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    CREDITS = "credits"
    BODY = "body"
    FOOTNOTE = "footnote"
    FOOTER = "footer"
    ALTERNATIVE = "alt"
    NOTES = "notes"


SHOWN: Final = frozenset(
    {TextRole.TITLE, TextRole.SUBTITLE, TextRole.CREDITS, TextRole.BODY, TextRole.FOOTNOTE}
)
"""What a slide shows as its own; footers repeat what the deck says."""
_REPEATED: Final = frozenset({FootnoteKind.LABEL, FootnoteKind.NOTICE, FootnoteKind.COPYRIGHT})
"""The lines at the foot of a slide that repeat it, too."""


_ELSEWHERE: Final = frozenset(("source", "credit"))
_Kind = TypeVar("_Kind")


class Wording(Struct, frozen=True):
    """A title, a paragraph, a cell: text that is read in one go."""

    part: TextRole
    runs: Runs


def wordings(slide: LogicalSlide) -> Iterator[Wording]:
    """Return all text of a slide in reading order; its notes come last."""
    if slide.title:
        yield Wording(TextRole.TITLE, slide.title)
    if slide.subtitle:
        yield Wording(TextRole.SUBTITLE, slide.subtitle)
    for line in slide.credits:
        yield Wording(TextRole.CREDITS, line)
    grounds = (ground for ground in (slide.background, slide.beside) if ground is not None)
    for block in (*slide.content, *grounds):
        for runs in () if isinstance(block, Background) else texts_in(block):
            yield Wording(TextRole.BODY, runs)
        for text, span in said_in(block, "alt"):
            yield Wording(TextRole.ALTERNATIVE, (Run(text, span),))
    for footnote in slide.footnotes:
        part = TextRole.FOOTER if footnote.kind in _REPEATED else TextRole.FOOTNOTE
        yield Wording(part, footnote.runs)
    if slide.footers.text:
        yield Wording(TextRole.FOOTER, slide.footers.text)
    for paragraph in slide.notes:
        yield Wording(TextRole.NOTES, paragraph.runs)


def texts_in(value: object) -> list[Runs]:
    """Return the text of a block and of all that it holds, in the order of its fields.

    What is called `source` or `credit` is no part of it: that stands at the foot of the slide.
    """
    found: list[Runs] = []
    _gather_texts(value, found)
    return found


def _gather_texts(value: object, found: list[Runs]) -> None:
    if isinstance(value, Paragraph):
        found.append(value.runs)
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Run):
            found.append(value)
        elif value and isinstance(value[0], Paragraph):
            found += [paragraph.runs for paragraph in value]
        else:
            for item in value:
                _gather_texts(item, found)
    elif isinstance(value, Struct) and not isinstance(value, Span):
        for name in value.__struct_fields__:
            held = getattr(value, name)
            # most of what there is in a long table is looked at here alone
            if isinstance(held, tuple | Struct) and name not in _ELSEWHERE:
                _gather_texts(held, found)


def records_in(value: object) -> list[Struct]:
    """Return the blocks that a value holds and the records in them, in the order of their fields.

    Text is no such record.
    """
    found: list[Struct] = []
    _gather_records(value, found)
    return found


def _gather_records(value: object, found: list[Struct]) -> None:
    if isinstance(value, tuple):
        if not (value and isinstance(value[0], Run | Paragraph)):
            for item in value:
                _gather_records(item, found)
    elif isinstance(value, Struct) and not isinstance(value, Span | Run | Paragraph):
        found.append(value)
        for name in value.__struct_fields__:
            held = getattr(value, name)
            if isinstance(held, tuple | Struct):
                _gather_records(held, found)


def parted(
    blocks: tuple[BlockRecord, ...], kind: type[_Kind]
) -> tuple[tuple[BlockRecord, ...], tuple[_Kind, ...]]:
    """Return blocks without those of a kind, wherever they are held, and those."""
    found: list[_Kind] = []

    def kept(items: tuple[Any, ...]) -> tuple[Any, ...]:
        found.extend(item for item in items if isinstance(item, kind))
        left = tuple(inside(item) for item in items if not isinstance(item, kind))
        same = len(left) == len(items) and all(map(is_, left, items))
        return items if same else left

    def inside(value: Any) -> Any:  # noqa: ANN401 - a block, or a record in it
        if not isinstance(value, Struct):
            return value
        changed = {}
        for name in _holding(type(value)):
            before = getattr(value, name)
            after = kept(before) if isinstance(before, tuple) else inside(before)
            if after is not before:
                changed[name] = after
        return replace(value, **changed) if changed else value

    return kept(blocks), tuple(found)


@cache
def _holding(record: type[Struct]) -> tuple[str, ...]:
    """Return the fields of a record that may hold blocks, at once or in records of its."""
    shape = shape_of(record)
    names = [name for name, key in shape.keys.items() if any(map(_holding, _records_in(key.type)))]
    return (*names, *((shape.collector,) if shape.collector else ()))


def addresses(slide: LogicalSlide) -> Iterator[Address]:
    """Return where the pictures of a slide lead."""
    for block in slide.content:
        for address, _ in said_in(block, "link"):
            yield address
    if slide.beside is not None and slide.beside.link is not None:
        yield slide.beside.link


def reworded(slide: LogicalSlide, changes: Mapping[int, object]) -> LogicalSlide:
    """Return a slide in which runs and addresses are replaced, each by its identity.

    The wordings that told of the runs must be alive, or their identities mean nothing.
    """
    return cast("LogicalSlide", _reworded(slide, changes)) if changes else slide


def _reworded(value: Struct, changes: Mapping[int, object]) -> Struct:
    changed: dict[str, object] = {}
    for name in value.__struct_fields__:
        before = getattr(value, name)
        after = before
        if isinstance(before, tuple):
            after = _reworded_items(before, changes)
        elif isinstance(before, Struct) and not isinstance(before, Span):
            after = changes.get(id(before), before)
            after = _reworded(before, changes) if after is before else after
        if after is not before:
            changed[name] = after
    return replace(value, **changed) if changed else value


def _reworded_items(items: tuple[object, ...], changes: Mapping[int, object]) -> tuple[object, ...]:
    found = changes.get(id(items))
    if found is not None:
        return cast("tuple[object, ...]", found)
    if not items or isinstance(items[0], Run):
        return items
    after = tuple(
        _reworded_items(item, changes)
        if isinstance(item, tuple)
        else _reworded(item, changes)
        if isinstance(item, Struct)
        else item
        for item in items
    )
    same = all(one is other for one, other in zip(items, after, strict=True))
    return items if same else after


def said_in(block: BlockRecord, key: str) -> Iterator[tuple[Any, Span]]:
    """Yield what a block and the records in it say under a key, and the places of the records.

    A key that is not written, or has no text, says nothing.
    """
    for name in _leading_to(type(block), key):
        value = getattr(block, name)
        if name == key:
            if value:
                yield value, block.span
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Struct):
                yield from said_in(cast("BlockRecord", item), key)


@cache
def _leading_to(record: type, key: str) -> tuple[str, ...]:
    """Return the fields of a record in which a key may be written, found by their types."""
    return tuple(_fields_leading_to(record, key, ()))


def _fields_leading_to(record: type, key: str, above: tuple[type, ...]) -> Iterator[str]:
    shape = shape_of(record)
    for name, declared in shape.keys.items():
        inner = (one for one in _records_in(declared.type) if one not in (record, *above))
        if name == key or any(any(_fields_leading_to(t, key, (*above, record))) for t in inner):
            yield name
    if shape.collector is not None:
        yield shape.collector


def _records_in(hint: Any) -> Iterator[type]:  # noqa: ANN401 - any annotation
    if isinstance(hint, type) and issubclass(hint, Struct) and not is_kind(hint):
        yield hint
    for part in get_args(hint):
        yield from _records_in(part)
