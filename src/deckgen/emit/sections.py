"""The names of pages' sections, and the ids of slides -> the sections that PowerPoint shows."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final
from zlib import crc32

from deckgen.emit.xml import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNNAMED: Final = {"ja": "既定のセクション"}
_UNNAMED_ELSEWHERE: Final = "Default Section"
"""What PowerPoint calls the section of slides that stand before the first named one."""


def section_list(
    texts: Sequence[str], named: Sequence[str | None], ids: Sequence[int], language: str
) -> str:
    """Return the list of sections, or nothing where no page is in a section.

    Neighbouring pages in sections of one name stand together; each must stand in one. `texts` are
    what stands around its values at its place in the file (`PresentationOutline.sections`).
    """
    if all(name is None for name in named):
        return ""
    before, *around, after = texts
    unnamed = _UNNAMED.get(language.partition("-")[0].lower(), _UNNAMED_ELSEWHERE)
    groups = groupby(zip(named, ids, strict=True), key=itemgetter(0))
    sections = (
        _section(around, name or unnamed, index, [slide for _, slide in group])
        for index, (name, group) in enumerate(groups)
    )
    return f"{before}{''.join(sections)}{after}"


def _section(texts: Sequence[str], name: str, index: int, slides: list[int]) -> str:
    # a GUID of the section's name and place, the same in every build
    mark = crc32(name.encode(errors="replace"))
    start, named, identified, slide, ended, end = texts
    listed = "".join(f"{slide}{number}{ended}" for number in slides)
    identifier = f"{{{mark:08X}-0000-4000-8000-{index:012X}}}"
    return f"{start}{attribute(name)}{named}{identifier}{identified}{listed}{end}"
