"""Finding faces in directories of font files."""

from __future__ import annotations

import pytest
from fontTools.fontBuilder import FontBuilder

from deckgen.text import Font, MachineFonts, StyledText, Typesetter
from deckgen.units import Centipoints, pt


def write_font(path, family, advance, bold=False):
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({0x61: "a"})
    builder.setupGlyf({name: _empty() for name in (".notdef", "a")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (advance, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": {"en": family, "ja": "見本"}, "styleName": "Regular"})
    builder.setupOS2(fsSelection=0x20 if bold else 0x40)
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


def test_family_on_the_machine_is_measured_with_its_own_advances(machine):
    typesetter = Typesetter(machine)
    font = Font("Specimen Sans", "Specimen Sans", "", Centipoints(1000))
    assert typesetter.width([StyledText("aaaa", font)]) == pt(12)
    assert typesetter.missing() == ()


def test_family_with_a_table_is_measured_by_the_table_on_every_machine(tmp_path):
    write_font(tmp_path / "arial.ttf", "Arial", 100)
    font = Font("Arial", "", "", Centipoints(1000))
    assert Typesetter(MachineFonts((tmp_path,))).width([StyledText("a", font)]) > pt(5)
