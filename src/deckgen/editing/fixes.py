"""A diagnostic -> the changes that do what its hints say, where they say it in so many words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.editing.names import FileSpan
from deckgen.editing.overlay import plain
from deckgen.editing.renaming import Change
from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.diagnostics import Diagnostic
    from deckgen.source import Span

_MEANT: Final = lazy(r"did you mean `([^`]+)`\?")
_CALLED: Final = lazy(r"the file is called `([^`]+)`, and capitals matter")
_ADD: Final = lazy(r"add `([\w-]+): …`")
_QUOTE: Final = lazy(r"quote[^`]*(?:`[^`]{1,3}`[^`]*)?`(\".*\")`")
_QUOTED: Final = lazy(r"must be quoted, `(\".*\")`")
_WEB: Final = lazy(r"write `(https://[^`…]+)`, or")
_WRITE: Final = lazy(r"write `([^`]+)`")
_WRITTEN: Final = lazy(r"`([^`]+)`")
_LABEL: Final = lazy(r"\[\^[^\]\s]+\]")
_DASHES: Final = "remove the line `---`"


class Fix(Struct, frozen=True):
    """What is done, in words, and the change that does it."""

    title: str
    change: Change


def fixes(diagnostic: Diagnostic) -> tuple[Fix, ...]:
    """Return what can be done about a diagnostic; the text is that of its sources."""
    if diagnostic.span is None:
        return ()
    span = diagnostic.span.settled
    found = (make(diagnostic, span, hint) for hint in diagnostic.hints for make in _MAKERS)
    return tuple(fix for fix in found if fix is not None)


def _meant(diagnostic: Diagnostic, span: Span, hint: str) -> Fix | None:
    """Write the word that was meant instead of the one that is written."""
    match = _MEANT.search(hint)
    if match is None:
        return None
    meant = match[1]
    label = _LABEL.search(span.text) if meant.startswith("[^") else None
    if label is not None:
        return _replacing(span, label[0], meant)
    for written in reversed(_WRITTEN.findall(diagnostic.message)):
        if span.text.count(written) == 1:
            return _replacing(span, written, meant if written[:1] == "#" else meant.lstrip("#"))
    return None


def _called(diagnostic: Diagnostic, span: Span, hint: str) -> Fix | None:
    """Write the name of a file as the file has it."""
    match, names = _CALLED.search(hint), _WRITTEN.findall(diagnostic.message)
    if match is None or not names or names[0] not in span.text:
        return None
    folder, slash, _ = names[0].rpartition("/")
    return _replacing(span, names[0], folder + slash + match[1])


def _added(diagnostic: Diagnostic, span: Span, hint: str) -> Fix | None:
    """Write a key that is missing before the others of its mapping."""
    match = _ADD.match(hint)
    if match is None or diagnostic.code is not codes.MISSING_KEY:
        return None
    key, column = match[1], span.source.position(span.start)[1] - 1
    if span.text.startswith("{"):
        text, at = f"{key}: …, ", span.start + 1
    elif span.source.line_text(span.line - 1)[:column].strip(" -"):
        return None  # a text that stands for the whole mapping
    else:
        text, at = f"{key}: …\n{' ' * column}", span.start
    return Fix(f"Add `{key}`", Change(_spot(span, at, at), text))


def _quoted(_: Diagnostic, span: Span, hint: str) -> Fix | None:
    """Put a text into quotation marks."""
    match = _QUOTE.search(hint) or _QUOTED.search(hint)
    if match is None:
        return None
    try:
        bare = json.loads(match[1])
    except ValueError:
        return None
    text = span.source.text
    line = text.rfind("\n", 0, span.start) + 1
    at = text.find(bare, line, span.stop + len(bare))
    if not bare or at < 0:
        return None
    return Fix(f"Write {match[1]}", Change(_spot(span, at, at + len(bare)), match[1]))


def _web(_: Diagnostic, span: Span, hint: str) -> Fix | None:
    """Write an address of the web in full."""
    match = _WEB.search(hint)
    bare = match[1].removeprefix("https://") if match else ""
    if match is None or span.text.count(bare) != 1 or not bare:
        return None
    return _replacing(span, bare, match[1])


def _spelt(diagnostic: Diagnostic, span: Span, hint: str) -> Fix | None:
    """Write a mark as its owner does."""
    match = _WRITE.fullmatch(hint)
    if match is None or diagnostic.code is not codes.TRADEMARK_SPELLING or "\n" in span.text:
        return None
    written = _WRITTEN.search(diagnostic.message)
    word = written[1] if written and span.text.count(written[1]) == 1 else span.text
    return _replacing(span, word, match[1])


def _removed(_: Diagnostic, span: Span, hint: str) -> Fix | None:
    """Remove the line that ends a document of YAML."""
    if hint != _DASHES:
        return None
    line = span.source.line_of(span.start)
    start = span.source.line_start(line)
    stop = min(start + len(span.source.line_text(line)) + 1, len(span.source.text))
    return Fix("Remove the line `---`", Change(_spot(span, start, stop), ""))


_MAKERS: Final[tuple[Callable[[Diagnostic, Span, str], Fix | None], ...]] = (
    _meant,
    _called,
    _added,
    _quoted,
    _web,
    _spelt,
    _removed,
)


def _replacing(span: Span, written: str, meant: str) -> Fix:
    """Return the fix that writes a word in the place of another within a span."""
    start = span.start + span.text.index(written)
    change = Change(_spot(span, start, start + len(written)), meant)
    return Fix(f"Replace `{written}` by `{meant}`", change)


def _spot(span: Span, start: int, stop: int) -> FileSpan:
    return FileSpan(plain(span.source.name), start, stop)
