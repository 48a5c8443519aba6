"""Mermaid's sequence diagrams -> who takes part, and what passes between them.

The grammar is that of https://mermaid.js.org/syntax/sequenceDiagram.html.
"""

from __future__ import annotations

import re
from typing import Final

from deckgen.diagrams.interaction import (
    FrameEnd,
    FramePart,
    FrameStart,
    Happening,
    Message,
    Participant,
    ParticipantKind,
    Party,
    Remark,
    SequenceDiagram,
    WorkChange,
)
from deckgen.diagrams.lines import Statement, statements
from deckgen.diagrams.looks import color_tone
from deckgen.diagrams.model import DiagramError, EdgeLine, Head, Unshown
from deckgen.diagrams.words import words
from deckgen.records import Struct, field, replace

_ARROWS: Final = {
    "<<-->>": (Head.ARROW, Head.ARROW),
    "<<->>": (Head.ARROW, Head.ARROW),
    "-->>": (Head.ARROW, Head.NONE),
    "->>": (Head.ARROW, Head.NONE),
    "--x": (Head.CROSS, Head.NONE),
    "-x": (Head.CROSS, Head.NONE),
    "--)": (Head.OPEN_ARROW, Head.NONE),
    "-)": (Head.OPEN_ARROW, Head.NONE),
    "-->": (Head.NONE, Head.NONE),
    "->": (Head.NONE, Head.NONE),
    # heads of one half are drawn whole
    **dict.fromkeys(("--|\\", "-|\\", "--|/", "-|/"), (Head.ARROW, Head.NONE)),
    **dict.fromkeys(("/|--", "/|-", "\\|--", "\\|-"), (Head.NONE, Head.ARROW)),
    **dict.fromkeys(("--\\\\", "-\\\\", "--//", "-//"), (Head.OPEN_ARROW, Head.NONE)),
    **dict.fromkeys(("//--", "//-", "\\\\--", "\\\\-"), (Head.NONE, Head.OPEN_ARROW)),
}
_ARROW: Final = "|".join(map(re.escape, sorted(_ARROWS, key=len, reverse=True)))
_MESSAGE: Final = (
    rf"(?P<source>.+?)\s*(?P<out>\(\))?\s*(?P<arrow>{_ARROW})\s*(?P<into>\(\))?\s*"
    r"(?P<work>[+-]?)\s*(?P<target>[^:]+?)\s*(?::\s*(?P<words>.*))?"
)
_PARTICIPANT: Final = (
    r"(?P<create>create\s+)?(?P<kind>participant|actor)\s+(?P<id>[^@]+?)\s*"
    r"(?:@\{(?P<settings>[^{}]*)\})?\s*(?:\sas\s+(?P<label>.+))?"
)
_NOTE: Final = (
    r"(?i:note)\s+(?P<side>(?i:right of|left of|over))\s+(?P<at>[^:]+?)\s*:\s*(?P<words>.*)"
)
_WORK: Final = r"(activate|deactivate)\s+(.+)"
_FRAME: Final = r"(loop|alt|opt|par|par_over|critical|break|rect)(?=\s|$)\s*(.*)"
_OTHERWISE: Final = r"(else|and|option)(?=\s|$)\s*(.*)"
_PARTS_OF: Final = {"else": "alt", "and": "par", "option": "critical"}
_BOX: Final = r"box(?=\s|$)\s*((?:rgba?|hsla?)\([^)]*\))?\s*(.*)"
_NUMBERED: Final = r"autonumber(?:\s+(off)|(?:\s+(\d+(?:\.\d+)?))?(?:\s+(\d+(?:\.\d+)?))?)"
_DESTROY: Final = r"destroy\s+(.+)"
_LINK: Final = r"link\s+([^:]+?)\s*:\s*(.+?)\s*@\s*(\S+)"
_LINKS: Final = r"links\s+([^:]+?)\s*:\s*\{(.*)\}"
_BOTH: Final = 2


