"""Lines: how wide and how high each is, and where they end under either renderer."""

from __future__ import annotations

import pytest

from deckgen.text import LIBREOFFICE, POWERPOINT, Font, NoFonts, StyledText, Typesetter
from deckgen.units import Centipoints, pt

FONT = Font("Arial", "Meiryo", "Arial", Centipoints(2000))
LARGE = Font("Arial", "Meiryo", "Arial", Centipoints(3000))
TYPESETTER = Typesetter(NoFonts())
BOTH = pytest.mark.parametrize("profile", [POWERPOINT, LIBREOFFICE], ids=lambda p: p.name)


def lines(text, width, profile, font=FONT):
    found = TYPESETTER.lines_under(profile, [StyledText(text, font)], pt(width))
    return [text[line.start : line.stop] for line in found]


@BOTH
@pytest.mark.parametrize(
    ("text", "width", "there"),
    [
        ("ああ「いう", 62, ["ああ", "「いう"]),
        ("ああ（いう", 62, ["ああ", "（いう"]),
        ("ああ＄いう", 62, ["ああ", "＄いう"]),
        ("ああサーバー", 61, ["ああ", "サー", "バー"]),
        ("あああ、い", 62, ["あああ、", "い"]),
    ],
)
def test_marks_start_or_end_no_line_by_the_rules_of_both(text, width, there, profile):
    assert lines(text, width, profile) == there


def test_closing_bracket_hangs_in_one_and_takes_a_letter_along_in_the_other():
    assert lines("あああ）い", 62, POWERPOINT) == ["あああ）", "い"]
    assert lines("あああ）い", 62, LIBREOFFICE) == ["ああ", "あ）い"]


def test_wave_dash_starts_no_line_in_powerpoint_alone():
    assert lines("あああ〜い", 62, POWERPOINT) == ["ああ", "あ〜い"]
    assert lines("あああ〜い", 62, LIBREOFFICE) == ["あああ", "〜い"]


@BOTH
def test_line_is_as_wide_as_its_text_without_the_spaces_at_its_end(profile):
    first, second = TYPESETTER.lines_under(profile, [StyledText("aaa bbbb", FONT)], pt(50))
    for line, text in ((first, "aaa"), (second, "bbbb")):
        (alone,) = TYPESETTER.lines_under(profile, [StyledText(text, FONT)], pt(500))
        assert line.width == pytest.approx(alone.width, abs=400)


@BOTH
def test_empty_line_has_no_width_and_the_size_of_what_ends_before_it(profile):
    runs = [StyledText("ab", LARGE), StyledText("\n", FONT)]
    first, last = TYPESETTER.lines_under(profile, runs, pt(500))
    assert (last.start, last.stop, last.width, last.size) == (3, 3, 0, 2000)
    assert first.size == 3000


@BOTH
def test_line_has_the_size_of_the_largest_text_on_it_and_not_of_others(profile):
    runs = [StyledText("aaa ", FONT), StyledText("bbb ", LARGE), StyledText("ccc ddd", FONT)]
    found = TYPESETTER.lines_under(profile, runs, pt(52))
    assert [line.size for line in found] == [2000, 3000, 2000, 2000]


@BOTH
def test_text_as_wide_as_its_room_fits(profile):
    (line,) = TYPESETTER.lines_under(profile, [StyledText("aaa bbb", FONT)], pt(500))
    whole = [StyledText("aaa bbb", FONT)]
    assert len(TYPESETTER.lines_under(profile, whole, line.width + 180)) == 1
    assert len(TYPESETTER.lines_under(profile, whole, line.width - 800)) == 2


@pytest.mark.parametrize(("character", "width"), [("\U0001f600", 95), ("\U00017000", 90)])
def test_break_right_before_a_character_of_a_further_plane_is_not_seen_by_libreoffice(
    character, width
):
    there = [lines(f"aaa bbb{character}", width, profile) for profile in (LIBREOFFICE, POWERPOINT)]
    assert there == [["aaa ", f"bbb{character}"], ["aaa bbb", character]]


def test_space_before_a_path_is_looked_for_as_far_as_65_characters():
    for length in (40, 64, 65, 75):
        path = "a" * length + "/" + "b" * 30
        first = lines(f"x {path}", 11.13 * (length + 10), LIBREOFFICE)[0]
        assert first == ("x " if length < 65 else f"x {'a' * length}/")


def test_letters_fit_as_far_as_their_widths_on_the_grid_of_libreoffice_say():
    from deckgen.text.fonts import Fonts
    from deckgen.text.itemize import itemize
    from deckgen.text.lines import SLACK, _full, _on_grid
    from deckgen.text.measure import measure

    text = "OpenStackの事例と東京Wi-Fi接続TCP/IPストレージとKubernetesのiIlと日本"
    for size in (1050, 1400, 2000, 3200):
        font = Font("Calibri", "Noto Sans CJK JP", "Arial", Centipoints(size))
        measured = measure(itemize([StyledText(text, font)]), Fonts(NoFonts()), LIBREOFFICE)
        for stop in range(1, len(text)):
            width = _on_grid(measured, 0, stop)
            assert _full(measured, 0, len(text), int(width)) == stop
            assert _full(measured, 0, len(text), int(width) - SLACK) == stop
            assert _full(measured, 0, len(text), int(width) - SLACK - 1) < stop
