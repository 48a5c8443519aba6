"""Faces of families that many machines lack are measured so that what stands in for them fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.text import LIBREOFFICE, POWERPOINT, Font, FontFile, NoFonts, StyledText, Typesetter
from deckgen.units import Centipoints, pt

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


def test_families_of_full_kana_are_measured_alike():
    assert width(LIBREOFFICE, "しイン", NOTO) == pytest.approx(60, abs=0.2)


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
