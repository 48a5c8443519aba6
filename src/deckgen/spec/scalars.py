"""What libyaml makes of a text -> the text as it is meant: its characters, its lines joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.spec.characters import allowed, restored
from deckgen.spec.nodes import Scalar, Style, shorten

if TYPE_CHECKING:
    from re import Pattern

    from deckgen.diagnostics import Sink
    from deckgen.source import Span
    from deckgen.spec.folding import Decode


def scalar(value: str, style: Style, span: Span, written: str, decode: Decode) -> Scalar:
    """Return the scalar of a value that is written at a span, in text that YAML could read."""
    if "\n" in written and style is not Style.LITERAL:
        from deckgen.spec.folding import refolded  # few decks need it

        value = refolded(value, written, style, decode)
    return Scalar(span, restored(value), style)


def unescaped(found: Scalar, forbidden: Pattern[str], sink: Sink) -> Scalar:
    """Return a scalar without what its escapes must not stand for, which is reported."""
    if found.style is not Style.QUOTED or "\\" not in found.span.text:
        return found
    return Scalar(found.span, allowed(found.text, found.span, forbidden, sink), found.style)


def report_swallowed(found: Scalar, written: str, key: str | None, sink: Sink) -> bool:
    """Report a list item or key that YAML takes for a part of the text above it; tell if so.

    `key` is the key whose value the text is, None where it is an item of a list.
    """
    if found.style is Style.LITERAL or "\n" not in written:
        return False
    from deckgen.spec.folding import swallowed_item
    from deckgen.spec.lookalikes import in_folded_text

    lookalike = in_folded_text(found.span) if found.style is Style.PLAIN else None
    if lookalike is not None:
        lookalike.report(sink)
        return True
    place = swallowed_item(written, found.style)
    if place is None:
        return False
    start = found.span.start
    span = found.span.source.span(start + place[0], start + place[1])
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
