"""Each slide is planned and placed alone, below the title that it really has."""

from __future__ import annotations

import pytest
import yaml

from deckgen.compiler import build_text
from deckgen.layout.bench import Bench
from deckgen.layout.deck import headed, lay_out, settings_of
from deckgen.layout.desk import Desk
from deckgen.layout.foot.footers import PageNumber
from deckgen.layout.place.slide import Heading, place_slide
from deckgen.layout.plan.arrange import plan_slide
from deckgen.pages import HiddenTitle, TextFrame
from deckgen.template.model import Role
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from tests.support.building import REPORT, template
from tests.support.desks import runs
from tests.support.packages import Master, layout, placeholder, presentation, shape

LONG = "Results of the third quarter by region, product line, sales channel and customer"
BULLETS = ["one two three four five six seven eight nine ten eleven twelve " * 3] * 12


def made(deck, on):
    build = build_text(yaml.safe_dump(deck, allow_unicode=True))
    resolved = build.deck()
    assert resolved is not None
    pages = lay_out(resolved, on, Typesetter(NoFonts()), build.sink)
    assert not build.sink.has_errors
    return pages.pages


def growing():
    """Return a template whose titles may grow over the place of the body."""
    title = placeholder("title", None, (5, 5, 90, 10))
    body = placeholder("body", 1, (5, 16, 90, 70))
    slides = layout(title, body, name="Content", kind="obj")
    return read_template(presentation(Master((slides,))), "growing", "en-US")


def box(page, role):
    (frame,) = (
        item
        for item in page.items
        if isinstance(item, TextFrame) and item.slot is not None and item.slot.role is role
    )
    return frame.box


@pytest.mark.parametrize(
    "pattern", ["({n}/{total})", " (continued, page {n} of {total})", " – part {n}" * 6]
)
@pytest.mark.parametrize("on", ["plain", "corporate", "growing"])
def test_content_starts_below_the_title_whatever_is_written_behind_it(pattern, on):
    slide = {"title": LONG, "body": BULLETS}
    chosen = growing() if on == "growing" else template(on)
    pages = made({"deck": {"continuation": pattern}, "slides": [slide]}, chosen)
    assert len(pages) > 1
    for page in pages:
        assert box(page, Role.TITLE).bottom <= box(page, Role.BODY).y


def test_content_of_all_pages_of_a_slide_starts_at_one_height():
    pages = made({"slides": [{"title": LONG, "body": BULLETS * 9}]}, growing())
    assert len(pages) > 9
    assert len({box(page, Role.BODY).y for page in pages}) == 1


@pytest.mark.parametrize("longest", [0, 1])
def test_content_starts_below_the_longest_of_the_titles_that_the_pages_of_a_slide_have(longest):
    build = build_text(yaml.safe_dump({"slides": [{"title": LONG, "body": BULLETS}]}))
    deck, on = build.deck(), growing()
    assert deck is not None
    desk = Desk(on, Typesetter(NoFonts()), settings_of(deck))
    plan = plan_slide(deck.slides[0], desk)
    assert len(plan.pages) == 2
    titles = [plan.title.title if number == longest else runs("Short") for number in range(2)]
    headings = [Heading(title, "", PageNumber(1, 2)) for title in titles]
    pages = place_slide(plan, headings, desk).pages
    ends = [box(page, Role.TITLE).bottom for page in pages]
    assert ends[longest] > ends[1 - longest]
    assert [box(page, Role.BODY).y >= ends[longest] for page in pages] == [True, True]


def test_a_slide_on_one_page_keeps_no_room_for_a_number():
    deck = {"deck": {"continuation": " (continued, page {n} of {total})" * 3}}
    (short,) = made({**deck, "slides": [{"title": LONG, "body": "a"}]}, growing())
    (same,) = made({"slides": [{"title": LONG, "body": "a"}]}, growing())
    assert box(short, Role.BODY) == box(same, Role.BODY)


def test_a_page_has_one_title_shown_or_hidden():
    slides = [{"title": "A", "body": "a"}, {"body": "Words"}, {"section": "B"}, {"layout": "Blank"}]
    titles = [
        [item for item in page.items if isinstance(item, HiddenTitle)]
        for page in made({"slides": slides}, template("plain"))
    ]
    assert [[title.text for title in each] for each in titles] == [[], ["Words"], [], ["Slide 4"]]
    assert all(title.box.bottom < 0 for each in titles for title in each)


def test_a_slide_is_laid_out_alike_at_any_desk():
    """What a desk remembers of other slides changes nothing."""
    build = build_text(REPORT.read_text(encoding="utf-8"), base=REPORT.parent)
    deck = build.deck()
    assert deck is not None

    def desk():
        return Desk(template("corporate", "ja"), Typesetter(NoFonts()), settings_of(deck))

    used = desk()
    plans = [plan_slide(slide, used) for slide in deck.slides]
    headings = [*headed(deck.slides, Bench(deck.slides, desk()).plan(), used.settings)]
    for slide, plan, heading in zip(deck.slides, plans, headings, strict=True):
        alone = desk()
        placed = place_slide(plan, heading, used)
        assert place_slide(plan_slide(slide, alone), heading, alone) == placed
        assert plan.diagnostics == plan_slide(slide, desk()).diagnostics


def test_samples_drawn_all_over_a_layout_are_hidden_on_slides():
    samples = shape((5, 5, 90, 12)), shape((5, 20, 42, 70)), shape((50, 20, 45, 70))
    on = read_template(presentation(Master((layout(*samples),))), "samples", "en-US")
    pages = made({"slides": [{"title": "A", "body": "x"}, {"section": "B"}]}, on)
    assert [page.background and page.background.hides for page in pages] == [True, True]
