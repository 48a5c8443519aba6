"""Small presentations for tests, built from the parts and shapes that a test speaks of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PRESENTATION_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
WIDTH, HEIGHT = 12_192_000, 6_858_000
COLOR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"'
    ' folHlink="folHlink"/>'
)
COLORS = {
    "dk1": "101010",
    "lt1": "FAFAFA",
    "dk2": "203040",
    "lt2": "E0E0E0",
    "accent1": "FF0000",
    "accent2": "00FF00",
    "accent3": "0000FF",
    "accent4": "FFFF00",
    "accent5": "00FFFF",
    "accent6": "FF00FF",
    "hlink": "0000EE",
    "folHlink": "550055",
}


def theme(
    major: str = '<a:latin typeface="Head"/><a:ea typeface=""/><a:cs typeface=""/>',
    minor: str = '<a:latin typeface="Text"/><a:ea typeface=""/><a:cs typeface=""/>',
    colors: Mapping[str, str] = COLORS,
    backgrounds: str = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>',
) -> str:
    """Return a theme; the faces are the children of `a:majorFont` and `a:minorFont`."""
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in colors.items()
    )
    return (
        f"<a:theme {SPACES}><a:themeElements><a:clrScheme>{scheme}</a:clrScheme>"
        f"<a:fontScheme><a:majorFont>{major}</a:majorFont><a:minorFont>{minor}</a:minorFont>"
        f"</a:fontScheme><a:fmtScheme><a:bgFillStyleLst>{backgrounds}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def place(box: tuple[float, float, float, float] | None, attributes: str = "") -> str:
    """Return `a:xfrm` for a box in percent of the slide, nothing for no box."""
    if box is None:
        return ""
    x, y, width, height = box
    return (
        f'<a:xfrm {attributes}><a:off x="{round(x * WIDTH / 100)}" y="{round(y * HEIGHT / 100)}"/>'
        f'<a:ext cx="{round(width * WIDTH / 100)}" cy="{round(height * HEIGHT / 100)}"/></a:xfrm>'
    )


def placeholder(
    kind: str | None = None,
    idx: int | None = None,
    box: tuple[float, float, float, float] | None = None,
    **more: str,
) -> str:
    """Return a placeholder. `more` may hold `style`, `body`, `fit`, `name`, `text`, `fill`."""
    type_ = "" if kind is None else f' type="{kind}"'
    index = "" if idx is None else f' idx="{idx}"'
    paragraphs = "".join(
        f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in more.get("text", "").split("\n")
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{more.get("name", "")}"/><p:cNvSpPr/>'
        f"<p:nvPr><p:ph{type_}{index}/></p:nvPr></p:nvSpPr>"
        f"<p:spPr>{place(box)}{more.get('fill', '')}</p:spPr>"
        f"<p:txBody><a:bodyPr {more.get('body', '')}>{more.get('fit', '')}</a:bodyPr>"
        f"<a:lstStyle>{more.get('style', '')}</a:lstStyle>{paragraphs}</p:txBody></p:sp>"
    )


def shape(box: tuple[float, float, float, float], rgb: str = "336699", attributes: str = "") -> str:
    """Return a drawn rectangle; `attributes` are those of its `a:xfrm`."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Drawn"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f'{place(box, attributes)}<a:prstGeom prst="rect"/>{solid(rgb)}</p:spPr></p:sp>'
    )


def solid(color: str) -> str:
    """Return a fill of `RRGGBB` or of a scheme colour."""
    kind = "srgbClr" if len(color) == 6 and color.upper() == color else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{color}"/></a:solidFill>'


def background(color: str) -> str:
    """Return a background of one colour, as it stands before the shapes."""
    return f"<p:bg><p:bgPr>{solid(color)}<a:effectLst/></p:bgPr></p:bg>"


def layout(*shapes: str, name: str = "", kind: str = "", **more: str) -> str:
    """Return a layout. `more` may hold `ground`, `override` (a colour map), `attributes`."""
    type_ = f' type="{kind}"' if kind else ""
    override = more.get("override", "")
    mapped = f"<p:clrMapOvr><a:overrideClrMapping {override}/></p:clrMapOvr>" if override else ""
    return (
        f"<p:sldLayout {SPACES}{type_} {more.get('attributes', '')}>"
        f'<p:cSld name="{name}">{more.get("ground", "")}<p:spTree>'
        f"<p:nvGrpSpPr/><p:grpSpPr/>{''.join(shapes)}</p:spTree></p:cSld>{mapped}</p:sldLayout>"
    )


TITLE_AND_BODY = (
    placeholder("title", None, (5, 5, 90, 15)),
    placeholder("body", 1, (5, 25, 90, 65)),
)


