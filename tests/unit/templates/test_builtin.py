"""The built-in templates as packages: legible, free of collisions, complete, reproducible."""

from __future__ import annotations

import colorsys
import itertools
import subprocess
import sys
import zipfile
from functools import lru_cache
from importlib import resources
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

ROOT = Path(__file__).resolve().parents[3]
FOLDER = resources.files("deckgen.templates")
SIZED = sorted(
    path.name.removesuffix(".pptx") for path in FOLDER.iterdir() if path.name.endswith(".pptx")
)
SUFFIXES = ("-16x9", "-4x3", "-A4")
ACCENTS = tuple(f"accent{n}" for n in range(1, 7))
AA = 4.5
"""The contrast that WCAG 2.2, 1.4.3 asks of text."""

EMU_PER_POINT = 12_700
NATURAL_LEADING = 1.2
MASTER_KINDS = {
    "title": "title",
    "ctrTitle": "title",
    "dt": "dt",
    "ftr": "ftr",
    "sldNum": "sldNum",
}
STYLES = {"title": "p:titleStyle", "ctrTitle": "p:titleStyle"} | dict.fromkeys(
    ("dt", "ftr", "sldNum"), "p:otherStyle"
)


def load(name):
    with resources.as_file(FOLDER / f"{name}.pptx") as path:
        return Presentation(str(path))


@pytest.fixture(scope="module", params=SIZED)
def template(request):
    return load(request.param)


@pytest.fixture(scope="module", params=SIZED)
def archive(request):
    with (
        resources.as_file(FOLDER / f"{request.param}.pptx") as path,
        zipfile.ZipFile(path) as file,
    ):
        yield file


def theme_colours(template):
    part = template.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    )
    scheme = etree.fromstring(part.blob)[0][0]
    assert scheme.tag == qn("a:clrScheme")
    return {etree.QName(entry).localname: entry[0].get("val") for entry in scheme}


