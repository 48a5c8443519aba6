"""Faces of families that many machines lack are measured so that what stands in for them fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.records import replace
from deckgen.text import LIBREOFFICE, POWERPOINT, Font, FontFile, NoFonts, StyledText, Typesetter
from deckgen.units import Centipoints, pt

SANS = "DejaVu Sans"

BIZ = Font("BIZ UDPGothic", "BIZ UDPGothic", "Arial", Centipoints(2000))
NOTO = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(2000))


class Machine:
    """A machine that has some families."""

    def __init__(self, *families: str) -> None:
        self.families = families

    def find(self, family: str, *, bold: bool, italic: bool) -> FontFile | None:  # noqa: ARG002
        return FontFile(Path(family)) if family in self.families else None


def width(profile, text, font):
    (line,) = Typesetter(NoFonts()).lines_under(profile, [StyledText(text, font)], pt(900))
    return line.width.points


def test_powerpoint_has_the_narrow_kana_of_windows():
    assert width(POWERPOINT, "しイン", BIZ) == pytest.approx(20 * (0.85 + 0.79 + 0.91), abs=0.1)


def test_libreoffice_is_reckoned_to_set_them_in_full_cells():
    assert width(LIBREOFFICE, "しイン", BIZ) == pytest.approx(60, abs=0.2)


def test_libreoffice_is_reckoned_to_set_letters_as_wide_as_the_wider_of_two_faces():
    narrow = Font("BIZ UDGothic", "BIZ UDGothic", "Arial", Centipoints(2000))
    for text in ("mmm", "iii"):
        here = width(POWERPOINT, text, narrow)
        there = width(POWERPOINT, text, replace(narrow, latin="DejaVu Sans"))
        assert width(LIBREOFFICE, text, narrow) == pytest.approx(max(here, there), abs=0.5)


def test_line_that_fits_in_one_face_alone_is_reckoned_as_two():
    text = "【注】「しイン」、しインしイン。"
    typesetter = Typesetter(NoFonts())
    room = typesetter.lines_under(POWERPOINT, [StyledText(text, BIZ)], pt(900))[0].width + pt(20)
    assert len(typesetter.lines([StyledText(text, BIZ)], room)) == 2


def test_links_in_what_stands_in_are_as_high_as_noto():
    narrow = Font("BIZ UDGothic", "BIZ UDGothic", "Arial", Centipoints(2000))
    (line,) = Typesetter(NoFonts()).lines([StyledText("あ", narrow, True)], pt(900))
    assert line.size == 2413


def test_families_of_other_systems_are_measured_as_they_are():
    assert width(LIBREOFFICE, "しイン", NOTO) == pytest.approx(60, abs=0.2)
    assert width(LIBREOFFICE, "iii", NOTO) < width(LIBREOFFICE, "iii", replace(NOTO, latin=SANS))


@pytest.mark.parametrize(
    ("machine", "absent"),
    [
        (Machine(), ("BIZ UDPGothic",)),
        (Machine("bizudpgothic"), ()),
        (Machine("bizudpゴシック"), ()),
        (Machine("arial"), ("BIZ UDPGothic",)),
    ],
)
def test_family_is_absent_where_neither_it_nor_a_twin_is_installed(machine, absent):
    typesetter = Typesetter(machine)
    typesetter.width([StyledText("aしb", BIZ), StyledText("い", BIZ)])
    assert typesetter.absent() == absent


def test_families_that_nearly_every_machine_has_are_not_looked_for():
    typesetter = Typesetter(Machine())
    typesetter.width([StyledText("a", NOTO)])
    assert typesetter.absent() == ()
    assert typesetter.missing() == ()
