"""How paragraphs break: what people would see on the page."""

from __future__ import annotations

import pytest

from deckgen.text import LIBREOFFICE, POWERPOINT, Font, NoFonts, StyledText, Typesetter
from deckgen.text.model import Box
from deckgen.units import ZERO, Centipoints, pt

JAPANESE = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(1800))
"""18 pt is 150 whole dots at 600 dpi: here an em is the same in both renderers."""
CODE = Font("Courier New", "Noto Sans CJK JP", "Courier New", Centipoints(1000))


@pytest.fixture
def typesetter():
    return Typesetter(NoFonts())


def broken(typesetter, text, width, profile=None, font=JAPANESE):
    runs = [StyledText(text, font)]
    if profile is None:
        lines = typesetter.lines(runs, pt(width))
    else:
        lines = typesetter.lines_under(profile, runs, pt(width))
    return [text[line.start : line.stop] for line in lines]


def test_kanji_and_kana_advance_by_one_em(typesetter):
    assert typesetter.width([StyledText("東京タワー", JAPANESE)]) == pt(90)


def test_text_as_wide_as_the_line_fits(typesetter):
    assert broken(typesetter, "東京タワー", 90) == ["東京タワー"]


def test_fixed_pitch_letters_advance_alike(typesetter):
    (line,) = typesetter.lines([StyledText("iWiW", CODE)], pt(100))
    assert line.width.points == pytest.approx(24.0, abs=0.02)


def test_latin_words_stay_whole_among_kanji(typesetter):
    lines = broken(typesetter, "東京OpenStack大会", 100)
    assert lines == ["東京", "OpenStack", "大会"]


def test_closing_bracket_never_starts_a_line(typesetter):
    for profile in (POWERPOINT, LIBREOFFICE):
        assert not any(
            line.startswith("」") for line in broken(typesetter, "あいう「えお」かき", 140, profile)
        )


def test_opening_bracket_never_ends_a_line(typesetter):
    assert broken(typesetter, "あいう「えお」", 72) == ["あいう", "「えお」"]


@pytest.mark.parametrize("profile", [POWERPOINT, LIBREOFFICE])
def test_full_stop_hangs_past_the_right_edge(typesetter, profile):
    assert broken(typesetter, "あいうえ。かき", 72, profile) == ["あいうえ。", "かき"]


def test_room_is_kept_for_a_template_that_lets_nothing_hang(typesetter):
    assert broken(typesetter, "あいうえ。", 72) == ["あいう", "え。"]


def test_small_kana_start_a_line_in_powerpoint_only(typesetter):
    assert broken(typesetter, "ああああッああ", 72, POWERPOINT) == ["ああああ", "ッああ"]
    assert broken(typesetter, "ああああッああ", 72, LIBREOFFICE) == ["あああ", "あッああ"]


def test_hard_break_ends_a_line_and_belongs_to_it(typesetter):
    assert broken(typesetter, "あい\nうえ", 200) == ["あい\n", "うえ"]


def test_hard_break_at_the_end_leaves_an_empty_line(typesetter):
    assert broken(typesetter, "あい\n", 200) == ["あい\n", ""]


def test_empty_paragraph_is_one_empty_line(typesetter):
    (line,) = typesetter.lines([StyledText("", JAPANESE)], pt(100))
    assert (line.start, line.stop, line.width, line.size) == (0, 0, ZERO, 1800)


def test_trailing_spaces_belong_to_the_line_but_not_to_its_width(typesetter):
    lines = typesetter.lines([StyledText("aaaa bbbb", CODE)], pt(26))
    assert [(line.start, line.stop) for line in lines] == [(0, 5), (5, 9)]
    assert lines[0].width.points == pytest.approx(24.0, abs=0.02)


def test_word_wider_than_the_line_is_cut(typesetter):
    assert broken(typesetter, "abcdefgh", 24.1, font=CODE) == ["abcd", "efgh"]


def test_line_takes_the_largest_size_on_it(typesetter):
    runs = [StyledText("ああああ", JAPANESE), StyledText("bbbb", CODE)]
    assert [line.size for line in typesetter.lines(runs, pt(72))] == [1800, 1000]


def test_no_break_space_holds_words_together(typesetter):
    assert broken(typesetter, "aa bb\u00a0cc", 36.1, font=CODE) == ["aa ", "bb\u00a0cc"]