def resolve(template, scheme_colour):
    """Return the red, green and blue of an `a:schemeClr`, from 0 to 1, through the colour map."""
    mapped = template.slide_master.element.find(qn("p:clrMap")).get(scheme_colour.get("val"))
    rgb = theme_colours(template)[mapped]
    red, green, blue = (int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    for change in scheme_colour:
        value = int(change.get("val")) / 100_000
        match etree.QName(change).localname:
            case "lumMod":
                lightness *= value
            case "lumOff":
                lightness += value
            case other:
                pytest.fail(f"unknown colour change {other}")
    return colorsys.hls_to_rgb(hue, min(1.0, lightness), saturation)


def luminance(rgb):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grounds(template, layout):
    """Return the colours behind a layout: one, or the two ends of a gradient."""
    own = layout.element.find(f".//{qn('p:bg')}")
    shown = template.slide_master.element.find(f".//{qn('p:bg')}") if own is None else own
    return [resolve(template, colour) for colour in shown.iter(qn("a:schemeClr"))]


def kind(placeholder):
    return placeholder.element.find(f".//{qn('p:ph')}").get("type", "obj")


def style_chain(template, placeholder, level):
    """Yield the properties of a level, nearest first: layout, master placeholder, text styles."""
    tag = qn(f"a:lvl{level}pPr")
    wanted = MASTER_KINDS.get(kind(placeholder), "body")
    master = template.slide_master
    parents = [p for p in master.placeholders if kind(p) == wanted]
    sources = [shape.element.find(f".//{qn('a:lstStyle')}") for shape in (placeholder, *parents)]
    style = STYLES.get(kind(placeholder), "p:bodyStyle")
    sources.append(master.element.find(f".//{qn(style)}"))
    return [found for source in sources if (found := source.find(tag)) is not None]


def nearest(template, placeholder, level, path):
    for properties in style_chain(template, placeholder, level):
        found = properties.find("/".join(qn(step) for step in path.split("/")))
        if found is not None:
            return found
    return pytest.fail(f"{placeholder.name}, level {level}: no {path} in the chain")


def vertical_insets(template, title):
    """Return what a title's own or its master's insets take of its height, in EMU."""
    (parent,) = (p for p in template.slide_master.placeholders if kind(p) == "title")
    frames = [shape.element.find(f".//{qn('a:bodyPr')}") for shape in (title, parent)]
    return sum(
        int(next(frame.get(side) for frame in frames if frame.get(side)))
        for side in ("tIns", "bIns")
    )


def body_levels(template):
    return list(template.slide_master.element.find(f".//{qn('p:bodyStyle')}"))


def box(shape):
    return shape.left, shape.top, shape.left + shape.width, shape.top + shape.height


def boxes(shapes):
    """Return the names of shapes and their boxes, which python-pptx looks up anew each time."""
    return [(shape.name, box(shape)) for shape in shapes]


@lru_cache
def placed(part):
    """Return the names and boxes of the placeholders of a layout, told by its part."""
    return boxes(part.slide_layout.placeholders)


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def decorations(template, layout):
    shown = layout.element.get("showMasterSp", "1") == "1"
    owners = (layout, template.slide_master) if shown else (layout,)
    return [
        leaf
        for owner in owners
        for shape in owner.shapes
        if not shape.is_placeholder
        for leaf in (shape.shapes if shape.element.tag == qn("p:grpSp") else (shape,))
    ]


def test_holds_no_slides_but_layouts_and_a_notes_master(template):
    assert len(template.slides) == 0
    assert len(template.slide_layouts) >= 7
    assert {kind(p) for p in template.notes_master.placeholders} >= {"sldImg", "body", "sldNum"}


def test_every_standard_kind_of_layout_is_there(template):
    kinds = {layout.element.get("type") for layout in template.slide_layouts}
    assert kinds >= {"title", "secHead", "obj", "twoObj", "twoTxTwoObj"}
    assert kinds >= {"picTx", "titleOnly", "blank"}
    names = {layout.name for layout in template.slide_layouts}
    assert names >= {"Agenda", "Quotation", "Closing"}


def test_pages_of_content_stand_on_one_left_and_one_right_axis(template):
    (title,) = (p for p in template.slide_master.placeholders if kind(p) == "title")
    left, _, right, _ = box(title)
    for layout in template.slide_layouts:
        contents = [p for p in layout.placeholders if kind(p) in ("obj", "body", "pic")]
        if layout.element.get("showMasterSp") == "0" or layout.name == "Quotation" or not contents:
            continue
        if any(kind(p) == "title" and p.top != title.top for p in layout.placeholders):
            continue
        allowed = 0.1 * 914_400  # insets of text in a picture's column
        assert abs(min(p.left for p in contents) - left) <= allowed, layout.name
        assert max(p.left + p.width for p in contents) <= right, layout.name


def test_footers_stand_in_one_line_on_all_pages_but_covers(template):
    lines = {
        kind(p): (p.left, p.top, p.left + p.width)
        for p in template.slide_master.placeholders
        if kind(p) in ("dt", "ftr", "sldNum")
    }
    for layout in template.slide_layouts:
        if layout.name in ("Title Slide", "Closing"):
            continue
        for p in layout.placeholders:
            if kind(p) in lines:
                assert (p.left, p.top, p.left + p.width) == lines[kind(p)], layout.name


def test_titles_lead_the_text_below_them(template):
    size = int(
        template.slide_master.element.find(f".//{qn('p:titleStyle')}")[0]
        .find(qn("a:defRPr"))
        .get("sz")
    )
    body = int(body_levels(template)[0].find(qn("a:defRPr")).get("sz"))
    assert size >= body * 1.15


def test_dividers_have_a_place_for_their_number(template):
    divider = template.slide_layouts.get_by_name("Section Header")
    prompts = [p.text_frame.text for p in divider.placeholders if p.name == "Section Number"]
    assert [prompt.lstrip("0") for prompt in prompts] == ["1"]


def test_text_on_every_layout_has_the_contrast_of_aa(template):
    for layout in template.slide_layouts:
        for placeholder, level in itertools.product(layout.placeholders, range(1, 6)):
            if level > 1 and kind(placeholder) in STYLES:
                continue
            colour = nearest(template, placeholder, level, "a:defRPr/a:solidFill/a:schemeClr")
            for ground in grounds(template, layout):
                ratio = contrast(resolve(template, colour), ground)
                assert ratio >= AA, f"{layout.name}, {placeholder.name}, level {level}: {ratio:.2f}"


def test_bullets_have_the_contrast_of_aa(template):
    (paper,) = grounds(template, template.slide_layouts.get_by_name("Title and Content"))
    for level in body_levels(template):
        colour = level.find(f"{qn('a:buClr')}/{qn('a:schemeClr')}")
        assert contrast(resolve(template, colour), paper) >= AA


def named(template, name):
    """Return the red, green and blue of a colour as the master's map has it."""
    mapped = template.slide_master.element.find(qn("p:clrMap")).get(name)
    rgb = theme_colours(template)[mapped]
    return [int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)]


