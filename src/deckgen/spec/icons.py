"""The kind of value that is a small sign: an emoji, a few letters, or a picture file."""

from __future__ import annotations

from typing import Final, Self

from deckgen import codes
from deckgen.content import with_breaks
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed
from deckgen.spec.nodes import Node, Scalar, shorten
from deckgen.spec.picture_kinds import PictureRef

LONGEST: Final = 12
"""How many letters a sign may have."""


class Icon(Struct, frozen=True):
    """An emoji or a few letters, or the path of a picture file: what has a full stop in it."""

    text: str
    picture: PictureRef | None
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the sign, or report that it is no short text and no picture."""
        if not isinstance(node, Scalar) or node.is_null:
            return binding.wrong_type(node, "an emoji, a short text or the path of a picture")
        text = with_breaks(node.text.strip())
        if "." in text[1:-1]:
            picture = PictureRef.named(text, node.span, binding)
            return FAILED if isinstance(picture, Failed) else cls("", picture, node.span)
        if len(text) <= LONGEST:
            return cls(text, None, node.span)
        message = f"expected an emoji or {LONGEST} letters at the most, found `{shorten(text)}`"
        hint = "write it as the `title`, or name a picture file"
        binding.sink.report(codes.INVALID_VALUE, node.span, message, hints=[hint])
        return FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "number"]}
