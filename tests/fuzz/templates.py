"""Templates with damage in the zip, among the parts, or in the XML of one, and a deck on each."""

from __future__ import annotations

import io
import os
import re
import zipfile
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from tests.fuzz.slips import NASTY, damage
from tests.support import hostile

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Parts = dict[str, bytes]

FOLDER: Final = os.environ.get("DECKGEN_TEMPLATES", "")
"""A folder of templates from elsewhere, as for tests/templates; half of the inputs are theirs."""
_LARGEST: Final = 3 << 20

_DECKS: Final = (
    """\
deck:
  {template: t.pptx, footer: F, date: D, label: L, copyright: C, trademarks: {place: title}}
title: {title: A title, subtitle: 副題です, author: A}
slides:
  - section: Part
  - title: Lists
    body: |
      - one
        - two **bold**[^1]

      [^1]: note
  - title: Costs
    table: [[a, b], [1, 2]]
    source: S
  - title: Pictures
    body: |
      words beside

      ![x](wide.png)
closing: {title: Thanks}
""",
    """\
deck: {template: t.pptx, language: ja}
overview: {title: 概要, body: "> 引用\\n\\n```\\ncode\\n```"}
keynote:
  title: 基調講演
  slides: [{body: "- 一つ"}, {images: [wide.png, tall.png]}]
sessions:
  - {track: T, sessions: [{title: S, body: x, notes: n}]}
summary: {title: まとめ, body: 文}
""",
    """\
deck: {template: t.pptx}
slides:
  - {use: 1}
  - {use: Title}
  - {title: T, body: x, layout: Blank}
""",
)


def make(random: Random) -> dict[str, bytes]:
    """Return a deck and its template."""
    parts = dict(random.choice(_own()))
    if FOLDER and random.random() < 0.5:
        parts = dict(_parts(random.choice(_found())))
    way = random.choice(_WAYS)
    data = way(parts, random)
    return {"deck.yaml": random.choice(_DECKS).encode(), "t.pptx": data}


@cache
def _own() -> tuple[Parts, ...]:
    """Return the parts of templates of ours."""
    built_in = [
        (resources.files("deckgen.templates") / f"{name}.pptx").read_bytes()
        for name in ("corporate", "plain")
    ]
    return tuple(unzipped(data) for data in (*built_in, *map(hostile.template, hostile.names())))


@cache
def _found() -> tuple[Path, ...]:
    paths = sorted(Path(FOLDER).glob("*.p[op]t[xm]"))
    return tuple(path for path in paths if path.stat().st_size < _LARGEST)


@cache
def _parts(path: Path) -> Parts:
    return unzipped(path.read_bytes())


def unzipped(data: bytes) -> Parts:
    """Return the files of a zip by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Parts, level: int = 1) -> bytes:
    """Return files as a zip."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def _bytes(parts: Parts, random: Random) -> bytes:
    """Damage the zip, half the time in its directory."""
    data = zipped(parts)
    start = data.rindex(b"PK\x01\x02") if random.random() < 0.3 else 0
    start = data.index(b"PK\x01\x02") if start and random.random() < 0.5 else start
    return data[:start] + damage(data[start:], random, head=64)


def _names(parts: Parts, random: Random) -> bytes:
    """Give a file another name."""
    name = random.choice(list(parts))
    other = random.choice(
        (
            name.upper(),
            f"/{name}",
            f"../{name}",
            name.replace("/", "\\"),
            f"{name}/",
            "",
            "x" * 70_000,
        )
    )[:60_000]
    return zipped({(other if key == name else key): data for key, data in parts.items()})


def _twice(parts: Parts, random: Random) -> bytes:
    """Write a file of the same name a second time."""
    buffer = io.BytesIO(zipped(parts))
    name, other = random.choice(list(parts)), random.choice(list(parts))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name.swapcase()), parts[other])
    return buffer.getvalue()


def _missing(parts: Parts, random: Random) -> bytes:
    for name in random.sample(list(parts), min(len(parts), random.choice((1, 1, 2, 5)))):
        del parts[name]
    return zipped(parts)


def _swapped(parts: Parts, random: Random) -> bytes:
    one, other = random.sample(list(parts), 2)
    parts[one] = random.choice((parts[other], b"", b"\x89PNG", b"<x/>", parts[one].swapcase()))
    return zipped(parts)


