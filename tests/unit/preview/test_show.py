"""What windows are told of a change makes theirs what is shown."""

from hypothesis import given
from hypothesis import strategies as st

from deckgen.draw.model import DrawnGroup, PageDrawing
from deckgen.preview.show import Show, SlideFacts, SlideView

DRAWING = PageDrawing(1.0, 1.0, DrawnGroup(()), DrawnGroup(()))
SLIDES = st.lists(st.sampled_from("abcdef"), max_size=8)


def show_of(keys, version):
    views = (
        SlideView(SlideFacts(key=key, id=key, source=key, title=key), b"", DRAWING) for key in keys
    )
    return Show(version=version, slides=tuple(views))


@given(SLIDES, SLIDES)
def test_a_change_leads_from_one_show_to_the_next(one, other):
    before, after = show_of(one, 1), show_of(other, 2)
    change = after.change_from(before)
    assert (change["before"], change["version"]) == (1, 2)
    slides = [*before.as_json()["slides"]]
    slides[change["at"] : change["at"] + change["removed"]] = change["added"]
    assert tuple(slides) == after.as_json()["slides"]


@given(SLIDES)
def test_what_stays_is_not_told_again(keys):
    change = show_of([*keys, "x", *keys], 2).change_from(show_of([*keys, "y", *keys], 1))
    assert (change["at"], change["removed"], len(change["added"])) == (len(keys), 1, 1)
