"""What YAML takes for a comment, a tag, an anchor or two values -> warnings where text is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.patterns import lazy
from deckgen.records import Struct
from deckgen.spec.nodes import Scalar, Sequence, Style, shorten

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.source import Source, Span
    from deckgen.spec.nodes import Entry, Node

_LONGEST_EXAMPLE: Final = 48
_OPENERS: Final = lazy(r"[ \t]*,?[ \t]*")
"""What may stand between a value and a comment on its line; a `:` would make it a key."""
_NEXT_LINE: Final = lazy(r"[ \t\r]*\n([ \t]*)")
_WORD: Final = lazy(r"#\w(?![^\n]*:(?:\s|$))")
"""A comment that begins as text does, and not as a key that is taken out."""
_MARKERS: Final = lazy(r"\s*(?:[-?:] +)*")
_MARK: Final = lazy(r"[!&]\S*")
_USUAL_TAG: Final = "tag:yaml.org,2002:"
_THOUSANDS: Final = lazy(r"(?:[^\d,]*\d{1,3}),(\d{3})(?!\d)")


class Written(Struct, frozen=True):
    """A value of the text, or a bracket, and where in it that is written."""

    start: int
    stop: int
    style: Style | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written, which is told by who expects something."""
        return self.start == self.stop


def report_comments(source: Source, values: list[Written], sink: Sink) -> None:
    """Report comments that are most likely text: `Issue #42`, with no blank behind the `#`."""
    text = source.text
    if "#" not in text or not values:
        return
    stops = [value.start for value in values[1:]]
    for value, stop in zip(values, [*stops, len(text)], strict=True):
        at = text.find("#", value.stop, stop)
        if at < 0 or value.is_empty or value.style in {Style.LITERAL, Style.FOLDED}:
            continue
        before = text[value.stop : at]
        if _OPENERS.fullmatch(before):
            is_text = _is_unspaced(text, at)
        else:
            is_text = _continues(text, value, at)
        if is_text:
            _report_comment(source, value, at, sink)


def _is_unspaced(text: str, at: int) -> bool:
    """Tell whether a `#` has no blank on one of its sides, or nothing at all behind it."""
    before, after = text[at - 1], text[at + 1 : at + 2]
    return before not in " \t" or after not in {" ", "\t"}


def _continues(text: str, value: Written, at: int) -> bool:
    """Tell whether a comment on the line after a text would be a part of it without its `#`."""
    between = _NEXT_LINE.fullmatch(text, value.stop, at)
    if between is None or value.style is not Style.PLAIN or not _WORD.match(text, at):
        return False
    start = text.rfind("\n", 0, value.start) + 1
    markers = _MARKERS.match(text, start, value.start)
    margin = markers[0] if markers else ""
    if start + len(margin) == value.start:
        margin = margin.rstrip("-?: ")  # an item of a list: what is below the dash continues it
    return len(between[1]) > len(margin)


def comment_after(span: Span) -> Span | None:
    """Return the comment behind a place on its line, if there is one."""
    source = span.source
    found = re.compile(r"[ \t]*(#[^\n]*)").match(source.text, span.stop)
    return source.span(found.start(1), found.end(1)) if found else None


def report_lost_comment(span: Span, sink: Sink) -> None:
    """Report a comment that stands where a value might, for who expects none."""
    comment = comment_after(span)
    if comment is not None and _is_unspaced(comment.source.text, comment.start):
        _report_comment(comment.source, Written(comment.start, comment.start), comment.start, sink)


def _report_comment(source: Source, value: Written, at: int, sink: Sink) -> None:
    text = source.text
    end = text.find("\n", at)
    comment = text[at : end if end >= 0 else len(text)].rstrip()
    whole = text[value.start : at + len(comment)]
    hint = "quote the text, or leave a blank behind the `#` of a comment"
    if value.style is Style.PLAIN and "\n" not in whole and len(whole) <= _LONGEST_EXAMPLE:
        hint = f"quote the text, `{quoted(whole)}`, or leave a blank behind the `#` of a comment"
    message = f"YAML takes `{shorten(comment)}` for a comment"
    sink.report(codes.NOT_TEXT, source.span(at, at + len(comment)), message, hints=[hint])


def written_on_one_line(entry: Entry) -> str:
    """Return `key: value` as it is written where both stand on one line, else nothing."""
    written = entry.key.span.to(entry.value.span).text
    return "" if "\n" in written or len(written) > _LONGEST_EXAMPLE else written


def quoted(text: str) -> str:
    """Return a text as YAML writes it between quotation marks."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def report_tag(tag: str, source: Source, start: int, sink: Sink) -> None:
    """Report the tag of a value that starts at an offset, unless it is one of YAML's own."""
    if not tag.startswith(_USUAL_TAG):
        _report_mark("!", "a tag", source, start, sink)


def report_anchor(source: Source, start: int, sink: Sink) -> None:
    """Report the anchor of a value that starts at an offset, to which no alias refers."""
    _report_mark("&", "an anchor", source, start, sink)


def _report_mark(sign: str, kind: str, source: Source, start: int, sink: Sink) -> None:
    marks = _MARK.finditer(source.text, start)
    found = next(match for match in marks if match[0][0] == sign)
    place = source.span(found.start(), found.end())
    message = f"YAML takes `{shorten(place.text)}` for {kind}"
    sink.report(codes.NOT_TEXT, place, message, hints=[f"quote text that starts with `{sign}`"])


def report_thousands(found: Sequence, sink: Sink) -> None:
    """Report numbers in brackets whose comma divides them: `[Hardware, 1,200]` is three values."""
    source, written = found.span.source, found.span.text
    for first, second in zip(found.items, found.items[1:], strict=False):
        place = source.span(first.span.start, second.span.stop)
        if not (_is_plain(first) and _is_plain(second) and _THOUSANDS.fullmatch(place.text)):
            continue
        if ", " in written or place.text.endswith(",000"):
            message = f"`{place.text}` is two values between brackets"
            hint = f'quote the number, `"{place.text}"`, or leave a blank behind the comma'
            sink.report(codes.DIVIDED_NUMBER, place, message, hints=[hint])


def _is_plain(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style is Style.PLAIN
