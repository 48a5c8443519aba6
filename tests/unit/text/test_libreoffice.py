"""Lines as LibreOffice 7.4.7 was seen to set them (docs/analysis/libreoffice-line-rules.md)."""

from __future__ import annotations

import pytest

from deckgen.text import LIBREOFFICE, Font, NoFonts, StyledText, Typesetter
from deckgen.units import Centipoints, pt

PLAIN = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(1800))
TYPESETTER = Typesetter(NoFonts())


def broken(text, width, font=PLAIN):
    lines = TYPESETTER.lines_under(LIBREOFFICE, [StyledText(text, font)], pt(width))
    return [text[line.start : line.stop] for line in lines]


def width(text, size=2000, latin="Arial"):
    font = Font(latin, "Noto Sans CJK JP", latin, Centipoints(size))
    (line,) = TYPESETTER.lines_under(LIBREOFFICE, [StyledText(text, font)], pt(9999))
    return line.width.points


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("東京OpenStack大会", 109, ["東京", "OpenStack", "大会"]),
        ("あいうOpenStack」かき", 148.2, ["あいう", "OpenStack」かき"]),
        ("接続TCP/IPストレージ", 82.3, ["接続", "TCP/IPス", "トレージ"]),
        ("接続TCP/IPストレージ", 87.4, ["接続TCP/", "IPスト", "レージ"]),
        (
            "上の 行です。https://review.example.org/x",
            110,
            ["上の 行です。", "https://review", ".example.org/", "x"],
        ),
        (
            "上の行です。https://review.example.org/x",
            110,
            ["上の行です。", "https://", "review.examp", "le.org/x"],
        ),
        ("ああああああああああ、いい", 181, ["ああああああああああ、", "いい"]),
    ],
)
def test_lines_end_where_they_were_seen_to_end(text, room, lines):
    assert broken(text, room) == lines


def test_only_one_space_is_swallowed_at_a_line_end():
    code = Font("Courier New", "Noto Sans CJK JP", "Courier New", Centipoints(1800))
    assert broken("ab  cd", 30, code) == ["ab ", " ", "cd"]


@pytest.mark.parametrize(
    ("size", "dots"), [(800, 67), (1000, 83), (1050, 87), (1200, 100), (2000, 167), (2800, 233)]
)
def test_advances_are_whole_dots(size, dots):
    assert width("あ" * 40, size) == pytest.approx(40 * dots * 72 / 600, abs=0.02)


def test_scripts_part_by_a_quarter_of_an_em():
    assert width("日本") + width("ab") == pytest.approx(width("日本ab") - 4.8, abs=0.05)


def test_a_symbol_at_the_start_is_set_apart():
    assert width("※日本") - width("日本※") == pytest.approx(4.8, abs=0.05)


def test_pairs_are_kerned():
    assert width("AVAV") < width("A") * 2 + width("V") * 2 - 3


def test_ligatures_are_narrower_than_their_letters():
    assert width("ti", latin="Calibri") < width("t", latin="Calibri") + width("i", latin="Calibri")


def test_a_dash_is_wider_among_kanji_than_among_letters():
    latin = "Noto Sans CJK JP"
    assert width("日—本", latin=latin) - width("日本", latin=latin) == pytest.approx(20.04, abs=0.1)
    assert width("a—b", latin=latin) - width("ab", latin=latin) < 19


def test_what_follows_a_ligature_is_kerned_with_its_last_letter():
    quote = width("ti’", 9600, "Calibri") - width("ti", 9600, "Calibri")
    assert quote == pytest.approx(width("’", 9600, "Calibri") + 96 * 22 / 2048, abs=0.15)


def test_ligature_is_narrower_than_its_letters_by_what_joining_takes():
    alone = width("f", 9600, "Calibri") + width("t", 9600, "Calibri")
    assert width("ft", 9600, "Calibri") == pytest.approx(alone - 96 * 50 / 2048, abs=0.2)
