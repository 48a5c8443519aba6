"""The kinds of values that say which program text is shown: a file of it, numbers of lines."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final, Self

from deckgen import codes
from deckgen.records import Struct
from deckgen.source import Origin, Span
from deckgen.spec.bind import FAILED, Binding, Failed, text_hint
from deckgen.spec.decoding import decode
from deckgen.spec.files import shown
from deckgen.spec.nodes import Node, Scalar, Sequence, shorten

_RANGE: Final = r"(\d{1,7})(?:\s*[-–]\s*(\d{1,7})?)?"
_UNSHOWN: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"
"""What XML cannot hold (XML 1.0, section 2.2), and what shows nothing."""


class CodeFile(Struct, frozen=True):
    """The path of a file of program text."""

    path: str
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the path that a scalar names; what it holds is read later."""
        node = binding.filled(node)
        if isinstance(node, Scalar) and not node.is_null:
            return cls(node.text.strip(), node.span)
        return binding.wrong_type(node, "the path of a file", text_hint(node))

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "description": "path of a file, relative to the deck"}

    def read(self, binding: Binding) -> str | Failed:
        """Return the text of the file, its lines ended by line feeds; or report why there is none.

        What shows nothing in it stands as U+FFFD.
        """
        files = binding.files
        data = files.read(self.path, self.span, "code-size")
        if data is None:
            return FAILED
        path = files.locate(self.path, self.span)
        origin = None if files.may_tell_of(path) else Origin(path.parent, self.span, is_hidden=True)
        source = decode(data, shown(self.path), binding.sink, self.span, origin)
        if source is None:
            return FAILED
        text = source.text.replace("\r\n", "\n").replace("\r", "\n")
        return re.sub(_UNSHOWN, "\ufffd", text)


class LineRanges(Struct, frozen=True):
    """Numbers of lines: `3,5-7`, `12-`; a range without an end goes on to the last line."""

    ranges: tuple[tuple[int, int | None], ...]
    span: Span

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the numbers that a text or a list of them writes."""
        node = binding.filled(node)
        items = node.items if isinstance(node, Sequence) else (node,)
        scalars = [item for item in items if isinstance(item, Scalar) and not item.is_null]
        if len(scalars) < len(items) or not items:
            return binding.wrong_type(node, "numbers of lines, such as `3,5-7`")
        found = [cls.read(scalar.text, scalar.span, binding) for scalar in scalars]
        ranges = [one.ranges for one in found if not isinstance(one, Failed)]
        return (
            cls(tuple(chain.from_iterable(ranges)), node.span)
            if len(ranges) == len(found)
            else FAILED
        )

    @classmethod
    def read(cls, text: str, span: Span, binding: Binding) -> Self | Failed:
        """Return the numbers that a text at a span writes, or report that it writes none."""
        found = line_ranges(text)
        if found is not None:
            return cls(found, span)
        message = f"expected numbers of lines, found `{shorten(text)}`"
        hint = "write `3`, `3,5-7` or `12-`; the first line is 1"
        binding.sink.report(codes.INVALID_VALUE, span, message, hints=[hint])
        return FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        one = {"type": ["string", "integer"]}
        return {"anyOf": [one, {"type": "array", "items": one}], "examples": ["3,5-7", 3, "12-"]}

    @property
    def highest(self) -> int:
        """The highest number that is named."""
        return max(last or first for first, last in self.ranges)

    def __contains__(self, number: int) -> bool:
        """Tell whether a line is among these."""
        return any(first <= number and (not last or number <= last) for first, last in self.ranges)


def line_ranges(text: str) -> tuple[tuple[int, int | None], ...] | None:
    """Return the ranges that a text such as `3,5-7` writes, None where it writes none."""
    ranges: list[tuple[int, int | None]] = []
    for part in re.split(r"[,;|\s]+(?![-–])", re.sub(r"\s*([-–])\s*", r"\1", text.strip())):
        match = re.fullmatch(_RANGE, part)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2]) if match[2] else None
        open_ended = match[2] is None and part[-1] in "-–"
        if first < 1 or (last is not None and last < first):
            return None
        ranges.append((first, None if open_ended else last or first))
    return tuple(ranges)
