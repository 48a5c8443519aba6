"""What libyaml objects to -> a diagnostic on the line that the author has to change.

libyaml notices a slip where the text no longer makes sense, often lines below it: a quotation that
is not closed at the end of the file, a `:` without a space at the next key. Where what was read
before tells which line is to blame, that line is the place and not the one where reading stopped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.diagnostics import Label
from deckgen.patterns import lazy
from deckgen.records import Struct, replace
from deckgen.spec.complaints import EXPLANATIONS, OF_SIGNS
from deckgen.spec.lookalikes import in_opening, in_structure
from deckgen.spec.nodes import Mapping, Scalar, Sequence, Style

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

    from deckgen.diagnostics import Sink
    from deckgen.source import Source, Span
    from deckgen.spec.lookalikes import Lookalike
    from deckgen.spec.nodes import Node

_KEY_HINT: Final = "write `key: value`, or indent the line to make it part of the text above"
_DISCONTINUED: Final = ("expected key", "expected '-' indicator", "expected <document start>")

_CONTEXTS: Final = {
    "while parsing a block mapping": "this mapping starts here",
    "while parsing a block collection": "this list starts here",
    "while parsing a quoted scalar": "in this quotation",
}

_UNSPACED_DASH: Final = lazy(r"\s*(-)[^\s-]")
_UNSPACED_COLON: Final = lazy(r"\s*(?:- +)*[^\s:]+(:)[^\s/]")
_ROUNDED: Final = {'"': "[“”„‟＂]", "'": "[‘’‚‛＇]"}
"""Marks that word processors write, which close no quotation of YAML."""
_COMMENT: Final = lazy(r"(?:^|\s)(#.*)")
_BRACKETED: Final = lazy(r"[\s,\[{](#[^\r\n]*)")
"""A comment between brackets."""
_KEY: Final = lazy(r"""\s*(?:(?:- +)*(?:"[^"]*"|'[^']*'):(?:\s|$)|[^\s"'].*?:(?:\s|$))""")
"""Each part is tried from one place alone, so that a line is read in proportion to its length."""


class _Slip(Struct, frozen=True):
    """A place, what is wrong there, what to do, and a second place that helps to see it."""

    span: Span
    message: str
    hint: str
    label: Label | None = None


def report_syntax(
    source: Source, sink: Sink, error: yaml.MarkedYAMLError, last: Node | None
) -> None:
    """Report why reading stopped. `last` is the node that was read last, if any was."""
    problem = _Problem(source, error, last)
    if problem.is_tab:
        span = problem.tab
        hint = "use two spaces for each level"
        sink.report(codes.YAML_TAB, span, "a tab stands where YAML wants spaces", hints=[hint])
        return
    slip = problem.slip()
    lookalike = problem.lookalike(slip)
    if lookalike is not None:
        lookalike.report(sink)
        return
    labels = [slip.label] if slip.label else []
    hints = [slip.hint] if slip.hint else []
    sink.report(codes.YAML_SYNTAX, slip.span, slip.message, labels=labels, hints=hints)


class _Problem:
    """Where reading stopped and why, and what the lines around it look like."""

    def __init__(self, source: Source, error: yaml.MarkedYAMLError, last: Node | None) -> None:
        self.source = source
        self.problem = error.problem or error.context or "not well-formed"
        self.context = str(error.context or "")
        self.last = last
        mark = error.problem_mark or error.context_mark
        self.offset = min(int(mark.index), len(source.text)) if mark else 0
        start = error.context_mark
        self.start = min(int(start.index), self.offset) if start else self.offset

    @property
    def is_tab(self) -> bool:
        """Whether a tab stands at the offset or indents its line."""
        line = self.text_of(self.line)
        indentation = line[: len(line) - len(line.lstrip())]
        return self.source.text[self.offset : self.offset + 1] == "\t" or "\t" in indentation

    @property
    def tab(self) -> Span:
        """The place of the tab."""
        at = self.source.text.find("\t", self.source.line_start(self.line))
        return self.source.span(at, at + 1)

    @property
    def line(self) -> int:
        """The line where reading stopped, counted from 0."""
        return self.source.line_of(self.offset)

    def text_of(self, line: int) -> str:
        return self.source.line_text(line)

    def indentation(self, line: int) -> int:
        """Return the column at which the text of a line starts, behind any `- `."""
        text = self.text_of(line)
        return len(text) - len(re.sub(r"^\s*(?:- +)*", "", text))

    def margin(self, line: int) -> int:
        """Return the column at which a line starts."""
        text = self.text_of(line)
        return len(text) - len(text.lstrip())

    def is_comment(self, line: int) -> bool:
        return self.text_of(line).lstrip().startswith("#")

    def whole(self, line: int) -> Span:
        """Return the place of a line, less its indentation."""
        text, start = self.text_of(line), self.source.line_start(line)
        return self.source.span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))

    def spot(self, offset: int) -> Span:
        return self.source.span(offset, min(offset + 1, len(self.source.text)))

    def lookalike(self, slip: _Slip) -> Lookalike | None:
        """Return a character that looks like a sign of YAML in one of the lines concerned."""
        places = [slip.span.start, self.offset, self.start]
        places += [slip.label.span.start] if slip.label else []
        lines = {self.source.line_of(at): None for at in places}
        found = (in_structure(self.source, line) for line in lines)
        first = next((one for one in found if one is not None), None)
        if first is None and "mapping values" in self.problem:
            return in_opening(self.source, self.line)
        return first

    def slip(self) -> _Slip:
        """Return the slip that is the cause, with a comment that may be part of it."""
        slip = self.cause()
        is_vague = slip.label is None or slip.label.text in _CONTEXTS.values()
        comment = self.comment_before() if is_vague else None
        if comment is None or self.source.line_of(slip.span.start) != self.line:
            return slip
        return replace(slip, label=Label(comment, "what follows `#` is a comment"))

    def comment_before(self) -> Span | None:
        """Return the place of a comment in the last line with text before this one."""
        before = self.line_before(lambda _: True)
        comment = _COMMENT.search(self.text_of(before)) if before is not None else None
        if before is None or comment is None:
            return None
        start = self.source.line_start(before)
        return self.source.span(start + comment.start(1), start + comment.end(1))

    def cause(self) -> _Slip:
        """Return the slip that is the cause, so far as that can be told."""
        if self.context == "while scanning a simple key":
            return self.no_key(self.source.line_of(self.start))
        if "end of stream" in self.problem and "quoted" in self.context:
            return self.open_quotation(self.start)
        if "flow" in self.context and self.source.line_of(self.start) != self.line:
            return self.open_bracket()
        if "mapping values" in self.problem:
            return self.misplaced_value()
        if any(words in self.problem for words in _DISCONTINUED):
            return self.misplaced_line()
        return self.explained()

    def explained(self) -> _Slip:
        """Return what is wrong where reading stopped."""
        span = self.spot(self.offset)
        if "cannot start any token" in self.problem:
            sign = "a backtick" if span.text == "`" else f"`{span.text}`"
            return _Slip(span, f"{sign} cannot start a value", "quote the text")
        if self.context in OF_SIGNS and self.start < self.offset:
            span = self.source.span(self.start, self.offset)
        message, hint = self.problem, ""
        for words, explanation, advice in EXPLANATIONS:
            if words in self.problem or words == self.context.rpartition(" ")[2]:
                message, hint = explanation, advice
                break
        label = None
        if self.start < self.offset and self.context in _CONTEXTS:
            label = Label(self.spot(self.start), _CONTEXTS[self.context])
        return _Slip(span, message, hint, label)

    def open_quotation(self, offset: int) -> _Slip:
        mark = self.source.text[offset]
        hint = f"add the closing `{mark}`, or quote all of the text if `{mark}` belongs to it"
        rounded = re.search(_ROUNDED.get(mark, r"\Z\A."), self.text_of(self.source.line_of(offset)))
        if rounded is not None:
            hint = f"close it with `{mark}`: for YAML `{rounded[0]}` is a letter as others"
        return _Slip(self.spot(offset), "this quotation is not closed", hint)

    def open_bracket(self) -> _Slip:
        opening = self.spot(self.start)
        span = self.swallowing()
        if span is not None:
            label = Label(opening, "so that this is not closed")
            return _Slip(span, "`#` starts a comment here", "quote the text that holds `#`", label)
        label = Label(self.spot(self.offset), "this cannot stand within it")
        hint = "close it, or quote text that holds brackets, braces or commas"
        return _Slip(opening, f"this `{opening.text}` is not closed", hint, label)

    def swallowing(self) -> Span | None:
        """Return the place of a comment that ends as if it closed the bracket, if there is one."""
        for comment in _BRACKETED.finditer(self.source.text, self.start, self.offset):
            if comment[1].rstrip().endswith(("]", "}")):
                return self.source.span(comment.start(1), comment.end(1))
        return None

    def no_key(self, line: int) -> _Slip:
        """Return the slip of a line that should hold a key."""
        for pattern in (_UNSPACED_DASH, _UNSPACED_COLON):
            match = pattern.match(self.text_of(line))
            if match:
                at = self.source.line_start(line) + match.start(1)
                message = f"no space follows the `{match[1]}`"
                example = "key: value" if match[1] == ":" else "- item"
                return _Slip(self.spot(at), message, f"write `{example}`")
        return _Slip(self.whole(line), "this line is no key, because no `: ` follows", _KEY_HINT)

    def misplaced_value(self) -> _Slip:
        """Return the slip behind a `:` that cannot start a value: often a line before."""
        explained = self.explained()
        own = self.indentation(self.line)
        before = self.line_before(
            lambda line: self.indentation(line) <= own and not self.is_comment(line)
        )
        key = _KEY.match(self.text_of(self.line))
        if before is None or key is None:
            return explained
        if self.source.line_start(self.line) + key.end() <= self.offset:
            return explained  # the line has a key already
        if _UNSPACED_DASH.match(self.text_of(before)) or not _KEY.match(self.text_of(before)):
            return self.no_key(before)
        return self.indented(before)

    def line_before(self, suits: Callable[[int], bool]) -> int | None:
        """Return the last line before the one where reading stopped that has text and suits."""
        lines = (line for line in range(self.line - 1, -1, -1) if self.text_of(line).strip())
        return next((line for line in lines if suits(line)), None)

    def indented(self, before: int) -> _Slip:
        """Return the slip of a line that stands below one that takes nothing below it."""
        label = Label(self.whole(before), "the line above")
        message = "this line is indented as if it were part of the line above"
        return _Slip(self.whole(self.line), message, "indent both lines alike", label)

    def misplaced_line(self) -> _Slip:
        """Return the slip behind a line that continues nothing."""
        started = self.source.line_of(self.start)
        if _UNSPACED_DASH.match(self.text_of(started)):
            return self.no_key(started)
        explained = self.explained()
        end = self.line_before(lambda line: self.text_of(line).rstrip() == "...")
        if "<document start>" in self.problem and end is not None:
            message = "the line `...` ends the deck, but more follows"
            return _Slip(self.whole(end), message, "remove the line", None)
        match self.last:
            case Scalar(style=Style.QUOTED) as last if self.follows(last):
                return self.after_quotation(last)
            case Mapping() | Sequence() as last if self.follows(last) and self.is_flow(last):
                hint = "quote text that holds brackets or braces"
                return _Slip(explained.span, "text follows the closing bracket", hint)
            case Scalar(style=Style.LITERAL | Style.FOLDED) as last:
                first = self.source.line_of(last.span.start) + 1
                if first >= self.source.line_count:  # YAML ends lines at U+2028 as well
                    return explained
                return self.outdented(explained, first, self.margin(first))
            case Mapping() | Sequence() as last:
                first, column = self.source.position(last.span.start)
                return self.outdented(explained, first - 1, column - 1)
            case _:
                return explained

    def follows(self, last: Node) -> bool:
        """Tell whether reading stopped in the line in which a node ends."""
        return self.source.line_of(max(last.span.start, last.span.stop - 1)) == self.line

    def is_flow(self, last: Node) -> bool:
        return self.source.text[last.span.start : last.span.start + 1] in {"[", "{"}

    def after_quotation(self, last: Scalar) -> _Slip:
        mark = last.span.text[:1]
        if self.source.line_of(last.span.start) == self.line:
            hint = f"quote all of the text; a `{mark}` in it is written "
            hint += "`''`" if mark == "'" else '`\\"`'
            return _Slip(self.spot(self.offset), f"text follows the closing `{mark}`", hint)
        slip = self.open_quotation(last.span.start)
        label = Label(self.spot(last.span.stop - 1), "it goes on to here")
        return _Slip(slip.span, "this quotation is not closed in its line", slip.hint, label)

    def outdented(self, explained: _Slip, first: int, column: int) -> _Slip:
        """Return the slip of a line that stands further left than the first of its group."""
        own = self.offset - self.source.line_start(self.line)
        before = self.line_before(lambda line: not self.is_comment(line))
        if before is not None and self.margin(before) < own:
            return self.indented(before)
        if first >= self.line or column <= own:
            return explained
        label = Label(self.whole(first), "the lines from here on stand further right")
        return _Slip(explained.span, explained.message, explained.hint, label)