@dataclass(frozen=True)
class Master:
    """A master with the layouts under it. `styles` is what `p:txStyles` holds."""

    layouts: tuple[str, ...] = ()
    shapes: tuple[str, ...] = TITLE_AND_BODY
    styles: str = ""
    color_map: str = COLOR_MAP
    ground: str = ""
    theme: str = field(default_factory=theme)

    def xml(self, first: int) -> str:
        """Return the part; `first` is the number of its first layout."""
        listed = "".join(
            f'<p:sldLayoutId id="{2**31 + first + n}" r:id="rId{n}"/>'
            for n in range(len(self.layouts))
        )
        ids = f"<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>" if listed else ""
        styles = f"<p:txStyles>{self.styles}</p:txStyles>" if self.styles else ""
        return (
            f"<p:sldMaster {SPACES}><p:cSld>{self.ground}<p:spTree><p:nvGrpSpPr/><p:grpSpPr/>"
            f"{''.join(self.shapes)}</p:spTree></p:cSld>{self.color_map}{ids}{styles}</p:sldMaster>"
        )


def relationships(*targets: tuple[str, str]) -> str:
    """Return a relationships part from kinds (`theme`) and targets, numbered from rId0."""
    items = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{items}</Relationships>'


def parts_of(
    *masters: Master, defaults: str = "", size: str = "", main: str = ""
) -> dict[str, str]:
    """Return the files of a presentation by their names in the zip.

    `defaults` is what `p:defaultTextStyle` holds, `size` the attributes of `p:sldSz`, and `main`
    the content type of the main part after `presentationml.`.
    """
    size = size or f'cx="{WIDTH}" cy="{HEIGHT}"'
    parts = {"_rels/.rels": relationships(("officeDocument", "ppt/presentation.xml"))}
    overrides = {"/ppt/presentation.xml": main or "presentation.main+xml"}
    number = 0
    for index, master in enumerate(masters):
        targets = []
        name = f"ppt/slideMasters/slideMaster{index}.xml"
        parts[name] = master.xml(number)
        overrides[f"/{name}"] = "slideMaster+xml"
        for xml in master.layouts:
            target = f"slideLayouts/slideLayout{number}.xml"
            parts[f"ppt/{target}"] = xml
            parts[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = relationships(
                ("slideMaster", f"../slideMasters/slideMaster{index}.xml")
            )
            overrides[f"/ppt/{target}"] = "slideLayout+xml"
            targets.append(("slideLayout", f"../{target}"))
            number += 1
        targets.append(("theme", f"../theme/theme{index}.xml"))
        parts[f"ppt/theme/theme{index}.xml"] = master.theme
        parts[f"ppt/slideMasters/_rels/slideMaster{index}.xml.rels"] = relationships(*targets)
    listed = "".join(f'<p:sldMasterId r:id="rId{index}"/>' for index in range(len(masters)))
    parts["ppt/presentation.xml"] = (
        f"<p:presentation {SPACES}><p:sldMasterIdLst>{listed}</p:sldMasterIdLst><p:sldSz {size}/>"
        f"<p:defaultTextStyle>{defaults}</p:defaultTextStyle></p:presentation>"
    )
    parts["ppt/_rels/presentation.xml.rels"] = relationships(
        *(("slideMaster", f"slideMasters/slideMaster{n}.xml") for n in range(len(masters)))
    )
    parts["[Content_Types].xml"] = content_types(overrides)
    return parts


def content_types(overrides: Mapping[str, str]) -> str:
    """Return the content types part from part names and types after `presentationml.`."""
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{PRESENTATION_TYPE}.{kind}"/>'
        for name, kind in overrides.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'<Types xmlns="{space}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{listed}</Types>'
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return the files as a zip, of the same bytes whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def presentation(*masters: Master, **more: str) -> bytes:
    """Return the bytes of a presentation; see `parts_of`."""
    return zipped(parts_of(*masters, **more))


def slide(title: str) -> str:
    """Return a slide with a title, or with nothing."""
    text = placeholder("title", None, None, text=title) if title else ""
    return (
        f"<p:sld {SPACES}><p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>{text}</p:spTree></p:cSld>"
        "</p:sld>"
    )


def with_slides(*titles: str) -> bytes:
    """Return a presentation that lists its slides in reverse of their parts' numbers."""
    parts = parts_of(Master(layouts=(layout(name="A"),)))
    overrides = {
        "/ppt/presentation.xml": "presentation.main+xml",
        "/ppt/slideMasters/slideMaster0.xml": "slideMaster+xml",
        "/ppt/slideLayouts/slideLayout0.xml": "slideLayout+xml",
    }
    for number, title in enumerate(titles):
        parts[f"ppt/slides/slide{number}.xml"] = slide(title)
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relationships(
            ("slideLayout", "../slideLayouts/slideLayout0.xml")
        )
        overrides[f"/ppt/slides/slide{number}.xml"] = "slide+xml"
    parts["[Content_Types].xml"] = content_types(overrides)
    targets = [("slideMaster", "slideMasters/slideMaster0.xml")]
    targets += [("slide", f"slides/slide{n}.xml") for n in range(len(titles))]
    parts["ppt/_rels/presentation.xml.rels"] = relationships(*targets)
    listed = "".join(
        f'<p:sldId id="{256 + n}" r:id="rId{n + 1}"/>' for n in reversed(range(len(titles)))
    )
    main = parts["ppt/presentation.xml"]
    parts["ppt/presentation.xml"] = main.replace(
        "<p:sldSz", f"<p:sldIdLst>{listed}</p:sldIdLst><p:sldSz"
    )
    return zipped(parts)
