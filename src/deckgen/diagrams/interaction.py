"""A sequence diagram: who takes part, and what passes between them, from top to bottom."""

from __future__ import annotations

from enum import Enum

from deckgen.diagrams.model import EdgeLine, Head, Unshown
from deckgen.records import Struct


class ParticipantKind(Enum):
    """How a participant looks."""

    BOX = "participant"
    ACTOR = "actor"
    STORE = "database"
    BOUNDARY = "boundary"
    CONTROL = "control"
    ENTITY = "entity"
    COLLECTIONS = "collections"
    QUEUE = "queue"


class Participant(Struct, frozen=True):
    """Someone or something that takes part. One that is `created` starts at a message."""

    id: str
    label: str
    kind: ParticipantKind = ParticipantKind.BOX
    link: str = ""
    created: bool = False


class Message(Struct, frozen=True):
    """What one participant sends another, or itself, as the statement of a number says.

    `starts` and `stops` are whose work begins and ends with it; `creates` and `destroys` who does.
    """

    source: str
    target: str
    label: str
    step: int
    line: EdgeLine = EdgeLine.SOLID
    head: Head = Head.NONE
    tail: Head = Head.NONE
    starts: str = ""
    stops: str = ""
    creates: str = ""
    destroys: tuple[str, ...] = ()


class Remark(Struct, frozen=True):
    """A note: left or right of a participant, or over one or two of them."""

    side: str
    beside: tuple[str, ...]
    label: str
    step: int


class WorkChange(Struct, frozen=True):
    """A participant begins to work, or ends."""

    participant: str
    begins: bool


class FrameStart(Struct, frozen=True):
    """A frame begins: `loop`, `alt` and so on, or `rect`, which only stands out, in a tone."""

    kind: str
    label: str
    tone: str = ""


class FramePart(Struct, frozen=True):
    """A frame has a further part: `else`, `and`, `option`."""

    label: str


class FrameEnd(Struct, frozen=True):
    """A frame ends."""


Happening = Message | Remark | WorkChange | FrameStart | FramePart | FrameEnd


class Party(Struct, frozen=True):
    """Participants that stand in one box, with its name and its tone."""

    label: str
    members: tuple[str, ...]
    tone: str = ""


class SequenceDiagram(Struct, frozen=True):
    """A sequence diagram; participants stand in their order from left to right.

    `steps` are where the messages and notes are written, by their numbers.
    """

    participants: tuple[Participant, ...]
    happenings: tuple[Happening, ...]
    parties: tuple[Party, ...] = ()
    steps: tuple[int, ...] = ()
    unshown: tuple[Unshown, ...] = ()
