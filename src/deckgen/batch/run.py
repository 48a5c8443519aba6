"""A plan -> its outcomes in the order of jobs; what is done already is left out where asked for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from deckgen.batch.ledger import Ledger
from deckgen.batch.model import told
from deckgen.codes import CODES
from deckgen.codes.reuse import UNUSED_COLUMN
from deckgen.diagnostics import diagnose
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from deckgen.atomic import AppendedFile
    from deckgen.batch.model import BatchPlan, JobRemark, Outcome
    from deckgen.diagnostics import Diagnostic

    Execute = Callable[[BatchPlan, Iterable[int]], Iterator[Outcome]]


_MOST_OF_A_KIND: Final = 10
"""So many diagnostics of one code are told in full."""


class BatchRun(Struct, frozen=True):
    """What does jobs, where what is done is noted, and whether what is done stays as it is."""

    execute: Execute
    notes: AppendedFile | None = None
    resumes: bool = False

    def outcomes(
        self, plan: BatchPlan, step: Callable[[int], None] = lambda _done: None
    ) -> tuple[Outcome, ...]:
        """Return the outcomes of all jobs; `step` is told how many are done each time one is."""
        ledger = None if self.notes is None else Ledger(self.notes, plan)
        found: dict[int, Outcome] = {}
        if ledger is not None and self.resumes:
            for job in plan.jobs:
                kept = None if job.problem else ledger.has(job)
                if kept is not None:
                    found[job.number] = kept
        waiting = [job.number for job in plan.jobs if job.number not in found]
        step(len(found))
        for outcome in self.execute(plan, waiting) if waiting else ():
            found[outcome.number] = outcome
            if ledger is not None and outcome.is_written and outcome.digest:
                ledger.add(plan.jobs[outcome.number - 1], outcome)
            step(1)
        return tuple(found[number] for number in sorted(found))


def together(plan: BatchPlan, outcomes: Sequence[Outcome]) -> tuple[Diagnostic, ...]:
    """Return what there is to say of a run: each thing once, with the first job that it concerns.

    Things that further jobs bring to light alike are counted, and so are those of one kind beyond
    the first.
    """
    full: dict[JobRemark, Diagnostic] = {}
    concerned: dict[JobRemark, list[int]] = {}
    for outcome in outcomes:
        for item in outcome.diagnostics:
            full.setdefault(told(item), item)
        for key in outcome.told:
            concerned.setdefault(key, []).append(outcome.number)
    shown: list[Diagnostic] = []
    others: dict[str, set[int]] = {}
    times: Counter[str] = Counter()
    for key, numbers in concerned.items():
        times[key.code] += 1
        if key in full and times[key.code] <= _MOST_OF_A_KIND:
            shown.append(_in_jobs(full[key], plan, numbers))
        else:
            others.setdefault(key.code, set()).update(numbers)
    return (*shown, *(_more(code, numbers) for code, numbers in others.items()))


def _more(code: str, numbers: set[int]) -> Diagnostic:
    """Return how many further jobs have something of a kind to say."""
    message = f"{len(numbers):,} more have something of this kind, other words or places"
    return diagnose(CODES[code], None, message, hints=["`--report FILE` lists them all"])


def _in_jobs(item: Diagnostic, plan: BatchPlan, numbers: list[int]) -> Diagnostic:
    job, more = plan.jobs[numbers[0] - 1], len(numbers) - 1
    names_deck = item.span is not None or job.name in item.message
    is_told = job.row is None and names_deck and not more
    if is_told:
        return item
    others = f", and {more:,} more" if more else ""
    return replace(item, hints=(*item.hints, f"in {job.name}{others}"))


def unused(
    plan: BatchPlan, outcomes: Sequence[Outcome], named: frozenset[str]
) -> tuple[Diagnostic, ...]:
    """Return the columns of the rows that neither the deck nor the names of files use."""
    row = plan.jobs[0].row
    built = [outcome for outcome in outcomes if outcome.is_written and not outcome.is_kept]
    if row is None or not built:
        return ()
    used = named.union(*(outcome.used for outcome in built))
    return tuple(
        diagnose(UNUSED_COLUMN, column.span, f"nothing in the deck uses `{name}`")
        for name, column in zip(row.names, row.columns, strict=True)
        if name not in used
    )
