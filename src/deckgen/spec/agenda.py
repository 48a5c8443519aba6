"""The kind of value that is an agenda: its title, and a list that is filled in later."""

from __future__ import annotations

from typing import Final, Self

from deckgen import codes
from deckgen.content import Marker, Paragraph, Run
from deckgen.markdown.model import Prose
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed, bind
from deckgen.spec.blocks import BlockRecord
from deckgen.spec.keys import described
from deckgen.spec.kinds import Inline
from deckgen.spec.nodes import Mapping, Node, Scalar
from deckgen.spec.simple import switch_of

_TITLE: Final = "title"
_NUMBERS: Final = "numbers"
_TOLD: Final = {
    _TITLE: "What stands above the list.",
    _NUMBERS: "Whether the lines tell on which page what they list starts.",
}


class AgendaWish(Struct, frozen=True):
    """What a deck holds: `true`, a title, or `{title: …, numbers: true}`.

    `list` has one paragraph, which stands for the sections of the deck: these are known when all of
    it was read.
    """

    title: Inline | None
    list: tuple[BlockRecord, ...]
    span: Span
    numbers: bool = False

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed | None:
        """Return the agenda that is asked for; none for `false`."""
        if isinstance(node, Mapping):
            return cls._of_mapping(node, binding)
        wish = switch_of(node)
        if wish is False:
            return None
        plain = wish or (isinstance(node, Scalar) and node.is_null)
        title = None if plain else Inline.bind(node, binding)
        return title if isinstance(title, Failed) else cls(title, _place(node, binding), node.span)

    @classmethod
    def _of_mapping(cls, node: Mapping, binding: Binding) -> Self | Failed:
        for entry in node.entries:
            if entry.key.text not in _TOLD:
                from deckgen.spec.synonyms import meant  # few decks have mistakes

                message = f"unknown key `{entry.key.text}`"
                near = meant(entry.key.text, tuple(_TOLD))
                hints = [f"did you mean `{near}`?" if near else "known keys are `title`, `numbers`"]
                binding.sink.report(codes.UNKNOWN_KEY, entry.key.span, message, hints=hints)
                return FAILED
        said, counted = node.get(_TITLE), node.get(_NUMBERS)
        title = None if said is None else Inline.bind(said.value, binding)
        numbers = False if counted is None else bind(counted.value, bool, binding)
        if isinstance(title, Failed) or isinstance(numbers, Failed):
            return FAILED
        return cls(title, _place(node, binding), node.span, numbers)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        text: dict[str, object] = {"type": ["string", "number", "boolean"]}
        kinds: dict[str, dict[str, object]] = {_TITLE: text, _NUMBERS: {"type": "boolean"}}
        keys = {name: described(told, kinds[name]) for name, told in _TOLD.items()}
        titled = {"type": "object", "properties": keys, "additionalProperties": False}
        return {"anyOf": [text, titled]}


class AgendaHere(AgendaWish, frozen=True):
    """An agenda where it is written among the slides, which `false` is not."""

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the agenda that stands on a slide."""
        wish = super().bind(node, binding)
        if wish is not None:
            return wish
        hint = "leave the slide out, or write its `body:` instead"
        message = "expected a title or `true`, found `false`"
        binding.sink.report(codes.INVALID_VALUE, node.span, message, hints=[hint])
        return FAILED


def _place(node: Node, binding: Binding) -> tuple[BlockRecord, ...]:
    """Return the text in which the list of sections is going to stand."""
    paragraph = Paragraph((Run("…", node.span),), node.span, marker=Marker.BULLET)
    return binding.blocks.from_pieces((Prose((paragraph,), node.span),), binding)
