"""Sizes to try, largest first, and text frames in the largest size that fits their slot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.layout.paragraphs import measure_paragraphs, stack
from deckgen.pages import Text
from deckgen.records import Struct, replace
from deckgen.units import ZERO, Centipoints, Emu, inch, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.content import Paragraph
    from deckgen.geometry import Rect
    from deckgen.layout.flow import Context
    from deckgen.layout.paragraphs import Stack
    from deckgen.source import Span
    from deckgen.template.model import LevelStyle, Slot

BODY_STEPS: Final = (1.0, 0.9, 0.8)
"""The sizes of body text that a deck may have, as shares of the template's."""
TITLE_STEPS: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3)
"""The sizes of titles and of what stands on the title slide."""

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


class Fit(Struct, frozen=True):
    """Paragraphs at the size that was chosen, and whether they fit."""

    levels: tuple[LevelStyle, ...]
    stack: Stack
    fits: bool


def fit(
    paragraphs: tuple[Paragraph, ...],
    slot: Slot,
    context: Context,
    factors: tuple[float, ...] = TITLE_STEPS,
) -> Fit:
    """Return paragraphs at the largest size at which they fit a slot, or at the smallest."""
    content = slot.content
    fitted = None
    for levels in steps(slot.levels, factors, context.floor):
        inner = context.with_levels(levels)
        measured = measure_paragraphs(paragraphs, content.width, inner)
        placed = stack(measured)
        fitted = Fit(levels, placed, placed.height <= content.height)
        if fitted.fits:
            break
    assert fitted is not None
    return fitted


def fill_slot(
    paragraphs: tuple[Paragraph, ...], slot: Slot, context: Context, span: Span, limit: Emu
) -> Text:
    """Return the text frame of a slot filled with paragraphs.

    A slot that is too low at the smallest size grows down to a limit; what does not fit even then
    is reported.
    """
    fitted = fit(paragraphs, slot, context)
    box = slot.box
    if not fitted.fits:
        box = grown(slot, fitted.stack.height)
        if box.bottom > limit:
            room = max(slot.content.height, limit - slot.content.y)
            report_overflow(context, span, slot.name, fitted.stack.height, room)
    return Text(
        box=box,
        paragraphs=fitted.stack.paragraphs,
        levels=fitted.levels,
        height=fitted.stack.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=span,
    )


def grown(slot: Slot, height: Emu) -> Rect:
    """Return a slot's box made high enough for its content, by lowering its lower edge."""
    more = max(ZERO, height - slot.content.height)
    return replace(slot.box, height=slot.box.height + more)


def report_overflow(context: Context, span: Span, what: str, needed: Emu, available: Emu) -> None:
    """Report that something is higher than its place, with the numbers."""
    message = (
        f"{what} needs {show(needed)} at the smallest readable size, "
        f"but its place is {show(available)} high"
    )
    context.sink.report(codes.TEXT_OVERFLOW, span, message, hints=["shorten or divide it"])
