"""What a run has written -> lines of a file beside it, by which a later run leaves that out.

A line names a file that was written, the digest of what it holds, that of what it was made for (the
row, the options, deckgen's version), and those of the files that were read for it. All of that has
to be so still. A line is one write: when a run is killed, at most what it was just doing is lost.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from deckgen.batch.model import Outcome
from deckgen.batch.worker import Digests
from deckgen.records import replace
from deckgen.version import __version__

if TYPE_CHECKING:
    from deckgen.atomic import AppendedFile
    from deckgen.batch.model import BatchPlan, Job

NAME: Final = ".deckgen-done"
_FORM: Final = 1


class Ledger:
    """What has been written in a folder, by the names of files."""

    def __init__(self, file: AppendedFile, plan: BatchPlan) -> None:
        self._file: Final = file
        self._plan: Final = plan
        self._digests: Final = Digests()
        self._known: dict[str, dict[str, Any]] = {}
        for line in file.lines():
            self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            entry = json.loads(line)
            if entry["form"] == _FORM:
                self._known[entry["output"]] = entry
        except (ValueError, KeyError, TypeError):  # what was not written to its end
            return

    def has(self, job: Job) -> Outcome | None:
        """Return the outcome of a job whose file is what would be written; None if it is not."""
        entry = self._known.get(str(job.output))
        if entry is None or entry.get("key") != self._key(job):
            return None
        files = entry.get("files")
        if not isinstance(files, dict) or not all(
            self._digests.of(name) == digest for name, digest in files.items()
        ):
            return None
        if not entry.get("digest") or self._digests.of(str(job.output)) != entry["digest"]:
            return None
        return Outcome(job.number, pages=int(entry.get("pages", 0)), is_kept=True)

    def add(self, job: Job, outcome: Outcome) -> None:
        """Note that a file was written."""
        entry = {
            "form": _FORM,
            "output": str(job.output),
            "digest": outcome.digest,
            "key": self._key(job),
            "files": dict(outcome.files),
            "pages": outcome.pages,
        }
        self._file.append(json.dumps(entry, ensure_ascii=True).encode() + b"\n")

    def _key(self, job: Job) -> str:
        """Return what tells what a file is made for from all else."""
        options = replace(self._plan.options, progress=None, jobs=None, row=None, timings=None)
        row = () if job.row is None else [(c.text, repr(c.value)) for c in job.row.cells]
        names = () if job.row is None else job.row.names
        made_for = (__version__, str(job.deck), repr(options), names, row)
        return sha256(repr(made_for).encode()).hexdigest()
