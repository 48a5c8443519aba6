"""The outcomes of a run -> a JSON document for programs.

    deckgen   the version that wrote it
    total, written, kept, failed: numbers of decks or rows
    results   a list in their order:
        number       from 1
        deck, row    the deck, and the row as its columns say it; null without rows
        output       the file, null where none could be named
        status       "written", "kept" (it was there from an earlier run) or "failed"
        pages        how many
        diagnostics  a list of {"code", "severity", "message", "file", "line", "column"}
        seconds      by stages, where `--timings` is given

It says the same for the same input, but for `seconds`. Keys may be added.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from deckgen.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.batch.model import Job, JobRemark, Outcome


def report(jobs: Sequence[Job], outcomes: Sequence[Outcome]) -> str:
    """Return the JSON document."""
    document = {
        "deckgen": __version__,
        "total": len(outcomes),
        "written": sum(each.is_written and not each.is_kept for each in outcomes),
        "kept": sum(each.is_kept for each in outcomes),
        "failed": sum(not each.is_written for each in outcomes),
        "results": [_result(jobs[each.number - 1], each) for each in outcomes],
    }
    return json.dumps(document, indent=1) + "\n"


def _result(job: Job, outcome: Outcome) -> Mapping[str, object]:
    row = None
    if job.row is not None:
        row = {name: cell.text for name, cell in zip(job.row.names, job.row.cells, strict=True)}
    status = "failed" if not outcome.is_written else "kept" if outcome.is_kept else "written"
    found = {
        "number": outcome.number,
        "deck": str(job.deck),
        "row": row,
        "output": str(job.output) if job.output.name else None,
        "status": status,
        "pages": outcome.pages,
        "diagnostics": [_told(item) for item in outcome.told],
    }
    return {**found, "seconds": dict(outcome.times)} if outcome.times else found


def _told(item: JobRemark) -> Mapping[str, object]:
    file, line, column = item.place or (None, None, None)
    return {
        "code": item.code,
        "severity": item.severity,
        "message": item.message,
        "file": file,
        "line": line,
        "column": column,
    }
