"""What a record needs beyond its single keys: one of several, and what is made of them together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from deckgen import codes
from deckgen.spec.keys import shape_of

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.source import Span
    from deckgen.spec.bind import Binding


@runtime_checkable
class Completing(Protocol):
    """A record of which some is made of what others of its keys say: rows of a file of data."""

    def completed(self, binding: Binding) -> object:
        """Return the record as it is meant, or `FAILED`, once all of its keys are bound."""
        ...


def has_either(record: type, written: set[str], given: set[str], span: Span, sink: Sink) -> bool:
    """Tell whether a record has one of the keys of which it needs one; report that none is written.

    `written` are the keys that stand there, `given` those of them that have a value.
    """
    either = shape_of(record).either
    if either and written.isdisjoint(either):
        names = " or ".join(f"`{name}`" for name in either)
        hint = f"add `{either[0]}: …`"
        sink.report(codes.MISSING_KEY, span, f"{names} is missing", hints=[hint])
    return not either or not given.isdisjoint(either)
