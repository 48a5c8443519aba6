"""What is read of a record's keys -> the record, once what it needs beyond single keys is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

from deckgen import codes
from deckgen.spec.keys import shape_of

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.source import Span
    from deckgen.spec.bind import Binding


class Completing(Protocol):
    """A record of which some is made of what others of its keys say: rows of a file of data."""

    def completed(self, binding: Binding) -> object:
        """Return the record as it is meant, or `FAILED`, once all of its keys are bound."""
        ...


class Remarking(Protocol):
    """A record that may be odd as a whole."""

    def remark(self, sink: Sink) -> None:
        """Report what is odd about the record, once it is bound."""
        ...


def completed(
    record: type, given: dict[str, Any], written: set[str], span: Span, binding: Binding
) -> object | None:
    """Return a record of the values that its keys have, or None where there can be none.

    `written` are the keys that stand there, also those that have no value; `span` is where to point
    for what concerns the whole.
    """
    if not _has_either(record, given, written, span, binding.sink):
        return None
    made = record(**given)
    # what a check against the protocols asks at ten times the cost
    if hasattr(made, "completed"):
        made = cast("Completing", made).completed(binding)
    if not isinstance(made, record):
        return None
    if hasattr(made, "remark"):
        cast("Remarking", made).remark(binding.sink)
    return made


def _has_either(
    record: type, given: dict[str, Any], written: set[str], span: Span, sink: Sink
) -> bool:
    """Tell whether there is a key of those of which one is needed; report that none is written."""
    either = shape_of(record).either
    if either and written.isdisjoint(either):
        names = " or ".join(f"`{name}`" for name in either)
        hint = f"add `{either[0]}: …`"
        sink.report(codes.MISSING_KEY, span, f"{names} is missing", hints=[hint])
    return not either or any(name in given for name in either)
