"""A file of trademarks -> the registry in it: a language of its own, read with places.

The records are bound like those of decks: mistakes are reported at the lines of the registry, and
the JSON Schema for editors comes from the same types (`deckgen schema trademarks`).
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Final, Literal, Self

from deckgen import codes
from deckgen.diagnostics import Sink
from deckgen.records import Struct, replace
from deckgen.source import Source, Span
from deckgen.spec.bind import Binding, Failed, bind
from deckgen.spec.files import shown
from deckgen.spec.keys import Key
from deckgen.spec.kinds import Language, Word
from deckgen.spec.language_tags import FORM
from deckgen.spec.nodes import Mapping, Node, Scalar
from deckgen.spec.reader import read_yaml

_MOST_LINES: Final = 5

Sign = Literal["®", "™", "℠", "none"]
Use = Literal["verb", "plural", "possessive"]


class Translated(Struct, frozen=True):
    """A text, or what it is in each of several languages; `""` is any language."""

    texts: tuple[tuple[str, str], ...]
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the text of a scalar, or the texts of a mapping by language tags."""
        if not isinstance(node, Mapping):
            word = Word.bind(node, binding)
            return word if isinstance(word, Failed) else cls((("", word.text),), word.span)
        texts: list[tuple[str, str]] = []
        for entry in node.entries:
            language = Language.bind(entry.key, binding)
            word = Word.bind(entry.value, binding)
            if not isinstance(language, Failed) and not isinstance(word, Failed):
                texts.append((language.tag.lower(), word.text))
        return cls(tuple(texts), node.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        tags = {"propertyNames": {"pattern": f"^{FORM}$"}}
        values = {"additionalProperties": Word.schema()}
        return {"anyOf": [Word.schema(), {"type": "object", **tags, **values}]}


class TrademarkEntry(Struct, frozen=True, kw_only=True):
    """A mark: how its owner writes it, and how it may and may not be used.

    ```yaml
    marks:
      - mark: Kumo Cloud
        readings: クモクラウド
        owner: {ja: 雲株式会社, en: Kumo Corporation}
        symbol: ®
        never: [verb, plural]
    ```
    """

    SHORTHAND: ClassVar[str] = "mark"

    span: Span
    mark: Annotated[Word, Key("The mark as its owner writes it.")]
    also: Annotated[
        tuple[Word, ...],
        Key("Other right spellings, and readings such as オープンスタック.", also=("readings",)),
    ] = ()
    wrong: Annotated[
        tuple[Word, ...],
        Key(
            "Forms that are reported. Other capitals, and a mark taken apart or run together, are"
            " known to be wrong without being listed."
        ),
    ] = ()
    unless: Annotated[
        tuple[Word, ...],
        Key("Phrases that hold the word but do not mean the mark, such as `Apple Valley`."),
    ] = ()
    owner: Annotated[
        Translated | None, Key("Whose mark it is; by language, if the owner's name differs.")
    ] = None
    symbol: Annotated[Sign, Key("The sign that stands behind it; `none` for no sign.")] = "™"
    regions: Annotated[
        tuple[Word, ...], Key("Where it is registered, such as `JP`; anywhere if absent.")
    ] = ()
    attribution: Annotated[
        Translated | None,
        Key("The sentence that says whose it is, by language. Made from `owner` if absent."),
    ] = None
    first_use: Annotated[
        Literal["deck", "slide", "never"] | None,
        Key("Which mentions get the sign, if the owner has a rule of its own."),
    ] = None
    case: Annotated[
        Literal["any", "exact"],
        Key(
            "`any`: the word in other capitals is the mark, misspelt. `exact`: it is another word,"
            " as with Windows and windows."
        ),
    ] = "any"
    whole: Annotated[bool, Key("Whether it must stand alone, not as part of a longer word.")] = True
    never: Annotated[
        tuple[Use, ...], Key("Uses that its owner forbids: `verb`, `plural`, `possessive`.")
    ] = ()
    ignore: Annotated[
        bool, Key("Whether the word is no mark here, though deckgen knows it as one.")
    ] = False
    source: Annotated[Word | None, Key("Where this is known from.")] = None
    as_of: Annotated[Word | None, Key("When it was known to be so.")] = None


class Registry(Struct, frozen=True, kw_only=True):
    """The trademarks that a company knows of, and how it treats them."""

    SHORTHAND: ClassVar[str] = "marks"

    span: Span
    marks: Annotated[tuple[TrademarkEntry, ...], Key("The marks.")]
    known: Annotated[bool, Key("Whether the marks that deckgen knows are looked for, too.")] = True


def read_registry(name: str, span: Span | None, binding: Binding) -> Registry | None:
    """Return the registry in a file, None where it cannot be read or understood.

    Where the deck names it, it does so at a span. What is wrong in the file is reported at its own
    lines, unless the deck's author may not be told what they are.
    """
    data = binding.files.read(name, span, "deck-size")
    if data is None:
        return None
    if binding.files.may_tell_of(binding.files.locate(name, span)):
        return _registry(data, name, span, binding)
    unseen = Sink()
    found = _registry(data, name, span, replace(binding, sink=unseen))
    mistakes = [item for item in unseen.sorted() if item.is_error]
    if mistakes:
        lines = sorted({item.span.line for item in mistakes if item.span})
        at = f": it has mistakes in {_lines(lines)}" if lines else ""
        hint = "it is not in the folder of the deck, so nothing of it is shown; see `--root`"
        message = f"`{shown(name)}` is no file of trademarks{at}"
        binding.sink.report(codes.FILE_UNREADABLE, span, message, hints=[hint])
    return found


def _lines(numbers: list[int]) -> str:
    """Return the numbers of lines in words, those of the first few."""
    listed = ", ".join(map(str, numbers[:_MOST_LINES]))
    more = ", …" if len(numbers) > _MOST_LINES else ""
    return f"line{'' if len(numbers) == 1 else 's'} {listed}{more}"


def _registry(data: bytes, name: str, span: Span | None, binding: Binding) -> Registry | None:
    try:
        source = Source(str(binding.files.locate(name, span)), data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        message = f"cannot read `{name}`: it is not UTF-8 text"
        binding.sink.report(codes.FILE_UNREADABLE, span, message)
        return None
    root = read_yaml(source, binding.sink, binding.files.limits)
    if root is None:
        return Registry(span=source.span(0, 0), marks=())
    if isinstance(root, Scalar):  # any file of words is that
        binding.wrong_type(root, "a list of marks, or a mapping with `marks`")
        return None
    registry = bind(root, Registry, binding)
    return None if isinstance(registry, Failed) else registry
