"""A sequence that is set, and a place -> its participants, messages, notes and frames.

Each participant is a group: its head, its lifeline, its bars, and an anchor wherever a message
starts or ends, to which the message is glued. So messages follow a participant that is moved.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.lifelines import BAR, LOOP, NESTED, SequenceWords
from deckgen.blocks.diagrams.pen import LINE, SEEN, Course, DiagramPen, WordGround
from deckgen.blocks.kit import (
    Anchor,
    BodyProperties,
    Dash,
    Emu,
    Freeform,
    Geometry,
    Item,
    ItemGroup,
    Joint,
    Outline,
    Rect,
    Shape,
    Side,
    Stroke,
    Struct,
    TextFrame,
    Tone,
    mix,
    pt,
    replace,
    shade_read_on,
    text_insets,
)
from deckgen.blocks.panels.look import in_tone, panel_fill
from deckgen.diagrams.interaction import ParticipantKind
from deckgen.diagrams.layers import NodeBox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.diagrams.exchange import Exchanged, Framed, Noted, Sent, WorkBar
    from deckgen.blocks.diagrams.sizes import Words
    from deckgen.blocks.kit import Color
    from deckgen.diagrams.interaction import Participant, SequenceDiagram

_THIN: Final = pt(0.75)
_EDGE: Final = 0.25
_TINT: Final = 0.05
"""How much of the ink the outline and the fill of a box around participants have."""
_WORKING: Final = 0.35
"""How much of the accent the bar of who works has."""
_CROSS: Final = 0.75
"""Half of the width of the cross at which a lifeline ends, in em."""
_HEAD: Final = 0.42
_SHOULDERS_WIDE, _SHOULDERS_HIGH, _SHOULDERS_TOP = 0.78, 0.45, 0.47
"""The size of a person's head, and that and the place of the shoulders, as shares of the height."""
_FLAT: Final = Emu(100)
"""How high an anchor is, which nobody sees."""
_SHOULDERS: Final = 24
_GRID: Final = 1000


