"""What stands at the foot of all slides: lines and dates, of which `false` is none."""

from __future__ import annotations

from typing import Final, Self

from deckgen import codes
from deckgen.spec.bind import FAILED, Binding, Failed
from deckgen.spec.kinds import Inline, Word
from deckgen.spec.nodes import Node
from deckgen.spec.simple import switch_of

_SAYS: Final = "write what it says; `true` in quotation marks is a text"
_MOVING: Final = frozenset(("today", "now", "auto"))
"""What others take for the day on which a file is made."""
_DATED: Final = "write the date, or `${today}`, and `--set today=2016-10-25` for each run"


class FootText(Inline, frozen=True):
    """One line of Markdown, or `false` for none."""

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed | None:
        """Return the runs of a scalar, of which `false` has none."""
        wish = switch_of(node)
        if wish:
            return binding.wrong_type(node, "text", (_SAYS,))
        return cls((), node.span) if wish is False else super().bind(node, binding)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"anyOf": [super().schema(), {"const": False}]}


class ShownDate(Word, frozen=True):
    """A date in any words, or `false` for none."""

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the date as it is written, or report that it is none that stays."""
        node = binding.filled(node)
        wish = switch_of(node)
        if wish:
            return binding.wrong_type(node, "a date", (_SAYS,))
        if wish is False:
            return cls("", node.span)
        date = super().bind(node, binding)
        if isinstance(date, Failed) or date.text not in _MOVING:
            return date
        message = f"`{date.text}` is no date: a deck gives the same slides on any day"
        binding.sink.report(codes.INVALID_VALUE, node.span, message, hints=[_DATED])
        return FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"anyOf": [super().schema(), {"const": False}]}
