"""A slide of the template is a page as it is: nothing of ours is on it, or said of it."""

from __future__ import annotations

import pytest

from deckgen.content import Paragraph
from deckgen.layout.desk import Desk
from deckgen.layout.foot.footers import PageNumber
from deckgen.layout.place.slide import Heading, place_slide
from deckgen.layout.plan.arrange import plan_slide
from deckgen.layout.plan.choice import LayoutChoice
from deckgen.slideshow import Transition
from deckgen.spec.kinds import Word
from deckgen.template.read import read_template
from tests.support.desks import SPAN, TYPESETTER, desk_on, runs, slide
from tests.support.packages import placeholder, with_slides

DESK = Desk(read_template(with_slides("Who we are", ""), "made", "en-US"), TYPESETTER)
GIVEN = {
    "notes": (Paragraph(runs("Say this"), SPAN),),
    "hidden": True,
    "transition": Transition.FADE,
}


def page_of(desk, **more):
    made = slide("A title", **{**GIVEN, **more})
    plan = plan_slide(made, desk)
    (page,) = place_slide(plan, [Heading((), "Its name", PageNumber(1, 1))], desk).pages
    return page


def test_a_slide_of_the_template_is_shown_as_it_is():
    page = page_of(DESK, use=Word("Who we are", SPAN))
    assert page.copied == "/ppt/slides/slide0.xml"
    assert (page.items, page.notes, page.hidden) == ((), (), False)
    assert (page.transition, page.background) == (Transition.NONE, None)


def test_a_slide_of_ours_has_what_is_said_of_it():
    page = page_of(desk_on(placeholder("title", None, (5, 5, 90, 15))))
    assert (page.copied, page.number, page.count) == (None, 1, 1)
    assert (page.notes, page.hidden) == (GIVEN["notes"], True)
    assert (page.transition, page.background) == (Transition.FADE, None)


@pytest.mark.parametrize(
    ("desk", "hint"),
    [
        (DESK, "its slides are 1 (`without a title`), 2 (`Who we are`)"),
        (desk_on(), "the template carries no slides"),
    ],
)
def test_a_slide_that_the_template_lacks_is_told_with_those_that_it_has(desk, hint):
    choice = LayoutChoice(desk)
    assert choice.used(Word("Nowhere", SPAN)) is None
    (told,) = choice.told
    assert (told.code.slug, told.span, told.hints) == ("unknown-template-slide", SPAN, (hint,))
    assert "`Nowhere`" in told.message
