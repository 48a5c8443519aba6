"""A finished file -> all the words in it, wherever a reader or a program comes upon them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

_READ: Final = re.compile(r"ppt/(slides|notesSlides|charts)/|docProps/|ppt/presentation\.xml")
_TOLD: Final = ("descr", "title", "tooltip", "name", "Target", "typeface")
"""Attributes that hold words of the author: alternative texts, tips, names of sections, targets."""


def words_of(data: bytes) -> str:
    """Return the text of slides and notes, alternative texts, properties, sections and targets.

    Paragraphs stand on lines of their own. Runs of a paragraph are joined, over breaks as well,
    which titles get where their phrases end.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if _READ.match(name)]
        return "\n".join(line for name in names for line in _lines(package.read(name)))


def _lines(part: bytes) -> Iterator[str]:
    for element in etree.fromstring(part).iter():
        local = etree.QName(element).localname
        if local == "p":
            yield "".join(node.text or "" for node in element.iter("{*}t"))
        elif element.text and local != "t":
            yield element.text
        yield from (unquote(str(value)) for name, value in element.attrib.items() if name in _TOLD)
