"""Keys that are not known are told of in whatever record they stand."""

from __future__ import annotations

from typing import get_args

import pytest

from deckgen.blocks import block_types
from deckgen.spec.keys import shape_of
from deckgen.spec.language import Spec
from deckgen.spec.unknown import has_keys, key_with


def _types(expected):
    inner = get_args(expected)
    return [each for one in inner for each in _types(one)] if inner else [expected]


def _records(record, found):
    """Collect a record and all that its keys lead to, those that are bound by their keys."""
    if record not in found:
        found.add(record)
        for declared in shape_of(record).keys.values():
            for held in _types(declared.type):
                if has_keys(held):
                    _records(held, found)
    return found


RECORDS = sorted(
    set().union(*(_records(record, set()) for record in (Spec, *block_types()))),
    key=lambda r: r.__name__,
)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_key_that_no_record_has_belongs_under_none(record):
    assert key_with("no such key", shape_of(record)) is None


def test_a_key_of_a_record_within_is_told_where_it_belongs():
    settings = next(record for record in RECORDS if record.__name__ == "Settings")
    assert key_with("macros", shape_of(settings)) == "math"


def test_a_line_of_the_title_slide_beside_it_is_told_where_it_belongs(read):
    found = read("title: Report\nauthor: Ann\n")
    found.bind()
    assert found.hints == ("it is a line of the title slide: write `title: {title: …, author: …}`")


def test_a_key_in_capitals_beside_itself_is_not_taken_for_another(read):
    found = read("slides:\n  - title: x\n    Title: y\n")
    found.bind()
    assert found.hints == "`title` in small letters is there already: remove one of them"


def test_a_key_figure_written_as_a_pair_is_told_with_the_figure_as_its_value(read):
    found = read("slides:\n  - title: x\n    figures: {Sales: 5 M}\n")
    found.bind()
    assert found.hints.endswith("as `- {value: 5 M, label: Sales}`")
