"""A sequence at a size of text -> where its messages, notes, frames and bars are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.exchange import Exchanged
from deckgen.blocks.diagrams.happening import Happened
from deckgen.blocks.diagrams.lifelines import BAR, LOOP
from deckgen.blocks.diagrams.sizes import Words
from deckgen.blocks.kit import replace
from deckgen.diagrams.layers import NodeBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.blocks.diagrams.lifelines import Extents, SequenceWords
    from deckgen.diagrams.interaction import Party, SequenceDiagram

AROUND_PARTY: Final = 0.45
"""The space between a box and the participants in it, in em."""
_ABOVE_HEADS: Final = 0.5
"""The space above heads in boxes, and above the names of these, in em."""
_BELOW_HEADS: Final = 0.3
_LAST: Final = 0.6
"""How far lifelines lead on behind what happens last, in em."""
_BELOW: Final = 0.3
"""How far a box around participants reaches below their lifelines, in em."""
_AROUND_NAME: Final = (0.4, 0.25)
"""The space around the name of such a box: across and above, in em."""
_AROUND_LOOP: Final = 0.2


def exchanged(sequence: SequenceDiagram, words: SequenceWords, extents: Extents) -> Exchanged:
    """Return a sequence set at a size of text, with participants where they are to stand."""
    setting = Happened(sequence, words, extents)
    em = words.em
    named = [words.lettering.heading(party.label) for party in sequence.parties if party.label]
    top = max((float(each.height) + em * _ABOVE_HEADS for each in named), default=0.0)
    top += em * _ABOVE_HEADS * bool(sequence.parties)
    shown = [each for each in sequence.participants if not each.created]
    high = max((words.head_size(each).height for each in shown), default=0.0)
    for each in shown:
        size = words.head_size(each)
        setting.head(each, top + high - size.height / 2)
    setting.sides = _sides(sequence, setting)
    setting.y = setting.last = top + high + em * _BELOW_HEADS
    setting.set()
    for name in [*setting.working]:
        while setting.working[name]:
            setting.last = setting.y
            setting.end_work(name)
    end = setting.y + em * _LAST
    for each in sequence.participants:
        if each.id not in setting.heads:
            setting.head(each, top + high / 2)
    lines = {
        name: (box.bottom, setting.stops.get(name, end)) for name, box in setting.heads.items()
    }
    frames = tuple(setting.framed[number] for number in sorted(setting.framed))
    found = Exchanged(
        setting.heads,
        setting.extents.middles,
        lines,
        frozenset(setting.stops),
        tuple(setting.sent),
        tuple(setting.notes),
        frames,
        tuple(setting.bars),
        (),
        NodeBox(0.0, 0.0, 0.0, 0.0),
    )
    found = replace(found, parties=_parties(sequence, words, found, end + em * _BELOW))
    return replace(found, bounds=_bounds(found, end, em))


def _sides(sequence: SequenceDiagram, setting: Happened) -> tuple[float, ...]:
    """Return about where the sides of boxes around participants are."""
    return tuple(
        side for party in sequence.parties for side in _ends(party, setting.heads, setting.em)
    )


def _ends(party: Party, heads: Mapping[str, NodeBox], em: float) -> tuple[float, ...]:
    """Return where the box around some heads starts and ends, nothing where there are none."""
    own = [heads[name] for name in party.members if name in heads]
    if not own:
        return ()
    left, right = min(head.x for head in own), max(head.right for head in own)
    return left - em * AROUND_PARTY, right + em * AROUND_PARTY


def _parties(
    sequence: SequenceDiagram, words: SequenceWords, found: Exchanged, end: float
) -> tuple[tuple[Words, NodeBox, NodeBox], ...]:
    """Return the boxes around participants, with their names at the top."""
    em, boxes = words.em, list[tuple[Words, NodeBox, NodeBox]]()
    across, above = em * _AROUND_NAME[0], em * _AROUND_NAME[1]
    for party in sequence.parties:
        left, right = _ends(party, found.heads, em)
        said = words.lettering.heading(party.label)
        right = max(right, left + float(said.width) + across * 2) if party.label else right
        box = NodeBox(left, 0.0, right - left, end)
        name = NodeBox(left + across, above, float(said.width), float(said.height))
        boxes.append((said, box, name))
    return tuple(boxes)


def _bounds(found: Exchanged, end: float, em: float) -> NodeBox:
    """Return the smallest box around everything."""
    spots = [*found.heads.values(), *(frame.box for frame in found.frames)]
    spots += [note.box for note in found.notes]
    spots += [each.label for each in found.sent if each.label is not None]
    spots += [box for _, box, _ in found.parties]
    left, right = min(s.x for s in spots), max(s.right for s in spots)
    back = (found.middles[s.message.source] for s in found.sent if s.back is not None)
    right = max(right, max(back, default=left) + em * (BAR + LOOP + _AROUND_LOOP))
    bottom = max(end, *(s.bottom for s in spots))
    return NodeBox(left, 0.0, right - left, bottom)
