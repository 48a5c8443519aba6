"""A sequence that has no room on a page is set on several, in parts that are sequences too."""

from deckgen import codes
from deckgen.diagrams.interaction import FrameEnd, FramePart, FrameStart, Message, WorkChange
from deckgen.diagrams.parting import parted
from deckgen.diagrams.sequence import sequence as read_sequence
from deckgen.pages import ItemGroup, TextFrame, single_items
from tests.support.building import build_pages, open_deck, place

LONG = "".join(f"A->>B: say {number}\nB-->>A: hear {number}\n" for number in range(12))


def read(text):
    return read_sequence(f"sequenceDiagram\n{text}")


def messages(part):
    return [each.label for each in part.happenings if isinstance(each, Message)]


def test_parts_are_about_as_long_and_have_all_messages_in_their_order():
    sequence = read("participant C\n" + LONG)
    parts = parted(sequence, 3)
    assert [len(messages(part)) for part in parts] == [8, 8, 8]
    assert [said for part in parts for said in messages(part)] == messages(sequence)
    assert all(part.participants == sequence.participants for part in parts)


def test_a_frame_that_is_parted_is_closed_and_opened_again():
    first, second = parted(read("loop daily\n" + LONG + "end\n"), 2)
    assert first.happenings[-1] == FrameEnd()
    assert second.happenings[0] == FrameStart("loop", "daily")
    assert sum(isinstance(each, FrameEnd) for each in second.happenings) == 1


def test_a_frame_is_opened_with_what_is_said_of_its_part_where_that_begins():
    text = "alt right\nA->>B: 1\nB->>A: 2\nA->>B: 3\nelse wrong\nA->>B: 4\nB->>A: 5\nA->>B: 6\nend"
    first, second = parted(read(text), 2)
    assert messages(first) == ["1", "2", "3"]
    assert second.happenings[0] == FrameStart("alt", "wrong")
    assert not any(
        isinstance(each, FramePart) for part in (first, second) for each in part.happenings
    )


def test_frames_stay_whole_where_parts_are_nearly_as_long_so():
    text = "A->>B: 1\nA->>B: 2\nA->>B: 3\nloop\nA->>B: 4\nA->>B: 5\nend\nA->>B: 6\nA->>B: 7"
    first, second = parted(read(text), 2)
    assert messages(first) == ["1", "2", "3"]
    assert not isinstance(second.happenings[0], Message)


def test_who_works_works_on_in_the_next_part():
    text = "A->>+B: 1\nA->>B: 2\nA->>B: 3\nB-->>-A: 4"
    _, second = parted(read(text), 2)
    assert second.happenings[0] == WorkChange("B", begins=True)


def test_who_is_created_later_is_not_there_yet_and_who_is_destroyed_no_more():
    text = "participant A\nparticipant D\nA->>D: 1\ndestroy D\nA->>D: 2\n"
    text += "create participant B\nA->>B: 3\nA->>B: 4"
    first, second = parted(read(text), 2)
    assert [each.id for each in first.participants] == ["A", "D"]
    assert [each.id for each in second.participants] == ["A", "B"]


def test_there_are_no_parts_without_messages():
    assert parted(read("A->>B: 1\nA->>B: 2"), 3) == ()


def built(more=""):
    body = "".join(f"        {line}\n" for line in LONG.splitlines())
    return build_pages(
        f"slides:\n  - title: T\n{more}    diagram: |\n      sequenceDiagram\n{body}"
    )


def frames(page):
    return [item for item in single_items(page.items) if isinstance(item, TextFrame)]


def test_each_page_has_its_participants_in_the_same_place_and_words_of_one_size():
    pages = built().pages
    assert len(pages) == 2
    heads = [[f.box.x for f in frames(page) if f.text in ("A", "B")] for page in pages]
    assert heads[0] == heads[1]
    shown = [f for page in pages for f in frames(page) if f.text.startswith(("say", "hear"))]
    assert len(shown) == 24
    assert len({f.paragraphs[0].style.size for f in shown}) == 1


def test_each_page_is_told_in_an_authors_own_words_or_by_what_it_shows():
    first, second = [groups(page)[0].alt for page in built().pages]
    assert (first.count("say"), second.count("say")) == (6, 6)
    body = "".join(f"          {line}\n" for line in LONG.splitlines())
    text = f"diagram:\n      alt: They talk\n      mermaid: |\n        sequenceDiagram\n{body}"
    pages = build_pages(f"slides:\n  - title: T\n    {text}").pages
    assert [groups(page)[0].alt for page in pages] == ["They talk", "They talk"]


def groups(page):
    return [item for item in page.items if isinstance(item, ItemGroup)]


def test_pages_of_a_build_show_their_own_messages_step_by_step():
    first, second = built("    build: true\n").pages
    assert len(first.steps) == len(second.steps) == 12


def test_what_would_take_many_pages_is_told_of():
    body = "".join(f"        A->>B: say {number}\n" for number in range(120))
    text = f"slides:\n  - title: T\n    diagram: |\n      sequenceDiagram\n{body}"
    told = place(open_deck(text)).diagnostics
    assert [item.code for item in told] == [codes.TEXT_OVERFLOW]
