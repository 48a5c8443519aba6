"""What a deck says of the size of its slides -> one of the sizes that built-in templates have."""

from __future__ import annotations

from typing import Literal, Self, get_args

from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import Binding, Failed, bind
from deckgen.spec.nodes import Node

_SizeName = Literal["16:9", "4:3", "A4"]


class SlideSize(Struct, frozen=True):
    """The size of slides of a built-in template."""

    name: str
    span: Span | None = None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the size, or report that there is no such one."""
        name = bind(node, _SizeName, binding)
        return name if isinstance(name, Failed) else cls(name, node.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"enum": list(get_args(_SizeName))}
