"""What leads on and on is folded: into rows that turn, or into columns that all lead down."""

from itertools import pairwise

import pytest

from deckgen.diagrams.folding import folded
from deckgen.diagrams.grid import on_a_grid
from deckgen.diagrams.layers import Footprint, NodeBox, NodeSpacing, layered
from deckgen.diagrams.model import Direction
from deckgen.pages import TextFrame, single_items
from tests.support.building import build_pages

NAMES = "abcdefgh"
CHAIN = [*pairwise(NAMES)]
BETWEEN = 40.0


def chain(direction, rows, edges=CHAIN):
    sizes = dict.fromkeys(NAMES, Footprint(80.0, 30.0))
    spots = layered(sizes, edges, NodeSpacing(20.0, BETWEEN), direction)
    return folded(spots, edges, direction, rows, BETWEEN)


def middles(found, names, axis):
    return [found.spots[name].middle[axis] for name in names]


@pytest.mark.parametrize("direction", [Direction.RIGHT, Direction.LEFT])
def test_rows_turn_so_that_the_next_starts_below_where_one_ends(direction):
    found = chain(direction, 2)
    assert [found.rows[name] for name in NAMES] == [0] * 4 + [1] * 4
    back = direction is Direction.LEFT
    assert middles(found, "abcd", 0) == sorted(middles(found, "abcd", 0), reverse=back)
    assert middles(found, "efgh", 0) == sorted(middles(found, "efgh", 0), reverse=not back)
    (ends,), (starts,) = middles(found, "d", 0), middles(found, "e", 0)
    assert ends == starts
    assert found.spots["e"].y - found.spots["d"].bottom == BETWEEN


@pytest.mark.parametrize("direction", [Direction.DOWN, Direction.UP])
def test_columns_all_lead_the_same_way_and_start_at_the_same_height(direction):
    found = chain(direction, 2)
    up = direction is Direction.UP
    for column in ("abcd", "efgh"):
        assert middles(found, column, 1) == sorted(middles(found, column, 1), reverse=up)
    assert middles(found, "a", 1) == middles(found, "e", 1)
    assert found.spots["e"].x - found.spots["a"].right == BETWEEN


def test_edges_lead_back_in_a_row_that_turns_and_down_to_the_next():
    found = chain(Direction.RIGHT, 2)
    led = [found.direction(a, b, Direction.RIGHT) for a, b in (("a", "b"), ("d", "e"), ("e", "f"))]
    assert led == [Direction.RIGHT, Direction.DOWN, Direction.LEFT]
    assert found.direction("e", "d", Direction.RIGHT) is Direction.UP


def test_edges_lead_across_to_the_next_column_and_down_within_each():
    found = chain(Direction.DOWN, 2)
    led = [found.direction(a, b, Direction.DOWN) for a, b in (("a", "b"), ("d", "e"), ("e", "f"))]
    assert led == [Direction.DOWN, Direction.RIGHT, Direction.DOWN]
    assert found.direction("e", "d", Direction.DOWN) is Direction.LEFT


def test_it_is_folded_where_the_fewest_edges_lead_across():
    twins = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "e"), ("d", "f"), ("e", "f")]
    twins += [("f", "g"), ("g", "h")]
    found = chain(Direction.RIGHT, 2, twins)
    assert {found.rows[name] for name in "abcde"} == {0}
    assert {found.rows[name] for name in "gh"} == {1}


def test_nothing_is_folded_where_many_edges_would_lead_across_or_there_are_few_layers():
    every = [(a, b) for number, a in enumerate(NAMES) for b in NAMES[number + 1 :]]
    assert not chain(Direction.RIGHT, 2, every).rows
    assert not chain(Direction.RIGHT, 1).rows
    assert not chain(Direction.RIGHT, 2, [("a", "b")]).rows


