"""The pages of a slide, and when what was written appears -> the pages with their steps.

A table whose rows appear one by one becomes a table for each, as programs show tables whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.charts import ChartFrame, part_name
from deckgen.pages import ItemGroup, TableFrame, TextFrame
from deckgen.records import replace
from deckgen.slideshow import BuildStep, Entering
from deckgen.units import Emu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.deck import Appearing
    from deckgen.pages import Item, Page, Row
    from deckgen.source import Span


class Clicks:
    """With which click of a slide each place appears at which something is written."""

    def __init__(self, build: Iterable[Appearing]) -> None:
        """Take what a slide says of itself."""
        self._at: dict[Span, list[Appearing]] = {}
        self._built: set[int] = set()
        for each in build:
            self._at.setdefault(each.span, []).append(each)
            if each.is_built:
                self._built.add(each.click)

    def of(self, span: Span | None, text: str = "") -> int | None:
        """Return the click of what is written at a place, or of a paragraph with a text there."""
        told = self._at.get(span, ()) if span is not None else ()
        same = (each for each in told if text and text in each.text)
        found = next(same, None) or (told[-1] if told else None)
        return None if found is None else found.click

    def of_item(self, item: Item) -> int | None:
        """Return the click of an item that appears as a whole."""
        found = self.of(item.span)
        if found is None and isinstance(item, ItemGroup):
            inside = (self.of_item(one) for one in item.items)
            return next((click for click in inside if click is not None), None)
        return found

    def of_paragraphs(self, frame: TextFrame) -> Iterator[int | None]:
        """Yield the click of each paragraph of a text; one of no known place is like the last."""
        last = self.of(frame.span)
        for paragraph in frame.paragraphs:
            found = self.of(paragraph.span, paragraph.text)
            last = last if found is None else found
            yield last

    def of_row(self, row: Row, table: TableFrame) -> int | None:
        """Return the click of a row; that of its table where it has none of its own."""
        found = (self.of(cell.span) for cell in row.cells)
        return next((click for click in found if click is not None), self.of(table.span))

    def is_built(self, click: int) -> bool:
        """Tell whether a click shows a part of a build, rather than what a pause keeps back."""
        return click in self._built


def with_steps(pages: Iterable[Page], build: Iterable[Appearing]) -> Iterator[Page]:
    """Yield the pages of a slide with their steps."""
    clicks = Clicks(build)
    for page in pages:
        yield _with_steps(page, clicks)


def _with_steps(page: Page, clicks: Clicks) -> Page:
    """Return a page with the steps in which its items appear.

    To turn to a page that continues another is a click: what it starts with is there at once if
    a pause has kept it back.
    """
    items = tuple(part for item in page.items for part in _apart(item, clicks))
    shown: dict[int, list[Entering]] = {}
    for index, item in enumerate(items):
        for click, each in _shown(index, item, clicks):
            if click is not None:
                shown.setdefault(click, []).append(each)
    order = sorted(shown)
    if order and (order[0] == 0 or (page.number > 1 and not clicks.is_built(order[0]))):
        del order[0]
    steps = tuple(BuildStep(tuple(shown[click])) for click in order)
    return replace(page, items=items, steps=steps)


def _shown(index: int, item: Item, clicks: Clicks) -> Iterator[tuple[int | None, Entering]]:
    """Yield what of an item appears with which click: paragraphs where they appear apart.

    A text whose formulas are a picture elsewhere appears as a whole, as pictures do.
    """
    if isinstance(item, ChartFrame) and item.built_by:
        for turn, part in enumerate(item.built):
            yield clicks.of(item.span, part_name(turn)), Entering(index, parts=(part,))
        return
    if not isinstance(item, TextFrame) or item.stand_in is not None:
        yield clicks.of_item(item), Entering(index)
        return
    each = tuple(clicks.of_paragraphs(item))
    if len(set(each)) < 2:
        yield each[0] if each else clicks.of_item(item), Entering(index)
        return
    for click in dict.fromkeys(each):
        yield click, Entering(index, tuple(n for n, found in enumerate(each) if found == click))


def _apart(item: Item, clicks: Clicks) -> Iterator[Item]:
    """Yield a table in as many as its rows appear in steps, each right below the last.

    Likewise a diagram, in as many groups; what is behind all its steps is in the first.
    """
    if isinstance(item, ItemGroup) and item.divisible:
        yield from _groups(item, clicks)
        return
    if not isinstance(item, TableFrame):
        yield item
        return
    top, first = item.box.y, 0
    for rows in _in_steps(item, clicks):
        height = Emu(sum(row.height for row in rows))
        box = replace(item.box, y=top, height=height)
        told = (cell.span for cell in rows[0].cells if clicks.of(cell.span) is not None)
        part = replace(item, box=box, rows=rows, span=next(told, item.span))
        if first:
            part = replace(part, header=False, alt="", bands=(first - item.header) % 2 == 0)
        yield part
        top, first = Emu(top + height), first + len(rows)


def _groups(group: ItemGroup, clicks: Clicks) -> Iterator[ItemGroup]:
    """Yield the items of a group that appear together; the first have the words for all."""
    own = clicks.of(group.span) or 0
    found: dict[int, list[Item]] = {}
    for item in group.items:
        click = clicks.of(item.span)
        found.setdefault(own if click is None else click, []).append(item)
    if len(found) == 1:
        yield group
        return
    for number, click in enumerate(sorted(found)):
        items = tuple(found[click])
        span = group.span if click == own else items[0].span
        alt, name = (group.alt, group.name) if number == 0 else ("", f"{group.name} {number}")
        yield ItemGroup(items, alt, name, span)


def _in_steps(table: TableFrame, clicks: Clicks) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of a table that appear together; cells that span rows keep these together."""
    rows: list[Row] = []
    last = None
    for row in table.rows:
        click = clicks.of_row(row, table)
        if rows and click != last and not any(cell.joins_above for cell in row.cells):
            yield tuple(rows)
            rows = []
        last = last if rows else click
        rows.append(row)
    yield tuple(rows)
