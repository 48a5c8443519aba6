"""Who takes part in a sequence, and what passes between them -> where each of them stands.

How far two are apart follows from their names and from the words that stand between them: the
least places from left to right that leave room for all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Struct
from deckgen.diagrams.interaction import Message, ParticipantKind, Remark
from deckgen.diagrams.layers import Footprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckgen.blocks.diagrams.sizes import Lettering, Words
    from deckgen.diagrams.interaction import Participant, SequenceDiagram

BAR: Final = 0.38
"""Half of the width of the bar of who works, in em."""
NESTED: Final = 0.32
"""How far a bar stands right of the one that it is part of."""
LOOP: Final = 1.7
"""How far what one sends itself leads away, in em."""
AROUND_WORDS: Final = 0.55
_HEADS_APART: Final = 1.1
_WIDEST_HEAD: Final = 9.0
_WIDEST_NOTE: Final = 12.0
_PADDING: Final = (0.7, 0.38)
_LEAST_HEAD: Final = 3.4
_LEAST_ACTOR: Final = 2.0
"""How wide a head is at the least, and a person, in em."""
_AROUND_ACTOR: Final = 0.2
_LIDS: Final = 1.6
"""How much higher than its words a cylinder is."""
_FIGURE: Final = 2.3
"""How high the figure of a person is, in em."""
_STRETCHED: Final = 2.0
"""How much farther apart than they need to be participants may stand."""


class Extents(Struct, frozen=True):
    """Where participants stand, and how far the diagram reaches left and right of them."""

    middles: Mapping[str, float]
    left: float
    right: float


class SequenceWords(Struct, frozen=True):
    """The words of a sequence, set at a size; messages have so many em to a line."""

    lettering: Lettering
    widest: float

    @property
    def em(self) -> float:
        """The size as a length."""
        return float(self.lettering.em)

    def head(self, participant: Participant) -> Words:
        """Return the name of a participant, below what it is where no shape says so."""
        named = {
            ParticipantKind.BOUNDARY,
            ParticipantKind.CONTROL,
            ParticipantKind.ENTITY,
            ParticipantKind.COLLECTIONS,
            ParticipantKind.QUEUE,
        }
        kind = f"«{participant.kind.value}»\n" if participant.kind in named else ""
        return self.lettering.words(f"{kind}{participant.label}", _WIDEST_HEAD)

    def head_size(self, participant: Participant) -> Footprint:
        """Return the room of a participant's head."""
        words, close = self.head(participant), self.lettering.close
        wide = words.width + 2 * self.em * _PADDING[0] * close
        high = words.height + 2 * self.em * _PADDING[1] * close
        if participant.kind is ParticipantKind.ACTOR:
            across = max(words.width + self.em * _AROUND_ACTOR, self.em * _LEAST_ACTOR)
            return Footprint(across, self.figure + words.height)
        if participant.kind is ParticipantKind.STORE:
            return Footprint(max(wide, self.em * _LEAST_HEAD), high * _LIDS)
        return Footprint(max(wide, self.em * _LEAST_HEAD), high)

    @property
    def figure(self) -> float:
        """How high the figure of a person is."""
        return self.em * _FIGURE

    def message(self, label: str) -> Words | None:
        """Return the words of a message."""
        return self.lettering.words(label, self.widest) if label else None

    def note(self, remark: Remark) -> Words:
        """Return the words of a note."""
        return self.lettering.words(remark.label or " ", _WIDEST_NOTE)

    def note_size(self, words: Words) -> Footprint:
        """Return the room of a note."""
        return Footprint(words.width + self.em * 1.0, words.height + self.em * 0.5)


def standing(sequence: SequenceDiagram, words: SequenceWords, room: float) -> Extents:
    """Return where participants stand: apart as they have to be, farther where there is room."""
    names = [each.id for each in sequence.participants]
    place = {name: number for number, name in enumerate(names)}
    needs: dict[tuple[int, int], float] = {}
    left = right = 0.0
    heads = [words.head_size(each).width for each in sequence.participants]
    apart = words.em * _HEADS_APART * words.lettering.close
    for number in range(len(names) - 1):
        needs[number, number + 1] = (heads[number] + heads[number + 1]) / 2 + apart
    for first, last, room_between in _between(sequence, words, place):
        if first < 0:
            left = max(left, room_between)
        elif last >= len(names):
            right = max(right, room_between)
        else:
            needs[first, last] = max(needs.get((first, last), 0.0), room_between)
    middles = [0.0] * len(names)
    for number in range(len(names)):
        for (first, last), need in needs.items():
            if last == number:
                middles[number] = max(middles[number], middles[first] + need)
    left, right = max(left, heads[0] / 2), max(right, heads[-1] / 2)
    spare = max(0.0, room - left - right - words.em * 2)
    stretch = min(_STRETCHED, max(1.0, spare / middles[-1])) if middles[-1] else 1.0
    return Extents({name: middles[place[name]] * stretch for name in names}, left, right)


def _between(
    sequence: SequenceDiagram, words: SequenceWords, place: Mapping[str, int]
) -> Iterator[tuple[int, int, float]]:
    """Yield between which participants, by their numbers, how much room is needed."""
    em = words.em
    for each in sequence.happenings:
        if isinstance(each, Message):
            said = words.message(each.label)
            wide = float(said.width) if said is not None else 0.0
            first, last = sorted((place[each.source], place[each.target]))
            if first == last:
                yield first, first + 1, em * (BAR + LOOP + AROUND_WORDS * 2) + wide
                continue
            spare = em * (AROUND_WORDS + BAR) * 2
            if each.creates:
                head = next(p for p in sequence.participants if p.id == each.creates)
                spare += words.head_size(head).width / 2
            yield first, last, max(wide + spare, em * 4)
        elif isinstance(each, Remark):
            size = words.note_size(words.note(each))
            yield from _beside(each, size.width, em, place)


def _beside(
    remark: Remark, wide: float, em: float, place: Mapping[str, int]
) -> Iterator[tuple[int, int, float]]:
    """Yield the room that a note needs between participants."""
    gap = em * (BAR + AROUND_WORDS)
    numbers = sorted(place[name] for name in remark.beside)
    first, last = numbers[0], numbers[-1]
    if remark.side == "right":
        yield first, first + 1, wide + gap * 2
    elif remark.side == "left":
        yield first - 1, first, wide + gap * 2
    elif first == last:
        yield first - 1, first, wide / 2 + gap
        yield first, first + 1, wide / 2 + gap
    else:
        yield first, last, wide - em * 2
