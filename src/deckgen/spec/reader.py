"""YAML text -> a tree of nodes, each of which knows where it stands.

Only the structure of YAML is used. Scalars stay text, so that `title: 2016`, `yes` or
`2016-10-25` mean what they say. Tags are ignored; anchors and aliases work within limits. What YAML
takes for something else than text, where text is likely meant, is warned of.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Final

from deckgen import codes
from deckgen.diagnostics import Label, Sink
from deckgen.limits import DEFAULT, DEPTH, Limits, how_to_raise, sized
from deckgen.patterns import lazy, uncompiled
from deckgen.records import Struct, field
from deckgen.source import Source, Span
from deckgen.spec.characters import allowed, readable, restored
from deckgen.spec.nodes import Entry, Mapping, Node, Scalar, Sequence, Style, describe
from deckgen.spec.remarks import (
    Written,
    report_anchor,
    report_comments,
    report_tag,
    report_thousands,
)

with uncompiled():  # it compiles 20, of which we need none, in half the time that it loads
    import yaml

_FORBIDDEN: Final = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What is not printable in YAML (1.1, 5.1); its opposite takes ten times as long to compile."""
_STYLES: Final = {"|": Style.LITERAL, ">": Style.FOLDED, "'": Style.QUOTED, '"': Style.QUOTED}
_Loader: Final = getattr(yaml, "CLoader", yaml.Loader)
_Error = yaml.MarkedYAMLError

_VALUE: Final = 16
"""What a value weighs that aliases repeat, beside its characters: even an empty one is set."""


class _StopReadingError(Exception):
    """Reading cannot go on; the reason has been reported."""


class _Open(Struct):
    """A list or mapping whose end has not been reached, with what repeating it would cost."""

    start: int
    anchor: str | None
    is_mapping: bool
    children: list[Node] = field(default_factory=list)
    weight: int = _VALUE


def read_yaml(source: Source, sink: Sink, limits: Limits = DEFAULT) -> Node | None:
    """Return the root of a YAML document, or None where it is not well-formed or empty.

    Duplicate keys are reported and dropped, so that what follows can still be checked. Of what is
    larger than the limits nothing is returned.
    """
    try:
        builder, error = _built(source, sink, limits)
    except _StopReadingError:
        return None
    if error is not None:
        _report_error(builder, builder.text, error)
        return None
    return builder.root


def read_alone(source: Source, sink: Sink, limits: Limits) -> tuple[Node, int] | None:
    """Return the root of a part of a document, and how many values are in it.

    None where it is not well-formed, or may have to do with other parts: by anchors and aliases.
    """
    try:
        builder, error = _built(source, sink, limits)
    except _StopReadingError:
        return None
    alone = error is None and builder.root is not None and not builder.anchors
    return (builder.root, builder.values) if builder.root is not None and alone else None


def _built(source: Source, sink: Sink, limits: Limits) -> tuple[_Builder, _Error | None]:
    """Return what has read a source, and what stopped it, if anything did.

    Where that is a bracket within a word, which can only be text, the source is read once more.
    """
    builder = _Builder(source, readable(source, _FORBIDDEN, sink), sink, limits)
    error = builder.build()
    if error is None or builder.swallowed or error.problem_mark is None:
        return builder, error
    from deckgen.spec.brackets import brackets_as_letters  # few decks need it

    at = _index(error.problem_mark)
    text = brackets_as_letters(builder.text)
    if text[at : at + 1] == builder.text[at : at + 1]:
        return builder, error
    again = _Builder(source, text, sink, limits)
    return (builder, error) if again.build() else (again, None)


def _report_error(builder: _Builder, text: str, error: _Error) -> None:
    """Report why reading stopped: for depth, if that is what libyaml met, else for syntax.

    libyaml looks ahead for the colon of a key, and from PyYAML 6.0.4 on has a limit of its own to
    depth. It then stops before it has told of the levels that it met, so they are counted anew.
    """
    if builder.swallowed:
        return  # what stopped reading stands in an item that is part of a text, which is reported
    mark = error.problem_mark or error.context_mark
    event = _event_too_deep(text[: _index(mark)] if mark else text)
    if event is not None:
        builder.report_depth(event)
        return
    from deckgen.spec.syntax import report_syntax

    report_syntax(builder.source, builder.sink, error, builder.last)


