"""What happens in a sequence, one thing after the other -> where each of it stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, assert_never

from deckgen.blocks.diagrams.exchange import Framed, Noted, Sent, WorkBar
from deckgen.blocks.diagrams.lifelines import AROUND_WORDS, BAR, LOOP, NESTED
from deckgen.blocks.diagrams.sizes import Words
from deckgen.blocks.kit import Struct, field
from deckgen.diagrams.interaction import (
    FrameEnd,
    FramePart,
    FrameStart,
    Message,
    Remark,
    WorkChange,
)
from deckgen.diagrams.layers import NodeBox

if TYPE_CHECKING:
    from deckgen.blocks.diagrams.lifelines import Extents, SequenceWords
    from deckgen.diagrams.interaction import Participant, SequenceDiagram

ABOVE: Final = 0.5
"""The space above a message, a note or a frame, in em."""
_TAB: Final = 0.25
_FRAMED: Final = 0.8
"""How far a frame stands from what is in it, in em."""
_LEAST_BAR: Final = 0.9
_BESIDE_WORDS: Final = 0.25
"""The space that words on a way keep from bars and sides that they stand between, in em."""
_BELOW_WORDS: Final = 0.18
"""The space between the words of a message and its line, in em."""
_BELOW_MESSAGE: Final = 0.3
_BELOW_NOTE: Final = 0.2
_BELOW_LOOP: Final = 0.25
"""The space below what has happened, in em."""
_NARROWER: Final = (12.0, 9.0, 7.0, 5.0, 4.0)
"""How wide words are tried that have no place in one line, in em."""
_LEAST_LOOP: Final = 1.1
_LOOP_OF_WORDS: Final = 0.6
_AROUND_LOOP: Final = 0.2
"""How high a loop is at the least, in em, and as a share of its words; and the space around it."""
_BESIDE_LOOP: Final = 0.7
"""The space between a loop and its words, as a share of that around others."""
_REACH: Final = 0.3
"""How much wider than a note or the words of a loop a frame around it is, in em."""


class Guarded(Struct, frozen=True):
    """What is said of a part of a frame, its height, and where bars are that it keeps clear of."""

    label: str
    y: float
    busy: tuple[tuple[float, float], ...]


class _Open(Struct):
    """A frame that is open: where it starts, and how far what is in it reaches."""

    opening: FrameStart
    top: float
    number: int
    left: float = float("inf")
    right: float = float("-inf")
    step: int = -1
    guards: list[Guarded] = field(default_factory=list)
    divided: list[float] = field(default_factory=list)


class Happened(Struct):
    """Sets what happens, from top to bottom; `y` is how far that has come."""

    sequence: SequenceDiagram
    words: SequenceWords
    extents: Extents
    y: float = 0.0
    last: float = 0.0
    step: int = 0
    heads: dict[str, NodeBox] = field(default_factory=dict)
    stops: dict[str, float] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    notes: list[Noted] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    framed: dict[int, Framed] = field(default_factory=dict)
    bars: list[WorkBar] = field(default_factory=list)
    working: dict[str, list[tuple[float, int]]] = field(default_factory=dict)
    count: int = 0
    sides: tuple[float, ...] = ()
    """Where the sides of boxes around participants are."""

    @property
    def em(self) -> float:
        """The size of words as a length."""
        return self.words.em

    @property
    def gap(self) -> float:
        """The space above what comes next."""
        return self.em * ABOVE * self.words.lettering.close

    def busy(self) -> tuple[tuple[float, float], ...]:
        """Return from where to where bars are of those who work, from left to right."""
        found = []
        for name, x in self.extents.middles.items():
            depth = len(self.working.get(name, ()))
            if depth:
                right = x + self.em * (BAR + NESTED * (depth - 1))
                found.append((x - self.em * BAR, right))
        return tuple(sorted(found))

    def place(self, wide: float, one: float, other: float) -> float | None:
        """Return the middle of words on the way from one place to another; None for no place.

        That is the middle of the way, unless a bar or the side of a box around participants stands
        there; else the middle of the widest part between these.
        """
        low, high = sorted((one, other))
        pad = self.em * _BESIDE_WORDS
        kept = [bar for bar in self.busy() if low < bar[0] and bar[1] < high]
        kept += [(x, x) for x in self.sides if low < x < high]
        middle = (low + high) / 2
        if not any(a < middle + wide / 2 + pad and middle - wide / 2 - pad < b for a, b in kept):
            return middle
        stops = [(low, low + self.em * BAR), *sorted(kept), (high - self.em * BAR, high)]
        parts = [(after[0] - before[1], before[1], after[0]) for before, after in pairwise(stops)]
        room, start, stop = max(parts)
        return (start + stop) / 2 if room >= wide + pad else None

    def reach(self, left: float, right: float) -> None:
        """Make the frames that are open so wide."""
        for each in self.opened:
            each.left, each.right = min(each.left, left), max(each.right, right)
            each.step = self.step if each.step < 0 else each.step

    def head(self, participant: Participant, middle: float) -> None:
        """Put the head of a participant at a height."""
        size = self.words.head_size(participant)
        x = self.extents.middles[participant.id] - size.width / 2
        self.heads[participant.id] = NodeBox(x, middle - size.height / 2, size.width, size.height)

    def message(self, message: Message) -> None:
        """Set a message, and what begins and ends with it."""
        self.step = message.step
        if message.source == message.target:
            self.to_oneself(message)
        else:
            self.to_another(message)
        if message.starts:
            self.working.setdefault(message.starts, []).append((self.last, message.step))
        if message.stops:
            self.end_work(message.stops)
        for name in message.destroys:
            self.stops[name] = self.last

    def to_another(self, message: Message) -> None:
        """Set a message from one to another, its words above it."""
        words = self.words.message(message.label)
        one, other = (self.extents.middles[n] for n in (message.source, message.target))
        high = float(words.height) if words is not None else 0.0
        created = next((p for p in self.sequence.participants if p.id == message.creates), None)
        half = self.words.head_size(created).height / 2 if created is not None else 0.0
        self.y += self.gap + max(0.0, half - high)
        label = None
        if words is not None:
            end = other
            if created is not None:
                reach = self.words.head_size(created).width / 2
                end += reach if other < one else -reach
            words, middle = self.placed(words, message.label, one, end)
            wide, high = float(words.width), float(words.height)
            label = NodeBox(middle - wide / 2, self.y, wide, high)
            self.y += high
        self.y += self.em * _BELOW_WORDS
        self.sent.append(Sent(message, self.y, None, words, label))
        self.last = self.y
        if created is not None:
            self.head(created, self.y)
        self.y += max(self.em * _BELOW_MESSAGE, half)
        reach = self.em * (AROUND_WORDS + BAR)
        self.reach(min(one, other) - reach, max(one, other) + reach)

    def placed(self, words: Words, label: str, one: float, other: float) -> tuple[Words, float]:
        """Return the words of a message and their middle; in more lines if they have no place."""
        middle = self.place(float(words.width), one, other)
        for widest in _NARROWER:
            if middle is not None:
                break
            words = self.words.lettering.words(label, widest)
            middle = self.place(float(words.width), one, other)
        return words, (one + other) / 2 if middle is None else middle

    def to_oneself(self, message: Message) -> None:
        """Set a message that comes back, its words beside it."""
        words, x = self.words.message(message.label), self.extents.middles[message.source]
        high = float(words.height) if words is not None else 0.0
        self.y += self.gap
        loop = max(self.em * _LEAST_LOOP, high * _LOOP_OF_WORDS)
        room = max(loop + self.em * _AROUND_LOOP, high)
        top = self.y + (room - loop) / 2
        left = x + self.em * (BAR + LOOP + AROUND_WORDS * _BESIDE_LOOP)
        label = None
        if words is not None:
            label = NodeBox(left, self.y + (room - high) / 2, float(words.width), high)
        self.sent.append(Sent(message, top, top + loop, words, label))
        self.last, self.y = top + loop, self.y + room + self.em * _BELOW_LOOP
        right = label.right if label is not None else left
        self.reach(x - self.em * (AROUND_WORDS + BAR), right + self.em * _REACH)

    def note(self, remark: Remark) -> None:
        """Set a note."""
        self.step = remark.step
        words = self.words.note(remark)
        size, gap = self.words.note_size(words), self.em * (BAR + AROUND_WORDS)
        xs = sorted(self.extents.middles[name] for name in remark.beside)
        wide = max(size.width, xs[-1] - xs[0] + self.em * 2) if len(xs) > 1 else size.width
        left = (xs[0] + xs[-1]) / 2 - wide / 2
        if remark.side == "right":
            left = xs[0] + gap
        elif remark.side == "left":
            left = xs[0] - gap - wide
        self.y += self.gap
        box = NodeBox(left, self.y, wide, size.height)
        self.notes.append(Noted(remark, words, box))
        self.y = box.bottom + self.em * _BELOW_NOTE
        self.reach(min(box.x, xs[0]) - self.em * _REACH, max(box.right, xs[-1]) + self.em * _REACH)

    def open(self, opening: FrameStart) -> None:
        """Open a frame."""
        self.y += self.gap
        opened = _Open(opening, self.y, self.count)
        self.count += 1
        self.opened.append(opened)
        if opening.kind == "rect":
            return
        opened.guards.append(Guarded(opening.label, self.y, self.busy()))
        self.y += self.guard_height(opening.label) + self.em * 0.1

    def guard_height(self, label: str) -> float:
        """Return how high what is said of a frame is."""
        words = self.guard(label) if label else self.words.lettering.words("x", bold=True)
        return float(words.height) + self.em * _TAB * 2

    def guard(self, label: str) -> Words:
        """Return what is said of a frame, as diagrams of the kind write it."""
        return self.words.lettering.words(f"[{label}]", 16.0)

    def guarded(self, guarded: Guarded, start: float) -> tuple[Words, float]:
        """Return what is said of a part of a frame, and where it starts: clear of bars."""
        words, pad = self.guard(guarded.label), self.em * 0.3
        for a, b in guarded.busy:
            if a < start + float(words.width) + pad and start - pad < b:
                start = b + pad
        return words, start

    def divide(self, otherwise: FramePart) -> None:
        """Begin a further part of a frame."""
        self.y += self.gap
        opened = self.opened[-1]
        opened.divided.append(self.y)
        opened.guards.append(Guarded(otherwise.label, self.y, self.busy()))
        if otherwise.label:
            self.y += self.guard_height(otherwise.label)

    def close(self) -> None:
        """Close a frame: around what is in it, and wide enough for what is said of it."""
        opened = self.opened.pop()
        self.y += self.em * 0.45
        em, kind = self.em, opened.opening.kind
        if opened.right < opened.left:
            middles = self.extents.middles.values()
            opened.left, opened.right = min(middles), max(middles)
        left, right = opened.left - em * _FRAMED * 0.5, opened.right + em * _FRAMED * 0.5
        tab, said = None, list[tuple[Words, NodeBox]]()
        if kind != "rect":
            words = self.words.lettering.words(kind, bold=True)
            wide = float(words.width) + em
            busy = opened.guards[0].busy
            if any(a < left + wide + em * 0.2 and left < b for a, b in busy):
                left = min(a for a, b in busy if b > left) - wide - em * 0.3
            tab = words, NodeBox(left, opened.top, wide, float(words.height) + em * _TAB * 2)
            for number, guarded in enumerate(opened.guards):
                if guarded.label:
                    start = left + (wide if number == 0 else 0.0) + em * 0.4
                    guard, x = self.guarded(guarded, start)
                    spot = NodeBox(
                        x, guarded.y + em * _TAB, float(guard.width), float(guard.height)
                    )
                    said.append((guard, spot))
                    right = max(right, spot.right + em * 0.4)
            right = max(right, left + wide + em)
        box = NodeBox(left, opened.top, right - left, self.y - opened.top)
        step = max(opened.step, 0)
        self.framed[opened.number] = Framed(
            opened.opening, box, step, tab, tuple(said), tuple(opened.divided)
        )
        self.reach(left, right)
        self.y += em * 0.15

    def end_work(self, name: str) -> None:
        """End what a participant began to work on last."""
        if self.working.get(name):
            start, step = self.working[name].pop()
            stop = max(self.last, start + self.em * _LEAST_BAR)
            depth = len(self.working[name])
            self.y = max(self.y, stop)
            self.bars.append(WorkBar(name, start, stop, depth, step))

    def set(self) -> None:
        """Go through all that happens."""
        for each in self.sequence.happenings:
            match each:
                case Message():
                    self.message(each)
                case Remark():
                    self.note(each)
                case WorkChange(begins=True):
                    self.working.setdefault(each.participant, []).append((self.last, self.step))
                case WorkChange():
                    self.end_work(each.participant)
                case FrameStart():
                    self.open(each)
                case FramePart():
                    self.divide(each)
                case FrameEnd():
                    self.close()
                case _:
                    assert_never(each)
