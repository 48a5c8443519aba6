"""Paragraphs do not end in a runt where a slightly narrower frame avoids it."""

from __future__ import annotations

import pytest

from deckgen.content import Paragraph
from deckgen.layout.areas.regions import body_region
from deckgen.layout.flow.content import one_page
from deckgen.layout.typeset.paragraphs import measure_paragraph
from deckgen.layout.typeset.runs import styled
from deckgen.layout.typeset.runts import RUNT, Blemishes, runts, without_runts
from deckgen.letters import TORN, tears
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.template.model import Role
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from deckgen.units import pt
from tests.support.building import build_pages
from tests.support.desks import SPAN, desk_on, runs, slide, text
from tests.support.packages import placeholder

WORDS = (
    "共有基盤の更新に合わせて監視の仕組みを見直し、"
    "障害の一次切り分けを担当者以外でも行えるように手順"
)
"""Of so many letters, a line of the template holds all but the last few."""


def bodies(*items, on="corporate"):
    lines = "".join(f"      - {item}\n" for item in items)
    pages = build_pages(f"slides:\n  - title: 報告\n    body: |\n{lines}", on)
    return [
        item
        for page in pages.pages
        for item in page.items
        if isinstance(item, TextFrame) and item.slot is not None and item.slot.role is Role.BODY
    ]


def ends(item):
    """Return the width of the last line of each paragraph of several lines, in em."""
    lasts = [p.lines[-1] for p in item.paragraphs if len(p.lines) > 1]
    return [last.width / last.size.emu for last in lasts]


def trim(item):
    return item.body.insets.right - item.slot.body.insets.right


def wrapped():
    """Return a bullet that takes two lines, the second as short as it can be."""
    for length in range(20, len(WORDS)):
        item = WORDS[:length] + "。"
        if ends(bodies(item)[0]) or trim(bodies(item)[0]):
            return item
    raise AssertionError("no bullet wraps")


def test_a_stub_is_avoided_by_a_narrower_frame():
    (body,) = bodies(wrapped())
    assert trim(body) > 0
    assert all(end > RUNT for end in ends(body))
    assert [len(p.lines) for p in body.paragraphs] == [2]


def test_the_frame_keeps_the_place_of_its_placeholder():
    (body,) = bodies(wrapped())
    assert body.slot.inherits(body.box)


@pytest.mark.parametrize("item", ["短い", "一行目<br>二", WORDS * 2])
def test_a_frame_without_stubs_stays_as_it_is(item):
    (body,) = bodies(item)
    assert trim(body) == 0


def test_words_are_not_torn_where_a_narrower_frame_avoids_it():
    """The last word of the first line moves to the second, whichever of its letters has room."""
    lead = WORDS[:24]
    for length in range(len(lead)):
        (body,) = bodies(lead[:length] + "あ" * 12 + "キーボード" + "の修理の依頼が増えている")
        (paragraph,) = body.paragraphs
        for line in paragraph.lines[1:]:
            assert not tears(paragraph.text[line.start - 1], paragraph.text[line.start])


@pytest.mark.parametrize(("phrase", "letters"), [("お伺いします", 3), ("準備します", 4)])
def test_phrases_are_not_parted_where_a_narrower_frame_avoids_it(phrase, letters):
    """Some letters of it have room on the first line, but not the last one."""
    line = "ご都合を" * 5 + phrase
    width = EM * (20 + letters + 0.4)
    paragraph, context = measured(line, width)
    assert paragraph.lines[1].start == 20 + letters
    (changed,), trim = without_runts((paragraph,), width, context)
    assert [each.start for each in changed.lines] == [0, 20]
    assert letters - 1 < trim / EM <= letters


def test_no_paragraph_takes_more_lines_for_it():
    full = wrapped()[:-2]
    assert [len(p.lines) for p in bodies(full)[0].paragraphs] == [1]
    (body,) = bodies(wrapped(), full)
    assert [len(p.lines) for p in body.paragraphs] == [2, 1]


@pytest.mark.parametrize("on", ["corporate", "plain"])
def test_the_pages_of_a_long_text_stand_alike(on):
    frames = bodies(*[wrapped()] * 16, on=on)
    assert len(frames) > 1
    assert len({trim(frame) for frame in frames}) == 1


def test_no_renderer_shows_a_stub():
    """They break a line that ends in a full stop in different places, as some let it hang."""
    typesetter = Typesetter(NoFonts())
    (body,) = bodies(wrapped())
    (paragraph,) = body.paragraphs
    content = body.box.inset(body.body.insets)
    room = content.width - paragraph.style.margin_left
    for lines in typesetter.readings(styled(paragraph.runs), room):
        assert len(lines) == 2
        assert lines[-1].width / lines[-1].size.emu > RUNT