def test_accents_and_links_can_carry_text_on_paper_and_panels(template):
    for name in (*ACCENTS, "hlink", "folHlink", "tx2"):
        for ground in ("bg1", "bg2"):
            ratio = contrast(named(template, name), named(template, ground))
            assert ratio >= AA, f"{name} on {ground}: {ratio:.2f}"


def test_accents_tell_good_doubtful_and_wrong(template):
    hues = [colorsys.rgb_to_hsv(*named(template, name))[:2] for name in ACCENTS]
    degrees = [hue * 360 for hue, saturation in hues if saturation > 0.3]
    for wanted, tolerance in ((120, 40), (38, 12), (0, 15)):
        near = [hue for hue in degrees if abs((hue - wanted + 180) % 360 - 180) <= tolerance]
        assert near, f"no accent of hue {wanted}"


def test_accents_are_told_apart(template):
    for one, other in itertools.combinations(ACCENTS, 2):
        apart = sum(
            (a - b) ** 2 for a, b in zip(*(named(template, n) for n in (one, other)), strict=True)
        )
        assert apart**0.5 > 0.15, f"{one}, {other}"


def test_placeholders_lie_within_the_slide(template):
    for layout in template.slide_layouts:
        for name, (left, top, right, bottom) in placed(layout.part):
            assert left >= 0
            assert top >= 0
            assert right <= template.slide_width, f"{layout.name}, {name}"
            assert bottom <= template.slide_height, f"{layout.name}, {name}"


def test_no_placeholder_overlaps_another(template):
    for layout in template.slide_layouts:
        for (one, here), (other, there) in itertools.combinations(placed(layout.part), 2):
            assert not overlap(here, there), f"{layout.name}: {one}, {other}"


def test_no_decoration_touches_a_placeholder(template):
    for layout in template.slide_layouts:
        drawn = boxes(decorations(template, layout))
        for (figure, here), (name, there) in itertools.product(drawn, placed(layout.part)):
            assert not overlap(here, there), f"{layout.name}: {figure}, {name}"


def test_five_levels_of_text_are_designed_and_nine_are_set(template):
    levels = body_levels(template)
    designed = levels[:5]
    sizes = [int(level.find(qn("a:defRPr")).get("sz")) for level in designed]
    lefts = [int(level.get("marL")) for level in designed]
    befores = [int(level.find(qn("a:spcBef"))[0].get("val")) for level in designed]
    bullets = [
        (level.find(qn("a:buChar")).get("char"), level.find(f".//{qn('a:schemeClr')}").get("val"))
        for level in designed
    ]
    assert len(levels) == 9
    assert sizes == sorted(sizes, reverse=True)
    assert min(sizes) >= 1400
    assert lefts == sorted(set(lefts))
    assert befores == sorted(set(befores), reverse=True)
    assert all(one != other for one, other in itertools.pairwise(bullets))


