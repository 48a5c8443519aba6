"""Sizes to try, largest first, and text frames in the largest size that fits their slot."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, TypeVar

from deckgen import codes
from deckgen.diagnostics import diagnose
from deckgen.geometry import Size
from deckgen.layout.typeset.levels import nearer
from deckgen.layout.typeset.paragraphs import stack
from deckgen.records import Struct, replace
from deckgen.units import Centipoints, Emu, inch, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.flow.galley import Context
    from deckgen.layout.typeset.paragraphs import SetParagraph, Stack
    from deckgen.source import Span
    from deckgen.styles import LevelStyle

    Measure = Callable[[Context], tuple[SetParagraph, ...]]
    """Sets paragraphs in the styles of a context."""

STEPS: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""The sizes that text may have, as shares of the template's, as far as they can be read."""
SLIGHT_STEPS: Final = STEPS[:3]
"""The sizes that are tried before a place is made larger, or something else is given up."""
BODY_STEPS: Final = SLIGHT_STEPS
"""The sizes of body text that a deck may have."""
_FURTHER_STEPS: Final = STEPS[3:]
COMFORTABLE: Final = 10 / 7
"""The size down to which large text may go further than that, as a share of the least: 20 pt."""
_NARROW: Final = 3
"""So many columns are narrow: large text has few letters to a line in them."""
_IN_NARROW: Final = 15 / 14
"""The size down to which text in them may go, as a share of the least: 15 pt."""
WELL_READ: Final = 18 / 14
"""The same for text that may not become much smaller than its neighbours, 18 pt: beside a picture,
which would stand on a further page by itself, or below titles that follow those of other pages.
"""

_ROUNDED: Final = 0.98
"""How much smaller than a step a size may be for being a whole point."""

_HAIR: Final = Emu(360)
"""What of its width a placeholder keeps from the lines in it: LibreOffice breaks one that is as
wide as that, to a hundredth of a millimetre, though in a text box it does not (measured, 7.4).
"""

BODY_FLOOR: Final = 1400
_TITLE_FLOOR: Final = 1600
_SMALL_FLOOR: Final = 800
TITLE_LEAD: Final = 1.15
"""How much larger a title is than the text below it, for the eye to go there first."""
_LARGER: Final = 1.3
"""How much larger than text a title is made that the template sets no larger, nor bold."""
_REFERENCE: Final = Size(inch(10), inch(7.5))
"""The slide for which the floors are meant; others scale, as slides fill screens."""


def body_floor(slide: Size) -> Centipoints:
    """Return the least readable size of body text: 14 pt on a slide of 10 by 7.5 in."""
    return _scaled_floor(BODY_FLOOR, slide)


def comfortable_floor(slide: Size) -> Centipoints:
    """Return the least size of text that is read with ease: 20 pt on a slide of 10 by 7.5 in."""
    return body_floor(slide).scaled(COMFORTABLE)


def title_floor(slide: Size) -> Centipoints:
    """Return the least readable size of a title: 16 pt on a slide of 10 by 7.5 in."""
    return _scaled_floor(_TITLE_FLOOR, slide)


def small_floor(slide: Size) -> Centipoints:
    """Return the least readable size of small print: 8 pt on a slide of 10 by 7.5 in."""
    return _scaled_floor(_SMALL_FLOOR, slide)


def _scaled_floor(floor: int, slide: Size) -> Centipoints:
    """Return a floor on a slide: that of what fits a screen by its width or its height."""
    share = min(slide.width / _REFERENCE.width, slide.height / _REFERENCE.height)
    return Centipoints(round(floor * share / 50) * 50)


def line_room(width: Emu) -> Emu:
    """Return how wide lines may be in a placeholder whose content is so wide."""
    return max(_HAIR, width - _HAIR)


def lead_over(text: Centipoints) -> Centipoints:
    """Return the least size of a title above text of a size."""
    return text.scaled(TITLE_LEAD)


