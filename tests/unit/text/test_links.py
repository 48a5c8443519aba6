"""Links as LibreOffice 7.4.7 was seen to set them (docs/analysis/libreoffice-links.md)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from deckgen.text import LIBREOFFICE, POWERPOINT, Font, NoFonts, StyledText, Typesetter
from deckgen.units import Centipoints, pt

FONT = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(2000))
TYPESETTER = Typesetter(NoFonts())


def runs(text, font=FONT):
    """Return the runs of a text in which links stand in square brackets."""
    pieces = re.split(r"(\[[^]]+\])", text)
    return [StyledText(piece.strip("[]"), font, piece[0] == "[") for piece in pieces if piece]


def lines(text, width, profile=LIBREOFFICE):
    plain = text.replace("[", "").replace("]", "")
    found = TYPESETTER.lines_under(profile, runs(text), pt(width))
    return [plain[line.start : line.stop] for line in found]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (
            "あいうえお[かきくけこさしすせそ]たち",
            ["あいうえお", "かきくけこさしすせそ", "たち"],
        ),
        (
            "あいうえおか「[かきくけ]」。たちつてと",
            ["あいうえおか「", "かきくけ」。たちつて", "と"],
        ),
        ("あいうえ[OpenStack の]たちつてと", ["あいうえ", "OpenStack のたちつ", "てと"]),
        ("See the doc[um]entation of the thing", ["See the docum", "entation of the thing"]),
    ],
)
def test_link_that_does_not_fit_starts_a_line(text, there):
    assert lines(text, 201) == there


def test_link_wider_than_a_line_is_cut_at_letters_and_ends_its_line():
    there = lines("あいうえお[かきくけこさしすせそたちつてとなにぬねのはひ]ふへほ。ま", 201)
    assert there == [
        "あいうえお",
        "かきくけこさしすせそ",
        "たちつてとなにぬねの",
        "はひ",
        "ふへほ。ま",
    ]
    english = lines("See the [documentation of the thing], which is long", 200)
    assert english == ["See the ", "documentation of the t", "hing", ", which is long"]


def test_cut_link_keeps_clusters_whole():
    assert lines("[か\u3099か\u3099か\u3099]", 41) == ["か\u3099か\u3099", "か\u3099"]


def test_line_may_end_behind_a_link_whatever_follows():
    assert lines("あいうえお[きくけこ]」たち", 181) == ["あいうえおきくけこ", "」たち"]
    assert lines("あいうえお[かきく]entation", 200) == ["あいうえおかきく", "entation"]


def test_mark_hangs_behind_a_link_unless_the_paragraph_ends_with_it():
    assert lines("あいうえお[きくけこ]。たち", 181) == ["あいうえおきくけこ。", "たち"]
    assert lines("あいうえお[abcd]。たち", 150) == ["あいうえおabcd。", "たち"]
    assert lines("あいうえお[きくけこ]。", 181) == ["あいうえおきくけこ", "。"]


def test_text_before_a_link_breaks_as_text_where_the_gap_before_the_link_does_not_fit():
    assert lines("ab openstac[かき]", 101) == ["ab ", "openstac", "かき"]
    assert lines("ab openstac[かき]", 125) == ["ab openstac", "かき"]


def test_white_space_in_a_link_does_not_keep_a_path_together():
    assert lines("[a b]docs.example.org/en/latest/guide", 220)[0] == "a bdocs.example.org/"
    assert lines("a bdocs.example.org/en/latest/guide", 220)[0] == "a "


def test_hard_break_in_a_link_parts_it():
    assert lines("ああ[いいい\nうう]え", 101) == ["ああいいい\n", "ううえ"]


def test_hard_break_behind_a_cut_link_stands_on_a_line_of_its_own():
    assert lines("[ああああああ]\nい", 101) == ["あああああ", "あ", "\n", "い"]


def test_link_of_several_scripts_is_set_in_the_east_asian_font_without_gaps():
    (whole,) = TYPESETTER.lines_under(LIBREOFFICE, runs("い[OpenStackの事例abc]い"), pt(600))
    assert whole.width.points == pytest.approx(235.8, abs=0.3)
    (plain,) = TYPESETTER.lines_under(LIBREOFFICE, runs("いOpenStackの事例abcい"), pt(600))
    assert plain.width.points == pytest.approx(251.0, abs=0.3)


def test_gap_between_scripts_stands_before_a_link_and_not_behind_it():
    (whole,) = TYPESETTER.lines_under(
        LIBREOFFICE, runs("あ[OpenStack]い[う]OpenStack[abc]い"), pt(600)
    )
    assert whole.width.points == pytest.approx(315.8, abs=0.3)


@pytest.mark.parametrize(("text", "size"), [("あ[い]う", 2413), ("あ[abc]う", 2000)])
def test_line_with_a_link_is_as_high_as_the_face_of_the_link(text, size):
    (line,) = TYPESETTER.lines_under(LIBREOFFICE, runs(text), pt(600))
    assert line.size == size
    (line,) = TYPESETTER.lines(runs(text), pt(600))
    assert line.size == size


def test_link_of_a_face_of_unknown_height_is_as_high_as_noto():
    meiryo = Font("Arial", "Meiryo", "Arial", Centipoints(2000))
    (line,) = TYPESETTER.lines(runs("あ[い]う", meiryo), pt(600))
    assert line.size == 2413


def test_lines_without_a_link_keep_the_size_of_their_text():
    first, second = TYPESETTER.lines_under(LIBREOFFICE, runs("[ああああ]いいいい"), pt(81))
    assert (first.size, second.size) == (2413, 2000)


def test_powerpoint_breaks_a_link_as_text():
    text = "あいうえお[かきくけこさしすせそ]たち"
    assert lines(text, 200, POWERPOINT) == lines(
        text.replace("[", "").replace("]", ""), 200, POWERPOINT
    )


def test_lines_laid_out_are_those_of_the_highest_reading():
    text = "あいうえお[かきくけこさしすせそ]たち"
    assert len(TYPESETTER.lines(runs(text), pt(201))) == 3
    assert len(TYPESETTER.lines_under(POWERPOINT, runs(text), pt(201))) == 2


def test_letters_of_a_cut_link_reach_a_hundredth_of_a_millimetre_further_than_text():
    kana = "かきくけこさしすせそ"
    assert lines(kana, 200) == [kana[:9], kana[9:]]
    assert lines(f"[{kana}]い", 200) == [kana, "い"]


def parts(link, width):
    """Return a link in the parts in which it is written."""
    stops = (0, *TYPESETTER.link_stops(link, width))
    return [link.text[a:b] for a, b in pairwise(stops)]


def test_link_wider_than_a_line_comes_in_parts_that_end_as_lines_of_text_do():
    (link,) = runs("[documentation of the thing]")
    assert parts(link, pt(200)) == ["documentation of the ", "thing"]
    (link,) = runs("[かきくけこさしすせそ、たちつてとなに]")
    assert parts(link, pt(201)) == ["かきくけこさしすせ", "そ、たちつてとなに"]


def test_mark_does_not_hang_from_a_part_of_a_link():
    (link,) = runs("[かきくけこさしすせ、たちつてとなに]")
    assert parts(link, pt(181)) == ["かきくけこさしす", "せ、たちつてとなに"]


def test_space_that_does_not_fit_starts_the_next_part_of_a_link():
    (link,) = runs("[documentation thing]")
    assert parts(link, TYPESETTER.width(runs("documentation")) + pt(1)) == [
        "documentation",
        " thing",
    ]


def test_link_that_fits_a_line_stays_whole():
    (link,) = runs("[documentation]")
    assert parts(link, pt(200)) == ["documentation"]


def test_parts_of_a_link_are_as_wide_as_links_are_set():
    (link,) = runs("[OpenStack の事例 OpenStack の事例]")
    for part in parts(link, pt(150)):
        (line,) = TYPESETTER.lines_under(LIBREOFFICE, [StyledText(part, FONT, True)], pt(600))
        assert line.width <= pt(150)
