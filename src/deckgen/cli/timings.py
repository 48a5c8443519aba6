"""What took how long in a run -> lines for a person; no result depends on it."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING, Final

import click

from deckgen.timings import Timings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deckgen.batch.model import BatchPlan, Outcome

_SLOWEST: Final = 5
_NAMES: Final = {
    "spec": "reading",
    "resolved": "settling titles, links and footnotes",
    "signed": "trademarks",
    "template": "the template",
    "laid_out": "layout",
    "written": "writing",
    "drawings": "drawing",
    "exported": "the forms beside .pptx",
    "deliver": "the disk",
}
clock: Final = perf_counter


def new_timings() -> Timings:
    """Return timings by the clock of this machine."""
    return Timings(perf_counter)


def show(timings: Timings) -> None:
    """Write the times of stages and the slowest slides to standard error."""
    _lines(timings.stages)
    for place, seconds in timings.slowest(_SLOWEST):
        where = f"{place.source.name}:{place.line}"
        click.echo(f"{seconds:9.3f} s  layout of the slide at {where}", file=sys.stderr)


def show_many(plan: BatchPlan, outcomes: Iterable[Outcome]) -> None:
    """Write the times of all jobs together, and the slowest of them, to standard error."""
    total: dict[str, float] = {}
    jobs = []
    for outcome in outcomes:
        jobs.append((sum(seconds for _, seconds in outcome.times), outcome.number))
        for name, seconds in outcome.times:
            total[name] = total.get(name, 0.0) + seconds
    _lines(total)
    for seconds, number in sorted(jobs, reverse=True)[:_SLOWEST]:
        click.echo(f"{seconds:9.3f} s  {plan.jobs[number - 1].name}", file=sys.stderr)


def _lines(stages: Mapping[str, float]) -> None:
    for name, seconds in sorted(stages.items(), key=lambda each: -each[1]):
        click.echo(f"{seconds:9.3f} s  {_NAMES.get(name, name)}", file=sys.stderr)
    click.echo(f"{sum(stages.values()):9.3f} s  together", file=sys.stderr)
