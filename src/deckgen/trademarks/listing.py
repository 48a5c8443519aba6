"""The mentions of a deck -> a list for the legal department: as text, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from deckgen.content import on_one_line
from deckgen.pages import spans_of
from deckgen.records import Struct
from deckgen.trademarks.attributions import attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.deck import Deck, LogicalSlide
    from deckgen.pages import Pages
    from deckgen.source import Span
    from deckgen.trademarks.search import Found, Mention

COLUMNS = (
    *("mark", "sign", "owner", "written", "form", "slide", "page", "title", "part", "file", "line"),
    *("column", "source", "as_of", "seen_at"),
)
_CONTEXT = 60


class ListingRow(Struct, frozen=True):
    """A mention as people read it.

    `slide` counts the slides of the deck from 1, `page` those of the file; 0 where it is not known.
    """

    mark: str
    sign: str
    owner: str
    written: str
    form: str
    slide: int
    page: int
    title: str
    part: str
    file: str
    line: int
    column: int
    source: str
    as_of: str
    seen_at: str


def rows(deck: Deck, found: Found, pages: Pages | None = None) -> tuple[ListingRow, ...]:
    """Return the mentions by marks, each mark where it is mentioned first.

    A place is listed once, also where it stands on many slides, as the footer of a deck does.
    """
    order = {mark.name: number for number, mark in enumerate(found.marks())}
    seen: dict[tuple[str, str], Mention] = {}
    for mention in found.mentions:
        seen.setdefault((mention.mark.name, f"{mention.span}"), mention)
    listed = sorted(seen.values(), key=lambda mention: order[mention.mark.name])
    return tuple(_row(deck, mention, pages) for mention in listed)


def _row(deck: Deck, mention: Mention, pages: Pages | None) -> ListingRow:
    line, column = mention.span.source.position(mention.span.start)
    mark, slide = mention.mark, deck.slides[mention.slide]
    return ListingRow(
        mark=mark.name,
        sign=mark.symbol,
        owner=mark.owner_in(deck.language),
        written=" ".join(mention.text.split()),
        form=mention.form.value,
        slide=mention.slide + 1,
        page=_page_of(mention, slide, pages) if pages else 0,
        title=on_one_line(slide.title),
        part=mention.part.value,
        file=mention.span.source.name,
        line=line,
        column=column,
        source=mark.source,
        as_of=mark.as_of,
        seen_at=mark.seen_at,
    )


def _page_of(mention: Mention, slide: LogicalSlide, pages: Pages) -> int:
    """Return the number of the page that shows a mention, the first of its slide if none does."""
    first = pages.targets.get(slide.id, -1)
    numbered = enumerate(pages.pages[first:] if first >= 0 else (), first + 1)
    for number, page in takewhile(lambda one: one[1].slide == slide.id, numbered):
        for item in page.items:
            if any(_holds(span, mention) for span in spans_of(item)):
                return number
    return first + 1


def _holds(span: Span, mention: Mention) -> bool:
    place = mention.span
    return span.source is place.source and span.start < place.stop and place.start < span.stop


def as_text(deck: Deck, found: Found, region: str, listed: Sequence[ListingRow]) -> str:
    """Return each mark with the sentence that says whose it is, and the places below it."""
    marks = {mark.name: mark for mark in found.marks()}
    lines: list[str] = []
    for name, group in groupby(listed, key=lambda row: row.mark):
        mark = marks[name]
        told = ", ".join(filter(None, (mark.source, mark.as_of)))
        known = f" [{told}]" if told else ""
        sentence = attribution(mark, deck.language, region)
        lines += ["", f"{name}{mark.sign(region)}  {sentence}{known}", *map(_line, group)]
    return "\n".join(lines[1:]) + "\n" if lines else "no marks are mentioned\n"


def _line(row: ListingRow) -> str:
    wrong = "" if row.form == "right" else f" ({row.form}: {row.written})"
    title = row.title if len(row.title) <= _CONTEXT else row.title[: _CONTEXT - 1] + "…"
    place = f"{row.file}:{row.line}:{row.column}"
    where = f"page {row.page}" if row.page else f"slide {row.slide}"
    return f"  {place}  {where}  {row.part}{wrong}  {title}"


def as_csv(listed: Sequence[ListingRow]) -> str:
    """Return a table with a header, in UTF-8 with the mark by which spreadsheets know it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_guarded(getattr(row, column)) for column in COLUMNS] for row in listed)
    return "\ufeff" + out.getvalue()


def _guarded(value: str | int) -> str | int:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{value}"
    return value


def as_json(listed: Iterable[ListingRow]) -> str:
    """Return an object with the list of mentions."""
    mentions = [{column: getattr(row, column) for column in COLUMNS} for row in listed]
    return json.dumps({"mentions": mentions}, ensure_ascii=False, indent=2) + "\n"
