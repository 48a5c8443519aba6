"""Fixtures: a small template made by hand, and what pages need to be placed on it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

import pytest
from PIL import Image

from deckgen.colors import Color
from deckgen.emit import emit
from deckgen.geometry import Rect, Size
from deckgen.opc.package import Package, Part, Relationship
from deckgen.opc.xml import parse
from deckgen.pages import HiddenTitle, Page, Pages, Properties, TextFrame
from deckgen.placed_text import PlacedParagraph, PlacedRun
from deckgen.records import replace
from deckgen.source import Source, Span
from deckgen.styles import NO_BULLET, BodyProperties, Bullet, BulletKind, LevelStyle
from deckgen.template.model import Base, Layout, Placeholder, Role, Slot, Template, Theme
from deckgen.text.model import Font
from deckgen.units import ZERO, Centipoints, pt
from tests.support.pictures import read

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPES = "application/vnd.openxmlformats-officedocument.presentationml."
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)
TREE = (
    '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
    "</p:nvGrpSpPr><p:grpSpPr/>{}</p:spTree></p:cSld>"
)
HOLDER = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr/><p:nvPr>'
    '<p:ph type="{type}"{idx}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="914400" cy="914400"/></a:xfrm></p:spPr>'
    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>"
)
COLOR_NAMES = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    *(f"accent{i}" for i in range(1, 7)),
    "hlink",
    "folHlink",
)
COLORS = "".join(f'<a:{name}><a:srgbClr val="112233"/></a:{name}>' for name in COLOR_NAMES)
FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
THEME = (
    f'<a:theme {SPACES} name="T"><a:themeElements><a:clrScheme name="T">{COLORS}</a:clrScheme>'
    f'<a:fontScheme name="T"><a:majorFont>{FONT}</a:majorFont><a:minorFont>{FONT}</a:minorFont>'
    '</a:fontScheme><a:fmtScheme name="T"/></a:themeElements></a:theme>'
)
MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"'
    ' folHlink="folHlink"/>'
)
PRESENTATION = (
    f'<p:presentation {SPACES} saveSubsetFonts="1">'
    '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
    '<p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst>'
    '<p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
    '<p:embeddedFontLst><p:embeddedFont><p:font typeface="X"/><p:regular r:id="rId9"/>'
    "</p:embeddedFont></p:embeddedFontLst>"
    '<p:custShowLst><p:custShow name="c" id="0"><p:sldLst><p:sld r:id="rId2"/></p:sldLst>'
    "</p:custShow></p:custShowLst>"
    '<p:custDataLst><p:tags r:id="rId8"/></p:custDataLst>'
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst>'
    '<p14:section name="old" id="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sldIdLst>'
    '<p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext>'
    '<p:ext uri="{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"/></p:extLst></p:presentation>'
)


def relationship(number: int, kind: str, target: str) -> Relationship:
    return Relationship(f"rId{number}", OFFICE + kind, target)


def rels(*relationships: Relationship) -> bytes:
    listed = "".join(
        f'<Relationship Id="{rel.id}" Type="{rel.type}" Target="{rel.target}"/>'
        for rel in relationships
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{listed}</Relationships>'.encode()


def part(name: str, kind: str, data: str, *relationships: Relationship) -> Part:
    own = rels(*relationships) if relationships else None
    return Part(name, kind, data.encode(), relationships, own)


def package() -> Package:
    """Return a template with all that a deck must keep, and much that it must not."""
    body = HOLDER.format(id=3, name="Body", type="body", idx=' idx="1"')
    title = HOLDER.format(id=2, name="Title", type="title", idx="")
    layout_id = '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>'
    master = f"<p:sldMaster {SPACES}>{TREE.format(title + body)}{MAP}{layout_id}</p:sldMaster>"
    layout = f'<p:sldLayout {SPACES} type="obj">{TREE.format(title + body)}</p:sldLayout>'
    show = '<p:showPr><p:custShow id="0"/></p:showPr>'
    view = '<p:outlineViewPr><p:sldLst><p:sld r:id="rId1"/></p:sldLst></p:outlineViewPr>'
    parts = (
        part(
            "/ppt/presentation.xml",
            "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
            PRESENTATION,
            relationship(1, "slideMaster", "/ppt/slideMasters/slideMaster1.xml"),
            relationship(2, "slide", "/ppt/slides/slide1.xml"),
            relationship(3, "theme", "/ppt/theme/theme1.xml"),
            relationship(4, "presProps", "/ppt/presProps.xml"),
            relationship(5, "viewProps", "/ppt/viewProps.xml"),
            relationship(6, "tableStyles", "/ppt/tableStyles.xml"),
            relationship(7, "vbaProject", "/ppt/vbaProject.bin"),
            relationship(8, "tags", "/ppt/tags/tag1.xml"),
            relationship(9, "font", "/ppt/fonts/font1.fntdata"),
            relationship(10, "commentAuthors", "/ppt/commentAuthors.xml"),
        ),
        part(
            "/ppt/slideMasters/slideMaster1.xml",
            TYPES + "slideMaster+xml",
            master,
            relationship(1, "slideLayout", "/ppt/slideLayouts/slideLayout1.xml"),
            relationship(2, "theme", "/ppt/theme/theme1.xml"),
            relationship(3, "image", "/ppt/media/image1.png"),
        ),
        part(
            "/ppt/slideLayouts/slideLayout1.xml",
            TYPES + "slideLayout+xml",
            layout,
            relationship(1, "slideMaster", "/ppt/slideMasters/slideMaster1.xml"),
        ),
        part(
            "/ppt/theme/theme1.xml",
            "application/vnd.openxmlformats-officedocument.theme+xml",
            THEME,
        ),
        part(
            "/ppt/slides/slide1.xml",
            TYPES + "slide+xml",
            f"<p:sld {SPACES}>{TREE.format('')}</p:sld>",
            relationship(1, "slideLayout", "/ppt/slideLayouts/slideLayout1.xml"),
            relationship(2, "image", "/ppt/media/image2.png"),
        ),
        part(
            "/ppt/presProps.xml",
            TYPES + "presProps+xml",
            f"<p:presentationPr {SPACES}>{show}</p:presentationPr>",
        ),
        part(
            "/ppt/viewProps.xml",
            TYPES + "viewProps+xml",
            f'<p:viewPr {SPACES} lastView="sldMasterView">{view}</p:viewPr>',
            relationship(1, "slide", "/ppt/slides/slide1.xml"),
        ),
        part("/ppt/tableStyles.xml", TYPES + "tableStyles+xml", "<x/>"),
        part("/ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject", "macro"),
        part("/ppt/tags/tag1.xml", TYPES + "tags+xml", "<x/>"),
        part("/ppt/fonts/font1.fntdata", "application/x-fontdata", "font"),
        part("/ppt/commentAuthors.xml", TYPES + "commentAuthors+xml", "<x/>"),
        part("/ppt/media/image1.png", "image/png", "logo"),
        part("/ppt/media/image2.png", "image/png", "of the slide"),
        part("/docProps/thumbnail.jpeg", "image/jpeg", "thumbnail"),
    )
    main = relationship(1, "officeDocument", "/ppt/presentation.xml")
    thumbnail = relationship(2, "thumbnail", "/docProps/thumbnail.jpeg")
    return Package({part.name: part for part in parts}, (main, thumbnail))


BLACK = Color("000000", "tx1")
BULLETED = Bullet(BulletKind.CHARACTER, "•", font="Arial")
STYLE = LevelStyle(Centipoints(1800), "Arial", "Meiryo", "Arial", BLACK)


@dataclass(frozen=True)
class Maker:
    """Makes what pages are made of; `style` and `levels` are those of the body's slot."""

    template: Template
    span: Span
    style: LevelStyle
    levels: tuple[LevelStyle, ...]

    @property
    def layout(self):
        return self.template.layouts[0]

    def slot(self, role=Role.BODY):
        found = self.layout.first(role)
        assert found is not None
        return found

    def run(self, text, style=None, **changes):
        style = style or self.style
        font = Font(
            style.latin,
            style.east_asian,
            style.complex_script,
            style.size,
            style.bold,
            style.italic,
        )
        for name in ("size", "bold", "italic", "latin", "east_asian"):
            if name in changes:
                font = replace(font, **{name: changes.pop(name)})
        return PlacedRun(text, font, changes.pop("language", "ja-JP"), **changes)

    def paragraph(self, *runs, style=None, level=0, **changes):
        style = style or self.levels[level]
        placed = tuple(self.run(run, style) if isinstance(run, str) else run for run in runs)
        changes.setdefault("bullet", style.bullet)
        return PlacedParagraph(placed, level, style, (), ZERO, ZERO, self.span, **changes)

    def text(self, *paragraphs, role=Role.BODY, **changes):
        slot = self.slot(role)
        placed = tuple(
            self.paragraph(item, style=slot.levels[0]) if isinstance(item, str) else item
            for item in paragraphs
        )
        base = TextFrame(slot.box, placed, slot.levels, ZERO, slot.name, slot, slot.body)
        return replace(base, **changes)

    def text_box(self, *paragraphs, **changes):
        changes.setdefault("body", BodyProperties())
        changes.setdefault("name", "Box")
        return self.text(*paragraphs, slot=None, **changes)

    def hidden_title(self, text, placeholder=None):
        box = Rect(ZERO, -pt(60), pt(400), pt(48))
        return HiddenTitle(box, text, placeholder or self.slot(Role.TITLE).placeholder)

    def page(self, *items, title="題", slide="s1", **changes):
        return Page(self.layout, items, title, slide, 1, 1, self.span, **changes)

    def pages(self, *pages, targets=None, **properties):
        properties.setdefault("language", "ja")
        return Pages(tuple(pages), self.template, Properties(**properties), targets or {})

    def picture(self, color="red", extension="PNG"):
        buffer = io.BytesIO()
        Image.new("RGB", (8, 6), color).save(buffer, extension)
        return read(buffer.getvalue())


