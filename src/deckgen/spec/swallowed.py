"""A text that YAML joins to one line -> items of lists and keys in it that were to stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.diagnostics import Label
from deckgen.patterns import lazy
from deckgen.spec.folding import margin
from deckgen.spec.lookalikes import in_folded_text, in_structure
from deckgen.spec.nodes import Scalar, Style, shorten

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink

_ITEM: Final = lazy(r"(?:[-*+－]|1[.)])(?=[ \t\u3000])")
_STRUCTURE: Final = lazy(r"(?:[-*+]|1[.)]|#{1,6}|>)(?=[ \t])|\||```|~~~")
"""How lines start that Markdown does not take for a part of the paragraph above."""


_PREFIX: Final = lazy(r"[ \t]*(?:-[ \t]+)*")
"""What stands before a key, or before an item of a list."""


_STANDING: Final = lazy(r"-[ \t]|[^\s'\"]+:(?:[ \t]|\Z)")
"""How the lines of a deck start that are an item or a key, as those of a text seldom do."""


def report_swallowed(found: Scalar, written: str, key: str | None, sink: Sink) -> bool:
    """Report a list item or key that YAML takes for a part of the text above it; tell if so.

    `written` is what was read of a text that YAML joins to one line, of the length of its span.
    `key` is the key whose value the text is, None where it is an item of a list.
    """
    lookalike = in_folded_text(found.span) if found.style is Style.PLAIN else None
    if lookalike is not None:
        lookalike.report(sink)
        return True
    place = _item_within(written, found.style)
    if place is None:
        return False
    start, source = found.span.start, found.span.source
    colon = in_structure(source, source.line_of(start)) if found.style is Style.PLAIN else None
    if colon is not None:  # `slides：`, to which all that is below it belongs
        colon.report(sink)
        return True
    span = source.span(start + place[0], start + place[1])
    head = written[: place[0]].strip()
    if found.style is Style.FOLDED:
        message = f"`>` joins `{shorten(span.text)}` to the line above"
        hint = "write `|`, which keeps lines as they are"
    else:
        message = f"`{shorten(span.text)}` continues the text `{shorten(head)}`"
        hint = f"write `- {shorten(head)}:` to have a list below it, or indent both alike"
        if key is not None:
            hint = f"write `{key}: |` and start the text on the next line"
        elif "\n" in head:
            hint = f"write `- {shorten(head)}:` on one line to have a list below it"
    sink.report(codes.SWALLOWED_ITEM, span, message, hints=[hint])
    return True


def report_open(found: Scalar, written: str, sink: Sink) -> bool:
    """Report a quotation that ends at a mark in what was to stand below it; tell if so.

    `written` is as above.
    """
    quoted = found.span
    left = _left(found, written)
    if left is None:
        return False
    mark = written[:1]
    line = quoted.source.span(quoted.start + left[0], quoted.start + left[1])
    labels = [Label(line, "this has become a part of it")]
    hint = f"add the closing `{mark}`, or quote all of the text if `{mark}` belongs to it"
    message = "this quotation is not closed in its line"
    opening = quoted.source.span(quoted.start, quoted.start + 1)
    sink.report(codes.YAML_SYNTAX, opening, message, labels=labels, hints=[hint])
    return True


def _left(found: Scalar, written: str) -> tuple[int, int] | None:
    """Return where a line of a quotation starts and ends that stands no further right than its key.

    By YAML's rules (1.2.2, section 6.3) lines of a value are indented further, which readers let
    pass in quotations.
    """
    if written[:1] not in {"'", '"'}:  # a tag stands before it
        return None
    source, start = found.span.source, found.span.start
    line = source.line_of(start)
    head = source.text[source.line_start(line) : start]
    matched = _PREFIX.match(head)
    assert matched is not None
    prefix = matched[0]
    is_item = len(prefix) == len(head) or head[len(prefix)] in "[{"
    parent = prefix.rfind("-") if is_item else len(prefix)
    position = written.index("\n") + 1
    for text in written[position:].split("\n"):
        if margin(text) <= parent and _STANDING.match(text.strip()):
            return position + margin(text), position + len(text.rstrip())
        position += len(text) + 1
    return None


def _item_within(written: str, style: Style) -> tuple[int, int] | None:
    """Return where in a written text a line starts as an item of a list and where it ends.

    In a `>` text any line counts that Markdown would not take for a part of the paragraph.
    """
    starts = _STRUCTURE if style is Style.FOLDED else _ITEM
    position, before = 0, ""
    for number, line in enumerate(written.split("\n")):
        text = line.strip()
        joined = bool(before.strip()) and number > (1 if style is Style.FOLDED else 0)
        deeper = style is Style.FOLDED and margin(line) != margin(before)
        if joined and not deeper and starts.match(text):
            start = position + line.index(text)
            return start, start + len(text)
        position, before = position + len(line) + 1, line
    return None