@pytest.mark.parametrize("direction", ["TD", "LR"])
def test_a_long_chain_of_long_names_is_read_well(direction):
    steps = " --> ".join(f"{name}[Something that is done in step {name}]" for name in "abcdefghi")
    text = f"slides:\n  - title: T\n    diagram: |\n      flowchart {direction}\n        {steps}\n"
    (page,) = build_pages(text).pages
    frames = [item for item in single_items(page.items) if isinstance(item, TextFrame)]
    shown = [frame for frame in frames if "Something" in frame.text]
    assert len(shown) == 9
    assert min(frame.paragraphs[0].style.size.points for frame in shown) >= 13


def shown(names, template="corporate"):
    chained = " --> ".join(f"n{number}[{name}]" for number, name in enumerate(names))
    text = f"slides:\n  - title: T\n    diagram: |\n      flowchart LR\n        {chained}\n"
    (page,) = build_pages(text, template).pages
    frames = [item for item in single_items(page.items) if isinstance(item, TextFrame)]
    return [frame for frame in frames if frame.text in names]


SHORT = ("受注", "与信", "引当", "出荷", "納品", "検収", "請求", "督促", "入金", "決算")


@pytest.mark.parametrize("template", ["corporate", "plain"])
def test_a_long_chain_of_short_names_is_folded_where_its_words_are_larger_so(template):
    frames = shown(SHORT, template)
    assert len({frame.box.y for frame in frames}) > 1
    assert min(frame.levels[0].size.points for frame in frames) >= 20


def test_a_chain_whose_words_are_about_as_large_as_text_stays_in_one_row():
    assert len({frame.box.y for frame in shown(SHORT[:5])}) == 1


def test_boxes_of_several_rows_stand_below_one_another_and_are_alike_in_size():
    frames = shown(("受注", "与信確認", "在庫引当", "出荷", "納品", "検収", "請求", "入金確認"))
    assert len({frame.box.y for frame in frames}) == 2
    assert len({frame.box.x for frame in frames}) == 4
    assert len({(frame.box.width, frame.box.height) for frame in frames}) == 1


def test_boxes_of_one_name_that_is_much_longer_than_others_keep_their_widths():
    frames = shown(("受注", "与信確認済みの案件一覧", "納品"))
    assert len({frame.box.width for frame in frames}) > 1


def test_rows_are_on_one_grid_unless_that_makes_them_much_longer():
    def apart(first, second):
        spots = {name: NodeBox(x, 0.0, 10.0, 10.0) for name, x in zip("abc", first, strict=True)}
        spots |= {name: NodeBox(x, 0.0, 10.0, 10.0) for name, x in zip("def", second, strict=True)}
        placed = on_a_grid([[[n] for n in "abc"], [[n] for n in "def"]], spots, turns=False)
        return [placed[below].x - placed[above].x for above, below in ("ad", "be", "cf")]

    assert apart((0, 20, 40), (0, 25, 45)) == [0.0, 0.0, 0.0]
    assert apart((0, 20, 220), (0, 200, 220)) == [0.0, 180.0, 0.0]


def test_no_row_has_one_layer_alone_where_there_are_enough():
    fan = [("a", "b"), *(("b", each) for each in "cdef"), *((each, "g") for each in "cdef")]
    sizes = dict.fromkeys("abcdefg", Footprint(80.0, 30.0))
    spots = layered(sizes, fan, NodeSpacing(20.0, BETWEEN), Direction.DOWN)
    assert not folded(spots, fan, Direction.DOWN, 2, BETWEEN, most_across=1).rows


def test_a_tree_of_decisions_is_not_folded_where_several_ways_would_lead_across():
    text = """
slides:
  - title: T
    diagram: |
      flowchart TD
        A[Receive] --> B{Urgent}
        B -->|yes| C[Call]
        B -->|no| D{Kind}
        D --> E[Accounts]
        D --> F[Engineers]
        C --> G[Record]
        E --> G
        F --> G
"""
    (page,) = build_pages(text).pages
    frames = [item for item in single_items(page.items) if isinstance(item, TextFrame)]
    at = {frame.text: frame.box.y for frame in frames}
    names = ("Receive", "Urgent", "Kind", "Accounts", "Record")
    assert [at[name] for name in names] == sorted(at[name] for name in names)
