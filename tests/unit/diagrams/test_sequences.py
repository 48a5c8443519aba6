"""Mermaid's sequences, schedules, pies and styles: what is read of them, and mistakes."""

import pytest

from deckgen.diagrams.interaction import (
    FrameEnd,
    FramePart,
    FrameStart,
    Message,
    Remark,
    WorkChange,
)
from deckgen.diagrams.looks import color_tone, styled_tone
from deckgen.diagrams.mermaid import read
from deckgen.diagrams.model import DiagramError, EdgeLine, Head
from deckgen.diagrams.moments import later, read_moment, shown_moment


def sequence(*lines):
    return read("\n".join(("sequenceDiagram", *lines))).content


def gantt(*lines):
    return read("\n".join(("gantt", *lines))).content


@pytest.mark.parametrize(
    ("arrow", "line", "head", "tail"),
    [
        ("->", EdgeLine.SOLID, Head.NONE, Head.NONE),
        ("-->", EdgeLine.DOTTED, Head.NONE, Head.NONE),
        ("->>", EdgeLine.SOLID, Head.ARROW, Head.NONE),
        ("-->>", EdgeLine.DOTTED, Head.ARROW, Head.NONE),
        ("<<->>", EdgeLine.SOLID, Head.ARROW, Head.ARROW),
        ("-x", EdgeLine.SOLID, Head.CROSS, Head.NONE),
        ("--)", EdgeLine.DOTTED, Head.OPEN_ARROW, Head.NONE),
        ("-|\\", EdgeLine.SOLID, Head.ARROW, Head.NONE),
    ],
)
def test_messages_have_lines_and_heads(arrow, line, head, tail):
    (message,) = sequence(f"  A{arrow}B: words").happenings
    assert (message.source, message.target, message.label) == ("A", "B", "words")
    assert (message.line, message.head, message.tail) == (line, head, tail)


def test_participants_stand_as_they_are_declared_and_then_as_they_speak():
    found = sequence("participant B as Two words", "A->>B: x", "actor C", "C->>A: y")
    assert [each.label for each in found.participants] == ["Two words", "A", "C"]


def test_plus_and_minus_begin_and_end_work():
    one, two = sequence("A->>+B: x", "B-->>-A: y").happenings
    assert (one.starts, two.stops) == ("B", "B")
    begins, ends = sequence("activate A", "deactivate A").happenings
    assert (begins, ends) == (WorkChange("A", begins=True), WorkChange("A", begins=False))


def test_frames_have_parts_and_messages_have_numbers():
    found = sequence("autonumber 10 5", "alt one", "A->>B: x", "else", "A->>B", "end")
    kinds = [type(each) for each in found.happenings]
    assert kinds == [FrameStart, Message, FramePart, Message, FrameEnd]
    assert [e.label for e in found.happenings if isinstance(e, Message)] == ["10. x", "15."]


def test_notes_and_boxes_and_those_who_come_and_go():
    found = sequence(
        "box Aqua Two of us", "participant A", "end", "note over A,B: x<br/>y", "create actor C",
        "A->>C: come", "destroy C", "C-xA: gone",
    )  # fmt: skip
    (party,) = found.parties
    assert (party.label, party.members, party.tone) == ("Two of us", ("A",), "note")
    note, come, gone = found.happenings
    assert isinstance(note, Remark)
    assert (note.beside, note.label) == (("A", "B"), "x\ny")
    assert (come.creates, gone.destroys) == ("C", ("C",))


def test_a_box_without_anybody_is_left_out_and_told_and_one_holds_those_who_are_known():
    found = sequence("A->>B: x", "box grey", "end", "box Ours", "participant A", "end")
    assert [(party.label, party.members) for party in found.parties] == [("Ours", ("A",))]
    assert len(found.unshown) == 1


@pytest.mark.parametrize(
    "lines",
    [
        ("A=>B: x",),
        ("box one", "box two", "participant C", "end", "end"),
        ("loop x",),
        ("end",),
        ("else x",),
        ("create actor C",),
        ("note over A,B,C: x",),
    ],
)
def test_mistakes_of_sequences_are_told(lines):
    with pytest.raises(DiagramError):
        sequence("A->>B: x", *lines)


