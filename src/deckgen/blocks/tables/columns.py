"""The cells of a table -> what each column asks for, and widths of columns that share a room."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import ZERO, Emu, Struct, replace, styled
from deckgen.blocks.tables.numerals import unbroken
from deckgen.geometry import distribute
from deckgen.layout.typeset.paragraphs import ADDRESS
from deckgen.letters import has_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.blocks.kit import PlacedRun
    from deckgen.text.typesetter import Typesetter

NARROWEST: Final = 2.0
"""The least width of a column's text, in em, whatever its words."""
SHORT: Final = 12.0
"""The longest text of a cell, in em, that should stand in one line."""

_FILLED: Final = {1: 0.0, 2: 0.6}
"""The share of its place that a table takes at the least, by its columns; all of it with more.

So it stands on both axes of the page. The eye would lose the row from one to the other of two.
"""
_MANY_LINES: Final = 2
"""How many lines a text takes that has room enough beside short ones."""
_FEWER: Final = 1.4
"""How many times as many lines it takes for others to be broken instead."""
KEPT: Final = 7.0
"""The longest text, in em, that is not broken for it."""
_HALVINGS: Final = 20
"""How often the range is halved in which a share is looked for."""
_NUMBERING: Final = 0.36
"""The share of the usual width of texts below which a first column is one of numbers of rows."""
_LITTLE: Final = 0.25
_MOST_OF_IT: Final = 0.8
"""The share of its place from which a table takes all of it, and ends at the right margin."""


class Extent(Struct, frozen=True):
    """What a column asks for, less its padding.

    `min_content` holds its longest word, or number with its unit, `firm` also its short texts in
    one line each, and `max_content` all its texts so.
    """

    min_content: Emu
    firm: Emu
    max_content: Emu


class CellLine(Struct, frozen=True):
    """A paragraph of a cell, and how far in it stands."""

    runs: tuple[PlacedRun, ...]
    indent: Emu


def extent(cells: Iterable[CellLine], em: Emu, typesetter: Typesetter) -> Extent:
    """Return what a column asks for whose text is of a size."""
    min_content = firm = max_content = em * NARROWEST
    for stretch in cells:
        runs, indent = stretch.runs, stretch.indent
        wide = typesetter.width(styled(runs)) + indent
        max_content = max(max_content, wide)
        if wide <= em * SHORT:
            firm = max(firm, wide)
        for run in runs:
            for word in unbroken(run.text):
                wide = typesetter.width(styled([replace(run, text=word)]))
                min_content = max(min_content, wide + indent)
    return Extent(min_content, max(min_content, firm), max_content)


def _words(runs: tuple[PlacedRun, ...]) -> Iterator[PlacedRun]:
    """Return the words of a text that are not to be cut: Japanese breaks nearly anywhere."""
    for run in runs:
        words = run.text.split()
        yield from (replace(run, text=word) for word in words if not has_east_asian(word))


def widest_word(cells: Iterable[CellLine], em: Emu, typesetter: Typesetter) -> Emu:
    """Return the least width in which no word of a column is cut; addresses may be, anywhere."""
    widest = Emu(0)
    for stretch in cells:
        runs = stretch.runs
        words = (word for word in _words(runs) if not ADDRESS.search(word.text))
        wide = max((typesetter.width(styled([word])) for word in words), default=Emu(0))
        one = em if any(has_east_asian(run.text) for run in runs) else wide
        widest = max(widest, wide + stretch.indent, one + stretch.indent)
    return widest


def fits_firmly(extents: Sequence[Extent], room: Emu) -> bool:
    """Tell whether no short text and no word has to be broken."""
    return sum(extent.firm for extent in extents) <= room


def fits_words(extents: Sequence[Extent], room: Emu) -> bool:
    """Tell whether no word has to be cut."""
    return sum(extent.min_content for extent in extents) <= room


