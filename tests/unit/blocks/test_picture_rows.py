"""Pictures of many shapes stand in rows of one height each, which end where others end."""

import pytest

from deckgen.blocks.pictures.rows import PictureRoom, in_balanced_rows, in_grid, in_rows
from deckgen.records import replace
from deckgen.units import ZERO, Emu, pt

PLACE = PictureRoom(pt(800), pt(300), pt(10), caption_width=pt(800))


def none(_number, _width):
    return ZERO


def rows_of(cells):
    tops = sorted({box.y for box in cells.boxes})
    return [[box for box in cells.boxes if box.y == top] for top in tops]


def near(one, other):
    return one == pytest.approx(other, abs=10)


def test_pictures_in_a_row_have_one_height_and_their_own_shapes():
    cells = in_rows([4.0, 0.5, 1.0], 3, PLACE, none)
    assert len({box.height for box in cells.boxes}) == 1
    assert [round(box.width / box.height, 2) for box in cells.boxes] == [4.0, 0.5, 1.0]


def test_rows_begin_and_end_in_the_same_places():
    first, second = rows_of(in_rows([1.5, 1.4, 1.8, 1.1], 2, PLACE, none))
    assert near(first[0].x, second[0].x)
    assert near(first[-1].right, second[-1].right)


def test_a_last_row_of_one_picture_is_not_much_higher():
    first, last = rows_of(in_rows([1.5, 1.5, 1.0], 2, PLACE, none))
    assert last[0].height <= first[0].height * 1.25 + 1
    assert near(last[0].x, first[0].x)


@pytest.mark.parametrize("aspects", [[1.0] * 7, [0.2, 5.0], [3.0, 3.0, 0.3]])
@pytest.mark.parametrize("columns", [1, 2, 3])
def test_all_stays_within_the_place_captions_included(aspects, columns):
    def below(_number, width):
        return Emu(pt(3000) * pt(12) // width)  # the narrower, the more lines

    for cells in (
        in_rows(aspects, columns, PLACE, below),
        in_grid(len(aspects), columns, lambda _: 1.5, PLACE, below),
    ):
        if cells is not None:
            assert cells.height <= PLACE.height + 10 or cells.boxes[0].height == Emu(1)
            assert all(box.x >= 0 and box.right <= PLACE.width + 10 for box in cells.boxes)


def test_there_are_no_rows_where_captions_take_all_the_room():
    assert in_rows([1.0, 1.0], 2, PLACE, lambda _number, _width: pt(400)) is None


def test_a_grid_has_equal_cells_and_one_left_axis():
    cells = in_grid(3, 2, lambda _: 1.5, PLACE, none)
    assert len({box.size for box in cells.boxes}) == 1
    assert cells.boxes[0].x == cells.boxes[2].x == cells.left


def test_columns_stand_as_far_apart_as_captions_in_one_line_need():
    place = replace(PLACE, caption_width=pt(150))
    cells = in_grid(4, 4, lambda _: 0.2, place, lambda _number, _width: pt(20))
    first, second = cells.boxes[:2]
    assert second.x - first.x == pt(150) + place.gap
    assert cells.width == pt(150) * 4 + place.gap * 3


def test_balanced_rows_fill_the_width_with_pictures_of_all_shapes():
    aspects = [1.78, 0.56, 6.0, 1.0, 1.5, 0.67, 1.33]
    cells = in_balanced_rows(aspects, 2, PictureRoom(pt(840), pt(360), pt(12)), none)
    first, second = rows_of(cells)
    for row in (first, second):
        assert near(row[0].x, ZERO)
        assert near(row[-1].right, pt(840))
    assert second[0].height < first[0].height * 2
    assert near(second[0].y - first[0].bottom, pt(12))


def test_grid_is_as_full_as_its_last_row():
    def share(count, columns):
        return in_grid(count, columns, lambda _: 1.0, PLACE, none).filled

    assert share(4, 2) == pytest.approx(1)
    assert share(3, 2) < share(5, 3) < 1
