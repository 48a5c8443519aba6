"""What conditions say, and where they are wrong."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.expressions import ExpressionError, Value, holds, names_in, parse
from deckgen.expressions.parser import DEEPEST
from deckgen.expressions.tokens import LONGEST

NAMES: dict[tuple[str, ...], Value] = {
    ("audience",): "internal",
    ("year",): 2026,
    ("revenue",): Decimal("-0.1"),
    ("share",): 0.1,
    ("digits",): "2026",
    ("draft",): False,
    ("empty",): None,
    ("team", "size"): 8,
    ("regions",): ("EMEA", "APAC"),
    ("売上",): 100,
    ("net revenue",): 5,
}


def told(text):
    return holds(parse(text), lambda name: NAMES[name.path])


@pytest.mark.parametrize(
    "text",
    [
        'audience == "internal"',
        "audience == 'internal'",
        'audience != "public"',
        "year >= 2026 and year < 2027",
        "2025 < year <= 2026",
        "revenue < 0",
        "revenue == -0.1",
        "share == 0.1",
        "digits == 2026",
        "digits >= 2025.5",
        "not draft",
        "not (draft or empty)",
        "draft == false",
        "empty == null",
        "not empty < 0",
        "not empty >= 0",
        "team.size in [7, 8]",
        '"EMEA" in regions',
        '"US" not in regions',
        '"intern" in audience',
        "regions == ['EMEA', 'APAC']",
        "売上 > 99",
        "`net revenue` == 5",
        "year",
        "true or draft",
        'false and audience == "internal" or true',
        "1_000 == 1000",
        r"'it\'s' == " + '"it\'s"',
        "year IN [2026]",
        "[1, 2,] == [1, 2]",
        "1e3 == 1000",
    ],
)
def test_these_hold(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        'audience == "Internal"',
        "true == 1",
        "draft == 0",
        'year == "x"',
        "empty < 0",
        "empty == 0",
        "draft",
        "[]",
        "''",
        "0",
        "2025 < year < 2026",
        "1 in empty",
        "[1] == [1, 2]",
    ],
)
def test_these_do_not_hold(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "message", "where", "hint"),
    [
        ("", "an expression is missing", "", ""),
        ('a = "x"', "`=` means nothing here", "=", "did you mean `==`?"),
        ("a && b", "`&&` means nothing here", "&&", "did you mean `and`?"),
        ("!a", "`!` means nothing here", "!", "did you mean `not`?"),
        ("a == “x”", "`“` means nothing here", "“", "straight quotation marks"),
        ("a ＝ 1", "`＝` means nothing here", "＝", "did you mean `==`?"),
        ('a == "x', "a text starts here that has no end", '"', 'close it with "'),
        ("a + 1 > 2", "`+` means nothing here", "+", "do not calculate"),
        ("a ==", "expected a name, a text or a number, found the end", "", ""),
        ("(a", "expected `)`, found the end", "", ""),
        ("[1 2]", "expected `,` or `]`, found `2`", "2", ""),
        ("a == not", "expected a name, a text or a number, found `not`", "not", ""),
        ("a not b", "expected `in`, found `b`", "b", ""),
        ("very internal", "expected `and`, `or` or the end", "internal", "quotation marks"),
        ("-a", "expected a number, found `a`", "a", ""),
        ("a)", "expected `and`, `or` or the end, found `)`", ")", ""),
        ("f(1)", "expected `and`, `or` or the end, found `(`", "(", ""),
        ("2026年 == 1", "means nothing here", "2", ""),
    ],
)
def test_mistakes_have_a_place(text, message, where, hint):
    with pytest.raises(ExpressionError) as found:
        parse(text)
    error = found.value
    assert message in error.message
    assert text[error.start : error.stop] == where
    assert hint in error.hint


@pytest.mark.parametrize("text", ["audience < 3", "regions < 1", "draft > 0", "1 in year"])
def test_values_without_an_order_are_told(text):
    with pytest.raises(ExpressionError):
        told(text)


def test_names_are_those_that_are_written():
    names = names_in(parse('not a.b or [c, "d"] == e and `f g` in h'))
    assert [name.text for name in names] == ["a.b", "c", "e", "f g", "h"]


@pytest.mark.parametrize("nest", ["({})", "not {}", "[{}]"])
def test_depth_is_bounded(nest):
    text = "1"
    for _ in range(DEEPEST):
        text = nest.format(text)
    parse(text)
    with pytest.raises(ExpressionError, match="levels deep"):
        parse(nest.format(text))


def test_length_is_bounded():
    parse(" " * (LONGEST - 1) + "1")
    with pytest.raises(ExpressionError, match="characters"):
        parse(" " * LONGEST + "1")


class _PlacedError(Exception):
    pass


@contextmanager
def within(text):
    """Turn a mistake at a place in a text into one that may be let go."""
    try:
        yield
    except ExpressionError as error:
        if 0 <= error.start <= error.stop <= len(text):
            raise _PlacedError from error
        raise


@given(st.text(alphabet="ab1.\"'`()[]<>=!, -notandorin＝“", max_size=30))
def test_any_text_is_an_expression_or_has_a_mistake_in_it(text):
    with suppress(_PlacedError), within(text):
        assert all(name.path for name in names_in(parse(text)))
