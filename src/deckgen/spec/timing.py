"""How long a slide is spoken to: `2 min`, `90 s`, `1:30`, `2分`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Self

from deckgen import codes
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed
from deckgen.spec.nodes import Scalar, describe

if TYPE_CHECKING:
    from deckgen.spec.nodes import Node

_FORM: Final = (
    r"(?:(?P<hours>\d{1,2}) ?(?:h|hours?|時間))? ?"
    r"(?:(?P<minutes>\d{1,3}(?:\.\d)?) ?(?:m|min|mins|minutes?|分))? ?"
    r"(?:(?P<seconds>\d{1,4}) ?(?:s|secs?|seconds?|秒))?"
)
_CLOCK: Final = r"(?:(?P<hours>\d{1,2}):(?=\d\d:))?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)"


class Duration(Struct, frozen=True):
    """A length of time in seconds, and its place."""

    seconds: int
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the time, or report that it is none. A number alone is in minutes."""
        filled = binding.filled(node)
        text = filled.text.strip() if isinstance(filled, Scalar) else ""
        if text.isascii() and text.isdecimal():
            text += " min"
        match = re.fullmatch(_CLOCK, text) or re.fullmatch(_FORM, text)
        if match is not None and any(match.groups()):
            hours, minutes, seconds = (float(part or 0) for part in match.groups())
            return cls(round(hours * 3600 + minutes * 60 + seconds), filled.span)
        hint = "write `2 min`, `90 s` or `1:30`"
        message = f"expected a length of time, found {describe(filled)}"
        binding.sink.report(codes.INVALID_VALUE, filled.span.first_line, message, hints=[hint])
        return FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": ["string", "number"], "examples": ["2 min", "90 s", "1:30"]}
