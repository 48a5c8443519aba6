"""Sizes to try, largest first, and text frames in the largest size that fits their slot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from deckgen import codes
from deckgen.layout.typeset.paragraphs import measure_paragraphs, stack
from deckgen.records import Struct
from deckgen.units import Centipoints, Emu, inch, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckgen.content import Paragraph
    from deckgen.layout.flow.galley import Context
    from deckgen.layout.typeset.paragraphs import Stack
    from deckgen.source import Span
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Slot

BODY_STEPS: Final = (1.0, 0.9, 0.8)
"""The sizes of body text that a deck may have, as shares of the template's."""
_FURTHER_STEPS: Final = (0.7, 0.6, 0.5)
_COMFORTABLE: Final = 10 / 7
"""The size down to which large text may go further than that, as a share of the least: 20 pt."""
TITLE_STEPS: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""The sizes of titles and of what stands on the title slide."""

SLIGHT_STEPS: Final = (1.0, 0.9, 0.8)
"""The sizes that are tried before a place is made larger."""

_BODY_FLOOR: Final = 1400
_TITLE_FLOOR: Final = 1600
_SMALL_FLOOR: Final = 800
_REFERENCE: Final = inch(7.5)
"""The height of a slide for which the floors are meant; others scale, as slides fill screens."""


def body_floor(slide_height: Emu) -> Centipoints:
    """Return the least readable size of body text: 14 pt on a slide 7.5 in high."""
    return Centipoints(round(_BODY_FLOOR * (slide_height / _REFERENCE) / 50) * 50)


def title_floor(slide_height: Emu) -> Centipoints:
    """Return the least readable size of a title: 16 pt on a slide 7.5 in high."""
    return Centipoints(round(_TITLE_FLOOR * (slide_height / _REFERENCE) / 50) * 50)


def small_floor(slide_height: Emu) -> Centipoints:
    """Return the least readable size of small print: 8 pt on a slide 7.5 in high."""
    return Centipoints(round(_SMALL_FLOOR * (slide_height / _REFERENCE) / 50) * 50)


def scaled(
    levels: tuple[LevelStyle, ...], factor: float, floor: Centipoints
) -> tuple[LevelStyle, ...]:
    """Return levels at a share of their sizes; none falls below the floor that was above it."""
    if factor == 1.0:
        return levels
    return tuple(
        level.sized(max(min(level.size, floor), level.size.scaled(factor))) for level in levels
    )


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


def body_steps(context: Context) -> tuple[float, ...]:
    """Return the shares of a template's size that a body may have.

    Text that is large in its template may become smaller than other text may, as long as it is
    read with ease.
    """
    factors, size = context.steps, context.text.size
    if len(factors) == 1:
        return factors
    return factors + tuple(
        factor for factor in _FURTHER_STEPS if size * factor >= context.floor * _COMFORTABLE
    )


_Tried = TypeVar("_Tried")


def largest(tries: Sequence[_Tried], passes: Callable[[_Tried], bool]) -> _Tried | None:
    """Return the first of what is tried, largest first, that passes; None where nothing does.

    What is smaller than what passes passes as well, so that not all has to be measured.
    """
    if passes(tries[0]):
        return tries[0]
    if not passes(tries[-1]):
        return None
    failing, passing = 0, len(tries) - 1
    while passing - failing > 1:
        middle = (failing + passing) // 2
        failing, passing = (failing, middle) if passes(tries[middle]) else (middle, passing)
    return tries[passing]


class Fit(Struct, frozen=True):
    """Paragraphs at the size that was chosen."""

    levels: tuple[LevelStyle, ...]
    stack: Stack

    @property
    def height(self) -> Emu:
        """The height of the paragraphs."""
        return self.stack.height


def fit(
    paragraphs: tuple[Paragraph, ...],
    slot: Slot,
    context: Context,
    room: Emu,
    factors: tuple[float, ...] = TITLE_STEPS,
) -> Fit:
    """Return paragraphs at the largest size at which they fit a height, or at the smallest."""
    fitted = None
    for levels in steps(slot.levels, factors, context.floor):
        measured = measure_paragraphs(paragraphs, slot.content.width, context.with_levels(levels))
        fitted = Fit(levels, stack(measured))
        if fitted.height <= room:
            break
    assert fitted is not None
    return fitted


def report_overflow(context: Context, span: Span, what: str, needed: Emu, available: Emu) -> None:
    """Report that something is higher than its place, with the numbers."""
    message = (
        f"{what} needs {show(needed)} at the smallest readable size, "
        f"but its place is {show(available)} high"
    )
    context.sink.report(codes.TEXT_OVERFLOW, span, message, hints=["shorten or divide it"])
