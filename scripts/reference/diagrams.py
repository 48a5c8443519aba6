"""What Mermaid's manual has, kind by kind -> a page that tells what of it holds.

`mermaid.txt` has the parts of the manual, each with an example of our own. Each example is read:
it is drawn as it is, drawn without something that is told, or refused.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen.diagrams.mermaid import KNOWN, read
from deckgen.diagrams.model import DiagramError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT: Final = Path(__file__).with_name("mermaid.txt").read_text("utf-8")
_HEAD: Final = "| Part of the manual | Is | |\n| --- | --- | --- |\n"
_SAID: Final = (
    "Titles, `accTitle` and `accDescr`, comments and `%%{init}%%` are read in all of them; the"
    " latter says only how things look, and a deck has the look of its template.\n\n"
    "Words are measured in the template's fonts. A diagram takes the largest size at which it has"
    " room, closer, turned or folded where that serves; one that would be read below 10"
    " points is an error, or, if it is a sequence, set on up to five pages; on slides lower than"
    " 7.5 inches that is as much less."
    " What leads to a shape is glued to it; messages of a sequence are glued to anchors on"
    " lifelines, which move with their participant."
)
DRAWN, PARTLY, REFUSED = "drawn", "drawn, and told what is left out", "refused, and told why"


def diagrams_page() -> str:
    """Return the page."""
    counts = {DRAWN: 0, PARTLY: 0, REFUSED: 0}
    sections = []
    for kind, parts in kinds().items():
        rows = []
        for name, text, remark in parts:
            outcome = read_as(text)
            counts[outcome] += 1
            rows.append(f"| {name} | {outcome} | {remark} |")
        table = "\n".join(rows)
        sections.append(f"## {kind}\n\n{_HEAD}{table}\n")
    total = sum(counts.values())
    known = ", ".join(f"`{name}`" for name in KNOWN)
    counted = (
        f"of {total} parts of its manual {counts[DRAWN]} as they are, {counts[PARTLY]} without"
        f" something that is told at its place, and {counts[REFUSED]} are refused"
    )
    return (
        "# Diagrams\n\n"
        f"Written by `scripts/write_reference.py`. Of Mermaid, {known} are drawn: {counted}."
        f" {_SAID}\n\n" + "\n".join(sections)
    )


@cache
def kinds() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return for each kind the parts of its manual: names, examples, and remarks."""
    return {
        kind: tuple(_parts(rest))
        for kind, _, rest in (part.partition("\n") for part in _TEXT.split("#### ")[1:])
    }


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    for part in text.split("#=== ")[1:]:
        head, _, example = part.partition("\n")
        name, _, remark = head.partition(" -- ")
        yield name.strip(), example.strip("\n"), remark.strip()


def read_as(text: str) -> str:
    """Return what becomes of an example."""
    try:
        content = read(text).content
    except DiagramError:
        return REFUSED
    return PARTLY if content.unshown else DRAWN
