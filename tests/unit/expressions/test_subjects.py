"""What a condition is about: of columns that are compared with each other, the first."""

import pytest

from deckgen.expressions import parse, subjects_in


@pytest.mark.parametrize(
    ("condition", "subjects"),
    [
        ("spent > budget", ["spent"]),
        ("0 < share <= 10", ["share"]),
        ("late or spent > budget", ["late", "spent"]),
        ("not (a == b) and c", ["a", "c"]),
        ("1 < 2", []),
    ],
)
def test_subjects(condition, subjects):
    assert [name.text for name in subjects_in(parse(condition))] == subjects
