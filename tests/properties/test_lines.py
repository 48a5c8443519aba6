"""What holds for every paragraph and every width."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.text import LIBREOFFICE, POWERPOINT, Font, NoFonts, StyledText, Typesetter
from deckgen.text.itemize import itemize
from deckgen.text.kinsoku import Breaker
from deckgen.text.lines import SLACK
from deckgen.units import Centipoints, pt

TYPESETTER = Typesetter(NoFonts())
LETTERS = st.sampled_from(
    list("abcXYZ019 -/.,:;()[]%$&")
    + list("日本語東京あいうッー、。「」（）・…“””")
    + ["\n", "\u00a0"]
)
ANY = st.characters(exclude_categories=["Cs"], exclude_characters="\n\r\x0b\x0c\x85\u2028\u2029")
TEXT = st.text(st.one_of(LETTERS, LETTERS, LETTERS, ANY), max_size=60)
FONTS = st.tuples(
    st.sampled_from(["Arial", "Calibri", "Courier New", "Nowhere Sans"]),
    st.sampled_from(["Noto Sans CJK JP", "Meiryo"]),
    st.just("Arial"),
    st.sampled_from([1000, 1400, 2050, 3200]).map(Centipoints),
    st.booleans(),
).map(lambda parts: Font(*parts))
RUNS = st.lists(
    st.tuples(TEXT, FONTS).map(lambda parts: StyledText(*parts)), min_size=1, max_size=3
)
WIDTHS = st.integers(10, 600).map(pt)
PROFILES = st.sampled_from([POWERPOINT, LIBREOFFICE])


@given(RUNS, WIDTHS, PROFILES)
def test_lines_joined_are_the_text(runs, width, profile):
    lines = TYPESETTER.lines_under(profile, runs, width)
    assert lines[0].start == 0
    assert all(a.stop == b.start for a, b in pairwise(lines))
    assert lines[-1].stop == sum(len(run.text) for run in runs)


@given(RUNS, WIDTHS)
def test_a_line_starts_where_a_break_is_allowed_unless_there_was_none(runs, width):
    text = "".join(run.text for run in runs)
    allowed = Breaker(itemize(runs), POWERPOINT).allowed
    for line in TYPESETTER.lines_under(POWERPOINT, runs, width):
        after = line.stop == len(text) or allowed[line.stop] or text[line.stop - 1] == "\n"
        assert after or not any(allowed[line.start + 1 : line.stop])


@given(RUNS, WIDTHS, PROFILES)
def test_every_line_fits_or_hangs_or_is_one_cluster(runs, width, profile):
    text = "".join(run.text for run in runs)
    for line in TYPESETTER.lines_under(profile, runs, width):
        seen = text[line.start : line.stop].rstrip()
        hangs = seen[-1:] in profile.hanging
        assert line.width <= width + SLACK + 1 or hangs or len(seen) <= 1 or _is_cluster(seen)


def _is_cluster(text: str) -> bool:
    from deckgen.text.characters import PROPERTIES

    return all(
        PROPERTIES[c].extends or PROPERTIES[b].line_break == "ZWJ" for b, c in pairwise(text)
    )


PLAIN = Font("Arial", "Meiryo", "Arial", Centipoints(1400))


@settings(max_examples=200)
@given(RUNS, WIDTHS, st.integers(1, 200).map(pt))
@example([StyledText("\u05eb \u0e31", PLAIN)], pt(10), pt(4))  # a mark without a letter
def test_wider_never_gives_more_lines(runs, width, more):
    wide = TYPESETTER.lines_under(POWERPOINT, runs, width + more)
    assert len(wide) <= len(TYPESETTER.lines_under(POWERPOINT, runs, width))


@given(RUNS, WIDTHS)
def test_balanced_titles_keep_the_number_of_lines(runs, width):
    balanced = TYPESETTER.balanced(runs, width)
    assert balanced is None or len(balanced.lines) == len(TYPESETTER.lines(runs, width))
