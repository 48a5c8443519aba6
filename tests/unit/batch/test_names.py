"""Names of files that rows make: safe on every system, and one for each row."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.batch.names import BadNameError, key_of, read_pattern
from deckgen.batch.planning import folder_of, for_rows, pattern_of
from deckgen.data.model import DataCell, Moment
from deckgen.data.numerals import value_of
from deckgen.diagnostics import Sink
from deckgen.source import Source
from deckgen.spec.given import DataRow

SPAN = Source("people.csv", "x").span(0, 1)
DECK = Path("decks/card.yaml")


def row(**values):
    columns = tuple(DataCell(name, name, SPAN) for name in values)
    cells = tuple(
        DataCell(value_of(each) if isinstance(each, str) else each, str(each), SPAN)
        for each in values.values()
    )
    return DataRow(tuple(values), columns, cells)


def named(pattern, number=1, **values):
    return read_pattern(pattern).path(number, DECK, row(**values)).as_posix()


def test_columns_stand_in_braces():
    assert named("out/{name}.pptx", name="Ann Lee") == "out/Ann Lee.pptx"


def test_row_and_deck_are_always_there():
    assert named("{deck}-{row}.pptx", 7, name="x") == "card-7.pptx"


def test_a_column_may_be_called_as_these_are():
    assert named("{row}.pptx", 7, row="first") == "first.pptx"


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{amount:,.0f}.pptx", "1,235.pptx"),
        ("{amount:0000}.pptx", "1235.pptx"),
        ("{row:000}.pptx", "001.pptx"),
        ("{row:03d}.pptx", "001.pptx"),
        ("{day:yyyy-mm}.pptx", "2026-11.pptx"),
    ],
)
def test_numbers_and_dates_have_the_forms_of_variables(pattern, name):
    values = {"amount": 1234.6, "day": Moment(739_948)}
    assert named(pattern, **values) == name


def test_two_braces_are_one():
    assert named("{{{name}}}.pptx", name="a") == "{a}.pptx"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("../../etc/passwd", "-..-etc-passwd"),
        ("a/b\\c:d", "a-b-c-d"),
        ("CON", "CON_"),
        ("nul.txt", "nul_.txt"),
        ("  a \n b. ", "a b"),
        (".hidden", "hidden"),
        ("か\u3099", "が"),
        ("a\x00\x1bb", "a-b"),
    ],
)
def test_what_systems_do_not_take_in_names_is_replaced(value, name):
    assert named("{name}", name=value) == name


@given(st.text(min_size=1, max_size=60))
def test_no_value_leads_out_of_the_folder(value):
    try:
        path = read_pattern("out/{name}.pptx").path(1, DECK, row(name=value))
    except BadNameError:
        return
    assert path.parent == Path("out")
    assert path.name.endswith(".pptx")
    assert len(path.name.encode("utf-8", "surrogatepass")) <= 255


def test_a_variable_of_a_deck_is_no_column_of_a_name():
    with pytest.raises(BadNameError, match=r"`\$\{name\}` is how a deck") as caught:
        read_pattern("out/${name}.pptx")
    assert caught.value.diagnostic.hints == ("in names of files write `{name}`",)


@pytest.mark.parametrize("pattern", ["{name", "name}", "{}", "{a b}", "{name:[red}"])
def test_a_pattern_that_is_none_is_told(pattern):
    with pytest.raises(BadNameError) as caught:
        read_pattern(pattern).path(1, DECK, row(name="5"))
    assert caught.value.diagnostic.code.slug == "bad-output-name"


@pytest.mark.parametrize("value", ["", "...", "   "])
def test_a_row_that_says_nothing_has_no_name(value):
    with pytest.raises(BadNameError, match="says nothing"):
        named("{name}.pptx", name=value)


def test_a_name_that_is_too_long_is_told():
    with pytest.raises(BadNameError, match="255"):
        named("{name}.pptx", name="漢" * 100)


def test_the_second_of_two_rows_with_one_name_has_a_problem_that_names_both():
    rows = [row(name=name) for name in ("Ann", "Bob", "ann", "ＡＮＮ")]
    jobs = for_rows(DECK, rows, read_pattern("{name}.pptx"), Sink())
    assert jobs is not None
    assert [job.problem is None for job in jobs] == [True, True, False, False]
    assert "row 3 would be written to `ann.pptx`, as is row 1" in jobs[2].problem.message


def test_a_column_that_is_not_there_is_guessed_at():
    sink = Sink()
    assert for_rows(DECK, [row(name="a")], read_pattern("{nmae}.pptx"), sink) is None
    assert sink.sorted()[0].hints == ("did you mean `name`?",)


def test_the_folder_of_all_results_is_what_stands_before_the_first_brace():
    assert folder_of(read_pattern("out/to/{city}/{name}.pptx")) == Path("out/to")
    assert folder_of(read_pattern("out/to {city}.pptx")) == Path("out")


def test_a_folder_has_files_named_by_deck_and_row():
    pattern = pattern_of("a {b}", DECK, rows=True, folder=True)
    assert pattern.path(3, DECK, row(name="x")) == Path("a {b}/card-3.pptx")


def test_names_are_alike_that_some_system_takes_for_one():
    assert key_of(Path("A/É.pptx")) == key_of(Path("a/e\u0301.pptx"))
