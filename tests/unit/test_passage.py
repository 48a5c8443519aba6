"""The way back from a text to where its lines were written."""

from deckgen.passage import Passage
from deckgen.source import Source

SOURCE = Source("x", "body: |\n    - 一\n    - 二  \n\n    - 三\nend\n")


def passage():
    starts = tuple(SOURCE.text.index(mark) for mark in ("- 一", "- 二"))
    blank = SOURCE.text.index("\n\n") + 1
    starts += (blank, SOURCE.text.index("- 三"))
    return Passage("- 一\n- 二  \n\n- 三\n", SOURCE.span(6, SOURCE.text.index("end")), starts)


def test_a_line_is_found_without_the_space_around_it():
    assert passage().lines(1, 2).text == "- 二"


def test_lines_are_found_from_the_first_to_the_last():
    assert passage().lines(0, 2).text == "- 一\n    - 二"


def test_lines_that_do_not_exist_are_the_whole():
    whole = passage().span
    assert passage().lines(2, 9) == whole
    assert passage().lines(1, 1) == whole
    assert Passage("folded", whole).lines(0, 1) == whole


def test_a_part_is_found_within_a_span():
    line = passage().lines(3, 4)
    assert passage().find("三", line).text == "三"
    assert passage().find("三", line).line == 5


def test_a_part_that_was_written_otherwise_is_the_span():
    line = passage().lines(0, 1)
    assert passage().find("absent", line) == line
    assert passage().find("", line) == line
