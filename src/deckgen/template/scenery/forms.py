"""The geometry of a shape -> its form: one of the standard's, or outlines that the file tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.opc.xml import child, children, flag, integer, local_name
from deckgen.template.scenery.model import CustomForm, FormPath, Guide, PresetForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.opc.xml import Element
    from deckgen.template.scenery.model import SceneForm

_MOST_GUIDES: Final = 2_000
_MOST_MOVES: Final = 20_000
"""How many values and moves of one form are read; designers' forms have some hundreds."""
_LONGEST: Final = 40
_MOST_WORDS: Final = 5
_POINT: Final = ("x", "y")
_ARC: Final = ("wR", "hR", "stAng", "swAng")

BOX: Final = PresetForm("rect")


def read_form(properties: Element | None) -> SceneForm | None:
    """Return the form that properties such as `p:spPr` tell, None where they tell none."""
    preset, custom = child(properties, "a:prstGeom"), child(properties, "a:custGeom")
    if preset is not None:
        guides = _guides(preset, "a:avLst")
        adjusts = tuple((g.name, _number(g)) for g in guides if g.operator == "val")
        return PresetForm(preset.get("prst", "rect"), adjusts)
    if custom is None:
        return None
    guides = (*_guides(custom, "a:avLst"), *_guides(custom, "a:gdLst"))
    left, paths = _MOST_MOVES, []
    for path in children(custom, "a:pathLst", "a:path"):
        found = _path(path, left)
        left -= len(found.moves) + 1
        if left <= 0:
            break
        paths.append(found)
    return CustomForm(guides, tuple(paths))


def _number(guide: Guide) -> float:
    try:
        return float(guide.operands[0])
    except (ValueError, IndexError):
        return 0.0


def _guides(form: Element, name: str) -> tuple[Guide, ...]:
    found = []
    for guide in list(children(form, name, "a:gd"))[:_MOST_GUIDES]:
        operator, *operands = guide.get("fmla", "")[: _LONGEST * _MOST_WORDS].split() or ["val"]
        found.append(Guide(guide.get("name", ""), operator, tuple(operands[:3])))
    return tuple(found)


def _path(path: Element, most: int) -> FormPath:
    moves: list[tuple[str, tuple[str, ...]]] = []
    for step in path:
        if len(moves) >= most:
            break
        moves.append((local_name(step), tuple(_values(step))))
    return FormPath(
        float(max(0, integer(path, "w") or 0)),
        float(max(0, integer(path, "h") or 0)),
        tuple(moves),
        path.get("fill", "norm"),
        flag(path, "stroke") is not False,
    )


def _values(step: Element) -> Iterator[str]:
    """Yield what a move is told by: the points that it leads to, or an arc's radii and angles."""
    if local_name(step) == "arcTo":
        yield from (step.get(name, "0")[:_LONGEST] for name in _ARC)
        return
    for point in list(step)[:3]:
        yield from (point.get(name, "0")[:_LONGEST] for name in _POINT)