def test_zero_width_space_lets_a_word_part(typesetter):
    assert broken(typesetter, "aaaa\u200bbbbb", 30, font=CODE) == ["aaaa\u200b", "bbbb"]


def test_combining_mark_stays_with_its_letter(typesetter):
    lines = broken(typesetter, "e\u0301e\u0301e\u0301", 6.1, font=CODE)
    assert lines == ["e\u0301"] * 3


def test_emoji_family_is_never_cut(typesetter):
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert broken(typesetter, family * 2, 30) == [family, family]


def test_first_indent_shortens_the_first_line(typesetter):
    runs = [StyledText("あああああ", JAPANESE)]
    lines = typesetter.lines(runs, pt(72), pt(36))
    assert [line.stop for line in lines] == [2, 5]


def test_lines_are_as_many_as_the_profile_that_needs_most_has(typesetter):
    text = "日本語とEnglishと日本語とEnglishと日本語"
    runs = [StyledText(text, JAPANESE)]
    for width in range(60, 400, 7):
        counts = [
            len(typesetter.lines_under(profile, runs, pt(width)))
            for profile in (POWERPOINT, LIBREOFFICE)
        ]
        assert len(typesetter.lines(runs, pt(width))) >= max(counts)


def test_families_without_a_table_are_missing_once(typesetter):
    font = Font("Comic Sans MS", "Meiryo", "Arial", Centipoints(1000))
    typesetter.width([StyledText("aあa", font), StyledText("b", font)])
    assert typesetter.missing() == ("Comic Sans MS",)


def test_title_breaks_between_phrases(typesetter):
    text = "クラウド環境における自動化の勘所について"
    lines = typesetter.balanced([StyledText(text, JAPANESE)], pt(252)).lines
    assert [text[line.start : line.stop] for line in lines] == [
        "クラウド環境における",
        "自動化の勘所について",
    ]


def test_title_breaks_at_a_japanese_comma_before_latin_letters(typesetter):
    text = "売上は前年同月を上回り、Cloudの比率は初めて六割を超えた"
    found = typesetter.balanced([StyledText(text, JAPANESE)], pt(320))
    assert [text[line.start : line.stop] for line in found.lines] == [
        "売上は前年同月を上回り、",
        "Cloudの比率は初めて六割を超えた",
    ]


def test_title_leaves_no_lone_character_on_its_last_line(typesetter):
    text = "あいうえおかきくけこさ"
    lines = typesetter.balanced([StyledText(text, JAPANESE)], pt(180)).lines
    assert lines[-1].stop - lines[-1].start > 3


def test_title_keeps_the_breaks_of_its_author(typesetter):
    text = "AI駆動開発\nした話"
    found = typesetter.balanced([StyledText(text, JAPANESE)], pt(300))
    assert [text[line.start : line.stop] for line in found.lines] == ["AI駆動開発\n", "した話"]
    assert found.badness == 0.0


@pytest.mark.parametrize("width", [0, -20])
def test_nothing_is_balanced_where_there_is_no_width(typesetter, width):
    assert typesetter.balanced([StyledText("調査 / Survey", JAPANESE)], pt(width)) is None


def test_line_of_an_author_that_is_too_long_is_balanced_by_itself_which_is_worse(typesetter):
    text = "AI駆動開発した個人アプリが\n500スター超えた"
    found = typesetter.balanced([StyledText(text, JAPANESE)], pt(220))
    assert [text[line.start : line.stop] for line in found.lines] == [
        "AI駆動開発した",
        "個人アプリが\n",
        "500スター超えた",
    ]
    assert 0.25 < found.badness < 0.5


def test_line_more_goes_to_the_part_of_a_title_that_breaks_worst(typesetter):
    text = "短い\n情報処理推進機構報告書作成"
    one, two = (typesetter.balanced([StyledText(text, JAPANESE)], pt(150), n) for n in (0, 1))
    assert len(two.lines) == len(one.lines) + 1
    assert two.lines[0] == one.lines[0]


def test_short_last_line_of_a_title_that_has_no_other_breaks_is_bad(typesetter):
    found = typesetter.balanced([StyledText("abcdefgh abc", JAPANESE)], pt(100))
    assert 0.5 <= found.badness < 0.6


