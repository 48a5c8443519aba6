"""A fence of Markdown that holds YAML -> its node, whose places are those of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.source import Lent, Span
from deckgen.spec.reader import read_yaml

if TYPE_CHECKING:
    from deckgen.markdown.model import Fence
    from deckgen.spec.bind import Binding
    from deckgen.spec.nodes import Node


def node_in(fence: Fence, binding: Binding) -> Node | None:
    """Return what the YAML in a fence says, or None where it is none, which is reported.

    Where its lines are not those of the file, as in a folded text, all of it stands at the fence.
    """
    name, source = fence.span.source.name, fence.span.source
    starts = _starts(fence)
    if not starts:
        return read_yaml(Lent(name, fence.text, lambda *_: fence.span), binding.sink)
    lines = fence.text.split("\n")
    stop = starts[-1] + len(lines[-1])
    blank = [letter if letter == "\n" else " " for letter in source.text[:stop]]
    for start, line in zip(starts, lines, strict=True):
        blank[start : start + len(line)] = line
    text = "".join(blank)
    return read_yaml(Lent(name, text, lambda one, other: Span(source, one, other)), binding.sink)


def _starts(fence: Fence) -> tuple[int, ...]:
    """Return where each line of a fence starts in its source; nothing where that is not known."""
    source = fence.span.source
    first = source.line_of(fence.span.start) + 1
    starts: list[int] = []
    for number, text in enumerate(fence.text.split("\n"), start=first):
        written = source.line_text(number) if number < source.line_count else ""
        if not written.endswith(text):
            return ()
        starts.append(source.line_start(number) + len(written) - len(text))
    return tuple(starts)
