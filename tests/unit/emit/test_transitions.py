"""A transition stands between a slide's colours and its timing, with one for older programs."""

import pytest

from deckgen.opc.xml import qn
from deckgen.records import replace
from deckgen.slideshow import Transition

COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


@pytest.fixture
def last(first_slide, make):
    """Return what stands last in the slide of a page that appears in a way."""

    def written(how):
        page = replace(make.page(make.text("x")), transition=how)
        return first_slide(make.pages(page))[-1]

    return written


def test_a_page_that_appears_at_once_has_no_transition(last):
    assert last(Transition.NONE).tag == qn("p:clrMapOvr")


@pytest.mark.parametrize("how", [Transition.FADE, Transition.PUSH, Transition.WIPE])
def test_what_all_programs_know_is_written_plainly(last, how):
    found = last(how)
    assert found.tag == qn("p:transition")
    assert [inner.tag for inner in found] == [qn(f"p:{how.value}")]


def test_morph_fades_in_programs_that_do_not_know_it(last):
    choice, fallback = last(Transition.MORPH)
    assert choice.get("Requires").split() == ["p14", "p159"]
    assert all(choice.nsmap.get(prefix) for prefix in ("p14", "p159"))
    assert fallback.tag == f"{COMPATIBILITY}Fallback"
    assert fallback.find(f"{qn('p:transition')}/{qn('p:fade')}") is not None
