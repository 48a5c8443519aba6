"""What is written in a table's cells -> records of rows and cells, with what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Self, cast, get_args

from deckgen.blocks.kit import (
    FAILED,
    Binding,
    Count,
    Failed,
    Inline,
    Key,
    Markdown,
    Marker,
    Paragraph,
    Run,
    Span,
    Struct,
    ToneWord,
    plain,
    replace,
)
from deckgen.content import join
from deckgen.data.model import Value
from deckgen.patterns import lazy
from deckgen.spec.bind import bind_record, text_hint
from deckgen.spec.keys import shape_of
from deckgen.spec.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from deckgen.spec.nodes import Node

_BLOCKS: Final = lazy(r"\n[ \t]*\n|(?:\A|\n)[ \t]*(?:[-*+]|\d+[.)])[ \t]")
"""What tells text of several lines that is a list, or paragraphs, from one with breaks."""
_ITEM: Final = lazy(r"\s*[-*+•]\s+")


class Amount(Struct, frozen=True):
    """A number or a date, and the code by which it is shown in any language."""

    value: Value
    code: str

    def text(self, language: str) -> str:
        """Return what it looks like in a language."""
        from deckgen.data.shown import cell_text

        return cell_text(self.value, self.code, language)


class CellText(Struct, frozen=True):
    """Markdown in a cell: one line, or paragraphs and lists on several.

    One that is an `amount` looks as its language has it, once that is known.
    """

    paragraphs: tuple[Paragraph, ...]
    span: Span
    amount: Amount | None = None
    names_total: bool = False
    """Whether it says that what follows is counted up, in the usual words of a language."""

    def in_language(self, language: str) -> CellText:
        """Return the text as a language has it."""
        if self.amount is None:
            return self
        run = Run(self.amount.text(language), self.span)
        return CellText((Paragraph((run,), self.span),), self.span, self.amount)

    @property
    def text(self) -> str:
        """The text without its styles, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @classmethod
    def of(cls, runs: tuple[Run, ...], span: Span) -> Self:
        """Return the text of runs, whose lines are a list if any of several starts as items do."""
        lines = _lines(runs)
        if len(lines) < 2 or not any(_ITEM.match(plain(line)) for line in lines):
            return cls((Paragraph(runs, span),) if runs else (), span)
        return cls(tuple(_item(line, span) for line in lines if plain(line).strip()), span)

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return what a scalar says."""
        if isinstance(node, Scalar) and not node.is_null:
            text = node.text.strip("\n")
            if "\n" in text and _BLOCKS.search(text):
                found = Markdown.bind(node, binding)
                return FAILED if isinstance(found, Failed) else cls(found.paragraphs, found.span)
        line = Inline.bind(node, binding)
        if line is None or isinstance(line, Failed):
            return FAILED
        return cls((Paragraph(line.runs, line.span),) if line.runs else (), line.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema: text, or a number that stands for its digits."""
        return {"type": ["string", "number"]}


def _lines(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Return the runs of each line."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += ([replace(run, text=part)] for part in rest)
    return [join(line) for line in lines]


def _item(line: tuple[Run, ...], span: Span) -> Paragraph:
    """Return a line as an item where it starts as one, else as a paragraph."""
    match = _ITEM.match(line[0].text)
    if match is None:
        return Paragraph(line, span)
    text = join((replace(line[0], text=line[0].text[match.end() :]), *line[1:]))
    return Paragraph(text, span, marker=Marker.BULLET)


class TableCell(Struct, frozen=True, kw_only=True):
    """A cell: its text, and over how many columns and rows it spans."""

    SHORTHAND: ClassVar[str] = "text"

    span: Span
    text: Annotated[CellText, Key("What the cell says: Markdown, also of several lines.")]
    columns: Annotated[Count, Key("How many columns the cell spans.", also=("span",))] = Count(1)
    rows: Annotated[Count, Key("How many rows the cell spans.")] = Count(1)
    tone: Annotated[ToneWord | None, Key("What it means, which gives it its colour.")] = None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the cell that a text, or a mapping with one, writes."""
        known = shape_of(cls).spellings
        if isinstance(node, Mapping) and not any(e.key.text in known for e in node.entries):
            return binding.wrong_type(node, "text", text_hint(node))
        if isinstance(node, Scalar) and node.is_null:
            return binding.wrong_type(node, "text", text_hint(node))
        return cast("Self | Failed", bind_record(node, cls, binding))

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema: text, or a mapping that says how far it spans as well."""
        text, keys = CellText.schema(), shape_of(cls).keys
        properties = {
            spelling: {
                "description": keys[name].key.description,
                "markdownDescription": keys[name].key.description,
                **kind.schema(),
            }
            for spelling, name, kind in (
                ("text", "text", CellText),
                ("span", "columns", Count),
                ("rows", "rows", Count),
            )
        }
        properties["tone"] = {
            "description": keys["tone"].key.description,
            "markdownDescription": keys["tone"].key.description,
            "enum": list(get_args(ToneWord)),
        }
        spanning = {
            "type": "object",
            "properties": properties,
            "required": ["text"],
            "additionalProperties": False,
        }
        return {"anyOf": [text, spanning]}


class TableRow(Struct, frozen=True, kw_only=True):
    """A row: a list of cells."""

    SHORTHAND: ClassVar[str] = "cells"

    span: Span
    cells: Annotated[tuple[TableCell, ...], Key("The cells of the row, from left to right.")]
    tone: Annotated[ToneWord | None, Key("What the row means, which gives it its colour.")] = None
    is_total: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether no cell says anything."""
        return not any(cell.text.text.strip() for cell in self.cells)
