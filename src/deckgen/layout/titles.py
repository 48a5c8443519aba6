"""Drafts -> what their titles read, numbered where several pages share one, and title frames."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run
from deckgen.geometry import Rect
from deckgen.layout.fitting import TITLE_STEPS, grown, report_overflow, steps, title_floor
from deckgen.layout.paragraphs import Measured, measure_paragraphs, stack
from deckgen.layout.runs import cut, styled
from deckgen.pages import Text
from deckgen.records import Struct, replace
from deckgen.template.model import BodyProperties, Placeholder, Role, Slot
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import Deck, LogicalSlide, Runs
    from deckgen.layout.draft import Draft
    from deckgen.layout.flow import Context
    from deckgen.layout.paragraphs import Stack
    from deckgen.layout.surroundings import Surroundings
    from deckgen.pages import PlacedRun
    from deckgen.template.model import Layout, LevelStyle
    from deckgen.text.model import Line
    from deckgen.units import Centipoints, Emu

_LONGEST_SUFFIX: Final = " (88/88)"


def titled(deck: Deck, drafts: Sequence[Draft]) -> tuple[Runs, ...]:
    """Return the title of each page.

    A title that several slides share is numbered over all their pages; one slide that takes
    several pages says which of them each is.
    """
    counts: Counter[str] = Counter()
    titles: list[Runs] = []
    for draft in drafts:
        slide, suffix = draft.slide, ""
        if slide.title and slide.shares_title:
            counts[slide.title_text] += 1
            suffix = deck.numbering.fill(n=counts[slide.title_text], title="", track="", total="")
        elif slide.title and draft.count > 1:
            suffix = deck.continuation.fill(n=draft.number, total=draft.count, title="", track="")
        titles.append(_with_suffix(slide.title, suffix))
    return tuple(titles)


def _with_suffix(title: Runs, suffix: str) -> Runs:
    return (*title, Run(suffix, title[-1].span)) if suffix else title


def unique(names: Sequence[str]) -> Iterator[str]:
    """Return names with those that occur again told apart by a number, for screen readers."""
    seen: Counter[str] = Counter()
    taken = set(names)
    for name in names:
        seen[name] += 1
        candidate, number = name, seen[name]
        while seen[name] > 1 and (candidate == name or candidate in taken):
            candidate, number = f"{name} {number}", number + 1
        taken.add(candidate)
        yield candidate


def place_title(title: Runs, draft: Draft, around: Surroundings) -> Text | None:
    """Return the frame of a page's title, in the largest size that fits; None without a title."""
    if not title:
        return None
    slot = title_slot(draft.layout, around)
    fitted = _fit(title, slot, draft.layout, draft.slide.language, around)
    lowest = _lowest(slot, around)
    if fitted.box.bottom > lowest:
        context = around.context(draft.layout, draft.slide.language, slot)
        room = lowest - slot.content.y
        report_overflow(context, title[0].span, "the title", fitted.stack.height, room)
    return Text(
        box=fitted.box,
        paragraphs=fitted.stack.paragraphs,
        levels=fitted.levels,
        height=fitted.stack.height,
        name=slot.name,
        slot=slot if slot in draft.layout.slots else None,
        body=slot.body,
        span=title[0].span,
    )


def title_bottom(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Emu:
    """Return how far down the title of a slide reaches, with room for a number behind it."""
    slot = title_slot(layout, around)
    if not slide.title:
        return ZERO
    title = _with_suffix(slide.title, _LONGEST_SUFFIX)
    bottom = _fit(title, slot, layout, slide.language, around).box.bottom
    return min(bottom, _lowest(slot, around))


def _lowest(slot: Slot, around: Surroundings) -> Emu:
    """Return how far down a title may reach: to the middle of the slide if it has to grow."""
    return max(slot.box.bottom, around.template.slide_size.height // 2)


class _Fitted(Struct, frozen=True):
    """A title at the size that was chosen, and the box that holds it."""

    levels: tuple[LevelStyle, ...]
    stack: Stack
    box: Rect


def _fit(title: Runs, slot: Slot, layout: Layout, language: str, around: Surroundings) -> _Fitted:
    """Return a title at the largest size that fits its slot; the slot grows if none does."""
    context = replace(around.context(layout, language, slot), floor=_floor(slot, layout, around))
    paragraph = Paragraph(title, title[0].span)
    fitted = None
    for levels in steps(slot.levels, TITLE_STEPS, context.floor):
        placed = stack((_balanced(paragraph, slot, context.with_levels(levels)),))
        fitted = _Fitted(levels, placed, grown(slot, placed.height))
        if placed.height <= slot.content.height:
            break
    assert fitted is not None
    return fitted


def _floor(slot: Slot, layout: Layout, around: Surroundings) -> Centipoints:
    """Return the least size of a title: readable, and no smaller than the text below it."""
    floor = title_floor(around.template.slide_size.height)
    body = max((other.levels[0].size for other in layout.of_role(Role.BODY)), default=floor)
    return max(floor, min(body, slot.levels[0].size))


def title_slot(layout: Layout, around: Surroundings) -> Slot:
    """Return the place of titles on a layout, one composed like another's where it has none."""
    return layout.first(Role.TITLE) or _composed(layout, around)


def _composed(layout: Layout, around: Surroundings) -> Slot:
    """Return a place for the title on a layout that has none, styled as another layout's title."""
    layouts = sorted(around.template.layouts, key=lambda other: other.master != layout.master)
    styles = (other.first(Role.TITLE) for other in layouts)
    size = around.template.slide_size
    box = Rect(size.width * 0.06, size.height * 0.045, size.width * 0.88, size.height * 0.12)
    found = next((slot for slot in styles if slot is not None), None)
    if found is not None:
        return replace(found, box=box, name="Title")
    levels = around.template.free_text
    return Slot(Role.TITLE, Placeholder(None, None), "Title", box, BodyProperties(), levels)


class _Broken(Struct, frozen=True):
    runs: tuple[PlacedRun, ...]
    lines: tuple[Line, ...]


def _balanced(paragraph: Paragraph, slot: Slot, context: Context) -> Measured:
    """Return a title whose lines end between phrases, with the breaks written into its runs."""
    (measured,) = measure_paragraphs((paragraph,), slot.content.width, context)
    if len(measured.lines) == 1 or "\n" in paragraph.text:
        return measured
    room = slot.content.width - measured.style.margin_left - measured.style.margin_right
    lines = context.typesetter.balanced(styled(measured.runs), room)
    if len(lines) != len(measured.lines):
        return measured
    broken = _break_at(measured.runs, lines)
    return replace(measured, runs=broken.runs, lines=broken.lines)


def _break_at(runs: tuple[PlacedRun, ...], lines: tuple[Line, ...]) -> _Broken:
    """Return runs with a hard break at the end of each line but the last.

    A space at which a line ends becomes the break.
    """
    broken: list[PlacedRun] = []
    placed: list[Line] = []
    position = 0
    for number, line in enumerate(lines):
        parts = list(cut(runs, line.start, line.stop))
        if number < len(lines) - 1 and parts:
            parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip(" ") + "\n")
        length = sum(len(part.text) for part in parts)
        placed.append(replace(line, start=position, stop=position + length))
        position += length
        broken += parts
    return _Broken(_merged(broken), tuple(placed))


def _merged(runs: list[PlacedRun]) -> tuple[PlacedRun, ...]:
    merged: list[PlacedRun] = []
    for run in runs:
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        else:
            merged.append(run)
    return tuple(merged)
