"""Lines and columns of code points, whatever the text holds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.source import Excerpt, Source, Stretches

TEXT = "題: 報告\nemoji 🎉 end\r\n\nlast"


@pytest.fixture(scope="module")
def source():
    return Source("deck.yaml", TEXT)


@pytest.mark.parametrize(
    ("part", "position"),
    [
        ("題", (1, 1)),
        ("告", (1, 5)),
        ("🎉", (2, 7)),
        ("end", (2, 9)),
        ("\r", (2, 12)),
        ("l", (4, 1)),
    ],
)
def test_columns_count_code_points_from_one(source, part, position):
    assert source.position(TEXT.index(part)) == position


def test_a_line_ends_before_its_carriage_return(source):
    assert [source.line_text(line) for line in range(source.line_count)] == [
        "題: 報告",
        "emoji 🎉 end",
        "",
        "last",
    ]


def test_a_final_line_feed_opens_another_line():
    assert Source("x", "a\n").line_count == 2


def test_an_empty_text_has_one_line():
    source = Source("x", "")
    assert (source.line_count, source.line_text(0), source.position(0)) == (1, "", (1, 1))


def test_the_end_of_the_text_is_a_place(source):
    assert source.position(len(TEXT)) == (4, 5)


def test_a_span_says_where_it_is_as_editors_write_it(source):
    assert str(source.span(TEXT.index("end"), TEXT.index("end") + 3)) == "deck.yaml:2:9"


def test_a_span_knows_its_line_column_and_text(source):
    span = source.span(TEXT.index("報"), TEXT.index("告") + 1)
    assert (span.line, span.column, span.text) == (1, 4, "報告")


def test_spans_join_to_what_lies_between(source):
    first, second = source.span(0, 1), source.span(3, 5)
    assert first.to(second).text == "題: 報告"
    assert source.span(0, 9).to(source.span(2, 4)).stop == 9


def test_sources_of_the_same_text_are_not_the_same():
    assert Source("x", "a") != Source("x", "a")


@given(st.text(alphabet="aあ🎉\r\n\u2028"), st.data())
def test_line_and_column_lead_back_to_the_offset(text, data):
    source = Source("x", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.position(offset)
    assert source.line_start(line - 1) + column - 1 == offset
    assert line == text.count("\n", 0, offset) + 1


@given(
    spans=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=8),
    start=st.integers(0, 30),
    length=st.integers(0, 8),
)
@example(spans=[(1, 0)], start=0, length=2)
def test_a_span_meets_many_where_it_meets_one(spans, start, length):
    source = Source("deck.yaml", "x" * 40)
    many = [source.span(at, at + size) for at, size in spans]
    place = source.span(start, start + length)
    meets = any(one.start < place.stop and place.start < one.stop for one in many if one.text)
    assert not place.text or Stretches(many).meet(place) is meets
    assert not Stretches(many).meet(Source("other.yaml", "x" * 40).span(start, start + length))


def test_a_span_in_an_excerpt_moves_with_it():
    excerpt = Excerpt("deck.yaml", "- b\n")
    span = excerpt.span(2, 3)
    assert str(span) == "deck.yaml:1:3"
    excerpt.stand(Source("deck.yaml", "- a\n- b\n"), 4)
    assert (str(span), span.text, span.settled.text) == ("deck.yaml:2:3", "b", "b")
    excerpt.stand(Source("deck.yaml", "- a\n- c\n- b\n"), 8)
    assert (str(span), span.line, span.column) == ("deck.yaml:3:3", 3, 3)


def test_a_span_in_an_excerpt_stays_where_it_was_settled():
    excerpt, first = Excerpt("deck.yaml", "b"), Source("deck.yaml", "ab")
    excerpt.stand(first, 1)
    settled = excerpt.span(0, 1).settled
    excerpt.stand(Source("deck.yaml", "aab"), 2)
    assert settled == first.span(1, 2)
