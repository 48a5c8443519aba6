"""Pages and the ids of their slides -> the sections that PowerPoint shows between them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final
from zlib import crc32

from deckgen.emit.xml import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.pages import Page

URI: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension of `p:presentation` that holds sections (MS-PPTX, 2.6.1)."""

_P14: Final = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_UNNAMED: Final = {"ja": "既定のセクション"}
_UNNAMED_ELSEWHERE: Final = "Default Section"
"""What PowerPoint calls the section of slides that stand before the first named one."""


def section_list(pages: Sequence[Page], ids: Sequence[int], language: str) -> str:
    """Return the `p14:sectionLst`, or nothing where no page is in a section.

    Neighbouring pages of one section stand together; each page must stand in one.
    """
    if all(page.section is None for page in pages):
        return ""
    unnamed = _UNNAMED.get(language.partition("-")[0].lower(), _UNNAMED_ELSEWHERE)
    groups = groupby(zip(pages, ids, strict=True), key=lambda pair: pair[0].section)
    sections = (
        _section(name or unnamed, index, [slide for _, slide in group])
        for index, (name, group) in enumerate(groups)
    )
    return f'<p14:sectionLst xmlns:p14="{_P14}">{"".join(sections)}</p14:sectionLst>'


def _section(name: str, index: int, slides: list[int]) -> str:
    # a GUID of the section's name and place, the same in every build
    mark = crc32(name.encode(errors="replace"))
    identifier = f"{mark:08X}-0000-4000-8000-{index:012X}"
    listed = "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
    return (
        f'<p14:section name="{attribute(name)}" id="{{{identifier}}}">'
        f"<p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"
    )