STYLE = '<a:lvl1pPr algn="{}"><a:defRPr sz="2000"/></a:lvl1pPr>'
EM = pt(20)
LONG, SHORT = " ".join(["words"] * 13), "me"
"""A line of text, and a short word, which is a runt below it."""
APART = " " * 19
"""What would stand between them: more than five em."""


def measured(text, width, align="l"):
    """Return a text of 20 pt at a width, and where it stands."""
    desk = desk_on(placeholder("body", 1, (5, 25, 90, 65), style=STYLE.format(align)))
    made = desk.template.layouts[0]
    context = desk.context(made, "en", made.slots[0])
    return measure_paragraph(Paragraph(runs(text), SPAN), width, context), context


def narrower(text, width, align="l"):
    """Return by how many em a text stands narrower to have no runt."""
    paragraph, context = measured(text, width, align)
    _, trim = without_runts((paragraph,), width, context)
    return trim / EM


LINE = measured(LONG, pt(900))[0].lines[0].width
"""How wide the text is that stands above the short word."""


def test_a_line_is_wide_enough_to_be_narrowed_by_all_that_is_tried():
    assert LINE * 0.16 > EM * 5


@pytest.mark.parametrize(
    ("spare", "trim"), [(0.4, 0.5), (0.6, 1), (1.4, 1.5), (1.6, 2), (2.6, 3), (4.9, 5), (5.1, 0)]
)
def test_a_text_stands_as_little_narrower_as_brings_a_second_word_to_its_runt(spare, trim):
    assert narrower(f"{LONG}{APART}{SHORT}", LINE + EM * spare) == trim


@pytest.mark.parametrize(("spare", "trim"), [(0.9, 1), (1.9, 0)])
def test_a_text_stands_no_narrower_than_by_a_sixth_of_its_width(spare, trim):
    """Of ten em that is an em and a half."""
    line = measured(" ".join(["words"] * 3), pt(900))[0].lines[0].width
    assert 1.5 < (line + EM * spare) * 0.16 / EM < 2
    assert narrower(f"words words words{' ' * 8}{SHORT}", line + EM * spare) == trim


@pytest.mark.parametrize(("align", "trim"), [("l", 0.5), ("just", 0.5), ("ctr", 0), ("r", 0)])
def test_a_text_that_would_move_is_not_narrowed(align, trim):
    assert narrower(f"{LONG}{APART}{SHORT}", LINE + EM * 0.4, align) == trim


def letters(count):
    """Return how many runts a text of so many Japanese letters has where a line holds twenty."""
    width = EM * 20.4
    paragraph, context = measured("日" * count, width)
    return runts((paragraph,), width, context)


@pytest.mark.parametrize(
    ("count", "found"), [(2, 0), (20, 0), (21, 1), (22, 1), (23, 0), (41, 1), (42, 1), (43, 0)]
)
def test_one_or_two_letters_on_a_line_of_their_own_are_a_runt(count, found):
    assert letters(count) == found


def test_a_word_on_a_line_of_an_authors_own_is_no_runt():
    width = LINE + EM * 0.4
    paragraph, context = measured(f"{LONG}\n{SHORT}", width)
    assert len(paragraph.lines) == 2
    assert runts((paragraph,), width, context) == 0


def size_on_one_page(points, *more):
    """Return the size of text that does not move for its runts, of which all but more has one."""
    style = STYLE.format("ctr").replace("2000", f"{points * 100}")
    desk = desk_on(placeholder("body", 1, (5, 25, 90, 65), body='lIns="0" rIns="0"', style=style))
    region = body_region(slide(language="ja").around, desk.template.layouts[0], desk)
    narrow = replace(region, box=replace(region.box, width=pt(points) * 20.9))
    flow = one_page(text("\n\n".join(["日" * 21] * 3 + [*more])), narrow)
    assert flow is not None
    return flow.context.text.size.points


@pytest.mark.parametrize(("points", "size"), [(28, 25), (22, 20), (20, 20), (18, 18)])
def test_text_with_many_runts_is_a_size_smaller_if_that_is_no_less_than_is_read_with_ease(
    points, size
):
    """That is 20 pt where the least is 14."""
    assert size_on_one_page(points) == size


def test_text_is_not_smaller_for_its_runts_where_words_are_cut_all_the_same():
    assert size_on_one_page(28, "words") == 25
    assert size_on_one_page(28, "w" * 60) == 28


def test_a_runt_disturbs_more_than_a_word_that_is_torn_and_both_more_than_either():
    torn, runt, both = Blemishes(0, TORN), Blemishes(1, 0), Blemishes(1, TORN)
    assert 0 < torn.cost < runt.cost < both.cost
