"""Diagnostics -> a JSON document for programs.

The document is a list of objects, in the order of their places:

    code      the slug that `deckgen explain` takes
    severity  "error", "warning" or "note"
    message   one sentence
    place     where, or null where a whole file is meant
    labels    a list of {"text", "place"}: further places that help to understand
    hints     a list of sentences that say what to do

A place is {"file", "start", "stop"}; start and stop, which is exclusive, are {"offset", "line",
"column"}. Offsets count code points from 0, lines and columns (in code points) from 1. Keys may be
added, but those that exist keep their meaning. The document is ASCII, so no encoding can harm it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.diagnostics import Diagnostic
    from deckgen.source import Source, Span


def machine(diagnostics: Sequence[Diagnostic]) -> str:
    """Return the JSON document; an empty list where there is nothing to tell."""
    return json.dumps([_diagnostic(item) for item in diagnostics], indent=2) + "\n"


def _diagnostic(item: Diagnostic) -> Mapping[str, object]:
    return {
        "code": item.code.slug,
        "severity": item.severity.value,
        "message": item.message,
        "place": _place(item.span) if item.span else None,
        "labels": [{"text": label.text, "place": _place(label.span)} for label in item.labels],
        "hints": list(item.hints),
    }


def _place(span: Span) -> Mapping[str, object]:
    return {
        "file": span.source.name,
        "start": _position(span.source, span.start),
        "stop": _position(span.source, span.stop),
    }


def _position(source: Source, offset: int) -> Mapping[str, int]:
    line, column = source.position(offset)
    return {"offset": offset, "line": line, "column": column}
