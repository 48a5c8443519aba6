"""A schedule: tasks in sections, each from a time to another.

Times are days, counted as 1 January of the year 1 is day 1, with the time of day as a fraction.
"""

from __future__ import annotations

from deckgen.diagrams.model import Unshown
from deckgen.records import Struct


class PlannedTask(Struct, frozen=True):
    """A task, or a milestone, in the section of a number; `step` is the number of its statement."""

    label: str
    section: int
    start: float
    end: float
    step: int
    is_done: bool = False
    is_active: bool = False
    is_critical: bool = False
    is_milestone: bool = False
    is_marker: bool = False
    """Whether it is a line through the whole schedule, and no row of it."""
    link: str = ""

    @property
    def middle(self) -> float:
        """Where a milestone stands."""
        return (self.start + self.end) / 2


class Schedule(Struct, frozen=True):
    """Tasks in their order; the name of a section may be empty.

    `form` is how times on the axis look, as `strftime` has it, and `every` how far they are apart:
    a number and a unit. Both may be left to whoever draws. In `free` time nobody works.
    """

    tasks: tuple[PlannedTask, ...]
    sections: tuple[str, ...]
    form: str = ""
    every: tuple[int, str] | None = None
    free: tuple[tuple[float, float], ...] = ()
    steps: tuple[int, ...] = ()
    unshown: tuple[Unshown, ...] = ()
