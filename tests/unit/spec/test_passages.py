"""Lines of a text lead back to the lines of the YAML file in which they stand."""

import pytest


@pytest.fixture
def passage(read):
    return lambda text: read(text).root.get("a").value.passage


def test_each_line_of_a_literal_block_has_its_place(passage):
    found = passage("b: 1\na: |  # comment\n    一\n      二\n\n    三\n")
    assert [found.lines(n, n + 1).line for n in (0, 1, 3)] == [3, 4, 6]
    assert found.lines(1, 2).text == "二"
    assert found.lines(1, 2).column == 7


@pytest.mark.parametrize("mark", ["|", "|-", "|+", "|2-", "|1"])
def test_marks_of_a_block_change_nothing(passage, mark):
    found = passage(f"a: {mark}\n  一\n  二\n\n\nb: 1\n")
    assert found.lines(1, 2).text.strip() == "二"
    assert found.lines(1, 2).line == 3


def test_line_ends_of_windows_change_nothing(passage):
    found = passage("a: |\r\n  一\r\n  二\r\n")
    assert (found.lines(1, 2).line, found.lines(1, 2).text) == (3, "二")


def test_a_block_after_blank_lines_keeps_its_places(passage):
    found = passage("a: |\n\n\n  一\n")
    assert found.lines(2, 3).text == "一"


@pytest.mark.parametrize("written", ["一二三", "'一二三'", '"一二三"'])
def test_a_line_is_where_it_is_written(passage, written):
    assert passage(f"a: {written}\n").lines(0, 1).text == "一二三"


@pytest.mark.parametrize("written", ['"一\\u4e8c三"', ">\n  一\n  二", "一\n  二", "'it''s'"])
def test_text_that_differs_from_what_is_written_has_one_place(passage, written):
    found = passage(f"a: {written}\n")
    assert found.starts == ()
    assert found.lines(0, 1) == found.span
