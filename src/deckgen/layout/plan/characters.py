"""The blocks of a slide -> what kind of page they make, which decides how it is composed."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from deckgen.content import Marker
from deckgen.layout.flow.parts import blocks_in
from deckgen.letters import is_east_asian
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.content import Paragraph
    from deckgen.layout.flow.galley import Block

_NUMBER: Final = lazy(r"[^\w\s]{0,3}\s?\d[\d.,:/ \u00a0\u202f]*[^\d]{0,8}")
"""A number with a sign before it and a unit behind it."""
_LONGEST_NUMBER: Final = 14
_LONGEST_STATEMENT: Final = 140
_LONGEST_ITEM: Final = 60
"""How wide texts may be, in letters of which East Asian ones count twice."""
_MOST_ITEMS: Final = 4
_HEADS: Final = (Marker.HEADING, Marker.TERM)
_ITEMS: Final = (Marker.BULLET, Marker.NUMBER)


class Character(Enum):
    """What a page of text has to say."""

    NUMBER = auto()
    STATEMENT = auto()
    QUOTATION = auto()
    REMARK = auto()
    COMPARISON = auto()
    SHORT_LIST = auto()
    TEXT = auto()


def character_of(blocks: Sequence[Block]) -> Character | None:
    """Return the character of a page of one block, whose text it is; None for others."""
    if len(blocks) != 1:
        return None
    if blocks[0].quotation() is not None:
        return Character.QUOTATION
    if blocks[0].is_remark:
        return Character.REMARK
    columns = blocks[0].parallel()
    if columns is not None:
        return Character.COMPARISON if all(map(is_text, blocks_in(columns))) else None
    paragraphs = blocks[0].prose()
    if not paragraphs:
        return None
    if len(paragraphs) == 1 and paragraphs[0].marker is Marker.NONE:
        return _of_one(paragraphs[0])
    if len(paragraphs) <= _MOST_ITEMS and all(map(_is_short_item, paragraphs)):
        return Character.SHORT_LIST
    return None if any(map(_belongs_to_another, paragraphs)) else Character.TEXT


def is_text(blocks: Sequence[Block]) -> bool:
    """Tell whether a column has text alone, all of whose paragraphs stand for themselves."""
    paragraphs = [paragraph for block in blocks for paragraph in block.prose()]
    is_prose = all(block.prose() for block in blocks)
    return is_prose and bool(paragraphs) and not any(map(_belongs_to_another, paragraphs))


def is_text_and_pictures(blocks: Sequence[Block]) -> bool:
    """Tell whether all is text but for one block of pictures at the end or the start."""
    pictorial = [block.is_pictorial for block in blocks]
    return len(pictorial) > 1 and sum(pictorial) == 1 and (pictorial[-1] or pictorial[0])


def _belongs_to_another(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph stands with the one before or after it, whatever the distances."""
    return paragraph.indented or paragraph.marker in _HEADS


def _of_one(paragraph: Paragraph) -> Character:
    text = paragraph.text.strip()
    if "\n" in text or _width(text) > _LONGEST_STATEMENT:
        return Character.TEXT
    is_number = _width(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text)
    return Character.NUMBER if is_number else Character.STATEMENT


def _is_short_item(paragraph: Paragraph) -> bool:
    return (
        paragraph.marker in _ITEMS
        and paragraph.level == 0
        and _width(paragraph.text) <= _LONGEST_ITEM
    )


def _width(text: str) -> int:
    return len(text) + sum(map(is_east_asian, text))