def test_badness_is_that_of_the_worst_break_and_a_little_of_the_others(typesetter):
    runs = [StyledText("one thing another thing further thing", JAPANESE)]
    two, three = (typesetter.balanced(runs, pt(w)) for w in (200, 120))
    assert (len(two.lines), len(three.lines)) == (2, 3)
    assert two.badness == pytest.approx(0.12, abs=0.001)
    assert three.badness == pytest.approx(0.12 * 0.9 + 2 * 0.012, abs=0.001)


def test_paragraph_without_any_run_is_one_empty_line_of_no_height(typesetter):
    (line,) = typesetter.lines([], pt(100))
    assert (line.start, line.stop, line.width, line.size) == (0, 0, ZERO, 0)


def of_windows(size=2000, latin="Arial"):
    return Font(latin, "BIZ UDPGothic", "Arial", Centipoints(size))


def test_text_in_a_family_that_others_replace_has_room_for_what_replaces_it(typesetter):
    for runs in (
        [StyledText("かなかな", of_windows())],
        [StyledText("mmmmmm mmmmmm", of_windows(latin="BIZ UDPGothic"))],
    ):
        alone, replaced = (
            typesetter.lines_under(profile, runs, pt(900))[0].width
            for profile in (POWERPOINT, LIBREOFFICE)
        )
        assert replaced > alone + pt(1)
        assert len(typesetter.lines(runs, alone + pt(0.5))) == 2
        assert len(typesetter.lines(runs, replaced + pt(0.5))) == 1


def count_of_readings(typesetter, *runs):
    return len(typesetter.readings(runs, pt(900)))


BESIDE = StyledText("word ", CODE)


@pytest.mark.parametrize(
    ("run", "count"),
    [
        (BESIDE, 1),
        (StyledText("link", CODE, link=True), 2),
        (StyledText("x", CODE, box=Box(pt(30), Centipoints(3000))), 2),
        (StyledText("かな", of_windows()), 2),
        (StyledText("mm", of_windows(latin="BIZ UDPGothic")), 2),
    ],
)
def test_a_short_line_is_read_in_one_way_unless_a_run_of_it_is_set_in_several(
    typesetter, run, count
):
    assert count_of_readings(typesetter, run) == count
    assert count_of_readings(typesetter, BESIDE, run) == count
    assert count_of_readings(typesetter, run, BESIDE) == count


def test_link_and_what_is_boxed_are_read_alike_in_a_text_that_has_both(typesetter):
    link, boxed = (
        StyledText("a link ", CODE, link=True),
        StyledText("x", CODE, box=Box(pt(30), Centipoints(3000))),
    )
    assert count_of_readings(typesetter, link, boxed) == 2


def test_families_are_those_of_what_was_set_in_some_work_each_with_its_scripts(typesetter):
    typesetter.width([StyledText("before", JAPANESE)])
    width, families = typesetter.families_asked_by(
        lambda: typesetter.width([StyledText("ab", CODE), StyledText("東", JAPANESE)])
    )
    assert width > pt(18)
    assert {family for family, _ in families} == {"Courier New", "Noto Sans CJK JP"}
    assert typesetter.families_asked_by(lambda: None) == (None, frozenset())


def test_formula_takes_its_own_room_where_it_shows_and_that_of_its_words_elsewhere(typesetter):
    box = Box(pt(30), Centipoints(3000))
    runs = [StyledText("xxxxxxxxxxxx", CODE, box=box)]
    shown, told = (
        typesetter.lines_under(profile, runs, pt(500))[0] for profile in (POWERPOINT, LIBREOFFICE)
    )
    assert (shown.width, shown.size) == (pt(30), 3000)
    assert told.width > pt(60)
    assert told.size == 1000


def test_what_was_measured_is_measured_alike_after_it_was_forgotten(typesetter):
    texts = [f"{number} lines of 東京タワー and more" for number in range(80)]
    before = [broken(typesetter, text, 100) for text in texts]
    typesetter.turn_over()
    assert not typesetter._known
    assert [broken(typesetter, text, 100) for text in texts] == before


def test_little_is_not_forgotten(typesetter):
    broken(typesetter, "東京", 100)
    known = dict(typesetter._known)
    typesetter.turn_over()
    assert known
    assert typesetter._known == known
