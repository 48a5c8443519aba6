"""The kinds of values of the language that bind themselves: words, text, pictures, patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final, Self

from deckgen import codes
from deckgen.content import Link, Marker, Paragraph, Run, plain, with_breaks
from deckgen.markdown import parse_body, parse_inline
from deckgen.markdown.model import MAX_LEVEL
from deckgen.markdown.prose import prose_of
from deckgen.patterns import lazy, replacement_fields
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec import language_tags
from deckgen.spec.bind import FAILED, Binding, Failed, bind, text_hint
from deckgen.spec.nodes import Entry, Mapping, Node, Scalar, Sequence, describe, shorten
from deckgen.spec.simple import switch_of
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER: Final = lazy(r"\d+")


def _text_of(node: Node, binding: Binding, expected: str = "text") -> Scalar | Failed:
    """Return a text, with variables filled in."""
    return _written(binding.filled(node), binding, expected)


def _written(node: Node, binding: Binding, expected: str = "text") -> Scalar | Failed:
    if isinstance(node, Scalar) and not node.is_null:
        return node
    return binding.wrong_type(node, expected, text_hint(node))


def _matching(
    node: Node, pattern: str, binding: Binding, *, expected: str, hint: str
) -> Scalar | Failed:
    """Return a scalar whose text has a form, or report that it is not what is expected."""
    scalar = _text_of(node, binding, expected)
    if isinstance(scalar, Failed) or re.fullmatch(pattern, scalar.text):
        return scalar
    message = f"expected {expected}, found `{shorten(scalar.text)}`"
    binding.sink.report(codes.INVALID_VALUE, scalar.span, message, hints=[hint])
    return FAILED


class Word(Struct, frozen=True):
    """A short plain text and its place: a name, an id, a path."""

    text: str
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the text as it is written."""
        scalar = _text_of(node, binding)
        if isinstance(scalar, Failed):
            return scalar
        return cls(with_breaks(scalar.text.strip()), scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema: text, or a number that stands for its digits."""
        return {"type": ["string", "number"]}


class Identifier(Word, frozen=True):
    """A name that links can lead to: letters, digits, `-`, `_`, `.` of any script."""

    PATTERN: ClassVar[str] = r"[\w.-]+"

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the name, or report that it holds other characters."""
        scalar = _matching(
            node,
            cls.PATTERN,
            binding,
            expected="a name that links can lead to",
            hint="use letters, digits, `-`, `_` and `.`",
        )
        return scalar if isinstance(scalar, Failed) else cls(scalar.text, scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": r"^[^\s#]+$"}


class Inline(Struct, frozen=True):
    """One line of Markdown: emphasis, code, links. A line feed in it breaks the line."""

    runs: tuple[Run, ...]
    span: Span

    @property
    def text(self) -> str:
        """The text without its styles."""
        return plain(self.runs)

    @classmethod
    def plain(cls, text: str, span: Span) -> Self:
        """Return text without any style."""
        return cls((Run(text, span),), span)

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed | None:
        """Return the runs of a scalar."""
        scalar = _written(node, binding)
        if isinstance(scalar, Failed):
            return scalar
        return cls(parse_inline(scalar.passage, binding.reading), scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema: text, or a number that stands for its digits."""
        return {"type": ["string", "number"]}


class Caption(Inline, frozen=True):
    """A line of Markdown below something; one that shows no words is none."""

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed | None:
        """Return the runs of a scalar, None where there are none."""
        caption = super().bind(node, binding)
        return None if isinstance(caption, Inline) and not caption.text.strip() else caption


class Markdown(Struct, frozen=True):
    """Markdown of several lines: paragraphs and lists."""

    paragraphs: tuple[Paragraph, ...]
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return what a scalar says, or the bullets of a list; other blocks give their text."""
        if isinstance(node, Sequence) and node.items:
            bullets = (one for item in node.items for one in _bullets(item, 0, binding))
            return cls(tuple(bullets), node.span)
        scalar = _written(node, binding)
        if isinstance(scalar, Failed):
            return scalar
        pieces = parse_body(scalar.passage, binding.reading)
        return cls(prose_of(pieces), scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        text: dict[str, object] = {"type": ["string", "number"]}
        below: dict[str, object] = {"type": "array", "minItems": 1}
        mapping = {"type": "object", "maxProperties": 1, "additionalProperties": below}
        items = {"anyOf": [text, below, mapping]}
        return {"anyOf": [text, {"type": "array", "items": items, "minItems": 1}]}


def _bullets(node: Node, level: int, binding: Binding) -> Iterator[Paragraph]:
    """Yield an item of a list, and those below it: a list, or a text with a list below it."""
    match node:
        case Sequence():
            for child in node.items:
                yield from _bullets(child, level + 1, binding)
            return
        case Mapping(entries=(Entry(value=Sequence() as below) as entry,)):
            yield from _bullets(entry.key, level, binding)
            yield from _bullets(below, level, binding)
            return
    line = Inline.bind(node, binding)
    if isinstance(line, Inline):
        yield Paragraph(line.runs, node.span, min(level, MAX_LEVEL), Marker.BULLET)


class Address(Struct, frozen=True):
    """Where a link leads: a web address, or `#` and the id of a slide."""

    link: Link | None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the address that a text gives; whether it leads anywhere is checked later."""
        scalar = _text_of(node, binding, "an address")
        return scalar if isinstance(scalar, Failed) else cls(Link(scalar.text.strip(), scalar.span))

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string"}


class Language(Struct, frozen=True):
    """A BCP 47 language tag, such as `ja` or `en-GB`."""

    tag: str
    span: Span | None = None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the tag in its usual form, or report that there is no such language."""
        scalar = _text_of(node, binding, "a language tag")
        if isinstance(scalar, Failed):
            return scalar
        if language_tags.is_tag(scalar.text):
            return cls(language_tags.usual(scalar.text), scalar.span)
        meant = language_tags.meant_tag(scalar.text)
        hint = f"did you mean `{meant}`?" if meant else "write a tag such as `ja`, `en` or `de-CH`"
        message = f"expected a language tag, found `{shorten(scalar.text)}`"
        binding.sink.report(codes.INVALID_VALUE, scalar.span, message, hints=[hint])
        return FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "pattern": f"^{language_tags.FORM}$"}


class Count(int):
    """A whole number of one or more."""

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the number, or report that it is none, or too small."""
        number = bind(node, int, binding)
        if isinstance(number, Failed) or number >= 1:
            return number if isinstance(number, Failed) else cls(number)
        message = f"expected 1 or more, found {describe(node)}"
        binding.sink.report(codes.INVALID_VALUE, node.span, message)
        return FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "integer", "minimum": 1}


class TextSize(Struct, frozen=True):
    """A size of text in points: `14pt`, or just `14`."""

    size: Centipoints
    span: Span | None = None

    PATTERN: ClassVar[str] = r"([1-9]\d?)(\.5)?( ?pt)?"

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the size, or report that it is none from 1 to 99 points."""
        scalar = _matching(
            node,
            cls.PATTERN,
            binding,
            expected="a size of text",
            hint="write points, such as `14pt`",
        )
        if isinstance(scalar, Failed):
            return scalar
        return cls(Centipoints(round(float(scalar.text.removesuffix("pt")) * 100)), scalar.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "number"], "pattern": f"^{cls.PATTERN}$", "default": "14pt"}


class Pattern(Struct, frozen=True):
    """Text with places that are filled in: `{n}`, and `{total}` of how many."""

    text: str
    span: Span | None = None

    PLACES: ClassVar[tuple[str, ...]] = ("n", "total")
    EXAMPLES: ClassVar[tuple[str, ...]] = ("({n})", "({n}/{total})")
    WITHOUT: ClassVar[str] = ""
    """What `false` stands for."""

    def fill(self, **values: object) -> str:
        """Return the text with its places filled."""
        return self.text.format(**values)

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the pattern, or report places that are not known."""
        known = ", ".join(f"`{{{name}}}`" for name in cls.PLACES)
        expected = f"text with the places {known}"
        scalar = _text_of(node, binding, expected)
        if isinstance(scalar, Failed):
            return scalar
        wish = switch_of(scalar)
        if wish is not None:
            return binding.wrong_type(scalar, expected) if wish else cls(cls.WITHOUT, scalar.span)
        if "n" in cls.PLACES and "{" not in scalar.text and _NUMBER.search(scalar.text):
            places = iter(f"{{{name}}}" for name in cls.PLACES)
            message = f"`{shorten(scalar.text)}` would say the same number on all pages"
            filled = _NUMBER.sub(lambda found: next(places, found[0]), scalar.text)
            hint = f"write places, which are filled in: `{shorten(filled)}`"
        elif _is_pattern(scalar.text, cls.PLACES):
            return cls(scalar.text, scalar.span)
        else:
            message = f"`{shorten(scalar.text)}` has other places"
            hint = f"places are {known}; write `{{{{` for a brace"
        binding.sink.report(codes.INVALID_VALUE, scalar.span, message, hints=[hint])
        return FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "boolean"], "examples": [*cls.EXAMPLES]}


class TitlePattern(Pattern, frozen=True):
    """Text with places that are filled in: `{track}`, and the `{title}` of a session of it."""

    PLACES: ClassVar[tuple[str, ...]] = ("track", "title")
    EXAMPLES: ClassVar[tuple[str, ...]] = ("{track}: {title}", "{title}")
    WITHOUT: ClassVar[str] = "{title}"


class NumberPattern(Pattern, frozen=True):
    """How slides are numbered: `{n}` of `{total}`; nothing for not at all."""

    EXAMPLES: ClassVar[tuple[str, ...]] = ("{n} / {total}", "{n}")

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the pattern, of which `true` is the plainest and `false` none."""
        node = binding.filled(node)
        wish = switch_of(node)
        if wish is None and not (isinstance(node, Scalar) and "{" in node.text):
            hint = f"places are filled in: `{cls.EXAMPLES[0]}`"
            return binding.wrong_type(node, "`true`, `false` or a pattern", (hint,))
        return cls("{n}", node.span) if wish else super().bind(node, binding)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": r"\{"}]}


def _is_pattern(text: str, places: tuple[str, ...]) -> bool:
    try:
        parts = list(replacement_fields(text))
    except ValueError:
        return False
    return all(
        name is None or (name in places and not specification and not conversion)
        for _, name, specification, conversion in parts
    )
