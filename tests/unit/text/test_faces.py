"""The advances of faces: from tables, from what stands in for them, by the kind of character."""

from __future__ import annotations

import pytest

from deckgen.text import faces
from deckgen.text.characters import PROPERTIES
from deckgen.text.families import SANS, is_full_width, stand_in_for, table_of


def advances(name, *, bold=False, italic=False, east_asian=False):
    return faces.tabled(name, bold, italic, east_asian).advances


@pytest.mark.parametrize(
    ("character", "em"),
    [
        ("Ａ", 1.0),
        ("漢", 1.0),
        ("ｱ", 0.5),
        ("😀", 1.37),
        ("\u200b", 0.0),
        ("\u2060", 0.0),
        ("\u0301", 0.0),
        ("\u00ad", 0.0),
        ("\n", 0.0),
        ("\r", 0.0),
        ("\x85", 0.0),
        ("\u2028", 0.0),
    ],
)
def test_character_that_a_latin_face_lacks_is_as_wide_as_its_kind(character, em):
    assert advances("courier-new")[character] == em


def test_letter_that_a_face_lacks_is_as_wide_as_in_the_sans_that_stands_in():
    assert advances("cambria")["ᴀ"] == advances(SANS)["ᴀ"]
    assert advances(SANS)["\u1e9f"] != 1.0


@pytest.mark.parametrize(("character", "em"), [("…", 1.0), ("§", 1.0), ("漢", 1.0), ("ｱ", 0.5)])
def test_east_asian_face_of_unknown_advances_has_full_cells(character, em):
    assert faces.full_width(bold=False).advances[character] == em


@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_spaces_of_such_a_face_are_a_third(space):
    assert faces.full_width(bold=False).advances[space] == 0.33


def test_style_that_a_table_lacks_is_the_nearest():
    regular, bold = advances("noto-sans-cjk-jp"), advances("noto-sans-cjk-jp", bold=True)
    assert regular["a"] != bold["a"]
    assert advances("noto-sans-cjk-jp", bold=True, italic=True)["a"] == bold["a"]
    assert advances("noto-sans-cjk-jp", italic=True)["a"] == regular["a"]


@pytest.mark.parametrize(
    ("bold", "italic"), [(False, False), (False, True), (True, False), (True, True)]
)
def test_styles_of_a_family_are_faces_of_their_own(bold, italic):
    others = [advances("cambria", bold=b, italic=i) for b in (False, True) for i in (False, True)]
    own = advances("cambria", bold=bold, italic=italic)
    assert sum(own == other for other in others) == 1


def test_dashes_are_narrower_among_western_letters():
    japanese, western = (advances("noto-sans-cjk-jp", east_asian=e) for e in (True, False))
    assert western["—"] < japanese["—"] == 1.0


def test_kerning_and_ligatures_are_in_em():
    face = faces.tabled("calibri", False, False, False)
    assert face.kerning["f."] == pytest.approx(-136 / 2048)
    assert face.kerning["xx"] == 0.0
    assert face.ligatures["ft"] == pytest.approx(-50 / 2048)
    assert face.height == 1.0
    assert bool(face.kerning)
    assert not faces.full_width(bold=True).kerning


@pytest.mark.parametrize(
    ("family", "table"),
    [
        ("Georgia", "dejavu-serif"),
        ("PT Serif", "dejavu-serif"),
        ("Microsoft Sans Serif", SANS),
        ("Shippori Mincho", "dejavu-serif"),
        ("Consolas", "dejavu-sans-mono"),
        ("Source Code Pro", "dejavu-sans-mono"),
        ("Segoe UI", SANS),
        ("Aptos", SANS),
    ],
)
def test_family_without_a_table_is_stood_in_for_by_a_like_one(family, table):
    assert table_of(family) is None
    assert stand_in_for(family) == table


@pytest.mark.parametrize(
    ("family", "table"),
    [
        ("Helvetica", "arial"),
        ("ＢＩＺ ＵＤＰゴシック", "biz-udpgothic"),
        ("Liberation Mono", "courier-new"),
    ],
)
def test_family_is_known_by_any_of_its_names(family, table):
    assert table_of(family) == table


def test_families_of_full_width_are_known():
    assert is_full_width("メイリオ")
    assert not is_full_width("MS PGothic")


@pytest.mark.parametrize(
    ("character", "extends", "is_mark"),
    [("\u0301", True, True), ("\u0903", True, False), ("a", False, False), ("か", False, False)],
)
def test_marks_extend_what_they_stand_on(character, extends, is_mark):
    found = PROPERTIES[character]
    assert (found.extends, found.is_mark) == (extends, is_mark)


@pytest.mark.parametrize(
    ("character", "is_wide"), [("漢", True), ("Ａ", True), ("ｱ", False), ("a", False), ("§", False)]
)
def test_wide_characters_stand_in_full_cells(character, is_wide):
    assert PROPERTIES[character].is_wide == is_wide


def test_soft_hyphen_has_no_width_in_a_face_that_has_it():
    assert advances("dejavu-sans")["\u00ad"] == 0.0
    assert faces.full_width(bold=False).advances["\u00ad"] == 0.0


def test_lines_of_unknown_japanese_faces_are_as_high_as_those_of_what_stands_in_for_them():
    known = faces.tabled("noto-sans-cjk-jp", bold=False, italic=False, east_asian=True)
    assert faces.full_width(bold=False).height == known.height > 1.4
