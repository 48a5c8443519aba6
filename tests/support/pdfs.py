"""A tagged PDF file -> its structure with the text in it, as lines for people."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOLD = ("Alt", "Lang", "ID")


def opened(data: bytes) -> pikepdf.Pdf:
    """Return a file in which qpdf finds nothing wrong."""
    pdf = pikepdf.open(io.BytesIO(data))
    assert pdf.check_pdf_syntax() == []
    return pdf


def tags(pdf: pikepdf.Pdf) -> str:
    """Return the structure: each element with what it is told of it, and its text."""
    said = {page.obj.objgen: _said(page) for page in pdf.pages}
    return "\n".join(_element(pdf.Root.StructTreeRoot.K, said, None, 0)) + "\n"


def text_of(pdf: pikepdf.Pdf) -> list[str]:
    """Return the text of each page as it is copied, decoration included, in paint order."""
    return [" ".join(_said(page).values()) for page in pdf.pages]


def _element(node, said, page, depth) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _element(kid, said, page, depth)
        return
    if "/S" not in node:
        yield "  " * depth + "-> " + _target(node.Obj)
        return
    page = node.get("/Pg", page)
    kids = node.get("/K", pikepdf.Array())
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    content = [said[page.objgen].get(int(kid), "") for kid in kids if isinstance(kid, int)]
    told = [f"{key}={str(node['/' + key])!r}" for key in _TOLD if "/" + key in node]
    told += [f"{key[1:]}={value}" for key, value in _attributes(node) if key != "/O"]
    words = f" {' '.join(content)!r}" if any(content) else ""
    yield "  " * depth + " ".join([str(node.S)[1:], *told]) + words
    for kid in kids:
        if not isinstance(kid, int):
            yield from _element(kid, said, page, depth + 1)


def _attributes(node) -> list[tuple[str, str]]:
    return [(key, str(value)) for key, value in node.get("/A", {}).items() if key != "/BBox"]


def _target(annotation) -> str:
    return str(annotation.A.URI) if "/A" in annotation else "page"


def _said(page) -> dict[int, str]:
    """Return the text of each stretch of content by its number; -1 is decoration."""
    fonts = {key: _letters(font) for key, font in page.Resources.get("/Font", {}).items()}
    said: dict[int, str] = {}
    open_: list[tuple[int | None, str | None]] = []
    letters: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands, name = instruction.operands, str(instruction.operator)
        if name == "BMC":
            open_.append((-1, None))
        elif name == "BDC":
            entries = operands[1]
            number = int(entries.MCID) if "/MCID" in entries else None
            actual = str(entries.ActualText) if "/ActualText" in entries else None
            open_.append((number, actual))
            if actual is not None:
                _add(said, open_, actual)
        elif name == "EMC":
            open_.pop()
        elif name == "Tf":
            letters = fonts[str(operands[0])]
        elif name == "TJ" and not any(actual is not None for _, actual in open_):
            _add(said, open_, "".join(_shown(operands[0], letters)))
    return {number: text for number, text in said.items() if number is not None}


def _add(said, open_, text) -> None:
    number = next(number for number, _ in reversed(open_) if number is not None)
    said[number] = said.get(number, "") + text


def _shown(row, letters) -> Iterator[str]:
    for part in row:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            for at in range(0, len(data), 2):
                yield letters[int.from_bytes(data[at : at + 2], "big")]


def _letters(font) -> dict[int, str]:
    rows = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes())
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be").replace("\u200b", "")
        for code, text in rows
    }
