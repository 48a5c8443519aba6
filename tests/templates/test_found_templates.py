"""Templates as they are found in the wild, from the folder that `DECKGEN_TEMPLATES` names."""

from __future__ import annotations

import os
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL.Image import Image

from deckgen.geometry import Rect
from deckgen.opc.unzip import unzip
from deckgen.opc.xml import parse
from deckgen.pictures.decoded import decoded
from deckgen.template.choose import Purpose, choose
from deckgen.template.model import Role, Template
from deckgen.template.read import read_template
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.opc.unzip import ZipEntry

FOLDER = os.environ.get("DECKGEN_TEMPLATES", "")
FILES = sorted(Path(FOLDER).glob("*.p[op]t[xm]")) if FOLDER else []

MOST_PARSING = 120
"""The templates that were tried took 2 to 35 times as long to read as to parse."""
MOST_LOOKING = 12
"""Pictures are looked at besides: 0 to 8 times as long as it takes to decode them."""

pytestmark = pytest.mark.skipif(not FILES, reason="DECKGEN_TEMPLATES names no folder of templates")


@pytest.fixture(params=FILES, ids=lambda path: path.name)
def template(request) -> Template:
    return load(request.param)


@cache
def load(path: Path) -> Template:
    return read_template(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reading_costs_some_times_what_its_xml_and_pictures_cost_to_decode(path):
    data = path.read_bytes()
    entries = unzip(data)
    parsing = least_time(lambda: [parse(entry.data) for entry in entries if is_xml(entry)])
    pictures = [entry.data for entry in entries if entry.name.endswith((".png", ".jpeg", ".jpg"))]
    looking = least_time(lambda: [decoded(picture, Image.copy) for picture in pictures])
    allowed = parsing * MOST_PARSING + looking * MOST_LOOKING
    assert least_time(lambda: read_template(data, path.name)) < allowed


def is_xml(entry: ZipEntry) -> bool:
    return entry.name.endswith((".xml", ".rels"))


def least_time(work: Callable[[], object]) -> float:
    """Return the processor time of the fastest of a few runs."""
    times = []
    for _ in range(3):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def test_slots_lie_on_the_slide(template):
    slide = Rect(ZERO, ZERO, template.slide_size.width, template.slide_size.height)
    for layout in template.layouts:
        for slot in layout.slots:
            assert slide.intersection(slot.box).area * 2 >= slot.box.area > 0


def test_styles_are_whole(template):
    styles = [slot.levels for layout in template.layouts for slot in layout.slots]
    for levels in (*(base.free_text for base in template.bases), *styles):
        assert len(levels) == 9
        for style in levels:
            assert 100 <= style.size <= 400_000
            assert style.latin
            assert style.east_asian
            assert not style.latin.startswith("+")
            assert not style.east_asian.startswith("+")


def test_a_layout_has_one_title_at_most(template):
    assert all(len(layout.of_role(Role.TITLE)) <= 1 for layout in template.layouts)


def test_text_can_be_told_from_what_it_stands_on(template):
    """Titles whose colour is that of their ground tell of a panel that was not seen."""
    for layout in template.layouts:
        pictures = layout.of_role(Role.PICTURE)
        for slot in layout.of_role(Role.TITLE):
            on_picture = any(slot.box.overlaps(picture.box) for picture in pictures)
            ground = layout.behind(slot)
            assert on_picture or slot.levels[0].color.rgb != ground.rgb, (layout.name, ground)


@pytest.mark.parametrize("purpose", Purpose)
def test_there_is_a_layout_for_everything(template, purpose):
    choice = choose(template, purpose)
    assert (choice is None) == (not template.layouts)
    if choice is not None and choice.exact and purpose not in (Purpose.QUOTE, Purpose.BLANK):
        assert choice.layout.first(Role.TITLE) is not None


def test_content_has_room(template):
    choice = choose(template, Purpose.CONTENT)
    if choice is not None and choice.exact:
        body = choice.layout.first(Role.BODY)
        assert body is not None
        assert body.box.area >= template.slide_size.area * 0.2