class _Reading(Struct):
    """What was read of a diagram so far."""

    participants: dict[str, Participant] = field(default_factory=dict)
    happenings: list[Happening] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    unshown: list[Unshown] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    opened: list[tuple[str, int]] = field(default_factory=list)
    created: str = ""
    destroyed: tuple[str, ...] = ()
    number: float | None = None
    every: float = 1.0

    def known(self, name: str) -> str:
        """Return the id of a participant, who takes part from now on."""
        id_ = words(name)
        if id_ not in self.participants:
            self.add(Participant(id_, id_))
        return id_

    def add(self, participant: Participant) -> None:
        """Take a participant, and put it into the box that is open, unless it is in another."""
        self.participants[participant.id] = participant
        is_in_one = any(participant.id in party.members for party in self.parties)
        if self.opened and self.opened[-1][0] == "box" and not is_in_one:
            last = self.parties[-1]
            self.parties[-1] = replace(last, members=(*last.members, participant.id))

    def step(self, offset: int) -> int:
        """Return the number of what is shown next."""
        self.steps.append(offset)
        return len(self.steps) - 1

    def numbered(self, label: str) -> str:
        """Return the words of a message with its number, if messages have any."""
        if self.number is None:
            return label
        number, self.number = self.number, self.number + self.every
        return f"{number:g}. {label}".strip()


def sequence(text: str) -> SequenceDiagram:
    """Return a sequence diagram; raises `DiagramError` for what is none."""
    reading = _Reading()
    last = 0
    for statement in statements(text, divided=True):
        last = statement.offset
        _statement(reading, statement)
    if reading.opened:
        kind, offset = reading.opened[-1]
        raise DiagramError(f"`{kind}` has no `end`", offset)
    if reading.created or reading.destroyed:
        name = reading.created or reading.destroyed[0]
        hint = "a message to it has to follow"
        raise DiagramError(f"nothing creates or destroys `{name}`", last, hint)
    if not reading.participants:
        raise DiagramError("the diagram has no participants", 0, "write `A->>B: words`")
    return SequenceDiagram(
        tuple(reading.participants.values()),
        tuple(reading.happenings),
        tuple(reading.parties),
        tuple(reading.steps),
        tuple(reading.unshown),
    )


def _statement(reading: _Reading, statement: Statement) -> None:  # noqa: C901
    text, offset = statement.text, statement.offset
    if text == "end":
        _end(reading, offset)
    elif match := re.fullmatch(_PARTICIPANT, text):
        _participant(reading, match)
    elif match := re.fullmatch(_NOTE, text):
        _note(reading, match, offset)
    elif match := re.fullmatch(_WORK, text):
        name = reading.known(match[2])
        reading.happenings.append(WorkChange(name, match[1] == "activate"))
    elif match := re.fullmatch(_NUMBERED, text):
        reading.number = None if match[1] else float(match[2] or 1)
        reading.every = float(match[3] or 1)
    elif match := re.fullmatch(_DESTROY, text):
        reading.destroyed = (*reading.destroyed, reading.known(match[1]))
    elif match := re.fullmatch(_LINK, text):
        _link(reading, match[1], match[2], match[3], offset)
    elif match := re.fullmatch(_LINKS, text):
        for label, address in re.findall(r'"([^"]*)"\s*:\s*"([^"]*)"', match[2]):
            _link(reading, match[1], label, address, offset)
    elif not _is_frame(reading, text, offset):
        match = re.fullmatch(_MESSAGE, text)
        if match is None:
            hint = "write `A->>B: words`, `Note over A: words`, `loop`, `alt` and so on"
            raise DiagramError(f"cannot read `{text[:40]}`", offset, hint)
        _message(reading, match, offset)


