"""Of a template's pictures only so many are decoded, however many there are."""

from typing import Any, cast

import pytest

from deckgen.geometry import Rect
from deckgen.limits import LOOKED_AT
from deckgen.opc.package import Package, Part, Relationship
from deckgen.opc.xml import NAMESPACES, parse
from deckgen.template import mosaics
from deckgen.template.background import Painter
from deckgen.template.looks import Looks
from deckgen.template.mixer import Mixer
from deckgen.units import pt

COUNT = LOOKED_AT + 6
SPACES = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in "apr")
NAMES = [f"/ppt/media/{number}.png" for number in range(COUNT)]
SHEET = Part(
    "/ppt/slideLayouts/slideLayout1.xml",
    "",
    b"",
    tuple(Relationship(f"rId{number}", "image", name) for number, name in enumerate(NAMES)),
)
PACKAGE = Package({name: Part(name, "image/png", b"") for name in NAMES}, ())


def fills():
    for number in range(COUNT):
        yield parse(f'<p:blipFill {SPACES}><a:blip r:embed="rId{number}"/></p:blipFill>'.encode())


@pytest.mark.parametrize("way", ["washes", "mosaics"])
def test_the_pictures_of_a_template_that_are_decoded_have_a_limit(way, monkeypatch):
    decoded = []

    def look(data, _look):
        decoded.append(data)
        return ()

    monkeypatch.setattr(mosaics, "average", lambda data, how: look(data, how) or None)
    monkeypatch.setattr(mosaics, "mosaic", look)
    mixer = Mixer(cast("Any", None), Looks(PACKAGE))
    painter = Painter(None, None, cast("Any", None), mixer)
    box = Rect(pt(0), pt(0), pt(100), pt(100))
    for fill in fills():
        painter.picture(fill, SHEET) if way == "washes" else mixer.fill(fill, SHEET, box)
    assert len(decoded) == LOOKED_AT
