"""The kind of value that explains words: a mapping of terms, or a list of terms and texts."""

from __future__ import annotations

from typing import Annotated, Self

from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed, bind, bind_record
from deckgen.spec.keys import Key, shape_of
from deckgen.spec.kinds import Inline, Markdown
from deckgen.spec.nodes import Mapping, Node, Scalar, Sequence


class Term(Struct, frozen=True, kw_only=True):
    """A word, and what it means."""

    span: Span
    term: Annotated[Inline, Key("The word.")]
    text: Annotated[Markdown, Key("What it means: Markdown.")]


class Glossary(Struct, frozen=True):
    """Words and what they mean: `{term: meaning}`, or a list of `{term, text}`."""

    terms: tuple[Term, ...]
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the terms that a mapping, or a list of mappings, explains."""
        match node:
            case Mapping():
                found = [_term(entry.key, entry.value, binding) for entry in node.entries]
            case Sequence():
                found = [_item(item, binding) for item in node.items]
            case Scalar():
                hint = "write `term: meaning` on a line each"
                return binding.wrong_type(node, "terms and what they mean", (hint,))
        terms = tuple(term for term in found if isinstance(term, Term))
        return cls(terms, node.span) if terms or not found else FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        text = {"type": ["string", "number", "boolean"]}
        pair = {
            "type": "object",
            "properties": {"term": text, "text": text},
            "required": ["term", "text"],
            "additionalProperties": False,
        }
        meant = {"type": "object", "additionalProperties": text}
        return {"anyOf": [meant, {"type": "array", "items": {"anyOf": [pair, meant]}}]}


def _item(node: Node, binding: Binding) -> object:
    """Return the term of an item: `{term, text}`, or one `term: meaning`."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        (entry,) = node.entries
        if entry.key.text not in shape_of(Term).keys:
            return _term(entry.key, entry.value, binding)
    return bind_record(node, Term, binding)


def _term(key: Scalar, value: Node, binding: Binding) -> object:
    term, text = bind(key, Inline, binding), bind(value, Markdown, binding)
    if isinstance(term, Failed) or isinstance(text, Failed):
        return FAILED
    return Term(span=key.span.to(value.span), term=term, text=text)