@pytest.fixture(scope="session")
def make():
    box = Rect(pt(36), pt(36), pt(600), pt(60))
    body_box = Rect(pt(36), pt(110), pt(600), pt(300))
    body = replace(STYLE, bullet=BULLETED, margin_left=pt(18), indent=-pt(18))
    levels = tuple(replace(body, margin_left=pt(18) * (1 + level)) for level in range(9))
    title_levels = (replace(STYLE, size=Centipoints(3600)),) * 9
    slots = (
        Slot(Role.TITLE, Placeholder("title", None), "Title", box, BodyProperties(), title_levels),
        Slot(Role.BODY, Placeholder("body", 1), "Body", body_box, BodyProperties(), levels),
    )
    layout = Layout("L", "/ppt/slideLayouts/slideLayout1.xml", "obj", 0, slots, Color("FFFFFF"))
    theme = Theme({"tx1": BLACK}, "Georgia", "Arial")
    free = tuple(replace(STYLE, bullet=NO_BULLET) for _ in range(9))
    base = Base(*slots, free)
    template = Template("T", Size(pt(720), pt(540)), (layout,), (theme,), (base,), package())
    return Maker(template, Source("deck.yaml", "x").span(0, 1), levels[0], levels)


@pytest.fixture(scope="session")
def unzipped():
    def unzip(pages):
        with zipfile.ZipFile(io.BytesIO(emit(pages).read())) as file:
            return {name: file.read(name) for name in file.namelist()}

    return unzip


@pytest.fixture(scope="session")
def first_slide(unzipped):
    """Return a function that gives the first slide of pages as an element."""

    def slide(pages):
        return parse(unzipped(pages)["ppt/slides/slide1.xml"])

    return slide
