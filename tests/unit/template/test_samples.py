"""Masters without text styles look as their samples of text do."""

from __future__ import annotations

import pytest

from deckgen.styles import Align
from deckgen.template.model import Role, Slot, Template
from deckgen.template.read import read_template
from tests.support.packages import Master, layout, placeholder, presentation

TOP, WHOLE = (5, 5, 90, 15), (5, 25, 90, 65)
STYLES = "<p:titleStyle/><p:bodyStyle/>"


def sample(kind: str, *paragraphs: str, box=WHOLE, style: str = "") -> str:
    """Return a placeholder that holds paragraphs as some exporters write them."""
    empty = "<a:p><a:r><a:t></a:t></a:r></a:p>"
    made = placeholder(kind, 1 if kind == "body" else None, box, style=style)
    assert empty in made
    return made.replace(empty, "".join(paragraphs))


def line(size: int, level: int = 0, more: str = "", text: str = "Sample") -> str:
    """Return a paragraph of a sample, whose text has a size in points."""
    run = f'<a:r><a:rPr sz="{size * 100}"/><a:t>{text}</a:t></a:r>'
    return f'<a:p><a:pPr lvl="{level}" {more}/>{run}</a:p>'


def end(size: int) -> str:
    """Return a paragraph without text, whose end has a size in points."""
    return f'<a:p><a:endParaRPr sz="{size * 100}"/></a:p>'


def read(*masters: str, slots: tuple[str, ...] = (), styles: str = "") -> Template:
    shapes = slots or (placeholder("title", None, TOP), placeholder("body", 1, WHOLE))
    return read_template(presentation(Master((layout(*shapes),), masters, styles)), "t")


def slot(made: Template, role: Role) -> Slot:
    found = made.layouts[0].first(role)
    assert found is not None
    return found


def test_text_looks_as_the_samples_of_a_master_that_states_no_style():
    made = read(sample("title", line(40)), sample("body", line(24), line(20, 1, 'marL="914400"')))
    assert slot(made, Role.TITLE).levels[0].size.points == 40
    first, second, *_ = slot(made, Role.BODY).levels
    assert (first.size.points, second.size.points, second.margin_left) == (24, 20, 914400)


def test_the_first_of_a_level_is_its_sample():
    made = read(sample("body", line(24), line(12)))
    assert slot(made, Role.BODY).levels[0].size.points == 24


def test_a_master_that_states_styles_is_not_taken_by_its_samples():
    made = read(sample("title", line(40)), sample("body", line(24)), styles=STYLES)
    assert slot(made, Role.TITLE).levels[0].size.points == 18
    assert slot(made, Role.BODY).levels[0].size.points == 18


def test_a_style_that_a_master_states_goes_before_samples_where_it_states_no_other():
    """On its layouts as well: what it states of titles is what slides inherit."""
    titled = '<p:titleStyle><a:lvl1pPr><a:defRPr sz="3600"/></a:lvl1pPr></p:titleStyle>'
    slots = (sample("title", line(32), box=TOP), sample("body", line(20)))
    made = read(sample("title", line(40)), sample("body", line(24)), slots=slots, styles=titled)
    assert slot(made, Role.TITLE).levels[0].size.points == 36
    assert slot(made, Role.BODY).levels[0].size.points == 20


def test_what_a_list_style_states_goes_before_a_sample():
    style = '<a:lvl1pPr><a:defRPr sz="3000"/></a:lvl1pPr>'
    made = read(sample("title", line(40), style=style))
    assert slot(made, Role.TITLE).levels[0].size.points == 30


def test_samples_of_a_layout_lie_over_those_of_its_master():
    slots = (sample("title", end(32), box=TOP), sample("body", line(20)))
    made = read(sample("title", line(40)), sample("body", line(24)), slots=slots)
    assert slot(made, Role.TITLE).levels[0].size.points == 32
    assert slot(made, Role.BODY).levels[0].size.points == 20


def test_no_level_of_a_sample_is_larger_than_the_one_above():
    made = read(sample("body", line(20), line(22, 1), line(16, 2), line(28, 3)))
    sizes = [level.size.points for level in slot(made, Role.BODY).levels[:4]]
    assert sizes == [20, 20, 16, 16]


@pytest.mark.parametrize("lone", ["dt", "ftr", "sldNum"])
def test_a_foot_without_sample_looks_as_what_stands_beside_it(lone):
    kinds = [kind for kind in ("dt", "ftr", "sldNum") if kind != lone]
    boxes = {"dt": (5, 92, 20, 5), "ftr": (30, 92, 40, 5), "sldNum": (75, 92, 20, 5)}
    shown = [sample(kind, line(11, more='algn="r"'), box=boxes[kind]) for kind in kinds]
    made = read(*shown, sample(lone, end(18), box=boxes[lone]))
    foot = {one.placeholder.type: one.levels[0] for one in made.bases[0].furniture}
    assert {kind: level.size.points for kind, level in foot.items()} == dict.fromkeys(boxes, 11)
    assert [kind for kind, level in foot.items() if level.align is Align.LEFT] == [lone]


def test_where_nothing_is_shown_titles_lead_text_and_the_foot_stands_behind_it():
    made = read(placeholder("ftr", None, (30, 92, 40, 5)))
    (foot,) = made.bases[0].furniture
    found = (slot(made, Role.TITLE), slot(made, Role.BODY), foot)
    assert [each.levels[0].size.points for each in found] == [28, 18, 12]
