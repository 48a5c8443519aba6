"""Forms of numbers as authors write them: Python's, and codes of Excel that show something."""

from __future__ import annotations

import pytest

from deckgen.data.formats import BadFormatError
from deckgen.data.forms import form_of


@pytest.mark.parametrize(
    ("form", "value", "shown"),
    [
        (",.1f", 1234.56, "1,234.6"),
        ("03d", 7, "007"),
        ("03d", 1234, "1234"),
        ("+04d", 7, "+007"),
        ("08.2f", 7.5, "00007.50"),
        (".0%", 0.42, "42%"),
        ("d", 7, "7"),
        ("f", 7, "7.000000"),
        ("g", 0.1, "0.1"),
        ("000", 7, "007"),
        ("#,##0円", 1234, "1,234円"),
        ('"Yes";;"No"', 1, "Yes"),
        ("yyyy-mm", 46113, "2026-04"),
    ],
)
def test_numbers_are_written_as_python_or_excel_does(form, value, shown):
    assert form_of(form).text(float(value)) == shown


@pytest.mark.parametrize("form", ["円", "x", ">5", "5", "円;", '"fixed"', "yyyy年0月"])
def test_a_form_that_shows_nothing_of_the_number_is_refused(form):
    with pytest.raises(BadFormatError, match=r"it shows nothing|it has signs"):
        form_of(form)


def test_zeros_and_groups_are_not_mixed():
    with pytest.raises(BadFormatError, match="groups"):
        form_of("08,d")
