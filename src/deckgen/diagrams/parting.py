"""A sequence and a number of pages -> the part of it that stands on each.

A part is a sequence by itself: frames that are open where it begins are opened again, who works
then works on, and who is gone is not there any more.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.diagrams.interaction import (
    FrameEnd,
    FramePart,
    FrameStart,
    Message,
    Remark,
    SequenceDiagram,
    WorkChange,
)
from deckgen.records import Struct, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.diagrams.interaction import Happening, Participant

_HIGH: Final[dict[type, float]] = {Message: 1.0, Remark: 1.4, FrameStart: 1.0, FramePart: 0.9}
"""About how high what happens is, as a share of a message."""
_IN_FRAME: Final = 1.6
"""What it costs to part a frame, in messages that a part is longer than it has to be."""
_AT_PART: Final = 0.7
"""How much less it costs where a further part of a frame begins, as a share of a frame."""
_AT_WORK: Final = 0.4
"""What it costs to part somebody's work."""


class _Moment(Struct, frozen=True):
    """What holds before something happens: frames that are open, who works, and what was told."""

    frames: tuple[FrameStart, ...] = ()
    working: tuple[str, ...] = ()
    there: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    told: float = 0.0


def parted(sequence: SequenceDiagram, count: int) -> tuple[SequenceDiagram, ...]:
    """Return a sequence in so many parts, about as long; none where there are too few."""
    moments = [*_moments(sequence)]
    places = [
        number
        for number, each in enumerate(sequence.happenings)
        if number and isinstance(each, Message | Remark | FrameStart | FramePart)
    ]
    cuts: list[int] = []
    for number in range(1, count):
        wanted = moments[-1].told * number / count
        after = [each for each in places if not cuts or each > cuts[-1]]
        if len(after) < count - number:
            return ()
        allowed = after[: len(after) - (count - number) + 1]
        cuts.append(min(allowed, key=lambda each: _cost(sequence, each, moments[each], wanted)))
    edges = [0, *cuts, len(sequence.happenings)]
    return tuple(_part(sequence, start, stop, moments) for start, stop in pairwise(edges))


def _cost(sequence: SequenceDiagram, place: int, moment: _Moment, wanted: float) -> float:
    """Return how bad it is to part a sequence before what happens at a place."""
    frames = len(moment.frames) - isinstance(sequence.happenings[place], FramePart) * _AT_PART
    return abs(moment.told - wanted) + frames * _IN_FRAME + len(moment.working) * _AT_WORK


def _moments(sequence: SequenceDiagram) -> Iterator[_Moment]:
    """Yield what holds before each thing that happens, and after all."""
    moment = _Moment(there=frozenset(each.id for each in sequence.participants if not each.created))
    yield moment
    for each in sequence.happenings:
        moment = _after(moment, each)
        yield moment


def _after(moment: _Moment, each: Happening) -> _Moment:
    moment = replace(moment, told=moment.told + _HIGH.get(type(each), 0.0))
    match each:
        case FrameStart():
            return replace(moment, frames=(*moment.frames, each))
        case FramePart() if moment.frames:
            opened = replace(moment.frames[-1], label=each.label)
            return replace(moment, frames=(*moment.frames[:-1], opened))
        case FrameEnd():
            return replace(moment, frames=moment.frames[:-1])
        case WorkChange(begins=True):
            return replace(moment, working=(*moment.working, each.participant))
        case WorkChange():
            return replace(moment, working=_without(moment.working, each.participant))
        case Message():
            working = (*moment.working, each.starts) if each.starts else moment.working
            return replace(
                moment,
                working=_without(working, each.stops),
                there=moment.there | {each.creates} if each.creates else moment.there,
                gone=moment.gone.union(each.destroys),
            )
        case _:
            return moment


def _without(working: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return who works when one has ended what it began last."""
    if name not in working:
        return working
    last = len(working) - 1 - working[::-1].index(name)
    return working[:last] + working[last + 1 :]


def _part(
    sequence: SequenceDiagram, start: int, stop: int, moments: Sequence[_Moment]
) -> SequenceDiagram:
    """Return what happens from one place to another, with what holds around it.

    Where a further part of a frame begins, the frame is opened with what that says.
    """
    begin = start + isinstance(sequence.happenings[start], FramePart)
    before, after = moments[begin], moments[stop]
    working = (WorkChange(name, begins=True) for name in before.working)
    closing = (FrameEnd() for _ in after.frames)
    shown = tuple(
        _as_at(each, before)
        for each in sequence.participants
        if each.id in after.there and each.id not in before.gone
    )
    happenings = (*working, *before.frames, *sequence.happenings[begin:stop], *closing)
    return replace(sequence, participants=shown, happenings=happenings)


def _as_at(participant: Participant, moment: _Moment) -> Participant:
    """Return a participant, which starts at a message only where it is not there yet."""
    return replace(participant, created=participant.created and participant.id not in moment.there)