def test_bullets_hang_within_their_indent(template):
    for level in body_levels(template):
        assert 0 < -int(level.get("indent")) <= int(level.get("marL"))


def test_levels_take_the_fonts_of_the_theme(template):
    for style, slot in (("p:titleStyle", "mj"), ("p:bodyStyle", "mn"), ("p:otherStyle", "mn")):
        for run in template.slide_master.element.find(f".//{qn(style)}").iter(qn("a:defRPr")):
            faces = [run.find(qn(f"a:{tag}")).get("typeface") for tag in ("latin", "ea", "cs")]
            assert faces == [f"+{slot}-lt", f"+{slot}-ea", f"+{slot}-cs"]
            assert run.get("lang") is None


def test_titles_have_room_for_two_lines(template):
    for layout in template.slide_layouts:
        for title in (p for p in layout.placeholders if kind(p) in ("title", "ctrTitle")):
            run = style_chain(template, title, 1)
            sizes = (level.find(qn("a:defRPr")).get("sz") for level in run)
            size = int(next(size for size in sizes if size)) / 100
            spacing = nearest(template, title, 1, "a:lnSpc/a:spcPct")
            lines = 2 * size * NATURAL_LEADING * int(spacing.get("val")) / 100_000
            room = (title.height - vertical_insets(template, title)) / EMU_PER_POINT
            assert room >= lines, layout.name


def test_every_layout_carries_date_footer_and_number(template):
    for layout in template.slide_layouts:
        assert {kind(p) for p in layout.placeholders} >= {"dt", "ftr", "sldNum"}, layout.name


def test_indices_and_names_are_unique_within_a_layout(template):
    for layout in template.slide_layouts:
        placeholders = list(layout.placeholders)
        assert len({p.placeholder_format.idx for p in placeholders}) == len(placeholders)
        assert len({p.name for p in placeholders}) == len(placeholders)


def test_every_layout_chain_ends_in_a_theme(template):
    master = template.slide_master
    for layout in template.slide_layouts:
        assert layout.slide_master.part is master.part
    assert len(theme_colours(template)) == 12
    ids = [int(entry.get("id")) for entry in master.element.iter(qn("p:sldLayoutId"))]
    ids += [int(entry.get("id")) for entry in template.element.iter(qn("p:sldMasterId"))]
    assert len(set(ids)) == len(ids)
    assert min(ids) >= 2**31


@pytest.mark.parametrize("name", [n for n in SIZED if not n.endswith(SUFFIXES)])
def test_slides_made_on_every_layout_keep_their_placeholders(name):
    template = load(name)
    for layout in template.slide_layouts:
        slide = template.slides.add_slide(layout)
        footers = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
        expected = [p for p in layout.placeholders if p.placeholder_format.type not in footers]
        assert len(list(slide.placeholders)) == len(expected)


def test_new_tables_take_the_style_of_the_template(archive):
    styles = etree.fromstring(archive.read("ppt/tableStyles.xml"))
    assert [style.get("styleId") for style in styles] == [styles.get("def")]


def test_archives_say_nothing_of_time_or_machine(archive):
    for entry in archive.infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.compress_type == zipfile.ZIP_STORED
    assert b"dcterms" not in archive.read("docProps/core.xml")


def test_the_templates_differ_in_all_that_layout_must_not_take_for_granted():
    corporate, plain = (load(name) for name in ("corporate", "plain"))
    assert corporate.slide_width != plain.slide_width
    sizes = [
        [level.find(qn("a:defRPr")).get("sz") for level in body_levels(template)]
        for template in (corporate, plain)
    ]
    assert sizes[0] != sizes[1]
    bodies = [template.slide_master.placeholders[1].text_frame for template in (corporate, plain)]
    assert bodies[0].margin_left != bodies[1].margin_left


def test_the_script_draws_what_is_committed():
    script = ROOT / "scripts" / "draw_templates.py"
    command = [sys.executable, str(script), "--check"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
