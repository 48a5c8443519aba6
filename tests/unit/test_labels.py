"""Words with marks of Markdown -> text alone, where the marks can be nothing else."""

import pytest

from deckgen.labels import addresses_in, plain_label


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("**Bold** and *not*", "Bold and not"),
        ("これは**太字**です", "これは太字です"),
        ("***both***, (*em*)", "both, (em)"),
        ("call `run()` now", "call run() now"),
        (
            "[the plan](https://example.org/a_b) and [mail](mailto:a@example.org)",
            "the plan and mail",
        ),
        ("[the plan](#plan)", "the plan"),
        ("$x^2$ **more**", "x² more"),
    ],
)
def test_marks_of_markdown_are_left_out(written, said):
    assert plain_label(written) == said


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2*3*4",
            "a * b * c",
            "f(*args, **kwargs)",
            "*.py,*.txt",
            "int *p, *q",
            "SELECT * FROM *",
        ),
        *("snake_case_name", "__init__", "a[0](b)", "![x](y.png)", r"\*kept\*", "a ` b", "5 ** 2"),
    ],
)
def test_what_may_mean_something_else_stays(text):
    assert plain_label(text) == text


def test_addresses_are_told_in_their_order():
    assert addresses_in("[a](https://example.org/1) [b](#c) [d](e)") == (
        "https://example.org/1",
        "#c",
    )
