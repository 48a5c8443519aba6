"""Where a run's time goes: seconds by stages, and by slides. The clock is the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.source import Span

_Made = TypeVar("_Made")


class Timings:
    """Seconds that stages take, less those of stages within them, and that slides take."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take what tells seconds."""
        self._clock: Final = clock
        self._within: list[float] = []
        self.stages: dict[str, float] = {}
        self.slides: dict[Span, float] = {}

    def stage(self, name: str, work: Callable[[], _Made]) -> _Made:
        """Return what some work makes, which is a stage."""
        start = self._clock()
        self._within.append(0.0)
        try:
            return work()
        finally:
            seconds = self._clock() - start
            inner = self._within.pop()
            self.stages[name] = self.stages.get(name, 0.0) + seconds - inner
            if self._within:
                self._within[-1] += seconds

    def slide(self, place: Span, work: Callable[[], _Made]) -> _Made:
        """Return what some work makes, which is for a slide."""
        start = self._clock()
        try:
            return work()
        finally:
            self.slides[place] = self.slides.get(place, 0.0) + self._clock() - start

    def slowest(self, count: int) -> list[tuple[Span, float]]:
        """Return the slides that took most time, those first that took most of all."""
        return sorted(self.slides.items(), key=lambda each: -each[1])[:count]