def test_titles_and_words_for_those_who_do_not_see_are_no_part_of_the_diagram():
    text = "---\ntitle: Front\n---\nflowchart LR\n accTitle: A\n accDescr {\n b\n c }\n x --> y"
    found = read(text)
    assert (found.title, found.alt, len(found.content.nodes)) == ("Front", "A. b c", 2)
    assert read("sequenceDiagram\n title: T\n A->>B: x").title == "T"


def test_tasks_follow_one_another_and_rest_on_free_days():
    found = gantt(
        "excludes weekends", "section S", "a :done, a, 2026-01-08, 2d", "b :crit, after a, 2d",
        "c :milestone, 2026-02-01, 0d", "d :until e", "e :e, 2026-03-01, 1w",
    )  # fmt: skip
    spans = [(t.start - found.tasks[0].start, t.end - found.tasks[0].start) for t in found.tasks]
    assert spans[:2] == [(0, 2), (4, 6)]  # Thursday and Friday, then Monday and Tuesday
    assert (found.tasks[0].is_done, found.tasks[1].is_critical) == (True, True)
    assert found.tasks[2].is_milestone
    assert found.tasks[3].end == found.tasks[4].start


@pytest.mark.parametrize(
    "lines",
    [
        ("a :3d",),
        ("a :2026-01-01, 3x",),
        ("a :2026-13-01, 3d",),
        ("a :after b, 3d",),
        ("a :a, after b, 1d", "b :b, after a, 1d"),
        ("a :2026-01-05, 2026-01-01",),
        ("excludes " + " ".join(("weekends", "monday tuesday wednesday thursday friday")), "a :x"),
        ("a",),
    ],
)
def test_mistakes_of_schedules_are_told(lines):
    with pytest.raises(DiagramError):
        gantt(*lines)


@pytest.mark.parametrize(
    ("text", "form", "shown"),
    [
        ("2026-03-01", "YYYY-MM-DD", "2026-03-01 00:00"),
        ("1 Feb 26 2:30 pm", "D MMM YY h:mm a", "2026-02-01 14:30"),
        ("2026-3", "YYYY-Q", "2026-07-01 00:00"),
        ("17:49", "HH:mm", "2000-01-01 17:49"),
        ("86400", "X", "1970-01-02 00:00"),
        ("nonsense", "YYYY", ""),
    ],
)
def test_times_are_read_as_their_form_says(text, form, shown):
    moment = read_moment(text, form)
    assert (shown_moment(moment, "%Y-%m-%d %H:%M") if moment is not None else "") == shown


def test_months_end_where_calendars_say():
    january = read_moment("2026-01-31", "YYYY-MM-DD")
    assert january is not None
    february = later(january, "1M")
    assert february is not None
    assert shown_moment(february, "%d %b %Y, day %j") == "28 Feb 2026, day 059"


def test_a_pie_has_positive_shares():
    found = read('pie showData title T\n "a" : 3\n "b" : 1.5').content
    assert [(share.name, share.value) for share in found.shares] == [("a", 3), ("b", 1.5)]
    assert (found.title, found.told) == ("T", True)
    with pytest.raises(DiagramError):
        read('pie\n "a" : -3')


@pytest.mark.parametrize(
    ("color", "tone"),
    [
        ("#f00", "bad"),
        ("#c8e6c9", "good"),
        ("rgb(255, 243, 205)", "warn"),
        ("hsl(210, 60%, 50%)", "note"),
        ("#f9f", "important"),
        ("grey", "muted"),
        ("#fff", "neutral"),
        ("nocolor", None),
    ],
)
def test_colours_mean_something(color, tone):
    assert color_tone(color) == tone


def test_what_is_filled_means_more_than_what_is_drawn_around_it():
    assert styled_tone("stroke:#0f0,fill:rgb(255, 0, 0)") == "bad"
    assert styled_tone("stroke-width:4px") is None


def test_what_is_left_out_is_told():
    text = "flowchart LR\n a:::none --> b\n style a stroke-width:4px\n click b call f()"
    assert len(read(text).content.unshown) == 3


@pytest.mark.parametrize("kind", ["timeline", "quadrantChart", "sankey", "gitGraph", "journey"])
def test_other_kinds_are_refused_with_what_is_known(kind):
    with pytest.raises(DiagramError) as caught:
        read(f"{kind}\n x")
    assert "`sequenceDiagram`" in caught.value.hint
