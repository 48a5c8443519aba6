"""What `editing` says -> the types of the protocol."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.uris import from_fs_path

from deckgen.diagnostics import Severity
from deckgen.editing.headings import HeadingKind
from deckgen.editing.offers.model import OfferKind
from deckgen.editing.telling import REFERENCE
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckgen.diagnostics import Diagnostic
    from deckgen.editing.headings import OutlineLine
    from deckgen.editing.names import FileSpan
    from deckgen.editing.offers.model import Offer
    from deckgen.editing.renaming import Change
    from deckgen.lsp.positions import Units
    from deckgen.source import Source, Span

    SourceOf = Callable[[str], Source | None]

_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_OFFERED: Final = {
    OfferKind.KEY: types.CompletionItemKind.Property,
    OfferKind.BLOCK: types.CompletionItemKind.Struct,
    OfferKind.WORD: types.CompletionItemKind.EnumMember,
    OfferKind.LAYOUT: types.CompletionItemKind.Class,
    OfferKind.SLIDE: types.CompletionItemKind.Reference,
    OfferKind.VARIABLE: types.CompletionItemKind.Variable,
    OfferKind.FILE: types.CompletionItemKind.File,
    OfferKind.MARK: types.CompletionItemKind.Text,
    OfferKind.FOOTNOTE: types.CompletionItemKind.Reference,
    OfferKind.COLOR: types.CompletionItemKind.Color,
}
_OUTLINED: Final = {
    HeadingKind.PART: types.SymbolKind.Module,
    HeadingKind.SECTION: types.SymbolKind.Namespace,
    HeadingKind.SLIDE: types.SymbolKind.String,
    HeadingKind.FILE: types.SymbolKind.File,
}
_CHOICE: Final = lazy(r"\$\{\d+\|([^,|]*)[^}]*\|\}")
_STOP: Final = lazy(r"\$\{\d+:((?:[^}\\]|\\.)*)\}")
_ESCAPE: Final = lazy(r"\\([$}\\])")


def uri_of(name: str) -> str:
    """Return the address of the file of a path."""
    return from_fs_path(name) or Path(name).as_uri()


def diagnostic(item: Diagnostic, units: Units) -> types.Diagnostic:
    """Return a diagnostic with its hints below the message; one without a place is at the top."""
    message = "\n".join((item.message, *(f"hint: {hint}" for hint in item.hints)))
    related = [
        types.DiagnosticRelatedInformation(_location(label.span, units), label.text)
        for label in item.labels
    ]
    slug = item.code.slug
    return types.Diagnostic(
        range=_range(item.span, units),
        message=message,
        severity=_SEVERITIES[item.severity],
        code=slug,
        code_description=types.CodeDescription(f"{REFERENCE}/diagnostics.md#{slug}"),
        source="deckgen",
        related_information=related or None,
    )


def _range(span: Span | None, units: Units) -> types.Range:
    if span is None:
        return types.Range(types.Position(0, 0), types.Position(0, 0))
    place = span.settled
    return units.range(place.source, place.start, place.stop)


def _location(span: Span, units: Units) -> types.Location:
    return types.Location(uri_of(span.settled.source.name), _range(span, units))


def locations(spots: Iterable[FileSpan], source_of: SourceOf, units: Units) -> list[types.Location]:
    """Return places in files; a place without a text is the start of its file."""
    found: list[types.Location] = []
    for spot in spots:
        source = source_of(spot.file) if spot.stop else None
        start = types.Position(0, 0)
        place = types.Range(start, start)
        if source is not None:
            place = units.range(source, spot.start, spot.stop)
        found.append(types.Location(uri_of(spot.file), place))
    return found


def edit(changes: Iterable[Change], source_of: SourceOf, units: Units) -> types.WorkspaceEdit:
    """Return changes of files as one edit."""
    found: dict[str, list[types.TextEdit]] = {}
    for change in changes:
        source = source_of(change.spot.file)
        if source is not None:
            place = units.range(source, change.spot.start, change.spot.stop)
            found.setdefault(uri_of(change.spot.file), []).append(
                types.TextEdit(place, change.text)
            )
    return types.WorkspaceEdit(changes=found)


def completion(
    offer: Offer, number: int, source: Source, units: Units, *, stops: bool
) -> types.CompletionItem:
    """Return an offer; its stops are left out for a client that knows none."""
    text = offer.text if stops or not offer.has_stops else without_stops(offer.text)
    has_stops = stops and offer.has_stops
    form = types.InsertTextFormat.Snippet if has_stops else types.InsertTextFormat.PlainText
    told = offer.documentation
    return types.CompletionItem(
        label=offer.label,
        kind=_OFFERED[offer.kind],
        detail=offer.detail or None,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, told) if told else None,
        sort_text=f"{number:05}",
        filter_text=offer.filter or None,
        insert_text_format=form,
        insert_text_mode=types.InsertTextMode.AdjustIndentation if "\n" in text else None,
        text_edit=types.TextEdit(units.range(source, offer.start, offer.stop), text),
    )


def without_stops(snippet: str) -> str:
    """Return a snippet as the text that stands where nothing is filled in."""
    text = _STOP.sub(r"\1", _CHOICE.sub(r"\1", snippet)).replace("$0", "")
    return _ESCAPE.sub(r"\1", text)


def symbol(heading: OutlineLine, source: Source, units: Units) -> types.DocumentSymbol:
    """Return a line of the outline with those below it."""
    whole = units.range(source, heading.start, max(heading.stop, heading.named_at[1]))
    about = [heading.detail, f"#{heading.id}" if heading.id else ""]
    return types.DocumentSymbol(
        name=heading.name,
        kind=_OUTLINED[heading.kind],
        range=whole,
        selection_range=units.range(source, *heading.named_at),
        detail=" ".join(filter(None, about)) or None,
        children=[symbol(inner, source, units) for inner in heading.inner],
    )
