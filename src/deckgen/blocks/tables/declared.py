"""What is written about a table of data: its columns, and the rules for the tones of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from deckgen.blocks.kit import (
    FAILED,
    Binding,
    Failed,
    Inline,
    Key,
    Span,
    Struct,
    ToneWord,
    codes,
)
from deckgen.spec.bind import bind
from deckgen.spec.datasets import FormatCode
from deckgen.spec.keys import described
from deckgen.spec.kinds import Word
from deckgen.spec.nodes import Entry, Node, Scalar, Sequence
from deckgen.spec.nodes import Mapping as MappingNode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.expressions import Expression, Value

Alignment = Literal["auto", "left", "center", "right"]
Total = Literal["sum", "mean", "count", "min", "max"]


class ToneRule(Struct, frozen=True):
    """A condition on the columns of a row, and the tone of the cells that it names, or of all.

    `columns` are those that it names, each with the place of its name. Of columns that are compared
    with each other the first has the tone.
    """

    when: Expression
    columns: tuple[tuple[str, Span], ...]
    tone: ToneWord
    whole_row: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that the condition is about."""
        from deckgen.expressions import subjects_in

        return tuple(name.text for name in subjects_in(self.when))

    def holds(self, values: Mapping[str, Value]) -> bool:
        """Tell whether the condition holds of the values of a row, by the names of columns.

        What has no order, such as a text and a number, makes no condition true.
        """
        from deckgen.expressions import ExpressionError, holds

        try:
            return holds(self.when, lambda name: values[name.text])
        except ExpressionError:
            return False


class ToneRules(Struct, frozen=True):
    """Rules for tones: conditions on columns, each with its tone."""

    rules: tuple[ToneRule, ...]

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the rules that `condition: tone` writes, or `{when, tone, row}`."""
        mappings = node.items if isinstance(node, Sequence) else (node,)
        rules: list[ToneRule] = []
        for mapping in map(_meant, mappings):
            if not isinstance(mapping, MappingNode):
                binding.wrong_type(mapping, "a condition and its tone, `revenue < 0: bad`")
                continue
            found = _rules(mapping, binding)
            rules += [rule for rule in found if rule is not None]
        return cls(tuple(rules))

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        tones: dict[str, object] = {"enum": ["good", "bad", "warn", "muted", "important"]}
        one = {"type": "object", "additionalProperties": {"anyOf": [tones, {"type": "string"}]}}
        whole = {
            "type": "object",
            "properties": {
                "when": described("A condition on the columns of a row.", {"type": "string"}),
                "tone": described("What it means where the condition holds.", tones),
                "row": described("Whether the whole row has the tone.", {"type": "boolean"}),
            },
            "required": ["when", "tone"],
            "additionalProperties": False,
        }
        rule = {"anyOf": [whole, one, {"type": "string", "pattern": ":"}]}
        return {"anyOf": [*rule["anyOf"], {"type": "array", "items": rule}]}


def _meant(node: Node) -> Node:
    """Return a rule that is quoted as a whole as the mapping that it is meant to be."""
    condition, colon, tone = node.text.rpartition(":") if isinstance(node, Scalar) else ("", "", "")
    if not colon:
        return node
    entry = Entry(Scalar(node.span, condition.strip()), Scalar(node.span, tone.strip()))
    return MappingNode(node.span, (entry,))


def _rules(mapping: MappingNode, binding: Binding) -> list[ToneRule | None]:
    when, tone, row = mapping.get("when"), mapping.get("tone"), mapping.get("row")
    if when is None or tone is None:
        return [_rule(entry.key, entry, binding, whole_row=False) for entry in mapping.entries]
    whole = bind(row.value, bool, binding) is True if row is not None else False
    return [_rule(when.value, tone, binding, whole_row=whole)]


def _rule(when: Node, tone: Entry, binding: Binding, *, whole_row: bool) -> ToneRule | None:
    word = bind(tone.value, ToneWord, binding)
    if not isinstance(when, Scalar):
        binding.wrong_type(when, "a condition, `revenue < 0`")
        return None
    from deckgen.expressions import ExpressionError, names_in, parse

    passage = when.passage
    try:
        condition = parse(when.text)
    except ExpressionError as error:
        span = passage.find(when.text[error.start : error.stop], when.span)
        hints = [error.hint] if error.hint else []
        message = f"no condition: {error.message}"
        binding.sink.report(codes.INVALID_VALUE, span, message, hints=hints)
        return None
    names = dict.fromkeys(name.text for name in names_in(condition))
    columns = tuple((name, passage.find(name, when.span)) for name in names)
    return None if word is FAILED else ToneRule(condition, columns, word, whole_row)


class TableColumn(Struct, frozen=True, kw_only=True):
    """A column of the data: what it is called, and how its values are shown."""

    SHORTHAND: ClassVar[str] = "key"

    span: Span
    key: Annotated[Word, Key("The name of the column in the data.")]
    title: Annotated[Inline | None, Key("What stands above it; its name if absent.")] = None
    format: Annotated[
        FormatCode | None,
        Key("How its values look, as a format code of Excel: `#,##0`, `0.0%`, `yyyy-mm-dd`."),
    ] = None
    unit: Annotated[Word | None, Key("What is counted: stands in brackets behind the title.")] = (
        None
    )
    total: Annotated[Total | None, Key("What stands below the column, in a last row.")] = None
    align: Annotated[
        Alignment, Key("How it is aligned; `auto` sets numbers right, marks in the middle.")
    ] = "auto"
    merge: Annotated[bool, Key("Whether equal values below each other become one cell.")] = False
    tones: Annotated[
        ToneRules | None, Key("Tones of its cells by conditions: `revenue < 0: bad`.")
    ] = None
