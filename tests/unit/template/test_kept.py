"""A template of which a part is damaged or missing is refused before anything is laid out."""

import io
import zipfile
from pathlib import Path

import pytest

import deckgen
import deckgen.templates
from deckgen.opc.package import BadPackageError
from deckgen.opc.read import read_package
from deckgen.opc.xml import parse
from deckgen.template.model import BadTemplateError
from deckgen.template.read import read_template
from deckgen.template.sound import check_sound
from deckgen.world import MemoryWorld
from tests.support.packages import with_slides, zipped

PLAIN = Path(deckgen.templates.__file__).with_name("plain.pptx").read_bytes()
DECK = "deck: {template: t.pptx}\nslides: [{title: x, notes: y}]\n"


def items(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def broken(data, name):
    parts = items(data)
    parts[name] = parts[name][: len(parts[name]) // 2]
    return zipped(parts)


@pytest.mark.parametrize("name", [name for name in items(PLAIN) if not name.endswith("/")])
def test_a_part_that_breaks_off_is_told_or_left_out(name):
    world = MemoryWorld({"t.pptx": broken(PLAIN, name)})
    compiled = deckgen.compile(DECK, world=world)
    if compiled.output is None:
        (item,) = compiled.diagnostics
        assert (item.code.slug, item.span.text) == ("bad-template", "t.pptx")
        return
    for part in read_package(compiled.output).parts.values():
        if part.content_type.endswith("xml"):
            parse(part.data)


@pytest.mark.parametrize("name", ["ppt/presProps.xml", "ppt/viewProps.xml"])
def test_settings_that_are_not_well_formed_are_no_template(name):
    template = read_template(broken(PLAIN, name), "t.pptx")
    with pytest.raises(BadTemplateError, match=f"`{name}` is not well-formed XML"):
        check_sound(template)


def without(name):
    parts = items(PLAIN)
    del parts[name]
    return zipped(parts)


LAYOUT, MASTER = "ppt/slideLayouts/slideLayout3.xml", "ppt/slideMasters/slideMaster1.xml"


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (LAYOUT, f"`{MASTER}` leads to `{LAYOUT}`, which is missing"),
        ("ppt/theme/theme1.xml", f"`{MASTER}` leads to `ppt/theme/theme1.xml`, which is missing"),
        (
            "ppt/slideLayouts/_rels/slideLayout3.xml.rels",
            f"`{LAYOUT}` leads to no slideMaster",
        ),
        ("ppt/slideMasters/_rels/slideMaster1.xml.rels", f"`{MASTER}` leads to no theme"),
    ],
)
def test_a_template_that_lacks_a_part_which_every_deck_needs_is_refused(missing, said):
    world = MemoryWorld({"t.pptx": without(missing)})
    found = [item for item in deckgen.compile(DECK, world=world).diagnostics if item.is_error]
    assert [item.code.slug for item in found] == ["bad-template"]
    assert said in found[0].message


def test_a_template_whose_picture_is_missing_is_used_as_it_is():
    parts = items(PLAIN)
    name = "ppt/slideLayouts/_rels/slideLayout3.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    lost = f'<Relationship Id="rId9" Type="{kind}" Target="../media/lost.png"/>'.encode()
    parts[name] = parts[name].replace(b"</Relationships>", lost + b"</Relationships>")
    world = MemoryWorld({"t.pptx": zipped(parts)})
    assert deckgen.compile(DECK, world=world).ok


def test_a_slide_of_the_template_is_looked_at_where_one_is_used():
    world = MemoryWorld({"t.pptx": broken(with_slides("One", "Two"), "ppt/slides/slide1.xml")})
    assert deckgen.compile(DECK, world=world).ok
    used = DECK.replace("{title: x, notes: y}", "{use: One}")
    (item,) = deckgen.compile(used, world=world).diagnostics
    assert (item.code.slug, item.span.text) == ("bad-template", "t.pptx")
    assert "`ppt/slides/slide1.xml`" in item.message


def test_what_is_no_xml_at_all_is_not_well_formed():
    with pytest.raises(BadPackageError):
        parse(b"")
