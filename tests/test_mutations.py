"""Small slips in the report, as people make them: each builds, or the line of the slip is blamed.

A line is blamed by the place of a diagnostic or by a label on it. Other lines may be blamed only
where no reader of YAML could know better, and `_is_blamed` says where that is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from deckgen.compiler import build_text
from deckgen.records import replace
from deckgen.world import MemoryWorld
from tests.support.building import REPORT, place_deck
from tests.support.mutations import mutations
from tests.support.pictures import picture

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic
    from tests.support.mutations import Mutation

COUNT, SEED, BATCHES = 320, 20161022, 8
MOST_ERRORS = 4
"""So many errors may one slip cause: more would bury the one that matters."""

TEXT = REPORT.read_text(encoding="utf-8")
SLIPS = tuple(mutations(TEXT, COUNT, SEED))
WORLD = MemoryWorld(
    {name: picture(1600, 900, "JPEG") for name in re.findall(r"assets/[\w-]+\.jpg", TEXT)}
)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_slip_builds_or_is_blamed_on_its_line(batch):
    misses = [found for slip in SLIPS[batch::BATCHES] if (found := _miss(slip))]
    assert not misses, "\n\n".join(misses)


def _miss(slip: Mutation) -> str:
    """Return what is said of a slip where that is not good enough, else nothing."""
    build = build_text(slip.text, world=WORLD)
    deck = build.deck()
    if deck is not None:
        touched = tuple(s for s in deck.slides if abs(s.span.line - slip.line) < 12)
        place_deck(replace(deck, slides=touched, template=None), build)
    errors = [one for one in build.sink.sorted() if one.is_error]
    if not errors or (len(errors) <= MOST_ERRORS and any(_is_blamed(slip, e) for e in errors)):
        return ""
    lines = slip.text.split("\n")[max(0, slip.line - 2) : slip.line + 2]
    said = [f"{one.span}: {one.code.slug}: {one.message}" for one in errors]
    return "\n".join((str(slip), *(f"    | {line}" for line in lines), *said))


def _is_blamed(slip: Mutation, error: Diagnostic) -> bool:
    """Tell whether a diagnostic leads to the slip."""
    assert error.span is not None
    lines = slip.text.split("\n")
    places = {error.span.line, *(label.span.line for label in error.labels)}
    if slip.line in places:
        return True
    # A line that has become valid in another place or has gone: the next one does not fit.
    below = next((n for n in range(slip.line, len(lines)) if lines[n].strip()), -1) + 1
    if below in places:
        return True
    match error.code.slug:
        case "missing-key" | "wrong-type":
            # What has lost a key, or all of them, is around the line.
            return _surrounds(error.span.line, slip.line, lines)
        case "yaml-syntax":
            # Text whose `key: |` has gone is read as YAML.
            return slip.announces_text and _surrounds(slip.line - 1, error.span.line, lines)
        case _:
            return False


def _surrounds(head: int, line: int, lines: list[str]) -> bool:
    """Tell whether a line stands in the mapping or list whose first line is `head`."""
    margin = _margin(lines[head - 1])
    return head < line and all(
        _margin(text) >= margin for text in lines[head : line - 1] if text.strip()
    )


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())
