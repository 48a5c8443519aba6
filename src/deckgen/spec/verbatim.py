"""Text that stays as it is written: program text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from deckgen.content import with_breaks
from deckgen.spec.bind import Binding, Failed, text_hint
from deckgen.spec.nodes import Scalar

if TYPE_CHECKING:
    from deckgen.spec.nodes import Node


class Verbatim(str):
    """Text in which nothing is filled in, since it may hold `${` itself."""

    __slots__ = ()

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the text as it is written."""
        if isinstance(node, Scalar) and not node.is_null:
            return cls(with_breaks(node.text))
        return binding.wrong_type(node, "text", text_hint(node))

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema: text, or a number that stands for its digits."""
        return {"type": ["string", "number"]}
