"""What the benchmark beside other programs gives them, and how it compares."""

from __future__ import annotations

import pytest
from benchmarks.peers import ratio, runs
from benchmarks.processes import Cost


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plain", [("plain", "", False)]),
        ("**bold** end", [("bold", "", True), (" end", "", False)]),
        (
            "see <https://example.org/a>",
            [("see ", "", False), ("https://example.org/a", "https://example.org/a", False)],
        ),
        ("", []),
    ],
)
def test_markup_of_a_line_becomes_runs(line, expected):
    assert runs(line) == expected


def test_a_ratio_is_of_what_ran_in_one_turn():
    ours = [Cost(1, 1, 0), Cost(10, 10, 0), Cost(3, 3, 0)]
    theirs = [Cost(2, 2, 0), Cost(10, 10, 0), Cost(2, 2, 0)]
    assert ratio({"deckgen": ours, "x": theirs}, "x", "cpu") == "1.00 (0.50 to 1.50)"


def test_what_was_not_measured_has_no_ratio():
    assert ratio({"deckgen": [Cost(1, 1, 0)]}, "x", "wall") == ""
