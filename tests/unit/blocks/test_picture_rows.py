"""Pictures of many shapes stand in rows of one height each, which end where others end."""

import pytest

from deckgen.blocks.pictures.rows import PictureRoom, in_grid, in_rows
from deckgen.units import ZERO, Emu, pt

PLACE = PictureRoom(pt(800), pt(300), pt(10))


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
    assert near(last[0].x + last[0].width // 2, PLACE.width // 2)


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


def test_a_grid_has_equal_cells_and_its_last_row_in_the_middle():
    cells = in_grid(3, 2, lambda _: 1.5, PLACE, none)
    assert len({box.size for box in cells.boxes}) == 1
    last = cells.boxes[-1]
    assert near(last.x + last.width // 2, PLACE.width // 2)