def _is_frame(reading: _Reading, text: str, offset: int) -> bool:
    """Read what opens a frame, or a further part of one; tell whether it does."""
    if match := re.fullmatch(_BOX, text):
        if any(kind == "box" for kind, _ in reading.opened):
            raise DiagramError("a box stands in no other", offset)
        reading.parties.append(_party(match[1], match[2]))
        reading.opened.append(("box", offset))
    elif match := re.fullmatch(_FRAME, text):
        kind = match[1].removesuffix("_over")
        tone = (color_tone(match[2]) or "neutral") if kind == "rect" else ""
        label = "" if kind == "rect" else words(match[2])
        reading.happenings.append(FrameStart(kind, label, tone))
        reading.opened.append((kind, offset))
    elif match := re.fullmatch(_OTHERWISE, text):
        around = reading.opened[-1][0] if reading.opened else ""
        if around != _PARTS_OF[match[1]]:
            raise DiagramError(f"`{match[1]}` stands in no `{_PARTS_OF[match[1]]}`", offset)
        reading.happenings.append(FramePart(words(match[2])))
    else:
        return False
    return True


def _end(reading: _Reading, offset: int) -> None:
    if not reading.opened:
        raise DiagramError("`end` ends nothing", offset)
    kind, start = reading.opened.pop()
    if kind != "box":
        reading.happenings.append(FrameEnd())
    elif not reading.parties[-1].members:
        del reading.parties[-1]
        reading.unshown.append(Unshown("nobody is in the box, which is left out", start))


def _party(color: str | None, rest: str) -> Party:
    """Return a box around participants: a colour may stand before its name."""
    first, _, others = rest.partition(" ")
    if color is None and color_tone(first) is not None:
        return Party(words(others), (), color_tone(first) or "")
    return Party(words(rest), (), (color and color_tone(color)) or "")


def _participant(reading: _Reading, match: re.Match[str]) -> None:
    said = dict(
        re.findall(r"[\"']?([\w-]+)[\"']?\s*:\s*[\"']([^\"']*)[\"']", match["settings"] or "")
    )
    kinds = {kind.value: kind for kind in ParticipantKind}
    kind = kinds.get(said.get("type") or match["kind"] or "", ParticipantKind.BOX)
    id_ = words(match["id"])
    label = words(match["label"] or said.get("alias") or id_)
    created = match["create"] is not None
    known = reading.participants.get(id_, Participant(id_, label, created=created))
    reading.add(replace(known, label=label, kind=kind))
    if created:
        reading.created = id_


def _note(reading: _Reading, match: re.Match[str], offset: int) -> None:
    side = match["side"].lower().removesuffix(" of")
    beside = tuple(reading.known(name) for name in match["at"].split(","))
    if len(beside) > (_BOTH if side == "over" else 1):
        raise DiagramError("a note stands beside one participant, or over two", offset)
    label = words(match["words"])
    reading.happenings.append(Remark(side, beside, label, reading.step(offset)))


def _link(reading: _Reading, name: str, label: str, address: str, offset: int) -> None:
    """Let a participant lead somewhere: to the first address of its menu."""
    id_ = reading.known(name)
    participant = reading.participants[id_]
    if participant.link:
        message = f"`{id_}` leads to one address: `{label}` is left out"
        reading.unshown.append(Unshown(message, offset))
    else:
        reading.participants[id_] = replace(participant, link=address)


def _message(reading: _Reading, match: re.Match[str], offset: int) -> None:
    arrow = match["arrow"]
    head, tail = _ARROWS[arrow]
    source, target = reading.known(match["source"]), reading.known(match["target"])
    created = reading.created
    if created and created not in {source, target}:
        raise DiagramError(f"the message does not create `{created}`", offset)
    if match["into"]:
        head = Head.CIRCLE if head is Head.NONE else head
    reading.happenings.append(
        Message(
            source,
            target,
            reading.numbered(words(match["words"] or "")),
            reading.step(offset),
            EdgeLine.DOTTED if "--" in arrow else EdgeLine.SOLID,
            head,
            Head.CIRCLE if match["out"] else tail,
            target if match["work"] == "+" else "",
            source if match["work"] == "-" else "",
            created,
            reading.destroyed,
        )
    )
    reading.created, reading.destroyed = "", ()
