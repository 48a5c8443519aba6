"""Whole decks on templates as they are found in the wild, under each of their masters.

The folder that `DECKGEN_TEMPLATES` names holds the templates; `labels.tsv` says which of their
layouts a designer would take.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from deckgen.compiler import build_text
from deckgen.dump.boxes import box_of
from deckgen.emit import emit
from deckgen.inspection.inspect import inspect
from deckgen.layout.deck import lay_out
from deckgen.opc.read import read_package
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.template.kept import parts_of_decks
from deckgen.template.model import Role, Template
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from deckgen.world import DiskWorld
from tests.support.building import REPORT
from tests.support.invariants import faults, inked
from tests.support.pictures import world
from tests.support.small_print import feet

FOLDER = os.environ.get("DECKGEN_TEMPLATES", "")
FILES = sorted(Path(FOLDER).glob("*.p[op]t[xm]")) if FOLDER else []
HERE = Path(__file__).parent
DECKS = {"report": REPORT, "ugly": HERE / "ugly.yaml"}
KINDS = ("title", "section", "content", "two_contents", "pictures", "closing")

pytestmark = pytest.mark.skipif(not FILES, reason="DECKGEN_TEMPLATES names no folder of templates")


@cache
def load(path: Path) -> Template:
    return read_template(path.read_bytes(), path.name, "ja-JP")


def under(template: Template, master: int) -> Template:
    """Return a template as if it had no other master."""
    layouts = tuple(layout for layout in template.layouts if layout.master == master)
    return replace(template, layouts=layouts)


def cases():
    for path in FILES:
        template = load(path)
        for master in sorted({layout.master for layout in template.layouts}):
            for name in DECKS:
                yield pytest.param(path, master, name, id=f"{path.stem}-{master + 1}-{name}")


def place(path, master, name):
    deck_file = DECKS[name]
    shown = DiskWorld() if name == "report" else world()
    text = deck_file.read_text(encoding="utf-8")
    build = build_text(text, name=name, base=deck_file.parent, world=shown)
    if name == "ugly":
        build = build_text(text, name=name, world=shown)
    deck = build.deck()
    assert deck is not None
    template = under(load(path), master)
    pages = lay_out(deck, template, Typesetter(NoFonts()), build.sink)
    return pages, [item for item in build.sink.sorted() if item.is_error]


@pytest.mark.parametrize(("path", "master", "name"), list(cases()))
def test_a_deck_stands_on_every_template(path, master, name):
    pages, errors = place(path, master, name)
    assert errors == []
    assert faults(pages) == []
    assert _on_decoration(pages) == []
    assert _small_titles(pages) == []
    assert _empty(pages) == []
    assert _changed_parts(pages) == []


def _on_decoration(pages):
    """Return the text that stands on what the template draws, all that is at its foot apart."""
    found = []
    for number, page in enumerate(pages.pages, start=1):
        for item in page.items:
            if not isinstance(item, TextFrame) or _is_furniture(item) or item in feet(page):
                continue
            ink = inked(item)
            for drawn in page.layout.decoration:
                common = ink.intersection(drawn)
                if min(common.width, common.height) > pages.template.slide_size.height * 0.01:
                    found.append(f"page {number}: {item.text[:20]!r} on {box_of(drawn)}")
    return found


def _is_furniture(item: TextFrame) -> bool:
    furniture = {Role.FOOTER, Role.DATE, Role.NUMBER, Role.NOTICE, Role.LABEL}
    return item.slot is not None and item.slot.role in furniture


def _small_titles(pages):
    """Return titles smaller than the text below them, very long ones and those on bands apart."""
    found = []
    for number, page in enumerate(pages.pages, start=1):
        titles = [
            i for i in page.items if isinstance(i, TextFrame) and i.name and _role(i) is Role.TITLE
        ]
        bodies = [
            i
            for i in page.items
            if isinstance(i, TextFrame) and _role(i) is Role.BODY and not _is_display(i)
        ]
        for title in (one for one in titles if one.slot and one.slot.background is None):
            size = title.paragraphs[0].style
            largest = max((p.style.size for b in bodies for p in b.paragraphs), default=0)
            if size.size < largest and not size.bold and len(title.text) < 60:
                found.append(f"page {number}: {title.text!r} has {size.size}, the body {largest}")
    return found


def _is_display(item: TextFrame) -> bool:
    """Tell whether a text is a sentence or a number alone, which stands lower than text starts."""
    return len(item.paragraphs) == 1 and item.slot is not None and item.box.y > item.slot.box.y


def _role(item: TextFrame) -> Role | None:
    return item.slot.role if item.slot is not None else None


def _empty(pages):
    return [
        f"page {number}: {item.name} is empty"
        for number, page in enumerate(pages.pages, start=1)
        for item in page.items
        if isinstance(item, TextFrame) and not item.text.strip()
    ]


def _changed_parts(pages):
    """Return the masters, layouts and themes of the file that differ from those it is to keep."""
    written = read_package(emit(pages).read()).parts
    kinds = (".theme+xml", ".slideMaster+xml", ".slideLayout+xml")
    return [
        part.name
        for part in parts_of_decks(pages.template)
        if part.content_type.endswith(kinds)
        and part.name in written
        and written[part.name].data != part.data
    ]


def labels() -> dict[str, list[str]]:
    lines = (HERE / "labels.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {row[0]: row[1:] for row in rows[1:]}


def test_layouts_are_those_that_a_designer_would_take():
    wrong, asked = [], 0
    for path in FILES:
        wanted = labels().get(path.name)
        if wanted is None:
            continue
        chosen = {choice.kind: choice.layout for choice in inspect(load(path), NoFonts()).choices}
        for kind, listed in zip(KINDS, wanted, strict=True):
            asked += 1
            if chosen[kind] not in listed.split(" / "):
                wrong.append(f"{path.name}: {kind} is {chosen[kind]!r}, not {listed!r}")
    assert len(wrong) <= asked * 0.03, "\n".join(wrong)
