"""Reading templates: which files, which masters and layouts, and what is refused."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.geometry import Size
from deckgen.opc.package import BadPackageError
from deckgen.template.model import BadTemplateError, Role
from deckgen.template.read import DEFAULT_SIZE, read_template
from deckgen.units import Emu
from tests.support.packages import (
    TITLE_AND_BODY,
    Master,
    content_types,
    layout,
    parts_of,
    placeholder,
    presentation,
    relationships,
    theme,
    zipped,
)


def named(*names: str) -> Master:
    return Master(layouts=tuple(layout(name=name) for name in names))


@pytest.mark.parametrize(
    "main",
    [
        "presentation.main+xml",
        "template.main+xml",
        "slideshow.main+xml",
        "presentation.macroEnabled.main+xml",
    ],
)
def test_presentations_templates_and_those_with_macros_are_read(main):
    template = read_template(presentation(named("One"), main=main), "mine")
    assert template.name == "mine"
    assert template.presentation == "/ppt/presentation.xml"
    assert [one.name for one in template.layouts] == ["One"]


def test_the_main_part_may_have_any_name():
    parts = parts_of(named("One"))
    parts["deck/main.xml"] = parts.pop("ppt/presentation.xml")
    rels = parts.pop("ppt/_rels/presentation.xml.rels")
    parts["deck/_rels/main.xml.rels"] = rels.replace('Target="', 'Target="/ppt/')
    parts["_rels/.rels"] = relationships(("officeDocument", "deck/main.xml"))
    template = read_template(zipped(parts), "t")
    assert template.presentation == "/deck/main.xml"
    assert len(template.layouts) == 1


def test_layouts_come_in_the_order_of_their_masters():
    template = read_template(presentation(named("A", "B"), named("C")), "t")
    assert [(one.name, one.master) for one in template.layouts] == [("A", 0), ("B", 0), ("C", 1)]
    assert len(template.themes) == 2


def test_the_order_is_that_of_the_list_not_of_the_files():
    parts = parts_of(named("A", "B", "C"))
    master = parts["ppt/slideMasters/slideMaster0.xml"]
    for old, new in (('"rId0"', '"swap"'), ('"rId2"', '"rId0"'), ('"swap"', '"rId2"')):
        master = master.replace(old, new)
    parts["ppt/slideMasters/slideMaster0.xml"] = master
    names = [one.name for one in read_template(zipped(parts), "t").layouts]
    assert names == ["C", "B", "A"]


def test_without_lists_the_relationships_tell():
    parts = parts_of(named("A", "B"))
    name = "ppt/slideMasters/slideMaster0.xml"
    parts[name] = parts[name].replace("sldLayoutIdLst", "unknown")
    parts["ppt/presentation.xml"] = parts["ppt/presentation.xml"].replace("sldMasterIdLst", "x")
    names = [one.name for one in read_template(zipped(parts), "t").layouts]
    assert names == ["A", "B"]


def test_a_layout_without_a_name_has_that_of_its_type_or_part():
    master = Master(layouts=(layout(kind="titleOnly"), layout()))
    names = [one.name for one in read_template(presentation(master), "t").layouts]
    assert names == ["titleOnly", "slideLayout1"]


def test_line_breaks_in_names_are_spaces():
    master = named("Abschnitts-&#10;überschrift ")
    assert read_template(presentation(master), "t").layouts[0].name == "Abschnitts- überschrift"


def test_a_template_without_layouts_is_given_one():
    template = read_template(presentation(Master()), "t")
    (layout,) = template.layouts
    assert template.supplied
    assert [slot.role for slot in layout.slots][:2] == [Role.TITLE, Role.BODY]
    assert layout.part in template.package.parts


def test_layouts_know_how_many_slides_use_them():
    parts = parts_of(named("A", "B"))
    for n in range(3):
        parts[f"ppt/slides/slide{n}.xml"] = "<p/>"
        target = f"../slideLayouts/slideLayout{min(n, 1)}.xml"
        parts[f"ppt/slides/_rels/slide{n}.xml.rels"] = relationships(("slideLayout", target))
    types = {f"/ppt/slides/slide{n}.xml": "slide+xml" for n in range(3)}
    types |= {"/ppt/presentation.xml": "presentation.main+xml"}
    parts["[Content_Types].xml"] = content_types(types)
    assert [one.uses for one in read_template(zipped(parts), "t").layouts] == [1, 2]


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('cx="9144000" cy="6858000"', Size(Emu(9_144_000), Emu(6_858_000))),
        ('cx="30175200" cy="42803763"', Size(Emu(30_175_200), Emu(42_803_763))),
        ('type="custom"', DEFAULT_SIZE),
    ],
)
def test_the_size_of_slides(attributes, size):
    assert read_template(presentation(named("One"), size=attributes), "t").slide_size == size


def test_each_theme_has_its_colours_under_the_names_of_slides():
    dark = Master(color_map='<p:clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"/>')
    light, night = read_template(presentation(Master(), dark), "t").themes
    assert light.color("bg1") == Color("FAFAFA", "bg1")
    assert night.color("bg1") == Color("101010", "bg1")
    assert night.color("accent2") == Color("00FF00", "accent2")
    assert (light.heading_font, light.body_font) == ("Head", "Text")


def test_a_layout_that_maps_colours_otherwise_has_a_theme_and_free_text_of_its_own():
    swapped = 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"'
    layouts = (layout(*TITLE_AND_BODY), layout(*TITLE_AND_BODY, override=swapped))
    template = read_template(presentation(Master(layouts=layouts)), "t")
    plain, dark = template.layouts
    assert template.theme_of(plain).color("tx1") == Color("101010", "tx1")
    assert template.theme_of(dark).color("tx1") == Color("FAFAFA", "tx1")
    assert template.theme_of(dark).color("bg1") == Color("101010", "bg1")
    assert template.base_of(plain).free_text[0].color == Color("101010", "tx1")
    assert template.base_of(dark).free_text[0].color == Color("FAFAFA", "tx1")
    assert template.base_of(dark).title.levels[0].color == Color("FAFAFA", "tx1")


def test_the_default_table_style_is_found():
    parts = parts_of(named("One"))
    parts["ppt/tableStyles.xml"] = '<a:tblStyleLst xmlns:a="urn:x" def="{GUID}"/>'
    rels = relationships(
        ("slideMaster", "slideMasters/slideMaster0.xml"), ("tableStyles", "tableStyles.xml")
    )
    parts["ppt/_rels/presentation.xml.rels"] = rels
    assert read_template(zipped(parts), "t").table_style == "{GUID}"


def test_parts_that_are_missing_leave_defaults():
    parts = parts_of(Master(layouts=(layout(*TITLE_AND_BODY, name="One"),)))
    del parts["ppt/theme/theme0.xml"]
    template = read_template(zipped(parts), "t")
    assert template.layouts[0].slots[0].levels[0].latin
    assert template.themes[0].color("bg1").rgb == "FFFFFF"


def test_a_list_that_names_nothing_is_as_none():
    parts = parts_of(named("One", "Two"))
    for name in ("ppt/slideMasters/slideMaster0.xml", "ppt/presentation.xml"):
        parts[name] = parts[name].replace('r:id="rId', 'r:id="other')
    template = read_template(zipped(parts), "t")
    assert [one.name for one in template.layouts] == ["One", "Two"]
    assert not template.supplied


def test_a_layout_that_is_listed_but_missing_is_passed_over():
    parts = parts_of(named("A", "B"))
    del parts["ppt/slideLayouts/slideLayout0.xml"]
    assert [one.name for one in read_template(zipped(parts), "t").layouts] == ["B"]


def refused(parts: dict[str, str]) -> str:
    with pytest.raises(BadTemplateError) as caught:
        read_template(zipped(parts), "t")
    return str(caught.value)


def test_a_word_document_is_refused_by_name():
    parts = parts_of(named("One"))
    word = parts["[Content_Types].xml"].replace(
        "presentationml.presentation", "wordprocessingml.document"
    )
    assert "Word document" in refused(parts | {"[Content_Types].xml": word})


def test_a_strict_presentation_is_refused_with_what_to_do():
    parts = parts_of(named("One"))
    transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/office"
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/office"
    rels = parts["_rels/.rels"].replace(transitional, strict)
    assert "save it as an ordinary .pptx" in refused(parts | {"_rels/.rels": rels})


def test_a_file_without_masters_is_refused():
    assert "no slide master" in refused(parts_of())


def test_a_file_without_a_main_part_is_refused():
    assert "no main part" in refused(parts_of(named("One")) | {"_rels/.rels": relationships()})


def test_a_main_part_that_is_something_else_is_refused():
    parts = parts_of(named("One")) | {"ppt/presentation.xml": "<p/>"}
    assert "not a presentation" in refused(parts)


def test_impossible_sizes_are_refused():
    parts = parts_of(named("One"), size='cx="0" cy="6858000"')
    assert "size" in refused(parts)


def test_package_errors_are_template_errors():
    with pytest.raises(BadTemplateError, match="empty"):
        read_template(b"", "t")
    assert issubclass(BadTemplateError, BadPackageError)


def test_the_language_decides_on_the_east_asian_face():
    faces = (
        '<a:latin typeface="Text"/><a:ea typeface=""/><a:font script="Jpan" typeface="日本"/>'
        '<a:font script="Hans" typeface="简体"/>'
    )
    layouts = (layout(placeholder("body", 1, (5, 25, 90, 65))),)
    data = presentation(Master(layouts=layouts, theme=theme(minor=faces)))
    faces_by_language = {
        language: read_template(data, "t", language).layouts[0].slots[0].levels[0].east_asian
        for language in ("ja", "zh-CN", "zh-TW", "en")
    }
    assert faces_by_language == {"ja": "日本", "zh-CN": "简体", "zh-TW": "Text", "en": "日本"}


def test_layouts_that_would_take_long_to_read_are_refused():
    crowded = Master(layouts=(layout("<p:sp/>" * 600_001),))
    with pytest.raises(BadTemplateError, match="too many shapes"):
        read_template(presentation(crowded), "t")