def widened(extents: Sequence[Extent], own: Extent, inner: Emu) -> tuple[Extent, ...]:
    """Return what columns ask for that a cell spans, which has the space between them as well."""
    count = len(extents)

    def more(wide: Emu, has: Sequence[Emu]) -> tuple[Emu, ...]:
        lacks = max(Emu(0), wide - inner - Emu(sum(has)))
        return distribute(lacks, [1.0] * count)

    least = more(own.min_content, [extent.min_content for extent in extents])
    firm = more(own.firm, [extent.firm for extent in extents])
    most = more(own.max_content, [extent.max_content for extent in extents])
    return tuple(
        Extent(extent.min_content + a, extent.firm + b, extent.max_content + c)
        for extent, a, b, c in zip(extents, least, firm, most, strict=True)
    )


def widths(extents: Sequence[Extent], room: Emu, spare: Emu, kept: Emu = ZERO) -> tuple[Emu, ...]:
    """Share room out to the columns of a table.

    Each column gets what its words need, then what its short texts need, then what all its texts
    ask. Where there is more, columns stand as far apart as the spare says, and further where the
    table would take too little of its place. Where the short texts have no room, or leave long ones
    so little that they take many more lines, columns are as wide as lets their longest texts take
    about as many; those up to what is `kept` stay whole. Where there is not enough for the words,
    the narrow columns have all they need and the wide ones share the rest.
    """
    min_content = [extent.min_content for extent in extents]
    firm = [extent.firm for extent in extents]
    max_content = [extent.max_content for extent in extents]
    if sum(max_content) <= room:
        count, held = len(extents), Emu(sum(max_content))
        wide = max(room * _FILLED.get(count, 1.0), held + spare * count)
        if wide >= room * _MOST_OF_IT:
            wide = room
        more = distribute(Emu(wide - held), [_share(max_content), *(1.0,) * (count - 1)])
        return tuple(asked + each for asked, each in zip(max_content, more, strict=True))
    whole = [max(one.min_content, min(one.firm, kept)) for one in extents]
    if sum(firm) <= room:
        given = _in_as_many_lines(firm, max_content, room)
        lines = _most_lines(max_content, given)
        if lines > _MANY_LINES:
            even = _in_as_many_lines(whole, max_content, room)
            return even if _most_lines(max_content, even) * _FEWER <= lines else given
        return given
    for least in (whole, min_content):
        if sum(least) <= room:
            return _in_as_many_lines(least, max_content, room)
    return _leveled(min_content, room)


def _share(texts: Sequence[Emu]) -> float:
    """Return how much of room to spare the first column gets, beside others: little for numbers.

    What only numbers the rows stands near to what it numbers.
    """
    is_numbering = len(texts) > 2 and texts[0] * len(texts) < sum(texts) * _NUMBERING
    return _LITTLE if is_numbering else 1.0


def _most_lines(texts: Sequence[Emu], columns: Sequence[Emu]) -> int:
    """Return about how many lines the text takes that takes the most."""
    return max(ceil(text / wide) for text, wide in zip(texts, columns, strict=True))


def _shared(held: list[Emu], wished: list[Emu], room: Emu) -> tuple[Emu, ...]:
    """Give to each what it holds, and a share of the rest in proportion to what it lacks."""
    lacking = [float(wish - have) for have, wish in zip(held, wished, strict=True)]
    shares = distribute(Emu(room - sum(held)), lacking)
    return tuple(have + share for have, share in zip(held, shares, strict=True))


def _in_as_many_lines(least: list[Emu], most: list[Emu], room: Emu) -> tuple[Emu, ...]:
    """Give to each its share of what it asks for, the same for all, but no less than the least."""

    def at(share: float) -> list[Emu]:
        return [max(few, many * share) for few, many in zip(least, most, strict=True)]

    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at(middle)) <= room else (low, middle)
    return _shared(at(low), most, room)


def _leveled(wished: list[Emu], room: Emu) -> tuple[Emu, ...]:
    """Give to each what it wishes up to a limit that is the same for all."""
    given: dict[int, Emu] = {}
    left = room
    for rank, column in enumerate(sorted(range(len(wished)), key=wished.__getitem__)):
        given[column] = min(wished[column], left // (len(wished) - rank))
        left -= given[column]
    return tuple(given[column] for column in range(len(wished)))