class SequenceDrawing(Struct, frozen=True):
    """Draws a sequence."""

    sequence: SequenceDiagram
    found: Exchanged
    pen: DiagramPen

    def items(self) -> Iterator[Item]:
        """Yield everything, what is behind first."""
        found = self.found
        yield from self.parties()
        for frame in found.frames:
            yield from self.at_step(frame.step).highlight(frame)
        yield from self.participants()
        for frame in found.frames:
            yield from self.at_step(frame.step).frame(frame)
        for sent in found.sent:
            drawing = self.at_step(sent.message.step)
            yield from drawing.pen.led(drawing.course(sent))
        for sent in found.sent:
            if sent.words is not None and sent.label is not None:
                drawing = self.at_step(sent.message.step)
                yield drawing.labelled(sent.label, sent.words, sent.message.label)
        for note in found.notes:
            yield self.at_step(note.remark.step).note(note)

    def at_step(self, number: int) -> SequenceDrawing:
        """Return what draws what the statement of a number tells."""
        return replace(self, pen=self.pen.at_step(number))

    @property
    def accent(self) -> Outline:
        """The line around heads and bars."""
        tone = in_tone(Tone.NEUTRAL, self.pen.context)
        return Outline(shade_read_on(tone, self.pen.background, SEEN), LINE)

    @property
    def quiet(self) -> Outline:
        """The line of lifelines and frames."""
        return Outline(mix(self.pen.ink, self.pen.background, 0.5), _THIN)

    def parties(self) -> Iterator[Item]:
        """Yield boxes around participants, with their names."""
        for party, (words, box, name) in zip(
            self.sequence.parties, self.found.parties, strict=True
        ):
            fill = self.tinted(party.tone)
            outline = Outline(mix(fill, self.pen.ink, _EDGE), _THIN)
            place = self.pen.box(box)
            yield Shape(
                place, Geometry.RECTANGLE, fill, outline, f"{party.label} panel", self.pen.span
            )
            if party.label:
                yield self.pen.frame(
                    self.pen.box(name), words, party.label, WordGround(behind=fill)
                )

    def tinted(self, tone: str) -> Color:
        """Return the fill of a panel in a tone."""
        if tone in {"", "neutral", "muted"}:
            return mix(self.pen.background, self.pen.ink, _TINT)
        return panel_fill(in_tone(Tone(tone), self.pen.context), self.pen.background)

    def participants(self) -> Iterator[ItemGroup]:
        """Yield participants: the lifeline of each, its bars and anchors, and its head."""
        for each in self.sequence.participants:
            items: list[Item] = [self.lifeline(each.id)]
            mine = [bar for bar in self.found.bars if bar.participant == each.id]
            items += [self.bar(bar) for bar in sorted(mine, key=lambda bar: bar.depth)]
            items += self.anchors(each.id)
            items += self.head(each)
            if each.id in self.found.ended:
                items.append(self.end(each.id))
            yield ItemGroup(tuple(items), "", each.label.replace("\n", " "), self.pen.span)

    def lifeline(self, name: str) -> Stroke:
        """Return the line of a participant."""
        start, stop = self.found.lines[name]
        x = self.found.middles[name]
        box = self.pen.box(NodeBox(x, start, 0.0, max(0.0, stop - start)))
        return Stroke(box, Outline(self.quiet.color, _THIN, Dash.DASHED), "Lifeline", self.pen.span)

    def bar(self, bar: WorkBar) -> Shape:
        """Return the bar of a participant that works."""
        x = self.found.middles[bar.participant] + self.pen.em * NESTED * bar.depth
        half = self.pen.em * BAR
        box = self.pen.box(NodeBox(x - half, bar.start, 2 * half, bar.stop - bar.start))
        fill = mix(self.pen.background, self.accent.color, _WORKING)
        return Shape(box, Geometry.RECTANGLE, fill, self.accent, "Activation ground", self.pen.span)

    def end(self, name: str) -> Shape:
        """Return the cross at which a lifeline ends."""
        x, y, half = self.found.middles[name], self.found.lines[name][1], self.pen.em * _CROSS
        box = self.pen.box(NodeBox(x - half, y - half, 2 * half, 2 * half))
        color = self.pen.line_color()
        return Shape(box, Geometry.CROSS, color, None, "End mark line", self.pen.span)

    def anchor(self, name: str, y: float) -> Rect:
        """Return where messages meet a participant at a height: its lifeline, or its bars."""
        depth, x = self.found.depth(name, y), self.found.middles[name]
        half = self.pen.em * BAR if depth else float(_THIN) / 2
        wide = 2 * half + self.pen.em * NESTED * max(0, depth - 1)
        box = self.pen.box(NodeBox(x - half, y, wide, 0.0))
        return Rect(box.x, box.y - _FLAT // 2, box.width, _FLAT)

    def anchors(self, name: str) -> Iterator[Shape]:
        """Yield what the messages of a participant are glued to, which nobody sees."""
        met: dict[Rect, None] = {}
        for each in self.found.sent:
            if name in {each.message.source, each.message.target}:
                if each.message.creates != name:
                    met[self.anchor(name, each.y)] = None
                if each.back is not None:
                    met[self.anchor(name, each.back)] = None
        for box in met:
            yield Shape(box, Geometry.RECTANGLE, None, None, "Anchor ground", self.pen.span)

    def head(self, participant: Participant) -> Iterator[Item]:
        """Yield the head of a participant: a box, a disk, or the figure of a person."""
        words = SequenceWords(self.pen.lettering, 0.0)
        said, spot = words.head(participant), self.found.heads[participant.id]
        box, name, link = self.pen.box(spot), participant.label, participant.link
        fill, outline = panel_fill(self.accent.color, self.pen.background), self.accent
        if participant.kind is ParticipantKind.ACTOR:
            yield from self.figure(spot, words.figure)
            high = Emu(said.height)
            below = Rect(box.x, box.bottom - high, box.width, high)
            yield self.pen.frame(below, said, name, link=link)
            yield Shape(box, Geometry.RECTANGLE, None, None, "Anchor ground", self.pen.span)
        elif participant.kind is ParticipantKind.STORE:
            yield Shape(box, Geometry.DISK, fill, outline, f"{name} outline", self.pen.span)
            body = BodyProperties(text_insets(Geometry.DISK, box), anchor=Anchor.MIDDLE)
            yield self.pen.frame(box, said, name, WordGround(body=body, behind=fill), link)
        else:
            yield self.pen.frame(box, said, name, WordGround(fill, outline), link)

    def figure(self, spot: NodeBox, high: float) -> Iterator[Item]:
        """Yield the figure of a person: a head, and shoulders below it."""
        color, (x, _) = self.accent.color, spot.middle
        head, wide = high * _HEAD, high * _SHOULDERS_WIDE
        top = NodeBox(x - head / 2, spot.y, head, head)
        yield Shape(self.pen.box(top), Geometry.ELLIPSE, color, None, "Head outline", self.pen.span)
        y = spot.y + high * _SHOULDERS_TOP
        body = NodeBox(x - wide / 2, y, wide, high * _SHOULDERS_HIGH)
        yield Freeform(
            self.pen.box(body),
            (_GRID, _GRID),
            (_shoulders(),),
            color,
            "",
            "Shoulders outline",
            span=self.pen.span,
        )

    def highlight(self, each: Framed) -> Iterator[Shape]:
        """Yield what stands behind messages that stand out."""
        if each.opening.kind == "rect":
            fill, box = self.tinted(each.opening.tone), self.pen.box(each.box)
            yield Shape(box, Geometry.RECTANGLE, fill, None, "Highlight ground", self.pen.span)

    def frame(self, each: Framed) -> Iterator[Item]:
        """Yield a frame: its border, its kind, and what is said of it."""
        if each.tab is None:
            return
        yield from self.border(self.pen.box(each.box))
        for y in each.divided:
            line = self.pen.box(NodeBox(each.box.x, y, each.box.width, 0.0))
            dashed = Outline(self.quiet.color, _THIN, Dash.DASHED)
            yield Stroke(line, dashed, "Divider", self.pen.span)
        words, spot = each.tab
        fill = mix(self.pen.background, self.pen.ink, 0.12)
        ground = WordGround(fill, self.quiet)
        yield self.pen.frame(self.pen.box(spot), words, each.opening.kind, ground)
        for said, place in each.said:
            yield self.labelled(place, said, each.opening.label or "Guard")

    def border(self, box: Rect) -> Iterator[Stroke]:
        """Yield the four sides of a frame, through which all can be seen."""
        zero = Emu(0)
        for side in (
            Rect(box.x, box.y, box.width, zero),
            Rect(box.x, box.bottom, box.width, zero),
            Rect(box.x, box.y, zero, box.height),
            Rect(box.right, box.y, zero, box.height),
        ):
            yield Stroke(side, self.quiet, "Frame", self.pen.span)

    def labelled(self, spot: NodeBox, words: Words, name: str) -> TextFrame:
        """Return words, which hide a lifeline that they cross."""
        crosses = any(spot.x < x < spot.right for x in self.found.middles.values())
        behind = self.behind(spot)
        ground = WordGround(behind if crosses else None, behind=behind)
        return self.pen.frame(self.pen.box(spot), words, name, ground)

    def behind(self, spot: NodeBox) -> Color:
        """Return the colour that words stand on."""
        x, y = spot.middle
        fill = self.pen.background
        for party, (_, box, _) in zip(self.sequence.parties, self.found.parties, strict=True):
            if box.x <= x <= box.right:
                fill = self.tinted(party.tone)
        for each in self.found.frames:
            box = each.box
            if each.opening.kind == "rect" and box.x <= x <= box.right and box.y <= y <= box.bottom:
                fill = self.tinted(each.opening.tone)
        return fill

    def course(self, each: Sent) -> Course:
        """Return how a message leads: across, or back to who sends it."""
        message, y = each.message, each.y
        start = self.anchor(message.source, y)
        points: tuple[tuple[float, float], ...]
        if each.back is not None:
            back = self.anchor(message.source, each.back)
            edge = self.plain(max(start.right, back.right))
            far = self.found.middles[message.source] + self.pen.em * (BAR + LOOP)
            points = ((edge, y), (far, y), (far, each.back), (edge, each.back))
            joints = Joint(start, Side.RIGHT), Joint(back, Side.RIGHT)
        else:
            to_right = self.found.middles[message.source] < self.found.middles[message.target]
            end = self.anchor(message.target, y)
            if message.creates == message.target:
                end = self.pen.box(self.found.heads[message.target])
            sides = (Side.RIGHT, Side.LEFT) if to_right else (Side.LEFT, Side.RIGHT)
            joints = Joint(start, sides[0]), Joint(end, sides[1])
            xs = (start.right, end.x) if to_right else (start.x, end.right)
            points = ((self.plain(xs[0]), y), (self.plain(xs[1]), y))
        name = f"Message {message.step + 1}"
        return Course(points, *joints, name, message.line, message.head, message.tail)

    def plain(self, x: Emu) -> float:
        """Return where in the plan a place on the page is."""
        return float(x - self.pen.at.x) + self.pen.origin[0]

    def note(self, each: Noted) -> TextFrame:
        """Return a note."""
        fill = mix(self.pen.background, self.pen.ink, 0.09)
        name = each.remark.label or "Note"
        ground = WordGround(fill, self.quiet)
        return self.pen.frame(self.pen.box(each.box), each.words, name, ground)


def _shoulders() -> tuple[tuple[int, int], ...]:
    """Return the upper half of an ellipse, in a grid."""
    half = _GRID / 2
    points = (pi * step / _SHOULDERS for step in range(_SHOULDERS + 1))
    return tuple((round(half - half * cos(a)), round(_GRID - _GRID * sin(a))) for a in points)
