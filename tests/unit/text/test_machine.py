"""Finding faces in directories of font files."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder

from deckgen.text import Font, FontFile, MachineFonts, StyledText, Typesetter
from deckgen.text.machine import system_directories
from deckgen.text.shaping import Shaper
from deckgen.units import Centipoints, pt


def write_font(path, family, advance, bold=False, weight=None):
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({0x61: "a", 0x5D0: "a"})
    builder.setupGlyf({name: _empty() for name in (".notdef", "a")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (advance, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": {"en": family, "ja": "見本"}, "styleName": "Regular"})
    builder.setupOS2(usWeightClass=weight or (700 if bold else 400), fsSelection=0x20 * bold)
    builder.setupPost()
    builder.save(path)


def _empty():
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    return Glyph()


@pytest.fixture
def machine(tmp_path):
    (tmp_path / "deep").mkdir()
    write_font(tmp_path / "deep/specimen.ttf", "Specimen Sans", 300)
    write_font(tmp_path / "specimen-bold.ttf", "Specimen Sans", 400, bold=True)
    write_font(tmp_path / "deep/specimen-light.ttf", "Specimen Sans", 200, weight=300)
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    return MachineFonts((tmp_path,))


def test_face_is_found_by_family_and_style(machine):
    assert machine.find("Specimen Sans", bold=False, italic=False).path.name == "specimen.ttf"
    assert machine.find("specimen sans", bold=True, italic=False).path.name == "specimen-bold.ttf"


def test_face_is_found_by_its_name_in_another_language(machine):
    assert machine.find("見本", bold=False, italic=False) is not None


def test_nearest_style_serves_where_the_style_is_lacking(machine):
    assert machine.find("Specimen Sans", bold=True, italic=True).path.name == "specimen-bold.ttf"


def test_unknown_family_is_none(machine):
    assert machine.find("Elsewhere", bold=False, italic=False) is None


def test_text_of_a_complex_script_is_shaped_with_the_font_of_the_machine(tmp_path):
    write_font(tmp_path / "hebrew.ttf", "Specimen Hebrew", 300)
    font = Font("Arial", "", "Specimen Hebrew", Centipoints(1000))
    typesetter = Typesetter(MachineFonts((tmp_path,)))
    assert typesetter.width([StyledText("\u05d0" * 4, font)]) == pytest.approx(pt(12), abs=900)


def test_what_the_font_of_the_machine_lacks_is_measured_with_a_stand_in(tmp_path):
    write_font(tmp_path / "hebrew.ttf", "Specimen Hebrew", 300)
    font = Font("Arial", "", "Specimen Hebrew", Centipoints(1000))
    typesetter = Typesetter(MachineFonts((tmp_path,)))
    assert typesetter.width([StyledText("\u05d1" * 4, font)]) > pt(20)


def test_family_on_the_machine_is_measured_with_its_own_advances(machine):
    typesetter = Typesetter(machine)
    font = Font("Specimen Sans", "Specimen Sans", "", Centipoints(1000))
    assert typesetter.width([StyledText("aaaa", font)]) == pt(12)
    assert typesetter.missing() == ()


def test_family_with_a_table_is_measured_by_the_table_on_every_machine(tmp_path):
    write_font(tmp_path / "arial.ttf", "Arial", 100)
    font = Font("Arial", "", "", Centipoints(1000))
    assert Typesetter(MachineFonts((tmp_path,))).width([StyledText("a", font)]) > pt(5)


@pytest.mark.parametrize(
    "family", ["Meiryo", "メイリオ", "游ゴシック", "ＭＳ ゴシック", "Yu Gothic Light"]
)
def test_families_of_full_width_are_not_looked_for_on_the_machine(family):
    class Untouched:
        def find(self, family, **style):
            raise AssertionError(family, style)

    font = Font("Arial", family, "Arial", Centipoints(1000))
    assert Typesetter(Untouched()).width([StyledText("漢字かな", font)]) == pt(40)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_user_without_a_home_has_the_fonts_of_all_users(monkeypatch, platform):
    def no_home():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    with_home = system_directories()
    monkeypatch.setattr(Path, "home", no_home)
    assert system_directories() == with_home[:-1]
    assert with_home[:-1]


def test_no_folder_is_looked_up_before_a_font_is_asked_for(monkeypatch):
    def look_up():
        raise AssertionError("nothing was asked for")

    monkeypatch.setattr("deckgen.text.machine.system_directories", look_up)
    MachineFonts()


def test_a_hard_break_leaves_what_is_around_it_as_it_is(tmp_path):
    write_font(tmp_path / "a.ttf", "Specimen Sans", 300)
    shaper = Shaper(FontFile(tmp_path / "a.ttf"))
    assert shaper.advances("aa\na") == [0.3, 0.3, 0.0, 0.3]
    assert shaper.advances("ab\na") is None


@pytest.mark.parametrize(
    ("platform", "shared"),
    [
        ("linux", ["/usr/share/fonts", "/usr/local/share/fonts"]),
        ("darwin", ["/System/Library/Fonts", "/Library/Fonts"]),
        ("win32", ["D:/Win/Fonts"]),
    ],
)
def test_fonts_are_looked_for_where_the_system_keeps_them(monkeypatch, platform, shared):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setenv("WINDIR", "D:/Win")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    assert system_directories()[:-1] == tuple(map(Path, shared))
    monkeypatch.setenv("LOCALAPPDATA", "D:/Own")
    own = Path("D:/Own/Microsoft/Windows/Fonts")
    assert (own in system_directories()) is (platform == "win32")


def test_an_upright_face_serves_for_upright_text_however_far_its_weight_is(tmp_path):
    write_font(tmp_path / "light.ttf", "Specimen", 200, weight=100)
    write_italic(tmp_path / "italic.ttf", "Specimen")
    machine = MachineFonts((tmp_path,))
    assert machine.find("Specimen", bold=False, italic=False).path.name == "light.ttf"
    assert machine.find("Specimen", bold=True, italic=True).path.name == "italic.ttf"


def write_italic(path, family):
    from fontTools.ttLib import TTFont

    write_font(path, family, 300)
    font = TTFont(path)
    font["OS/2"].fsSelection = 0x01
    font.save(path)


def test_of_faces_of_one_style_the_first_by_its_path_is_taken(tmp_path):
    for folder in ("b", "a", "c"):
        (tmp_path / folder).mkdir()
        write_font(tmp_path / folder / "specimen.ttf", "Specimen", 300)
    found = MachineFonts((tmp_path,)).find("Specimen", bold=False, italic=False)
    assert found.path.parent.name == "a"


def test_a_face_of_normal_width_goes_before_others(tmp_path):
    from fontTools.ttLib import TTFont

    for name, width in (("a", 3), ("b", 5), ("c", 7)):
        write_font(tmp_path / f"{name}.ttf", "Specimen", 300)
        font = TTFont(tmp_path / f"{name}.ttf")
        font["OS/2"].usWidthClass = width
        font.save(tmp_path / f"{name}.ttf")
    found = MachineFonts((tmp_path,)).find("Specimen", bold=False, italic=False)
    assert found.path.name == "b.ttf"


def test_faces_of_a_collection_are_found_with_their_number(tmp_path):
    from fontTools.ttLib import TTCollection, TTFont

    collection = TTCollection()
    for name, bold in (("one", False), ("two", True)):
        write_font(tmp_path / f"{name}.font", "Specimen", 300, bold=bold)
        collection.fonts.append(TTFont(tmp_path / f"{name}.font"))
    collection.save(tmp_path / "specimen.ttc")
    machine = MachineFonts((tmp_path,))
    found = [machine.find("Specimen", bold=bold, italic=False).index for bold in (False, True)]
    assert found == [0, 1]
