"""Sections and titles -> the outline of a file."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deckgen.export.pdf.objects import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.export.model import ExportedPage
    from deckgen.export.pdf.objects import File, Object


def write_outline(file: File, shown: Sequence[ExportedPage], pages: Sequence[Object]) -> Object:
    """Add the outline to a file and return it: sections, and the titles of their pages."""
    root = file.add(Type="/Outlines")
    entries: list[Object] = []
    numbered = list(zip(shown, pages, strict=True))
    for section, of in groupby(numbered, key=lambda pair: pair[0].section):
        within = list(of)
        if section is None:
            entries += [_entry(file, title_of(page), place) for page, place in within]
            continue
        head = _entry(file, section, within[0][1])
        below = [_entry(file, title_of(page), place) for page, place in within]
        _chain(head, below)
        head["Count"] = -len(below)  # it is opened by who wants to see what is in it
        entries.append(head)
    _chain(root, entries)
    root["Count"] = len(entries)
    return root


def title_of(page: ExportedPage) -> str:
    """Return what a page is called."""
    return page.drawing.title or str(page.number)


def _entry(file: File, title: str, page: Object) -> Object:
    return file.add(Title=text(title), Dest=b"[" + page.reference + b"/Fit]")


def _chain(parent: Object, entries: Sequence[Object]) -> None:
    """Tell entries of one another and of what they are in."""
    for at, entry in enumerate(entries):
        entry["Parent"] = parent.reference
        if at:
            entry["Prev"] = entries[at - 1].reference
        if at + 1 < len(entries):
            entry["Next"] = entries[at + 1].reference
    if entries:
        parent["First"] = entries[0].reference
        parent["Last"] = entries[-1].reference