def _event_too_deep(text: str) -> yaml.Event | None:
    """Return what opens the first level that is too deep in a text that may break off."""
    depth = 0
    with suppress(yaml.MarkedYAMLError):
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEPTH:
                return event
    return None


def _decode(written: str) -> str:
    """Return what a text of one line in double quotation marks says."""
    events = yaml.parse(f'"{written}"', Loader=_Loader)
    return next((str(event.value) for event in events if isinstance(event, yaml.ScalarEvent)), "")


class _Builder(Struct):
    source: Source
    text: str
    sink: Sink
    limits: Limits
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[Node, int]] = field(default_factory=dict)
    idle: dict[str, int] = field(default_factory=dict)
    written: list[Written] = field(default_factory=list)
    swallowed: bool = False
    documents: int = 0
    values: int = 0
    repeated: int = 0
    last: Node | None = None

    def build(self) -> _Error | None:
        """Read all of the text, and warn of what was read, but not as text.

        Return what libyaml says where it is not well-formed.
        """
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                self.add(event)
        except _Error as error:
            return error
        report_comments(self.source, self.written, self.sink)
        for start in self.idle.values():
            report_anchor(self.source, start, self.sink)
        return None

    def add(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self.mark(event)
                node = self.scalar(event)
                self.finish(node, event.anchor, _VALUE + len(node.text))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self.open(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.close(event)
            case yaml.AliasEvent():
                self.alias(event)
            case yaml.DocumentStartEvent():
                self.start_document(event)

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        """Return a text as it is meant: its characters, its lines joined."""
        span, value = self.span(event), event.value
        if len(value) > self.limits.text:
            self.stop_beyond_text(span, len(value))
        style = _STYLES.get(str(event.style), Style.PLAIN)
        self.written.append(Written(span.start, span.stop, style))
        written = self.text[span.start : span.stop]
        is_joined = "\n" in written and style is not Style.LITERAL
        if is_joined:
            from deckgen.spec.folding import refolded  # few decks need it

            value = refolded(value, written, style, _decode)
        value = restored(value)
        if style is Style.QUOTED and "\\" in written:
            value = allowed(value, span, _FORBIDDEN, self.sink)
            from deckgen.spec.escapes import report_escapes  # few decks need it

            report_escapes(span, self.key, self.sink)
        found = Scalar(span, value, style)
        if is_joined:
            from deckgen.spec.swallowed import report_open, report_swallowed

            if style is Style.QUOTED and report_open(found, written, self.sink):
                raise _StopReadingError  # what is below it is read apart
            self.swallowed = report_swallowed(found, written, self.key, self.sink)
        else:
            self.swallowed = False
        return found

    @property
    def key(self) -> str | None:
        """The key whose value comes next, None in a list."""
        top = self.stack[-1] if self.stack else None
        if top is None or not top.is_mapping or len(top.children) % 2 == 0:
            return None
        key = top.children[-1]
        return key.text if isinstance(key, Scalar) else None

    def mark(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """Take note of a tag, and of an anchor that no alias has repeated yet."""
        start = _index(event.start_mark)
        if event.anchor:
            self.idle[event.anchor] = start
        if event.tag is not None:
            report_tag(event.tag, self.source, start, self.sink)

    def span(self, event: yaml.Event) -> Span:
        return self.source.span(_index(event.start_mark), _index(event.end_mark))

    def start_document(self, event: yaml.Event) -> None:
        self.documents += 1
        if self.documents == 2:
            message = "a second document starts here, but a deck is one document"
            hint = "remove the line `---`"
            self.sink.report(codes.YAML_SYNTAX, self.span(event), message, hints=[hint])
            raise _StopReadingError

    def open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) >= DEPTH:
            self.report_depth(event)
            raise _StopReadingError
        self.mark(event)
        stop = _index(event.end_mark)
        if self.text[stop - 1 : stop] in {"[", "{"}:
            self.written.append(Written(stop - 1, stop))
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self.stack.append(_Open(_index(event.start_mark), event.anchor, is_mapping))

    def stop_beyond_text(self, span: Span, length: int) -> None:
        """Report that a text is too long, and stop."""
        most = sized(self.limits.text, "characters")
        message = f"a text of {sized(length, 'characters')} starts here; {most} are allowed"
        self.stop_beyond("text", self.source.span(span.start, span.start + 1), message)

    def stop_beyond(self, limit: str, span: Span, message: str) -> None:
        """Report that a limit is passed, and stop."""
        self.sink.report(codes.YAML_TOO_LARGE, span, message, hints=[how_to_raise(limit)])
        raise _StopReadingError

    def report_depth(self, event: yaml.Event) -> None:
        message = f"nested more than {DEPTH} levels deep"
        self.sink.report(codes.YAML_TOO_LARGE, self.span(event), message)

    def close(self, event: yaml.Event) -> None:
        top, stop = self.stack.pop(), _index(event.end_mark)
        if top.children and _index(event.start_mark) == stop:
            # a block collection ends for YAML where the next token starts, which may be lines below
            stop = top.children[-1].span.stop
        span = self.source.span(top.start, stop)
        node: Mapping | Sequence
        if top.is_mapping:
            node = self.mapping(span, top.children)
        else:
            node = Sequence(span, tuple(top.children))
        if self.source.text[stop - 1 : stop] in {"]", "}"}:
            self.written.append(Written(stop - 1, stop))
            if isinstance(node, Sequence):
                report_thousands(node, self.sink)
        self.finish(node, top.anchor, top.weight)

    def alias(self, event: yaml.AliasEvent) -> None:
        found = self.anchors.get(str(event.anchor))
        if found is None:
            message = f"nothing before is marked `&{event.anchor}`"
            hint = "quote text that starts with `*`"
            self.sink.report(codes.YAML_ALIAS, self.span(event), message, hints=[hint])
            raise _StopReadingError
        self.idle.pop(str(event.anchor), None)
        node, weight = found
        self.repeated += weight
        most = self.limits.aliases + len(self.source.text)
        if self.repeated > most:
            message = f"aliases up to here repeat more than {sized(most, 'characters')}"
            self.stop_beyond("aliases", self.span(event), message)
        self.finish(node, None, weight)

    def finish(self, node: Node, anchor: str | None, weight: int) -> None:
        if node.span.start < node.span.stop:
            self.last = node
        if anchor:
            self.anchors[anchor] = (node, weight)
        if not self.stack:
            self.root = None if isinstance(node, Scalar) and node.is_null else node
            return
        self.values += 1
        if self.values > self.limits.values:
            message = f"the deck holds more than {sized(self.limits.values, 'values')}"
            self.stop_beyond("values", node.span, message)
        top = self.stack[-1]
        top.children.append(node)
        top.weight += weight

    def mapping(self, span: Span, children: list[Node]) -> Mapping:
        """Return the mapping of keys and values, which stand by turns; what is no key is told."""
        entries: dict[str, Entry] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                message = f"a key must be text, but this is {describe(key)}"
                hint = "text that starts with `[` or `{` must be quoted"
                self.sink.report(codes.WRONG_TYPE, key.span, message, hints=[hint])
            elif key.text in entries:
                label = Label(entries[key.text].span, "first written here")
                message = f"key `{key.text}` is written twice"
                self.sink.report(codes.YAML_DUPLICATE_KEY, key.span, message, labels=[label])
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(span, tuple(entries.values()))


def _index(mark: Any) -> int:  # noqa: ANN401 - libyaml and PyYAML have a class of mark each
    return int(mark.index)
