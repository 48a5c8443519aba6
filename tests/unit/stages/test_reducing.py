"""Large photographs become as small as their slides can show them, and only where that is asked."""

import io
import zipfile

import pytest
from PIL import Image

import deckgen
from deckgen.world import MemoryWorld

DECK = """
deck: {{{settings}}}
slides:
  - title: The hall
    image: {{src: hall.{ending}, alt: The hall, width: 50%}}
"""


def photograph(ending):
    noise = Image.effect_noise((2400, 1600), 80).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "JPEG" if ending == "jpg" else "PNG")
    return out.getvalue()


def shown(settings, ending="jpg"):
    """Return the one picture in the file that a deck gives."""
    data = photograph(ending)
    world = MemoryWorld({f"hall.{ending}": data})
    built = deckgen.compile(DECK.format(settings=settings, ending=ending), world=world)
    assert built.output is not None, built.diagnostics
    with zipfile.ZipFile(io.BytesIO(built.output)) as package:
        (name,) = [name for name in package.namelist() if "/media/image" in name]
        return package.read(name), data


@pytest.mark.parametrize("ending", ["jpg", "png"])
def test_a_picture_has_no_more_dots_than_asked(ending):
    data, before = shown("pictures: {dpi: 100}", ending)
    with Image.open(io.BytesIO(data)) as picture:
        assert 300 < picture.width < 900
        assert picture.width / picture.height == pytest.approx(1.5, abs=0.01)
        assert picture.format == ("JPEG" if ending == "jpg" else "PNG")
    assert len(data) < len(before)


def test_a_picture_that_has_few_enough_stays_as_it_is():
    with Image.open(io.BytesIO(shown("pictures: {dpi: 600}")[0])) as picture:
        assert picture.width == 2400


def test_pictures_stay_whole_where_nobody_asks():
    with Image.open(io.BytesIO(shown("language: en")[0])) as picture:
        assert picture.width == 2400
