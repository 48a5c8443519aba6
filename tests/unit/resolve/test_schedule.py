"""What slides say of their time, summed up by section."""

import pytest

from deckgen.compiler import build_text


def deck(*times):
    slides = "".join(f"- {{title: S{n}, timing: '{time}'}}\n" for n, time in enumerate(times))
    return f"slides:\n{slides}"


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        *(("2 min", 120), ("2min", 120), ("2", 120), ("1.5 min", 90), ("1 min 30 s", 90)),
        *(("90 s", 90), ("1:30", 90), ("2分", 120), ("2分30秒", 150), ("1:02:30", 3750)),
        *(("1h 5 min", 3900), ("0:05", 5)),
    ],
)
def test_a_time_is_read(written, seconds):
    build = build_text(deck(written))
    assert [slide.seconds for slide in build.deck().slides] == [seconds]
    assert build.sink.sorted() == ()


@pytest.mark.parametrize("written", ["soon", "1:70", "2 weeks", "-1 min", "", "min"])
def test_what_is_no_time_is_told(written):
    build = build_text(deck(written))
    build.deck()
    (item,) = build.sink.sorted()
    assert (item.code.slug, item.span.line) == ("invalid-value", 2)


def test_times_are_summed_up_by_section():
    text = """
slides:
- section: One
- {title: A, timing: 2 min}
- {title: B, timing: 90 s}
- section: Two
- {title: C, timing: 1h}
- {title: D}
- {title: E, timing: 5 min, hidden: true}
"""
    assert build_text(text).schedule() == (
        "    3:30  One",
        " 1:00:00  Two",
        " 1:03:30  in all, 1 of 4 slides without a time",
    )


def test_a_deck_that_says_no_times_has_no_schedule():
    assert build_text("slides: [{title: A, body: timing}]").schedule() == ()