def led_by(title: Centipoints) -> Centipoints:
    """Return the largest size, to a whole point, of text below a title of a size."""
    return Centipoints(int(title / TITLE_LEAD) // 100 * 100)


def led_levels(levels: tuple[LevelStyle, ...], text: Centipoints | None) -> tuple[LevelStyle, ...]:
    """Return the levels of a title, larger than the text below it where they are not."""
    first = levels[0]
    if text is None or first.size >= text * TITLE_LEAD:
        return levels
    leads = first.bold or first.size > text
    least = Centipoints(ceil(text * TITLE_LEAD / 100) * 100)
    larger = least if leads else text.scaled(_LARGER)
    return tuple(level.sized(max(level.size, larger)) for level in levels)


def scaled(
    levels: tuple[LevelStyle, ...], factor: float, floor: Centipoints
) -> tuple[LevelStyle, ...]:
    """Return levels at a share of their sizes, and of the distances between their paragraphs.

    None falls below the floor that was above it.
    """
    if factor == 1.0:
        return levels
    return tuple(
        _smaller(level, max(min(level.size, floor), level.size.scaled(factor))) for level in levels
    )


def _smaller(level: LevelStyle, size: Centipoints) -> LevelStyle:
    """Return a level in a size, with its paragraphs as far apart in em as before."""
    factor = size / level.size
    before, after = level.space_before.scaled(factor), level.space_after.scaled(factor)
    return replace(level.sized(size), space_before=before, space_after=after)


def steps(
    levels: tuple[LevelStyle, ...], factors: tuple[float, ...], floor: Centipoints
) -> Iterator[tuple[LevelStyle, ...]]:
    """Return the levels at each share that makes a difference, largest first."""
    before = None
    for factor in factors:
        candidate = scaled(levels, factor, floor)
        if candidate != before:
            yield candidate
        before = candidate


def no_larger(context: Context, most: Centipoints) -> Context:
    """Return a context whose text is no larger than a size, nor smaller than it can be read."""
    size = context.text.size
    if size <= most:
        return context
    return context.with_levels(scaled(context.levels, most / size, context.floor))


def leveled(context: Context, most: Centipoints) -> Context:
    """Return a context whose text is as large as that of its neighbours, or a step smaller.

    It is tried in no smaller sizes than without them.
    """
    smaller = no_larger(context, most)
    share = smaller.text.size / context.text.size
    least = context.steps[-1] * _ROUNDED
    return replace(
        smaller, steps=tuple(step for step in context.steps if step == 1 or step * share >= least)
    )


def body_steps(context: Context, columns: int = 1, least: float = COMFORTABLE) -> tuple[float, ...]:
    """Return the shares of a template's size that a body may have in so many columns.

    Text that is large in its template may become smaller than other text may, as long as it is
    read with ease, and text in narrow columns as long as it is read well: its lines are short.
    `least` is what the first may come to as a share of the floor.
    """
    factors, size = context.steps, context.text.size
    if len(factors) == 1:
        return factors
    smallest = context.floor * (least if columns < _NARROW else _IN_NARROW)
    return factors + tuple(factor for factor in _FURTHER_STEPS if size * factor >= smallest)


def body_levels(
    context: Context, columns: int, least: float, *, texts: bool
) -> Iterator[tuple[LevelStyle, ...]]:
    """Yield the levels in which a body is tried, which may have `texts` in it: the largest first.

    At last text has the same sizes with less space between its paragraphs, where that is much.
    """
    tried: list[tuple[LevelStyle, ...]] = []
    for levels in steps(context.levels, body_steps(context, columns, least), context.floor):
        tried.append(levels)
        yield levels
    if texts and len(context.steps) > 1:
        closer = ((levels, nearer(levels)) for levels in tried)
        yield from (near for levels, near in closer if near is not levels)


_Tried = TypeVar("_Tried")


def largest(tries: Iterable[_Tried], *accepted: Callable[[_Tried], bool]) -> _Tried | None:
    """Return the largest of what is tried that is accepted, None where nothing is.

    Sizes are tried from the largest on. Of several conditions the first is the most wanted: what
    meets it is taken at once, else the largest that meets the second, and so on.
    """
    kept: dict[int, _Tried] = {}
    for tried in tries:
        for rank, accept in enumerate(accepted):
            if accept(tried):
                if rank == 0:
                    return tried
                kept.setdefault(rank, tried)
                break
    return kept[min(kept)] if kept else None


def largest_or_last(tries: Iterable[_Tried], *accepted: Callable[[_Tried], bool]) -> _Tried:
    """Return the same, and the smallest where nothing is accepted."""
    tried: list[_Tried] = []

    def remembered() -> Iterator[_Tried]:
        for each in tries:
            tried.append(each)
            yield each

    found = largest(remembered(), *accepted)
    return tried[-1] if found is None else found


def bisected(tries: Sequence[_Tried], accepted: Callable[[_Tried], bool]) -> _Tried | None:
    """Return the largest of what is tried that is accepted, where all that is smaller is as well.

    Not all has to be measured then.
    """
    if accepted(tries[0]):
        return tries[0]
    if not accepted(tries[-1]):
        return None
    failing, passing = 0, len(tries) - 1
    while passing - failing > 1:
        middle = (failing + passing) // 2
        failing, passing = (failing, middle) if accepted(tries[middle]) else (middle, passing)
    return tries[passing]


class Fit(Struct, frozen=True):
    """Paragraphs at a size."""

    levels: tuple[LevelStyle, ...]
    paragraphs: tuple[SetParagraph, ...]
    stack: Stack

    @property
    def height(self) -> Emu:
        """The height of the paragraphs."""
        return self.stack.height

    @property
    def keeps_words(self) -> bool:
        """Whether no word is too wide for its line."""
        return not any(paragraph.cuts_words for paragraph in self.paragraphs)


def fits(
    context: Context, factors: tuple[float, ...], floor: Centipoints, measure: Measure
) -> Iterator[Fit]:
    """Return what is measured at each size worth trying, largest first."""
    for levels in steps(context.levels, factors, floor):
        paragraphs = measure(context.with_levels(levels))
        yield Fit(levels, paragraphs, stack(paragraphs))


def overflow(span: Span | None, what: str, needed: Emu, available: Emu) -> Diagnostic:
    """Return the report that something is higher than its place, with the numbers."""
    message = (
        f"{what} needs {show(needed)} at the smallest readable size, "
        f"but its place is {show(available)} high"
    )
    return diagnose(codes.TEXT_OVERFLOW, span, message, hints=["shorten or divide it"])