def _relations(parts: Parts, random: Random) -> bytes:
    """Let relationships lead elsewhere."""
    name = random.choice([name for name in parts if name.endswith((".rels", "Types].xml"))])
    text = parts[name].decode(errors="replace")
    found = list(re.finditer(r'"([^"]*)"', text))
    for match in random.sample(found, min(len(found), random.choice((1, 1, 2, 4)))):
        value = random.choice(
            (random.choice(found)[1], random.choice(NASTY), "/ppt/presentation.xml")
        )
        text = text.replace(match[0], f'"{_escaped(value)}"', random.choice((1, -1)))
    if random.random() < 0.2:
        text = text.replace("Target=", random.choice(('TargetMode="External" Target=', "X=")))
    parts[name] = text.encode(errors="replace")
    return zipped(parts)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def _text(parts: Parts, random: Random) -> bytes:
    """Damage the bytes of a part."""
    name = random.choice(list(parts))
    parts[name] = damage(parts[name], random, head=200)
    return zipped(parts)


def _declared(parts: Parts, random: Random) -> bytes:
    """Give a part what no part may have: a document type, another encoding, another root."""
    name = random.choice([name for name in parts if name.endswith(".xml")])
    text = re.sub(rb"^\s*<\?xml.*?\?>", b"", parts[name])
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    head = random.choice(
        (
            bomb,
            b"<?pi x?>",
            b"<!-- c -->",
            b'<?xml version="1.0" encoding="UTF-16"?>',
            b"\xef\xbb\xbf",
        )
    )
    parts[name] = random.choice((head + text, head + text.replace(b">", b">&a;", 3), text + text))
    return zipped(parts)


def _tree(parts: Parts, random: Random) -> bytes:
    """Change elements and attributes of one to three parts."""
    names = [name for name in parts if name.endswith(".xml") and "docProps" not in name]
    for name in random.sample(names, min(len(names), random.choice((1, 1, 2, 3)))):
        try:
            root = etree.fromstring(parts[name])
        except etree.XMLSyntaxError:
            continue
        for _ in range(random.choice((1, 1, 2, 4, 10))):
            _change(root, random)
        parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return zipped(parts)


def _change(root: etree._Element, random: Random) -> None:
    elements = list(root.iter(etree.Element))
    element, other = random.choice(elements), random.choice(elements)
    parent = element.getparent()
    match random.randrange(10):
        case 0 | 1 | 2 | 3 if element.attrib:
            element.set(random.choice(element.keys()), _valid(random.choice(_VALUES)))
        case 4 if element.attrib:
            del element.attrib[random.choice(element.keys())]
        case 5 if parent is not None:
            parent.remove(element)
        case 6 if parent is not None:
            copies = random.choice((1, 2, 50))
            text = etree.tostring(element, with_tail=False)
            for _ in range(copies if len(text) * copies < 100_000 else 1):
                parent.append(etree.fromstring(text))
        case 7 if parent is not None and element not in list(other.iterancestors()):
            if element is not other:
                other.append(element)
        case 8:
            element.tag = other.tag
        case 9:
            element.text = _valid(random.choice(NASTY))


def _valid(text: str) -> str:
    """Return what of a text XML may hold."""
    return "".join(
        c for c in text if c in "\t\n\r" or (ord(c) >= 32 and ord(c) not in {0xFFFE, 0xFFFF})
    )


_VALUES: Final = (
    *NASTY,
    *(
        "-914400",
        "12192000",
        "2147483647",
        "-2147483648",
        "1e99",
        "100%",
        "0%",
        "-5%",
        "18000",
        "25400000",
    ),
    *(
        "title",
        "body",
        "ctrTitle",
        "pic",
        "sldNum",
        "ftr",
        "tbl",
        "none",
        "accent1",
        "phClr",
        "tx1",
    ),
    *(
        "FFFFFF",
        "ffff",
        "+mj-lt",
        "+mn-ea",
        "vert",
        "eaVert",
        "ctr",
        "norm",
        "rId1",
        "rId99",
        "1",
        "true",
    ),
)
_WAYS: Final[tuple[Callable[[Parts, Random], bytes], ...]] = (
    *(_tree,) * 10,
    *(_relations,) * 3,
    *(_text,) * 3,
    *(_bytes,) * 3,
    *(_names, _twice, _missing, _swapped, _declared),
)
