"""Requests of the protocol -> its answers, each a function of what the server knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from deckgen.editing.fixes import fixes
from deckgen.editing.headings import outline
from deckgen.editing.hovering import told_at
from deckgen.editing.mentions import MentionKind
from deckgen.editing.names import definitions, path_of, references
from deckgen.editing.offers import offers
from deckgen.editing.overlay import plain
from deckgen.editing.renaming import CannotRenameError, renamed_at, renaming
from deckgen.lsp import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.diagnostics import Diagnostic
    from deckgen.editing.offers.model import Around
    from deckgen.lsp.state import State

_LINKED: Final = frozenset((MentionKind.FILE, MentionKind.INCLUDE, MentionKind.REGISTRY))
_TRIGGERS: Final = (" ", "#", "(", "{", "[", "^", "/", "-")


def completion(state: State, params: types.CompletionParams) -> types.CompletionList | None:
    """Return what may be written at a position."""
    found = state.at(params.text_document.uri, params.position)
    if found is None:
        return None
    around, at = found
    file = around.file
    place = file.document.place(file.language, file.root, at)
    found_offers = offers(place, around) if place else ()
    items = [
        answers.completion(
            offer, number, file.document.source, state.units, stops=state.takes_snippets
        )
        for number, offer in enumerate(found_offers)
    ]
    return types.CompletionList(is_incomplete=True, items=items)


def hover(state: State, params: types.HoverParams) -> types.Hover | None:
    """Return what there is to know of what stands at a position."""
    found = state.at(params.text_document.uri, params.position)
    told = told_at(found[1], found[0]) if found else None
    if found is None or told is None:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, told.text)
    return types.Hover(content, state.range(found[0].file, told.start, told.stop))


def definition(state: State, params: types.DefinitionParams) -> list[types.Location]:
    """Return where what stands at a position is defined."""
    found = state.at(params.text_document.uri, params.position)
    if found is None:
        return []
    around, at = found
    spots = definitions(around.file, at, around.deck.files())
    return answers.locations(spots, state.source_of, state.units)


def all_references(state: State, params: types.ReferenceParams) -> list[types.Location]:
    """Return all places that name what stands at a position."""
    found = state.at(params.text_document.uri, params.position)
    if found is None:
        return []
    around, at = found
    files = around.deck.files()
    spots = references(around.file, at, files)
    if not params.context.include_declaration:
        defined = definitions(around.file, at, files)
        spots = [spot for spot in spots if spot not in defined]
    return answers.locations(spots, state.source_of, state.units)


def highlights(
    state: State, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight]:
    """Return the places in the same file that name what stands at a position."""
    found = state.at(params.text_document.uri, params.position)
    if found is None:
        return []
    around, at = found
    name = plain(around.document.path)
    spots = references(around.file, at, around.deck.files())
    return [
        types.DocumentHighlight(state.range(around.file, spot.start, spot.stop))
        for spot in spots
        if spot.file == name
    ]


def document_symbols(
    state: State, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol]:
    """Return the outline of a file."""
    around = state.around(params.text_document.uri)
    if around is None or not around.file.language.is_deck:
        return []
    source = around.document.source
    return [answers.symbol(each, source, state.units) for each in outline(around.document)]


def document_links(state: State, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    """Return the names of files in a file; those that are there can be opened."""
    around = state.around(params.text_document.uri)
    return [] if around is None else [*_links(state, around)]


def _links(state: State, around: Around) -> Iterator[types.DocumentLink]:
    for mention in around.file.mentions:
        if mention.kind in _LINKED:
            target = path_of(around.document, mention)
            place = state.range(around.file, mention.start, mention.stop)
            if state.has(target):
                yield types.DocumentLink(place, answers.uri_of(target))


def prepare_rename(
    state: State, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Return where the name stands that would be renamed; an error says why there is none."""
    found = state.at(params.text_document.uri, params.position)
    if found is None:
        return None
    around, at = found
    try:
        start, stop = renamed_at(around.file, at, around.deck.files())
    except CannotRenameError as error:
        raise JsonRpcInvalidParams(str(error)) from None
    name = around.document.text[start:stop]
    return types.PrepareRenamePlaceholder(state.range(around.file, start, stop), name)


def rename(state: State, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Return the changes that rename what stands at a position."""
    found = state.at(params.text_document.uri, params.position)
    if found is None:
        return None
    around, at = found
    try:
        changes = renaming(around.file, at, params.new_name.strip(), around.deck.files())
    except CannotRenameError as error:
        raise JsonRpcInvalidParams(str(error)) from None
    return answers.edit(changes, state.source_of, state.units)


def code_actions(state: State, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return what can be done about the diagnostics in a range."""
    around = state.around(params.text_document.uri)
    if around is None:
        return []
    source, units = around.document.source, state.units
    start = units.offset(source, params.range.start)
    stop = units.offset(source, params.range.end)
    return [
        types.CodeAction(
            fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[answers.diagnostic(item, units)],
            is_preferred=number == 0,
            edit=answers.edit((fix.change,), state.source_of, units),
        )
        for item in _told_of(around)
        if item.span is not None and _meets(item, start, stop)
        for number, fix in enumerate(fixes(item))
    ]


def _told_of(around: Around) -> Iterator[Diagnostic]:
    """Yield the diagnostics of a file, where it is as it was when they were found."""
    name, look = plain(around.document.path), around.deck.look
    if look.texts.get(name) != around.document.text:
        return
    for item in look.diagnostics:
        if item.span is not None and plain(item.span.settled.source.name) == name:
            yield item


def _meets(item: Diagnostic, start: int, stop: int) -> bool:
    assert item.span is not None
    span = item.span.settled
    return span.start <= stop and start <= span.stop


REQUESTS: Final[dict[str, tuple[Callable[..., object], object]]] = {
    types.TEXT_DOCUMENT_COMPLETION: (
        completion,
        types.CompletionOptions(trigger_characters=_TRIGGERS),
    ),
    types.TEXT_DOCUMENT_HOVER: (hover, None),
    types.TEXT_DOCUMENT_DEFINITION: (definition, None),
    types.TEXT_DOCUMENT_REFERENCES: (all_references, None),
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT: (highlights, None),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (document_symbols, None),
    types.TEXT_DOCUMENT_DOCUMENT_LINK: (document_links, None),
    types.TEXT_DOCUMENT_PREPARE_RENAME: (prepare_rename, None),
    types.TEXT_DOCUMENT_RENAME: (rename, types.RenameOptions(prepare_provider=True)),
}
"""The requests that are answered, by their methods, and what clients are told of each."""
ACTIONS: Final = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
"""What clients are told of what can be done about diagnostics."""
