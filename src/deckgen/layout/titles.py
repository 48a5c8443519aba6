"""Drafts -> what their titles read, numbered where several pages share one, and title frames."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckgen.content import Paragraph, Run
from deckgen.geometry import Rect
from deckgen.layout.fitting import TITLE_STEPS, report_overflow, steps, title_floor
from deckgen.layout.paragraphs import Measured, measure_paragraphs, stack
from deckgen.layout.runs import cut, styled
from deckgen.pages import Text
from deckgen.template.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import Deck, Runs
    from deckgen.layout.draft import Draft
    from deckgen.layout.flow import Context
    from deckgen.layout.surroundings import Surroundings
    from deckgen.pages import PlacedRun
    from deckgen.template.model import Slot
    from deckgen.text.model import Line


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
    slot = draft.layout.first(Role.TITLE) or _composed(draft, around)
    context = around.context(draft.layout, draft.slide.language, slot)
    context = replace(context, floor=title_floor(around.template.slide_size.height))
    paragraph = Paragraph(title, title[0].span)
    for levels in steps(slot.levels, TITLE_STEPS, context.floor):
        measured = _balanced(paragraph, slot, context.with_levels(levels))
        placed = stack((measured,))
        if placed.height <= slot.content.height:
            break
    else:
        room = slot.content.height
        report_overflow(context, title[0].span, "the title", placed.height, room)
    return Text(
        box=slot.box,
        paragraphs=placed.paragraphs,
        levels=levels,
        height=placed.height,
        name=slot.name,
        slot=slot if slot in draft.layout.slots else None,
        body=slot.body,
        span=title[0].span,
    )


def _composed(draft: Draft, around: Surroundings) -> Slot:
    """Return a place for the title on a layout that has none, styled as another layout's title."""
    styles = (layout.first(Role.TITLE) for layout in around.template.layouts)
    size = around.template.slide_size
    box = Rect(size.width * 0.06, size.height * 0.045, size.width * 0.88, size.height * 0.12)
    found = next((slot for slot in styles if slot is not None), None)
    model = found or draft.layout.slots[0]
    return replace(model, box=box, name="Title")


@dataclass(frozen=True, slots=True)
class _Broken:
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
