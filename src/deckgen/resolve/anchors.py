"""Slides -> the same with numbered things numbered, and links to them saying their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import Run
from deckgen.records import Struct, replace
from deckgen.spec.formulas import Ordinal
from deckgen.spec.kinds import Identifier
from deckgen.wording import records_in, reworded, wordings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.deck import LogicalSlide, Runs


class LinkTarget(Struct, frozen=True):
    """Something within a slide that links may lead to: its id, its slide, its number if any."""

    id: Identifier
    slide: str
    number: str = ""


def anchored(
    slides: tuple[LogicalSlide, ...],
) -> tuple[tuple[LogicalSlide, ...], tuple[LinkTarget, ...]]:
    """Return slides in which all that asks for a number has one, and what links may lead to.

    A link that has no words of its own, `[](#eq-loss)`, says the number of what it leads to.
    """
    changes: dict[int, object] = {}
    anchors: list[LinkTarget] = []
    count = 0
    for slide in slides:
        for record in records_in(slide.content):
            number = getattr(record, "number", None)
            said = ""
            if isinstance(number, Ordinal):
                count += not number.text
                said = number.text or f"{count}"
                changes[id(number)] = Ordinal(said, number.span)
            identifier = getattr(record, "id", None)
            if isinstance(identifier, Identifier):
                anchors.append(LinkTarget(identifier, slide.id, said))
    if not anchors and not changes:
        return slides, ()
    named = {f"#{anchor.id.text}": f"({anchor.number})" for anchor in anchors if anchor.number}
    return tuple(_referring(slide, named, changes) for slide in slides), tuple(anchors)


def _referring(
    slide: LogicalSlide, named: Mapping[str, str], numbers: Mapping[int, object]
) -> LogicalSlide:
    """Return a slide with numbers, in which links to them that say nothing say the number."""
    kept = [wording.runs for wording in wordings(slide)]
    changes = dict(numbers)
    for runs in kept:
        if any(_says_nothing(run, named) for run in runs):
            changes[id(runs)] = _numbered(runs, named)
    return reworded(slide, changes)


def _numbered(runs: Runs, named: Mapping[str, str]) -> Runs:
    return tuple(
        replace(run, text=named[run.text]) if _says_nothing(run, named) else run for run in runs
    )


def _says_nothing(run: Run, named: Mapping[str, str]) -> bool:
    return run.link is not None and run.text == run.link.target and run.text in named
